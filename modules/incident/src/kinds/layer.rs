// SPDX-License-Identifier: EUPL-1.2
//! The layer of one team on the map of an incident: numbered objects, each with a shape or a place
//! in words, its source and the time after which it is out of date. Nobody touches the layer of
//! another; the map is all layers together.

use std::collections::BTreeMap;

use paraat_authority::Act;
use paraat_contract::{Aid, Change, EventName, Home, Kind, Recorded, Refusal, Verb};
use paraat_kernel::{Geometry, Given, StreamId, Timestamp};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use super::layer_rows::{gone, signs, standing};
use crate::commands::choose_symbols::{self, SymbolsChosen};
use crate::commands::{confirm_object, import_objects, move_object, place, remove};
use crate::views::from_line;

/// The kind.
pub struct Layer;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The objects that stand on the layer now, by number.
    pub objects: BTreeMap<u64, Placed>,
    /// Number of the last object that was placed.
    pub last: u64,
    /// The set of signs of the team; empty for Paraat's own.
    #[serde(default)]
    pub symbols: String,
}

/// What can be asked of a layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Place an object.
    Place(place::Place),
    /// Move it, or give it another shape.
    Move(move_object::Move),
    /// Say that it is still so.
    Confirm(confirm_object::Confirm),
    /// Take it away.
    Remove(Removed),
    /// Place all that stands in a file.
    Import(import_objects::Import),
    /// Choose the set of signs.
    ChooseSymbols(SymbolsChosen),
}

/// What can have happened to a layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// An object was placed.
    Placed(Placed),
    /// An object was moved.
    Moved(Moved),
    /// It was said of an object that it is still so.
    Confirmed(Confirmed),
    /// An object was taken away.
    Removed(Removed),
    /// A set of signs was chosen.
    SymbolsChosen(SymbolsChosen),
}

/// An object was placed: the next number of its layer. Stored as `incident.object-placed.v1`; the
/// header says when it was observed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placed {
    /// Where it is in words; empty when nobody said.
    pub area: String,
    /// Its shape; none when its place is known in words only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub geometry: Option<Geometry>,
    /// The incident.
    pub incident: StreamId,
    /// What the file it came from calls it; empty when it came from none.
    pub key: String,
    /// What sort of thing it is: one of `signs::NAMES`.
    pub kind: String,
    /// The line of a log that it was made of; empty for none.
    pub line: String,
    /// What else is known of it.
    pub note: String,
    /// Who or what it comes from; empty when nobody said.
    pub source: String,
    /// After when it is out of date, RFC 3339.
    pub stale: String,
    /// The team; empty for the organisation itself.
    pub team: String,
    /// What it is called.
    pub title: String,
}

/// An object was moved. Stored as `incident.object-moved.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// Its shape now.
    pub geometry: Geometry,
    /// The incident.
    pub incident: StreamId,
    /// Its number.
    pub object: u64,
    /// Who or what says so; empty for as before.
    pub source: String,
    /// After when it is out of date, RFC 3339.
    pub stale: String,
    /// The team.
    pub team: String,
}

/// An object is still so. Stored as `incident.object-confirmed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmed {
    /// The incident.
    pub incident: StreamId,
    /// Its number.
    pub object: u64,
    /// Who or what says so; empty for as before.
    pub source: String,
    /// After when it is out of date, RFC 3339.
    pub stale: String,
    /// The team.
    pub team: String,
}

/// An object was taken away. Stored as `incident.object-removed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Removed {
    /// The incident.
    pub incident: StreamId,
    /// Its number.
    pub object: u64,
    /// Why; empty when nobody said.
    pub reason: String,
    /// The team.
    pub team: String,
}

impl Command {
    fn of(&self) -> (&StreamId, &str) {
        match self {
            Self::Place(it) => (&it.placed.incident, &it.placed.team),
            Self::Move(it) => (&it.incident, &it.team),
            Self::Confirm(it) => (&it.incident, &it.team),
            Self::Remove(it) => (&it.incident, &it.team),
            Self::Import(it) => (&it.incident, &it.team),
            Self::ChooseSymbols(it) => (&it.incident, &it.team),
        }
    }
}

impl State {
    fn seen_again(&mut self, object: u64, source: &str, stale: &str) -> Option<&mut Placed> {
        let object = self.objects.get_mut(&object)?;
        if !source.is_empty() {
            source.clone_into(&mut object.source);
        }
        stale.clone_into(&mut object.stale);
        Some(object)
    }
}

