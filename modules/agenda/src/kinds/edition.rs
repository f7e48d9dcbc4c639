// SPDX-License-Identifier: EUPL-1.2
//! The edition of the agenda: its name, its years and what is to be said about it.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Circle, Given, Label, OrganisationId, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::{issue_activity, issue_edition as issue};
use crate::tables::EDITION;

/// The kind.
pub struct Edition;

/// The text as it was last issued.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// None while it was not issued.
    pub last: Option<Issued>,
}

/// An edition was issued. Stored as `agenda.edition-issued.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issued {
    /// First year.
    pub from_year: i64,
    /// What must be known about it, in English.
    pub note_en: String,
    /// What must be known about it.
    pub note_nl: String,
    /// Its stable name.
    pub slug: String,
    /// Where it stands.
    pub source: String,
    /// Its title, in English.
    pub title_en: String,
    /// Its title.
    pub title_nl: String,
    /// Last year.
    pub to_year: i64,
}

/// The address of the edition with this slug.
pub fn address(issuer: OrganisationId, slug: &str) -> StreamId {
    StreamId::derived(issuer, "agenda.edition", slug)
}

impl Kind for Edition {
    type State = State;
    type Event = Issued;
    type Command = Issued;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "edition";
    const VERBS: &'static [Verb] = &[issue::VERB];
    const EVENTS: &'static [EventName] = &[EventName("edition-issued", 1)];

    fn read(verb: &str, input: &Input) -> Option<Issued> {
        (verb == issue::VERB.name).then(|| issue::read(input))?
    }

    fn home(command: &Issued, given: &Given) -> Home {
        let owner = given.actor.organisation.clone();
        let stream = StreamId::derived(owner, "agenda.edition", &command.slug);
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
            event.title_nl.as_str().into(),
            event.title_en.as_str().into(),
            event.from_year.into(),
            event.to_year.into(),
            event.note_nl.as_str().into(),
            event.note_en.as_str().into(),
            event.source.as_str().into(),
        ];
        let title = Text::both(event.title_nl.as_str(), event.title_en.as_str());
        let mut card = Card::new(recorded.stream.clone(), "agenda", "edition", title);
        card.body = Text::both(event.note_nl.as_str(), event.note_en.as_str());
        vec![put(&EDITION, row), put_card(&card)]
    }

    fn name(_event: &Issued) -> EventName {
        EventName("edition-issued", 1)
    }

    fn payload(event: &Issued) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Issued> {
        match (name, version) {
            ("edition-issued", 1) => serde_json::from_value(payload).ok(),
            _ => None,
        }
    }

    fn lands(_command: &Issued, _stream: &StreamId) -> String {
        "/agenda".to_owned()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn address() -> StreamId {
        super::address("jenv".parse().unwrap(), "lac")
    }

    pub(crate) fn card() -> Card {
        Card::new(address(), "agenda", "edition", Text::typed("Agenda"))
    }
}
