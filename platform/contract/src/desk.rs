// SPDX-License-Identifier: EUPL-1.2
//! The desk: what the surfaces (pages, API, feeds) ask of the spine. One door for writing, one
//! set of questions for reading; both rule on the same audience.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use paraat_authority::{Audience, Verdict};
use paraat_kernel::{Actor, Card, Language, OrganisationId, StreamId, Text};
use paraat_ui::field::{Problem, Typed};

use crate::{Answer, AnyKind, Keep, Module, Need, Past, Query, Refusal, Row, Together};

/// An answer that comes later.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Something that somebody wants done.
#[derive(Debug, Clone)]
pub struct Intent {
    /// Module of the kind.
    pub module: String,
    /// Kind of the stream.
    pub kind: String,
    /// The verb.
    pub verb: String,
    /// The stream it is called at, for verbs of a stream.
    pub target: Option<StreamId>,
    /// What was typed.
    pub typed: Typed,
    /// The version that was seen, for verbs that are exact.
    pub seen: Option<u64>,
    /// The caller's own name for this request: the same one again is answered, not done, twice.
    pub key: Option<String>,
    /// Who wants it; none when nobody is signed in.
    pub actor: Option<Actor>,
    /// As whom they look: what they refer to must be seen.
    pub audience: Audience,
}

/// It was recorded, and the disk has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The stream it went to.
    pub stream: StreamId,
    /// The version it made.
    pub version: u64,
    /// The page that shows the outcome.
    pub lands: String,
    /// True when it was done before and is only answered again.
    pub repeated: bool,
}

/// It was not recorded, and nothing changed.
#[derive(Debug, Clone, PartialEq)]
pub enum Refused {
    /// No such verb, kind or stream for this audience.
    NotThere,
    /// Fields that were not taken, all of them.
    Fields(Vec<Problem>),
    /// The rule refused.
    Rule(Refusal),
    /// Authority refused, with its reasons.
    NotPermitted(Verdict),
    /// The stream moved on since it was seen.
    Stale {
        /// The version it is at now.
        version: u64,
        /// What was recorded meanwhile, newest first.
        since: Vec<Past>,
    },
    /// An exact verb was called without the version that was seen.
    NotSeen {
        /// The version it is at now.
        version: u64,
    },
    /// The key was used before for something else.
    KeyReused,
    /// The disk takes no more: reading goes on.
    ReadOnly,
    /// It took longer than others can wait for it.
    TookTooLong,
    /// A defect; the log has it under this reference.
    Broken(String),
}

/// Reading failed. A defect or a disk; the log has it under this reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken(pub String);

/// A stream as an audience may see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// Full name of its kind (`agenda.progress`).
    pub kind: String,
    /// Its newest version.
    pub version: u64,
    /// Its cards.
    pub cards: Vec<Card>,
}

/// What a form starts with.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Start {
    /// What stands in its fields.
    pub typed: Typed,
    /// The version that it is based on; none when there is no stream yet.
    pub seen: Option<u64>,
    /// The things that its given fields point at, and the one that it is called at.
    pub about: Vec<Card>,
    /// With how many other organisations what is recorded will be shared, when that is known before
    /// anything is typed.
    pub shared: Option<usize>,
    /// Why the act will be refused whatever is typed, when that is certain before anything is:
    /// who asks may not do it, or what it is about is not ready for it.
    pub refused: Option<Refused>,
}

/// Something visible changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Names of the tables.
    pub topics: Vec<&'static str>,
    /// Where this news ends: opaque, to be handed back.
    pub cursor: String,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// The cards, best first.
    pub cards: Vec<Card>,
    /// Titles of what those cards belong to, by address.
    pub under: BTreeMap<StreamId, Text>,
    /// How many there are in all, counted after what may not be seen was left out.
    pub total: u64,
}

/// How the node is doing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// True when the disk takes writes.
    pub writes: bool,
    /// True when search has caught up with the ledger.
    pub search_current: bool,
    /// Number of entries.
    pub entries: u64,
}

/// Names of organisations by id, as the registers have them.
pub type Names = Arc<BTreeMap<OrganisationId, Text>>;

/// What the surfaces ask of the spine. Methods that read block for as long as SQLite takes: call
/// them where that is allowed.
pub trait Desk: Send + Sync {
    /// The modules of this node.
    fn modules(&self) -> &[&'static Module];

    /// The kind with this full name.
    fn kind(&self, full: &str) -> Option<&'static dyn AnyKind> {
        let (module, name) = full.split_once('.')?;
        let module = self.modules().iter().find(|m| m.name == module)?;
        module
            .kinds
            .iter()
            .copied()
            .find(|kind| kind.name() == name)
    }

    /// The one door for writing.
    fn submit(&self, intent: Intent) -> Later<'_, Result<Receipt, Refused>>;

    /// The same door for several at once, in one transaction. The refusal is of the whole, for a
    /// reason that is no intent's own.
    fn together(&self, intents: Vec<Intent>, keep: Keep) -> Later<'_, Result<Together, Refused>>;

    /// As whom somebody looks: their organisation's circles included.
    fn audience(
        &self,
        actor: Option<&Actor>,
        language: Language,
        zone: &str,
    ) -> Result<Audience, Broken>;

    /// Answers to needs, all of one moment, and the cursor of that moment.
    fn answers(&self, audience: &Audience, needs: &[Need])
    -> Result<(Vec<Answer>, String), Broken>;

    /// Hands over all rows of some queries, however many, a step of at most a thousand at a time,
    /// with the answers to needs; all of one moment. Ends when `take` answers false.
    fn walk(
        &self,
        audience: &Audience,
        needs: &[Need],
        queries: &[Query],
        take: &mut dyn FnMut(&[Answer], Vec<Row>) -> bool,
    ) -> Result<(), Broken>;

    /// The position of a cursor in the ledger of this node: whoever has seen all up to the cursor
    /// has seen all up to there. None for a cursor that is not of this node.
    fn known(&self, cursor: &str) -> Result<Option<i64>, Broken>;

    /// A stream, when this audience may see it.
    fn stream(&self, audience: &Audience, stream: &StreamId) -> Result<Option<Seen>, Broken>;

    /// What the form of a verb starts with, given what the link already fills in. None when
    /// there is no such verb, or no such stream for this audience.
    fn start(&self, intent: &Intent) -> Result<Option<Start>, Broken>;

    /// Full-text search, one page of it.
    fn search(
        &self,
        audience: &Audience,
        text: &str,
        module: Option<&str>,
        page: (u32, u32),
    ) -> Result<Found, Broken>;

    /// Waits until something that this audience may see has changed after a cursor (none: from
    /// now on).
    fn changed(&self, audience: &Audience, after: Option<&str>) -> Later<'_, Changed>;

    /// Names of organisations.
    fn names(&self) -> Names;

    /// How the node is doing.
    fn health(&self) -> Health;
}
