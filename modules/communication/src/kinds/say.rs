// SPDX-License-Identifier: EUPL-1.2
//! What an organisation of the core team says of a message of another: it agrees, or it does not,
//! with what was there when it said so.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put};
use paraat_kernel::{Circle, Given, Label, StreamId};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::give;
use crate::tables::SAY;

/// The kind.
pub struct Say;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The last thing that was said.
    pub last: Option<Said>,
}

/// It was said. Stored as `communication.say-given.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// The message.
    pub message: StreamId,
    /// What they would have otherwise; empty for nothing.
    pub text: String,
    /// `agrees` or `objects`.
    pub verdict: String,
    /// Which entry of the message they saw.
    pub version: i64,
}

impl Kind for Say {
    type State = State;
    type Event = Said;
    type Command = Said;

    const MODULE: &'static str = "communication";
    const NAME: &'static str = "say";
    const VERBS: &'static [Verb] = &[give::VERB];
    const EVENTS: &'static [EventName] = &[EventName("say-given", 1)];

    fn read(verb: &str, input: &Input) -> Option<Said> {
        (verb == give::VERB.name).then(|| give::read(input))?
    }

    fn refers(command: &Said) -> Vec<StreamId> {
        vec![command.message.clone()]
    }

    fn home(command: &Said, given: &Given) -> Home {
        let owner = given.actor.organisation.clone();
        let name = command.message.to_string();
        let class = given
            .known(&command.message)
            .map(|known| known.class.clone());
        let (circle, label) = class.map_or((Circle::Own, Label::Red), |it| (it.circle, it.label));
        Home {
            stream: StreamId::derived(owner, "communication.say", &name),
            circle,
            label,
        }
    }

    fn act(_command: &Said, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(state: &State, command: Said, given: &Given) -> Result<Vec<Said>, Refusal> {
        Ok(vec![give::decide(state, command, given)?])
    }

    fn evolve(state: &mut State, event: &Said) {
        state.last = Some(event.clone());
    }

    fn rows(_state: &State, event: &Said, recorded: &Recorded) -> Vec<Change> {
        let row = vec![
            event.message.to_string().into(),
            event.verdict.as_str().into(),
            event.text.as_str().into(),
            event.version.into(),
            recorded.occurred.to_string().into(),
        ];
        vec![put(&SAY, row)]
    }

    fn name(_event: &Said) -> EventName {
        EventName("say-given", 1)
    }

    fn payload(event: &Said) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Said> {
        let known = (name, version) == ("say-given", 1);
        known.then(|| serde_json::from_value(payload).ok())?
    }

    fn lands(command: &Said, _stream: &StreamId) -> String {
        format!("/communication/message/{}", command.message)
    }
}
