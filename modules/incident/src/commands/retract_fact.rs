// SPDX-License-Identifier: EUPL-1.2
//! Take a fact back: it was not so.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::REASON;
use crate::kinds::fact::{Retracted, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "retract",
    fields: &[REASON],
    mode: Mode::Exact,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Retracted {
    Retracted {
        reason: input.text("reason"),
    }
}

/// The rule. It stands. That it stood, and until when, is still seen at an earlier moment.
pub fn decide(state: &State, command: Retracted) -> Result<Retracted, Refusal> {
    if state.stands.is_none() {
        return Err(Refusal::new("incident-refusal-no-fact"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::state_fact::tests::stated;
    use crate::commands::tests::{incident, only_owner};
    use crate::kinds::fact::{Command, Event, Fact};

    fn retracted() -> Retracted {
        Retracted {
            reason: "Verkeerde schaal afgelezen".to_owned(),
        }
    }

    #[test]
    fn what_stands_is_taken_back_once() {
        let owner = || given::<Fact>("vr23", &[Function::Editor]).at(incident("vr23"));
        let done = Event::Retracted(retracted());
        owner()
            .past(vec![Event::Stated(stated("1"))])
            .when(Command::Retract(retracted()))
            .then(vec![done.clone()]);
        owner()
            .past(vec![Event::Stated(stated("1")), done])
            .when(Command::Retract(retracted()))
            .refused("incident-refusal-no-fact");
    }

    #[test]
    fn nobody_else_takes_it_back() {
        only_owner::<Fact>(|| Command::Retract(retracted()));
    }
}
