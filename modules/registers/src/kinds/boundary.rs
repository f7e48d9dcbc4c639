// SPDX-License-Identifier: EUPL-1.2
//! Where the borders of an area run, as one organisation imported them: a stream of its own for
//! each area, in the record of that organisation.

use std::collections::BTreeMap;

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put_card};
use paraat_kernel::{Card, Circle, Given, Label, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::import;
use crate::kinds::record;
use crate::tables::{BOUNDARY, ORGANISATIONS};

/// The kind.
pub struct Boundary;

/// What the rule must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The last import of each year.
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

impl Kind for Boundary {
    type State = State;
    type Event = Imported;
    type Command = Imported;

    const MODULE: &'static str = "registers";
    const NAME: &'static str = "boundary";
    const VERBS: &'static [Verb] = &[import::VERB];
    const EVENTS: &'static [EventName] = &[EventName("boundary-imported", 1)];

    fn read(verb: &str, input: &Input) -> Option<Imported> {
        if verb == import::VERB.name {
            import::read(input)
        } else {
            None
        }
    }

    fn refers(command: &Imported) -> Vec<StreamId> {
        Vec::from_iter(record::address(ORGANISATIONS, &command.area))
    }

    fn home(command: &Imported, given: &Given) -> Home {
        let owner = given.actor.organisation.clone();
        Home {
            stream: StreamId::derived(owner, "registers.boundary", &command.area),
            label: Label::Clear,
            circle: Circle::Public,
        }
    }

    fn act(_command: &Imported, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(import::act(given))
    }

    fn decide(state: &State, command: Imported, given: &Given) -> Result<Vec<Imported>, Refusal> {
        import::decide(state, command, given)
    }

    fn evolve(state: &mut State, event: &Imported) {
        state.last.insert(event.year, event.clone());
    }

    fn rows(_state: &State, event: &Imported, recorded: &Recorded) -> Vec<Change> {
        let mut card = Card::new(
            recorded.stream.clone(),
            Self::MODULE,
            Self::NAME,
            Text::typed(event.name.as_str()),
        );
        card.body = Text::typed(format!("{} {}", event.year, event.source));
        card.under = record::address(ORGANISATIONS, &event.area);
        card.holder = Some(recorded.organisation.clone());
        let row = Change::Put {
            table: &BOUNDARY,
            part: event.year.to_string(),
            class: None,
            values: vec![
                event.area.as_str().into(),
                event.name.as_str().into(),
                event.year.into(),
                event.source.as_str().into(),
                event.rings.as_str().into(),
                recorded.organisation.as_str().into(),
            ],
        };
        vec![put_card(&card), row]
    }

    fn name(_event: &Imported) -> EventName {
        EventName("boundary-imported", 1)
    }

    fn payload(event: &Imported) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Imported> {
        let known = (name, version) == ("boundary-imported", 1);
        known.then(|| serde_json::from_value(payload).ok())?
    }

    fn lands(_command: &Imported, _stream: &StreamId) -> String {
        "/registers/map".to_owned()
    }
}
