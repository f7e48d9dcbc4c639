// SPDX-License-Identifier: EUPL-1.2
//! Say who speaks about a topic of a crisis.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::draft_message::{AUTHORITY, SENDER};
use super::{INCIDENT, straight};
use crate::kinds::seen;
use crate::kinds::voice::{Assigned, State};
use crate::terms::topics::TOPICS;

/// The verb.
pub const VERB: Verb = Verb {
    name: "assign",
    fields: &[
        Field {
            required: true,
            ..INCIDENT
        },
        Field::required("topic", Shape::Choice(TOPICS)),
        AUTHORITY,
        SENDER,
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Assigned> {
    Some(Assigned {
        authority: input.text("authority"),
        incident: input.stream("incident")?,
        sender: input.text("sender"),
        topic: input.text("topic"),
    })
}

/// The rule. Each organisation says it for itself, and says something new. That another says
/// otherwise is shown to both.
pub fn decide(state: &State, command: Assigned, given: &Given) -> Result<Assigned, Refusal> {
    seen(Some(&command.incident), given)?;
    straight(&[("sender", &command.sender)])?;
    if state.assigned.get(&command.topic) == Some(&command) {
        return Err(Refusal::new("communication-refusal-nothing-new"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::{Card, Function, StreamId, Text};

    use super::*;
    use crate::commands::tests::only_writers;
    use crate::kinds::voice::Voice;

    fn assigned(authority: &str) -> Assigned {
        Assigned {
            authority: authority.to_owned(),
            incident: StreamId::derived("vr23".parse().unwrap(), "incident.incident", "a"),
            sender: String::new(),
            topic: "advice".to_owned(),
        }
    }

    #[test]
    fn an_organisation_says_for_itself_who_speaks_of_a_crisis_that_it_sees() {
        let card = Card::new(
            assigned("").incident,
            "incident",
            "incident",
            Text::typed("Brand"),
        );
        let region = || given::<Voice>("vr24", &[Function::Editor]).knowing(card.clone());
        region()
            .when(assigned("mayor"))
            .then(vec![assigned("mayor")]);
        region()
            .past(vec![assigned("mayor")])
            .when(assigned("mayor"))
            .refused("communication-refusal-nothing-new");
        given::<Voice>("vr24", &[Function::Editor])
            .when(assigned("mayor"))
            .refused("communication-refusal-incident-not-there");
    }

    #[test]
    fn only_who_writes_for_an_organisation() {
        only_writers::<Voice>(|| assigned("chair"));
    }
}
