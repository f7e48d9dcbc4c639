// SPDX-License-Identifier: EUPL-1.2
//! Comply or explain for one subject and one island of the Caribbean Netherlands: what the lead
//! declares. A stream of the lead; when another organisation becomes the lead, it starts its own.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Circle, Given, Label, OrganisationId, StreamId, Text};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use crate::commands::declare_explanation as declare;
use crate::tables::EXPLANATION;

/// The kind.
pub struct Explanation;

/// What the rule must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The last declaration.
    pub last: Option<Declared>,
}

/// A lead declared. Stored as `agenda.explanation-declared.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declared {
    /// The island.
    pub island: OrganisationId,
    /// What else is needed there; empty for the other outcomes.
    pub need: String,
    /// One of `OUTCOMES`.
    pub outcome: String,
    /// Ids of reasons (`REASONS`), with commas, in the order of that list.
    pub reasons: String,
    /// The activity, or the proposal.
    pub subject: StreamId,
    /// The explanation in words.
    pub text: String,
}

impl Kind for Explanation {
    type State = State;
    type Event = Declared;
    type Command = Declared;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "explanation";
    const VERBS: &'static [Verb] = &[declare::VERB];
    const EVENTS: &'static [EventName] = &[EventName("explanation-declared", 1)];

    const FOLD: u32 = 2;

    fn read(verb: &str, input: &Input) -> Option<Declared> {
        (verb == declare::VERB.name).then(|| declare::read(input))?
    }

    fn refers(command: &Declared) -> Vec<StreamId> {
        vec![command.subject.clone()]
    }

    fn home(command: &Declared, given: &Given) -> Home {
        let lead = given.actor.organisation.clone();
        Home {
            stream: address(lead, &command.subject, command.island.as_str()),
            circle: Circle::Partners,
            label: Label::Green,
        }
    }

    fn act(command: &Declared, _state: &State, given: &Given) -> Result<Act, Refusal> {
        declare::act(command, given)
    }

    fn decide(state: &State, command: Declared, _given: &Given) -> Result<Vec<Declared>, Refusal> {
        declare::decide(state, command)
    }

    fn evolve(state: &mut State, event: &Declared) {
        state.last = Some(event.clone());
    }

    fn rows(_state: &State, event: &Declared, recorded: &Recorded) -> Vec<Change> {
        let row = vec![
            event.subject.to_string().into(),
            event.island.as_str().into(),
            event.outcome.as_str().into(),
            event.need.as_str().into(),
            event.reasons.as_str().into(),
            event.text.as_str().into(),
            recorded.occurred.to_string().into(),
            recorded.function.as_str().into(),
        ];
        let (stream, title) = (recorded.stream.clone(), Text::default());
        let mut card = Card::new(stream, "agenda", "explanation", title);
        let body = [event.need.as_str(), event.text.as_str()];
        card.body = Text::typed(body.join("\n").trim());
        card.status.clone_from(&event.outcome);
        // That it waits for the island no card can say: the answer stands in the stream of the
        // island, and takes nothing back here. Reading both tells what waits (`views::waits`).
        card.holder = Some(recorded.stream.owner.clone());
        card.under = Some(event.subject.clone());
        vec![put(&EXPLANATION, row), put_card(&card)]
    }

    fn name(_event: &Declared) -> EventName {
        EventName("explanation-declared", 1)
    }

    fn payload(event: &Declared) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Declared> {
        match (name, version) {
            ("explanation-declared", 1) => serde_json::from_value(payload).ok(),
            _ => None,
        }
    }

    fn prefill(_verb: &str, state: &State) -> Typed {
        let Some(last) = &state.last else {
            return Typed::default();
        };
        Typed::default()
            .with("outcome", last.outcome.as_str())
            .with("need", last.need.as_str())
            .with("reasons", last.reasons.as_str())
            .with("text", last.text.as_str())
    }

    fn lands(command: &Declared, _stream: &StreamId) -> String {
        page(&command.subject, command.island.as_str())
    }
}

/// The address of what a lead declares about a subject for an island.
pub fn address(lead: OrganisationId, subject: &StreamId, island: &str) -> StreamId {
    StreamId::derived(lead, "agenda.explanation", &format!("{subject} {island}"))
}

/// The page with the whole exchange about a subject and an island.
pub fn page(subject: &StreamId, island: &str) -> String {
    format!("/agenda/caribbean/{subject}/{island}")
}
