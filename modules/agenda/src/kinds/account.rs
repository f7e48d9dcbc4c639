// SPDX-License-Identifier: EUPL-1.2
//! What an organisation says of the activities of an edition that it has not taken up. From its
//! answer on, others see which these are; until then they see that it was not heard yet.

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb, put, put_card};
use paraat_kernel::{Card, Circle, Given, Label, StreamId, Text};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use crate::commands::answer::{self, Answer};
use crate::commands::write_own;
use crate::kinds::hearing;
use crate::tables::ACCOUNT;

/// The kind.
pub struct Account;

/// What the rule must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The last answer.
    pub last: Option<Answered>,
}

/// An organisation answered. Stored as `agenda.account-answered.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// The edition.
    pub edition: StreamId,
    /// Why activities were not taken up.
    pub explanation: String,
    /// By which day they will be, `YYYY-MM-DD`; empty when it does not know.
    pub planned: String,
    /// The round of the hearing that it answered in; 0 when it answered before there was one.
    pub round: i64,
}

impl Kind for Account {
    type State = State;
    type Event = Answered;
    type Command = Answer;

    const MODULE: &'static str = "agenda";
    const NAME: &'static str = "account";
    const VERBS: &'static [Verb] = &[answer::VERB];
    const EVENTS: &'static [EventName] = &[EventName("account-answered", 1)];

    fn read(verb: &str, input: &Input) -> Option<Answer> {
        (verb == answer::VERB.name).then(|| answer::read(input))?
    }

    fn refers(command: &Answer) -> Vec<StreamId> {
        vec![command.edition.clone(), hearing::address(&command.edition)]
    }

    fn home(command: &Answer, given: &Given) -> Home {
        let owner = given.actor.organisation.clone();
        Home {
            stream: StreamId::derived(owner, "agenda.account", &command.edition.to_string()),
            circle: Circle::Partners,
            label: Label::Green,
        }
    }

    fn act(_command: &Answer, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(write_own(given))
    }

    fn decide(state: &State, command: Answer, given: &Given) -> Result<Vec<Answered>, Refusal> {
        answer::decide(state.last.as_ref(), command, given)
    }

    fn evolve(state: &mut State, event: &Answered) {
        state.last = Some(event.clone());
    }

    fn rows(_state: &State, event: &Answered, recorded: &Recorded) -> Vec<Change> {
        let row = vec![
            event.edition.to_string().into(),
            event.explanation.as_str().into(),
            event.planned.as_str().into(),
            event.round.into(),
        ];
        let stream = recorded.stream.clone();
        let mut card = Card::new(stream, "agenda", "account", Text::default());
        card.body = Text::typed(event.explanation.as_str());
        card.holder = Some(recorded.stream.owner.clone());
        card.under = Some(event.edition.clone());
        vec![put(&ACCOUNT, row), put_card(&card)]
    }

    fn name(_event: &Answered) -> EventName {
        EventName("account-answered", 1)
    }

    fn payload(event: &Answered) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Answered> {
        let known = (name, version) == ("account-answered", 1);
        known.then(|| serde_json::from_value(payload).ok())?
    }

    fn prefill(_verb: &str, state: &State) -> Typed {
        let Some(last) = &state.last else {
            return Typed::default();
        };
        Typed::default()
            .with("explanation", last.explanation.as_str())
            .with("planned", last.planned.as_str())
    }

    fn lands(_command: &Answer, stream: &StreamId) -> String {
        format!("/agenda/matrix?organisation={}", stream.owner)
    }
}
