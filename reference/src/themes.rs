// SPDX-License-Identifier: EUPL-1.2
use serde::Deserialize;

use crate::read::read;
use crate::{Record, Words, Wrong};

/// Whether a theme is a threat of its own or plays a part in every threat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeKind {
    /// One of the six threat themes.
    Threat,
    /// One of the three that cut across all of them.
    CrossCutting,
}

/// A threat theme of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// The stable id.
    pub id: String,
    /// Threat or cross-cutting.
    pub kind: ThemeKind,
    /// The name on screen.
    pub name: Words,
    /// What it covers.
    pub explanation: Words,
    /// Where it comes from.
    pub source: String,
    /// The day for which we state it, `YYYY-MM-DD`.
    pub valid_from: String,
    /// Whether every fact of it was checked.
    pub verified: bool,
}

impl Theme {
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
struct Themes {
    theme: Vec<Theme>,
}

/// Six threat themes, then three cross-cutting ones.
///
/// # Errors
/// `Wrong` when the file cannot be read as such a list.
pub fn themes() -> Result<Vec<Theme>, Wrong> {
    read::<Themes>("themes.toml", include_str!("../themes.toml")).map(|file| file.theme)
}
