// SPDX-License-Identifier: EUPL-1.2
//! Lay down the direction of the picture of an incident.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::{INCIDENT, REASON};
use crate::kinds::direction::{LaidDown, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "lay-down",
    fields: &[INCIDENT, REASON],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<LaidDown> {
    Some(LaidDown {
        incident: input.stream("incident")?,
        reason: input.text("reason"),
    })
}

/// The rule. Who holds it lays it down; the picture then says that nobody directs it.
pub fn decide(state: &State, command: LaidDown) -> Result<LaidDown, Refusal> {
    if !state.holds() {
        return Err(Refusal::new("incident-refusal-directs-not"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::direction::{Command, Direction, Event, Taken};

    fn command() -> LaidDown {
        LaidDown {
            incident: incident("vr23"),
            reason: "Afgeschaald".to_owned(),
        }
    }

    #[test]
    fn who_holds_it_lays_it_down() {
        let incident = incident("vr23");
        on_duty::<Direction>()
            .past(vec![Event::Taken(Taken { incident })])
            .when(Command::LayDown(command()))
            .then(vec![Event::LaidDown(command())]);
        on_duty::<Direction>()
            .when(Command::LayDown(command()))
            .refused("incident-refusal-directs-not");
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Direction>(|| Command::LayDown(command()));
    }
}
