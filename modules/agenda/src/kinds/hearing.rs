// SPDX-License-Identifier: EUPL-1.2
//! The hearing on an edition: by which day organisations answer for what they have not taken up.

use jiff::civil::Date;
use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Circle, Given, Label, StreamId, Text};
use paraat_ui::field::{Input, Typed};
use paraat_ui::time;
use serde::{Deserialize, Serialize};

use crate::commands::open_hearing::{self, Open};
use crate::tables::HEARING;

/// The kind.
pub struct Hearing;

/// What the rule must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// How it was opened last.
    pub last: Option<Opened>,
}

/// The hearing was opened. Stored as `agenda.hearing-opened.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// By which day organisations answer, `YYYY-MM-DD`.
    pub answer_by: String,
    /// The edition.
    pub edition: StreamId,
    /// Which round it is, from 1: an answer counts for the round that it was given in.
    pub round: i64,
}

/// The one hearing on this edition.
pub fn address(edition: &StreamId) -> StreamId {
    StreamId::derived(
        edition.owner.clone(),
        "agenda.hearing",
        &edition.to_string(),
    )
}

/// The round that its card tells of; 0 for none.
pub fn round(card: &Card) -> i64 {
    card.order.parse().unwrap_or_default()
}

impl Kind for Hearing {
    type State = State;
    type Event = Opened;
    type Command = Open;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "hearing";
    const VERBS: &'static [Verb] = &[open_hearing::VERB];
    const EVENTS: &'static [EventName] = &[EventName("hearing-opened", 1)];

    fn read(verb: &str, input: &Input) -> Option<Open> {
        (verb == open_hearing::VERB.name).then(|| open_hearing::read(input))?
    }

    fn refers(command: &Open) -> Vec<StreamId> {
        vec![command.edition.clone()]
    }

    fn home(command: &Open, given: &Given) -> Home {
        let owner = given.actor.organisation.clone();
        Home {
            stream: StreamId::derived(owner, "agenda.hearing", &command.edition.to_string()),
            circle: Circle::Partners,
            label: Label::Green,
        }
    }

    fn act(_command: &Open, _state: &State, _given: &Given) -> Result<Act, Refusal> {
        open_hearing::act()
    }

    fn decide(state: &State, command: Open, given: &Given) -> Result<Vec<Opened>, Refusal> {
        open_hearing::decide(state.last.as_ref(), command, given)
    }

    fn evolve(state: &mut State, event: &Opened) {
        state.last = Some(event.clone());
    }

    fn rows(_state: &State, event: &Opened, recorded: &Recorded) -> Vec<Change> {
        let row = vec![
            event.edition.to_string().into(),
            event.answer_by.as_str().into(),
            event.round.into(),
        ];
        let stream = recorded.stream.clone();
        let title = Text::both(
            "Hoorronde over de doorvertaling",
            "Hearing on the translation",
        );
        let mut card = Card::new(stream, "agenda", "hearing", title);
        card.under = Some(event.edition.clone());
        card.order = format!("{:03}", event.round);
        // The day ends where the ministry is.
        let day: Option<Date> = event.answer_by.parse().ok();
        let end = day.map(|day| day.at(23, 59, 0, 0));
        let zone = time::zone("Europe/Amsterdam").unwrap_or(jiff::tz::TimeZone::UTC);
        card.due = end.and_then(|end| zone.to_timestamp(end).ok());
        vec![put(&HEARING, row), put_card(&card)]
    }

    fn name(_event: &Opened) -> EventName {
        EventName("hearing-opened", 1)
    }

    fn payload(event: &Opened) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Opened> {
        let known = (name, version) == ("hearing-opened", 1);
        known.then(|| serde_json::from_value(payload).ok())?
    }

    fn prefill(_verb: &str, state: &State) -> Typed {
        let by = state.last.as_ref().map(|last| last.answer_by.as_str());
        by.map_or_else(Typed::default, |by| Typed::default().with("answerBy", by))
    }

    fn lands(_command: &Open, _stream: &StreamId) -> String {
        "/agenda/gaps".to_owned()
    }
}
