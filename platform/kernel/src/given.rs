// SPDX-License-Identifier: EUPL-1.2
//! What a rule is given besides state and command.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Card, Class, Cut, Live, OrganisationId, StreamId};

/// What a person may do for an organisation, lent for a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Function {
    /// Reads what the organisation may read.
    Reader,
    /// Writes the record of the organisation.
    Editor,
    /// Decides on behalf of the organisation; writes too.
    Decider,
    /// Looks after accounts and functions; writes no record.
    Admin,
    /// Reads the record and the proof of it; writes nothing.
    Auditor,
}

impl Function {
    /// Every function.
    pub const ALL: [Self; 5] = [
        Self::Reader,
        Self::Editor,
        Self::Decider,
        Self::Admin,
        Self::Auditor,
    ];

    /// The name in commands and stored records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Editor => "editor",
            Self::Decider => "decider",
            Self::Admin => "admin",
            Self::Auditor => "auditor",
        }
    }

    /// The function with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|function| function.name() == name)
    }
}

/// Who acts: an organisation and a function, by a pseudonymous account. Names of people stay in
/// the node where the account lives.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Actor {
    /// On whose behalf.
    pub organisation: OrganisationId,
    /// Every function that this account holds there now.
    pub functions: Vec<Function>,
    /// Pseudonym of the account.
    pub account: Uuid,
    /// The sealed compartments that this account was let into.
    pub compartments: Vec<String>,
}

impl Actor {
    /// True when the account holds this function now.
    pub fn holds(&self, function: Function) -> bool {
        self.functions.contains(&function)
    }
}

/// The facts of the moment at which a rule decides: when, who, a fresh id, and the cards of what
/// the command refers to. A rule that needs more than this is cut in the wrong place.
#[derive(Debug, Clone)]
pub struct Given {
    /// When the command is recorded.
    pub now: Timestamp,
    /// Who gives it.
    pub actor: Actor,
    /// The stream the command is for: an existing one, or the address a new one will have.
    pub stream: StreamId,
    /// A fresh id, for parts that the event makes.
    pub fresh: Uuid,
    /// The number that comes next where the kind numbers its streams; else 1.
    pub number: i64,
    /// The streams that the command refers to, as they stand now. A reference that the actor may
    /// not see, or that does not exist, is not among them.
    pub known: Vec<Known>,
    /// The state of the world that the command cites, where its kind cites one; else empty.
    pub cut: Cut,
    /// There in the real world; none in an exercise. What leaves this node asks for it.
    pub live: Option<Live>,
    /// The file that the command brings, as it lies on this node; none when it brings none, or when
    /// what it names is not there for this account.
    pub file: Option<File>,
}

/// A file that an account brought to this node: what is known of it, not what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where its bytes lie on this node: 32 hexadecimal digits that nobody can guess. It opens
    /// nothing for who reads it in the record.
    pub code: String,
    /// What it was called where it came from.
    pub name: String,
    /// Its media type, found by looking at it.
    pub media: String,
    /// Its bytes, counted.
    pub size: u64,
    /// Its digest: BLAKE3, 64 hexadecimal digits.
    pub digest: String,
}

/// A stream that a command refers to, as the actor may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its card.
    pub card: Card,
    /// Its class, so that what is added to it can be shared as widely and no wider.
    pub class: Class,
    /// Number of the entry that its card tells of, so that a rule can hold a command to what its
    /// author saw.
    pub version: u64,
}

impl Given {
    /// The card of a stream that the command refers to.
    pub fn card(&self, stream: &StreamId) -> Option<&Card> {
        self.known(stream).map(|known| &known.card)
    }

    /// A stream that the command refers to.
    pub fn known(&self, stream: &StreamId) -> Option<&Known> {
        self.known.iter().find(|known| &known.card.stream == stream)
    }

    /// A part of a stream that the command refers to, by the name its card has.
    pub fn part(&self, stream: &StreamId, part: &str) -> Option<&Known> {
        let of = |known: &&Known| known.card.stream == *stream && known.card.part == part;
        self.known.iter().find(of)
    }
}
