// SPDX-License-Identifier: EUPL-1.2
//! Who directs the picture of an incident (*regie*). It moves by offer and accept, each in the
//! record of who says it: nobody is given it, and nobody loses it without a word. Who holds it
//! follows from what all of them said (`state::directing`).

use paraat_authority::Act;
use paraat_contract::{
    Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card, put_part,
};
use paraat_kernel::{Card, Given, OrganisationId, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use super::{address, beside};
use crate::commands::{
    accept_direction, decline_direction, lay_down, offer_direction, take_direction,
};
use crate::tables::{ACCEPTED, DIRECTION};

/// The kind.
pub struct Direction;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// One of `holding`, `offering`, `declined`, `laid-down`; empty before anything was said.
    pub stance: String,
    /// Whom it was offered to, or taken from.
    pub other: Option<OrganisationId>,
    /// Which offer of `other` was accepted or declined last; empty when that was not the last word.
    pub answers: String,
}

impl State {
    /// True when this organisation says that it directs, offered or not.
    pub fn holds(&self) -> bool {
        matches!(self.stance.as_str(), "holding" | "offering")
    }
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Take it while nobody has it.
    Take(Taken),
    /// Offer it to another.
    Offer(Offered),
    /// Accept what another offered.
    Accept(Accepted),
    /// Not accept it.
    Decline(Declined),
    /// Lay it down.
    LayDown(LaidDown),
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was taken.
    Taken(Taken),
    /// It was offered.
    Offered(Offered),
    /// It was accepted.
    Accepted(Accepted),
    /// It was declined.
    Declined(Declined),
    /// It was laid down.
    LaidDown(LaidDown),
}

/// The direction was taken. Stored as `incident.direction-taken.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taken {
    /// The incident.
    pub incident: StreamId,
}

/// The direction was offered. Stored as `incident.direction-offered.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offered {
    /// The incident.
    pub incident: StreamId,
    /// Why; empty when nobody said.
    pub reason: String,
    /// To whom.
    pub to: OrganisationId,
}

/// The direction was accepted. Stored as `incident.direction-accepted.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// Who offered it.
    pub from: OrganisationId,
    /// The incident.
    pub incident: StreamId,
    /// When that one offered it, in its own words: which of its offers this answers.
    pub offered: String,
}

/// The direction was declined. Stored as `incident.direction-declined.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declined {
    /// Who offered it.
    pub from: OrganisationId,
    /// The incident.
    pub incident: StreamId,
    /// When that one offered it, in its own words: which of its offers this answers.
    pub offered: String,
    /// Why; empty when nobody said.
    pub reason: String,
}

/// The direction was laid down. Stored as `incident.direction-laid-down.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaidDown {
    /// The incident.
    pub incident: StreamId,
    /// Why; empty when nobody said.
    pub reason: String,
}

impl Command {
    fn incident(&self) -> &StreamId {
        match self {
            Self::Take(it) => &it.incident,
            Self::Offer(it) => &it.incident,
            Self::Accept(it) => &it.incident,
            Self::Decline(it) => &it.incident,
            Self::LayDown(it) => &it.incident,
        }
    }

    /// Who offered what this answers.
    fn from(&self) -> Option<&OrganisationId> {
        match self {
            Self::Accept(it) => Some(&it.from),
            Self::Decline(it) => Some(&it.from),
            _ => None,
        }
    }
}

/// Where an organisation says whether it directs an incident.
pub fn stance_of(organisation: OrganisationId, incident: &StreamId) -> StreamId {
    address(organisation, "incident.direction", (incident, ""))
}

/// When that organisation offered the direction to who acts; a refusal when it did not.
pub(crate) fn offered(
    from: &OrganisationId,
    incident: &StreamId,
    given: &Given,
) -> Result<String, Refusal> {
    let card = given.card(&stance_of(from.clone(), incident));
    let own = Some(&given.actor.organisation);
    let to_us = card.filter(|it| it.status == "offering" && it.holder.as_ref() == own);
    let refusal = || Refusal::new("incident-refusal-not-offered").at("from");
    to_us.map(|it| it.order.clone()).ok_or_else(refusal)
}

