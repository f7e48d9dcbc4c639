// SPDX-License-Identifier: EUPL-1.2
//! How the status of an activity may move. The states are those of the national agenda's own
//! accounts of progress; "adjusted" and "dropped" are choices that are explained.

use paraat_kernel::{Lifecycle, Step};

/// Every status.
pub const STATUSES: &[&str] = &[
    "planned",
    "under-way",
    "done",
    "continuous",
    "adjusted",
    "dropped",
];

/// How it stands compared with the plan.
pub const OUTLOOKS: &[&str] = &["on-track", "at-risk", "behind"];

/// How an organisation takes up an activity in its own plans, most first. There is no order among
/// them: a board may decide anything after anything.
pub const STANCES: &[&str] = &["adopted", "partly", "not-yet", "not"];

const fn step(from: &'static str, to: &'static str) -> Step {
    Step {
        from,
        verb: "report",
        to,
    }
}

/// Every permitted step; the empty state is "nothing reported yet". A dropped activity is first
/// planned again; one that is done can be taken up again or turn out to be continuous.
pub const LIFE: Lifecycle = Lifecycle(&[
    step("", "planned"),
    step("", "under-way"),
    step("", "done"),
    step("", "continuous"),
    step("", "adjusted"),
    step("", "dropped"),
    step("planned", "planned"),
    step("planned", "under-way"),
    step("planned", "done"),
    step("planned", "continuous"),
    step("planned", "adjusted"),
    step("planned", "dropped"),
    step("under-way", "planned"),
    step("under-way", "under-way"),
    step("under-way", "done"),
    step("under-way", "continuous"),
    step("under-way", "adjusted"),
    step("under-way", "dropped"),
    step("continuous", "continuous"),
    step("continuous", "under-way"),
    step("continuous", "done"),
    step("continuous", "adjusted"),
    step("continuous", "dropped"),
    step("adjusted", "planned"),
    step("adjusted", "under-way"),
    step("adjusted", "done"),
    step("adjusted", "continuous"),
    step("adjusted", "adjusted"),
    step("adjusted", "dropped"),
    step("done", "done"),
    step("done", "under-way"),
    step("done", "continuous"),
    step("done", "adjusted"),
    step("dropped", "planned"),
    step("dropped", "dropped"),
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_can_be_the_first_and_every_step_is_between_known_ones() {
        for status in STATUSES {
            assert!(LIFE.leads("", "report", status), "{status}");
        }
        for step in LIFE.0 {
            assert!(step.from.is_empty() || STATUSES.contains(&step.from));
            assert!(STATUSES.contains(&step.to));
        }
    }

    #[test]
    fn what_was_dropped_is_planned_before_anything_else() {
        for status in STATUSES {
            let allowed = ["planned", "dropped"].contains(status);
            assert_eq!(LIFE.leads("dropped", "report", status), allowed, "{status}");
        }
    }
}
