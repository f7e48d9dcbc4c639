// SPDX-License-Identifier: EUPL-1.2
//! A fact: one figure of one place as one team knows it, restated as it changes. What others know
//! otherwise stands beside it (`kinds::dispute`), never in it.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Given, StreamId, Text, Timestamp};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::{confirm_fact, release_fact, retract_fact, state_fact};
use crate::tables::FACT;

/// The kind.
pub struct Fact;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What was stated last; none before, and after it was retracted.
    pub stands: Option<Stated>,
    /// That it was held back before, and who said that next of kin know; none when it was not.
    pub released: Option<Released>,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// State it, or state what it is now.
    State(state_fact::State),
    /// State what was held back.
    Release(release_fact::Release),
    /// Confirm what was stated.
    Confirm(Confirmed),
    /// Take it back.
    Retract(Retracted),
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "one stands for the length of a request; nobody keeps many"
)]
pub enum Event {
    /// It was stated.
    Stated(Stated),
    /// What was stated was held back before.
    Released(Released),
    /// It was confirmed.
    Confirmed(Confirmed),
    /// It was taken back.
    Retracted(Retracted),
}

/// A fact was stated. Stored as `incident.fact-stated.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    /// The place it is of, in words.
    pub area: String,
    /// The plane that a level is measured from: one of `definitions::DATUMS`, or empty.
    pub datum: String,
    /// What it is of: one of `definitions::NAMES`.
    pub definition: String,
    /// Where it was held back before; empty when it was not.
    pub held: String,
    /// The incident.
    pub incident: StreamId,
    /// When it was observed, RFC 3339, so that a confirmation does not make it look younger.
    pub observed: String,
    /// `confirmed` or `unconfirmed`.
    pub reliability: String,
    /// Who or what it comes from; empty when nobody said.
    pub source: String,
    /// The team; empty for the organisation itself.
    pub team: String,
    /// Until when it holds, RFC 3339; empty when nobody said.
    pub until: String,
    /// The figure as `definitions::figure` keeps it, or text for what is no figure.
    pub value: String,
    /// What it is of in words, for `other`; else empty.
    pub what: String,
}

/// What was stated with it was held back before, until next of kin knew. Stored as
/// `incident.fact-released.v1`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Released {
    /// Where it was held back.
    pub held: String,
    /// When next of kin were informed, RFC 3339.
    pub informed_at: String,
    /// Who said that they were.
    pub informed_by: String,
}

/// A fact was confirmed. Stored as `incident.fact-confirmed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmed {
    /// Who or what confirmed it; empty when nobody said.
    pub source: String,
}

/// A fact was taken back. Stored as `incident.fact-retracted.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retracted {
    /// Why; empty when nobody said.
    pub reason: String,
}

