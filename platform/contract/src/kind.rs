// SPDX-License-Identifier: EUPL-1.2
//! A kind: one sort of stream, with everything its domain knows about it.

use paraat_authority::Act;
use paraat_kernel::{Circle, Given, Key, Label, StreamId, Timestamp};
use paraat_ui::field::{Field, Input, Shape, Typed};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Aid, Change, Query};

/// How a verb treats what others did meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Makes a new stream.
    New,
    /// Adds to a stream and never asks which version was seen: a line in a log.
    Append,
    /// Changes what stands there: refused when the stream moved on since it was seen, with what
    /// changed meanwhile.
    Exact,
}

/// Where a verb is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// At the kind: the command says, or makes, the stream it goes to.
    Kind,
    /// At an existing stream of this kind.
    Stream,
}

/// A verb of a kind, as data: its form, its API and its documentation come from this.
#[derive(Debug, Clone, Copy)]
pub struct Verb {
    /// The profession's word for it, kebab-case: `report`, `adopt`.
    pub name: &'static str,
    /// What it asks.
    pub fields: &'static [Field],
    /// How it treats what others did meanwhile.
    pub mode: Mode,
    /// Where it is called.
    pub scope: Scope,
}

impl Verb {
    /// True when a field of it may come as a file.
    pub fn takes_files(&self) -> bool {
        self.fields.iter().any(|field| field.file.is_some())
    }

    /// The field that brings a file to be kept, when there is one.
    pub fn brings(&self) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.shape == Shape::File)
    }

    /// The field that may hold several things, when it can be done for several at once.
    pub fn many(&self) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.many)
    }
}

/// Name and version of an event within its kind: `("progress-reported", 1)`. Stored for ever as
/// `agenda.progress-reported.v1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventName(pub &'static str, pub u32);

/// Where a command goes: a stream and, when it is new, who shares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    /// The stream.
    pub stream: StreamId,
    /// The circle of a new stream; an existing one stays where it is.
    pub circle: Circle,
    /// The marking of a new stream.
    pub label: Label,
}

/// Why a rule does not take a command: expected, and said in the user's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Key of its sentence in the module's words.
    pub key: &'static str,
    /// The figures and words that the sentence names.
    pub arguments: Vec<(&'static str, String)>,
    /// The field it is about, when it is about one.
    pub field: Option<&'static str>,
}

impl Refusal {
    /// A refusal with a sentence and nothing else.
    pub fn new(key: &'static str) -> Self {
        Self {
            key,
            arguments: Vec::new(),
            field: None,
        }
    }

    /// The same with a word or figure for its sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// The same about one field.
    #[must_use]
    pub fn at(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }
}

/// What an event's header says, for rows that show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The stream it stands in.
    pub stream: StreamId,
    /// Its number in that stream, from 1.
    pub version: u64,
    /// When it happened, as its author says.
    pub occurred: Timestamp,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// Organisation that recorded it.
    pub organisation: paraat_kernel::OrganisationId,
    /// Function it was recorded in.
    pub function: String,
}

/// One sort of stream. All of it is pure: no clock, no IO, no look-ups.
pub trait Kind: Send + Sync + 'static {
    /// What a rule must know of the past.
    type State: Default + Clone + Serialize + DeserializeOwned + Send + 'static;
    /// What can have happened.
    type Event: Send + 'static;
    /// What can be asked.
    type Command: Send + 'static;

    /// Name of the module.
    const MODULE: &'static str;
    /// Name of the kind within the module.
    const NAME: &'static str;
    /// The verbs, in the order they are offered.
    const VERBS: &'static [Verb];
    /// Every event that this kind ever wrote, all versions: each has golden bytes.
    const EVENTS: &'static [EventName];

    /// Raise this when `evolve` or `rows` makes something else of the same events: read tables and
    /// snapshots are then made again at the next start.
    const FOLD: u32 = 1;

    /// True when its streams are sealed: what is typed for them is kept nowhere but in the record,
    /// and each reading is written down with its reason.
    const SEALED: bool = false;

    /// The command behind a verb; none when the kind has no such verb.
    fn read(verb: &str, input: &Input) -> Option<Self::Command>;
    /// The streams that the command refers to; their cards come in `Given`.
    fn refers(_command: &Self::Command) -> Vec<StreamId> {
        Vec::new()
    }
    /// The parts of streams that the command refers to, by the names their cards have; those cards
    /// come in `Given` too.
    fn parts(_command: &Self::Command) -> Vec<(StreamId, Key)> {
        Vec::new()
    }
    /// The rows whose numbering a new stream goes on with, by the column `number`: those of one
    /// team in one incident, all in the record of one organisation, so that a number is unique
    /// without asking anybody. None when its streams have no numbers.
    fn numbered(_command: &Self::Command, _given: &Given) -> Option<Query> {
        None
    }
    /// The part of its stream that an exact command changes, by the name its card has: what others
    /// did to other parts does not stand in its way. None for the whole stream.
    fn part(_command: &Self::Command) -> Option<String> {
        None
    }
    /// The moment whose state of the world the command cites, as known here; that comes in
    /// `given.cut`, of what every reader of its home can hold. None when it cites none.
    fn cites(_command: &Self::Command) -> Option<Timestamp> {
        None
    }
    /// Where the command goes. `given.stream` is the stream it was called at, or a fresh address.
    fn home(command: &Self::Command, given: &Given) -> Home;
    /// The sealed compartment that a new stream stands in; none for the ordinary record.
    fn compartment(_command: &Self::Command) -> Option<&str> {
        None
    }
    /// What doing it takes; a refusal when that cannot be said (nobody was assigned yet).
    fn act(command: &Self::Command, state: &Self::State, given: &Given) -> Result<Act, Refusal>;
    /// The rule: events, or a refusal with its reason.
    fn decide(
        state: &Self::State,
        command: Self::Command,
        given: &Given,
    ) -> Result<Vec<Self::Event>, Refusal>;
    /// When it happened, if the command says so; else now.
    fn occurred(_command: &Self::Command) -> Option<Timestamp> {
        None
    }
    /// The state after an event. Total: what was recorded has happened.
    fn evolve(state: &mut Self::State, event: &Self::Event);
    /// The rows that an event changes, cards among them, given the state after it.
    fn rows(state: &Self::State, event: &Self::Event, recorded: &Recorded) -> Vec<Change>;
    /// Name and version that an event is written under.
    fn name(event: &Self::Event) -> EventName;
    /// What is written: serialised to canonical JSON, kept for ever.
    fn payload(event: &Self::Event) -> serde_json::Result<serde_json::Value>;
    /// Reads what was written, older versions included (upcast). None when this Paraat does not
    /// know the name or version: the entry is kept as it is and shown as "needs a newer Paraat".
    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Self::Event>;
    /// What the form of a verb starts with, given the state.
    fn prefill(_verb: &str, _state: &Self::State) -> Typed {
        Typed::default()
    }
    /// The same for a form of which a link has filled in a part: what stands there of just that.
    fn prefill_for(verb: &str, state: &Self::State, _filled_in: &Typed) -> Typed {
        Self::prefill(verb, state)
    }
    /// What the form of a verb has from the rest of the record; none when that is nothing.
    fn aid(_verb: &str) -> Option<Aid> {
        None
    }
    /// The page that shows the outcome.
    fn lands(command: &Self::Command, stream: &StreamId) -> String;
}
