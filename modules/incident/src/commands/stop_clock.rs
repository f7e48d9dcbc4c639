// SPDX-License-Identifier: EUPL-1.2
//! Stop the reporting clock of one's own organisation in an incident.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::INCIDENT;
use crate::kinds::clock::{State, Stopped};

/// The verb.
pub const VERB: Verb = Verb {
    name: "stop",
    fields: &[INCIDENT],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Stopped> {
    Some(Stopped {
        incident: input.stream("incident")?,
    })
}

/// The rule. It runs.
pub fn decide(state: &State, command: Stopped) -> Result<Stopped, Refusal> {
    if state.runs.is_none() {
        return Err(Refusal::new("incident-refusal-no-clock"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::set_clock::tests::set;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::clock::{Clock, Command, Event};

    fn stop() -> Stopped {
        Stopped {
            incident: incident("vr23"),
        }
    }

    #[test]
    fn what_runs_is_stopped_once() {
        let runs = || Event::Set(set("2026-11-23T14:00:00Z"));
        on_duty::<Clock>()
            .past(vec![runs()])
            .when(Command::Stop(stop()))
            .then(vec![Event::Stopped(stop())]);
        on_duty::<Clock>()
            .past(vec![runs(), Event::Stopped(stop())])
            .when(Command::Stop(stop()))
            .refused("incident-refusal-no-clock");
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Clock>(|| Command::Stop(stop()));
    }
}
