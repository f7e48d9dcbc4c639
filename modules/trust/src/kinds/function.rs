// SPDX-License-Identifier: EUPL-1.2
//! The functions that an account holds for an organisation: one stream an account, so that who
//! could do what, and when, is proven like the rest. The account is a pseudonym.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb};
use paraat_kernel::{Circle, Given, Label, StreamId};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::end_function::{self as end, End};
use crate::commands::lend::{self, Lend};
use crate::tables::FUNCTION;

/// The kind.
pub struct Function;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Functions that are lent now, by name.
    pub lent: std::collections::BTreeSet<String>,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Lend a function.
    Lend(Lend),
    /// End it.
    End(End),
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A function was lent. Stored as `trust.function-lent.v1`.
    Lent(Lent),
    /// A function was ended. Stored as `trust.function-ended.v1`.
    Ended(Ended),
}

/// A function was lent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lent {
    /// Pseudonym of the account.
    pub account: String,
    /// The function.
    pub function: String,
    /// Until when (RFC 3339); empty for no end.
    pub until: String,
}

/// A function was ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ended {
    /// Pseudonym of the account.
    pub account: String,
    /// The function.
    pub function: String,
}

impl Kind for Function {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "trust";
    const NAME: &'static str = "function";
    const VERBS: &'static [Verb] = &[lend::VERB, end::VERB];
    const EVENTS: &'static [EventName] = &[
        EventName("function-lent", 1),
        EventName("function-ended", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "lend" => Some(Command::Lend(lend::read(input))),
            "end" => Some(Command::End(end::read(input))),
            _ => None,
        }
    }

    fn home(command: &Command, given: &Given) -> Home {
        let account = match command {
            Command::Lend(lend) => &lend.account,
            Command::End(end) => &end.account,
        };
        let owner = given.actor.organisation.clone();
        Home {
            stream: StreamId::derived(owner, "trust.function", account),
            circle: Circle::Own,
            label: Label::AmberStrict,
        }
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(lend::act(given))
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        match command {
            Command::Lend(command) => lend::decide(command, given),
            Command::End(command) => end::decide(state, command),
        }
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Lent(lent) => {
                state.lent.insert(lent.function.clone());
            }
            Event::Ended(ended) => {
                state.lent.remove(&ended.function);
            }
        }
    }

    fn rows(_state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        match event {
            Event::Lent(lent) => vec![Change::Put {
                table: &FUNCTION,
                part: lent.function.clone(),
                class: None,
                values: vec![
                    lent.account.as_str().into(),
                    lent.function.as_str().into(),
                    recorded.recorded.to_string().into(),
                    lent.until.as_str().into(),
                ],
            }],
            Event::Ended(ended) => {
                vec![Change::Close {
                    table: &FUNCTION,
                    part: ended.function.clone(),
                }]
            }
        }
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Lent(_) => EventName("function-lent", 1),
            Event::Ended(_) => EventName("function-ended", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Lent(lent) => serde_json::to_value(lent),
            Event::Ended(ended) => serde_json::to_value(ended),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        match (name, version) {
            ("function-lent", 1) => serde_json::from_value(payload).ok().map(Event::Lent),
            ("function-ended", 1) => serde_json::from_value(payload).ok().map(Event::Ended),
            _ => None,
        }
    }

    fn lands(_command: &Command, _stream: &StreamId) -> String {
        "/admin".to_owned()
    }
}
