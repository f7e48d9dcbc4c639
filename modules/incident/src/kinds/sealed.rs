// SPDX-License-Identifier: EUPL-1.2
//! A sealed record under an incident: names of people, or what is known of their health. Who was
//! let into its compartment sees that it is there; what it says is read by who opens it with a
//! reason. It never leaves its organisation, and nothing else of the picture is made of it.

use std::collections::BTreeMap;

use paraat_authority::Act;
use paraat_contract::{
    Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card, put_part,
};
use paraat_kernel::{Card, Circle, Class, Given, Label, StreamId, Text};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use crate::commands::{close_sealed, correct_sealed, seal, supplement_sealed};
use crate::tables::{SEALED, SEALED_ENTRY};

/// The kind.
pub struct Sealed;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What was sealed first; none before.
    pub first: Option<Put>,
    /// What it says now, by number: one that was withdrawn takes its number along.
    pub entries: BTreeMap<i64, String>,
    /// `open` or `closed`.
    pub standing: String,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Seal something.
    Seal(Put),
    /// Add to it.
    Supplement(Supplemented),
    /// Say one thing in it otherwise.
    Correct(Corrected),
    /// Close it.
    Close(Closed),
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Something was sealed.
    Put(Put),
    /// It was added to.
    Supplemented(Supplemented),
    /// One thing in it was said otherwise.
    Corrected(Corrected),
    /// It was closed.
    Closed(Closed),
}

/// Something was sealed. Stored as `incident.sealed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Put {
    /// The compartment: one of `paraat_kernel::COMPARTMENTS`.
    pub compartment: String,
    /// The incident.
    pub incident: StreamId,
    /// The team; empty for the organisation itself.
    pub team: String,
    /// What it says.
    pub text: String,
}

/// A sealed record was added to. Stored as `incident.sealed-supplemented.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supplemented {
    /// The number of what is added; what was sealed first is number 1.
    pub number: i64,
    /// What is added.
    pub text: String,
}

/// One thing in it was said otherwise. Stored as `incident.sealed-corrected.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corrected {
    /// Its number.
    pub entry: i64,
    /// Why; empty when nobody said.
    pub reason: String,
    /// What it says from now on.
    pub text: String,
}

/// It was closed: nobody adds to it any more. Stored as `incident.sealed-closed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    /// Why; empty when nobody said.
    pub reason: String,
}

impl State {
    /// The number of what is added next.
    pub fn next(&self) -> i64 {
        let last = self.entries.last_key_value().map_or(0, |(last, _)| *last);
        last.saturating_add(1)
    }
}

