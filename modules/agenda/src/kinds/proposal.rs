// SPDX-License-Identifier: EUPL-1.2
//! New policy, law or investment that a ministry prepares: like an activity of the agenda, it is
//! weighed for each island of the Caribbean Netherlands. A stream of the ministry.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Circle, Given, Label, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::announce_proposal as announce;
use crate::commands::drop_proposal as drop;
use crate::tables::PROPOSAL;

/// The kind.
pub struct Proposal;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Where it stands: `announced` or `dropped`; empty before.
    pub status: String,
    /// What was announced.
    pub announced: Option<Announced>,
    /// Why it was dropped.
    pub reason: String,
}

/// What can be asked of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Announce it.
    Announce(Announced),
    /// Drop it.
    Drop(Dropped),
}

/// What can have happened to a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was announced.
    Announced(Announced),
    /// It was dropped.
    Dropped(Dropped),
}

/// A proposal was announced. Stored as `agenda.proposal-announced.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Announced {
    /// What it is about, in English; empty when it was not translated.
    pub description_en: String,
    /// What it is about.
    pub description_nl: String,
    /// The year in which it is to take effect.
    pub expected_year: i64,
    /// One of `SORTS`.
    pub sort: String,
    /// Its title in English; empty when it was not translated.
    pub title_en: String,
    /// Its title.
    pub title_nl: String,
}

/// A proposal was dropped. Stored as `agenda.proposal-dropped.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dropped {
    /// Why.
    pub reason: String,
}

impl Kind for Proposal {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "proposal";
    const VERBS: &'static [Verb] = &[announce::VERB, drop::VERB];
    const EVENTS: &'static [EventName] = &[
        EventName("proposal-announced", 1),
        EventName("proposal-dropped", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "announce" => announce::read(input).map(Command::Announce),
            "drop" => Some(Command::Drop(drop::read(input))),
            _ => None,
        }
    }

    fn home(_command: &Command, given: &Given) -> Home {
        Home {
            stream: given.stream.clone(),
            circle: Circle::Partners,
            label: Label::Green,
        }
    }

    fn act(command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(match command {
            Command::Announce(_) => announce::act(given),
            Command::Drop(_) => drop::act(given),
        })
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::Announce(said) => announce::decide(said, given),
            Command::Drop(said) => drop::decide(state, said),
        }
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Announced(said) => {
                "announced".clone_into(&mut state.status);
                state.announced = Some(said.clone());
            }
            Event::Dropped(said) => {
                "dropped".clone_into(&mut state.status);
                state.reason.clone_from(&said.reason);
            }
        }
    }

    fn rows(state: &State, _event: &Event, recorded: &Recorded) -> Vec<Change> {
        let Some(said) = &state.announced else {
            return Vec::new();
        };
        let row = vec![
            said.sort.as_str().into(),
            said.title_nl.as_str().into(),
            said.title_en.as_str().into(),
            said.description_nl.as_str().into(),
            said.description_en.as_str().into(),
            said.expected_year.into(),
            state.status.as_str().into(),
            state.reason.as_str().into(),
            recorded.occurred.to_string().into(),
        ];
        let title = Text::both(said.title_nl.as_str(), said.title_en.as_str());
        let mut card = Card::new(recorded.stream.clone(), "agenda", "proposal", title);
        card.body = Text::both(said.description_nl.as_str(), said.description_en.as_str());
        card.status.clone_from(&state.status);
        card.holder = Some(recorded.stream.owner.clone());
        card.order = said.expected_year.to_string();
        vec![put(&PROPOSAL, row), put_card(&card)]
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Announced(_) => EventName("proposal-announced", 1),
            Event::Dropped(_) => EventName("proposal-dropped", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Announced(said) => serde_json::to_value(said),
            Event::Dropped(said) => serde_json::to_value(said),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        match (name, version) {
            ("proposal-announced", 1) => serde_json::from_value(payload).ok().map(Event::Announced),
            ("proposal-dropped", 1) => serde_json::from_value(payload).ok().map(Event::Dropped),
            _ => None,
        }
    }

    fn lands(_command: &Command, stream: &StreamId) -> String {
        format!("/agenda/proposal/{stream}")
    }
}
