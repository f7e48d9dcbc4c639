// SPDX-License-Identifier: EUPL-1.2
//! A plan of an organisation as a list of its paragraphs: enough to say where an activity could
//! stand. It is the organisation's own; what others see is what its board adopts.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Circle, Given, Label, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::list_plan::{self, List};
use crate::tables::{PARAGRAPH, PLAN};

/// Sorts of plan in which the agenda lands.
pub const SORTS: &[&str] = &[
    "policy-plan",
    "crisis-plan",
    "risk-profile",
    "work-plan",
    "other",
];

/// The kind.
pub struct Plan;

/// What the rule must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The list that stands.
    pub last: Option<Listed>,
    /// How many paragraphs the list before had: their rows end when the new one is shorter.
    pub before: usize,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// What it is called.
    pub heading: String,
    /// Its number; empty when it has none.
    pub number: String,
}

/// A plan was listed. Stored as `agenda.plan-listed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// First year.
    pub from_year: i64,
    /// Its paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// One of `SORTS`.
    pub sort: String,
    /// Its title.
    pub title: String,
    /// Last year.
    pub to_year: i64,
}

fn part(at: usize) -> String {
    format!("paragraph/{at:03}")
}

impl Kind for Plan {
    type State = State;
    type Event = Listed;
    type Command = List;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "plan";
    const VERBS: &'static [Verb] = &[list_plan::VERB];
    const EVENTS: &'static [EventName] = &[EventName("plan-listed", 1)];

    fn read(verb: &str, input: &Input) -> Option<List> {
        (verb == list_plan::VERB.name).then(|| list_plan::read(input))?
    }

    /// A plan is known by its title, in whatever capitals.
    fn home(command: &List, given: &Given) -> Home {
        let owner = given.actor.organisation.clone();
        let name = command.plan.title.to_lowercase();
        Home {
            stream: StreamId::derived(owner, "agenda.plan", &name),
            circle: Circle::Own,
            label: Label::AmberStrict,
        }
    }

    fn act(_command: &List, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(list_plan::act(given))
    }

    fn decide(state: &State, command: List, _given: &Given) -> Result<Vec<Listed>, Refusal> {
        list_plan::decide(state.last.as_ref(), command)
    }

    fn evolve(state: &mut State, event: &Listed) {
        state.before = state.last.as_ref().map_or(0, |last| last.paragraphs.len());
        state.last = Some(event.clone());
    }

    fn rows(state: &State, event: &Listed, recorded: &Recorded) -> Vec<Change> {
        let row = vec![
            event.title.as_str().into(),
            event.sort.as_str().into(),
            event.from_year.into(),
            event.to_year.into(),
        ];
        let title = Text::typed(event.title.as_str());
        let mut card = Card::new(recorded.stream.clone(), "agenda", "plan", title);
        card.holder = Some(recorded.stream.owner.clone());
        card.status.clone_from(&event.sort);
        let mut changes = vec![put(&PLAN, row), put_card(&card)];
        changes.extend(
            (0..)
                .zip(&event.paragraphs)
                .map(|(at, paragraph)| Change::Put {
                    table: &PARAGRAPH,
                    part: part(at),
                    class: None,
                    values: vec![
                        event.title.as_str().into(),
                        paragraph.number.as_str().into(),
                        paragraph.heading.as_str().into(),
                    ],
                }),
        );
        changes.extend(
            (event.paragraphs.len()..state.before).map(|at| Change::Close {
                table: &PARAGRAPH,
                part: part(at),
            }),
        );
        changes
    }

    fn name(_event: &Listed) -> EventName {
        EventName("plan-listed", 1)
    }

    fn payload(event: &Listed) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Listed> {
        let known = (name, version) == ("plan-listed", 1);
        known.then(|| serde_json::from_value(payload).ok())?
    }

    fn lands(_command: &List, _stream: &StreamId) -> String {
        "/agenda/own".to_owned()
    }
}
