// SPDX-License-Identifier: EUPL-1.2
//! The words that a module wants, so that a test finds those that are missing.

use std::collections::BTreeSet;

use paraat_kernel::Language;
use paraat_ui::field::Shape;
use paraat_ui::words::{PLATFORM, Words, choice_keys, field_keys};

use crate::{Holds, List, Module};

/// What is wrong with the words of a module, a line each: keys that its menu, pages, verbs, fields,
/// choices and lists want and a language has not, keys that only one of the languages has, and
/// lists with two columns of one heading. Empty when all is well; a source that cannot be read is a
/// line too.
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
    let all = Language::ALL.into_iter().flat_map(of);
    wanted.extend(all.map(|key| vec![key]));
    let missing = Language::ALL.into_iter().flat_map(|language| {
        let has = of(language);
        let lacking = wanted
            .iter()
            .filter(|keys| !keys.iter().any(|key| has.contains(key)));
        lacking
            .map(|keys| format!("{}: {}", language.code(), keys.join(" or ")))
            .collect::<Vec<_>>()
    });
    let doubled = lists(module).flat_map(|list| doubled(list, &words));
    missing.chain(doubled).collect()
}

fn lists(module: &Module) -> impl Iterator<Item = &'static List> {
    let lists = module.views.iter().flat_map(|view| view.lists);
    lists.copied()
}

/// A heading that two columns of a list have: a file that comes back would be read wrongly.
fn doubled(list: &List, words: &Words) -> Vec<String> {
    let mut doubled = Vec::new();
    for language in Language::ALL {
        let mut known = BTreeSet::new();
        for column in list.columns {
            let heading = words.say(language, column.label).to_lowercase();
            if !known.insert(heading.clone()) {
                doubled.push(format!(
                    "{}: {} twice {heading}",
                    language.code(),
                    list.name
                ));
            }
        }
    }
    doubled
}

/// The keys that the verbs, fields and choices of a module want: one of each of these.
fn wanted(module: &Module) -> BTreeSet<Vec<String>> {
    let mut keys = BTreeSet::new();
    let one = |key: String| vec![key];
    keys.extend(module.nav.map(|nav| one(nav.label.to_owned())));
    keys.extend(module.views.iter().map(|view| one(view.title.to_owned())));
    for list in lists(module) {
        keys.insert(one(list.title.to_owned()));
        for column in list.columns {
            keys.insert(one(column.label.to_owned()));
            if let Holds::Choice(stem, choices) | Holds::Choices(stem, choices) = column.holds {
                keys.extend(choices.iter().map(|choice| one(format!("{stem}-{choice}"))));
            }
        }
    }
    for kind in module.kinds {
        let of_kind = format!("{}-{}", module.name, kind.name());
        for verb in kind.verbs() {
            keys.insert(one(format!("{of_kind}-{}", verb.name)));
            for field in verb.fields {
                let of = (module.name, kind.name(), verb.name);
                keys.insert(field_keys(of, field.name).to_vec());
                if let Shape::Choice(choices) | Shape::Choices(choices) = field.shape {
                    let of = (module.name, kind.name());
                    let each = choices.iter();
                    keys.extend(each.map(|word| choice_keys(of, field.name, word).to_vec()));
                }
            }
        }
    }
    keys
}
