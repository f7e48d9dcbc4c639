// SPDX-License-Identifier: EUPL-1.2
//! A module of tests in two ages. The older one keeps a report as one sentence; the newer one
//! splits it in two fields, reads the old ones by upcast, and knows one kind more.

use std::collections::BTreeMap;

use paraat_authority::{Ability, Act};
use paraat_contract::{
    Change, EventName, Home, Kind, Mode, Module, Recorded, Refusal, Scope, Table, Verb, erase, put,
    text, whole,
};
use paraat_kernel::{Circle, Given, Label, StreamId};
use paraat_ui::field::{Field, Input, Shape};
use serde::{Deserialize, Serialize};

pub static OLDER: Module = module(&[&erase::<Older>()], &[&SENTENCE]);
pub static NEWER: Module = module(&[&erase::<Newer>(), &erase::<Siren>()], &[&FORCE]);

const fn module(
    kinds: &'static [&'static dyn paraat_contract::AnyKind],
    tables: &'static [&'static Table],
) -> Module {
    Module {
        name: "weather",
        kinds,
        tables,
        baseline: Vec::new,
        views: &[],
        tasks: None,
        public: None,
        outgoing: None,
        nav: None,
        words: &[],
    }
}

pub static SENTENCE: Table = Table {
    name: "weather_report",
    columns: &[text("sentence")],
};

pub static FORCE: Table = Table {
    name: "weather_report",
    columns: &[text("place"), whole("force"), whole("highest")],
};

const SAID: Field = Field::required("said", Shape::Line(200));
const PLACE: Field = Field::required("place", Shape::Line(100));
const WIND: Field = Field::required("force", Shape::Whole(0, 12));

const fn verb(fields: &'static [Field]) -> Verb {
    Verb {
        name: "report",
        fields,
        mode: Mode::Append,
        scope: Scope::Kind,
    }
}

fn home(kind: &str, given: &Given) -> Home {
    Home {
        stream: StreamId::derived(given.actor.organisation.clone(), kind, "only"),
        circle: Circle::Partners,
        label: Label::Green,
    }
}

fn act(given: &Given) -> Act {
    Act {
        ability: Ability::Write,
        of: given.actor.organisation.clone(),
    }
}

/// As the first version wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// Place and force in one sentence: `Vlissingen 7`.
    pub said: String,
}

pub struct Older;

/// How many there were.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Count {
    count: u64,
}

impl Kind for Older {
    type State = Count;
    type Event = Said;
    type Command = Said;

    const MODULE: &'static str = "weather";
    const NAME: &'static str = "report";
    const VERBS: &'static [Verb] = &[verb(&[SAID])];
    const EVENTS: &'static [EventName] = &[EventName("reported", 1)];

    fn read(_verb: &str, input: &Input) -> Option<Said> {
        let said = input.text("said");
        Some(Said { said })
    }
    fn refers(_command: &Said) -> Vec<StreamId> {
        Vec::new()
    }
    fn home(_command: &Said, given: &Given) -> Home {
        home("weather.report", given)
    }
    fn act(_command: &Said, _state: &Count, given: &Given) -> Result<Act, Refusal> {
        Ok(act(given))
    }
    fn decide(_state: &Count, command: Said, _given: &Given) -> Result<Vec<Said>, Refusal> {
        Ok(vec![command])
    }
    fn evolve(state: &mut Count, _event: &Said) {
        state.count += 1;
    }
    fn rows(_state: &Count, event: &Said, _recorded: &Recorded) -> Vec<Change> {
        vec![put(&SENTENCE, vec![event.said.as_str().into()])]
    }
    fn name(_event: &Said) -> EventName {
        EventName("reported", 1)
    }
    fn payload(event: &Said) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }
    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Said> {
        let known = (name, version) == ("reported", 1);
        known.then(|| serde_json::from_value(payload).ok())?
    }
    fn lands(_command: &Said, _stream: &StreamId) -> String {
        "/".to_owned()
    }
}

/// As the second version writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wind {
    /// Force on the scale of Beaufort.
    pub force: i64,
    /// Where.
    pub place: String,
}

impl From<Said> for Wind {
    fn from(old: Said) -> Self {
        let (place, force) = old.said.rsplit_once(' ').unwrap_or((&old.said, "0"));
        Self {
            force: force.parse().unwrap_or(0),
            place: place.to_owned(),
        }
    }
}

