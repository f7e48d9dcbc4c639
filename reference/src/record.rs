// SPDX-License-Identifier: EUPL-1.2
use serde::Deserialize;

/// A text of ours in both languages; neither is ever empty.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Dutch, in short active sentences.
    pub nl: String,
    /// English, complete.
    pub en: String,
}

/// What every record has, whatever list it stands in: what a page shows about its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record<'a> {
    /// The stable id: lower-case letters, digits and hyphens. Unique in its list.
    pub id: &'a str,
    /// Every text of the record.
    pub words: Vec<&'a Words>,
    /// Where the facts come from, in Dutch, as it is shown.
    pub source: &'a str,
    /// The day for which we state the record, `YYYY-MM-DD`; it may have been true earlier.
    pub valid_from: &'a str,
    /// False when at least one fact of it was not checked: shown as "niet geverifieerd".
    pub verified: bool,
}
