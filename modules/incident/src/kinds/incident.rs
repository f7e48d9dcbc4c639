// SPDX-License-Identifier: EUPL-1.2
//! An incident: what an organisation calls a crisis, in what phase it is, and which others it says
//! are the same one. It never ends by itself: it is closed by somebody, and can be taken up again.

use std::collections::BTreeSet;

use paraat_authority::{Ability, Act};
use paraat_contract::{
    Change, EventName, Home, Kind, Recorded, Refusal, Table, Verb, put, put_card, put_part,
};
use paraat_kernel::{Card, Circle, Given, Label, StreamId, Text, Timestamp};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use crate::commands::{close, enter_phase, join, keep_apart, open, part_from, rename, reopen};
use crate::tables::{APART, INCIDENT, JOINED};

/// The kind.
pub struct Incident;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What it is called now.
    pub title: String,
    /// One of `phases::SORTS`.
    pub sort: String,
    /// One of `phases::PHASES`.
    pub phase: String,
    /// True from closing until it is taken up again.
    pub closed: bool,
    /// The incidents it is joined with.
    pub joined: BTreeSet<StreamId>,
    /// The incidents it says to have nothing to do with.
    #[serde(default)]
    pub apart: BTreeSet<StreamId>,
}

/// What can be asked of an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Open it.
    Open(open::Open),
    /// Call it something else.
    Rename(Renamed),
    /// Enter another phase.
    EnterPhase(PhaseEntered),
    /// Say that another one is the same crisis.
    Join(Joined),
    /// Say that it is not, after all.
    Part(Parted),
    /// Say that another one does not belong here, although others joined it.
    KeepApart(KeptApart),
    /// Close it.
    Close(Closed),
    /// Take it up again.
    Reopen(Reopened),
}

/// What can have happened to an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was opened.
    Opened(Opened),
    /// It was renamed.
    Renamed(Renamed),
    /// Another phase began.
    PhaseEntered(PhaseEntered),
    /// It was joined with another.
    Joined(Joined),
    /// It was parted from another.
    Parted(Parted),
    /// Another one was said not to belong here.
    KeptApart(KeptApart),
    /// It was closed.
    Closed(Closed),
    /// It was taken up again.
    Reopened(Reopened),
}

/// An incident was opened. Stored as `incident.opened.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// What sort of thing it is: one of `phases::SORTS`.
    pub sort: String,
    /// What is the matter.
    pub title: String,
}

/// An incident is called something else. Stored as `incident.renamed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Renamed {
    /// What is the matter.
    pub title: String,
}

/// Another phase began. Stored as `incident.phase-entered.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhaseEntered {
    /// One of `phases::PHASES`.
    pub phase: String,
    /// Why; empty when nobody said.
    pub reason: String,
}

/// Two incidents are the same crisis. Stored as `incident.joined.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Joined {
    /// The incident of the other organisation.
    pub with: StreamId,
}

/// Two incidents are not the same crisis after all. Stored as `incident.parted.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parted {
    /// The incident of the other organisation.
    pub with: StreamId,
}

/// An incident of another does not belong with this one, whoever joined them. Stored as
/// `incident.kept-apart.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptApart {
    /// The incident of the other organisation.
    pub with: StreamId,
}

/// An incident was closed. Stored as `incident.closed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    /// Why; empty when nobody said.
    pub reason: String,
}

/// An incident was taken up again. Stored as `incident.reopened.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reopened {
    /// Why; empty when nobody said.
    pub reason: String,
}