impl Kind for Layer {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "layer";
    const VERBS: &'static [Verb] = &[
        place::VERB,
        move_object::VERB,
        confirm_object::VERB,
        remove::VERB,
        import_objects::VERB,
        choose_symbols::VERB,
    ];
    const EVENTS: &'static [EventName] = &[
        EventName("object-placed", 1),
        EventName("object-moved", 1),
        EventName("object-confirmed", 1),
        EventName("object-removed", 1),
        EventName("symbols-chosen", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "place" => Some(Command::Place(place::read(input)?)),
            "move" => Some(Command::Move(move_object::read(input)?)),
            "confirm" => Some(Command::Confirm(confirm_object::read(input)?)),
            "remove" => Some(Command::Remove(remove::read(input)?)),
            "import" => Some(Command::Import(import_objects::read(input)?)),
            "signs" => Some(Command::ChooseSymbols(choose_symbols::read(input)?)),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        vec![command.of().0.clone()]
    }

    fn home(command: &Command, given: &Given) -> Home {
        super::beside("incident.layer", command.of(), given)
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        super::seen(command.of().0, given)?;
        match command {
            Command::Place(it) => Ok(vec![Event::Placed(place::decide(it, given)?)]),
            Command::Move(it) => Ok(vec![Event::Moved(move_object::decide(state, it, given)?)]),
            Command::Confirm(it) => {
                let confirmed = confirm_object::decide(state, it, given)?;
                Ok(vec![Event::Confirmed(confirmed)])
            }
            Command::Remove(it) => Ok(vec![Event::Removed(remove::decide(state, it)?)]),
            Command::Import(it) => {
                let placed = import_objects::decide(state, &it, given)?;
                Ok(placed.into_iter().map(Event::Placed).collect())
            }
            Command::ChooseSymbols(it) => Ok(vec![Event::SymbolsChosen(choose_symbols::decide(
                state, it,
            )?)]),
        }
    }

    fn occurred(command: &Command) -> Option<Timestamp> {
        match command {
            Command::Place(it) => it.observed,
            Command::Move(it) => it.observed,
            Command::Confirm(it) => it.observed,
            Command::Import(it) => it.observed,
            Command::Remove(_) | Command::ChooseSymbols(_) => None,
        }
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Placed(it) => {
                state.last += 1;
                state.objects.insert(state.last, it.clone());
            }
            Event::Moved(it) => {
                if let Some(object) = state.seen_again(it.object, &it.source, &it.stale) {
                    object.geometry = Some(it.geometry.clone());
                }
            }
            Event::Confirmed(it) => {
                state.seen_again(it.object, &it.source, &it.stale);
            }
            Event::Removed(it) => {
                state.objects.remove(&it.object);
            }
            Event::SymbolsChosen(it) => state.symbols.clone_from(&it.set),
        }
    }

    fn rows(state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        let number = match event {
            Event::Placed(_) => state.last,
            Event::Moved(it) => it.object,
            Event::Confirmed(it) => it.object,
            Event::Removed(it) => it.object,
            Event::SymbolsChosen(it) => return signs(it),
        };
        match state.objects.get(&number) {
            Some(object) => standing(number, object, recorded),
            None => gone(number),
        }
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Placed(_) => EventName("object-placed", 1),
            Event::Moved(_) => EventName("object-moved", 1),
            Event::Confirmed(_) => EventName("object-confirmed", 1),
            Event::Removed(_) => EventName("object-removed", 1),
            Event::SymbolsChosen(_) => EventName("symbols-chosen", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Placed(it) => serde_json::to_value(it),
            Event::Moved(it) => serde_json::to_value(it),
            Event::Confirmed(it) => serde_json::to_value(it),
            Event::Removed(it) => serde_json::to_value(it),
            Event::SymbolsChosen(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("object-placed", 1) => serde_json::from_value(payload).map(Event::Placed),
            ("object-moved", 1) => serde_json::from_value(payload).map(Event::Moved),
            ("object-confirmed", 1) => serde_json::from_value(payload).map(Event::Confirmed),
            ("object-removed", 1) => serde_json::from_value(payload).map(Event::Removed),
            ("symbols-chosen", 1) => serde_json::from_value(payload).map(Event::SymbolsChosen),
            _ => return None,
        };
        read.ok()
    }

    fn aid(verb: &str) -> Option<Aid> {
        (verb == "place").then_some(from_line::AID)
    }

    fn lands(command: &Command, _stream: &StreamId) -> String {
        format!("/incident/incident/{}/map", command.of().0)
    }
}
