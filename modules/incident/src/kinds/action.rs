// SPDX-License-Identifier: EUPL-1.2
//! An action: something that somebody is to do. Within one organisation it is an *order*, inside a
//! line of command; to another one it is a *request*, which that one accepts, refuses or finishes
//! in its own record (`kinds::response`).

use paraat_authority::Act;
use paraat_contract::{
    Aid, Change, EventName, Home, Kind, Query, Recorded, Refusal, Verb, put, put_card,
};
use paraat_kernel::{Card, Given, OrganisationId, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::{finish_action, give_action, withdraw_action};
use crate::tables::ACTION;
use crate::views::from_line;

/// The kind.
pub struct Action;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What was given; none before.
    pub given: Option<ActionGiven>,
    /// `open`, `finished` or `withdrawn`.
    pub standing: String,
    /// What came of it, or why it was withdrawn.
    pub outcome: String,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Give it.
    Give(ActionGiven),
    /// Say that it is done.
    Finish(Finished),
    /// Take it back.
    Withdraw(Withdrawn),
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was given.
    Given(ActionGiven),
    /// It was done.
    Finished(Finished),
    /// It was taken back.
    Withdrawn(Withdrawn),
}

/// An action was given. Stored as `incident.action-given.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionGiven {
    /// When it must be done, RFC 3339; empty when nobody said.
    pub due: String,
    /// The incident.
    pub incident: StreamId,
    /// The line of the log it was made of; empty for none.
    pub line: String,
    /// Its number among the actions of its team in this incident.
    pub number: i64,
    /// The team that gives it; empty for the organisation itself.
    pub team: String,
    /// What is to be done.
    pub text: String,
    /// Who is to do it.
    pub to: OrganisationId,
    /// Which team of theirs; empty when that is for them to say.
    pub to_team: String,
}

/// An order was carried out. Stored as `incident.action-finished.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finished {
    /// What came of it; empty when nobody said.
    pub result: String,
}

/// An action was taken back. Stored as `incident.action-withdrawn.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    /// Why; empty when nobody said.
    pub reason: String,
}

impl Kind for Action {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "action";
    const VERBS: &'static [Verb] = &[
        give_action::VERB,
        finish_action::VERB,
        withdraw_action::VERB,
    ];
    const EVENTS: &'static [EventName] = &[
        EventName("action-given", 1),
        EventName("action-finished", 1),
        EventName("action-withdrawn", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "give" => Some(Command::Give(give_action::read(input)?)),
            "finish" => Some(Command::Finish(finish_action::read(input))),
            "withdraw" => Some(Command::Withdraw(withdraw_action::read(input))),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        match command {
            Command::Give(it) => vec![it.incident.clone()],
            _ => Vec::new(),
        }
    }

    fn numbered(command: &Command, given: &Given) -> Option<Query> {
        match command {
            Command::Give(it) => Some(super::numbers(&ACTION, (&it.incident, &it.team), given)),
            _ => None,
        }
    }

    fn home(command: &Command, given: &Given) -> Home {
        match command {
            Command::Give(it) => super::within(&it.incident, given),
            _ => super::here(given),
        }
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::act_of(given.stream.owner.clone()))
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        let event = match command {
            Command::Give(it) => Event::Given(give_action::decide(it, given)?),
            Command::Finish(it) => Event::Finished(finish_action::decide(state, it, given)?),
            Command::Withdraw(it) => Event::Withdrawn(withdraw_action::decide(state, it)?),
        };
        Ok(vec![event])
    }

    fn evolve(state: &mut State, event: &Event) {
        let (standing, outcome) = match event {
            Event::Given(it) => {
                state.given = Some(it.clone());
                ("open", "")
            }
            Event::Finished(it) => ("finished", it.result.as_str()),
            Event::Withdrawn(it) => ("withdrawn", it.reason.as_str()),
        };
        standing.clone_into(&mut state.standing);
        outcome.clone_into(&mut state.outcome);
    }

    fn rows(state: &State, _event: &Event, recorded: &Recorded) -> Vec<Change> {
        let Some(given) = &state.given else {
            return Vec::new();
        };
        let by = &recorded.stream.owner;
        let row = vec![
            given.incident.to_string().into(),
            by.as_str().into(),
            given.team.as_str().into(),
            given.number.into(),
            given.text.as_str().into(),
            given.to.as_str().into(),
            given.to_team.as_str().into(),
            given.due.as_str().into(),
            state.standing.as_str().into(),
            state.outcome.as_str().into(),
            given.line.as_str().into(),
        ];
        vec![put(&ACTION, row), put_card(&card(state, given, recorded))]
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Given(_) => EventName("action-given", 1),
            Event::Finished(_) => EventName("action-finished", 1),
            Event::Withdrawn(_) => EventName("action-withdrawn", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Given(it) => serde_json::to_value(it),
            Event::Finished(it) => serde_json::to_value(it),
            Event::Withdrawn(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("action-given", 1) => serde_json::from_value(payload).map(Event::Given),
            ("action-finished", 1) => serde_json::from_value(payload).map(Event::Finished),
            ("action-withdrawn", 1) => serde_json::from_value(payload).map(Event::Withdrawn),
            _ => return None,
        };
        read.ok()
    }

    fn aid(verb: &str) -> Option<Aid> {
        (verb == "give").then_some(from_line::AID)
    }

    fn lands(command: &Command, stream: &StreamId) -> String {
        match command {
            Command::Give(it) => format!("/incident/incident/{}/actions", it.incident),
            _ => format!("/incident/action/{stream}"),
        }
    }
}

/// How others see it. An order has a day and is its own organisation's to do; a request is found by
/// what both sides said of it (`views::tasks`).
fn card(state: &State, given: &ActionGiven, recorded: &Recorded) -> Card {
    let stream = recorded.stream.clone();
    let order = given.to == stream.owner;
    let title = Text::typed(super::first_line(&given.text));
    let mut card = Card::new(stream, "incident", "action", title);
    card.body = Text::typed(given.text.as_str());
    card.status.clone_from(&state.standing);
    card.holder = Some(given.to.clone());
    card.under = Some(given.incident.clone());
    card.order = format!("{:08}", given.number);
    if order && state.standing == "open" {
        card.due = given.due.parse().ok();
    }
    card
}