impl Kind for Fact {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "fact";
    const VERBS: &'static [Verb] = &[
        state_fact::VERB,
        release_fact::VERB,
        confirm_fact::VERB,
        retract_fact::VERB,
    ];
    const EVENTS: &'static [EventName] = &[
        EventName("fact-stated", 1),
        EventName("fact-released", 1),
        EventName("fact-confirmed", 1),
        EventName("fact-retracted", 1),
    ];
    const FOLD: u32 = 2;

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "state" => Some(Command::State(state_fact::read(input)?)),
            "release" => Some(Command::Release(release_fact::read(input)?)),
            "confirm" => Some(Command::Confirm(confirm_fact::read(input))),
            "retract" => Some(Command::Retract(retract_fact::read(input))),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        match command {
            Command::State(it) => vec![it.stated.incident.clone()],
            Command::Release(it) => {
                let stated = &it.state.stated;
                let held = stated.held.parse().ok();
                [stated.incident.clone()].into_iter().chain(held).collect()
            }
            _ => Vec::new(),
        }
    }

    fn home(command: &Command, given: &Given) -> Home {
        match command {
            Command::State(it) => it.home(given),
            Command::Release(it) => it.state.home(given),
            _ => super::here(given),
        }
    }

    fn act(command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(match command {
            Command::State(_) => crate::commands::own(given),
            Command::Release(_) => release_fact::act(given),
            _ => crate::commands::act_of(given.stream.owner.clone()),
        })
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        let event = match command {
            Command::State(it) => Event::Stated(state_fact::decide(it, given)?),
            Command::Release(it) => {
                let (stated, released) = release_fact::decide(it, given)?;
                return Ok(vec![Event::Stated(stated), Event::Released(released)]);
            }
            Command::Confirm(it) => Event::Confirmed(confirm_fact::decide(state, it)?),
            Command::Retract(it) => Event::Retracted(retract_fact::decide(state, it)?),
        };
        Ok(vec![event])
    }

    fn occurred(command: &Command) -> Option<Timestamp> {
        match command {
            Command::State(it) => it.observed,
            Command::Release(it) => it.state.observed,
            _ => None,
        }
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Stated(it) => {
                state.stands = Some(it.clone());
                state.released = None;
            }
            Event::Released(it) => state.released = Some(it.clone()),
            Event::Confirmed(_) => {
                if let Some(stated) = &mut state.stands {
                    "confirmed".clone_into(&mut stated.reliability);
                }
            }
            Event::Retracted(_) => state.stands = None,
        }
    }

    fn rows(state: &State, _event: &Event, recorded: &Recorded) -> Vec<Change> {
        match &state.stands {
            Some(stated) => vec![put_row(state, stated), put_card(&card(stated, recorded))],
            None => vec![
                Change::Close {
                    table: &FACT,
                    part: String::new(),
                },
                paraat_contract::close_card(String::new()),
            ],
        }
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Stated(_) => EventName("fact-stated", 1),
            Event::Released(_) => EventName("fact-released", 1),
            Event::Confirmed(_) => EventName("fact-confirmed", 1),
            Event::Retracted(_) => EventName("fact-retracted", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Stated(it) => serde_json::to_value(it),
            Event::Released(it) => serde_json::to_value(it),
            Event::Confirmed(it) => serde_json::to_value(it),
            Event::Retracted(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("fact-stated", 1) => serde_json::from_value(payload).map(Event::Stated),
            ("fact-released", 1) => serde_json::from_value(payload).map(Event::Released),
            ("fact-confirmed", 1) => serde_json::from_value(payload).map(Event::Confirmed),
            ("fact-retracted", 1) => serde_json::from_value(payload).map(Event::Retracted),
            _ => return None,
        };
        read.ok()
    }

    fn lands(command: &Command, stream: &StreamId) -> String {
        match command {
            Command::State(it) => format!("/incident/incident/{}/facts", it.stated.incident),
            Command::Release(it) => {
                format!("/incident/incident/{}/facts", it.state.stated.incident)
            }
            _ => format!("/incident/fact/{stream}"),
        }
    }
}

impl state_fact::State {
    fn home(&self, given: &Given) -> Home {
        let series = self.stated.series();
        super::beside("incident.fact", (&self.stated.incident, &series), given)
    }
}

impl Stated {
    /// What keeps figures of one thing and one place apart from others: the next figure of the same
    /// team, thing and place restates the one before.
    pub fn series(&self) -> String {
        let plain = |text: &str| text.trim().to_lowercase();
        let (what, area) = (plain(&self.what), plain(&self.area));
        format!("{}/{}/{what}/{area}", self.team, self.definition)
    }
}

/// The row of a fact as it stands. When it was observed stays what the statement said.
fn put_row(state: &State, stated: &Stated) -> Change {
    let informed = state.released.as_ref();
    let informed = informed.map(|it| (it.informed_by.as_str(), it.informed_at.as_str()));
    let (by, at) = informed.unwrap_or_default();
    put(
        &FACT,
        vec![
            stated.incident.to_string().into(),
            stated.team.as_str().into(),
            stated.definition.as_str().into(),
            stated.what.as_str().into(),
            stated.area.as_str().into(),
            stated.value.as_str().into(),
            stated.datum.as_str().into(),
            stated.reliability.as_str().into(),
            stated.source.as_str().into(),
            stated.observed.as_str().into(),
            stated.until.as_str().into(),
            stated.held.as_str().into(),
            by.into(),
            at.into(),
        ],
    )
}

fn card(stated: &Stated, recorded: &Recorded) -> Card {
    let title = Text::typed(format!("{} {}", stated.area, stated.value).trim());
    let mut card = Card::new(recorded.stream.clone(), "incident", "fact", title);
    card.body = Text::typed(format!("{} {}", stated.what, stated.source).trim());
    card.status.clone_from(&stated.reliability);
    card.holder = Some(recorded.stream.owner.clone());
    card.under = Some(stated.incident.clone());
    card.stale_after = stated.until.parse().ok();
    card
}
