// SPDX-License-Identifier: EUPL-1.2
//! An activity of the agenda: its text and its lead, both of the ministry that issues it.

use paraat_authority::Act;
use paraat_contract::{
    Change, EventName, Home, Kind, Recorded, Refusal, Value, Verb, put, put_card,
};
use paraat_kernel::{Card, Circle, Given, Label, OrganisationId, StreamId, Text};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use crate::commands::assign::{self, Assign};
use crate::commands::issue_activity as issue;
use crate::tables::ACTIVITY;

/// The kind.
pub struct Activity;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// True once it was issued.
    pub issued: bool,
    /// Who leads it.
    pub lead: Option<OrganisationId>,
    /// The text as it was last issued.
    pub last: Option<Issued>,
    /// How many entries there are.
    pub entries: i64,
    /// Number of the one that issued this text.
    pub issue: i64,
}

/// What can be asked of an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Issue it, or issue it again with another text.
    Issue(Box<Issued>),
    /// Assign its lead.
    Assign(Assign),
}

/// What can have happened to an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was issued.
    Issued(Box<Issued>),
    /// Its lead was assigned.
    Assigned(Assigned),
}

/// An activity was issued. Stored as `agenda.activity-issued.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issued {
    /// Slug of the ambition it serves.
    pub ambition: String,
    /// The collective that the agenda names for it, in words; empty when it names none.
    pub collective: String,
    /// What it is, in English.
    pub explanation_en: String,
    /// What it is.
    pub explanation_nl: String,
    /// First year.
    pub from_year: i64,
    /// The lead that the agenda itself names, when it names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<OrganisationId>,
    /// Number as it is shown.
    pub number: String,
    /// How the period is meant: one of `PERIODS`.
    pub period: String,
    /// Slug of the pillar.
    pub pillar: String,
    /// One of `REACHES`.
    pub reach: String,
    /// What is unclear in the source, in English.
    pub remark_en: String,
    /// What is unclear in the source.
    pub remark_nl: String,
    /// Its stable name.
    pub slug: String,
    /// Where it stands.
    pub source: String,
    /// Slugs of threat themes, with commas.
    pub themes: String,
    /// Its title, in English.
    pub title_en: String,
    /// Its title.
    pub title_nl: String,
    /// Last year.
    pub to_year: i64,
}

/// A lead was assigned. Stored as `agenda.lead-assigned.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assigned {
    /// The organisation that leads from now on.
    pub lead: OrganisationId,
    /// Why, when another led before.
    pub reason: String,
}

