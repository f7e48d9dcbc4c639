// SPDX-License-Identifier: EUPL-1.2
//! How an organisation means to take up an activity, before its board has decided. Nobody else
//! sees that it exists: it stands in the organisation's own circle, so in a lane that no partner
//! is given, and it is shared by a stream of its own (`translation`), never by widening this one.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Circle, Given, Label, OrganisationId, StreamId};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use crate::cards::Line;
use crate::commands::{confirm, record};
use crate::kinds::joint_plan;
use crate::tables::DRAFT;

/// The kind.
pub struct Draft;

/// What the rule must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The draft that stands.
    pub last: Option<Drafted>,
}

/// A draft was recorded. Stored as `agenda.draft-recorded.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drafted {
    /// The activity.
    pub activity: StreamId,
    /// Mark of the line of the joint plan that was taken over; empty for words of one's own.
    pub joint: String,
    /// How it is taken up.
    pub line: Line,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The line of the joint plan, as it stands.
    Confirm(confirm::Confirm),
    /// Words of one's own.
    Record(Drafted),
}

impl Command {
    fn activity(&self) -> &StreamId {
        match self {
            Self::Confirm(confirm) => &confirm.activity,
            Self::Record(drafted) => &drafted.activity,
        }
    }
}

/// The one draft of an organisation on this activity.
pub fn address(owner: OrganisationId, activity: &StreamId) -> StreamId {
    StreamId::derived(owner, "agenda.draft", &activity.to_string())
}

impl Kind for Draft {
    type State = State;
    type Event = Drafted;
    type Command = Command;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "draft";
    const VERBS: &'static [Verb] = &[confirm::VERB, record::VERB];
    const EVENTS: &'static [EventName] = &[EventName("draft-recorded", 1)];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "confirm" => confirm::read(input).map(Command::Confirm),
            "record" => record::read(input).map(Command::Record),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        let activity = command.activity();
        let joint = joint_plan::address(activity);
        [activity.clone()].into_iter().chain(joint).collect()
    }

    fn home(command: &Command, given: &Given) -> Home {
        Home {
            stream: address(given.actor.organisation.clone(), command.activity()),
            circle: Circle::Own,
            label: Label::AmberStrict,
        }
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(record::act(given))
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Drafted>, Refusal> {
        let last = state.last.as_ref();
        match command {
            Command::Confirm(command) => confirm::decide(last, command, given),
            Command::Record(command) => record::decide(last, command, given),
        }
    }

    fn evolve(state: &mut State, event: &Drafted) {
        state.last = Some(event.clone());
    }

    fn rows(_state: &State, event: &Drafted, recorded: &Recorded) -> Vec<Change> {
        let card = event
            .line
            .card(recorded.stream.clone(), "draft", &event.activity);
        let mut row = event.line.row(&event.activity);
        row.push(event.joint.as_str().into());
        vec![put(&DRAFT, row), put_card(&card)]
    }

    fn name(_event: &Drafted) -> EventName {
        EventName("draft-recorded", 1)
    }

    fn payload(event: &Drafted) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Drafted> {
        let known = (name, version) == ("draft-recorded", 1);
        known.then(|| serde_json::from_value(payload).ok())?
    }

    fn prefill(verb: &str, state: &State) -> Typed {
        let last = state.last.as_ref().filter(|_| verb == record::VERB.name);
        last.map(|last| last.line.typed()).unwrap_or_default()
    }

    fn lands(command: &Command, _stream: &StreamId) -> String {
        match command {
            Command::Confirm(_) => "/agenda/own".to_owned(),
            Command::Record(drafted) => format!("/agenda/own#a-{}", drafted.activity.id.simple()),
        }
    }
}
