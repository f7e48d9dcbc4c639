// SPDX-License-Identifier: EUPL-1.2
//! Close a question that one asked.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::REASON;
use crate::kinds::question::{Closed, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "close",
    fields: &[REASON],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Closed {
    Closed {
        reason: input.text("reason"),
    }
}

/// The rule. It is still open.
pub fn decide(state: &State, command: Closed) -> Result<Closed, Refusal> {
    super::still_open(&state.standing)?;
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::ask_question::tests::asked;
    use crate::commands::tests::{once, only_owner};
    use crate::kinds::question::{Command, Event, Question};

    fn command() -> Closed {
        Closed {
            reason: "Gedaan".to_owned(),
        }
    }

    #[test]
    fn once_and_not_twice() {
        once::<Question>(
            Event::Asked(asked("")),
            || Command::Close(command()),
            Event::Closed(command()),
        );
    }

    #[test]
    fn nobody_else_does_it() {
        only_owner::<Question>(|| Command::Close(command()));
    }
}
