// SPDX-License-Identifier: EUPL-1.2
//! A number or address that may stand in public text: registered by its owner, called back by one
//! and attested by another, and good for a year.

use jiff::ToSpan as _;
use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Circle, Given, Label, StreamId, Text, Timestamp};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::{attest, call_back, register, retire};
use crate::tables::CONTACT;

/// The kind.
pub struct Contact;

/// Days that a test is good for. A year: the rhythm of the lists that regions keep; not verified
/// against a published norm.
pub const DAYS: i64 = 365;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What it is; none before it was registered.
    pub registered: Option<Registered>,
    /// `untested`, `called`, `tested` or `retired`.
    pub standing: String,
    /// Who called it last.
    pub caller: String,
    /// When it was attested last, RFC 3339; empty for never.
    pub tested: String,
}

/// It was registered. Stored as `communication.contact-registered.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registered {
    /// Whose it is: a desk or function, never a person.
    pub desk: String,
    /// One of `terms::contacts::SORTS`.
    pub sort: String,
    /// The number or address in one form.
    pub value: String,
    /// What people come there for.
    pub what: String,
}

/// Somebody called it back. Stored as `communication.contact-called-back.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalledBack {
    /// Who called.
    pub caller: String,
    /// Who or what answered.
    pub heard: String,
}

/// Somebody else attests that it came where it should. Stored as
/// `communication.contact-attested.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attested {
    /// When, RFC 3339.
    pub at: String,
    /// Who attests.
    pub witness: String,
}

/// It is not to be used any more. Stored as `communication.contact-retired.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retired {
    /// Why; empty when nobody said.
    pub reason: String,
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was registered.
    Registered(Registered),
    /// It was called back.
    CalledBack(CalledBack),
    /// That was attested.
    Attested(Attested),
    /// It is out of use.
    Retired(Retired),
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Register it.
    Register(Registered),
    /// Say what answered when it was called; who called is whoever says so.
    CallBack(String),
    /// Attest that.
    Attest,
    /// Take it out of use.
    Retire(Retired),
}

impl Kind for Contact {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "communication";
    const NAME: &'static str = "contact";
    const VERBS: &'static [Verb] = &[register::VERB, call_back::VERB, attest::VERB, retire::VERB];
    const EVENTS: &'static [EventName] = &[
        EventName("contact-registered", 1),
        EventName("contact-called-back", 1),
        EventName("contact-attested", 1),
        EventName("contact-retired", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        Some(match verb {
            "register" => Command::Register(register::read(input)),
            "call-back" => Command::CallBack(input.text("heard")),
            "attest" => Command::Attest,
            "retire" => Command::Retire(retire::read(input)),
            _ => return None,
        })
    }

    /// One stream for each number of an organisation, whoever registers it.
    fn home(command: &Command, given: &Given) -> Home {
        let owner = given.actor.organisation.clone();
        let stream = match command {
            Command::Register(it) => {
                let name = format!("{}:{}", it.sort, register::value(it));
                StreamId::derived(owner, "communication.contact", &name)
            }
            _ => given.stream.clone(),
        };
        Home {
            stream,
            circle: Circle::Partners,
            label: Label::Green,
        }
    }

    fn act(command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(match command {
            Command::Register(_) => crate::commands::own(given),
            _ => crate::commands::owner(given),
        })
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        let event = match command {
            Command::Register(it) => Event::Registered(register::decide(state, it)?),
            Command::CallBack(heard) => Event::CalledBack(call_back::decide(state, heard, given)?),
            Command::Attest => Event::Attested(attest::decide(state, given)?),
            Command::Retire(it) => Event::Retired(retire::decide(state, it)?),
        };
        Ok(vec![event])
    }

    fn evolve(state: &mut State, event: &Event) {
        let standing = match event {
            Event::Registered(it) => {
                state.registered = Some(it.clone());
                state.tested.clear();
                "untested"
            }
            Event::CalledBack(it) => {
                state.caller.clone_from(&it.caller);
                "called"
            }
            Event::Attested(it) => {
                state.tested.clone_from(&it.at);
                "tested"
            }
            Event::Retired(_) => "retired",
        };
        standing.clone_into(&mut state.standing);
    }

    fn rows(state: &State, _event: &Event, recorded: &Recorded) -> Vec<Change> {
        let Some(own) = &state.registered else {
            return Vec::new();
        };
        let tested: Option<Timestamp> = state.tested.parse().ok();
        let until = tested.and_then(|at| at.checked_add((DAYS * 24).hours()).ok());
        let row = vec![
            own.value.as_str().into(),
            own.sort.as_str().into(),
            own.what.as_str().into(),
            own.desk.as_str().into(),
            state.standing.as_str().into(),
            state.tested.as_str().into(),
            until.map(|it| it.to_string()).unwrap_or_default().into(),
        ];
        let title = Text::typed(own.value.as_str());
        let mut card = Card::new(recorded.stream.clone(), "communication", "contact", title);
        card.body = Text::typed(own.what.as_str());
        card.status.clone_from(&state.standing);
        card.holder = Some(recorded.stream.owner.clone());
        card.stale_after = until;
        vec![put(&CONTACT, row), put_card(&card)]
    }

    fn name(event: &Event) -> EventName {
        EventName(
            match event {
                Event::Registered(_) => "contact-registered",
                Event::CalledBack(_) => "contact-called-back",
                Event::Attested(_) => "contact-attested",
                Event::Retired(_) => "contact-retired",
            },
            1,
        )
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Registered(it) => serde_json::to_value(it),
            Event::CalledBack(it) => serde_json::to_value(it),
            Event::Attested(it) => serde_json::to_value(it),
            Event::Retired(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("contact-registered", 1) => serde_json::from_value(payload).map(Event::Registered),
            ("contact-called-back", 1) => serde_json::from_value(payload).map(Event::CalledBack),
            ("contact-attested", 1) => serde_json::from_value(payload).map(Event::Attested),
            ("contact-retired", 1) => serde_json::from_value(payload).map(Event::Retired),
            _ => return None,
        };
        read.ok()
    }

    fn lands(_command: &Command, _stream: &StreamId) -> String {
        "/communication/contacts".to_owned()
    }
}
