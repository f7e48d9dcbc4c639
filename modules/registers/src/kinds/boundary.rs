// SPDX-License-Identifier: EUPL-1.2
//! Where the borders of an area run, as one organisation imported them: a stream of its own for
//! each area, in the record of that organisation.

use std::collections::BTreeMap;

use paraat_authority::Act;
use paraat_contract::{
    Change, EventName, Home, Kind, Recorded, Refusal, Verb, close_card, put_card,
};
use paraat_kernel::{Card, Circle, Given, Key, Label, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::{import, retract};
use crate::kinds::record;
use crate::tables::{BOUNDARY, ORGANISATIONS};

/// The kind.
pub struct Boundary;

/// What the rule must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The last import of each year that was not taken back.
    pub last: BTreeMap<i64, Imported>,
}

/// The boundary of an area was imported. Stored as `registers.boundary-imported.v1`.
///
/// `rings` is the text of a `paraat_kernel::Outline`: polygons parted by `;`, the rings of one by
/// `,`, outer ring first; each ring is the longitude and latitude of its first place and then the
/// steps east and north from place to place, in 1e-7 degree (WGS 84), parted by one space. It
/// does not come back to its first place: that it is closed goes without saying.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Imported {
    /// The organisation whose area it is, by its stable name in the registers (`vr23`, `bonaire`).
    pub area: String,
    /// The name of the area in the source.
    pub name: String,
    /// The borders.
    pub rings: String,
    /// Where they come from.
    pub source: String,
    /// The year for which they hold.
    pub year: i64,
}

/// Imported borders were taken back. Stored as `registers.boundary-retracted.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retracted {
    /// The organisation whose area it is.
    pub area: String,
    /// Why they do not hold.
    pub reason: String,
    /// The year of the import that is taken back.
    pub year: i64,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// To take borders in.
    Import(Imported),
    /// To take them back.
    Retract(Retracted),
}

impl Command {
    fn area(&self) -> &str {
        match self {
            Self::Import(imported) => &imported.area,
            Self::Retract(retracted) => &retracted.area,
        }
    }
}

/// What can happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Borders were taken in.
    Imported(Imported),
    /// They were taken back.
    Retracted(Retracted),
}

impl Kind for Boundary {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "registers";
    const NAME: &'static str = "boundary";
    const VERBS: &'static [Verb] = &[import::VERB, retract::VERB];
    const EVENTS: &'static [EventName] = &[
        EventName("boundary-imported", 1),
        EventName("boundary-retracted", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "import" => import::read(input).map(Command::Import),
            "retract" => retract::read(input).map(Command::Retract),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        Vec::from_iter(record::address(ORGANISATIONS, command.area()))
    }

    fn home(command: &Command, given: &Given) -> Home {
        let owner = given.actor.organisation.clone();
        Home {
            stream: StreamId::derived(owner, "registers.boundary", command.area()),
            label: Label::Clear,
            circle: Circle::Public,
        }
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(import::act(given))
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        Ok(vec![match command {
            Command::Import(import) => Event::Imported(import::decide(state, import, given)?),
            Command::Retract(retract) => Event::Retracted(retract::decide(state, retract)?),
        }])
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Imported(imported) => {
                state.last.insert(imported.year, imported.clone());
            }
            Event::Retracted(retracted) => {
                state.last.remove(&retracted.year);
            }
        }
    }

    fn rows(state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        match event {
            Event::Imported(imported) => vec![card(imported, recorded), row(imported, recorded)],
            Event::Retracted(retracted) => {
                let card = match state.last.values().next_back() {
                    Some(newest) => card(newest, recorded),
                    None => close_card(Key::new()),
                };
                let (table, part) = (&BOUNDARY, retracted.year.to_string());
                vec![card, Change::Close { table, part }]
            }
        }
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Imported(_) => EventName("boundary-imported", 1),
            Event::Retracted(_) => EventName("boundary-retracted", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Imported(imported) => serde_json::to_value(imported),
            Event::Retracted(retracted) => serde_json::to_value(retracted),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        match (name, version) {
            ("boundary-imported", 1) => serde_json::from_value(payload).ok().map(Event::Imported),
            ("boundary-retracted", 1) => serde_json::from_value(payload).ok().map(Event::Retracted),
            _ => None,
        }
    }

    fn lands(command: &Command, _stream: &StreamId) -> String {
        match command {
            Command::Import(_) => "/registers/map".to_owned(),
            Command::Retract(retract) => format!("/registers/organisation/{}", retract.area),
        }
    }
}

fn card(imported: &Imported, recorded: &Recorded) -> Change {
    let mut card = Card::new(
        recorded.stream.clone(),
        Boundary::MODULE,
        Boundary::NAME,
        Text::typed(imported.name.as_str()),
    );
    card.body = Text::typed(format!("{} {}", imported.year, imported.source));
    card.under = record::address(ORGANISATIONS, &imported.area);
    card.holder = Some(recorded.organisation.clone());
    put_card(&card)
}

fn row(imported: &Imported, recorded: &Recorded) -> Change {
    Change::Put {
        table: &BOUNDARY,
        part: imported.year.to_string(),
        class: None,
        values: vec![
            imported.area.as_str().into(),
            imported.name.as_str().into(),
            imported.year.into(),
            imported.source.as_str().into(),
            imported.rings.as_str().into(),
            recorded.organisation.as_str().into(),
        ],
    }
}
