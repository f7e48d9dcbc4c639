// SPDX-License-Identifier: EUPL-1.2
//! The reporting clock of an organisation in an incident: from when and how often it reports, and
//! for whom. What is due follows from it and from the reports that were made; it rings at nobody
//! who did not set it.

use jiff::ToSpan as _;
use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put};
use paraat_kernel::{Given, StreamId, Timestamp};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use crate::commands::{set_clock, stop_clock};
use crate::tables::CLOCK;

/// The kind.
pub struct Clock;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// How it runs; none while it does not.
    pub runs: Option<Set>,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Set it.
    Set(Set),
    /// Stop it.
    Stop(Stopped),
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was set.
    Set(Set),
    /// It was stopped.
    Stopped(Stopped),
}

/// A clock was set. Stored as `incident.clock-set.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Set {
    /// Minutes from one report to the next.
    pub every: i64,
    /// When the first one is due, RFC 3339.
    pub first: String,
    /// Who waits for it; empty when nobody said.
    pub for_whom: String,
    /// The incident.
    pub incident: StreamId,
}

/// A clock was stopped. Stored as `incident.clock-stopped.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stopped {
    /// The incident.
    pub incident: StreamId,
}

/// When the next report is due: the first moment of the clock after the last report, the very first
/// one when there was none. It may have been.
pub fn due(first: Timestamp, every: i64, last: Option<Timestamp>) -> Timestamp {
    let Some(last) = last.filter(|last| *last >= first) else {
        return first;
    };
    let every = every.max(1);
    let passed = (last.as_second() - first.as_second()) / (every * 60) + 1;
    let span = passed.saturating_mul(every).minutes();
    first.checked_add(span).unwrap_or(first)
}

impl Command {
    fn incident(&self) -> &StreamId {
        match self {
            Self::Set(it) => &it.incident,
            Self::Stop(it) => &it.incident,
        }
    }
}

impl Kind for Clock {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "clock";
    const VERBS: &'static [Verb] = &[set_clock::VERB, stop_clock::VERB];
    const EVENTS: &'static [EventName] =
        &[EventName("clock-set", 1), EventName("clock-stopped", 1)];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "set" => Some(Command::Set(set_clock::read(input)?)),
            "stop" => Some(Command::Stop(stop_clock::read(input)?)),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        vec![command.incident().clone()]
    }

    fn home(command: &Command, given: &Given) -> Home {
        super::beside("incident.clock", (command.incident(), ""), given)
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        super::seen(command.incident(), given)?;
        let event = match command {
            Command::Set(it) => Event::Set(set_clock::decide(state, it, given)?),
            Command::Stop(it) => Event::Stopped(stop_clock::decide(state, it)?),
        };
        Ok(vec![event])
    }

    fn evolve(state: &mut State, event: &Event) {
        state.runs = match event {
            Event::Set(it) => Some(it.clone()),
            Event::Stopped(_) => None,
        };
    }

    fn rows(_state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        match event {
            Event::Set(it) => vec![put(
                &CLOCK,
                vec![
                    it.incident.to_string().into(),
                    recorded.stream.owner.as_str().into(),
                    it.every.into(),
                    it.first.as_str().into(),
                    it.for_whom.as_str().into(),
                ],
            )],
            Event::Stopped(_) => vec![Change::Close {
                table: &CLOCK,
                part: String::new(),
            }],
        }
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Set(_) => EventName("clock-set", 1),
            Event::Stopped(_) => EventName("clock-stopped", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Set(it) => serde_json::to_value(it),
            Event::Stopped(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("clock-set", 1) => serde_json::from_value(payload).map(Event::Set),
            ("clock-stopped", 1) => serde_json::from_value(payload).map(Event::Stopped),
            _ => return None,
        };
        read.ok()
    }

    fn prefill(verb: &str, state: &State) -> Typed {
        match &state.runs {
            Some(runs) if verb == "set" => Typed::default()
                .with("every", runs.every.to_string())
                .with("first", runs.first.as_str())
                .with("forWhom", runs.for_whom.as_str()),
            _ => Typed::default(),
        }
    }

    fn lands(command: &Command, _stream: &StreamId) -> String {
        format!("/incident/incident/{}/questions", command.incident())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_report_is_due_at_the_first_tick_after_the_last() {
        let at = |clock: &str| -> Timestamp { format!("2026-11-23T{clock}:00Z").parse().unwrap() };
        for (last, next) in [
            (None, "10:00"),
            (Some("09:59"), "10:00"),
            (Some("10:00"), "10:30"),
            (Some("10:29"), "10:30"),
            // A report that was skipped is not made up for.
            (Some("11:10"), "11:30"),
        ] {
            assert_eq!(due(at("10:00"), 30, last.map(at)), at(next), "{last:?}");
        }
    }
}
