// SPDX-License-Identifier: EUPL-1.2
//! What an API token may be used for.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// So many modules a token may name.
const MODULES: usize = 50;

/// What stands before the name of a sealed compartment.
const SEALED: &str = "sealed:";

/// A set of `read`, `write`, names of modules and, behind `sealed:`, of sealed compartments.
/// Without a module every module is meant; without `read` or `write` the token opens nothing, and
/// nothing sealed without a compartment. A scope only narrows what the account may do, it never
/// widens it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scopes {
    read: bool,
    write: bool,
    modules: BTreeSet<String>,
    compartments: BTreeSet<String>,
}

/// A word that is no scope.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a scope: {0:?}")]
pub struct BadScope(pub String);

impl Scopes {
    /// Reading and writing in every module: as the account itself.
    pub fn everything() -> Self {
        Self {
            read: true,
            write: true,
            ..Self::default()
        }
    }

    /// Reading in every module.
    pub fn reading() -> Self {
        Self {
            read: true,
            ..Self::default()
        }
    }

    /// True when the token may read in this module.
    pub fn may_read(&self, module: &str) -> bool {
        self.read && self.names(module)
    }

    /// True when the token may write in this module.
    pub fn may_write(&self, module: &str) -> bool {
        self.write && self.names(module)
    }

    /// True when it names no module, so that what belongs to none is open to it too.
    pub fn is_unlimited(&self) -> bool {
        self.modules.is_empty()
    }

    /// The sealed compartments that it may open, when its account may.
    pub fn compartments(&self) -> &BTreeSet<String> {
        &self.compartments
    }

    fn names(&self, module: &str) -> bool {
        self.modules.is_empty() || self.modules.contains(module)
    }
}

fn is_module(word: &str) -> bool {
    (1..=40).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}

/// Words with spaces between, as in OAuth 2.0 (RFC 6749, 3.3).
impl FromStr for Scopes {
    type Err = BadScope;

    fn from_str(text: &str) -> Result<Self, BadScope> {
        let mut scopes = Self::default();
        for word in text.split_ascii_whitespace() {
            match word {
                "read" => scopes.read = true,
                "write" => scopes.write = true,
                sealed
                    if sealed.strip_prefix(SEALED).is_some_and(is_module)
                        && scopes.compartments.len() < MODULES =>
                {
                    scopes
                        .compartments
                        .extend(sealed.strip_prefix(SEALED).map(str::to_owned));
                }
                module if is_module(module) && scopes.modules.len() < MODULES => {
                    scopes.modules.insert(module.to_owned());
                }
                other => return Err(BadScope(other.chars().take(60).collect())),
            }
        }
        if scopes.read || scopes.write {
            Ok(scopes)
        } else {
            Err(BadScope(String::new()))
        }
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rights = [("read", self.read), ("write", self.write)];
        let rights = rights
            .into_iter()
            .filter(|(_name, on)| *on)
            .map(|(name, _on)| name);
        let sealed = self.compartments.iter().map(|it| format!("{SEALED}{it}"));
        let words: Vec<String> = rights
            .map(str::to_owned)
            .chain(self.modules.iter().cloned())
            .chain(sealed)
            .collect();
        f.write_str(&words.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_read_back_and_only_narrow() {
        let scopes: Scopes = "agenda read incident".parse().unwrap();
        assert_eq!(scopes.to_string(), "read agenda incident");
        assert!(scopes.may_read("agenda") && !scopes.may_write("agenda"));
        assert!(!scopes.may_read("registers") && !scopes.is_unlimited());
        assert!(Scopes::everything().may_write("registers"));
        assert!(!Scopes::reading().may_write("agenda"));
    }

    #[test]
    fn a_compartment_is_named_or_it_is_not_opened() {
        let scopes: Scopes = "sealed:medical read".parse().unwrap();
        assert_eq!(scopes.to_string(), "read sealed:medical");
        assert!(scopes.is_unlimited() && scopes.compartments().contains("medical"));
        assert!(Scopes::everything().compartments().is_empty());
        for bad in ["sealed:medical", "read sealed:", "read sealed:a:b"] {
            assert!(bad.parse::<Scopes>().is_err(), "{bad}");
        }
    }

    #[test]
    fn what_opens_nothing_is_no_set_of_scopes() {
        for bad in ["", "  ", "agenda", "read Agenda", "read a/b", "write é"] {
            assert!(bad.parse::<Scopes>().is_err(), "{bad}");
        }
    }
}
