// SPDX-License-Identifier: EUPL-1.2
use serde::Deserialize;

use crate::read::read;
use crate::{Record, Words, Wrong};

/// A partner in the national system of crisis management.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// The stable id; it survives a change of name.
    pub id: String,
    /// Id of a kind of partner (`kinds`).
    pub kind: String,
    /// The full name.
    pub name: Words,
    /// The short proper name for matrices and lists; the same in both languages.
    pub short: String,
    /// CBS code of a safety region (`VR23`), ISO 3166 code of an island (`BQ-SA`, `AW`).
    #[serde(default)]
    pub code: Option<String>,
    /// Province of nearly all municipalities of a safety region.
    #[serde(default)]
    pub province: Option<String>,
    /// Police unit a safety region belongs to.
    #[serde(default)]
    pub police_unit: Option<String>,
    /// Id of a time zone (`time_zones`).
    pub time_zone: String,
    /// Languages it works in, ISO 639 (`nl`, `en`, `pap`), the usual one first.
    pub languages: Vec<String>,
    /// Ids of the collectives it can speak and report for.
    #[serde(default)]
    pub represents: Vec<String>,
    /// True for a partner whose taking part is its own choice.
    #[serde(default)]
    pub optional: bool,
    /// Where the facts come from.
    pub source: String,
    /// The day for which we state it, `YYYY-MM-DD`.
    pub valid_from: String,
    /// The last day, `YYYY-MM-DD`, of a name or body that is no more.
    #[serde(default)]
    pub valid_until: Option<String>,
    /// Whether every fact of it was checked.
    pub verified: bool,
}

impl Organisation {
    /// Its common part.
    pub fn record(&self) -> Record<'_> {
        Record {
            id: &self.id,
            words: vec![&self.name],
            source: &self.source,
            valid_from: &self.valid_from,
            verified: self.verified,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Organisations {
    organisation: Vec<Organisation>,
}

/// Safety regions in the order of their codes, then public bodies, countries and national
/// bodies, then the ministries.
///
/// # Errors
/// `Wrong` when a file cannot be read as such a list.
pub fn organisations() -> Result<Vec<Organisation>, Wrong> {
    let files = [
        (
            "organisations-regions.toml",
            include_str!("../organisations-regions.toml"),
        ),
        ("organisations.toml", include_str!("../organisations.toml")),
        (
            "organisations-ministries.toml",
            include_str!("../organisations-ministries.toml"),
        ),
    ];
    let mut all = Vec::new();
    for (file, text) in files {
        all.extend(read::<Organisations>(file, text)?.organisation);
    }
    Ok(all)
}
