// SPDX-License-Identifier: EUPL-1.2
//! Move an object on the layer of one's own team, or give it another shape.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, StreamId, Timestamp};
use paraat_ui::field::{Field, Input, Shape};

use super::place::{Shaped, stale};
use super::{AT, FORM, INCIDENT, OBJECT, OBSERVED, OWN_TEAM, STALE, SYSTEM, moment};
use crate::kinds::layer::{Moved, State};

/// The verb. Where a thing is now never asks where it was.
pub const VERB: Verb = Verb {
    name: "move",
    fields: &[
        INCIDENT,
        OWN_TEAM,
        OBJECT,
        Field {
            required: true,
            ..AT
        },
        FORM,
        SYSTEM,
        Field::optional("source", Shape::Line(200)),
        OBSERVED,
        STALE,
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The incident.
    pub incident: StreamId,
    /// The team.
    pub team: String,
    /// The number of the object.
    pub object: u64,
    /// Its shape as it was typed.
    pub shape: Shaped,
    /// Who or what says so.
    pub source: String,
    /// When it was seen there; none for now.
    pub observed: Option<Timestamp>,
    /// After when it is out of date; empty for what its sort says.
    pub stale: String,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<Move> {
    Some(Move {
        incident: input.stream("incident")?,
        team: input.text("team"),
        object: u64::try_from(input.whole("object")?).ok()?,
        shape: Shaped::of(input),
        source: input.text("source"),
        observed: input.moment("observed"),
        stale: moment(input, "stale"),
    })
}

/// The rule. What stands on the layer can be moved.
pub fn decide(state: &State, command: Move, given: &Given) -> Result<Moved, Refusal> {
    let there = state.objects.get(&command.object);
    let there = there.ok_or(Refusal::new("incident-refusal-no-object"))?;
    let missing = || Refusal::new("incident-refusal-shape-too-few").at("at");
    let seen = command.observed.unwrap_or(given.now);
    Ok(Moved {
        geometry: command.shape.read()?.ok_or_else(missing)?,
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

    fn typed(object: u64) -> Move {
        Move {
            incident: placed().incident,
            team: placed().team,
            object,
            shape: Shaped {
                at: "51.6, 6.2\n51.7, 6.2".to_owned(),
                ..Shaped::default()
            },
            source: String::new(),
            observed: None,
            stale: String::new(),
        }
    }

    #[test]
    fn what_stands_there_is_moved_and_may_become_a_line() {
        let past = || duty().past(vec![Event::Placed(placed())]);
        let moved = Moved {
            geometry: typed(1).shape.read().unwrap().unwrap(),
            incident: placed().incident,
            object: 1,
            source: String::new(),
            stale: placed().stale,
            team: placed().team,
        };
        assert_eq!(moved.geometry.form(), "line");
        past()
            .when(Command::Move(typed(1)))
            .then(vec![Event::Moved(moved)]);
        past()
            .when(Command::Move(typed(2)))
            .refused("incident-refusal-no-object");
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Layer>(|| Command::Move(typed(1)));
    }
}
