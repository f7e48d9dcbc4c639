// SPDX-License-Identifier: EUPL-1.2
//! Rights are classes: every row carries one, and every reading filters on them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{BadId, Label, OrganisationId, StreamId};

/// Who a stream is shared with. `public`, `partners` and `own` exist by themselves; others are
/// made with the module `trust`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Circle {
    /// Everyone, also without an account.
    Public,
    /// Every organisation that takes part.
    Partners,
    /// The owner of the stream alone.
    Own,
    /// A circle that an organisation made, by the address of its own stream.
    Made(StreamId),
}

impl fmt::Display for Circle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Public => f.write_str("public"),
            Self::Partners => f.write_str("partners"),
            Self::Own => f.write_str("own"),
            Self::Made(stream) => stream.fmt(f),
        }
    }
}

impl FromStr for Circle {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        Ok(match text {
            "public" => Self::Public,
            "partners" => Self::Partners,
            "own" => Self::Own,
            made => Self::Made(made.parse()?),
        })
    }
}

impl TryFrom<String> for Circle {
    type Error = BadId;

    fn try_from(text: String) -> Result<Self, BadId> {
        text.parse()
    }
}

impl From<Circle> for String {
    fn from(circle: Circle) -> String {
        circle.to_string()
    }
}

/// The sealed compartments of a record: names of people who are missing, hurt or dead, and what
/// is known of anybody's health.
pub const COMPARTMENTS: &[&str] = &["persons", "medical"];

/// What somebody holds, beside the name of its compartment, who opened a sealed stream and said
/// why.
pub fn opened(compartment: &str, stream: &StreamId) -> String {
    format!("{compartment}:{stream}")
}

/// What decides who may see a row. A ledger interns each class once; the judge rules once per
/// (audience, class), and every SELECT filters on the classes that were permitted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Class {
    /// The organisation whose record the row comes from.
    pub owner: OrganisationId,
    /// Who it is shared with.
    pub circle: Circle,
    /// How it is marked.
    pub label: Label,
    /// A sealed part of the record; none for the ordinary record. By name (`medical`, `persons`)
    /// for what only says that there is something sealed, as `opened` has it for what that says.
    pub compartment: Option<String>,
    /// Shared with nobody but the owner, whatever the circle of its stream.
    pub owner_only: bool,
    /// Withdrawn by its owner: nobody reads it any more.
    pub withdrawn: bool,
}

impl Class {
    /// The ordinary class of a stream: its circle and label, nothing sealed.
    pub fn open(owner: OrganisationId, circle: Circle, label: Label) -> Self {
        Self {
            owner,
            circle,
            label,
            compartment: None,
            owner_only: false,
            withdrawn: false,
        }
    }

    /// The name of its compartment, whether it is of what is sealed or only mentions it.
    pub fn compartment_name(&self) -> Option<&str> {
        self.compartment.as_deref()?.split(':').next()
    }

    /// The same for what a sealed stream says: for who was let into its compartment, and opened it.
    #[must_use]
    pub fn sealed(self, compartment: &str, stream: &StreamId) -> Self {
        Self {
            compartment: Some(opened(compartment, stream)),
            ..self
        }
    }

    /// The same for what only says that there is something sealed: for who was let into it.
    #[must_use]
    pub fn mentioned(self, compartment: &str) -> Self {
        Self {
            compartment: Some(compartment.to_owned()),
            ..self
        }
    }
}
