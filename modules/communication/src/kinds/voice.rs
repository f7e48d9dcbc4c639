// SPDX-License-Identifier: EUPL-1.2
//! Who says what: for each topic of a crisis, whom an organisation holds to be the one who speaks.
//! Each organisation keeps its own matrix; where two differ both see it, and nobody is blocked.

use std::collections::BTreeMap;

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put_part};
use paraat_kernel::{Given, StreamId};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::assign;
use crate::tables::VOICE;

/// The kind.
pub struct Voice;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// By topic.
    pub assigned: BTreeMap<String, Assigned>,
}

/// Somebody speaks about a topic. Stored as `communication.voice-assigned.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assigned {
    /// One of `terms::authorities::AUTHORITIES`.
    pub authority: String,
    /// The crisis.
    pub incident: StreamId,
    /// Who that is, by function; empty for what the authority is called.
    pub sender: String,
    /// One of `terms::topics::TOPICS`.
    pub topic: String,
}

impl Kind for Voice {
    type State = State;
    type Event = Assigned;
    type Command = Assigned;

    const MODULE: &'static str = "communication";
    const NAME: &'static str = "voice";
    const VERBS: &'static [Verb] = &[assign::VERB];
    const EVENTS: &'static [EventName] = &[EventName("voice-assigned", 1)];

    fn read(verb: &str, input: &Input) -> Option<Assigned> {
        (verb == assign::VERB.name).then(|| assign::read(input))?
    }

    fn refers(command: &Assigned) -> Vec<StreamId> {
        vec![command.incident.clone()]
    }

    fn home(command: &Assigned, given: &Given) -> Home {
        let name = command.incident.to_string();
        let owner = given.actor.organisation.clone();
        Home {
            stream: StreamId::derived(owner, "communication.voice", &name),
            ..super::fresh(Some(&command.incident), given)
        }
    }

    fn act(_command: &Assigned, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(state: &State, command: Assigned, given: &Given) -> Result<Vec<Assigned>, Refusal> {
        Ok(vec![assign::decide(state, command, given)?])
    }

    fn evolve(state: &mut State, event: &Assigned) {
        state.assigned.insert(event.topic.clone(), event.clone());
    }

    fn rows(_state: &State, event: &Assigned, recorded: &Recorded) -> Vec<Change> {
        let row = vec![
            event.incident.to_string().into(),
            event.topic.as_str().into(),
            event.authority.as_str().into(),
            event.sender.as_str().into(),
            recorded.occurred.to_string().into(),
        ];
        vec![put_part(&VOICE, format!("voice/{}", event.topic), row)]
    }

    fn name(_event: &Assigned) -> EventName {
        EventName("voice-assigned", 1)
    }

    fn payload(event: &Assigned) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Assigned> {
        let known = (name, version) == ("voice-assigned", 1);
        known.then(|| serde_json::from_value(payload).ok())?
    }

    fn lands(command: &Assigned, _stream: &StreamId) -> String {
        format!("/communication/crisis/{}", command.incident)
    }
}
