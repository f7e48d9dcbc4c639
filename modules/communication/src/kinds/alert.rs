// SPDX-License-Identifier: EUPL-1.2
//! An alert: drafted, ordered, looked at by a second pair of eyes, handed over to those who send
//! it, and called sent when they say so. What is handed over is frozen, byte by byte.

use std::collections::BTreeMap;

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb};
use paraat_kernel::{Given, StreamId};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

pub use super::alert_events::{
    Confirmed, Core, Delivered, Event, Handed, Objected, Ordered, Reviewed, Said, Withdrawn,
};
use super::here;
use super::rows_of_alert as rows;
use crate::commands::draft_alert::Drafting;
use crate::commands::{
    confirm, draft_alert, hand_over, object, order, report_delivery, review, revise_alert,
    withdraw_alert,
};

/// The kind.
pub struct Alert;

/// Most languages in one alert: each costs room on a small screen.
pub const MOST_TEXTS: usize = 2;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// As it stands; none before it was drafted.
    pub core: Option<Core>,
    /// `drafted`, `ordered`, `handed-over`, `confirmed` or `withdrawn`.
    pub standing: String,
    /// How often its text was written, the first time included.
    pub revision: i64,
    /// Who wrote it last.
    pub writer: String,
    /// The order that stands.
    pub ordered: Option<Ordered>,
    /// Who looked at what was ordered, when somebody did; empty when nobody has yet.
    pub reviewed: String,
    /// Why it was held up, when it was; empty once it was written anew.
    pub objection: String,
    /// What those who send it have: the text that was handed over last, whatever is drafted since.
    pub out: Option<Core>,
    /// What was handed over, oldest first: what alerts that follow refer to.
    pub handed: Vec<Handed>,
    /// How often each target was tried since the last hand-over.
    pub tries: BTreeMap<String, i64>,
    /// Who said that it was sent, of the last hand-over.
    pub confirmed: Option<Confirmed>,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Write an alert.
    Draft(Drafting),
    /// Write it anew.
    Revise(Drafting),
    /// Order that it goes out: by which function, and who sends it.
    Order(Ordered),
    /// Take what was ordered, as a second pair of eyes.
    Review(Reviewed),
    /// Hold up what was ordered.
    Object(Objected),
    /// Hand it over to those who send it.
    HandOver,
    /// Say how it stands with a target.
    Report(Delivered),
    /// Say that they sent it.
    Confirm(Confirmed),
    /// Say that it no longer holds.
    Withdraw(String),
}