impl Kind for Sealed {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "sealed";
    const VERBS: &'static [Verb] = &[
        seal::VERB,
        supplement_sealed::VERB,
        correct_sealed::VERB,
        close_sealed::VERB,
    ];
    const EVENTS: &'static [EventName] = &[
        EventName("sealed", 1),
        EventName("sealed-supplemented", 1),
        EventName("sealed-corrected", 1),
        EventName("sealed-closed", 1),
    ];
    const SEALED: bool = true;

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "seal" => Some(Command::Seal(seal::read(input)?)),
            "add" => Some(Command::Supplement(supplement_sealed::read(input))),
            "correct" => Some(Command::Correct(correct_sealed::read(input)?)),
            "close" => Some(Command::Close(close_sealed::read(input))),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        match command {
            Command::Seal(it) => vec![it.incident.clone()],
            _ => Vec::new(),
        }
    }

    /// Not shared as widely as the incident: with nobody outside the organisation.
    fn home(_command: &Command, given: &Given) -> Home {
        super::here(given)
    }

    fn compartment(command: &Command) -> Option<&str> {
        match command {
            Command::Seal(it) => Some(&it.compartment),
            _ => None,
        }
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::act_of(given.stream.owner.clone()))
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        let event = match command {
            Command::Seal(it) => Event::Put(seal::decide(it, given)?),
            Command::Supplement(it) => Event::Supplemented(supplement_sealed::decide(state, it)?),
            Command::Correct(it) => Event::Corrected(correct_sealed::decide(state, it)?),
            Command::Close(it) => Event::Closed(close_sealed::decide(state, it)?),
        };
        Ok(vec![event])
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Put(it) => {
                state.first = Some(it.clone());
                state.entries = [(1, it.text.clone())].into();
                "open".clone_into(&mut state.standing);
            }
            Event::Supplemented(it) => {
                state.entries.insert(it.number, it.text.clone());
            }
            Event::Corrected(it) => {
                if let Some(text) = state.entries.get_mut(&it.entry) {
                    text.clone_from(&it.text);
                }
            }
            Event::Closed(_) => "closed".clone_into(&mut state.standing),
        }
    }

    fn rows(state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        let Some(first) = &state.first else {
            return Vec::new();
        };
        let entry = |number: i64, text: &str, reason: &str| {
            let values = vec![
                number.into(),
                text.into(),
                reason.into(),
                recorded.function.as_str().into(),
                recorded.occurred.to_string().into(),
            ];
            put_part(&SEALED_ENTRY, format!("entry/{number}"), values)
        };
        let mut changes = mention(state, first, recorded);
        changes.extend(match event {
            Event::Put(it) => Some(entry(1, &it.text, "")),
            Event::Supplemented(it) => Some(entry(it.number, &it.text, "")),
            Event::Corrected(it) if state.entries.contains_key(&it.entry) => {
                Some(entry(it.entry, &it.text, &it.reason))
            }
            Event::Corrected(_) | Event::Closed(_) => None,
        });
        changes
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Put(_) => EventName("sealed", 1),
            Event::Supplemented(_) => EventName("sealed-supplemented", 1),
            Event::Corrected(_) => EventName("sealed-corrected", 1),
            Event::Closed(_) => EventName("sealed-closed", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Put(it) => serde_json::to_value(it),
            Event::Supplemented(it) => serde_json::to_value(it),
            Event::Corrected(it) => serde_json::to_value(it),
            Event::Closed(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("sealed", 1) => serde_json::from_value(payload).map(Event::Put),
            ("sealed-supplemented", 1) => serde_json::from_value(payload).map(Event::Supplemented),
            ("sealed-corrected", 1) => serde_json::from_value(payload).map(Event::Corrected),
            ("sealed-closed", 1) => serde_json::from_value(payload).map(Event::Closed),
            _ => return None,
        };
        read.ok()
    }

    fn prefill_for(verb: &str, state: &State, filled_in: &Typed) -> Typed {
        let entry = filled_in.get("entry").parse().ok();
        match entry.and_then(|number: i64| state.entries.get(&number)) {
            Some(text) if verb == "correct" => Typed::default().with("text", text.as_str()),
            _ => Typed::default(),
        }
    }

    fn lands(command: &Command, stream: &StreamId) -> String {
        match command {
            Command::Seal(it) => format!("/incident/incident/{}/sealed", it.incident),
            _ => format!("/incident/sealed/{stream}"),
        }
    }
}

/// What says that there is something sealed, and nothing of what it says: for who was let in.
fn mention(state: &State, first: &Put, recorded: &Recorded) -> Vec<Change> {
    let owner = recorded.stream.owner.clone();
    let class = Class::open(owner.clone(), Circle::Own, Label::Red).mentioned(&first.compartment);
    let row = vec![
        first.incident.to_string().into(),
        first.compartment.as_str().into(),
        first.team.as_str().into(),
        state.standing.as_str().into(),
        recorded.occurred.to_string().into(),
    ];
    // Without a name of its own it goes by that of its incident.
    let mut card = Card::new(
        recorded.stream.clone(),
        "incident",
        "sealed",
        Text::default(),
    );
    card.status = match state.standing.as_str() {
        "closed" => "closed".to_owned(),
        _ => first.compartment.clone(),
    };
    card.holder = Some(owner);
    card.under = Some(first.incident.clone());
    let changes = [put(&SEALED, row), put_card(&card)];
    changes.map(|it| it.classed(class.clone())).into()
}
