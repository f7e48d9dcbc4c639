// SPDX-License-Identifier: EUPL-1.2
//! What an organisation says to a request, a bottleneck or a question of another: in its own
//! record, pointing at the other's. Nobody closes a thing of somebody else.

use paraat_authority::Act;
use paraat_contract::{Aid, Change, EventName, Home, Kind, Recorded, Refusal, Verb, put};
use paraat_kernel::{Card, Given, StreamId};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::respond;
use crate::lifecycle::RESPONSES;
use crate::tables::RESPONSE;
use crate::views::ask_form;

/// The kind.
pub struct Response;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// How it stands: empty before anything was said, else what the last verb leads to.
    pub standing: String,
}

/// What can be asked: a verb, and what goes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// Name of the verb.
    pub verb: &'static str,
    /// What is said.
    pub said: Said,
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A request was accepted.
    Accepted(Said),
    /// A request was refused.
    Refused(Said),
    /// A request was done.
    Finished(Said),
    /// A bottleneck or a question was answered.
    Answered(Said),
    /// A question is this organisation's as well.
    AskedToo(Said),
}

/// Something was said to a thing of another organisation. Stored as
/// `incident.response-accepted.v1`,
/// `-refused`, `-finished`, `-answered` and `-asked-too`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// The incident of that thing.
    pub incident: StreamId,
    /// The request, bottleneck or question.
    pub of: StreamId,
    /// Where the answer stands in the picture: the address of a fact, or an incident, `#` and a
    /// theme; empty for nowhere.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub seen_in: String,
    /// Why, what came of it, or the answer; empty when nobody said.
    pub text: String,
}

impl Event {
    /// What was said, and how it stands since.
    fn parts(&self) -> (&Said, &'static str) {
        match self {
            Self::Accepted(said) => (said, "accepted"),
            Self::Refused(said) => (said, "refused"),
            Self::Finished(said) => (said, "finished"),
            Self::Answered(said) => (said, "answered"),
            Self::AskedToo(said) => (said, "asked-too"),
        }
    }

    /// The event that a verb leads to.
    fn of(verb: &str, said: Said) -> Self {
        match verb {
            "accept" => Self::Accepted(said),
            "refuse" => Self::Refused(said),
            "finish" => Self::Finished(said),
            "ask-too" => Self::AskedToo(said),
            _ => Self::Answered(said),
        }
    }
}

impl Kind for Response {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "response";
    const VERBS: &'static [Verb] = respond::VERBS;
    const EVENTS: &'static [EventName] = &[
        EventName("response-accepted", 1),
        EventName("response-refused", 1),
        EventName("response-finished", 1),
        EventName("response-answered", 1),
        EventName("response-asked-too", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        respond::read(verb, input)
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        let seen_in = respond::stream_of(&command.said.seen_in);
        let of = [command.said.incident.clone(), command.said.of.clone()];
        of.into_iter().chain(seen_in).collect()
    }

    /// Shared as widely as what it answers, and no wider.
    fn home(command: &Command, given: &Given) -> Home {
        super::beside("incident.response", (&command.said.of, ""), given)
    }

    fn act(_command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        super::seen(&command.said.incident, given)?;
        let card = given.card(&command.said.of);
        let there = card.filter(|card| of_incident(card, &command.said.incident));
        let refusal = || Refusal::new("incident-refusal-thing-not-there").at("of");
        respond::decide(state, &command, (there.ok_or_else(refusal)?, given))?;
        Ok(vec![Event::of(command.verb, command.said)])
    }

    fn evolve(state: &mut State, event: &Event) {
        event.parts().1.clone_into(&mut state.standing);
    }

    fn rows(_state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        let (said, standing) = event.parts();
        let row = vec![
            said.incident.to_string().into(),
            said.of.to_string().into(),
            standing.into(),
            said.text.as_str().into(),
            recorded.occurred.to_string().into(),
            said.seen_in.as_str().into(),
        ];
        vec![put(&RESPONSE, row)]
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Accepted(_) => EventName("response-accepted", 1),
            Event::Refused(_) => EventName("response-refused", 1),
            Event::Finished(_) => EventName("response-finished", 1),
            Event::Answered(_) => EventName("response-answered", 1),
            Event::AskedToo(_) => EventName("response-asked-too", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Accepted(it) => serde_json::to_value(it),
            Event::Refused(it) => serde_json::to_value(it),
            Event::Finished(it) => serde_json::to_value(it),
            Event::Answered(it) => serde_json::to_value(it),
            Event::AskedToo(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("response-accepted", 1) => serde_json::from_value(payload).map(Event::Accepted),
            ("response-refused", 1) => serde_json::from_value(payload).map(Event::Refused),
            ("response-finished", 1) => serde_json::from_value(payload).map(Event::Finished),
            ("response-answered", 1) => serde_json::from_value(payload).map(Event::Answered),
            ("response-asked-too", 1) => serde_json::from_value(payload).map(Event::AskedToo),
            _ => return None,
        };
        read.ok()
    }

    fn aid(verb: &str) -> Option<Aid> {
        (verb == "answer").then_some(ask_form::ANSWER)
    }

    fn lands(command: &Command, _stream: &StreamId) -> String {
        format!("/streams/{}", command.said.of)
    }
}

/// True for a thing of that incident that can be answered.
fn of_incident(card: &Card, incident: &StreamId) -> bool {
    let answerable = RESPONSES.iter().any(|(kind, _)| *kind == card.kind);
    card.module == "incident" && answerable && card.under.as_ref() == Some(incident)
}
