// SPDX-License-Identifier: EUPL-1.2
//! A team of an organisation in an incident: whether it sits, where, and how it is reached. A team
//! writes without this too; this tells the others whom to ask for.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Given, StreamId, Text};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use super::beside;
use crate::commands::{assemble, stand_down};
use crate::tables::TEAM;

/// The kind.
pub struct Team;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// How it sits now; none while it does not.
    pub sitting: Option<Assembled>,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Assemble it.
    Assemble(Assembled),
    /// Let it stand down.
    StandDown(StoodDown),
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It assembled.
    Assembled(Assembled),
    /// It stood down.
    StoodDown(StoodDown),
}

/// A team assembled. Stored as `incident.team-assembled.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assembled {
    /// The incident.
    pub incident: StreamId,
    /// Where it sits; empty when nobody said.
    pub place: String,
    /// How it is reached: a telephone number, a talk group; empty when nobody said.
    pub reach: String,
    /// One of `teams::TEAMS`.
    pub team: String,
}

/// A team stood down. Stored as `incident.team-stood-down.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoodDown {
    /// The incident.
    pub incident: StreamId,
    /// One of `teams::TEAMS`.
    pub team: String,
}

impl Command {
    fn of(&self) -> (&StreamId, &str) {
        match self {
            Self::Assemble(it) => (&it.incident, &it.team),
            Self::StandDown(it) => (&it.incident, &it.team),
        }
    }
}

impl Kind for Team {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "team";
    const VERBS: &'static [Verb] = &[assemble::VERB, stand_down::VERB];
    const EVENTS: &'static [EventName] = &[
        EventName("team-assembled", 1),
        EventName("team-stood-down", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "assemble" => Some(Command::Assemble(assemble::read(input)?)),
            "stand-down" => Some(Command::StandDown(stand_down::read(input)?)),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        vec![command.of().0.clone()]
    }

    fn home(command: &Command, given: &Given) -> Home {
        beside("incident.team", command.of(), given)
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        super::seen(command.of().0, given)?;
        let event = match command {
            Command::Assemble(it) => Event::Assembled(assemble::decide(state, it)?),
            Command::StandDown(it) => Event::StoodDown(stand_down::decide(state, it)?),
        };
        Ok(vec![event])
    }

    fn evolve(state: &mut State, event: &Event) {
        state.sitting = match event {
            Event::Assembled(it) => Some(it.clone()),
            Event::StoodDown(_) => None,
        };
    }

    fn rows(_state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        let (incident, team, standing) = match event {
            Event::Assembled(it) => (&it.incident, &it.team, "sitting"),
            Event::StoodDown(it) => (&it.incident, &it.team, "stood-down"),
        };
        let (place, reach) = match event {
            Event::Assembled(it) => (it.place.as_str(), it.reach.as_str()),
            Event::StoodDown(_) => ("", ""),
        };
        let row = vec![
            incident.to_string().into(),
            team.as_str().into(),
            standing.into(),
            place.into(),
            reach.into(),
            recorded.occurred.to_string().into(),
        ];
        let title = Text::typed(team.as_str());
        let mut card = Card::new(recorded.stream.clone(), "incident", "team", title);
        card.body = Text::typed(format!("{place} {reach}").trim());
        standing.clone_into(&mut card.status);
        card.holder = Some(recorded.stream.owner.clone());
        card.under = Some(incident.clone());
        vec![put(&TEAM, row), put_card(&card)]
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Assembled(_) => EventName("team-assembled", 1),
            Event::StoodDown(_) => EventName("team-stood-down", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Assembled(it) => serde_json::to_value(it),
            Event::StoodDown(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("team-assembled", 1) => serde_json::from_value(payload).map(Event::Assembled),
            ("team-stood-down", 1) => serde_json::from_value(payload).map(Event::StoodDown),
            _ => return None,
        };
        read.ok()
    }

    fn prefill(verb: &str, state: &State) -> Typed {
        match &state.sitting {
            Some(it) if verb == "assemble" => Typed::default()
                .with("place", it.place.as_str())
                .with("reach", it.reach.as_str()),
            _ => Typed::default(),
        }
    }

    fn lands(command: &Command, _stream: &StreamId) -> String {
        format!("/incident/incident/{}", command.of().0)
    }
}