impl Kind for Alert {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "communication";
    const NAME: &'static str = "alert";
    const VERBS: &'static [Verb] = &[
        draft_alert::VERB,
        revise_alert::VERB,
        order::VERB,
        review::VERB,
        object::VERB,
        hand_over::VERB,
        report_delivery::VERB,
        confirm::VERB,
        withdraw_alert::VERB,
    ];
    const EVENTS: &'static [EventName] = &[
        EventName("alert-drafted", 1),
        EventName("alert-revised", 1),
        EventName("alert-ordered", 1),
        EventName("alert-reviewed", 1),
        EventName("alert-objected", 1),
        EventName("alert-handed-over", 1),
        EventName("alert-delivered", 1),
        EventName("alert-confirmed", 1),
        EventName("alert-withdrawn", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        Some(match verb {
            "draft" => Command::Draft(draft_alert::read(input)),
            "revise" => Command::Revise(draft_alert::read(input)),
            "order" => Command::Order(order::read(input)),
            "review" => Command::Review(review::read(input)),
            "object" => Command::Object(object::read(input)),
            "hand-over" => Command::HandOver,
            "report-delivery" => Command::Report(report_delivery::read(input)),
            "confirm" => Command::Confirm(confirm::read(input)),
            "withdraw" => Command::Withdraw(input.text("reason")),
            _ => return None,
        })
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        match command {
            Command::Draft(it) => it.core.incident.iter().cloned().collect(),
            _ => Vec::new(),
        }
    }

    fn home(command: &Command, given: &Given) -> Home {
        match command {
            Command::Draft(it) => super::fresh(it.core.incident.as_ref(), given),
            _ => here(given),
        }
    }

    fn act(command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(match command {
            Command::Draft(_) => crate::commands::own(given),
            // What leaves binds the organisation; to stop it does not.
            Command::Order(_) => crate::commands::binds(given),
            _ => crate::commands::owner(given),
        })
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        let event = match command {
            Command::Draft(it) => Event::Drafted(draft_alert::decide(it, given)?),
            Command::Revise(it) => Event::Revised(revise_alert::decide(state, it, given)?),
            Command::Order(it) => Event::Ordered(order::decide(state, it, given)?),
            Command::Review(it) => Event::Reviewed(review::decide(state, it, given)?),
            Command::Object(it) => Event::Objected(object::decide(state, it)?),
            Command::HandOver => Event::HandedOver(hand_over::decide(state, given)?),
            Command::Report(it) => Event::Delivered(report_delivery::decide(state, it)?),
            Command::Confirm(it) => Event::Confirmed(confirm::decide(state, it, given)?),
            Command::Withdraw(it) => Event::Withdrawn(withdraw_alert::decide(state, it, given)?),
        };
        Ok(vec![event])
    }

    fn evolve(state: &mut State, event: &Event) {
        let standing = match event {
            Event::Drafted(core) | Event::Revised(core) => {
                state.core = Some(core.clone());
                state.writer.clone_from(&core.writer);
                state.revision += 1;
                state.ordered = None;
                state.reviewed.clear();
                state.objection.clear();
                "drafted"
            }
            Event::Ordered(order) => {
                state.ordered = Some(order.clone());
                state.reviewed.clear();
                "ordered"
            }
            Event::Reviewed(it) => {
                state.reviewed.clone_from(&it.reviewer);
                "ordered"
            }
            Event::Objected(it) => {
                state.ordered = None;
                state.objection.clone_from(&it.reason);
                "drafted"
            }
            Event::HandedOver(handed) => {
                state.out.clone_from(&state.core);
                state.hand(handed);
                "handed-over"
            }
            Event::Delivered(it) => {
                *state.tries.entry(it.target.clone()).or_default() += 1;
                return;
            }
            Event::Confirmed(it) => {
                state.confirmed = Some(it.clone());
                if state.standing == "withdrawn" {
                    return;
                }
                "confirmed"
            }
            Event::Withdrawn(it) => {
                if let Some(handed) = &it.handed {
                    state.hand(handed);
                }
                "withdrawn"
            }
        };
        standing.clone_into(&mut state.standing);
    }

    fn rows(state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        rows::rows(state, event, recorded)
    }

    fn name(event: &Event) -> EventName {
        EventName(
            match event {
                Event::Drafted(_) => "alert-drafted",
                Event::Revised(_) => "alert-revised",
                Event::Ordered(_) => "alert-ordered",
                Event::Reviewed(_) => "alert-reviewed",
                Event::Objected(_) => "alert-objected",
                Event::HandedOver(_) => "alert-handed-over",
                Event::Delivered(_) => "alert-delivered",
                Event::Confirmed(_) => "alert-confirmed",
                Event::Withdrawn(_) => "alert-withdrawn",
            },
            1,
        )
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Drafted(it) | Event::Revised(it) => serde_json::to_value(it),
            Event::Ordered(it) => serde_json::to_value(it),
            Event::Reviewed(it) => serde_json::to_value(it),
            Event::Objected(it) => serde_json::to_value(it),
            Event::HandedOver(it) => serde_json::to_value(it),
            Event::Delivered(it) => serde_json::to_value(it),
            Event::Confirmed(it) => serde_json::to_value(it),
            Event::Withdrawn(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        if version != 1 {
            return None;
        }
        let read = match name {
            "alert-drafted" => serde_json::from_value(payload).map(Event::Drafted),
            "alert-revised" => serde_json::from_value(payload).map(Event::Revised),
            "alert-ordered" => serde_json::from_value(payload).map(Event::Ordered),
            "alert-reviewed" => serde_json::from_value(payload).map(Event::Reviewed),
            "alert-objected" => serde_json::from_value(payload).map(Event::Objected),
            "alert-handed-over" => serde_json::from_value(payload).map(Event::HandedOver),
            "alert-delivered" => serde_json::from_value(payload).map(Event::Delivered),
            "alert-confirmed" => serde_json::from_value(payload).map(Event::Confirmed),
            "alert-withdrawn" => serde_json::from_value(payload).map(Event::Withdrawn),
            _ => return None,
        };
        read.ok()
    }

    fn prefill(verb: &str, state: &State) -> Typed {
        match (verb, &state.core) {
            ("revise", Some(core)) => draft_alert::typed(core),
            _ => Typed::default(),
        }
    }

    fn lands(_command: &Command, stream: &StreamId) -> String {
        format!("/communication/alert/{stream}")
    }
}

impl State {
    /// From now on it is with those who send it.
    fn hand(&mut self, handed: &Handed) {
        self.handed.push(handed.clone());
        self.tries.clear();
        self.confirmed = None;
    }
}
