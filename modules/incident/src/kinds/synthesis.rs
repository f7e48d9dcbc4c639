// SPDX-License-Identifier: EUPL-1.2
//! The one page that says it all (*kernbeeld*): at most seven lines on what is going on, what comes
//! next, what is stuck and which decisions are wanted. One named officer of whoever directs the
//! picture writes it; each is numbered, and all that were published stay.

use paraat_authority::Act;
use paraat_contract::{
    AsKnown, Change, EventName, Filter, Home, Kind, Query, Recorded, Refusal, Verb, put_card,
    put_part,
};
use paraat_kernel::{Card, Given, StreamId, Text};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use crate::commands::publish;
use crate::tables::SYNTHESIS;

/// The kind.
pub struct Synthesis;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The last one.
    pub last: Option<Published>,
}

/// A synthesis was published. Stored as `incident.synthesis-published.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// What is stuck, a line each.
    pub bottlenecks: String,
    /// The incident.
    pub incident: StreamId,
    /// What is expected next, a line each.
    pub expected: String,
    /// Its number among those of its organisation in this incident.
    pub number: i64,
    /// The function of the officer who wrote it.
    pub officer: String,
    /// The decisions that are wanted, a line each.
    pub wanted: String,
    /// What is going on, a line each.
    pub what: String,
}

impl Published {
    /// Its four parts by the name of their field, in their order.
    pub fn parts(&self) -> [(&'static str, &str); 4] {
        [
            ("what", &self.what),
            ("expected", &self.expected),
            ("bottlenecks", &self.bottlenecks),
            ("wanted", &self.wanted),
        ]
    }
}

impl Kind for Synthesis {
    type State = State;
    type Event = Published;
    type Command = Published;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "synthesis";
    const VERBS: &'static [Verb] = &[publish::VERB];
    const EVENTS: &'static [EventName] = &[EventName("synthesis-published", 1)];

    fn read(verb: &str, input: &Input) -> Option<Published> {
        (verb == publish::VERB.name).then(|| publish::read(input))?
    }

    fn refers(command: &Published) -> Vec<StreamId> {
        vec![command.incident.clone()]
    }

    /// One that is withdrawn takes its number with it: those after it keep theirs.
    fn numbered(command: &Published, given: &Given) -> Option<Query> {
        let own = Self::home(command, given).stream;
        let all = Query::all(&SYNTHESIS).filter(Filter::Stream(own));
        Some(all.as_known(AsKnown::Ever))
    }

    fn home(command: &Published, given: &Given) -> Home {
        super::beside("incident.synthesis", (&command.incident, ""), given)
    }

    fn act(_command: &Published, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(state: &State, command: Published, given: &Given) -> Result<Vec<Published>, Refusal> {
        Ok(vec![publish::decide(state, command, given)?])
    }

    fn evolve(state: &mut State, event: &Published) {
        state.last = Some(event.clone());
    }

    fn rows(_state: &State, event: &Published, recorded: &Recorded) -> Vec<Change> {
        let part = format!("synthesis/{}", event.number);
        let row = vec![
            event.incident.to_string().into(),
            event.number.into(),
            event.officer.as_str().into(),
            event.what.as_str().into(),
            event.expected.as_str().into(),
            event.bottlenecks.as_str().into(),
            event.wanted.as_str().into(),
            recorded.occurred.to_string().into(),
        ];
        let stream = recorded.stream.clone();
        let title = Text::typed(super::first_line(&event.what));
        let mut card = Card::new(stream, "incident", "synthesis", title);
        card.part.clone_from(&part);
        card.body = Text::typed(event.what.as_str());
        card.holder = Some(recorded.stream.owner.clone());
        card.under = Some(event.incident.clone());
        card.order = format!("{:08}", event.number);
        vec![put_part(&SYNTHESIS, part, row), put_card(&card)]
    }

    fn name(_event: &Published) -> EventName {
        EventName("synthesis-published", 1)
    }

    fn payload(event: &Published) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Published> {
        let known = (name, version) == ("synthesis-published", 1);
        known.then(|| serde_json::from_value(payload).ok())?
    }

    fn prefill(_verb: &str, state: &State) -> Typed {
        let Some(last) = &state.last else {
            return Typed::default();
        };
        let parts = last.parts().into_iter();
        let typed = Typed::default().with("officer", last.officer.as_str());
        parts.fold(typed, |typed, (name, text)| typed.with(name, text))
    }

    fn lands(command: &Published, _stream: &StreamId) -> String {
        format!("/incident/incident/{}", command.incident)
    }
}
