// SPDX-License-Identifier: EUPL-1.2
//! How far an organisation scaled up in an incident, on each scale that it uses.

use std::collections::BTreeMap;

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put_part};
use paraat_kernel::{Given, StreamId, Timestamp};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use super::beside;
use crate::commands::set_scale::{self, SetScale};
use crate::tables::SCALE;
use crate::terms::scales::scale_of;

/// The kind.
pub struct Scale;

/// What the rules must know of the past: the last level on each scale.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// By the name of the scale.
    pub levels: BTreeMap<String, Set>,
}

/// An organisation stands at a level. Stored as `incident.scale-set.v1`; the header says since
/// when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Set {
    /// The function that decided; empty when nobody said.
    pub decided_by: String,
    /// The incident.
    pub incident: StreamId,
    /// One of `scales::LEVELS`.
    pub level: String,
    /// Why; empty when nobody said.
    pub reason: String,
}

impl Kind for Scale {
    type State = State;
    type Event = Set;
    type Command = SetScale;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "scale";
    const VERBS: &'static [Verb] = &[set_scale::VERB];
    const EVENTS: &'static [EventName] = &[EventName("scale-set", 1)];

    fn read(verb: &str, input: &Input) -> Option<SetScale> {
        (verb == set_scale::VERB.name).then(|| set_scale::read(input))?
    }

    fn refers(command: &SetScale) -> Vec<StreamId> {
        vec![command.set.incident.clone()]
    }

    fn home(command: &SetScale, given: &Given) -> Home {
        beside("incident.scale", (&command.set.incident, ""), given)
    }

    fn act(_command: &SetScale, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(state: &State, command: SetScale, given: &Given) -> Result<Vec<Set>, Refusal> {
        set_scale::decide(state, command, given)
    }

    fn occurred(command: &SetScale) -> Option<Timestamp> {
        command.happened
    }

    fn evolve(state: &mut State, event: &Set) {
        if let Some(scale) = scale_of(&event.level) {
            state.levels.insert(scale.name.to_owned(), event.clone());
        }
    }

    fn rows(_state: &State, event: &Set, recorded: &Recorded) -> Vec<Change> {
        let Some(scale) = scale_of(&event.level) else {
            return Vec::new();
        };
        let row = vec![
            event.incident.to_string().into(),
            scale.name.into(),
            event.level.as_str().into(),
            event.reason.as_str().into(),
            event.decided_by.as_str().into(),
            recorded.occurred.to_string().into(),
        ];
        vec![put_part(&SCALE, format!("scale/{}", scale.name), row)]
    }

    fn name(_event: &Set) -> EventName {
        EventName("scale-set", 1)
    }

    fn payload(event: &Set) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Set> {
        let known = (name, version) == ("scale-set", 1);
        known.then(|| serde_json::from_value(payload).ok())?
    }

    fn lands(command: &SetScale, _stream: &StreamId) -> String {
        format!("/incident/incident/{}", command.set.incident)
    }
}
