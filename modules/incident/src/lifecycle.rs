// SPDX-License-Identifier: EUPL-1.2
//! How what is said to a request, a bottleneck or a question may move, as data: it drives the rule,
//! the buttons and a test that tries every standing with every verb.

use paraat_kernel::{Lifecycle, Step};

/// Which verbs answer which kind of thing.
pub const RESPONSES: &[(&str, &[&str])] = &[
    ("action", &["accept", "refuse", "finish"]),
    ("bottleneck", &["answer", "refuse"]),
    ("question", &["answer", "ask-too"]),
];

const fn step(from: &'static str, verb: &'static str, to: &'static str) -> Step {
    Step { from, verb, to }
}

/// Every permitted step; the empty standing is "nothing said yet". Who refused may think better of
/// it, who accepted may have to refuse after all; an answer is given again when more is known.
pub const LIFE: Lifecycle = Lifecycle(&[
    step("", "accept", "accepted"),
    step("", "refuse", "refused"),
    step("", "finish", "finished"),
    step("", "answer", "answered"),
    step("", "ask-too", "asked-too"),
    step("accepted", "finish", "finished"),
    step("accepted", "refuse", "refused"),
    step("refused", "accept", "accepted"),
    step("refused", "answer", "answered"),
    step("answered", "answer", "answered"),
    step("answered", "refuse", "refused"),
    step("asked-too", "answer", "answered"),
]);
