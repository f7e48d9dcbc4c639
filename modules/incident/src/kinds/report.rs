// SPDX-License-Identifier: EUPL-1.2
//! Situation reports: moments of the picture that an organisation named and numbered, so that all
//! speak of the same one. The report itself is composed of the picture as it was known then.

use paraat_authority::Act;
use paraat_contract::{
    AsKnown, Change, EventName, Filter, Home, Kind, Query, Recorded, Refusal, Verb, put_card,
    put_part,
};
use paraat_kernel::{Card, Cut, Given, StreamId, Text, Timestamp};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::freeze;
use crate::tables::REPORT;

/// The kind.
pub struct Report;

/// A report was made. Stored as `incident.report-frozen.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frozen {
    /// The same moment by lanes, so that other nodes can name what they lack of it.
    #[serde(default)]
    pub cut: Cut,
    /// The incident.
    pub incident: StreamId,
    /// When the next one comes, RFC 3339; empty when nobody said.
    pub expected: String,
    /// What is to be known beside it; empty for nothing.
    pub note: String,
    /// Its number among the reports of its organisation in this incident.
    pub number: i64,
    /// The moment of the picture, RFC 3339, as known at this organisation.
    pub seen: String,
}

impl Kind for Report {
    /// Nothing: reports follow one another freely.
    type State = ();
    type Event = Frozen;
    type Command = Frozen;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "report";
    const VERBS: &'static [Verb] = &[freeze::VERB];
    const EVENTS: &'static [EventName] = &[EventName("report-frozen", 1)];

    fn read(verb: &str, input: &Input) -> Option<Frozen> {
        (verb == freeze::VERB.name).then(|| freeze::read(input))?
    }

    fn refers(command: &Frozen) -> Vec<StreamId> {
        vec![command.incident.clone()]
    }

    /// A report that is withdrawn takes its number with it: those after it keep theirs.
    fn numbered(command: &Frozen, given: &Given) -> Option<Query> {
        let own = Self::home(command, given).stream;
        let all = Query::all(&REPORT).filter(Filter::Stream(own));
        Some(all.as_known(AsKnown::Ever))
    }

    fn cites(command: &Frozen) -> Option<Timestamp> {
        Some(command.seen.parse().unwrap_or(Timestamp::MAX))
    }

    fn home(command: &Frozen, given: &Given) -> Home {
        super::beside("incident.report", (&command.incident, ""), given)
    }

    fn act(_command: &Frozen, _state: &(), given: &Given) -> Result<Act, Refusal> {
        Ok(crate::commands::own(given))
    }

    fn decide(_state: &(), command: Frozen, given: &Given) -> Result<Vec<Frozen>, Refusal> {
        Ok(vec![freeze::decide(command, given)?])
    }

    fn evolve(_state: &mut (), _event: &Frozen) {}

    fn rows(_state: &(), event: &Frozen, recorded: &Recorded) -> Vec<Change> {
        let part = format!("report/{}", event.number);
        let row = vec![
            event.incident.to_string().into(),
            event.number.into(),
            event.seen.as_str().into(),
            event.note.as_str().into(),
            event.expected.as_str().into(),
        ];
        let stream = recorded.stream.clone();
        let title = Text::typed(format!("{}", event.number));
        let mut card = Card::new(stream, "incident", "report", title);
        card.part.clone_from(&part);
        card.body = Text::typed(event.note.as_str());
        card.holder = Some(recorded.stream.owner.clone());
        card.under = Some(event.incident.clone());
        card.order = format!("{:08}", event.number);
        vec![put_part(&REPORT, part, row), put_card(&card)]
    }

    fn name(_event: &Frozen) -> EventName {
        EventName("report-frozen", 1)
    }

    fn payload(event: &Frozen) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Frozen> {
        let known = (name, version) == ("report-frozen", 1);
        known.then(|| serde_json::from_value(payload).ok())?
    }

    fn lands(command: &Frozen, _stream: &StreamId) -> String {
        format!("/incident/incident/{}/reports", command.incident)
    }
}
