// SPDX-License-Identifier: EUPL-1.2
//! Say that a signal was seen again: it spreads.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::note::PLACE;
use crate::kinds::signal::{SeenAgain, State};

/// The verb. Whoever sees it adds to it, whatever others did meanwhile.
pub const VERB: Verb = Verb {
    name: "see-again",
    fields: &[PLACE],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> SeenAgain {
    SeenAgain {
        place: input.text("place"),
    }
}

/// The rule. What is over is noted anew.
pub fn decide(state: &State, command: SeenAgain) -> Result<SeenAgain, Refusal> {
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
    use crate::kinds::signal::{Closed, Command, Event, Signal};

    fn again() -> SeenAgain {
        SeenAgain {
            place: "Radio".to_owned(),
        }
    }

    #[test]
    fn it_is_seen_as_often_as_it_is_until_it_is_over() {
        editor()
            .past(vec![Event::Noted(noted())])
            .when(Command::SeeAgain(again()))
            .then(vec![Event::SeenAgain(again())]);
        let over = Event::Closed(Closed {
            reason: String::new(),
        });
        editor()
            .past(vec![Event::Noted(noted()), over])
            .when(Command::SeeAgain(again()))
            .refused("communication-refusal-over");
    }

    #[test]
    fn only_who_writes_for_its_owner() {
        only_owner::<Signal>(|| Command::SeeAgain(again()));
    }
}
