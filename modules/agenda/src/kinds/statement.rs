// SPDX-License-Identifier: EUPL-1.2
//! How an activity stands in the eyes of one of its co-leads, beside the joint judgement of the
//! lead. A stream of the co-lead.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Circle, Given, Label, StreamId, Text};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use crate::commands::state_progress as state_verb;
use crate::tables::STATEMENT;

/// The kind.
pub struct Statement;

/// What the rule must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The last statement.
    pub last: Option<Stated>,
}

/// A co-lead stated how it stands. Stored as `agenda.progress-stated.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    /// The activity.
    pub activity: StreamId,
    /// What was done and why it stands so.
    pub explanation: String,
    /// How it stands compared with the plan; empty when the work has ended.
    pub outlook: String,
    /// Where it stands.
    pub status: String,
}

impl Kind for Statement {
    type State = State;
    type Event = Stated;
    type Command = state_verb::Say;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "statement";
    const VERBS: &'static [Verb] = &[state_verb::VERB];
    const EVENTS: &'static [EventName] = &[EventName("progress-stated", 1)];

    fn read(verb: &str, input: &Input) -> Option<state_verb::Say> {
        (verb == state_verb::VERB.name).then(|| state_verb::read(input))?
    }

    fn refers(command: &state_verb::Say) -> Vec<StreamId> {
        vec![command.stated.activity.clone(), command.co_lead.clone()]
    }

    fn home(command: &state_verb::Say, given: &Given) -> Home {
        let co_lead = given.actor.organisation.clone();
        let activity = command.stated.activity.to_string();
        Home {
            stream: StreamId::derived(co_lead, "agenda.statement", &activity),
            circle: Circle::Partners,
            label: Label::Green,
        }
    }

    fn act(command: &state_verb::Say, _state: &State, given: &Given) -> Result<Act, Refusal> {
        state_verb::act(command, given)
    }

    fn decide(
        state: &State,
        command: state_verb::Say,
        given: &Given,
    ) -> Result<Vec<Stated>, Refusal> {
        state_verb::decide(state, command, given)
    }

    fn evolve(state: &mut State, event: &Stated) {
        state.last = Some(event.clone());
    }

    fn rows(_state: &State, event: &Stated, recorded: &Recorded) -> Vec<Change> {
        let row = vec![
            event.activity.to_string().into(),
            event.status.as_str().into(),
            event.outlook.as_str().into(),
            event.explanation.as_str().into(),
            recorded.occurred.to_string().into(),
        ];
        let (stream, title) = (recorded.stream.clone(), Text::default());
        let mut card = Card::new(stream, "agenda", "statement", title);
        card.body = Text::typed(event.explanation.as_str());
        card.status.clone_from(&event.status);
        card.holder = Some(recorded.stream.owner.clone());
        card.under = Some(event.activity.clone());
        vec![put(&STATEMENT, row), put_card(&card)]
    }

    fn name(_event: &Stated) -> EventName {
        EventName("progress-stated", 1)
    }

    fn payload(event: &Stated) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Stated> {
        match (name, version) {
            ("progress-stated", 1) => serde_json::from_value(payload).ok(),
            _ => None,
        }
    }

    fn prefill(_verb: &str, state: &State) -> Typed {
        let Some(last) = &state.last else {
            return Typed::default();
        };
        Typed::default()
            .with("status", last.status.as_str())
            .with("outlook", last.outlook.as_str())
    }

    fn lands(command: &state_verb::Say, _stream: &StreamId) -> String {
        format!("/agenda/activity/{}", command.stated.activity)
    }
}
