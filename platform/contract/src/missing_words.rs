// SPDX-License-Identifier: EUPL-1.2
//! The words that a module wants, so that a test finds those that are missing.

use std::collections::BTreeSet;

use paraat_kernel::Language;
use paraat_ui::field::Shape;
use paraat_ui::words::{PLATFORM, Words, kebab};

use crate::Module;

/// What is wrong with the words of a module, a line each: keys that its menu, pages, verbs, fields
/// and choices want and a language has not, and keys that only one of the languages has. Empty
/// when all is well; a source that cannot be read is a line too.
pub fn missing_words(module: &Module) -> Vec<String> {
    let words = match Words::new(&[PLATFORM, module.words].concat()) {
        Ok(words) => words,
        Err(bad) => return vec![format!("{}: {bad}", module.name)],
    };
    let of = |language| -> BTreeSet<String> {
        let keys = words.keys(language).into_iter();
        keys.map(str::to_owned).collect()
    };
    let mut wanted = wanted(module);
    wanted.extend(Language::ALL.into_iter().flat_map(of));
    let missing = Language::ALL.into_iter().flat_map(|language| {
        let has = of(language);
        let lacking = wanted.difference(&has);
        lacking
            .map(|key| format!("{}: {key}", language.code()))
            .collect::<Vec<_>>()
    });
    missing.collect()
}

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
