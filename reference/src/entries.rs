// SPDX-License-Identifier: EUPL-1.2
use serde::Deserialize;

use crate::read::read;
use crate::{Record, Words, Wrong};

/// A line of a simple list: a name and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The stable id.
    pub id: String,
    /// The name on screen.
    pub name: Words,
    /// What it means, in one or two sentences.
    pub explanation: Words,
    /// Where it comes from.
    pub source: String,
    /// The day for which we state it, `YYYY-MM-DD`.
    pub valid_from: String,
    /// Whether every fact of it was checked.
    pub verified: bool,
}

impl Entry {
    /// Its common part.
    pub fn record(&self) -> Record<'_> {
        Record {
            id: &self.id,
            words: vec![&self.name, &self.explanation],
            source: &self.source,
            valid_from: &self.valid_from,
            verified: self.verified,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kinds {
    kind: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Collectives {
    collective: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Requirements {
    requirement: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reasons {
    reason: Vec<Entry>,
}

/// The kinds of partner.
///
/// # Errors
/// `Wrong` when the file cannot be read as such a list.
pub fn kinds() -> Result<Vec<Entry>, Wrong> {
    read::<Kinds>("kinds.toml", include_str!("../kinds.toml")).map(|file| file.kind)
}

/// Groups of organisations that a document can name as a doer, such as "the regions".
///
/// # Errors
/// `Wrong` when the file cannot be read as such a list.
pub fn collectives() -> Result<Vec<Entry>, Wrong> {
    let text = include_str!("../collectives.toml");
    read::<Collectives>("collectives.toml", text).map(|file| file.collective)
}

/// The seven NATO baseline requirements, in their order.
///
/// # Errors
/// `Wrong` when the file cannot be read as such a list.
pub fn baseline_requirements() -> Result<Vec<Entry>, Wrong> {
    let text = include_str!("../baseline-requirements.toml");
    read::<Requirements>("baseline-requirements.toml", text).map(|file| file.requirement)
}

/// The nine reasons for which "explain" is accepted in "comply or explain".
///
/// # Errors
/// `Wrong` when the file cannot be read as such a list.
pub fn explain_reasons() -> Result<Vec<Entry>, Wrong> {
    let text = include_str!("../explain-reasons.toml");
    read::<Reasons>("explain-reasons.toml", text).map(|file| file.reason)
}
