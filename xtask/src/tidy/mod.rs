// SPDX-License-Identifier: EUPL-1.2
//! House style as a test. Each rule is a function from the tree of files to findings; the only
//! way around one is a line with a reason in `xtask/tidy-exceptions.txt`.

mod banned;
mod changelog;
mod exceptions;
mod headers;
mod hosts;
mod invariants;
mod levels;
mod manifest;
mod proof;
mod pure;
mod reach;
mod rooms;
mod rust;
mod sizes;
#[cfg(test)]
mod tests;
mod tree;
mod twins;
mod words;

use std::fmt;

pub use tree::{File, Tree};

/// Something that is not as the house wants it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Path from the top of the working copy.
    pub path: String,
    /// Line, counted from 1; 0 when it is about the whole file.
    pub line: usize,
    /// Name of the rule, as exceptions name it.
    pub rule: &'static str,
    /// What is wrong and what to do instead.
    pub text: String,
}

impl Finding {
    /// A finding at a line (0 for the whole file).
    pub fn new(rule: &'static str, path: &str, line: usize, text: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line,
            rule,
            text: text.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            line,
            rule,
            text,
            ..
        } = self;
        match line {
            0 => write!(f, "{path}: {rule}: {text}"),
            _ => write!(f, "{path}:{line}: {rule}: {text}"),
        }
    }
}

/// Every rule of the house.
const RULES: &[fn(&Tree) -> Vec<Finding>] = &[
    levels::check,
    pure::check,
    rooms::check,
    proof::check,
    sizes::check,
    headers::check,
    reach::check,
    banned::check,
    twins::check,
    words::check,
    changelog::check,
    invariants::check,
    hosts::check,
];

/// All findings that no exception covers, and exceptions that cover nothing, in order of path.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let findings = RULES.iter().flat_map(|rule| rule(tree)).collect();
    let mut findings = exceptions::apply(tree, findings);
    findings.sort();
    findings
}
