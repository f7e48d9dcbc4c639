// SPDX-License-Identifier: EUPL-1.2
//! An ambition of the agenda, or the pillar it stands under: what the parties want to reach.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Circle, Given, Label, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::{issue_activity, issue_ambition as issue};
use crate::tables::AMBITION;

/// The kind.
pub struct Ambition;

/// The text as it was last issued.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// None while it was not issued.
    pub last: Option<Issued>,
}

/// An ambition was issued. Stored as `agenda.ambition-issued.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issued {
    /// What it means, in English.
    pub explanation_en: String,
    /// What it means.
    pub explanation_nl: String,
    /// Number as it is shown; sorts it among its equals.
    pub number: String,
    /// Slug of the pillar it stands under; empty for a pillar itself.
    pub pillar: String,
    /// Its stable name.
    pub slug: String,
    /// Its title, in English.
    pub title_en: String,
    /// Its title.
    pub title_nl: String,
}

impl Kind for Ambition {
    type State = State;
    type Event = Issued;
    type Command = Issued;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "ambition";
    const VERBS: &'static [Verb] = &[issue::VERB];
    const EVENTS: &'static [EventName] = &[EventName("ambition-issued", 1)];

    fn read(verb: &str, input: &Input) -> Option<Issued> {
        (verb == issue::VERB.name).then(|| issue::read(input))
    }

    fn home(command: &Issued, given: &Given) -> Home {
        let owner = given.actor.organisation.clone();
        let stream = StreamId::derived(owner, "agenda.ambition", &command.slug);
        Home {
            stream,
            circle: Circle::Public,
            label: Label::Clear,
        }
    }

    fn act(_command: &Issued, _state: &State, _given: &Given) -> Result<Act, Refusal> {
        issue_activity::act()
    }

    fn decide(state: &State, command: Issued, _given: &Given) -> Result<Vec<Issued>, Refusal> {
        issue::decide(state, command)
    }

    fn evolve(state: &mut State, event: &Issued) {
        state.last = Some(event.clone());
    }

    fn rows(_state: &State, event: &Issued, recorded: &Recorded) -> Vec<Change> {
        let row = vec![
            event.slug.as_str().into(),
            event.pillar.as_str().into(),
            event.number.as_str().into(),
            event.title_nl.as_str().into(),
            event.title_en.as_str().into(),
            event.explanation_nl.as_str().into(),
            event.explanation_en.as_str().into(),
        ];
        let title = Text::both(
            format!("{} {}", event.number, event.title_nl),
            format!("{} {}", event.number, event.title_en),
        );
        let mut card = Card::new(recorded.stream.clone(), "agenda", "ambition", title);
        card.body = Text::both(event.explanation_nl.as_str(), event.explanation_en.as_str());
        card.order.clone_from(&event.number);
        vec![put(&AMBITION, row), put_card(&card)]
    }

    fn name(_event: &Issued) -> EventName {
        EventName("ambition-issued", 1)
    }

    fn payload(event: &Issued) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Issued> {
        match (name, version) {
            ("ambition-issued", 1) => serde_json::from_value(payload).ok(),
            _ => None,
        }
    }

    fn lands(_command: &Issued, _stream: &StreamId) -> String {
        "/agenda".to_owned()
    }
}
