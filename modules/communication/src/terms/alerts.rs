// SPDX-License-Identifier: EUPL-1.2
//! What alerts are made of: the words of the standard, who orders them, and the limits of the
//! networks that carry them.

/// What an alert is for: the real thing, or the test on the first Monday of June and December.
pub const PURPOSES: &[&str] = &["actual", "test"];

/// Kinds of event (CAP 1.2, 3.2.2, `category`), those first that regions alert for most.
pub const CATEGORIES: &[&str] = &[
    "fire",
    "safety",
    "cbrne",
    "met",
    "geo",
    "infra",
    "env",
    "transport",
    "health",
    "security",
    "rescue",
    "other",
];

/// What people should do (CAP 1.2, 3.2.2, `responseType`).
pub const RESPONSES: &[&str] = &[
    "shelter",
    "evacuate",
    "prepare",
    "execute",
    "avoid",
    "monitor",
    "assess",
    "all-clear",
    "none",
];

/// How soon (CAP 1.2, 3.2.2, `urgency`).
pub const URGENCIES: &[&str] = &["immediate", "expected", "future", "past", "unknown"];
/// How bad (CAP 1.2, 3.2.2, `severity`).
pub const SEVERITIES: &[&str] = &["extreme", "severe", "moderate", "minor", "unknown"];
/// How sure (CAP 1.2, 3.2.2, `certainty`).
pub const CERTAINTIES: &[&str] = &["observed", "likely", "possible", "unlikely", "unknown"];

/// The functions by whose order an alert goes out: in a region the highest operational leader on
/// the incident, for the nation the minister, through the national crisis centre.
pub const ORDERED_BY: &[&str] = &[
    "operational-leader",
    "regional-leader",
    "minister",
    "island-governor",
];

/// Who sends: the control room of the region, or the national crisis centre.
pub const SENDERS: &[&str] = &["control-room", "national-centre"];

/// Minutes that the second pair of eyes has after the order. Then the order stands, and the review
/// is a debt. Not verified against a published procedure.
pub const REVIEW_MINUTES: i64 = 5;

/// Hours that an alert holds when nobody said until when.
pub const HOURS: i64 = 4;

/// The limits of one way to carry an alert.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Profile {
    /// Its name.
    pub name: &'static str,
    /// Most characters of its text; more is cut by the network.
    pub characters: usize,
    /// Characters up to which it is read at a glance.
    pub glance: usize,
    /// Most corners of an outline.
    pub corners: usize,
}

/// Cell broadcast. 15 pages of 93 characters of the 7-bit alphabet (3GPP TS 23.041), 500 as Dutch
/// practice has it, and 100 corners: none of the three is verified with the Dutch operator.
pub const CELL_BROADCAST: Profile = Profile {
    name: "cell-broadcast",
    characters: 1_395,
    glance: 500,
    corners: 100,
};
