// SPDX-License-Identifier: EUPL-1.2
//! Everything on screen has its words, in Dutch and in English.

use std::collections::BTreeSet;

use paraat_contract::Module;
use paraat_incident::MODULE;
use paraat_kernel::Language;
use paraat_ui::field::Shape;
use paraat_ui::words::{PLATFORM, Words, kebab};

/// The keys that the verbs, fields and choices of a module want.
fn wanted(module: &Module) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    keys.extend(module.nav.map(|nav| nav.label.to_owned()));
    keys.extend(module.views.iter().map(|view| view.title.to_owned()));
    for kind in module.kinds {
        let of_kind = format!("{}-{}", module.name, kind.name());
        for verb in kind.verbs() {
            keys.insert(format!("{of_kind}-{}", verb.name));
            for field in verb.fields {
                let name = kebab(field.name);
                keys.insert(format!("{of_kind}-{}-{name}", verb.name));
                if let Shape::Choice(choices) | Shape::Choices(choices) = field.shape {
                    keys.extend(
                        choices
                            .iter()
                            .map(|c| format!("{of_kind}-{name}-{}", kebab(c))),
                    );
                }
            }
        }
    }
    keys
}

#[test]
fn everything_has_words_in_both_languages() {
    let words = Words::new(&[PLATFORM, MODULE.words].concat()).unwrap();
    for language in Language::ALL {
        let has: BTreeSet<String> = words
            .keys(language)
            .into_iter()
            .map(str::to_owned)
            .collect();
        let missing: Vec<_> = wanted(&MODULE).difference(&has).cloned().collect();
        assert!(missing.is_empty(), "{language:?}: {missing:?}");
    }
}

#[test]
fn both_languages_have_the_same_keys() {
    let words = Words::new(&[PLATFORM, MODULE.words].concat()).unwrap();
    assert_eq!(words.keys(Language::Nl), words.keys(Language::En));
}
