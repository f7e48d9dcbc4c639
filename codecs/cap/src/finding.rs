// SPDX-License-Identifier: EUPL-1.2
//! What is to be known about an alert that was read, or why one is not written.

use std::fmt;

use crate::guard::shown;
use crate::rule::Rule;

/// Whose rule it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Origin {
    /// The XML schema that OASIS publishes with the standard.
    Schema,
    /// The text of the standard, or what is safe.
    Standard,
}

/// How much it weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// The alert breaks a rule that it must hold.
    Error,
    /// It strains one that it should hold, or it looks like a mistake.
    Warning,
}

/// A language in which a finding can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// Dutch.
    Dutch,
    /// English.
    English,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where, as in `alert/info[1]/area[2]/polygon[1]`: elements are counted among those of their
    /// name.
    pub place: String,
    /// The line of that place in the file, from 1; 0 when it was not read from a file.
    pub line: u32,
    rule: &'static Rule,
    /// What stands there, or its name; short and on one line.
    seen: String,
}

impl Finding {
    pub(crate) fn new(rule: &'static Rule, place: impl Into<String>, seen: &str) -> Self {
        Self {
            place: place.into(),
            line: 0,
            rule,
            seen: shown(seen),
        }
    }

    /// A name for programs, which does not change.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.rule.code
    }

    /// Whose rule it is.
    #[must_use]
    pub fn origin(&self) -> Origin {
        self.rule.origin
    }

    /// How much it weighs.
    #[must_use]
    pub fn weight(&self) -> Weight {
        self.rule.weight
    }

    /// What is wrong and what to do, in a sentence without a full stop.
    #[must_use]
    pub fn sentence(&self, tongue: Tongue) -> String {
        let words = match tongue {
            Tongue::Dutch => self.rule.nl,
            Tongue::English => self.rule.en,
        };
        words.replacen("{}", &self.seen, 1)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.sentence(Tongue::English))
    }
}
