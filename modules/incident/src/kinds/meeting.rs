// SPDX-License-Identifier: EUPL-1.2
//! A meeting of a team, in the cycle of picture, judgement and decision. Its page makes the agenda
//! of what stands there (`views::meeting`), and a decision says in which meeting it was taken.

use paraat_authority::Act;
use paraat_contract::{
    Change, EventName, Home, Kind, Query, Recorded, Refusal, Verb, put, put_card,
};
use paraat_kernel::{Card, Given, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::{call_meeting, hold_meeting};
use crate::tables::MEETING;

/// The kind.
pub struct Meeting;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What was called; none before.
    pub called: Option<Called>,
    /// `open` until it was held, then `held`.
    pub standing: String,
    /// What came of it.
    pub outcome: String,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Call it.
    Call(Called),
    /// Say that it was held.
    Hold(Held),
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was called.
    Called(Called),
    /// It was held.
    Held(Held),
}

/// A meeting was called. Stored as `incident.meeting-called.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Called {
    /// When it begins, RFC 3339.
    pub at: String,
    /// The incident.
    pub incident: StreamId,
    /// Its number among the meetings of its team in this incident.
    pub number: i64,
    /// Where; empty when nobody said.
    pub place: String,
    /// The team; empty for the organisation itself.
    pub team: String,
    /// What else is on the agenda; empty for what always is.
    pub text: String,
}

/// A meeting was held. Stored as `incident.meeting-held.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Held {
    /// What came of it; empty when nobody said.
    pub summary: String,
}

impl Kind for Meeting {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "meeting";
    const VERBS: &'static [Verb] = &[call_meeting::VERB, hold_meeting::VERB];
    const EVENTS: &'static [EventName] =
        &[EventName("meeting-called", 1), EventName("meeting-held", 1)];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "call" => Some(Command::Call(call_meeting::read(input)?)),
            "hold" => Some(Command::Hold(hold_meeting::read(input))),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        match command {
            Command::Call(it) => vec![it.incident.clone()],
            Command::Hold(_) => Vec::new(),
        }
    }

    fn numbered(command: &Command, given: &Given) -> Option<Query> {
        match command {
            Command::Call(it) => Some(super::numbers(&MEETING, (&it.incident, &it.team), given)),
            Command::Hold(_) => None,
        }
    }

    fn home(command: &Command, given: &Given) -> Home {
        match command {
            Command::Call(it) => super::within(&it.incident, given),
            Command::Hold(_) => super::here(given),
        }
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::act_of(given.stream.owner.clone()))
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        let event = match command {
            Command::Call(it) => Event::Called(call_meeting::decide(it, given)?),
            Command::Hold(it) => Event::Held(hold_meeting::decide(state, it)?),
        };
        Ok(vec![event])
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Called(it) => {
                state.called = Some(it.clone());
                "open".clone_into(&mut state.standing);
            }
            Event::Held(it) => {
                "held".clone_into(&mut state.standing);
                state.outcome.clone_from(&it.summary);
            }
        }
    }

    fn rows(state: &State, _event: &Event, recorded: &Recorded) -> Vec<Change> {
        let Some(called) = &state.called else {
            return Vec::new();
        };
        let row = vec![
            called.incident.to_string().into(),
            recorded.stream.owner.as_str().into(),
            called.team.as_str().into(),
            called.number.into(),
            called.at.as_str().into(),
            called.place.as_str().into(),
            called.text.as_str().into(),
            state.standing.as_str().into(),
            state.outcome.as_str().into(),
        ];
        let stream = recorded.stream.clone();
        let mut card = Card::new(
            stream,
            "incident",
            "meeting",
            Text::typed(called.team.as_str()),
        );
        card.status.clone_from(&state.standing);
        card.holder = Some(recorded.stream.owner.clone());
        card.under = Some(called.incident.clone());
        card.order = format!("{:08}", called.number);
        if state.standing == "open" {
            card.due = called.at.parse().ok();
        }
        vec![put(&MEETING, row), put_card(&card)]
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Called(_) => EventName("meeting-called", 1),
            Event::Held(_) => EventName("meeting-held", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Called(it) => serde_json::to_value(it),
            Event::Held(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("meeting-called", 1) => serde_json::from_value(payload).map(Event::Called),
            ("meeting-held", 1) => serde_json::from_value(payload).map(Event::Held),
            _ => return None,
        };
        read.ok()
    }

    fn lands(command: &Command, stream: &StreamId) -> String {
        match command {
            Command::Call(it) => format!("/incident/incident/{}/decisions", it.incident),
            Command::Hold(_) => format!("/incident/meeting/{stream}"),
        }
    }
}
