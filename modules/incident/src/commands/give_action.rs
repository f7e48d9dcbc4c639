// SPDX-License-Identifier: EUPL-1.2
//! Give an action: an order to a team of one's own organisation, a request to another one.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::{INCIDENT, LINE, TEAM};
use crate::kinds::action::ActionGiven;
use crate::kinds::seen;
use crate::terms::teams::TEAMS;

/// The verb: what is to be done, and by whom.
pub const VERB: Verb = Verb {
    name: "give",
    fields: &[
        INCIDENT,
        Field::required("text", Shape::Paragraphs(2000)),
        Field::required("to", Shape::Organisation),
        Field::optional("toTeam", Shape::Choice(TEAMS)),
        Field::optional("due", Shape::Moment),
        TEAM,
        LINE,
    ],
    mode: Mode::New,
    scope: Scope::Kind,
};

/// The command in the fields; the rule numbers it.
pub fn read(input: &Input) -> Option<ActionGiven> {
    Some(ActionGiven {
        due: super::moment(input, "due"),
        incident: input.stream("incident")?,
        line: input.text("fromLine"),
        number: 0,
        team: input.text("team"),
        text: input.text("text"),
        to: input.organisation("to")?,
        to_team: input.text("toTeam"),
    })
}

/// The rule. Who sees the incident gives an order or asks a request, and it gets the next number of
/// its team.
pub fn decide(command: ActionGiven, given: &Given) -> Result<ActionGiven, Refusal> {
    seen(&command.incident, given)?;
    Ok(ActionGiven {
        number: given.number,
        ..command
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::action::{Action, Command, Event};

    /// An action that vr24 gives to this organisation.
    pub(crate) fn action(to: &str) -> ActionGiven {
        ActionGiven {
            due: "2026-11-23T12:00:00Z".to_owned(),
            incident: incident("vr23"),
            line: String::new(),
            number: 1,
            team: "rot".to_owned(),
            text: "Zandzakken naar Arcen".to_owned(),
            to: to.parse().unwrap(),
            to_team: String::new(),
        }
    }

    #[test]
    fn an_order_and_a_request_get_the_next_number() {
        for to in ["vr24", "vr23"] {
            let asked = ActionGiven {
                number: 0,
                ..action(to)
            };
            let mut scenario = on_duty::<Action>();
            scenario.given.number = 7;
            let numbered = ActionGiven {
                number: 7,
                ..action(to)
            };
            scenario
                .when(Command::Give(asked))
                .then(vec![Event::Given(numbered)]);
        }
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Action>(|| Command::Give(action("vr24")));
    }
}
