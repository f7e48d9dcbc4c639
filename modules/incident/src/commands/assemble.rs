// SPDX-License-Identifier: EUPL-1.2
//! Assemble a team, or say how it is reached now.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use super::INCIDENT;
use crate::kinds::team::{Assembled, State};
use crate::terms::teams::TEAMS;

/// The verb.
pub const VERB: Verb = Verb {
    name: "assemble",
    fields: &[
        INCIDENT,
        Field::required("team", Shape::Choice(TEAMS)),
        Field::optional("place", Shape::Line(200)),
        Field::optional("reach", Shape::Line(120)),
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Assembled> {
    Some(Assembled {
        incident: input.stream("incident")?,
        place: input.text("place"),
        reach: input.text("reach"),
        team: input.text("team"),
    })
}

/// The rule. A team that sits already says something new.
pub fn decide(state: &State, command: Assembled) -> Result<Assembled, Refusal> {
    if state.sitting.as_ref() == Some(&command) {
        return Err(Refusal::new("incident-refusal-nothing-new"));
    }
    Ok(command)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::team::{Command, Event, Team};

    pub(crate) fn assembled() -> Assembled {
        Assembled {
            incident: incident("vr23"),
            place: "Kazerne".to_owned(),
            reach: "0800-0000".to_owned(),
            team: "rot".to_owned(),
        }
    }

    #[test]
    fn a_team_assembles_and_moves() {
        on_duty::<Team>()
            .when(Command::Assemble(assembled()))
            .then(vec![Event::Assembled(assembled())]);
        let sitting = vec![Event::Assembled(assembled())];
        on_duty::<Team>()
            .past(sitting.clone())
            .when(Command::Assemble(assembled()))
            .refused("incident-refusal-nothing-new");
        let place = "Stadhuis".to_owned();
        let moved = Assembled {
            place,
            ..assembled()
        };
        on_duty::<Team>()
            .past(sitting)
            .when(Command::Assemble(moved.clone()))
            .then(vec![Event::Assembled(moved)]);
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Team>(|| Command::Assemble(assembled()));
    }
}
