// SPDX-License-Identifier: EUPL-1.2
//! Markings after the Traffic Light Protocol 2.0 (FIRST, 2022; `docs/sources.md`).

use serde::{Deserialize, Serialize};

/// How far a record may travel. Ordered: a later one is stricter, so that the marking of a whole
/// is the greatest of its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Label {
    /// TLP:CLEAR, no limit.
    Clear,
    /// TLP:GREEN, within the community of partners.
    Green,
    /// TLP:AMBER, the organisations it was shared with and those they serve.
    Amber,
    /// TLP:AMBER+STRICT, the organisations it was shared with, nobody else.
    AmberStrict,
    /// TLP:RED, the named recipients only.
    Red,
}

impl Label {
    /// Every label, from free to strict.
    pub const ALL: [Self; 5] = [
        Self::Clear,
        Self::Green,
        Self::Amber,
        Self::AmberStrict,
        Self::Red,
    ];

    /// The label as the protocol writes it, without a space.
    pub fn name(self) -> &'static str {
        match self {
            Self::Clear => "TLP:CLEAR",
            Self::Green => "TLP:GREEN",
            Self::Amber => "TLP:AMBER",
            Self::AmberStrict => "TLP:AMBER+STRICT",
            Self::Red => "TLP:RED",
        }
    }
}
