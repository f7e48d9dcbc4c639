// SPDX-License-Identifier: EUPL-1.2
//! A circle that an organisation made: who shares what is recorded in it. The record of a circle
//! is itself shared in that circle, so that every member sees who else is in it.

use std::collections::BTreeSet;

use paraat_authority::{Ability, Act};
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Circle as Shared, Given, Label, OrganisationId, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::{admit, close, make};
use crate::tables::{CIRCLE, MEMBER};

/// The kind.
pub struct Circle;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// True once it was made.
    pub made: bool,
    /// The members now, without the owner, who is always one.
    pub members: BTreeSet<OrganisationId>,
}

/// What can be asked of a circle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Make it.
    Make(Made),
    /// Let an organisation in.
    Admit(Admitted),
    /// End the membership of an organisation.
    Close(Closed),
}

/// What can have happened to a circle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was made.
    Made(Made),
    /// An organisation came in.
    Admitted(Admitted),
    /// The membership of an organisation ended.
    Closed(Closed),
}

/// A circle was made. Stored as `trust.circle-made.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Made {
    /// Its name.
    pub name: String,
    /// What it is for; empty when that was not said.
    pub purpose: String,
}

/// An organisation came in. Stored as `trust.member-admitted.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Admitted {
    /// The organisation.
    pub organisation: OrganisationId,
}

/// The membership of an organisation ended. Stored as `trust.member-closed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Why.
    pub reason: String,
}

impl Kind for Circle {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "trust";
    const NAME: &'static str = "circle";
    const VERBS: &'static [Verb] = &[make::VERB, admit::VERB, close::VERB];
    const EVENTS: &'static [EventName] = &[
        EventName("circle-made", 1),
        EventName("member-admitted", 1),
        EventName("member-closed", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "make" => Some(Command::Make(make::read(input))),
            "admit" => Some(Command::Admit(admit::read(input)?)),
            "close" => Some(Command::Close(close::read(input)?)),
            _ => None,
        }
    }

    fn refers(_command: &Command) -> Vec<StreamId> {
        Vec::new()
    }

    fn home(_command: &Command, given: &Given) -> Home {
        Home {
            stream: given.stream.clone(),
            circle: Shared::Made(given.stream.clone()),
            label: Label::Green,
        }
    }

    /// Sharing binds the organisation, so its deciders decide on it.
    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(Act {
            ability: Ability::Decide,
            of: given.stream.owner.clone(),
        })
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::Make(made) => make::decide(state, made),
            Command::Admit(admitted) => admit::decide(state, admitted, given),
            Command::Close(closed) => close::decide(state, closed, given),
        }
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Made(_) => state.made = true,
            Event::Admitted(admitted) => {
                state.members.insert(admitted.organisation.clone());
            }
            Event::Closed(closed) => {
                state.members.remove(&closed.organisation);
            }
        }
    }

    fn rows(_state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        let owner = &recorded.stream.owner;
        match event {
            Event::Made(made) => {
                let row = vec![
                    owner.as_str().into(),
                    made.name.as_str().into(),
                    made.purpose.as_str().into(),
                ];
                let title = Text::typed(made.name.as_str());
                let mut card = Card::new(recorded.stream.clone(), "trust", "circle", title);
                card.body = Text::typed(made.purpose.as_str());
                card.holder = Some(owner.clone());
                card.order.clone_from(&made.name);
                vec![put(&CIRCLE, row), member(owner, recorded), put_card(&card)]
            }
            Event::Admitted(admitted) => vec![member(&admitted.organisation, recorded)],
            Event::Closed(closed) => vec![Change::Close {
                table: &MEMBER,
                part: part(&closed.organisation),
            }],
        }
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Made(_) => EventName("circle-made", 1),
            Event::Admitted(_) => EventName("member-admitted", 1),
            Event::Closed(_) => EventName("member-closed", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Made(made) => serde_json::to_value(made),
            Event::Admitted(admitted) => serde_json::to_value(admitted),
            Event::Closed(closed) => serde_json::to_value(closed),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        match (name, version) {
            ("circle-made", 1) => serde_json::from_value(payload).ok().map(Event::Made),
            ("member-admitted", 1) => serde_json::from_value(payload).ok().map(Event::Admitted),
            ("member-closed", 1) => serde_json::from_value(payload).ok().map(Event::Closed),
            _ => None,
        }
    }

    fn lands(_command: &Command, stream: &StreamId) -> String {
        format!("/trust/circle/{stream}")
    }
}

fn part(organisation: &OrganisationId) -> String {
    format!("member/{organisation}")
}

fn member(organisation: &OrganisationId, recorded: &Recorded) -> Change {
    Change::Put {
        table: &MEMBER,
        part: part(organisation),
        class: None,
        values: vec![
            recorded.stream.to_string().into(),
            organisation.as_str().into(),
            recorded.recorded.to_string().into(),
        ],
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_contract::scenario::given;

    use super::*;

    /// A circle of vr23 that was made.
    pub(crate) fn made() -> Event {
        Event::Made(Made {
            name: "Hoogwater".to_owned(),
            purpose: String::new(),
        })
    }

    /// An organisation that came in.
    pub(crate) fn admitted(organisation: &str) -> Event {
        let organisation = organisation.parse().unwrap();
        Event::Admitted(Admitted { organisation })
    }

    /// The address of that circle.
    pub(crate) fn address() -> StreamId {
        StreamId::derived("vr23".parse().unwrap(), "trust.circle", "test")
    }

    fn recorded() -> Recorded {
        Recorded {
            stream: address(),
            version: 1,
            occurred: "2026-11-23T10:00:00Z".parse().unwrap(),
            recorded: "2026-11-23T10:00:00Z".parse().unwrap(),
            organisation: "vr23".parse().unwrap(),
            function: "decider".to_owned(),
        }
    }

    #[test]
    fn the_owner_is_a_member_from_the_start() {
        let rows = Circle::rows(&State::default(), &made(), &recorded());
        assert!(rows.contains(&member(&"vr23".parse().unwrap(), &recorded())));
    }

    #[test]
    fn a_membership_that_ends_closes_its_row() {
        let organisation: OrganisationId = "vr24".parse().unwrap();
        let reason = "klaar".to_owned();
        let event = Event::Closed(Closed {
            organisation,
            reason,
        });
        let part = "member/vr24".to_owned();
        let closed = Change::Close {
            table: &MEMBER,
            part,
        };
        let rows = Circle::rows(&State::default(), &event, &recorded());
        assert_eq!(rows, [closed]);
    }

    #[test]
    fn the_record_of_a_circle_is_shared_in_that_circle() {
        let given = given::<Circle>("vr23", &[]).at(address()).given;
        let organisation = "vr24".parse().unwrap();
        let home = Circle::home(&Command::Admit(Admitted { organisation }), &given);
        assert_eq!(home.circle, Shared::Made(address()));
    }
}
