// SPDX-License-Identifier: EUPL-1.2
//! The financial frame of an activity: whether it is done within existing means, and what became
//! of the extra that is needed. A stream of the lead.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Circle, Given, Label, StreamId, Text};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use crate::commands::{adjust_means as adjust, arrange_means as arrange, declare_means as declare};
use crate::tables::MEANS;

/// The kind.
pub struct Means;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Where it stands: one of `lifecycle::MEANS`; empty while nothing was declared.
    pub status: String,
    /// The last declaration.
    pub declared: Option<Declared>,
    /// How the extra was arranged, or how the activity was adjusted; empty while neither.
    pub outcome: String,
    /// Where that can be read; empty when it is said nowhere.
    pub source: String,
}

/// What can be asked of means, and what can have happened to them: the same three.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was declared what is needed.
    Declared(Declared),
    /// The extra was arranged.
    Arranged(Arranged),
    /// The activity was adjusted instead.
    Adjusted(Adjusted),
}

/// Means were declared. Stored as `agenda.means-declared.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declared {
    /// The activity.
    pub activity: StreamId,
    /// How much extra is needed, in whole euros; none when it is not known or nothing is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
    /// What it is needed for.
    pub explanation: String,
    /// One of `NEEDS`.
    pub need: String,
}

/// Extra means were arranged. Stored as `agenda.means-arranged.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arranged {
    /// The activity.
    pub activity: StreamId,
    /// How.
    pub how: String,
    /// Where that can be read, a web address; empty when it is said nowhere.
    pub source: String,
}

/// The activity was adjusted to the means there are. Stored as `agenda.means-adjusted.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adjusted {
    /// The activity.
    pub activity: StreamId,
    /// What of it changes.
    pub explanation: String,
}

impl Event {
    fn activity(&self) -> &StreamId {
        match self {
            Self::Declared(said) => &said.activity,
            Self::Arranged(said) => &said.activity,
            Self::Adjusted(said) => &said.activity,
        }
    }
}

impl Kind for Means {
    type State = State;
    type Event = Event;
    type Command = Event;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "means";
    const VERBS: &'static [Verb] = &[declare::VERB, arrange::VERB, adjust::VERB];
    const EVENTS: &'static [EventName] = &[
        EventName("means-declared", 1),
        EventName("means-arranged", 1),
        EventName("means-adjusted", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Event> {
        match verb {
            "declare" => declare::read(input).map(Event::Declared),
            "arrange" => arrange::read(input).map(Event::Arranged),
            "adjust" => adjust::read(input).map(Event::Adjusted),
            _ => None,
        }
    }

    fn refers(command: &Event) -> Vec<StreamId> {
        vec![command.activity().clone()]
    }

    fn home(command: &Event, given: &Given) -> Home {
        let lead = given.actor.organisation.clone();
        Home {
            stream: StreamId::derived(lead, "agenda.means", &command.activity().to_string()),
            circle: Circle::Partners,
            label: Label::Green,
        }
    }

    fn act(command: &Event, _state: &State, given: &Given) -> Result<Act, Refusal> {
        crate::commands::by_lead(given, command.activity())
    }

    fn decide(state: &State, command: Event, _given: &Given) -> Result<Vec<Event>, Refusal> {
        match command {
            Event::Declared(said) => declare::decide(state, said),
            Event::Arranged(said) => arrange::decide(state, said),
            Event::Adjusted(said) => adjust::decide(state, said),
        }
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Declared(said) => {
                *state = State {
                    status: said.need.clone(),
                    declared: Some(said.clone()),
                    ..State::default()
                };
            }
            Event::Arranged(said) => {
                "arranged".clone_into(&mut state.status);
                state.outcome.clone_from(&said.how);
                state.source.clone_from(&said.source);
            }
            Event::Adjusted(said) => {
                "adjusted".clone_into(&mut state.status);
                state.outcome.clone_from(&said.explanation);
            }
        }
    }

    fn rows(state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        let declared = state.declared.as_ref();
        let explanation = declared.map_or("", |said| &said.explanation);
        let row = vec![
            event.activity().to_string().into(),
            state.status.as_str().into(),
            declared.and_then(|said| said.amount).into(),
            explanation.into(),
            state.outcome.as_str().into(),
            state.source.as_str().into(),
            recorded.occurred.to_string().into(),
            recorded.function.as_str().into(),
        ];
        let (stream, title) = (recorded.stream.clone(), Text::default());
        let mut card = Card::new(stream, "agenda", "means", title);
        let body = [explanation, state.outcome.as_str()];
        card.body = Text::typed(body.join("\n").trim());
        card.status.clone_from(&state.status);
        card.holder = Some(recorded.stream.owner.clone());
        card.under = Some(event.activity().clone());
        vec![put(&MEANS, row), put_card(&card)]
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Declared(_) => EventName("means-declared", 1),
            Event::Arranged(_) => EventName("means-arranged", 1),
            Event::Adjusted(_) => EventName("means-adjusted", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Declared(said) => serde_json::to_value(said),
            Event::Arranged(said) => serde_json::to_value(said),
            Event::Adjusted(said) => serde_json::to_value(said),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        match (name, version) {
            ("means-declared", 1) => serde_json::from_value(payload).ok().map(Event::Declared),
            ("means-arranged", 1) => serde_json::from_value(payload).ok().map(Event::Arranged),
            ("means-adjusted", 1) => serde_json::from_value(payload).ok().map(Event::Adjusted),
            _ => None,
        }
    }

    fn prefill(verb: &str, state: &State) -> Typed {
        let Some(last) = state.declared.as_ref().filter(|_| verb == "declare") else {
            return Typed::default();
        };
        let amount = last.amount.map(|amount| amount.to_string());
        Typed::default()
            .with("need", last.need.as_str())
            .with("amount", amount.unwrap_or_default())
            .with("explanation", last.explanation.as_str())
    }

    fn lands(command: &Event, _stream: &StreamId) -> String {
        format!("/agenda/activity/{}", command.activity())
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::Function;

    use super::*;

    /// The activity that the tests of the three verbs are about.
    pub(crate) fn activity() -> StreamId {
        StreamId::derived("jenv".parse().unwrap(), "agenda.activity", "p1-01")
    }

    /// Given that vr23 leads it, and that this was declared before.
    pub(crate) fn led_by_vr23(
        organisation: &str,
        functions: &[Function],
        past: Vec<Event>,
    ) -> Scenario<Means> {
        let mut card = Card::new(activity(), "agenda", "activity", Text::typed("1.01"));
        card.holder = Some("vr23".parse().unwrap());
        given(organisation, functions).knowing(card).past(past)
    }

    /// What was declared.
    pub(crate) fn declared(need: &str, amount: Option<i64>, explanation: &str) -> Event {
        Event::Declared(Declared {
            activity: activity(),
            amount,
            explanation: explanation.to_owned(),
            need: need.to_owned(),
        })
    }

    /// Everybody who may not, with an event that only the lead may bring about.
    pub(crate) fn nobody_else(past: fn() -> Vec<Event>, command: &Event) {
        let cases: [(&str, &[Function]); 4] = [
            ("vr24", &[Function::Editor]),
            ("jenv", &[Function::Decider]),
            ("vr23", &[Function::Reader]),
            ("vr23", &[]),
        ];
        for (organisation, functions) in cases {
            led_by_vr23(organisation, functions, past())
                .when(command.clone())
                .not_permitted();
        }
    }
}
