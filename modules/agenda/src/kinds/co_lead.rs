// SPDX-License-Identifier: EUPL-1.2
//! A co-lead of an activity that organisations carry together: named and released by the ministry
//! that issues the agenda. A stream of that ministry, one for each activity and organisation.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Circle, Given, Label, OrganisationId, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::name_co_lead as name;
use crate::commands::release_co_lead as release;
use crate::tables::CO_LEAD;

/// The kind.
pub struct CoLead;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Where it stands: `named` or `released`; empty before.
    pub status: String,
    /// Who was named for which activity.
    pub named: Option<Named>,
    /// Why it was released; empty while it is a co-lead.
    pub reason: String,
}

/// What can be asked of a co-lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Name one.
    Name(Named),
    /// Release one.
    Release(Released),
}

/// What can have happened to a co-lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was named.
    Named(Named),
    /// It was released.
    Released(Released),
}

/// A co-lead was named. Stored as `agenda.co-lead-named.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// The activity.
    pub activity: StreamId,
    /// Who carries it along with the lead.
    pub organisation: OrganisationId,
}

/// A co-lead was released. Stored as `agenda.co-lead-released.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Released {
    /// Why.
    pub reason: String,
}

impl Kind for CoLead {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "co-lead";
    const VERBS: &'static [Verb] = &[name::VERB, release::VERB];
    const EVENTS: &'static [EventName] = &[
        EventName("co-lead-named", 1),
        EventName("co-lead-released", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "name" => name::read(input).map(Command::Name),
            "release" => Some(Command::Release(release::read(input))),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        match command {
            Command::Name(named) => vec![named.activity.clone()],
            Command::Release(_) => Vec::new(),
        }
    }

    fn home(command: &Command, given: &Given) -> Home {
        let issuer = given.actor.organisation.clone();
        let stream = match command {
            Command::Name(said) => address(issuer, &said.activity, &said.organisation),
            Command::Release(_) => given.stream.clone(),
        };
        Home {
            stream,
            circle: Circle::Public,
            label: Label::Clear,
        }
    }

    fn act(command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        match command {
            Command::Name(named) => name::act(named, given),
            Command::Release(_) => Ok(release::act(given)),
        }
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::Name(named) => name::decide(state, named, given),
            Command::Release(released) => release::decide(state, released),
        }
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Named(named) => {
                "named".clone_into(&mut state.status);
                state.named = Some(named.clone());
                state.reason.clear();
            }
            Event::Released(released) => {
                "released".clone_into(&mut state.status);
                state.reason.clone_from(&released.reason);
            }
        }
    }

    fn rows(state: &State, _event: &Event, recorded: &Recorded) -> Vec<Change> {
        let Some(named) = &state.named else {
            return Vec::new();
        };
        let row = vec![
            named.activity.to_string().into(),
            named.organisation.as_str().into(),
            state.status.as_str().into(),
            state.reason.as_str().into(),
            recorded.occurred.to_string().into(),
            recorded.function.as_str().into(),
        ];
        let (stream, title) = (recorded.stream.clone(), Text::default());
        let mut card = Card::new(stream, "agenda", "co-lead", title);
        card.status.clone_from(&state.status);
        let leads = state.status == "named";
        card.holder = leads.then(|| named.organisation.clone());
        card.under = Some(named.activity.clone());
        vec![put(&CO_LEAD, row), put_card(&card)]
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Named(_) => EventName("co-lead-named", 1),
            Event::Released(_) => EventName("co-lead-released", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Named(named) => serde_json::to_value(named),
            Event::Released(released) => serde_json::to_value(released),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        match (name, version) {
            ("co-lead-named", 1) => serde_json::from_value(payload).ok().map(Event::Named),
            ("co-lead-released", 1) => serde_json::from_value(payload).ok().map(Event::Released),
            _ => None,
        }
    }

    fn lands(command: &Command, stream: &StreamId) -> String {
        match command {
            Command::Name(named) => format!("/agenda/activity/{}", named.activity),
            // The address of a co-lead leads to the page of its activity.
            Command::Release(_) => format!("/streams/{stream}"),
        }
    }
}

/// The address of a co-lead of an activity.
pub fn address(
    issuer: OrganisationId,
    activity: &StreamId,
    organisation: &OrganisationId,
) -> StreamId {
    StreamId::derived(
        issuer,
        "agenda.co-lead",
        &format!("{activity} {organisation}"),
    )
}
