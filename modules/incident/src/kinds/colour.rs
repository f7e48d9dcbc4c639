// SPDX-License-Identifier: EUPL-1.2
//! The colour by which an organisation is told from others, on its maps and in all pictures: one
//! for each organisation, chosen by itself, read by every partner.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put_part};
use paraat_kernel::{Circle, Given, Label, StreamId};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::choose_colour;
use crate::tables::COLOUR;

/// The kind.
pub struct Colour;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What was chosen last.
    pub chosen: Option<Chosen>,
}

/// An organisation chose its colour. Stored as `incident.colour-chosen.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    /// One of `colours::COLOURS`.
    pub colour: String,
    /// One of `colours::PATTERNS`.
    pub pattern: String,
}

impl Kind for Colour {
    type State = State;
    type Event = Chosen;
    type Command = Chosen;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "colour";
    const VERBS: &'static [Verb] = &[choose_colour::VERB];
    const EVENTS: &'static [EventName] = &[EventName("colour-chosen", 1)];

    fn read(verb: &str, input: &Input) -> Option<Chosen> {
        (verb == choose_colour::VERB.name).then(|| choose_colour::read(input))?
    }

    fn refers(_command: &Chosen) -> Vec<StreamId> {
        Vec::new()
    }

    fn home(_command: &Chosen, given: &Given) -> Home {
        let owner = given.actor.organisation.clone();
        Home {
            stream: StreamId::derived(owner, "incident.colour", "own"),
            circle: Circle::Partners,
            label: Label::Green,
        }
    }

    fn act(_command: &Chosen, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(state: &State, command: Chosen, _given: &Given) -> Result<Vec<Chosen>, Refusal> {
        choose_colour::decide(state, command)
    }

    fn evolve(state: &mut State, event: &Chosen) {
        state.chosen = Some(event.clone());
    }

    fn rows(_state: &State, event: &Chosen, recorded: &Recorded) -> Vec<Change> {
        let row = vec![
            recorded.stream.owner.to_string().into(),
            event.colour.as_str().into(),
            event.pattern.as_str().into(),
        ];
        vec![put_part(&COLOUR, "colour".into(), row)]
    }

    fn name(_event: &Chosen) -> EventName {
        EventName("colour-chosen", 1)
    }

    fn payload(event: &Chosen) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Chosen> {
        let known = (name, version) == ("colour-chosen", 1);
        known.then(|| serde_json::from_value(payload).ok())?
    }

    fn lands(_command: &Chosen, _stream: &StreamId) -> String {
        "/incident".to_owned()
    }
}
