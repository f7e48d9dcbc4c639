// SPDX-License-Identifier: EUPL-1.2
//! The log that a team keeps of an incident: numbered lines. A line is never changed; that it was
//! confirmed is said beside it, and what turned out otherwise is a line of its own that says so.

use std::collections::BTreeSet;

use paraat_authority::Act;
use paraat_contract::{
    AsKnown, Change, EventName, Filter, Home, Kind, Query, Recorded, Refusal, Verb, put_card,
    put_part,
};
use paraat_kernel::{Card, Given, StreamId, Text, Timestamp};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use super::beside;
use crate::commands::confirm_line;
use crate::commands::write::{self, Write};
use crate::tables::{CONFIRMED, LINE};

/// The kind.
pub struct Log;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The lines that nobody confirmed yet.
    pub unconfirmed: BTreeSet<u64>,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Write a line.
    Write(Write),
    /// Confirm one.
    Confirm(Confirmed),
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A line was written.
    Written(Written),
    /// One was confirmed.
    Confirmed(Confirmed),
}

/// A line was written. Stored as `incident.line-written.v1`; its header says when it happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// The incident it is about.
    pub incident: StreamId,
    /// Its number among the lines of its team in this incident.
    pub number: u64,
    /// `confirmed` when who wrote it knows it to be so, else `unconfirmed`.
    pub reliability: String,
    /// Who or what it comes from; empty when nobody said.
    pub source: String,
    /// The team that wrote it; empty for the organisation itself.
    pub team: String,
    /// What it says.
    pub text: String,
    /// The theme it is about; empty for none.
    pub theme: String,
}

/// A line was confirmed. Stored as `incident.line-confirmed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmed {
    /// The incident it is about.
    pub incident: StreamId,
    /// Its number.
    pub line: u64,
    /// Who or what confirmed it; empty when nobody said.
    pub source: String,
    /// The team whose line it is; empty for the organisation itself.
    pub team: String,
}

impl Command {
    fn of(&self) -> (&StreamId, &str) {
        match self {
            Self::Write(it) => (&it.line.incident, &it.line.team),
            Self::Confirm(it) => (&it.incident, &it.team),
        }
    }
}

impl Kind for Log {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "log";
    const VERBS: &'static [Verb] = &[write::VERB, confirm_line::VERB];
    const EVENTS: &'static [EventName] =
        &[EventName("line-written", 1), EventName("line-confirmed", 1)];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "write" => Some(Command::Write(write::read(input)?)),
            "confirm" => Some(Command::Confirm(confirm_line::read(input)?)),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        vec![command.of().0.clone()]
    }

    /// A line that is withdrawn takes its number with it: those after it keep theirs.
    fn numbered(command: &Command, given: &Given) -> Option<Query> {
        let log = beside("incident.log", command.of(), given).stream;
        let lines = Query::all(&LINE).filter(Filter::Stream(log));
        matches!(command, Command::Write(_)).then(|| lines.as_known(AsKnown::Ever))
    }

    fn home(command: &Command, given: &Given) -> Home {
        beside("incident.log", command.of(), given)
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        super::seen(command.of().0, given)?;
        let event = match command {
            Command::Write(it) => Event::Written(write::decide(it, given)),
            Command::Confirm(it) => Event::Confirmed(confirm_line::decide(state, it)?),
        };
        Ok(vec![event])
    }

    fn occurred(command: &Command) -> Option<Timestamp> {
        match command {
            Command::Write(it) => it.happened,
            Command::Confirm(_) => None,
        }
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Written(line) => {
                if line.reliability != "confirmed" {
                    state.unconfirmed.insert(line.number);
                }
            }
            Event::Confirmed(it) => {
                state.unconfirmed.remove(&it.line);
            }
        }
    }

    fn rows(_state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        match event {
            Event::Written(line) => written(line, recorded),
            Event::Confirmed(it) => vec![put_part(
                &CONFIRMED,
                format!("confirmed/{}", it.line),
                vec![
                    it.incident.to_string().into(),
                    format!("{}#{}", recorded.stream, it.line).into(),
                    it.source.as_str().into(),
                    recorded.occurred.to_string().into(),
                ],
            )],
        }
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Written(_) => EventName("line-written", 1),
            Event::Confirmed(_) => EventName("line-confirmed", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Written(it) => serde_json::to_value(it),
            Event::Confirmed(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("line-written", 1) => serde_json::from_value(payload).map(Event::Written),
            ("line-confirmed", 1) => serde_json::from_value(payload).map(Event::Confirmed),
            _ => return None,
        };
        read.ok()
    }

    fn lands(command: &Command, _stream: &StreamId) -> String {
        format!("/incident/incident/{}", command.of().0)
    }
}

fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The rows of a line.
fn written(line: &Written, recorded: &Recorded) -> Vec<Change> {
    let number = line.number;
    let part = format!("log-line/{number}");
    let row = vec![
        line.incident.to_string().into(),
        line.team.as_str().into(),
        whole(number).into(),
        line.text.as_str().into(),
        line.theme.as_str().into(),
        line.reliability.as_str().into(),
        line.source.as_str().into(),
        recorded.occurred.to_string().into(),
    ];
    let stream = recorded.stream.clone();
    let title = Text::typed(super::first_line(&line.text));
    let mut card = Card::new(stream, "incident", "log-line", title);
    card.part.clone_from(&part);
    card.body = Text::typed(line.text.as_str());
    card.holder = Some(recorded.stream.owner.clone());
    card.under = Some(line.incident.clone());
    card.order = format!("{number:012}");
    vec![put_part(&LINE, part, row), put_card(&card)]
}