impl Kind for Activity {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "activity";
    const VERBS: &'static [Verb] = &[issue::VERB, assign::VERB];
    const EVENTS: &'static [EventName] = &[
        EventName("activity-issued", 1),
        EventName("lead-assigned", 1),
    ];

    const FOLD: u32 = 2;

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "issue" => Some(Command::Issue(Box::new(issue::read(input)?))),
            "assign" => Some(Command::Assign(assign::read(input)?)),
            _ => None,
        }
    }

    fn home(command: &Command, given: &Given) -> Home {
        let stream = match command {
            Command::Issue(text) => address(given.actor.organisation.clone(), &text.slug),
            Command::Assign(_) => given.stream.clone(),
        };
        Home {
            stream,
            circle: Circle::Public,
            label: Label::Clear,
        }
    }

    fn act(command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        match command {
            Command::Issue(_) => issue::act(),
            Command::Assign(_) => Ok(assign::act(given)),
        }
    }

    fn decide(state: &State, command: Command, _given: &Given) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::Issue(text) => issue::decide(state, *text),
            Command::Assign(command) => assign::decide(state, command),
        }
    }

    fn evolve(state: &mut State, event: &Event) {
        state.entries += 1;
        match event {
            Event::Issued(text) => {
                state.issue = state.entries;
                // A lead that was assigned stays when the text is issued again.
                state.lead = state.lead.take().or_else(|| text.lead.clone());
                state.issued = true;
                state.last = Some((**text).clone());
            }
            Event::Assigned(assigned) => state.lead = Some(assigned.lead.clone()),
        }
    }

    fn rows(state: &State, _event: &Event, recorded: &Recorded) -> Vec<Change> {
        let Some(text) = &state.last else {
            return Vec::new();
        };
        let row = vec![
            text.slug.as_str().into(),
            text.number.as_str().into(),
            text.pillar.as_str().into(),
            text.ambition.as_str().into(),
            text.title_nl.as_str().into(),
            text.title_en.as_str().into(),
            text.explanation_nl.as_str().into(),
            text.explanation_en.as_str().into(),
            text.remark_nl.as_str().into(),
            text.remark_en.as_str().into(),
            Value::Whole(text.from_year),
            Value::Whole(text.to_year),
            text.period.as_str().into(),
            state.lead.as_ref().map(ToString::to_string).into(),
            text.collective.as_str().into(),
            text.themes.as_str().into(),
            text.reach.as_str().into(),
            text.source.as_str().into(),
            state.issue.into(),
        ];
        let title = Text::both(
            format!("{} {}", text.number, text.title_nl),
            format!("{} {}", text.number, text.title_en),
        );
        let mut card = Card::new(recorded.stream.clone(), "agenda", "activity", title);
        card.body = Text::both(text.explanation_nl.as_str(), text.explanation_en.as_str());
        card.holder.clone_from(&state.lead);
        card.order.clone_from(&text.number);
        vec![put(&ACTIVITY, row), put_card(&card)]
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Issued(_) => EventName("activity-issued", 1),
            Event::Assigned(_) => EventName("lead-assigned", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Issued(text) => serde_json::to_value(text),
            Event::Assigned(assigned) => serde_json::to_value(assigned),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        match (name, version) {
            ("activity-issued", 1) => serde_json::from_value(payload).ok().map(Event::Issued),
            ("lead-assigned", 1) => serde_json::from_value(payload).ok().map(Event::Assigned),
            _ => None,
        }
    }

    fn prefill(verb: &str, state: &State) -> Typed {
        match (verb, &state.lead) {
            ("assign", Some(lead)) => Typed::default().with("lead", lead.as_str()),
            _ => Typed::default(),
        }
    }

    fn lands(_command: &Command, stream: &StreamId) -> String {
        format!("/agenda/activity/{stream}")
    }
}

/// The address of an activity of this issuer.
pub fn address(issuer: OrganisationId, slug: &str) -> StreamId {
    StreamId::derived(issuer, "agenda.activity", slug)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// An activity as it is issued, with or without a lead of its own.
    pub(crate) fn issued(lead: Option<&str>) -> Event {
        Event::Issued(Box::new(Issued {
            ambition: "a1".to_owned(),
            collective: String::new(),
            explanation_en: "What it is.".to_owned(),
            explanation_nl: "Wat het is.".to_owned(),
            from_year: 2024,
            lead: lead.map(|lead| lead.parse().unwrap()),
            number: "1.01".to_owned(),
            period: "default".to_owned(),
            pillar: "p1".to_owned(),
            reach: "both".to_owned(),
            remark_en: String::new(),
            remark_nl: String::new(),
            slug: "p1-01".to_owned(),
            source: "LAC 4.1".to_owned(),
            themes: String::new(),
            title_en: "Title".to_owned(),
            title_nl: "Titel".to_owned(),
            to_year: 2026,
        }))
    }

    #[test]
    fn a_lead_that_was_assigned_stays_when_the_text_is_issued_again() {
        let mut state = State::default();
        let lead: OrganisationId = "vr23".parse().unwrap();
        Activity::evolve(&mut state, &issued(Some("bzk")));
        let assigned = Assigned {
            lead: lead.clone(),
            reason: String::new(),
        };
        Activity::evolve(&mut state, &Event::Assigned(assigned));
        assert_eq!((state.entries, state.issue), (2, 1));
        Activity::evolve(&mut state, &issued(Some("bzk")));
        assert_eq!(state.lead, Some(lead));
        assert_eq!(state.issue, 3);
    }
}
