// SPDX-License-Identifier: EUPL-1.2
//! A decision: what was decided, on which picture, and on which grounds. Grounds that are missing
//! do not hold it up; they stand there as still to be filled in. Whoever reads it later sees the
//! picture as it was known to those who decided.

use paraat_authority::{Ability, Act};
use paraat_contract::{
    Aid, Change, EventName, Home, Kind, Query, Recorded, Refusal, Verb, put, put_card,
};
use paraat_kernel::{Card, Cut, Given, StreamId, Text, Timestamp};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use crate::commands::{check_decision, revoke_decision, supplement, take_decision};
use crate::tables::DECISION;
use crate::views::from_line;

/// The kind.
pub struct Decision;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What was decided; none before. Its grounds are those that are known now.
    pub taken: Option<Taken>,
    /// `open` or `revoked`.
    pub standing: String,
    /// What it turned out to do; empty while nobody looked.
    pub effect: String,
    /// Why it was revoked.
    pub outcome: String,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Take it.
    Take(Taken),
    /// Say what its grounds were.
    Supplement(Grounds),
    /// Say what it did.
    Check(Checked),
    /// Revoke it.
    Revoke(Revoked),
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was taken.
    Taken(Taken),
    /// Its grounds were said.
    Supplemented(Grounds),
    /// Its effect was looked at.
    Checked(Checked),
    /// It was revoked.
    Revoked(Revoked),
}

/// On which grounds. Each is empty while nobody said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grounds {
    /// What was advised, and by whom.
    pub advice: String,
    /// What was taken to be so without being known.
    pub assumptions: String,
    /// Who carries it out.
    pub carried_out_by: String,
    /// When its effect is looked at, RFC 3339.
    pub check_on: String,
    /// Who saw it otherwise, and why.
    pub dissent: String,
    /// What gives the power to decide it.
    pub legal_basis: String,
    /// What else could have been decided.
    pub options: String,
    /// What it does to people, to vulnerable groups first.
    pub society: String,
    /// What was not known.
    pub uncertainty: String,
}

/// A decision was taken. Stored as `incident.decision-taken.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taken {
    /// The same state of the world by lanes, so that other nodes can name what they lack of it.
    #[serde(default)]
    pub cut: Cut,
    /// Its grounds, as far as they were said.
    pub grounds: Grounds,
    /// The incident.
    pub incident: StreamId,
    /// The line of the log it was made of; empty for none.
    pub line: String,
    /// The meeting in which it was taken; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub meeting: String,
    /// Its number among the decisions of its team in this incident.
    pub number: i64,
    /// The moment of the picture that it rests on, RFC 3339, as known at this organisation.
    pub rests_on: String,
    /// The team that decides; empty for the organisation itself.
    pub team: String,
    /// What was decided.
    pub text: String,
}

/// The effect of a decision was looked at. Stored as `incident.decision-checked.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checked {
    /// What it did.
    pub effect: String,
}

/// A decision was revoked. Stored as `incident.decision-revoked.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revoked {
    /// Why; empty when nobody said.
    pub reason: String,
}

impl Grounds {
    /// Each ground by the name of its field, in the order in which they are asked.
    pub fn named(&self) -> [(&'static str, &str); 9] {
        [
            ("options", &self.options),
            ("advice", &self.advice),
            ("dissent", &self.dissent),
            ("assumptions", &self.assumptions),
            ("uncertainty", &self.uncertainty),
            ("society", &self.society),
            ("legalBasis", &self.legal_basis),
            ("carriedOutBy", &self.carried_out_by),
            ("checkOn", &self.check_on),
        ]
    }

    /// These grounds with those of another filled in over them, where it says something.
    pub fn over(&self, other: &Self) -> Self {
        let of = |new: &str, old: &str| if new.is_empty() { old } else { new }.to_owned();
        Self {
            advice: of(&self.advice, &other.advice),
            assumptions: of(&self.assumptions, &other.assumptions),
            carried_out_by: of(&self.carried_out_by, &other.carried_out_by),
            check_on: of(&self.check_on, &other.check_on),
            dissent: of(&self.dissent, &other.dissent),
            legal_basis: of(&self.legal_basis, &other.legal_basis),
            options: of(&self.options, &other.options),
            society: of(&self.society, &other.society),
            uncertainty: of(&self.uncertainty, &other.uncertainty),
        }
    }
}

impl Kind for Decision {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "decision";
    const VERBS: &'static [Verb] = &[
        take_decision::VERB,
        supplement::VERB,
        check_decision::VERB,
        revoke_decision::VERB,
    ];
    const EVENTS: &'static [EventName] = &[
        EventName("decision-taken", 1),
        EventName("decision-supplemented", 1),
        EventName("decision-checked", 1),
        EventName("decision-revoked", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "take" => Some(Command::Take(take_decision::read(input)?)),
            "supplement" => Some(Command::Supplement(supplement::read(input))),
            "check" => Some(Command::Check(check_decision::read(input))),
            "revoke" => Some(Command::Revoke(revoke_decision::read(input))),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        match command {
            Command::Take(it) => {
                let meeting = it.meeting.parse().ok();
                [it.incident.clone()].into_iter().chain(meeting).collect()
            }
            _ => Vec::new(),
        }
    }

