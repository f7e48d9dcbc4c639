// SPDX-License-Identifier: EUPL-1.2
//! Take the direction of the picture of an incident.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::INCIDENT;
use crate::kinds::direction::{State, Taken};

/// The verb.
pub const VERB: Verb = Verb {
    name: "take",
    fields: &[INCIDENT],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Taken> {
    Some(Taken {
        incident: input.stream("incident")?,
    })
}

/// The rule. Who does not hold it yet takes it, and who offered it takes that back or takes it anew
/// after the other laid it down. Another may hold it, out of sight behind a line that is cut: then
/// both stand in the picture, until one of them lays it down.
pub fn decide(state: &State, command: Taken) -> Result<Taken, Refusal> {
    if state.stance == "holding" {
        return Err(Refusal::new("incident-refusal-directs"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::direction::{Command, Direction, Event, Offered};

    fn command() -> Taken {
        Taken {
            incident: incident("vr23"),
        }
    }

    #[test]
    fn it_is_taken_once() {
        let taken = Event::Taken(command());
        on_duty::<Direction>()
            .when(Command::Take(command()))
            .then(vec![taken.clone()]);
        on_duty::<Direction>()
            .past(vec![taken.clone()])
            .when(Command::Take(command()))
            .refused("incident-refusal-directs");
        let offered = Event::Offered(Offered {
            incident: incident("vr23"),
            reason: String::new(),
            to: "vr25".parse().unwrap(),
        });
        on_duty::<Direction>()
            .past(vec![taken.clone(), offered])
            .when(Command::Take(command()))
            .then(vec![taken]);
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Direction>(|| Command::Take(command()));
    }
}