impl Kind for Incident {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "incident";
    const VERBS: &'static [Verb] = &[
        open::VERB,
        enter_phase::VERB,
        join::VERB,
        part_from::VERB,
        keep_apart::VERB,
        rename::VERB,
        close::VERB,
        reopen::VERB,
    ];
    const EVENTS: &'static [EventName] = &[
        EventName("opened", 1),
        EventName("renamed", 1),
        EventName("phase-entered", 1),
        EventName("joined", 1),
        EventName("parted", 1),
        EventName("kept-apart", 1),
        EventName("closed", 1),
        EventName("reopened", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "open" => Some(Command::Open(open::read(input))),
            "enter-phase" => Some(Command::EnterPhase(enter_phase::read(input))),
            "join" => Some(Command::Join(join::read(input)?)),
            "part" => Some(Command::Part(part_from::read(input)?)),
            "keep-apart" => Some(Command::KeepApart(keep_apart::read(input)?)),
            "rename" => Some(Command::Rename(rename::read(input))),
            "close" => Some(Command::Close(close::read(input))),
            "reopen" => Some(Command::Reopen(reopen::read(input))),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        match command {
            Command::Open(open) => open.circle.iter().cloned().collect(),
            Command::Join(joined) => vec![joined.with.clone()],
            Command::KeepApart(apart) => vec![apart.with.clone()],
            _ => Vec::new(),
        }
    }

    fn home(command: &Command, given: &Given) -> Home {
        let made = match command {
            Command::Open(open) => open.circle.clone(),
            _ => None,
        };
        Home {
            stream: given.stream.clone(),
            circle: made.map_or(Circle::Partners, Circle::Made),
            label: Label::Green,
        }
    }

    /// Whoever is on duty may, also with no partner in reach.
    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(Act {
            ability: Ability::Write,
            of: given.stream.owner.clone(),
        })
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        let event = match command {
            Command::Open(open) => Event::Opened(open::decide(open, given)?),
            Command::Rename(renamed) => Event::Renamed(rename::decide(state, renamed)?),
            Command::EnterPhase(entered) => {
                Event::PhaseEntered(enter_phase::decide(state, entered)?)
            }
            Command::Join(joined) => Event::Joined(join::decide(state, joined, given)?),
            Command::Part(parted) => Event::Parted(part_from::decide(state, parted)?),
            Command::KeepApart(it) => Event::KeptApart(keep_apart::decide(state, it, given)?),
            Command::Close(closed) => Event::Closed(close::decide(state, closed)?),
            Command::Reopen(reopened) => Event::Reopened(reopen::decide(state, reopened)?),
        };
        Ok(vec![event])
    }

    fn occurred(command: &Command) -> Option<Timestamp> {
        match command {
            Command::Open(open) => open.happened,
            _ => None,
        }
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Opened(opened) => {
                state.title.clone_from(&opened.title);
                state.sort.clone_from(&opened.sort);
                crate::terms::phases::first(&opened.sort).clone_into(&mut state.phase);
            }
            Event::Renamed(renamed) => state.title.clone_from(&renamed.title),
            Event::PhaseEntered(entered) => state.phase.clone_from(&entered.phase),
            Event::Joined(joined) => {
                state.apart.remove(&joined.with);
                state.joined.insert(joined.with.clone());
            }
            Event::Parted(parted) => {
                state.joined.remove(&parted.with);
            }
            Event::KeptApart(apart) => {
                state.joined.remove(&apart.with);
                state.apart.insert(apart.with.clone());
            }
            Event::Closed(_) => state.closed = true,
            Event::Reopened(_) => state.closed = false,
        }
    }

    fn rows(state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        match event {
            Event::Joined(joined) => beside(recorded, &joined.with, (&JOINED, &APART)),
            Event::KeptApart(apart) => beside(recorded, &apart.with, (&APART, &JOINED)),
            Event::Parted(parted) => vec![gone(&JOINED, &parted.with)],
            Event::PhaseEntered(entered) => standing(state, &entered.reason, recorded),
            Event::Closed(closed) => standing(state, &closed.reason, recorded),
            Event::Reopened(reopened) => standing(state, &reopened.reason, recorded),
            Event::Opened(_) | Event::Renamed(_) => standing(state, "", recorded),
        }
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Opened(_) => EventName("opened", 1),
            Event::Renamed(_) => EventName("renamed", 1),
            Event::PhaseEntered(_) => EventName("phase-entered", 1),
            Event::Joined(_) => EventName("joined", 1),
            Event::Parted(_) => EventName("parted", 1),
            Event::KeptApart(_) => EventName("kept-apart", 1),
            Event::Closed(_) => EventName("closed", 1),
            Event::Reopened(_) => EventName("reopened", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Opened(it) => serde_json::to_value(it),
            Event::Renamed(it) => serde_json::to_value(it),
            Event::PhaseEntered(it) => serde_json::to_value(it),
            Event::Joined(it) => serde_json::to_value(it),
            Event::Parted(it) => serde_json::to_value(it),
            Event::KeptApart(it) => serde_json::to_value(it),
            Event::Closed(it) => serde_json::to_value(it),
            Event::Reopened(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("opened", 1) => serde_json::from_value(payload).map(Event::Opened),
            ("renamed", 1) => serde_json::from_value(payload).map(Event::Renamed),
            ("phase-entered", 1) => serde_json::from_value(payload).map(Event::PhaseEntered),
            ("joined", 1) => serde_json::from_value(payload).map(Event::Joined),
            ("parted", 1) => serde_json::from_value(payload).map(Event::Parted),
            ("kept-apart", 1) => serde_json::from_value(payload).map(Event::KeptApart),
            ("closed", 1) => serde_json::from_value(payload).map(Event::Closed),
            ("reopened", 1) => serde_json::from_value(payload).map(Event::Reopened),
            _ => return None,
        };
        read.ok()
    }

    fn prefill(verb: &str, state: &State) -> Typed {
        match verb {
            "rename" => Typed::default().with("title", state.title.as_str()),
            "enter-phase" => Typed::default().with("phase", state.phase.as_str()),
            _ => Typed::default(),
        }
    }

    fn lands(_command: &Command, stream: &StreamId) -> String {
        format!("/incident/incident/{stream}")
    }
}

/// What a table of incidents beside this one calls the row about another.
fn part(table: &'static Table, with: &StreamId) -> String {
    let name = table.name.trim_start_matches("incident_");
    format!("{name}/{with}")
}

fn gone(table: &'static Table, with: &StreamId) -> Change {
    let part = part(table, with);
    Change::Close { table, part }
}

/// That another incident is joined, or kept apart: never both.
fn beside(
    recorded: &Recorded,
    with: &StreamId,
    (now, before): (&'static Table, &'static Table),
) -> Vec<Change> {
    let row = [&recorded.stream, with].map(|it| it.to_string().into());
    vec![
        put_part(now, part(now, with), row.to_vec()),
        gone(before, with),
    ]
}

/// The rows of the incident as it stands now. When it was opened stays what its first row says.
fn standing(state: &State, reason: &str, recorded: &Recorded) -> Vec<Change> {
    let open = if state.closed { "closed" } else { "open" };
    let row = vec![
        recorded.stream.to_string().into(),
        state.title.as_str().into(),
        state.sort.as_str().into(),
        state.phase.as_str().into(),
        open.into(),
        reason.into(),
        recorded.occurred.to_string().into(),
    ];
    let title = Text::typed(state.title.as_str());
    let mut card = Card::new(recorded.stream.clone(), "incident", "incident", title);
    card.holder = Some(recorded.stream.owner.clone());
    open.clone_into(&mut card.status);
    vec![put(&INCIDENT, row), put_card(&card)]
}
