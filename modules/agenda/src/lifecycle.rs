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

const fn other(from: &'static str, verb: &'static str, to: &'static str) -> Step {
    Step { from, verb, to }
}

/// What a lead can declare about the means for an activity.
pub const NEEDS: &[&str] = &["within", "extra"];

/// Every state of the means for an activity: within what there is, extra needed and still open,
/// arranged, or the activity adjusted to what there is.
pub const MEANS: &[&str] = &["within", "extra", "arranged", "adjusted"];

/// How means move. What was declared can be declared anew at any time; only what is still open is
/// arranged, or closed by adjusting the activity.
pub const MEANS_LIFE: Lifecycle = Lifecycle(&[
    other("", "declare", "within"),
    other("", "declare", "extra"),
    other("within", "declare", "within"),
    other("within", "declare", "extra"),
    other("extra", "declare", "within"),
    other("extra", "declare", "extra"),
    other("extra", "arrange", "arranged"),
    other("extra", "adjust", "adjusted"),
    other("arranged", "declare", "within"),
    other("arranged", "declare", "extra"),
    other("adjusted", "declare", "within"),
    other("adjusted", "declare", "extra"),
]);

/// Whether an organisation is a co-lead. Who was released can be named again.
pub const CO_LEAD_LIFE: Lifecycle = Lifecycle(&[
    other("", "name", "named"),
    other("named", "release", "released"),
    other("released", "name", "named"),
]);

/// A proposal is announced, and can be dropped.
pub const PROPOSAL_LIFE: Lifecycle = Lifecycle(&[
    other("", "announce", "announced"),
    other("announced", "drop", "dropped"),
]);

#[cfg(test)]
mod tests {
    use super::*;

    /// Every state with every verb: what each leads to, as the table has it.
    fn leads_to(life: Lifecycle, states: &[&str], verbs: &[&str]) -> Vec<String> {
        let mut found = Vec::new();
        for from in [""].iter().chain(states) {
            for verb in verbs {
                let to: Vec<&str> = states
                    .iter()
                    .copied()
                    .filter(|to| life.leads(from, verb, to))
                    .collect();
                assert_eq!(life.allows(from, verb), !to.is_empty(), "{from} {verb}");
                if !to.is_empty() {
                    found.push(format!("{from} {verb}: {}", to.join(" ")));
                }
            }
        }
        let steps: usize = found.iter().map(|line| line.split(' ').count() - 2).sum();
        assert_eq!(steps, life.0.len(), "a step to or from an unknown state");
        found
    }

    #[test]
    fn extra_means_stay_open_until_arranged_or_adjusted_and_all_can_be_declared_anew() {
        let all = leads_to(MEANS_LIFE, MEANS, &["declare", "arrange", "adjust"]);
        let expected = [
            " declare: within extra",
            "within declare: within extra",
            "extra declare: within extra",
            "extra arrange: arranged",
            "extra adjust: adjusted",
            "arranged declare: within extra",
            "adjusted declare: within extra",
        ];
        assert_eq!(all, expected);
    }

    #[test]
    fn a_co_lead_is_named_released_and_named_again() {
        let all = leads_to(CO_LEAD_LIFE, &["named", "released"], &["name", "release"]);
        let expected = [
            " name: named",
            "named release: released",
            "released name: named",
        ];
        assert_eq!(all, expected);
    }

    #[test]
    fn a_proposal_that_was_dropped_stays_dropped() {
        let states = ["announced", "dropped"];
        let all = leads_to(PROPOSAL_LIFE, &states, &["announce", "drop"]);
        assert_eq!(all, [" announce: announced", "announced drop: dropped"]);
    }

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