impl Kind for Direction {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "direction";
    const VERBS: &'static [Verb] = &[
        take_direction::VERB,
        offer_direction::VERB,
        accept_direction::VERB,
        decline_direction::VERB,
        lay_down::VERB,
    ];
    const EVENTS: &'static [EventName] = &[
        EventName("direction-taken", 1),
        EventName("direction-offered", 1),
        EventName("direction-accepted", 1),
        EventName("direction-declined", 1),
        EventName("direction-laid-down", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "take" => Some(Command::Take(take_direction::read(input)?)),
            "offer" => Some(Command::Offer(offer_direction::read(input)?)),
            "accept" => Some(Command::Accept(accept_direction::read(input)?)),
            "decline" => Some(Command::Decline(decline_direction::read(input)?)),
            "lay-down" => Some(Command::LayDown(lay_down::read(input)?)),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        let incident = command.incident();
        let offer = command.from().map(|from| stance_of(from.clone(), incident));
        [Some(incident.clone()), offer]
            .into_iter()
            .flatten()
            .collect()
    }

    fn home(command: &Command, given: &Given) -> Home {
        beside("incident.direction", (command.incident(), ""), given)
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        super::seen(command.incident(), given)?;
        let event = match command {
            Command::Take(it) => Event::Taken(take_direction::decide(state, it)?),
            Command::Offer(it) => Event::Offered(offer_direction::decide(state, it, given)?),
            Command::Accept(it) => Event::Accepted(accept_direction::decide(state, it, given)?),
            Command::Decline(it) => Event::Declined(decline_direction::decide(state, it, given)?),
            Command::LayDown(it) => Event::LaidDown(lay_down::decide(state, it)?),
        };
        Ok(vec![event])
    }

    fn evolve(state: &mut State, event: &Event) {
        let (stance, other) = match event {
            Event::Taken(_) => ("holding", None),
            Event::Offered(it) => ("offering", Some(it.to.clone())),
            Event::Accepted(it) => ("holding", Some(it.from.clone())),
            Event::Declined(it) => ("declined", Some(it.from.clone())),
            Event::LaidDown(_) => ("laid-down", None),
        };
        let answers = match event {
            Event::Accepted(it) => it.offered.as_str(),
            Event::Declined(it) => it.offered.as_str(),
            _ => "",
        };
        stance.clone_into(&mut state.stance);
        state.other = other;
        answers.clone_into(&mut state.answers);
    }

    fn rows(state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        let (incident, reason) = match event {
            Event::Taken(it) => (&it.incident, ""),
            Event::Offered(it) => (&it.incident, it.reason.as_str()),
            Event::Accepted(it) => (&it.incident, ""),
            Event::Declined(it) => (&it.incident, it.reason.as_str()),
            Event::LaidDown(it) => (&it.incident, it.reason.as_str()),
        };
        let other = state.other.as_ref().map_or("", OrganisationId::as_str);
        let row = vec![
            incident.to_string().into(),
            state.stance.as_str().into(),
            other.into(),
            reason.into(),
            recorded.occurred.to_string().into(),
            state.answers.as_str().into(),
        ];
        let stream = recorded.stream.clone();
        let mut card = Card::new(stream, "incident", "direction", Text::default());
        card.status.clone_from(&state.stance);
        card.holder.clone_from(&state.other);
        card.under = Some(incident.clone());
        card.order = recorded.occurred.to_string();
        let mut changes = vec![put(&DIRECTION, row), put_card(&card)];
        if let Event::Accepted(it) = event {
            let row = vec![
                incident.to_string().into(),
                it.from.as_str().into(),
                it.offered.as_str().into(),
            ];
            changes.push(put_part(&ACCEPTED, format!("accepted/{}", it.from), row));
        }
        changes
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Taken(_) => EventName("direction-taken", 1),
            Event::Offered(_) => EventName("direction-offered", 1),
            Event::Accepted(_) => EventName("direction-accepted", 1),
            Event::Declined(_) => EventName("direction-declined", 1),
            Event::LaidDown(_) => EventName("direction-laid-down", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Taken(it) => serde_json::to_value(it),
            Event::Offered(it) => serde_json::to_value(it),
            Event::Accepted(it) => serde_json::to_value(it),
            Event::Declined(it) => serde_json::to_value(it),
            Event::LaidDown(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("direction-taken", 1) => serde_json::from_value(payload).map(Event::Taken),
            ("direction-offered", 1) => serde_json::from_value(payload).map(Event::Offered),
            ("direction-accepted", 1) => serde_json::from_value(payload).map(Event::Accepted),
            ("direction-declined", 1) => serde_json::from_value(payload).map(Event::Declined),
            ("direction-laid-down", 1) => serde_json::from_value(payload).map(Event::LaidDown),
            _ => return None,
        };
        read.ok()
    }

    fn lands(command: &Command, _stream: &StreamId) -> String {
        format!("/incident/incident/{}", command.incident())
    }
}
