// SPDX-License-Identifier: EUPL-1.2
//! Write a line in the log of one's own team.

use paraat_contract::{Mode, Scope, Verb};
use paraat_kernel::{Given, Timestamp};
use paraat_ui::field::{Field, Input, Shape};

use super::{INCIDENT, TEAM};
use crate::kinds::log::Written;
use crate::terms::themes::THEMES;

/// How sure a line is.
pub const RELIABILITIES: &[&str] = &["unconfirmed", "confirmed"];

/// The verb. A line never asks which version was seen, and nothing but its text.
pub const VERB: Verb = Verb {
    name: "write",
    fields: &[
        INCIDENT,
        Field::required("text", Shape::Paragraphs(4000)),
        TEAM,
        Field::optional("reliability", Shape::Choice(RELIABILITIES)),
        Field::optional("theme", Shape::Choice(THEMES)),
        Field::optional("source", Shape::Line(200)),
        Field::optional("happened", Shape::Moment).for_waiting(),
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    /// What the event says.
    pub line: Written,
    /// When it happened; none for now.
    pub happened: Option<Timestamp>,
}

/// The command in the fields; the rule numbers the line.
pub fn read(input: &Input) -> Option<Write> {
    Some(Write {
        line: Written {
            incident: input.stream("incident")?,
            number: 0,
            reliability: input.text("reliability"),
            source: input.text("source"),
            team: input.text("team"),
            text: input.text("text"),
            theme: input.text("theme"),
        },
        happened: input.moment("happened"),
    })
}

/// The rule. A team writes what it wants in its own log of an incident that it sees. What nobody
/// called confirmed is not.
pub fn decide(command: Write, given: &Given) -> Written {
    let mut line = command.line;
    line.number = u64::try_from(given.number).unwrap_or_default();
    if line.reliability.is_empty() {
        "unconfirmed".clone_into(&mut line.reliability);
    }
    line
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_contract::Kind as _;

    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::log::{Command, Event, Log};

    pub(crate) fn line() -> Written {
        Written {
            incident: incident("vr23"),
            number: 1,
            reliability: "unconfirmed".to_owned(),
            source: String::new(),
            team: "rot".to_owned(),
            text: "Dijk wordt zwak".to_owned(),
            theme: String::new(),
        }
    }

    fn write() -> Command {
        let reliability = String::new();
        Command::Write(Write {
            line: Written {
                reliability,
                ..line()
            },
            happened: "2026-11-23T09:50:00Z".parse().ok(),
        })
    }

    #[test]
    fn a_team_that_sees_the_incident_writes_in_its_own_log() {
        on_duty::<Log>()
            .when(write())
            .then(vec![Event::Written(line())]);
        assert_eq!(Log::occurred(&write()), "2026-11-23T09:50:00Z".parse().ok());
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Log>(write);
    }
}
