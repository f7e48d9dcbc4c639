// SPDX-License-Identifier: EUPL-1.2
//! Say that a signal is over.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::signal::{Closed, State};

/// The verb. Whatever others did meanwhile, it is over.
pub const VERB: Verb = Verb {
    name: "close",
    fields: &[Field::optional("reason", Shape::Paragraphs(500))],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Closed {
    Closed {
        reason: input.text("reason"),
    }
}

/// The rule. Once.
pub fn decide(state: &State, command: Closed) -> Result<Closed, Refusal> {
    if state.standing == "closed" {
        return Err(Refusal::new("communication-refusal-over"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::note::tests::{editor, noted};
    use crate::commands::tests::only_owner;
    use crate::kinds::signal::{Command, Event, Signal};

    fn closed() -> Closed {
        Closed {
            reason: "Niemand vraagt het nog".to_owned(),
        }
    }

    #[test]
    fn it_is_over_once() {
        let past = vec![Event::Noted(noted())];
        editor()
            .past(past.clone())
            .when(Command::Close(closed()))
            .then(vec![Event::Closed(closed())]);
        editor()
            .past([past, vec![Event::Closed(closed())]].concat())
            .when(Command::Close(closed()))
            .refused("communication-refusal-over");
    }

    #[test]
    fn only_who_writes_for_its_owner() {
        only_owner::<Signal>(|| Command::Close(closed()));
    }
}
