// SPDX-License-Identifier: EUPL-1.2
//! In what phase a crisis is, and what sort of thing it began as.

/// The phases of crisis management, as the field names them (`docs/sources.md`): cold, lukewarm,
/// warm, after. There is no order that must be kept: one scales up and down.
pub const PHASES: &[&str] = &["cold", "lukewarm", "warm", "after"];

/// What is opened. The same room serves a fire, a festival, a code orange and the hand-over of a
/// duty, and grows from one into the other without typing anything again.
pub const SORTS: &[&str] = &["incident", "event", "weather", "hand-over"];

/// The phase in which something of this sort begins: what has happened is warm, what is only
/// expected or watched is lukewarm.
pub fn first(sort: &str) -> &'static str {
    match sort {
        "event" | "weather" | "hand-over" => "lukewarm",
        _ => "warm",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_begins_in_a_phase_that_exists() {
        for sort in SORTS {
            assert!(PHASES.contains(&first(sort)), "{sort}");
        }
    }
}
