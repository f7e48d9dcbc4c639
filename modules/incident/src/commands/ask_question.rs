// SPDX-License-Identifier: EUPL-1.2
//! Ask for information.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::{INCIDENT, TEAM};
use crate::kinds::question::Asked;
use crate::kinds::seen;

/// The verb: what is asked. Which decision waits for it tells who answers what matters.
pub const VERB: Verb = Verb {
    name: "ask",
    fields: &[
        INCIDENT,
        Field::required("text", Shape::Paragraphs(2000)),
        Field::optional("decision", Shape::Line(300)),
        Field::optional("due", Shape::Moment),
        Field::optional("form", Shape::Line(120)),
        Field::optional("to", Shape::Organisation),
        TEAM,
    ],
    mode: Mode::New,
    scope: Scope::Kind,
};

/// The command in the fields; the rule numbers it.
pub fn read(input: &Input) -> Option<Asked> {
    Some(Asked {
        decision: input.text("decision"),
        due: super::moment(input, "due"),
        form: input.text("form"),
        incident: input.stream("incident")?,
        number: 0,
        team: input.text("team"),
        text: input.text("text"),
        to: input.text("to"),
    })
}

/// The rule. Who sees the incident asks.
pub fn decide(command: Asked, given: &Given) -> Result<Asked, Refusal> {
    seen(&command.incident, given)?;
    Ok(Asked {
        number: given.number,
        ..command
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::question::{Command, Event, Question};

    /// A question to this organisation, or to whoever knows.
    pub(crate) fn asked(to: &str) -> Asked {
        Asked {
            decision: "Wel of niet evacueren".to_owned(),
            due: "2026-11-23T12:00:00Z".to_owned(),
            form: "Getal".to_owned(),
            incident: incident("vr23"),
            number: 1,
            team: "rbt".to_owned(),
            text: "Hoeveel mensen wonen er in het gebied?".to_owned(),
            to: to.to_owned(),
        }
    }

    #[test]
    fn a_question_gets_the_next_number() {
        for to in ["", "vr25"] {
            on_duty::<Question>()
                .when(Command::Ask(asked(to)))
                .then(vec![Event::Asked(asked(to))]);
        }
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Question>(|| Command::Ask(asked("")));
    }
}
