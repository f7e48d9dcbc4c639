// SPDX-License-Identifier: EUPL-1.2
//! What stands on the map of a crisis. Words come first: a symbol set of a profession may be loaded
//! beside them, and says nothing that the word does not.

use paraat_ui::widgets::{Mark, Tone};

/// A sort of thing on the map.
#[derive(Debug, Clone, Copy)]
pub struct Sign {
    /// Its name in events and words.
    pub name: &'static str,
    /// Its shape in the drawing.
    pub mark: Mark,
    /// Its colour, which says how much it presses.
    pub tone: Tone,
    /// Minutes after which it is out of date when nobody named another time: what moves by itself
    /// sooner than what people built.
    pub stale_minutes: i64,
}

const fn sign(name: &'static str, mark: Mark, tone: Tone, stale_minutes: i64) -> Sign {
    Sign {
        name,
        mark,
        tone,
        stale_minutes,
    }
}

/// All sorts, what presses first.
pub const SIGNS: &[Sign] = &[
    sign("source", Mark::Triangle, Tone::Critical, 60),
    sign("threat", Mark::Triangle, Tone::Serious, 60),
    sign("dike-breach", Mark::Diamond, Tone::Critical, 60),
    sign("flooded-area", Mark::Diamond, Tone::Serious, 60),
    sign("evacuation-area", Mark::Square, Tone::Elevated, 240),
    sign("closure", Mark::Cross, Tone::Elevated, 240),
    sign("command-post", Mark::Dot, Tone::Info, 480),
    sign("shelter", Mark::Square, Tone::Good, 480),
    sign("gathering-place", Mark::Ring, Tone::Info, 480),
    sign("hospital", Mark::Bars, Tone::Info, 1440),
    sign("label", Mark::Check, Tone::Neutral, 1440),
    sign("other", Mark::Ring, Tone::Neutral, 240),
];

/// Their names, as fields take them.
pub const NAMES: &[&str] = &[
    "source",
    "threat",
    "dike-breach",
    "flooded-area",
    "evacuation-area",
    "closure",
    "command-post",
    "shelter",
    "gathering-place",
    "hospital",
    "label",
    "other",
];

/// The sort with this name; `other` for a name that a newer Paraat gave.
pub fn of(name: &str) -> Sign {
    let found = SIGNS.iter().find(|it| it.name == name).copied();
    found.unwrap_or(sign("other", Mark::Ring, Tone::Neutral, 240))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_a_sort() {
        let names: Vec<&str> = SIGNS.iter().map(|it| it.name).collect();
        assert_eq!(names, NAMES);
        assert_eq!(of("later").name, "other");
    }
}
