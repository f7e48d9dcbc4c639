// SPDX-License-Identifier: EUPL-1.2
//! Write a line in the log of one's own organisation.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, StreamId, Timestamp};
use paraat_ui::field::{Field, Input, Shape};

use super::INCIDENT;
use crate::kinds::log::Written;
use crate::kinds::seen;

/// The verb. A line never asks which version was seen.
pub const VERB: Verb = Verb {
    name: "write",
    fields: &[
        INCIDENT,
        Field::required("text", Shape::Paragraphs(4000)),
        Field::optional("happened", Shape::Moment),
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    /// The incident.
    pub incident: StreamId,
    /// What the line says.
    pub text: String,
    /// When it happened; none for now.
    pub happened: Option<Timestamp>,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<Write> {
    Some(Write {
        incident: input.stream("incident")?,
        text: input.text("text"),
        happened: input.moment("happened"),
    })
}

/// The rule. An organisation writes what it wants in its own log of an incident that it sees.
pub fn decide(command: Write, given: &Given) -> Result<Vec<Written>, Refusal> {
    seen(&command.incident, given)?;
    Ok(vec![Written {
        incident: command.incident,
        text: command.text,
    }])
}

#[cfg(test)]
mod tests {
    use paraat_contract::Kind as _;
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::tests::{card, incident};
    use crate::kinds::log::Log;

    fn write() -> Write {
        Write {
            incident: incident("vr23"),
            text: "Dijk wordt zwak".to_owned(),
            happened: "2026-11-23T09:50:00Z".parse().ok(),
        }
    }

    #[test]
    fn any_organisation_that_sees_it_writes_in_its_own_log() {
        given::<Log>("vr24", &[Function::Editor])
            .knowing(card("vr23"))
            .when(write())
            .then(vec![Written {
                incident: incident("vr23"),
                text: "Dijk wordt zwak".to_owned(),
            }]);
        assert_eq!(Log::occurred(&write()), write().happened);
    }

    #[test]
    fn a_reader_writes_nothing() {
        for functions in [vec![], vec![Function::Reader]] {
            given::<Log>("vr24", &functions)
                .knowing(card("vr23"))
                .when(write())
                .not_permitted();
        }
    }

    #[test]
    fn an_incident_that_is_not_seen_gets_no_line() {
        given::<Log>("vr24", &[Function::Editor])
            .when(write())
            .refused("incident-refusal-not-there");
    }
}
