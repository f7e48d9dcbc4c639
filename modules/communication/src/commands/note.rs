// SPDX-License-Identifier: EUPL-1.2
//! Note what people ask, say or feel.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::INCIDENT;
use crate::kinds::seen;
use crate::kinds::signal::Noted;
use crate::terms::signals::SORTS;

pub(super) const PLACE: Field = Field::optional("place", Shape::Line(120));

/// The verb.
pub const VERB: Verb = Verb {
    name: "note",
    fields: &[
        INCIDENT,
        Field::required("sort", Shape::Choice(SORTS)),
        Field::required("claim", Shape::Line(300)),
        PLACE,
    ],
    mode: Mode::New,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Noted {
    Noted {
        claim: input.text("claim"),
        incident: input.stream("incident"),
        place: input.text("place"),
        sort: input.text("sort"),
    }
}

/// The rule. One line is enough; a crisis that is named must be there.
pub fn decide(command: Noted, given: &Given) -> Result<Noted, Refusal> {
    seen(command.incident.as_ref(), given)?;
    Ok(command)
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Function, StreamId};

    use super::*;
    use crate::commands::tests::only_writers;
    use crate::kinds::signal::{Command, Event, Signal};

    pub(crate) fn editor() -> Scenario<Signal> {
        given::<Signal>("vr23", &[Function::Editor])
    }

    pub(crate) fn noted() -> Noted {
        Noted {
            claim: "De dijk bij Arcen is door".to_owned(),
            incident: None,
            place: "Buurtapp".to_owned(),
            sort: "rumour".to_owned(),
        }
    }

    #[test]
    fn what_people_say_is_noted_in_a_line() {
        editor()
            .when(Command::Note(noted()))
            .then(vec![Event::Noted(noted())]);
        let hidden = Noted {
            incident: Some(StreamId::derived(
                "vr24".parse().unwrap(),
                "incident.incident",
                "a",
            )),
            ..noted()
        };
        editor()
            .when(Command::Note(hidden))
            .refused("communication-refusal-incident-not-there");
    }

    #[test]
    fn only_who_writes_for_an_organisation() {
        only_writers::<Signal>(|| Command::Note(noted()));
    }
}
