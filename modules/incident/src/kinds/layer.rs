// SPDX-License-Identifier: EUPL-1.2
//! The layer of one organisation on the map of an incident: objects with a place.

use std::collections::BTreeMap;

use paraat_authority::Act;
use paraat_contract::{
    Change, EventName, Home, Kind, Recorded, Refusal, Verb, close_card, put_card,
};
use paraat_kernel::{Card, Given, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::{move_object, place, remove};
use crate::tables::OBJECT;

/// The kind.
pub struct Layer;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The objects that stand on the layer now.
    pub objects: BTreeMap<String, Placed>,
}

/// What can be asked of a layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Place an object.
    Place(Placed),
    /// Move it.
    Move(Moved),
    /// Take it away.
    Remove(Removed),
}

/// What can have happened to a layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// An object was placed.
    Placed(Placed),
    /// An object was moved.
    Moved(Moved),
    /// An object was taken away.
    Removed(Removed),
}

/// An object was placed. Stored as `incident.object-placed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placed {
    /// The incident.
    pub incident: StreamId,
    /// What sort of thing it is: one of `place::KINDS`.
    pub kind: String,
    /// Latitude in 1e-7 degree, WGS 84.
    pub lat: i64,
    /// Longitude in 1e-7 degree, WGS 84.
    pub lon: i64,
    /// Its short name on this layer.
    pub object: String,
    /// What it is called.
    pub title: String,
}

/// An object was moved. Stored as `incident.object-moved.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// The incident.
    pub incident: StreamId,
    /// Latitude in 1e-7 degree, WGS 84.
    pub lat: i64,
    /// Longitude in 1e-7 degree, WGS 84.
    pub lon: i64,
    /// Its short name on this layer.
    pub object: String,
}

/// An object was taken away. Stored as `incident.object-removed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Removed {
    /// The incident.
    pub incident: StreamId,
    /// Its short name on this layer.
    pub object: String,
}

impl Command {
    fn incident(&self) -> &StreamId {
        match self {
            Self::Place(placed) => &placed.incident,
            Self::Move(moved) => &moved.incident,
            Self::Remove(removed) => &removed.incident,
        }
    }
}

impl Kind for Layer {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "layer";
    const VERBS: &'static [Verb] = &[place::VERB, move_object::VERB, remove::VERB];
    const EVENTS: &'static [EventName] = &[
        EventName("object-placed", 1),
        EventName("object-moved", 1),
        EventName("object-removed", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "place" => Some(Command::Place(place::read(input)?)),
            "move" => Some(Command::Move(move_object::read(input)?)),
            "remove" => Some(Command::Remove(remove::read(input)?)),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        vec![command.incident().clone()]
    }

    fn home(command: &Command, given: &Given) -> Home {
        super::beside("incident.layer", (command.incident(), ""), given)
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        super::seen(command.incident(), given)?;
        match command {
            Command::Place(placed) => place::decide(state, placed),
            Command::Move(moved) => move_object::decide(state, moved),
            Command::Remove(removed) => remove::decide(state, removed),
        }
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Placed(placed) => {
                state.objects.insert(placed.object.clone(), placed.clone());
            }
            Event::Moved(moved) => {
                if let Some(object) = state.objects.get_mut(&moved.object) {
                    (object.lat, object.lon) = (moved.lat, moved.lon);
                }
            }
            Event::Removed(removed) => {
                state.objects.remove(&removed.object);
            }
        }
    }

    fn rows(state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        let object = match event {
            Event::Placed(placed) => &placed.object,
            Event::Moved(moved) => &moved.object,
            Event::Removed(removed) => &removed.object,
        };
        match state.objects.get(object) {
            Some(object) => standing(object, recorded),
            None => gone(object),
        }
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Placed(_) => EventName("object-placed", 1),
            Event::Moved(_) => EventName("object-moved", 1),
            Event::Removed(_) => EventName("object-removed", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Placed(placed) => serde_json::to_value(placed),
            Event::Moved(moved) => serde_json::to_value(moved),
            Event::Removed(removed) => serde_json::to_value(removed),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        match (name, version) {
            ("object-placed", 1) => serde_json::from_value(payload).ok().map(Event::Placed),
            ("object-moved", 1) => serde_json::from_value(payload).ok().map(Event::Moved),
            ("object-removed", 1) => serde_json::from_value(payload).ok().map(Event::Removed),
            _ => None,
        }
    }

    fn lands(command: &Command, _stream: &StreamId) -> String {
        format!("/incident/incident/{}", command.incident())
    }
}

fn part(object: &str) -> String {
    format!("object/{object}")
}

/// The rows of an object that stands on the layer.
fn standing(object: &Placed, recorded: &Recorded) -> Vec<Change> {
    let row = Change::Put {
        table: &OBJECT,
        part: part(&object.object),
        class: None,
        values: vec![
            object.incident.to_string().into(),
            object.object.as_str().into(),
            object.kind.as_str().into(),
            object.title.as_str().into(),
            object.lat.into(),
            object.lon.into(),
            recorded.occurred.to_string().into(),
        ],
    };
    let title = Text::typed(object.title.as_str());
    let mut card = Card::new(recorded.stream.clone(), "incident", "object", title);
    card.part = part(&object.object);
    card.status.clone_from(&object.kind);
    card.holder = Some(recorded.stream.owner.clone());
    card.under = Some(object.incident.clone());
    vec![row, put_card(&card)]
}

/// The end of an object.
fn gone(object: &str) -> Vec<Change> {
    let row = Change::Close {
        table: &OBJECT,
        part: part(object),
    };
    vec![row, close_card(part(object))]
}
