// SPDX-License-Identifier: EUPL-1.2
//! The keys with which nodes sign for an organisation: one public stream of each organisation,
//! so that whoever knows its root key can check every run.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb};
use paraat_kernel::{Circle, Delegation, Given, Label, OrganisationId, StreamId};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::delegate::{self, Delegate};
use crate::tables::KEY;

/// The kind.
pub struct Keys;

/// What the rule must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The last delegation; none while no node may sign.
    pub last: Option<Delegation>,
}

/// The stream with the keys of an organisation.
pub fn address(organisation: OrganisationId) -> StreamId {
    StreamId::derived(organisation, "trust.keys", "keys")
}

impl Kind for Keys {
    type State = State;
    /// A node was let to sign. Stored as `trust.node-key-delegated.v1`.
    type Event = Delegation;
    type Command = Delegate;

    const MODULE: &'static str = "trust";
    const NAME: &'static str = "keys";
    const VERBS: &'static [Verb] = &[delegate::VERB];
    const EVENTS: &'static [EventName] = &[EventName("node-key-delegated", 1)];

    fn read(verb: &str, input: &Input) -> Option<Delegate> {
        (verb == delegate::VERB.name).then(|| delegate::read(input))?
    }

    fn refers(_command: &Delegate) -> Vec<StreamId> {
        Vec::new()
    }

    fn home(_command: &Delegate, given: &Given) -> Home {
        Home {
            stream: address(given.actor.organisation.clone()),
            circle: Circle::Public,
            label: Label::Clear,
        }
    }

    fn act(_command: &Delegate, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(delegate::act(given))
    }

    fn decide(state: &State, command: Delegate, given: &Given) -> Result<Vec<Delegation>, Refusal> {
        delegate::decide(state, command, given)
    }

    fn evolve(state: &mut State, event: &Delegation) {
        state.last = Some(event.clone());
    }

    fn rows(_state: &State, event: &Delegation, recorded: &Recorded) -> Vec<Change> {
        vec![Change::Put {
            table: &KEY,
            part: format!("incarnation/{}", event.incarnation),
            class: None,
            values: vec![
                event.organisation.as_str().into(),
                i64::from(event.incarnation).into(),
                event.node_key.as_str().into(),
                event.root_key.as_str().into(),
                recorded.recorded.to_string().into(),
            ],
        }]
    }

    fn name(_event: &Delegation) -> EventName {
        EventName("node-key-delegated", 1)
    }

    fn payload(event: &Delegation) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Delegation> {
        match (name, version) {
            ("node-key-delegated", 1) => serde_json::from_value(payload).ok(),
            _ => None,
        }
    }

    fn lands(_command: &Delegate, _stream: &StreamId) -> String {
        "/trust/keys".to_owned()
    }
}
