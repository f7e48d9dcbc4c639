// SPDX-License-Identifier: EUPL-1.2
//! Let a team stand down.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use super::INCIDENT;
use crate::kinds::team::{State, StoodDown};
use crate::terms::teams::TEAMS;

/// The verb.
pub const VERB: Verb = Verb {
    name: "stand-down",
    fields: &[INCIDENT, Field::required("team", Shape::Choice(TEAMS))],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<StoodDown> {
    Some(StoodDown {
        incident: input.stream("incident")?,
        team: input.text("team"),
    })
}

/// The rule. It sits.
pub fn decide(state: &State, command: StoodDown) -> Result<StoodDown, Refusal> {
    if state.sitting.is_none() {
        return Err(Refusal::new("incident-refusal-not-sitting").at("team"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::assemble::tests::assembled;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::team::{Command, Event, Team};

    fn stood_down() -> StoodDown {
        StoodDown {
            incident: incident("vr23"),
            team: "rot".to_owned(),
        }
    }

    #[test]
    fn who_sits_stands_down() {
        on_duty::<Team>()
            .past(vec![Event::Assembled(assembled())])
            .when(Command::StandDown(stood_down()))
            .then(vec![Event::StoodDown(stood_down())]);
        on_duty::<Team>()
            .when(Command::StandDown(stood_down()))
            .refused("incident-refusal-not-sitting");
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Team>(|| Command::StandDown(stood_down()));
    }
}
