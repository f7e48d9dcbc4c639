// SPDX-License-Identifier: EUPL-1.2
//! How messages and alerts move, as data: it drives the rules, the buttons and a test that tries
//! every standing with every verb.

use paraat_kernel::{Lifecycle, Step};

const fn step(from: &'static str, verb: &'static str, to: &'static str) -> Step {
    Step { from, verb, to }
}

/// Of a message. What the public has read can be revised in quiet: they read the old text until
/// the new one is published. What was withdrawn stays withdrawn; a new message says the next thing.
pub const MESSAGE: Lifecycle = Lifecycle(&[
    step("", "draft", "draft"),
    step("", "hold", "published"),
    step("draft", "publish", "published"),
    step("draft", "revise", "draft"),
    step("draft", "translate", "draft"),
    step("draft", "withdraw", "withdrawn"),
    step("published", "publish", "published"),
    step("published", "revise", "published"),
    step("published", "translate", "published"),
    step("published", "withdraw", "withdrawn"),
]);

/// Of an alert, as in practice: nothing is called sent before those who send it say so. A text
/// that changes after the order needs a new order; what was handed over is updated by handing over
/// again.
pub const ALERT: Lifecycle = Lifecycle(&[
    step("", "draft", "drafted"),
    step("drafted", "order", "ordered"),
    step("drafted", "revise", "drafted"),
    step("drafted", "withdraw", "withdrawn"),
    step("ordered", "review", "ordered"),
    step("ordered", "hand-over", "handed-over"),
    step("ordered", "object", "drafted"),
    step("ordered", "revise", "drafted"),
    step("ordered", "withdraw", "withdrawn"),
    step("handed-over", "confirm", "confirmed"),
    step("handed-over", "revise", "drafted"),
    step("handed-over", "withdraw", "withdrawn"),
    step("confirmed", "revise", "drafted"),
    step("confirmed", "withdraw", "withdrawn"),
    step("withdrawn", "confirm", "withdrawn"),
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_sent_before_they_say_so_and_nothing_is_handed_over_without_an_order() {
        for step in ALERT.0 {
            assert_eq!(
                step.to == "confirmed",
                step.verb == "confirm" && step.from != "withdrawn"
            );
            if step.verb == "hand-over" {
                assert_eq!(step.from, "ordered");
            }
            if step.from == "withdrawn" {
                assert_eq!(step.to, "withdrawn", "what was withdrawn stays so");
            }
        }
    }
}
