// SPDX-License-Identifier: EUPL-1.2
//! The joint multi-year work plan of the regions: one line on each activity, proposed by the body
//! that represents them. A line binds no region; each confirms it or deviates.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Circle, Given, Label, StreamId};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use crate::JOINT;
use crate::cards::Line;
use crate::commands::propose;
use crate::tables::JOINT_PLAN;

/// The kind.
pub struct JointPlan;

/// What the rule must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The line that stands.
    pub last: Option<Line>,
}

/// A line was proposed. Stored as `agenda.joint-plan-proposed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposed {
    /// The activity.
    pub activity: StreamId,
    /// How the regions take it up.
    pub line: Line,
}

/// The one line of the joint plan on this activity.
pub fn address(activity: &StreamId) -> Option<StreamId> {
    let owner = JOINT.parse().ok()?;
    Some(StreamId::derived(
        owner,
        "agenda.joint-plan",
        &activity.to_string(),
    ))
}

impl Kind for JointPlan {
    type State = State;
    type Event = Proposed;
    type Command = Proposed;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "joint-plan";
    const VERBS: &'static [Verb] = &[propose::VERB];
    const EVENTS: &'static [EventName] = &[EventName("joint-plan-proposed", 1)];

    fn read(verb: &str, input: &Input) -> Option<Proposed> {
        (verb == propose::VERB.name).then(|| propose::read(input))?
    }

    fn refers(command: &Proposed) -> Vec<StreamId> {
        vec![command.activity.clone()]
    }

    fn home(command: &Proposed, given: &Given) -> Home {
        let owner = given.actor.organisation.clone();
        let name = command.activity.to_string();
        Home {
            stream: StreamId::derived(owner, "agenda.joint-plan", &name),
            circle: Circle::Partners,
            label: Label::Green,
        }
    }

    fn act(_command: &Proposed, _state: &State, _given: &Given) -> Result<Act, Refusal> {
        propose::act()
    }

    fn decide(state: &State, command: Proposed, given: &Given) -> Result<Vec<Proposed>, Refusal> {
        propose::decide(state.last.as_ref(), command, given)
    }

    fn evolve(state: &mut State, event: &Proposed) {
        state.last = Some(event.line.clone());
    }

    fn rows(_state: &State, event: &Proposed, recorded: &Recorded) -> Vec<Change> {
        let card = event
            .line
            .card(recorded.stream.clone(), "joint-plan", &event.activity);
        vec![
            put(&JOINT_PLAN, event.line.row(&event.activity)),
            put_card(&card),
        ]
    }

    fn name(_event: &Proposed) -> EventName {
        EventName("joint-plan-proposed", 1)
    }

    fn payload(event: &Proposed) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Proposed> {
        let known = (name, version) == ("joint-plan-proposed", 1);
        known.then(|| serde_json::from_value(payload).ok())?
    }

    fn prefill(_verb: &str, state: &State) -> Typed {
        state.last.as_ref().map(Line::typed).unwrap_or_default()
    }

    fn lands(command: &Proposed, _stream: &StreamId) -> String {
        format!("/agenda/activity/{}#translation", command.activity)
    }
}
