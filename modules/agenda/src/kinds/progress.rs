// SPDX-License-Identifier: EUPL-1.2
//! How one activity stands: a stream of its lead. When the lead changes, the new one starts its
//! own stream, and what the old one said stays with the old one.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Circle, Given, Label, StreamId, Text};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use crate::commands::report::{self, Report};
use crate::tables::PROGRESS;

/// The kind.
pub struct Progress;

/// What the rule must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Where it stands; empty while nothing was reported.
    pub status: String,
    /// The last report.
    pub last: Option<Reported>,
}

/// Progress was reported. Stored as `agenda.progress-reported.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reported {
    /// The activity.
    pub activity: StreamId,
    /// Where the proof is; empty when none was given.
    pub evidence: String,
    /// What was done and why it stands so.
    pub explanation: String,
    /// How it stands compared with the plan; empty when the work has ended.
    pub outlook: String,
    /// Where it stands.
    pub status: String,
}

impl Kind for Progress {
    type State = State;
    type Event = Reported;
    type Command = Report;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "progress";
    const VERBS: &'static [Verb] = &[report::VERB];
    const EVENTS: &'static [EventName] = &[EventName("progress-reported", 1)];

    fn read(verb: &str, input: &Input) -> Option<Report> {
        (verb == report::VERB.name).then(|| report::read(input))?
    }

    fn refers(command: &Report) -> Vec<StreamId> {
        vec![command.activity.clone()]
    }

    fn home(command: &Report, given: &Given) -> Home {
        let owner = given.actor.organisation.clone();
        Home {
            stream: StreamId::derived(owner, "agenda.progress", &command.activity.to_string()),
            circle: Circle::Partners,
            label: Label::Green,
        }
    }

    fn act(command: &Report, _state: &State, given: &Given) -> Result<Act, Refusal> {
        report::act(command, given)
    }

    fn decide(state: &State, command: Report, given: &Given) -> Result<Vec<Reported>, Refusal> {
        report::decide(state, command, given)
    }

    fn evolve(state: &mut State, event: &Reported) {
        state.status.clone_from(&event.status);
        state.last = Some(event.clone());
    }

    fn rows(_state: &State, event: &Reported, recorded: &Recorded) -> Vec<Change> {
        let activity = event.activity.to_string();
        let row = vec![
            activity.into(),
            event.status.as_str().into(),
            event.outlook.as_str().into(),
            event.explanation.as_str().into(),
            event.evidence.as_str().into(),
            recorded.occurred.to_string().into(),
            recorded.function.as_str().into(),
        ];
        let mut card = Card::new(
            recorded.stream.clone(),
            "agenda",
            "progress",
            Text::default(),
        );
        card.body = Text::typed(event.explanation.as_str());
        card.status.clone_from(&event.status);
        card.holder = Some(recorded.stream.owner.clone());
        card.under = Some(event.activity.clone());
        vec![put(&PROGRESS, row), put_card(&card)]
    }

    fn name(_event: &Reported) -> EventName {
        EventName("progress-reported", 1)
    }

    fn payload(event: &Reported) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Reported> {
        match (name, version) {
            ("progress-reported", 1) => serde_json::from_value(payload).ok(),
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
            .with("evidence", last.evidence.as_str())
    }

    fn lands(command: &Report, _stream: &StreamId) -> String {
        format!("/agenda/activity/{}", command.activity)
    }
}