pub struct Newer;

/// The highest force by place: a state that the older one did not have.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Highest {
    highest: BTreeMap<String, i64>,
}

impl Kind for Newer {
    type State = Highest;
    type Event = Wind;
    type Command = Wind;

    const MODULE: &'static str = "weather";
    const NAME: &'static str = "report";
    const VERBS: &'static [Verb] = &[verb(&[PLACE, WIND])];
    const EVENTS: &'static [EventName] = &[EventName("reported", 1), EventName("reported", 2)];

    fn read(_verb: &str, input: &Input) -> Option<Wind> {
        Some(Wind {
            force: input.whole("force")?,
            place: input.text("place"),
        })
    }
    fn refers(_command: &Wind) -> Vec<StreamId> {
        Vec::new()
    }
    fn home(_command: &Wind, given: &Given) -> Home {
        home("weather.report", given)
    }
    fn act(_command: &Wind, _state: &Highest, given: &Given) -> Result<Act, Refusal> {
        Ok(act(given))
    }
    /// Only what is higher than before is news: the rule rests on the state of old reports too.
    fn decide(state: &Highest, command: Wind, _given: &Given) -> Result<Vec<Wind>, Refusal> {
        let before = state.highest.get(&command.place).copied();
        if before.is_some_and(|before| before >= command.force) {
            return Err(Refusal::new("weather-no-news"));
        }
        Ok(vec![command])
    }
    fn evolve(state: &mut Highest, event: &Wind) {
        let highest = state.highest.entry(event.place.clone()).or_default();
        *highest = event.force.max(*highest);
    }
    fn rows(state: &Highest, event: &Wind, _recorded: &Recorded) -> Vec<Change> {
        let highest = state.highest.values().copied().max().unwrap_or_default();
        let values = vec![
            event.place.as_str().into(),
            event.force.into(),
            highest.into(),
        ];
        vec![Change::Put {
            table: &FORCE,
            part: event.place.clone(),
            class: None,
            values,
        }]
    }
    fn name(_event: &Wind) -> EventName {
        EventName("reported", 2)
    }
    fn payload(event: &Wind) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }
    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Wind> {
        match (name, version) {
            ("reported", 1) => serde_json::from_value::<Said>(payload).ok().map(Wind::from),
            ("reported", 2) => serde_json::from_value(payload).ok(),
            _ => None,
        }
    }
    fn lands(_command: &Wind, _stream: &StreamId) -> String {
        "/".to_owned()
    }
}

/// A kind that the older Paraat does not have at all.
pub struct Siren;

impl Kind for Siren {
    type State = Count;
    type Event = Said;
    type Command = Said;

    const MODULE: &'static str = "weather";
    const NAME: &'static str = "siren";
    const VERBS: &'static [Verb] = &[verb(&[SAID])];
    const EVENTS: &'static [EventName] = &[EventName("sounded", 1)];

    fn read(verb: &str, input: &Input) -> Option<Said> {
        Older::read(verb, input)
    }
    fn refers(_command: &Said) -> Vec<StreamId> {
        Vec::new()
    }
    fn home(_command: &Said, given: &Given) -> Home {
        home("weather.siren", given)
    }
    fn act(_command: &Said, _state: &Count, given: &Given) -> Result<Act, Refusal> {
        Ok(act(given))
    }
    fn decide(_state: &Count, command: Said, _given: &Given) -> Result<Vec<Said>, Refusal> {
        Ok(vec![command])
    }
    fn evolve(state: &mut Count, _event: &Said) {
        state.count += 1;
    }
    fn rows(state: &Count, event: &Said, _recorded: &Recorded) -> Vec<Change> {
        let count = i64::try_from(state.count).unwrap_or_default();
        let values = vec![event.said.as_str().into(), count.into(), count.into()];
        vec![put(&FORCE, values)]
    }
    fn name(_event: &Said) -> EventName {
        EventName("sounded", 1)
    }
    fn payload(event: &Said) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(event)
    }
    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Said> {
        let known = (name, version) == ("sounded", 1);
        known.then(|| serde_json::from_value(payload).ok())?
    }
    fn lands(_command: &Said, _stream: &StreamId) -> String {
        "/".to_owned()
    }
}
