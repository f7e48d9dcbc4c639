// SPDX-License-Identifier: EUPL-1.2
//! Several things wanted at once: from a file, or a verb done for all that was ticked.

use std::collections::BTreeSet;

use crate::{Intent, Receipt, Refused};

/// What of several intents is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Nothing: they are only tried, and leave no trace.
    Nothing,
    /// All of them, or nothing when one is refused.
    All,
}

/// What came of several intents. They were decided in their order, each knowing what those before
/// it did, in one transaction.
#[derive(Debug, Clone, PartialEq)]
pub struct Together {
    /// One an intent.
    pub outcomes: Vec<Result<Receipt, Refused>>,
    /// True when what was taken is recorded, and the disk has it.
    pub kept: bool,
}

/// One intent for each thing that stands in a field that may hold several, divided by commas. A
/// thing twice counts once. What stands behind an `@` is the version of it that was seen, for verbs
/// that are exact. Each gets a key of its own, so that the same request again is answered.
pub fn one_of_each(intent: Intent, field: &str) -> Vec<Intent> {
    let whole = intent.typed.get(field).to_owned();
    let things = whole.split(',').map(str::trim).filter(|it| !it.is_empty());
    let things: Vec<(&str, Option<u64>)> = things.map(thing).collect();
    match things.as_slice() {
        [] => vec![intent],
        [(one, seen)] => {
            let seen = seen.or(intent.seen);
            let typed = intent.typed.clone().with(field, *one);
            vec![Intent {
                typed,
                seen,
                ..intent
            }]
        }
        several => {
            let mut known = BTreeSet::new();
            let new = several.iter().filter(|(one, _)| known.insert(*one));
            let each = new.map(|(one, seen)| Intent {
                typed: intent.typed.clone().with(field, *one),
                seen: *seen,
                key: intent.key.as_ref().map(|key| format!("{key}/{one}")),
                ..intent.clone()
            });
            each.collect()
        }
    }
}

/// An address and the version behind it.
fn thing(text: &str) -> (&str, Option<u64>) {
    let divided = text.split_once('@');
    let read = divided.and_then(|(one, seen)| Some((one, Some(seen.parse().ok()?))));
    read.unwrap_or((text, None))
}

#[cfg(test)]
mod tests {
    use paraat_authority::Audience;
    use paraat_kernel::Language;
    use paraat_ui::field::Typed;

    use super::*;

    fn intent(things: &str, seen: Option<u64>) -> Intent {
        Intent {
            module: "m".to_owned(),
            kind: "k".to_owned(),
            verb: "v".to_owned(),
            target: None,
            typed: Typed::default().with("of", things).with("why", "so"),
            seen,
            key: Some("key".to_owned()),
            actor: None,
            audience: Audience::public(Language::Nl, "UTC"),
        }
    }

    fn each(things: &str, seen: Option<u64>) -> Vec<(String, Option<u64>, String)> {
        let each = one_of_each(intent(things, seen), "of").into_iter();
        each.map(|it| {
            assert_eq!(it.typed.get("why"), "so");
            (it.typed.get("of").to_owned(), it.seen, it.key.unwrap())
        })
        .collect()
    }

    fn said(of: &str, seen: Option<u64>, key: &str) -> (String, Option<u64>, String) {
        (of.to_owned(), seen, key.to_owned())
    }

    #[test]
    fn each_thing_has_its_version_and_its_key() {
        let two = [
            said("a.1", Some(3), "key/a.1"),
            said("b.2", None, "key/b.2"),
        ];
        assert_eq!(each("a.1@3, b.2,a.1,", Some(9)), two);
    }

    #[test]
    fn one_thing_or_none_is_an_intent_as_any_other() {
        assert_eq!(each("a.1", Some(9)), [said("a.1", Some(9), "key")]);
        assert_eq!(each("a.1@3", Some(9)), [said("a.1", Some(3), "key")]);
        assert_eq!(each("", Some(9)), [said("", Some(9), "key")]);
        assert_eq!(each("a@x", None), [said("a@x", None, "key")]);
    }
}
