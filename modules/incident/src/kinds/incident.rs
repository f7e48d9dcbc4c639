// SPDX-License-Identifier: EUPL-1.2
//! An incident: what an organisation calls a crisis, and which others it says are the same one.

use std::collections::BTreeSet;

use paraat_authority::{Ability, Act};
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Circle, Given, Label, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::join::{self, Join};
use crate::commands::open::{self, Open};
use crate::tables::{INCIDENT, JOINED};

/// The kind.
pub struct Incident;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The incidents it was joined with.
    pub joined: BTreeSet<StreamId>,
}

/// What can be asked of an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Open it.
    Open(Open),
    /// Say that another one is the same crisis.
    Join(Join),
}

/// What can have happened to an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was opened.
    Opened(Opened),
    /// It was joined with another.
    Joined(Joined),
}

/// An incident was opened. Stored as `incident.opened.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// What is the matter.
    pub title: String,
}

/// Two incidents are the same crisis. Stored as `incident.joined.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Joined {
    /// The incident of the other organisation.
    pub with: StreamId,
}

impl Kind for Incident {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "incident";
    const VERBS: &'static [Verb] = &[open::VERB, join::VERB];
    const EVENTS: &'static [EventName] = &[EventName("opened", 1), EventName("joined", 1)];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "open" => Some(Command::Open(open::read(input))),
            "join" => Some(Command::Join(join::read(input)?)),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        match command {
            Command::Open(open) => open.circle.iter().cloned().collect(),
            Command::Join(join) => vec![join.with.clone()],
        }
    }

    fn home(command: &Command, given: &Given) -> Home {
        let made = match command {
            Command::Open(open) => open.circle.clone(),
            Command::Join(_) => None,
        };
        Home {
            stream: given.stream.clone(),
            circle: made.map_or(Circle::Partners, Circle::Made),
            label: Label::Green,
        }
    }

    /// Whoever is on duty opens and joins.
    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(Act {
            ability: Ability::Write,
            of: given.stream.owner.clone(),
        })
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::Open(open) => open::decide(open, given),
            Command::Join(join) => join::decide(state, join, given),
        }
    }

    fn evolve(state: &mut State, event: &Event) {
        if let Event::Joined(joined) = event {
            state.joined.insert(joined.with.clone());
        }
    }

    fn rows(_state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        let stream = recorded.stream.to_string();
        match event {
            Event::Opened(opened) => {
                let occurred = recorded.occurred.to_string();
                let row = vec![stream.into(), opened.title.as_str().into(), occurred.into()];
                let title = Text::typed(opened.title.as_str());
                let mut card = Card::new(recorded.stream.clone(), "incident", "incident", title);
                card.holder = Some(recorded.stream.owner.clone());
                card.status = "open".to_owned();
                vec![put(&INCIDENT, row), put_card(&card)]
            }
            Event::Joined(joined) => vec![Change::Put {
                table: &JOINED,
                part: format!("joined/{}", joined.with),
                class: None,
                values: vec![stream.into(), joined.with.to_string().into()],
            }],
        }
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Opened(_) => EventName("opened", 1),
            Event::Joined(_) => EventName("joined", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Opened(opened) => serde_json::to_value(opened),
            Event::Joined(joined) => serde_json::to_value(joined),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        match (name, version) {
            ("opened", 1) => serde_json::from_value(payload).ok().map(Event::Opened),
            ("joined", 1) => serde_json::from_value(payload).ok().map(Event::Joined),
            _ => None,
        }
    }

    fn lands(_command: &Command, stream: &StreamId) -> String {
        format!("/incident/incident/{stream}")
    }
}
