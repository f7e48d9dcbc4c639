// SPDX-License-Identifier: EUPL-1.2
use serde::Deserialize;

use crate::read::read;
use crate::{Record, Words, Wrong};

/// A time zone that partners work in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeZone {
    /// The stable id.
    pub id: String,
    /// Its name in the IANA time zone database.
    pub iana: String,
    /// The name on screen.
    pub name: Words,
    /// What a reader must know about it.
    pub explanation: Words,
    /// Where it comes from.
    pub source: String,
    /// The day for which we state it, `YYYY-MM-DD`.
    pub valid_from: String,
    /// Whether every fact of it was checked.
    pub verified: bool,
}

impl TimeZone {
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
struct TimeZones {
    zone: Vec<TimeZone>,
}

/// The time zones of the partners.
///
/// # Errors
/// `Wrong` when the file cannot be read as such a list.
pub fn time_zones() -> Result<Vec<TimeZone>, Wrong> {
    read::<TimeZones>("time-zones.toml", include_str!("../time-zones.toml")).map(|file| file.zone)
}
