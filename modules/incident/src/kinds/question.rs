// SPDX-License-Identifier: EUPL-1.2
//! A question for information, at the one desk where all of them stand: who asks, which decision
//! waits for it, when and in what form. It is answered once, and all who asked see the answer.

use paraat_authority::Act;
use paraat_contract::{
    Aid, Change, EventName, Home, Kind, Query, Recorded, Refusal, Verb, put, put_card,
};
use paraat_kernel::{Card, Given, OrganisationId, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::{ask_question, close_question};
use crate::tables::QUESTION;
use crate::views::ask_form;

/// The kind.
pub struct Question;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What was asked; none before.
    pub asked: Option<Asked>,
    /// `open` or `closed`.
    pub standing: String,
    /// Why it was closed.
    pub outcome: String,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Ask it.
    Ask(Asked),
    /// Close it: it was answered well enough, or is no longer asked.
    Close(Closed),
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was asked.
    Asked(Asked),
    /// It was closed.
    Closed(Closed),
}

/// A question was asked. Stored as `incident.question-asked.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The decision that waits for the answer; empty when nobody said.
    pub decision: String,
    /// When it must be answered, RFC 3339; empty when nobody said.
    pub due: String,
    /// In what form: a figure, a map, a text; empty when nobody said.
    pub form: String,
    /// The incident.
    pub incident: StreamId,
    /// Its number among the questions of its team in this incident.
    pub number: i64,
    /// The team that asks; empty for the organisation itself.
    pub team: String,
    /// What is asked.
    pub text: String,
    /// Who is asked; empty for whoever knows.
    pub to: String,
}

/// A question was closed. Stored as `incident.question-closed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    /// Why; empty when nobody said.
    pub reason: String,
}

impl Kind for Question {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "question";
    const VERBS: &'static [Verb] = &[ask_question::VERB, close_question::VERB];
    const EVENTS: &'static [EventName] = &[
        EventName("question-asked", 1),
        EventName("question-closed", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "ask" => Some(Command::Ask(ask_question::read(input)?)),
            "close" => Some(Command::Close(close_question::read(input))),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        match command {
            Command::Ask(it) => vec![it.incident.clone()],
            Command::Close(_) => Vec::new(),
        }
    }

    fn numbered(command: &Command, given: &Given) -> Option<Query> {
        match command {
            Command::Ask(it) => Some(super::numbers(&QUESTION, (&it.incident, &it.team), given)),
            Command::Close(_) => None,
        }
    }

    fn home(command: &Command, given: &Given) -> Home {
        match command {
            Command::Ask(it) => super::within(&it.incident, given),
            Command::Close(_) => super::here(given),
        }
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::act_of(given.stream.owner.clone()))
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        let event = match command {
            Command::Ask(it) => Event::Asked(ask_question::decide(it, given)?),
            Command::Close(it) => Event::Closed(close_question::decide(state, it)?),
        };
        Ok(vec![event])
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Asked(it) => {
                state.asked = Some(it.clone());
                "open".clone_into(&mut state.standing);
            }
            Event::Closed(it) => {
                "closed".clone_into(&mut state.standing);
                state.outcome.clone_from(&it.reason);
            }
        }
    }

    fn rows(state: &State, _event: &Event, recorded: &Recorded) -> Vec<Change> {
        let Some(asked) = &state.asked else {
            return Vec::new();
        };
        let row = vec![
            asked.incident.to_string().into(),
            recorded.stream.owner.as_str().into(),
            asked.team.as_str().into(),
            asked.number.into(),
            asked.text.as_str().into(),
            asked.decision.as_str().into(),
            asked.form.as_str().into(),
            asked.to.as_str().into(),
            asked.due.as_str().into(),
            state.standing.as_str().into(),
            state.outcome.as_str().into(),
        ];
        let stream = recorded.stream.clone();
        let title = Text::typed(super::first_line(&asked.text));
        let mut card = Card::new(stream, "incident", "question", title);
        card.body = Text::typed(asked.text.as_str());
        card.status.clone_from(&state.standing);
        card.holder = asked.to.parse::<OrganisationId>().ok();
        card.under = Some(asked.incident.clone());
        card.order = format!("{:08}", asked.number);
        vec![put(&QUESTION, row), put_card(&card)]
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Asked(_) => EventName("question-asked", 1),
            Event::Closed(_) => EventName("question-closed", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Asked(it) => serde_json::to_value(it),
            Event::Closed(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("question-asked", 1) => serde_json::from_value(payload).map(Event::Asked),
            ("question-closed", 1) => serde_json::from_value(payload).map(Event::Closed),
            _ => return None,
        };
        read.ok()
    }

    fn aid(verb: &str) -> Option<Aid> {
        (verb == "ask").then_some(ask_form::ASK)
    }

    fn lands(command: &Command, stream: &StreamId) -> String {
        match command {
            Command::Ask(it) => format!("/incident/incident/{}/questions", it.incident),
            Command::Close(_) => format!("/incident/question/{stream}"),
        }
    }
}
