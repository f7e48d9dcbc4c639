// SPDX-License-Identifier: EUPL-1.2
//! That one organisation knows a fact of another otherwise. It stands beside the fact, in the
//! record of who says so; the fact stays what its owner says.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put};
use paraat_kernel::{Given, StreamId};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::{dispute, drop_dispute};
use crate::tables::DISPUTE;

/// The kind.
pub struct Dispute;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What is said now; none before, and after it was dropped.
    pub stands: Option<Disputed>,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Say that it is otherwise.
    Dispute(Disputed),
    /// No longer say so.
    Drop(Dropped),
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was said to be otherwise.
    Disputed(Disputed),
    /// That was dropped.
    Dropped(Dropped),
}

/// A fact was disputed. Stored as `incident.fact-disputed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disputed {
    /// The fact.
    pub fact: StreamId,
    /// Why; empty when nobody said.
    pub reason: String,
    /// Who or what it comes from; empty when nobody said.
    pub source: String,
    /// What it is instead; empty when only that it is not so is known.
    pub value: String,
}

/// A dispute was dropped. Stored as `incident.dispute-dropped.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dropped {
    /// The fact.
    pub fact: StreamId,
}

impl Command {
    fn fact(&self) -> &StreamId {
        match self {
            Self::Dispute(it) => &it.fact,
            Self::Drop(it) => &it.fact,
        }
    }
}

impl Kind for Dispute {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "dispute";
    const VERBS: &'static [Verb] = &[dispute::VERB, drop_dispute::VERB];
    const EVENTS: &'static [EventName] = &[
        EventName("fact-disputed", 1),
        EventName("dispute-dropped", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "say" => Some(Command::Dispute(dispute::read(input)?)),
            "drop" => Some(Command::Drop(drop_dispute::read(input)?)),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        vec![command.fact().clone()]
    }

    fn home(command: &Command, given: &Given) -> Home {
        super::beside("incident.dispute", (command.fact(), ""), given)
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        let card = given.card(command.fact());
        if card.is_none_or(|card| card.module != "incident" || card.kind != "fact") {
            return Err(Refusal::new("incident-refusal-fact-not-there").at("fact"));
        }
        let event = match command {
            Command::Dispute(it) => Event::Disputed(dispute::decide(state, it, given)?),
            Command::Drop(it) => Event::Dropped(drop_dispute::decide(state, it)?),
        };
        Ok(vec![event])
    }

    fn evolve(state: &mut State, event: &Event) {
        state.stands = match event {
            Event::Disputed(it) => Some(it.clone()),
            Event::Dropped(_) => None,
        };
    }

    fn rows(_state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        match event {
            Event::Disputed(it) => vec![put(
                &DISPUTE,
                vec![
                    it.fact.to_string().into(),
                    it.value.as_str().into(),
                    it.reason.as_str().into(),
                    it.source.as_str().into(),
                    recorded.occurred.to_string().into(),
                ],
            )],
            Event::Dropped(_) => vec![Change::Close {
                table: &DISPUTE,
                part: String::new(),
            }],
        }
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Disputed(_) => EventName("fact-disputed", 1),
            Event::Dropped(_) => EventName("dispute-dropped", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Disputed(it) => serde_json::to_value(it),
            Event::Dropped(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("fact-disputed", 1) => serde_json::from_value(payload).map(Event::Disputed),
            ("dispute-dropped", 1) => serde_json::from_value(payload).map(Event::Dropped),
            _ => return None,
        };
        read.ok()
    }

    fn lands(command: &Command, _stream: &StreamId) -> String {
        format!("/incident/fact/{}", command.fact())
    }
}
