// SPDX-License-Identifier: EUPL-1.2
//! Share how one theme looks to one's own organisation.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::INCIDENT;
use crate::kinds::part::Shared;
use crate::kinds::seen;

/// What a picture is about.
pub const THEMES: &[&str] = &[
    "situation",
    "area",
    "water",
    "people",
    "health",
    "mobility",
    "utilities",
    "communication",
];

/// How serious a theme is.
pub const STATUSES: &[&str] = &["normal", "strained", "critical", "unknown"];

/// The verb.
pub const VERB: Verb = Verb {
    name: "share",
    fields: &[
        INCIDENT,
        Field::required("theme", Shape::Choice(THEMES)),
        Field::required("status", Shape::Choice(STATUSES)),
        Field::optional("text", Shape::Paragraphs(4000)),
    ],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// What is asked: the event says the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share(pub Shared);

/// The command in the fields.
pub fn read(input: &Input) -> Option<Share> {
    Some(Share(Shared {
        incident: input.stream("incident")?,
        status: input.text("status"),
        text: input.text("text"),
        theme: input.text("theme"),
    }))
}

/// The rule. An organisation shares its own part of an incident that it sees. Sharing the same
/// again is news too: it was confirmed.
pub fn decide(command: Share, given: &Given) -> Result<Vec<Shared>, Refusal> {
    seen(&command.0.incident, given)?;
    Ok(vec![command.0])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::tests::{card, incident};
    use crate::kinds::part::Part;

    fn shared() -> Shared {
        Shared {
            incident: incident("vr23"),
            status: "strained".to_owned(),
            text: "De kade houdt nog.".to_owned(),
            theme: "water".to_owned(),
        }
    }

    #[test]
    fn an_organisation_shares_its_own_part_and_confirms_it() {
        given::<Part>("vr24", &[Function::Editor])
            .knowing(card("vr23"))
            .past(vec![shared()])
            .when(Share(shared()))
            .then(vec![shared()]);
    }

    #[test]
    fn a_reader_shares_nothing() {
        for functions in [vec![], vec![Function::Reader]] {
            given::<Part>("vr24", &functions)
                .knowing(card("vr23"))
                .when(Share(shared()))
                .not_permitted();
        }
    }

    #[test]
    fn an_incident_that_is_not_seen_gets_no_part() {
        given::<Part>("vr24", &[Function::Editor])
            .when(Share(shared()))
            .refused("incident-refusal-not-there");
    }
}
