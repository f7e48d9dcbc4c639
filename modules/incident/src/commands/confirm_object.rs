// SPDX-License-Identifier: EUPL-1.2
//! Say of an object that it is still so: its clock begins anew.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, StreamId, Timestamp};
use paraat_ui::field::{Field, Input, Shape};

use super::place::stale;
use super::{INCIDENT, OBJECT, OBSERVED, OWN_TEAM, STALE, moment};
use crate::kinds::layer::{Confirmed, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "confirm",
    fields: &[
        INCIDENT,
        OWN_TEAM,
        OBJECT,
        Field::optional("source", Shape::Line(200)),
        OBSERVED,
        STALE,
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirm {
    /// The incident.
    pub incident: StreamId,
    /// The team.
    pub team: String,
    /// The number of the object.
    pub object: u64,
    /// Who or what says so.
    pub source: String,
    /// When it was seen; none for now.
    pub observed: Option<Timestamp>,
    /// After when it is out of date; empty for what its sort says.
    pub stale: String,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<Confirm> {
    Some(Confirm {
        incident: input.stream("incident")?,
        team: input.text("team"),
        object: u64::try_from(input.whole("object")?).ok()?,
        source: input.text("source"),
        observed: input.moment("observed"),
        stale: moment(input, "stale"),
    })
}

/// The rule. What stands on the layer can be confirmed, as often as somebody looks.
pub fn decide(state: &State, command: Confirm, given: &Given) -> Result<Confirmed, Refusal> {
    let there = state.objects.get(&command.object);
    let there = there.ok_or(Refusal::new("incident-refusal-no-object"))?;
    let seen = command.observed.unwrap_or(given.now);
    Ok(Confirmed {
        incident: command.incident,
        object: command.object,
        source: command.source,
        stale: stale(&command.stale, &there.kind, seen),
        team: command.team,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::place::tests::{duty, placed};
    use crate::commands::tests::only_on_duty;
    use crate::kinds::layer::{Command, Event, Layer};

    fn typed(object: u64) -> Confirm {
        Confirm {
            incident: placed().incident,
            team: placed().team,
            object,
            source: String::new(),
            observed: None,
            stale: String::new(),
        }
    }

    #[test]
    fn the_clock_of_what_stands_there_begins_anew() {
        let old = crate::kinds::layer::Placed {
            stale: "2026-11-23T09:00:00Z".to_owned(),
            ..placed()
        };
        let past = || duty().past(vec![Event::Placed(old.clone())]);
        let confirmed = Confirmed {
            incident: placed().incident,
            object: 1,
            source: String::new(),
            stale: "2026-11-23T18:00:00Z".to_owned(),
            team: placed().team,
        };
        past()
            .when(Command::Confirm(typed(1)))
            .then(vec![Event::Confirmed(confirmed)]);
        past()
            .when(Command::Confirm(typed(2)))
            .refused("incident-refusal-no-object");
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Layer>(|| Command::Confirm(typed(1)));
    }
}
