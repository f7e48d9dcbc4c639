// SPDX-License-Identifier: EUPL-1.2
use serde::Deserialize;

use crate::read::read;
use crate::{Record, Words, Wrong};

/// An edition of the national agenda.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// The stable id.
    pub id: String,
    /// The title of the document.
    pub title: Words,
    /// First year it covers.
    pub from: u16,
    /// Last year it covers.
    pub to: u16,
    /// First year of an activity for which the document names none.
    pub default_from: u16,
    /// Last year of an activity for which the document names none.
    pub default_to: u16,
    /// How our count and numbers relate to the document.
    pub note: Words,
    /// Where it comes from.
    pub source: String,
    /// The day of the letter that carried it to parliament, `YYYY-MM-DD`.
    pub valid_from: String,
    /// Whether every fact of it was checked.
    pub verified: bool,
}

impl Edition {
    /// Its common part.
    pub fn record(&self) -> Record<'_> {
        Record {
            id: &self.id,
            words: vec![&self.title, &self.note],
            source: &self.source,
            valid_from: &self.valid_from,
            verified: self.verified,
        }
    }
}

/// The highest level of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pillar {
    /// The stable id: `p1` to `p3`.
    pub id: String,
    /// The number as shown.
    pub number: String,
    /// The title, in our words.
    pub title: Words,
    /// What it is for, in our words.
    pub explanation: Words,
    /// Where it comes from.
    pub source: String,
    /// The day for which we state it, `YYYY-MM-DD`.
    pub valid_from: String,
    /// Whether every fact of it was checked.
    pub verified: bool,
}

impl Pillar {
    /// Its common part.
    pub fn record(&self) -> Record<'_> {
        Record {
            id: &self.id,
            words: vec![&self.title, &self.explanation],
            source: &self.source,
            valid_from: &self.valid_from,
            verified: self.verified,
        }
    }
}

/// What the partners want to reach; each has one action line with activities.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ambition {
    /// The stable id: `p1-a`.
    pub id: String,
    /// The number as shown: `1A`. Ours, the document has none.
    pub number: String,
    /// Id of its pillar.
    pub pillar: String,
    /// The name of its action line, as the document has it.
    pub line: Words,
    /// The title, in our words.
    pub title: Words,
    /// What it is for, in our words.
    pub explanation: Words,
    /// Section of the document.
    pub seed_section: String,
    /// The n-th bullet of that section, from 1.
    pub seed_bullet: u8,
    /// Where it comes from.
    pub source: String,
    /// The day for which we state it, `YYYY-MM-DD`.
    pub valid_from: String,
    /// Whether every fact of it was checked.
    pub verified: bool,
}

impl Ambition {
    /// Its common part.
    pub fn record(&self) -> Record<'_> {
        Record {
            id: &self.id,
            words: vec![&self.line, &self.title, &self.explanation],
            source: &self.source,
            valid_from: &self.valid_from,
            verified: self.verified,
        }
    }
}

/// The edition with its pillars and ambitions; `activities` reads the rest.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agenda {
    /// The edition.
    pub edition: Edition,
    /// The three pillars.
    #[serde(rename = "pillar")]
    pub pillars: Vec<Pillar>,
    /// The eleven ambitions, by pillar.
    #[serde(rename = "ambition")]
    pub ambitions: Vec<Ambition>,
}

/// The agenda of 2024-2029.
///
/// # Errors
/// `Wrong` when the file cannot be read as an agenda.
pub fn agenda() -> Result<Agenda, Wrong> {
    read("agenda.toml", include_str!("../agenda.toml"))
}
