// SPDX-License-Identifier: EUPL-1.2
//! Take a number or address out of use.

use paraat_contract::{Refusal, Verb};
use paraat_ui::field::{Field, Input, Shape};

use super::exact;
use crate::kinds::contact::{Retired, State};

/// The verb.
pub const VERB: Verb = exact(
    "retire",
    &[Field::optional("reason", Shape::Paragraphs(500))],
);

/// The command in the fields.
pub fn read(input: &Input) -> Retired {
    Retired {
        reason: input.text("reason"),
    }
}

/// The rule. Once; it may be registered again.
pub fn decide(state: &State, command: Retired) -> Result<Retired, Refusal> {
    if state.standing == "retired" {
        return Err(Refusal::new("communication-refusal-retired"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::register::tests::{editor, registered};
    use crate::commands::tests::only_owner;
    use crate::kinds::contact::{Command, Contact, Event};

    fn retired() -> Retired {
        Retired {
            reason: "Nummer vervalt".to_owned(),
        }
    }

    #[test]
    fn it_is_taken_out_of_use_once_and_may_come_back() {
        let past = vec![Event::Registered(registered())];
        editor()
            .past(past.clone())
            .when(Command::Retire(retired()))
            .then(vec![Event::Retired(retired())]);
        let gone = [past, vec![Event::Retired(retired())]].concat();
        editor()
            .past(gone.clone())
            .when(Command::Retire(retired()))
            .refused("communication-refusal-retired");
        editor()
            .past(gone)
            .when(Command::Register(registered()))
            .then(vec![Event::Registered(registered())]);
    }

    #[test]
    fn only_who_writes_for_its_owner() {
        only_owner::<Contact>(|| Command::Retire(retired()));
    }
}
