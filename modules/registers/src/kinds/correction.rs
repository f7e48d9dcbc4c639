// SPDX-License-Identifier: EUPL-1.2
//! What an organisation says that a record should say: a stream of its own for each record.

use std::collections::BTreeMap;

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put_card};
use paraat_kernel::{Card, Circle, Given, Label, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::correct;
use crate::kinds::record;
use crate::tables::{CORRECTION, ORGANISATIONS};

/// The kind.
pub struct Correction;

/// What the rule must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The last correction of each field.
    pub last: BTreeMap<String, Corrected>,
}

/// A value was corrected. Stored as `registers.value-corrected.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corrected {
    /// The field: one of `correct::FIELDS`.
    pub field: String,
    /// The list: one of `correct::LISTS`.
    pub list: String,
    /// The stable name of the record.
    pub slug: String,
    /// Where the value comes from.
    pub source: String,
    /// The day from which it is so, `YYYY-MM-DD`; empty when that was not said.
    pub valid_from: String,
    /// What the field should say.
    pub value: String,
}

impl Kind for Correction {
    type State = State;
    type Event = Corrected;
    type Command = Corrected;

    const MODULE: &'static str = "registers";
    const NAME: &'static str = "correction";
    const VERBS: &'static [Verb] = &[correct::VERB];
    const EVENTS: &'static [EventName] = &[EventName("value-corrected", 1)];

    fn read(verb: &str, input: &Input) -> Option<Corrected> {
        (verb == correct::VERB.name).then(|| correct::read(input))
    }

    fn refers(command: &Corrected) -> Vec<StreamId> {
        record::address(&command.list, &command.slug)
            .into_iter()
            .collect()
    }

    fn home(command: &Corrected, given: &Given) -> Home {
        let owner = given.actor.organisation.clone();
        let name = format!("{}/{}", command.list, command.slug);
        Home {
            stream: StreamId::derived(owner, "registers.correction", &name),
            circle: Circle::Public,
            label: Label::Clear,
        }
    }

    fn act(_command: &Corrected, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(correct::act(given))
    }

    fn decide(state: &State, command: Corrected, given: &Given) -> Result<Vec<Corrected>, Refusal> {
        correct::decide(state, command, given)
    }

    fn evolve(state: &mut State, event: &Corrected) {
        state.last.insert(event.field.clone(), event.clone());
    }

    fn rows(_state: &State, event: &Corrected, recorded: &Recorded) -> Vec<Change> {
        let row = Change::Put {
            table: &CORRECTION,
            part: event.field.clone(),
            class: None,
            values: vec![
                event.list.as_str().into(),
                event.slug.as_str().into(),
                event.field.as_str().into(),
                event.value.as_str().into(),
                event.source.as_str().into(),
                event.valid_from.as_str().into(),
                recorded.organisation.as_str().into(),
            ],
        };
        let title = Text::typed(event.value.as_str());
        let mut card = Card::new(recorded.stream.clone(), "registers", "correction", title);
        card.body = Text::typed(event.source.as_str());
        card.holder = Some(recorded.organisation.clone());
        card.under = record::address(&event.list, &event.slug);
        vec![row, put_card(&card)]
    }

    fn name(_event: &Corrected) -> EventName {
        EventName("value-corrected", 1)
    }

    fn payload(event: &Corrected) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Corrected> {
        match (name, version) {
            ("value-corrected", 1) => serde_json::from_value(payload).ok(),
            _ => None,
        }
    }

    fn lands(command: &Corrected, _stream: &StreamId) -> String {
        if command.list == ORGANISATIONS {
            format!("/registers/organisation/{}", command.slug)
        } else {
            format!("/registers/list/{}", command.list)
        }
    }
}
