// SPDX-License-Identifier: EUPL-1.2
//! A fact that is held back within the own organisation: the number of dead, until their next of
//! kin know. It is a stream of the own circle, so that nothing of it leaves this organisation; what
//! is released is stated anew (`commands::state_fact`), and says where it was held.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Circle, Given, Label, StreamId, Text, Timestamp};
use paraat_ui::field::Input;

use super::fact::Stated;
use crate::commands::hold_fact;
use crate::commands::state_fact::State;
use crate::tables::HELD;

/// The kind.
pub struct HeldFact;

impl Kind for HeldFact {
    /// Nothing: what is held may be held again, with another figure.
    type State = ();
    /// A fact was held back. Stored as `incident.fact-held.v1`.
    type Event = Stated;
    type Command = State;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "held-fact";
    const VERBS: &'static [Verb] = &[hold_fact::VERB];
    const EVENTS: &'static [EventName] = &[EventName("fact-held", 1)];

    fn read(verb: &str, input: &Input) -> Option<State> {
        (verb == hold_fact::VERB.name).then(|| hold_fact::read(input))?
    }

    fn refers(command: &State) -> Vec<StreamId> {
        vec![command.stated.incident.clone()]
    }

    fn home(command: &State, given: &Given) -> Home {
        let owner = given.actor.organisation.clone();
        let series = command.stated.series();
        let of = (&command.stated.incident, series.as_str());
        Home {
            stream: super::address(owner, "incident.held-fact", of),
            circle: Circle::Own,
            label: Label::Red,
        }
    }

    fn act(_command: &State, _state: &(), given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(_state: &(), command: State, given: &Given) -> Result<Vec<Stated>, Refusal> {
        Ok(vec![hold_fact::decide(command, given)?])
    }

    fn occurred(command: &State) -> Option<Timestamp> {
        command.observed
    }

    fn evolve(_state: &mut (), _event: &Stated) {}

    fn rows(_state: &(), event: &Stated, recorded: &Recorded) -> Vec<Change> {
        let row = vec![
            event.incident.to_string().into(),
            event.team.as_str().into(),
            event.definition.as_str().into(),
            event.what.as_str().into(),
            event.area.as_str().into(),
            event.value.as_str().into(),
            event.source.as_str().into(),
            event.observed.as_str().into(),
        ];
        let stream = recorded.stream.clone();
        let mut card = Card::new(
            stream,
            "incident",
            "held-fact",
            Text::typed(event.area.as_str()),
        );
        card.under = Some(event.incident.clone());
        vec![put(&HELD, row), put_card(&card)]
    }

    fn name(_event: &Stated) -> EventName {
        EventName("fact-held", 1)
    }

    fn payload(event: &Stated) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Stated> {
        let known = (name, version) == ("fact-held", 1);
        known.then(|| serde_json::from_value(payload).ok())?
    }

    fn lands(command: &State, _stream: &StreamId) -> String {
        format!("/incident/incident/{}/facts", command.stated.incident)
    }
}
