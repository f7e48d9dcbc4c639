// SPDX-License-Identifier: EUPL-1.2
//! How an organisation takes up an activity, as its board adopted it: what the others see.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Circle, Given, Label, StreamId};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::cards::{Line, place};
use crate::commands::adopt::{self, Adopt};
use crate::kinds::draft;
use crate::lifecycle::STANCES;
use crate::tables::{STANCE, TRANSLATION};

/// The kind.
pub struct Translation;

/// What the rule must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What was adopted last.
    pub last: Option<Adopted>,
}

/// A translation was adopted. Stored as `agenda.translation-adopted.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adopted {
    /// The activity.
    pub activity: StreamId,
    /// The body that decided.
    pub body: String,
    /// The day on which it decided, `YYYY-MM-DD`.
    pub decided_on: String,
    /// Number of the entry of the activity that stood when it was adopted: what is issued after it
    /// the board did not have before it.
    pub issue: i64,
    /// How the activity is taken up.
    pub line: Line,
}

impl Kind for Translation {
    type State = State;
    type Event = Adopted;
    type Command = Adopt;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "translation";
    const VERBS: &'static [Verb] = &[adopt::VERB];
    const EVENTS: &'static [EventName] = &[EventName("translation-adopted", 1)];

    fn read(verb: &str, input: &Input) -> Option<Adopt> {
        (verb == adopt::VERB.name).then(|| adopt::read(input))?
    }

    fn refers(command: &Adopt) -> Vec<StreamId> {
        let draft = draft::address(command.organisation.clone(), &command.activity);
        vec![command.activity.clone(), draft]
    }

    fn home(command: &Adopt, _given: &Given) -> Home {
        let (owner, name) = (command.organisation.clone(), command.activity.to_string());
        Home {
            stream: StreamId::derived(owner, "agenda.translation", &name),
            circle: Circle::Partners,
            label: Label::Green,
        }
    }

    fn act(command: &Adopt, _state: &State, _given: &Given) -> Result<Act, Refusal> {
        Ok(adopt::act(command))
    }

    fn decide(state: &State, command: Adopt, given: &Given) -> Result<Vec<Adopted>, Refusal> {
        adopt::decide(state.last.as_ref(), command, given)
    }

    fn evolve(state: &mut State, event: &Adopted) {
        state.last = Some(event.clone());
    }

    fn rows(_state: &State, event: &Adopted, recorded: &Recorded) -> Vec<Change> {
        let card = event
            .line
            .card(recorded.stream.clone(), "translation", &event.activity);
        let mut row = event.line.row(&event.activity);
        row.extend([event.decided_on.as_str().into(), event.body.as_str().into()]);
        row.push(event.issue.into());
        let stance = STANCES.iter().position(|it| *it == event.line.stance);
        let stance = stance.and_then(|at| i64::try_from(at).ok());
        let short = vec![
            place(&event.activity).into(),
            stance.into(),
            event.issue.into(),
        ];
        vec![put(&TRANSLATION, row), put(&STANCE, short), put_card(&card)]
    }

    fn name(_event: &Adopted) -> EventName {
        EventName("translation-adopted", 1)
    }

    fn payload(event: &Adopted) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Adopted> {
        let known = (name, version) == ("translation-adopted", 1);
        known.then(|| serde_json::from_value(payload).ok())?
    }

    fn lands(_command: &Adopt, _stream: &StreamId) -> String {
        "/agenda/own".to_owned()
    }
}
