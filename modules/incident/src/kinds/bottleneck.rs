// SPDX-License-Identifier: EUPL-1.2
//! A bottleneck: what a team cannot solve by itself. It is raised to who may: another team, another
//! organisation, up to the national level. Who cannot either raises it on, as a bottleneck of its
//! own that names this one; the answer stands beside it and is seen all the way down.

use paraat_authority::Act;
use paraat_contract::{
    Aid, Change, EventName, Home, Kind, Query, Recorded, Refusal, Verb, put, put_card,
};
use paraat_kernel::{Card, Given, OrganisationId, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::{raise, resolve};
use crate::tables::BOTTLENECK;
use crate::views::from_line;

/// The kind.
pub struct Bottleneck;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What was raised; none before.
    pub raised: Option<Raised>,
    /// `open` or `resolved`.
    pub standing: String,
    /// How it was resolved.
    pub outcome: String,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "one stands for the length of a request; nobody keeps many"
)]
pub enum Command {
    /// Raise it.
    Raise(Raised),
    /// Say that it is solved.
    Resolve(Resolved),
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "one stands for the length of a request; nobody keeps many"
)]
pub enum Event {
    /// It was raised.
    Raised(Raised),
    /// It was solved.
    Resolved(Resolved),
}

/// A bottleneck was raised. Stored as `incident.bottleneck-raised.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Raised {
    /// The bottleneck that is raised on with this one; empty when it is the first.
    pub below: String,
    /// What follows when nothing is done; empty when nobody said.
    pub consequence: String,
    /// The incident.
    pub incident: StreamId,
    /// The line of the log it was made of; empty for none.
    pub line: String,
    /// Its number among the bottlenecks of its team in this incident.
    pub number: i64,
    /// The team that raises it; empty for the organisation itself.
    pub team: String,
    /// What is the matter.
    pub text: String,
    /// Who is asked to solve it.
    pub to: OrganisationId,
    /// Which team of theirs; empty when that is for them to say.
    pub to_team: String,
    /// What is wanted of them; empty when nobody said.
    pub wanted: String,
}

/// A bottleneck was solved. Stored as `incident.bottleneck-resolved.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resolved {
    /// How; empty when nobody said.
    pub how: String,
}

impl Kind for Bottleneck {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "bottleneck";
    const VERBS: &'static [Verb] = &[raise::VERB, resolve::VERB];
    const EVENTS: &'static [EventName] = &[
        EventName("bottleneck-raised", 1),
        EventName("bottleneck-resolved", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "raise" => Some(Command::Raise(raise::read(input)?)),
            "resolve" => Some(Command::Resolve(resolve::read(input))),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        match command {
            Command::Raise(it) => {
                let below = it.below.parse().ok();
                [Some(it.incident.clone()), below]
                    .into_iter()
                    .flatten()
                    .collect()
            }
            Command::Resolve(_) => Vec::new(),
        }
    }

    fn numbered(command: &Command, given: &Given) -> Option<Query> {
        match command {
            Command::Raise(it) => {
                Some(super::numbers(&BOTTLENECK, (&it.incident, &it.team), given))
            }
            Command::Resolve(_) => None,
        }
    }

    fn home(command: &Command, given: &Given) -> Home {
        match command {
            Command::Raise(it) => super::within(&it.incident, given),
            Command::Resolve(_) => super::here(given),
        }
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::act_of(given.stream.owner.clone()))
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        let event = match command {
            Command::Raise(it) => Event::Raised(raise::decide(it, given)?),
            Command::Resolve(it) => Event::Resolved(resolve::decide(state, it)?),
        };
        Ok(vec![event])
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Raised(it) => {
                state.raised = Some(it.clone());
                "open".clone_into(&mut state.standing);
            }
            Event::Resolved(it) => {
                "resolved".clone_into(&mut state.standing);
                state.outcome.clone_from(&it.how);
            }
        }
    }

    fn rows(state: &State, _event: &Event, recorded: &Recorded) -> Vec<Change> {
        let Some(raised) = &state.raised else {
            return Vec::new();
        };
        let row = vec![
            raised.incident.to_string().into(),
            recorded.stream.owner.as_str().into(),
            raised.team.as_str().into(),
            raised.number.into(),
            raised.text.as_str().into(),
            raised.consequence.as_str().into(),
            raised.wanted.as_str().into(),
            raised.to.as_str().into(),
            raised.to_team.as_str().into(),
            raised.below.as_str().into(),
            state.standing.as_str().into(),
            state.outcome.as_str().into(),
            raised.line.as_str().into(),
        ];
        let stream = recorded.stream.clone();
        let title = Text::typed(super::first_line(&raised.text));
        let mut card = Card::new(stream, "incident", "bottleneck", title);
        card.body = Text::typed(raised.text.as_str());
        card.status.clone_from(&state.standing);
        card.holder = Some(raised.to.clone());
        card.under = Some(raised.incident.clone());
        card.order = format!("{:08}", raised.number);
        vec![put(&BOTTLENECK, row), put_card(&card)]
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Raised(_) => EventName("bottleneck-raised", 1),
            Event::Resolved(_) => EventName("bottleneck-resolved", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Raised(it) => serde_json::to_value(it),
            Event::Resolved(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("bottleneck-raised", 1) => serde_json::from_value(payload).map(Event::Raised),
            ("bottleneck-resolved", 1) => serde_json::from_value(payload).map(Event::Resolved),
            _ => return None,
        };
        read.ok()
    }

    fn aid(verb: &str) -> Option<Aid> {
        (verb == "raise").then_some(from_line::AID)
    }

    fn lands(command: &Command, stream: &StreamId) -> String {
        match command {
            Command::Raise(it) => format!("/incident/incident/{}/bottlenecks", it.incident),
            Command::Resolve(_) => format!("/incident/bottleneck/{stream}"),
        }
    }
}
