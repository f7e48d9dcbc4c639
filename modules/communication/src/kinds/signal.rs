// SPDX-License-Identifier: EUPL-1.2
//! A signal from society: a question, a rumour, a falsehood that somebody spreads, a feeling. Where
//! it was seen and how often, what is known of it, what is answered, and what that means for those
//! who decide.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Given, StreamId, Text};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use super::{address, here};
use crate::commands::{answer, close, note, see_again};
use crate::tables::SIGNAL;

/// The kind.
pub struct Signal;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What it is; none before it was noted.
    pub noted: Option<Noted>,
    /// How often it was seen.
    pub seen: i64,
    /// Where it was seen last.
    pub place: String,
    /// The last answer.
    pub answered: Option<Answered>,
    /// `open`, `answered` or `closed`.
    pub standing: String,
}

/// It was noted. Stored as `communication.signal-noted.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noted {
    /// What people ask, say or feel.
    pub claim: String,
    /// The crisis; none for what creeps on without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<StreamId>,
    /// Where it was seen: a medium, a place. Never a person.
    pub place: String,
    /// One of `terms::signals::SORTS`.
    pub sort: String,
}

/// It was seen again. Stored as `communication.signal-seen-again.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeenAgain {
    /// Where.
    pub place: String,
}

/// It was answered. Stored as `communication.signal-answered.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// What it means for those who decide, in a sentence; empty for nothing.
    pub advice: String,
    /// What is answered.
    pub answer: String,
    /// What is known; empty when nothing is.
    pub fact: String,
    /// One of `terms::signals::VERDICTS`.
    pub verdict: String,
}

/// It is over. Stored as `communication.signal-closed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    /// Why; empty when nobody said.
    pub reason: String,
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was noted.
    Noted(Noted),
    /// It was seen again.
    SeenAgain(SeenAgain),
    /// It was answered.
    Answered(Answered),
    /// It is over.
    Closed(Closed),
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Note it.
    Note(Noted),
    /// Say that it was seen again.
    SeeAgain(SeenAgain),
    /// Answer it.
    Answer(Answered),
    /// Say that it is over.
    Close(Closed),
}

impl Kind for Signal {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "communication";
    const NAME: &'static str = "signal";
    const VERBS: &'static [Verb] = &[note::VERB, see_again::VERB, answer::VERB, close::VERB];
    const EVENTS: &'static [EventName] = &[
        EventName("signal-noted", 1),
        EventName("signal-seen-again", 1),
        EventName("signal-answered", 1),
        EventName("signal-closed", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        Some(match verb {
            "note" => Command::Note(note::read(input)),
            "see-again" => Command::SeeAgain(see_again::read(input)),
            "answer" => Command::Answer(answer::read(input)),
            "close" => Command::Close(close::read(input)),
            _ => return None,
        })
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        match command {
            Command::Note(it) => it.incident.iter().cloned().collect(),
            _ => Vec::new(),
        }
    }

    fn home(command: &Command, given: &Given) -> Home {
        match command {
            Command::Note(it) => super::fresh(it.incident.as_ref(), given),
            _ => here(given),
        }
    }

    fn act(command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(match command {
            Command::Note(_) => crate::commands::own(given),
            _ => crate::commands::owner(given),
        })
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        let event = match command {
            Command::Note(it) => Event::Noted(note::decide(it, given)?),
            Command::SeeAgain(it) => Event::SeenAgain(see_again::decide(state, it)?),
            Command::Answer(it) => Event::Answered(answer::decide(state, it)?),
            Command::Close(it) => Event::Closed(close::decide(state, it)?),
        };
        Ok(vec![event])
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Noted(it) => {
                state.noted = Some(it.clone());
                state.place.clone_from(&it.place);
                state.seen = 1;
                "open".clone_into(&mut state.standing);
            }
            Event::SeenAgain(it) => {
                state.seen += 1;
                if !it.place.is_empty() {
                    state.place.clone_from(&it.place);
                }
            }
            Event::Answered(it) => {
                state.answered = Some(it.clone());
                "answered".clone_into(&mut state.standing);
            }
            Event::Closed(_) => "closed".clone_into(&mut state.standing),
        }
    }

    fn rows(state: &State, _event: &Event, recorded: &Recorded) -> Vec<Change> {
        let Some(noted) = &state.noted else {
            return Vec::new();
        };
        let answer = state.answered.as_ref();
        let said = |pick: fn(&Answered) -> &String| {
            answer.map(|it| pick(it).clone()).unwrap_or_default().into()
        };
        let row = vec![
            address(noted.incident.as_ref()).into(),
            noted.sort.as_str().into(),
            noted.claim.as_str().into(),
            state.place.as_str().into(),
            state.seen.into(),
            state.standing.as_str().into(),
            said(|it| &it.verdict),
            said(|it| &it.fact),
            said(|it| &it.answer),
            said(|it| &it.advice),
            recorded.occurred.to_string().into(),
        ];
        let title = Text::typed(noted.claim.as_str());
        let mut card = Card::new(recorded.stream.clone(), "communication", "signal", title);
        card.status.clone_from(&state.standing);
        card.holder = Some(recorded.stream.owner.clone());
        card.under.clone_from(&noted.incident);
        vec![put(&SIGNAL, row), put_card(&card)]
    }

    fn name(event: &Event) -> EventName {
        EventName(
            match event {
                Event::Noted(_) => "signal-noted",
                Event::SeenAgain(_) => "signal-seen-again",
                Event::Answered(_) => "signal-answered",
                Event::Closed(_) => "signal-closed",
            },
            1,
        )
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Noted(it) => serde_json::to_value(it),
            Event::SeenAgain(it) => serde_json::to_value(it),
            Event::Answered(it) => serde_json::to_value(it),
            Event::Closed(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("signal-noted", 1) => serde_json::from_value(payload).map(Event::Noted),
            ("signal-seen-again", 1) => serde_json::from_value(payload).map(Event::SeenAgain),
            ("signal-answered", 1) => serde_json::from_value(payload).map(Event::Answered),
            ("signal-closed", 1) => serde_json::from_value(payload).map(Event::Closed),
            _ => return None,
        };
        read.ok()
    }

    fn prefill(verb: &str, state: &State) -> Typed {
        match (verb, &state.answered) {
            ("answer", Some(it)) => Typed::default()
                .with("verdict", it.verdict.as_str())
                .with("fact", it.fact.as_str())
                .with("answer", it.answer.as_str())
                .with("advice", it.advice.as_str()),
            _ => Typed::default(),
        }
    }

    fn lands(_command: &Command, _stream: &StreamId) -> String {
        "/communication/signals".to_owned()
    }
}