    fn numbered(command: &Command, given: &Given) -> Option<Query> {
        match command {
            Command::Take(it) => Some(super::numbers(&DECISION, (&it.incident, &it.team), given)),
            _ => None,
        }
    }

    /// The picture that was on screen, or that of this moment.
    fn cites(command: &Command) -> Option<Timestamp> {
        match command {
            Command::Take(it) => Some(it.rests_on.parse().unwrap_or(Timestamp::MAX)),
            _ => None,
        }
    }

    fn home(command: &Command, given: &Given) -> Home {
        match command {
            Command::Take(it) => super::within(&it.incident, given),
            _ => super::here(given),
        }
    }

    /// Whoever keeps the record of a team writes down what it decided.
    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(Act {
            ability: Ability::Write,
            of: given.stream.owner.clone(),
        })
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        let event = match command {
            Command::Take(it) => Event::Taken(take_decision::decide(it, given)?),
            Command::Supplement(it) => Event::Supplemented(supplement::decide(state, it)?),
            Command::Check(it) => Event::Checked(check_decision::decide(state, it)?),
            Command::Revoke(it) => Event::Revoked(revoke_decision::decide(state, it)?),
        };
        Ok(vec![event])
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Taken(it) => {
                state.taken = Some(it.clone());
                "open".clone_into(&mut state.standing);
            }
            Event::Supplemented(it) => {
                if let Some(taken) = &mut state.taken {
                    taken.grounds = it.over(&taken.grounds);
                }
            }
            Event::Checked(it) => state.effect.clone_from(&it.effect),
            Event::Revoked(it) => {
                "revoked".clone_into(&mut state.standing);
                state.outcome.clone_from(&it.reason);
            }
        }
    }

    fn rows(state: &State, _event: &Event, recorded: &Recorded) -> Vec<Change> {
        let Some(taken) = &state.taken else {
            return Vec::new();
        };
        let mut row = vec![
            taken.incident.to_string().into(),
            recorded.stream.owner.as_str().into(),
            taken.team.as_str().into(),
            taken.number.into(),
            taken.text.as_str().into(),
            taken.rests_on.as_str().into(),
            state.standing.as_str().into(),
            state.outcome.as_str().into(),
            state.effect.as_str().into(),
            taken.line.as_str().into(),
            taken.meeting.as_str().into(),
        ];
        row.extend(taken.grounds.named().map(|(_, text)| text.into()));
        vec![put(&DECISION, row), put_card(&card(state, taken, recorded))]
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Taken(_) => EventName("decision-taken", 1),
            Event::Supplemented(_) => EventName("decision-supplemented", 1),
            Event::Checked(_) => EventName("decision-checked", 1),
            Event::Revoked(_) => EventName("decision-revoked", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Taken(it) => serde_json::to_value(it),
            Event::Supplemented(it) => serde_json::to_value(it),
            Event::Checked(it) => serde_json::to_value(it),
            Event::Revoked(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("decision-taken", 1) => serde_json::from_value(payload).map(Event::Taken),
            ("decision-supplemented", 1) => {
                serde_json::from_value(payload).map(Event::Supplemented)
            }
            ("decision-checked", 1) => serde_json::from_value(payload).map(Event::Checked),
            ("decision-revoked", 1) => serde_json::from_value(payload).map(Event::Revoked),
            _ => return None,
        };
        read.ok()
    }

    fn prefill(verb: &str, state: &State) -> Typed {
        match &state.taken {
            Some(taken) if verb == "supplement" => {
                let grounds = taken.grounds.named().into_iter();
                grounds.fold(Typed::default(), |typed, (name, text)| {
                    typed.with(name, text)
                })
            }
            _ => Typed::default(),
        }
    }

    fn aid(verb: &str) -> Option<Aid> {
        (verb == "take").then_some(from_line::AID)
    }

    fn lands(command: &Command, stream: &StreamId) -> String {
        match command {
            Command::Take(it) => format!("/incident/incident/{}/decisions", it.incident),
            _ => format!("/incident/decision/{stream}"),
        }
    }
}

/// How others see it. Its effect is due to be looked at until somebody did.
fn card(state: &State, taken: &Taken, recorded: &Recorded) -> Card {
    let title = Text::typed(super::first_line(&taken.text));
    let mut card = Card::new(recorded.stream.clone(), "incident", "decision", title);
    card.body = Text::typed(taken.text.as_str());
    card.status.clone_from(&state.standing);
    card.holder = Some(recorded.stream.owner.clone());
    card.under = Some(taken.incident.clone());
    card.order = format!("{:08}", taken.number);
    if state.standing == "open" && state.effect.is_empty() {
        card.due = taken.grounds.check_on.parse().ok();
    }
    card
}
