// SPDX-License-Identifier: EUPL-1.2
//! A plan of an organisation as a list of its paragraphs: enough to say where an activity could
//! stand. It is the organisation's own; what others see is what its board adopts.

use paraat_authority::Act;
use paraat_contract::{
    Change, EventName, Home, Kind, Recorded, Refusal, Verb, close_card, put, put_card,
};
use paraat_kernel::{Card, Circle, Given, Key, Label, StreamId, Text};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use crate::commands::list_plan::{self, List};
use crate::commands::{remove_plan, revise_plan, write};
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
    /// The list that stands; none when it was removed.
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

/// A plan was removed from the list. Stored as `agenda.plan-removed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Removed {}

/// What can have happened to a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was listed, or listed anew.
    Listed(Listed),
    /// It was removed.
    Removed(Removed),
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// List a plan.
    List(List),
    /// List the paragraphs of one anew.
    Revise(List),
    /// Take it out of the list.
    Remove,
}

fn part(at: usize) -> String {
    format!("paragraph/{at:03}")
}

/// Ends the rows of these paragraphs.
fn close(paragraphs: std::ops::Range<usize>) -> impl Iterator<Item = Change> {
    paragraphs.map(|at| Change::Close {
        table: &PARAGRAPH,
        part: part(at),
    })
}

fn put_paragraph((at, paragraph): (usize, &Paragraph), title: &str) -> Change {
    Change::Put {
        table: &PARAGRAPH,
        part: part(at),
        class: None,
        values: vec![
            title.into(),
            paragraph.number.as_str().into(),
            paragraph.heading.as_str().into(),
        ],
    }
}

impl Kind for Plan {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "plan";
    const VERBS: &'static [Verb] = &[list_plan::VERB, revise_plan::VERB, remove_plan::VERB];
    const EVENTS: &'static [EventName] =
        &[EventName("plan-listed", 1), EventName("plan-removed", 1)];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "list" => list_plan::read(input).map(Command::List),
            "revise" => revise_plan::read(input).map(Command::Revise),
            "remove" => Some(Command::Remove),
            _ => None,
        }
    }

    /// A plan is known by its title, in whatever capitals.
    fn home(command: &Command, given: &Given) -> Home {
        let stream = match command {
            Command::List(list) => {
                let owner = given.actor.organisation.clone();
                StreamId::derived(owner, "agenda.plan", &list.plan.title.to_lowercase())
            }
            Command::Revise(_) | Command::Remove => given.stream.clone(),
        };
        Home {
            stream,
            circle: Circle::Own,
            label: Label::AmberStrict,
        }
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(write(given.stream.owner.clone()))
    }

    fn decide(state: &State, command: Command, _given: &Given) -> Result<Vec<Event>, Refusal> {
        let last = state.last.as_ref();
        match command {
            Command::List(command) => list_plan::decide(last, command),
            Command::Revise(command) => revise_plan::decide(last, command),
            Command::Remove => remove_plan::decide(last),
        }
    }

    fn evolve(state: &mut State, event: &Event) {
        state.before = state.last.as_ref().map_or(0, |last| last.paragraphs.len());
        state.last = match event {
            Event::Listed(plan) => Some(plan.clone()),
            Event::Removed(_) => None,
        };
    }

    fn rows(state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        let Event::Listed(plan) = event else {
            let row = Change::Close {
                table: &PLAN,
                part: Key::new(),
            };
            let mut changes = vec![row, close_card(Key::new())];
            changes.extend(close(0..state.before));
            return changes;
        };
        let row = vec![
            plan.title.as_str().into(),
            plan.sort.as_str().into(),
            plan.from_year.into(),
            plan.to_year.into(),
        ];
        let title = Text::typed(plan.title.as_str());
        let mut card = Card::new(recorded.stream.clone(), "agenda", "plan", title);
        card.holder = Some(recorded.stream.owner.clone());
        card.status.clone_from(&plan.sort);
        let mut changes = vec![put(&PLAN, row), put_card(&card)];
        let paragraphs = (0..).zip(&plan.paragraphs);
        changes.extend(paragraphs.map(|it| put_paragraph(it, &plan.title)));
        changes.extend(close(plan.paragraphs.len()..state.before));
        changes
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Listed(_) => EventName("plan-listed", 1),
            Event::Removed(_) => EventName("plan-removed", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Listed(plan) => serde_json::to_value(plan),
            Event::Removed(removed) => serde_json::to_value(removed),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        match (name, version) {
            ("plan-listed", 1) => serde_json::from_value(payload).ok().map(Event::Listed),
            ("plan-removed", 1) => serde_json::from_value(payload).ok().map(Event::Removed),
            _ => None,
        }
    }

    fn prefill(verb: &str, state: &State) -> Typed {
        let plan = state
            .last
            .as_ref()
            .filter(|_| verb == revise_plan::VERB.name);
        plan.map(revise_plan::typed).unwrap_or_default()
    }

    fn lands(_command: &Command, _stream: &StreamId) -> String {
        "/agenda/own#plans".to_owned()
    }
}
