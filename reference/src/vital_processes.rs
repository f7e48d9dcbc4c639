// SPDX-License-Identifier: EUPL-1.2
use serde::Deserialize;

use crate::read::read;
use crate::{Record, Words, Wrong};

/// A process whose failure would disrupt society.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VitalProcess {
    /// The stable id.
    pub id: String,
    /// The name on screen.
    pub name: Words,
    /// The sector it belongs to.
    pub sector: Words,
    /// Id of the ministry that answers for it.
    pub ministry: String,
    /// `A` or `B` in the older national list; the present one has no categories, so no rule
    /// may depend on this.
    #[serde(default)]
    pub older_category: Option<String>,
    /// Where it comes from.
    pub source: String,
    /// The day for which we state it, `YYYY-MM-DD`.
    pub valid_from: String,
    /// Whether every fact of it was checked.
    pub verified: bool,
}

impl VitalProcess {
    /// Its common part.
    pub fn record(&self) -> Record<'_> {
        Record {
            id: &self.id,
            words: vec![&self.name, &self.sector],
            source: &self.source,
            valid_from: &self.valid_from,
            verified: self.verified,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VitalProcesses {
    process: Vec<VitalProcess>,
}

/// The vital processes, by sector.
///
/// # Errors
/// `Wrong` when the file cannot be read as such a list.
pub fn vital_processes() -> Result<Vec<VitalProcess>, Wrong> {
    let text = include_str!("../vital-processes.toml");
    read::<VitalProcesses>("vital-processes.toml", text).map(|file| file.process)
}
