// SPDX-License-Identifier: EUPL-1.2
//! The log that an organisation keeps of an incident: numbered lines.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put_card};
use paraat_kernel::{Card, Given, StreamId, Text, Timestamp};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::write::{self, Write};
use crate::tables::LINE;

/// The kind.
pub struct Log;

/// How far the log has come.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Number of the last line.
    pub lines: u64,
}

/// A line was written. Stored as `incident.line-written.v1`; its header says when it happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// The incident it is about.
    pub incident: StreamId,
    /// What it says.
    pub text: String,
}

/// Characters of the first line that stand as the name of a line in lists.
const TITLE: usize = 120;

impl Kind for Log {
    type State = State;
    type Event = Written;
    type Command = Write;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "log";
    const VERBS: &'static [Verb] = &[write::VERB];
    const EVENTS: &'static [EventName] = &[EventName("line-written", 1)];

    fn read(verb: &str, input: &Input) -> Option<Write> {
        (verb == write::VERB.name).then(|| write::read(input))?
    }

    fn refers(command: &Write) -> Vec<StreamId> {
        vec![command.incident.clone()]
    }

    fn home(command: &Write, given: &Given) -> Home {
        super::beside("incident.log", &command.incident, given)
    }

    fn act(_command: &Write, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(_state: &State, command: Write, given: &Given) -> Result<Vec<Written>, Refusal> {
        write::decide(command, given)
    }

    fn occurred(command: &Write) -> Option<Timestamp> {
        command.happened
    }

    fn evolve(state: &mut State, _event: &Written) {
        state.lines += 1;
    }

    fn rows(state: &State, event: &Written, recorded: &Recorded) -> Vec<Change> {
        let part = format!("log-line/{}", state.lines);
        let number = i64::try_from(state.lines).unwrap_or(i64::MAX);
        let row = Change::Put {
            table: &LINE,
            part: part.clone(),
            class: None,
            values: vec![
                event.incident.to_string().into(),
                number.into(),
                event.text.as_str().into(),
                recorded.occurred.to_string().into(),
            ],
        };
        let first = event.text.lines().next().unwrap_or_default();
        let title: String = first.chars().take(TITLE).collect();
        let stream = recorded.stream.clone();
        let mut card = Card::new(stream, "incident", "log-line", Text::typed(title));
        card.part = part;
        card.body = Text::typed(event.text.as_str());
        card.holder = Some(recorded.stream.owner.clone());
        card.under = Some(event.incident.clone());
        card.order = format!("{:012}", state.lines);
        vec![row, put_card(&card)]
    }

    fn name(_event: &Written) -> EventName {
        EventName("line-written", 1)
    }

    fn payload(event: &Written) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Written> {
        match (name, version) {
            ("line-written", 1) => serde_json::from_value(payload).ok(),
            _ => None,
        }
    }

    fn lands(command: &Write, _stream: &StreamId) -> String {
        format!("/incident/incident/{}", command.incident)
    }
}
