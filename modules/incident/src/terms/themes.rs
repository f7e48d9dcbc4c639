// SPDX-License-Identifier: EUPL-1.2
//! What a picture is about, and how serious that is.

/// The themes, in the order of a situation report: first what is going on, then whom and what it
/// touches, then what is expected. After the contents of a shared picture in the decree on safety
/// regions and the tabs that teams are used to (`docs/sources.md`).
pub const THEMES: &[&str] = &[
    "situation",
    "area",
    "prognosis",
    "people",
    "health",
    "order",
    "water",
    "mobility",
    "utilities",
    "environment",
    "capacity",
    "communication",
];

/// How serious a theme is: nothing known, in order, recovering, and three that rise.
pub const STATUSES: &[&str] = &[
    "unknown",
    "normal",
    "recovering",
    "raised",
    "serious",
    "critical",
];

/// How much a status weighs, so that the heaviest of several can be named. What is unknown weighs
/// more than what is in order: it must be looked at.
pub fn weight(status: &str) -> usize {
    match status {
        "critical" => 5,
        "serious" => 4,
        "raised" => 3,
        "unknown" => 2,
        "recovering" => 1,
        _ => 0,
    }
}

/// Minutes after which a block that nobody confirmed again is out of date, when its owner named no
/// other rhythm.
pub const STALE_MINUTES: i64 = 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_weighs_something_else() {
        let mut weights: Vec<usize> = STATUSES.iter().map(|status| weight(status)).collect();
        weights.sort_unstable();
        assert_eq!(weights, [0, 1, 2, 3, 4, 5]);
    }
}
