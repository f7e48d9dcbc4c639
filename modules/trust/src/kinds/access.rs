// SPDX-License-Identifier: EUPL-1.2
//! The sealed compartments that an account was let into: one stream an account, so that who could
//! read what is sealed, and when, is proven like the rest. The account is a pseudonym.

use std::collections::BTreeSet;

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb};
use paraat_kernel::{Circle, Given, Label, StreamId};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::{lend, let_in, shut_out};
use crate::tables::ACCESS;

/// The kind.
pub struct Access;

/// An account and a compartment: what is asked, and what happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Pseudonym of the account.
    pub account: String,
    /// The compartment: one of `paraat_kernel::COMPARTMENTS`.
    pub compartment: String,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Let it in.
    LetIn(Entry),
    /// Shut it out again.
    ShutOut(Entry),
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was let in. Stored as `trust.let-in.v1`.
    LetIn(Entry),
    /// It was shut out. Stored as `trust.shut-out.v1`.
    ShutOut(Entry),
}

impl Kind for Access {
    /// The compartments that it was let into.
    type State = BTreeSet<String>;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "trust";
    const NAME: &'static str = "access";
    const VERBS: &'static [Verb] = &[let_in::VERB, shut_out::VERB];
    const EVENTS: &'static [EventName] = &[EventName("let-in", 1), EventName("shut-out", 1)];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        let entry = Entry {
            account: input.text("account"),
            compartment: input.text("compartment"),
        };
        match verb {
            "let-in" => Some(Command::LetIn(entry)),
            "shut-out" => Some(Command::ShutOut(entry)),
            _ => None,
        }
    }

    fn home(command: &Command, given: &Given) -> Home {
        let (Command::LetIn(entry) | Command::ShutOut(entry)) = command;
        let owner = given.actor.organisation.clone();
        Home {
            stream: StreamId::derived(owner, "trust.access", &entry.account),
            circle: Circle::Own,
            label: Label::AmberStrict,
        }
    }

    fn act(_command: &Command, _state: &BTreeSet<String>, given: &Given) -> Result<Act, Refusal> {
        Ok(lend::act(given))
    }

    fn decide(
        state: &BTreeSet<String>,
        command: Command,
        _given: &Given,
    ) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::LetIn(entry) => let_in::decide(state, entry),
            Command::ShutOut(entry) => shut_out::decide(state, entry),
        }
    }

    fn evolve(state: &mut BTreeSet<String>, event: &Event) {
        match event {
            Event::LetIn(entry) => state.insert(entry.compartment.clone()),
            Event::ShutOut(entry) => state.remove(&entry.compartment),
        };
    }

    fn rows(_state: &BTreeSet<String>, event: &Event, recorded: &Recorded) -> Vec<Change> {
        vec![match event {
            Event::LetIn(entry) => Change::Put {
                table: &ACCESS,
                part: entry.compartment.clone(),
                class: None,
                values: vec![
                    entry.account.as_str().into(),
                    entry.compartment.as_str().into(),
                    recorded.recorded.to_string().into(),
                ],
            },
            Event::ShutOut(entry) => Change::Close {
                table: &ACCESS,
                part: entry.compartment.clone(),
            },
        }]
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::LetIn(_) => EventName("let-in", 1),
            Event::ShutOut(_) => EventName("shut-out", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        let (Event::LetIn(entry) | Event::ShutOut(entry)) = event;
        serde_json::to_value(entry)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let made = match (name, version) {
            ("let-in", 1) => Event::LetIn,
            ("shut-out", 1) => Event::ShutOut,
            _ => return None,
        };
        serde_json::from_value(payload).ok().map(made)
    }

    fn lands(_command: &Command, _stream: &StreamId) -> String {
        "/admin".to_owned()
    }
}
