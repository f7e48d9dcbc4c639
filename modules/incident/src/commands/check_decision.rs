// SPDX-License-Identifier: EUPL-1.2
//! Say what a decision turned out to do.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::decision::{Checked, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "check",
    fields: &[Field::required("effect", Shape::Paragraphs(1000))],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Checked {
    Checked {
        effect: input.text("effect"),
    }
}

/// The rule. It was not revoked. It may be looked at more than once.
pub fn decide(state: &State, command: Checked) -> Result<Checked, Refusal> {
    super::still_open(&state.standing)?;
    Ok(command)
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::take_decision::tests::taken;
    use crate::commands::tests::{incident, only_owner};
    use crate::kinds::decision::{Command, Decision, Event, Revoked};

    fn command() -> Checked {
        Checked {
            effect: "Gedaan".to_owned(),
        }
    }

    #[test]
    fn as_often_as_somebody_looks_until_it_is_revoked() {
        let owner = || given::<Decision>("vr23", &[Function::Editor]).at(incident("vr23"));
        let before = Event::Taken(taken());
        let done = Event::Checked(command());
        owner()
            .past(vec![before.clone()])
            .when(Command::Check(command()))
            .then(vec![done.clone()]);
        owner()
            .past(vec![before.clone(), done.clone()])
            .when(Command::Check(command()))
            .then(vec![done]);
        let reason = String::new();
        owner()
            .past(vec![before, Event::Revoked(Revoked { reason })])
            .when(Command::Check(command()))
            .refused("incident-refusal-not-open");
    }

    #[test]
    fn nobody_else_does_it() {
        only_owner::<Decision>(|| Command::Check(command()));
    }
}
