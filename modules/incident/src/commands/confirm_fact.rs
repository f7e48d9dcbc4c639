// SPDX-License-Identifier: EUPL-1.2
//! Confirm a fact that was stated as unconfirmed.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::fact::{Confirmed, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "confirm",
    fields: &[Field::optional("source", Shape::Line(200))],
    mode: Mode::Exact,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Confirmed {
    Confirmed {
        source: input.text("source"),
    }
}

/// The rule. It stands, and was not confirmed yet. Exact: whoever confirms knows which figure.
pub fn decide(state: &State, command: Confirmed) -> Result<Confirmed, Refusal> {
    let stands = state.stands.as_ref();
    if stands.is_none_or(|it| it.reliability == "confirmed") {
        return Err(Refusal::new("incident-refusal-not-unconfirmed-fact"));
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

    fn confirmed() -> Confirmed {
        Confirmed {
            source: "Tweede meting".to_owned(),
        }
    }

    #[test]
    fn what_stands_is_confirmed_once() {
        let owner = || given::<Fact>("vr23", &[Function::Editor]).at(incident("vr23"));
        let done = Event::Confirmed(confirmed());
        owner()
            .past(vec![Event::Stated(stated("1"))])
            .when(Command::Confirm(confirmed()))
            .then(vec![done.clone()]);
        owner()
            .past(vec![Event::Stated(stated("1")), done])
            .when(Command::Confirm(confirmed()))
            .refused("incident-refusal-not-unconfirmed-fact");
        owner()
            .when(Command::Confirm(confirmed()))
            .refused("incident-refusal-not-unconfirmed-fact");
    }

    #[test]
    fn nobody_else_confirms_it() {
        only_owner::<Fact>(|| Command::Confirm(confirmed()));
    }
}
