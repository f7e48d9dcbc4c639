// SPDX-License-Identifier: EUPL-1.2
//! The part of one team in the picture: what it sees, theme by theme. Others never edit it; what
//! they see differently stands in their own part, beside it.

use std::collections::BTreeMap;

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put_card, put_part};
use paraat_kernel::{Card, Given, StreamId, Text, Timestamp};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use super::beside;
use crate::commands::{confirm_theme, share};
use crate::tables::PART;
use crate::terms::themes::STALE_MINUTES;

/// The kind.
pub struct Part;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What was last shared, by theme.
    pub themes: BTreeMap<String, Shared>,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Share a theme.
    Share(Shared),
    /// Say that it is still so.
    Confirm(Confirmed),
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A theme was shared.
    Shared(Shared),
    /// It was said to be still so.
    Confirmed(Confirmed),
}

/// A theme was shared. Stored as `incident.part-shared.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shared {
    /// Minutes after which it is out of date unless it is confirmed; empty for the usual time.
    pub every: String,
    /// The incident.
    pub incident: StreamId,
    /// How serious it is: one of `themes::STATUSES`.
    pub status: String,
    /// The team; empty for the organisation itself.
    pub team: String,
    /// What is seen.
    pub text: String,
    /// What it is about: one of `themes::THEMES`.
    pub theme: String,
}

/// A theme is still as it was shared. Stored as `incident.part-confirmed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmed {
    /// The incident.
    pub incident: StreamId,
    /// The team; empty for the organisation itself.
    pub team: String,
    /// What it is about: one of `themes::THEMES`.
    pub theme: String,
}

impl Shared {
    /// Minutes after which it is out of date unless it is confirmed.
    pub fn minutes(&self) -> i64 {
        self.every.parse().unwrap_or(STALE_MINUTES)
    }
}

impl Command {
    fn of(&self) -> (&StreamId, &str) {
        match self {
            Self::Share(it) => (&it.incident, &it.team),
            Self::Confirm(it) => (&it.incident, &it.team),
        }
    }
}

impl Kind for Part {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "part";
    const VERBS: &'static [Verb] = &[share::VERB, confirm_theme::VERB];
    const EVENTS: &'static [EventName] =
        &[EventName("part-shared", 1), EventName("part-confirmed", 1)];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "share" => Some(Command::Share(share::read(input)?)),
            "confirm" => Some(Command::Confirm(confirm_theme::read(input)?)),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        vec![command.of().0.clone()]
    }

    /// Two of one team who write about different themes do not stand in each other's way.
    fn part(command: &Command) -> Option<String> {
        Some(match command {
            Command::Share(it) => part_of(&it.theme),
            Command::Confirm(it) => part_of(&it.theme),
        })
    }

    fn home(command: &Command, given: &Given) -> Home {
        beside("incident.part", command.of(), given)
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        super::seen(command.of().0, given)?;
        let event = match command {
            Command::Share(it) => Event::Shared(share::decide(it)),
            Command::Confirm(it) => Event::Confirmed(confirm_theme::decide(state, it)?),
        };
        Ok(vec![event])
    }

    fn evolve(state: &mut State, event: &Event) {
        if let Event::Shared(shared) = event {
            state.themes.insert(shared.theme.clone(), shared.clone());
        }
    }

    fn rows(state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        let theme = match event {
            Event::Shared(it) => &it.theme,
            Event::Confirmed(it) => &it.theme,
        };
        let stands = state.themes.get(theme);
        stands.map_or_else(Vec::new, |shared| standing(shared, recorded))
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Shared(_) => EventName("part-shared", 1),
            Event::Confirmed(_) => EventName("part-confirmed", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Shared(it) => serde_json::to_value(it),
            Event::Confirmed(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("part-shared", 1) => serde_json::from_value(payload).map(Event::Shared),
            ("part-confirmed", 1) => serde_json::from_value(payload).map(Event::Confirmed),
            _ => return None,
        };
        read.ok()
    }

    /// A team says how one theme is: its form begins with what stands there of that theme.
    fn prefill_for(verb: &str, state: &State, filled_in: &Typed) -> Typed {
        match state.themes.get(filled_in.get("theme")) {
            Some(last) if verb == share::VERB.name => Typed::default()
                .with("status", last.status.as_str())
                .with("text", last.text.as_str())
                .with("every", last.every.as_str()),
            _ => Typed::default(),
        }
    }

    fn lands(command: &Command, _stream: &StreamId) -> String {
        format!("/incident/incident/{}", command.of().0)
    }
}

fn part_of(theme: &str) -> String {
    format!("theme/{theme}")
}

/// The rows of a theme as it was said, or confirmed, just now.
fn standing(shared: &Shared, recorded: &Recorded) -> Vec<Change> {
    let part = part_of(&shared.theme);
    let stale = recorded.occurred.as_second() + shared.minutes() * 60;
    let stale = Timestamp::from_second(stale).unwrap_or(recorded.occurred);
    let row = vec![
        shared.incident.to_string().into(),
        shared.team.as_str().into(),
        shared.theme.as_str().into(),
        shared.status.as_str().into(),
        shared.text.as_str().into(),
        recorded.occurred.to_string().into(),
        stale.to_string().into(),
        shared.every.as_str().into(),
    ];
    let stream = recorded.stream.clone();
    let mut card = Card::new(stream, "incident", "part", Text::default());
    card.part.clone_from(&part);
    card.body = Text::typed(shared.text.as_str());
    card.status.clone_from(&shared.status);
    card.holder = Some(recorded.stream.owner.clone());
    card.under = Some(shared.incident.clone());
    card.order.clone_from(&shared.theme);
    card.stale_after = Some(stale);
    vec![put_part(&PART, part, row), put_card(&card)]
}
