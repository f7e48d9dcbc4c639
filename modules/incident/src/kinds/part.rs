// SPDX-License-Identifier: EUPL-1.2
//! The part of one organisation in the picture: what it sees, theme by theme. Others never edit
//! it; what they see differently stands in their own part, beside it.

use std::collections::BTreeMap;

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put_card};
use paraat_kernel::{Card, Given, StreamId, Text};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use crate::commands::share::{self, Share};
use crate::tables::PART;

/// The kind.
pub struct Part;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What was last shared, by theme.
    pub themes: BTreeMap<String, Shared>,
    /// The theme that was shared last.
    pub last: String,
}

/// A theme was shared. Stored as `incident.part-shared.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shared {
    /// The incident.
    pub incident: StreamId,
    /// How serious it is: one of `share::STATUSES`.
    pub status: String,
    /// What is seen.
    pub text: String,
    /// What it is about: one of `share::THEMES`.
    pub theme: String,
}

impl Kind for Part {
    type State = State;
    type Event = Shared;
    type Command = Share;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "part";
    const VERBS: &'static [Verb] = &[share::VERB];
    const EVENTS: &'static [EventName] = &[EventName("part-shared", 1)];

    fn read(verb: &str, input: &Input) -> Option<Share> {
        (verb == share::VERB.name).then(|| share::read(input))?
    }

    fn refers(command: &Share) -> Vec<StreamId> {
        vec![command.0.incident.clone()]
    }

    fn home(command: &Share, given: &Given) -> Home {
        super::beside("incident.part", &command.0.incident, given)
    }

    fn act(_command: &Share, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(_state: &State, command: Share, given: &Given) -> Result<Vec<Shared>, Refusal> {
        share::decide(command, given)
    }

    fn evolve(state: &mut State, event: &Shared) {
        state.last.clone_from(&event.theme);
        state.themes.insert(event.theme.clone(), event.clone());
    }

    fn rows(_state: &State, event: &Shared, recorded: &Recorded) -> Vec<Change> {
        let part = format!("theme/{}", event.theme);
        let row = Change::Put {
            table: &PART,
            part: part.clone(),
            class: None,
            values: vec![
                event.incident.to_string().into(),
                event.theme.as_str().into(),
                event.status.as_str().into(),
                event.text.as_str().into(),
                recorded.occurred.to_string().into(),
            ],
        };
        let stream = recorded.stream.clone();
        let mut card = Card::new(stream, "incident", "part", Text::default());
        card.part = part;
        card.body = Text::typed(event.text.as_str());
        card.status.clone_from(&event.status);
        card.holder = Some(recorded.stream.owner.clone());
        card.under = Some(event.incident.clone());
        card.order.clone_from(&event.theme);
        vec![row, put_card(&card)]
    }

    fn name(_event: &Shared) -> EventName {
        EventName("part-shared", 1)
    }

    fn payload(event: &Shared) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Shared> {
        match (name, version) {
            ("part-shared", 1) => serde_json::from_value(payload).ok(),
            _ => None,
        }
    }

    fn prefill(_verb: &str, state: &State) -> Typed {
        let Some(last) = state.themes.get(&state.last) else {
            return Typed::default();
        };
        Typed::default()
            .with("theme", last.theme.as_str())
            .with("status", last.status.as_str())
            .with("text", last.text.as_str())
    }

    fn lands(command: &Share, _stream: &StreamId) -> String {
        format!("/incident/incident/{}", command.0.incident)
    }
}
