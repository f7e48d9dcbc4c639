// SPDX-License-Identifier: EUPL-1.2
//! A life cycle as a const table: it drives the rules, the buttons, the docs and a test that
//! tries every state with every verb.

/// One permitted step: in state `from`, `verb` leads to `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The state it starts from.
    pub from: &'static str,
    /// The verb that takes it.
    pub verb: &'static str,
    /// The state it leads to.
    pub to: &'static str,
}

/// All permitted steps of one kind of stream. What is not listed is refused.
#[derive(Debug, Clone, Copy)]
pub struct Lifecycle(pub &'static [Step]);

impl Lifecycle {
    /// True when `verb` may be used in state `from`.
    ///
    /// ```
    /// use paraat_kernel::{Lifecycle, Step};
    /// const LIFE: Lifecycle = Lifecycle(&[Step { from: "open", verb: "close", to: "closed" }]);
    /// assert!(LIFE.allows("open", "close"));
    /// assert!(!LIFE.allows("closed", "close"));
    /// ```
    pub fn allows(&self, from: &str, verb: &str) -> bool {
        self.0
            .iter()
            .any(|step| step.from == from && step.verb == verb)
    }

    /// True when some step with `verb` leads from `from` to `to`.
    pub fn leads(&self, from: &str, verb: &str, to: &str) -> bool {
        self.0
            .iter()
            .any(|step| step.from == from && step.verb == verb && step.to == to)
    }

    /// The verbs that may be used in state `from`, in the order of the table, each once.
    pub fn verbs(&self, from: &str) -> Vec<&'static str> {
        let mut verbs = Vec::new();
        for step in self.0.iter().filter(|step| step.from == from) {
            if !verbs.contains(&step.verb) {
                verbs.push(step.verb);
            }
        }
        verbs
    }
}
