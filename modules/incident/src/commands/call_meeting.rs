// SPDX-License-Identifier: EUPL-1.2
//! Call a meeting of a team.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::{INCIDENT, TEAM};
use crate::kinds::meeting::Called;
use crate::kinds::seen;

/// The verb.
pub const VERB: Verb = Verb {
    name: "call",
    fields: &[
        INCIDENT,
        Field::required("at", Shape::Moment),
        TEAM,
        Field::optional("place", Shape::Line(200)),
        Field::optional("text", Shape::Paragraphs(2000)),
    ],
    mode: Mode::New,
    scope: Scope::Kind,
};

/// The command in the fields; the rule numbers it.
pub fn read(input: &Input) -> Option<Called> {
    Some(Called {
        at: super::moment(input, "at"),
        incident: input.stream("incident")?,
        number: 0,
        place: input.text("place"),
        team: input.text("team"),
        text: input.text("text"),
    })
}

/// The rule. Who sees the incident calls its own team together.
pub fn decide(command: Called, given: &Given) -> Result<Called, Refusal> {
    seen(&command.incident, given)?;
    Ok(Called {
        number: given.number,
        ..command
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::meeting::{Command, Event, Meeting};

    pub(crate) fn called() -> Called {
        Called {
            at: "2026-11-23T11:00:00Z".to_owned(),
            incident: incident("vr23"),
            number: 1,
            place: "Kazerne".to_owned(),
            team: "rot".to_owned(),
            text: "Aflossing".to_owned(),
        }
    }

    #[test]
    fn a_meeting_gets_the_next_number() {
        on_duty::<Meeting>()
            .when(Command::Call(called()))
            .then(vec![Event::Called(called())]);
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Meeting>(|| Command::Call(called()));
    }
}
