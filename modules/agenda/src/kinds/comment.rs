// SPDX-License-Identifier: EUPL-1.2
//! What an organisation says beside an activity that another one leads: a stream of its own, so
//! that nobody edits what somebody else said.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put_card};
use paraat_kernel::{Card, Circle, Given, Label, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::comment::{self, Write};
use crate::tables::COMMENT;

/// The kind.
pub struct Comment;

/// How many comments there are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Number of the last one.
    pub count: u64,
}

/// A comment was written. Stored as `agenda.comment-written.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// The activity it is about.
    pub activity: StreamId,
    /// What is said.
    pub text: String,
}

impl Kind for Comment {
    type State = State;
    type Event = Written;
    type Command = Write;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "comment";
    const VERBS: &'static [Verb] = &[comment::VERB];
    const EVENTS: &'static [EventName] = &[EventName("comment-written", 1)];

    fn read(verb: &str, input: &Input) -> Option<Write> {
        (verb == comment::VERB.name).then(|| comment::read(input))?
    }

    fn refers(command: &Write) -> Vec<StreamId> {
        vec![command.activity.clone()]
    }

    fn home(command: &Write, given: &Given) -> Home {
        let owner = given.actor.organisation.clone();
        Home {
            stream: StreamId::derived(owner, "agenda.comment", &command.activity.to_string()),
            circle: Circle::Partners,
            label: Label::Green,
        }
    }

    fn act(_command: &Write, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(comment::act(given))
    }

    fn decide(_state: &State, command: Write, given: &Given) -> Result<Vec<Written>, Refusal> {
        comment::decide(command, given)
    }

    fn evolve(state: &mut State, _event: &Written) {
        state.count += 1;
    }

    fn rows(state: &State, event: &Written, recorded: &Recorded) -> Vec<Change> {
        let part = format!("comment/{}", state.count);
        let row = Change::Put {
            table: &COMMENT,
            part: part.clone(),
            class: None,
            values: vec![
                event.activity.to_string().into(),
                event.text.as_str().into(),
                recorded.organisation.to_string().into(),
                recorded.occurred.to_string().into(),
                recorded.function.as_str().into(),
            ],
        };
        let mut card = Card::new(
            recorded.stream.clone(),
            "agenda",
            "comment",
            Text::default(),
        );
        card.part = part;
        card.body = Text::typed(event.text.as_str());
        card.holder = Some(recorded.organisation.clone());
        card.under = Some(event.activity.clone());
        vec![row, put_card(&card)]
    }

    fn name(_event: &Written) -> EventName {
        EventName("comment-written", 1)
    }

    fn payload(event: &Written) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Written> {
        match (name, version) {
            ("comment-written", 1) => serde_json::from_value(payload).ok(),
            _ => None,
        }
    }

    fn lands(command: &Write, _stream: &StreamId) -> String {
        format!("/agenda/activity/{}", command.activity)
    }
}
