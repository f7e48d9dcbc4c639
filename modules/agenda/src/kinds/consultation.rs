// SPDX-License-Identifier: EUPL-1.2
//! What an island says of the declaration of a lead: a stream of the island, one for each subject.

use paraat_authority::Act;
use paraat_contract::{
    Change, EventName, Home, Kind, Recorded, Refusal, Value, Verb, put, put_card,
};
use paraat_kernel::{Card, Circle, Given, Label, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::answer_explanation as answer;
use crate::kinds::explanation;
use crate::tables::CONSULTATION;

/// The kind.
pub struct Consultation;

/// What the rule must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The last answer.
    pub last: Option<Answered>,
}

/// An island answered. Stored as `agenda.consultation-answered.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// One of `ANSWERS`.
    pub answer: String,
    /// The day on which the island was consulted, `YYYY-MM-DD`; empty when it was not.
    pub consulted: String,
    /// The declaration that is answered.
    pub explanation: StreamId,
    /// The activity, or the proposal.
    pub subject: StreamId,
    /// What the island says; empty when it agrees without a word.
    pub text: String,
    /// Number of that declaration: one that came later is not answered by this.
    pub version: i64,
}

impl Kind for Consultation {
    type State = State;
    type Event = Answered;
    type Command = Answered;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "consultation";
    const VERBS: &'static [Verb] = &[answer::VERB];
    const EVENTS: &'static [EventName] = &[EventName("consultation-answered", 1)];

    const FOLD: u32 = 2;

    fn read(verb: &str, input: &Input) -> Option<Answered> {
        (verb == answer::VERB.name).then(|| answer::read(input))?
    }

    fn refers(command: &Answered) -> Vec<StreamId> {
        vec![command.subject.clone(), command.explanation.clone()]
    }

    fn home(command: &Answered, given: &Given) -> Home {
        let island = given.actor.organisation.clone();
        let subject = command.subject.to_string();
        Home {
            stream: StreamId::derived(island, "agenda.consultation", &subject),
            circle: Circle::Partners,
            label: Label::Green,
        }
    }

    fn act(command: &Answered, _state: &State, given: &Given) -> Result<Act, Refusal> {
        answer::act(command, given)
    }

    fn decide(state: &State, command: Answered, given: &Given) -> Result<Vec<Answered>, Refusal> {
        answer::decide(state, command, given)
    }

    fn evolve(state: &mut State, event: &Answered) {
        state.last = Some(event.clone());
    }

    fn rows(_state: &State, event: &Answered, recorded: &Recorded) -> Vec<Change> {
        let row = vec![
            event.subject.to_string().into(),
            recorded.stream.owner.as_str().into(),
            event.explanation.to_string().into(),
            Value::Whole(event.version),
            event.answer.as_str().into(),
            event.text.as_str().into(),
            event.consulted.as_str().into(),
            recorded.occurred.to_string().into(),
            recorded.function.as_str().into(),
        ];
        let (stream, title) = (recorded.stream.clone(), Text::default());
        let mut card = Card::new(stream, "agenda", "consultation", title);
        card.body = Text::typed(event.text.as_str());
        card.status.clone_from(&event.answer);
        // What is contested waits for the lead until it declares anew, in its own stream: no card
        // of ours can say how long (`views::waits`).
        card.holder = Some(recorded.stream.owner.clone());
        card.under = Some(event.subject.clone());
        vec![put(&CONSULTATION, row), put_card(&card)]
    }

    fn name(_event: &Answered) -> EventName {
        EventName("consultation-answered", 1)
    }

    fn payload(event: &Answered) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Answered> {
        match (name, version) {
            ("consultation-answered", 1) => serde_json::from_value(payload).ok(),
            _ => None,
        }
    }

    fn lands(command: &Answered, stream: &StreamId) -> String {
        explanation::page(&command.subject, stream.owner.as_str())
    }
}
