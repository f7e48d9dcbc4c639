// SPDX-License-Identifier: EUPL-1.2
//! The words on screen, kept in Fluent files apart from the code. The platform has its own file
//! per language, and every module adds one; a key means the same everywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use paraat_kernel::Language;
use unic_langid::LanguageIdentifier;

/// The words of the platform itself, to be given to [`Words::new`] together with the modules'.
pub const PLATFORM: &[(Language, &str)] = &[
    (Language::Nl, include_str!("../words/nl.ftl")),
    (Language::En, include_str!("../words/en.ftl")),
];

/// What is wrong with a file of words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadWords {
    /// A line does not read as Fluent.
    #[error("words in {language}, source {source_number}, line {line}: {what}")]
    Line {
        /// Language of the source.
        language: &'static str,
        /// Which source it is, counted from 1 within its language.
        source_number: usize,
        /// Line in that source, counted from 1.
        line: usize,
        /// What the reader of the file says.
        what: String,
    },
    /// Two sources, or one source twice, give the same key.
    #[error("words in {language}: the key {key} stands there twice")]
    Twice {
        /// Language of the sources.
        language: &'static str,
        /// The key.
        key: String,
    },
}

struct Book {
    bundle: FluentBundle<Arc<FluentResource>>,
    sources: Vec<Arc<FluentResource>>,
}

/// All words, in every language. Made once at start and shared by all threads.
pub struct Words {
    books: BTreeMap<Language, Book>,
}

impl Words {
    /// Reads and merges the sources. A key may stand only once per language.
    pub fn new(sources: &[(Language, &str)]) -> Result<Self, BadWords> {
        let mut books = BTreeMap::new();
        for language in Language::ALL {
            let own = sources
                .iter()
                .filter(|(of, _)| *of == language)
                .map(|(_, source)| *source);
            books.insert(language, Book::read(language, own)?);
        }
        Ok(Self { books })
    }

    /// The text of a key; Dutch where the language has none, `«key»` where nobody has one.
    pub fn say(&self, language: Language, key: &str) -> String {
        self.say_with(language, key, &[])
    }

    /// The text of a key with the named values filled in. A value that is a whole number also
    /// selects plural forms.
    pub fn say_with(&self, language: Language, key: &str, values: &[(&str, String)]) -> String {
        self.find(language, key, values)
            .unwrap_or_else(|| format!("«{key}»"))
    }

    /// The text of a key when there is one, in this language or else in Dutch.
    pub fn find(&self, language: Language, key: &str, values: &[(&str, String)]) -> Option<String> {
        let of = |language| self.books.get(&language)?.text(key, values);
        of(language).or_else(|| of(Language::Nl))
    }

    /// Every key of a language, sorted, without fallback: for tests of coverage.
    pub fn keys(&self, language: Language) -> Vec<&str> {
        self.books
            .get(&language)
            .map(Book::keys)
            .unwrap_or_default()
    }

    /// The words in one language, as widgets take them.
    pub fn voice(&self, language: Language) -> Voice<'_> {
        Voice {
            words: self,
            language,
        }
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").finish_non_exhaustive()
    }
}

impl Book {
    fn read<'a>(
        language: Language,
        sources: impl Iterator<Item = &'a str>,
    ) -> Result<Self, BadWords> {
        let code = language.code();
        let locale: LanguageIdentifier = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Isolation marks around values would travel into titles, e-mail and copied text.
        bundle.set_use_isolating(false);
        let mut keys = BTreeSet::new();
        let mut read = Vec::new();
        for (index, source) in sources.enumerate() {
            let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
                let first = errors.first();
                let before = first.map_or(0, |error| error.pos.start);
                let breaks = source.bytes().take(before).filter(|b| *b == b'\n').count();
                BadWords::Line {
                    language: code,
                    source_number: index + 1,
                    line: breaks + 1,
                    what: first.map_or_else(String::new, |error| error.kind.to_string()),
                }
            })?;
            for entry in resource.entries() {
                if let Entry::Message(message) = entry
                    && !keys.insert(message.id.name.to_owned())
                {
                    return Err(BadWords::Twice {
                        language: code,
                        key: message.id.name.to_owned(),
                    });
                }
            }
            let resource = Arc::new(resource);
            bundle.add_resource_overriding(Arc::clone(&resource));
            read.push(resource);
        }
        Ok(Self {
            bundle,
            sources: read,
        })
    }

    fn keys(&self) -> Vec<&str> {
        let entries = self.sources.iter().flat_map(|source| source.entries());
        let keys = entries.filter_map(|entry| match entry {
            Entry::Message(message) => Some(message.id.name),
            _ => None,
        });
        let mut keys: Vec<&str> = keys.collect();
        keys.sort_unstable();
        keys
    }

    fn text(&self, key: &str, values: &[(&str, String)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            arguments.set((*name).to_owned(), argument(value));
        }
        // A value that is missing shows as `{$name}`: better than nothing, and tests see it.
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&arguments), &mut errors);
        Some(text.into_owned())
    }
}

fn argument(value: &str) -> FluentValue<'static> {
    // Only a number that prints as it was given counts as one: `04` stays text.
    match value.parse::<i32>() {
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value.to_owned()),
    }
}

/// The words in one language.
#[derive(Debug, Clone, Copy)]
pub struct Voice<'a> {
    /// All words.
    pub words: &'a Words,
    /// The language of the page.
    pub language: Language,
}

impl Voice<'_> {
    /// See [`Words::say`].
    pub fn say(&self, key: &str) -> String {
        self.words.say(self.language, key)
    }

    /// See [`Words::say_with`].
    pub fn with(&self, key: &str, values: &[(&str, String)]) -> String {
        self.words.say_with(self.language, key, values)
    }

    /// The text of a key that need not exist.
    pub fn find(&self, key: &str) -> Option<String> {
        self.words.find(self.language, key, &[])
    }

    /// What a field of a verb is called; see [`field_keys`].
    pub fn field(&self, of: (&str, &str, &str), field: &str) -> Option<String> {
        field_keys(of, field).iter().find_map(|key| self.find(key))
    }

    /// What a choice of a field is called; see [`choice_keys`].
    pub fn choice(&self, of: (&str, &str), field: &str, word: &str) -> Option<String> {
        choice_keys(of, field, word)
            .iter()
            .find_map(|key| self.find(key))
    }
}

/// The keys of a field's name, of which the first that has words counts: of its module, kind and
/// verb, else of the whole module, for what many verbs ask alike.
pub fn field_keys((module, kind, verb): (&str, &str, &str), field: &str) -> [String; 2] {
    let field = kebab(field);
    [
        format!("{module}-{kind}-{verb}-{field}"),
        format!("{module}-field-{field}"),
    ]
}

/// The keys of a choice in a field, of which the first that has words counts: of its module and
/// kind, else of the whole module, for a vocabulary that many kinds share.
pub fn choice_keys((module, kind): (&str, &str), field: &str, word: &str) -> [String; 2] {
    let (field, word) = (kebab(field), kebab(word));
    [
        format!("{module}-{kind}-{field}-{word}"),
        format!("{module}-{field}-{word}"),
    ]
}

/// A camelCase name as it stands in a key: `evidenceLink` is `evidence-link`.
pub fn kebab(name: &str) -> String {
    let mut key = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            key.push('-');
        }
        key.push(letter.to_ascii_lowercase());
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared<T: Send + Sync>(_: &T) {}

    #[test]
    fn sources_are_merged_and_the_values_filled_in() {
        let words = Words::new(&[
            (Language::Nl, "one = Een { $name }\n"),
            (
                Language::Nl,
                "two = { $count ->\n    [one] één\n   *[other] { $count } stuks\n }\n",
            ),
            (Language::En, "one = One { $name }\n"),
        ])
        .unwrap();
        shared(&words);
        let name = [("name", "04".to_owned())];
        assert_eq!(words.say_with(Language::En, "one", &name), "One 04");
        let count = |n: &str| words.say_with(Language::Nl, "two", &[("count", n.to_owned())]);
        assert_eq!((count("1"), count("12")), ("één".into(), "12 stuks".into()));
        assert_eq!(words.say(Language::En, "three"), "«three»");
        let fallen = words.say_with(Language::En, "two", &[("count", "1".to_owned())]);
        assert_eq!(fallen, "één");
    }

    #[test]
    fn a_key_that_stands_twice_is_named() {
        let bad = Words::new(&[(Language::Nl, "a = x\n"), (Language::Nl, "b = y\na = z\n")]);
        assert_eq!(
            bad.unwrap_err().to_string(),
            "words in nl: the key a stands there twice"
        );
    }

    #[test]
    fn a_line_that_does_not_read_is_named() {
        let bad = Words::new(&[(Language::En, "a = x\nb = { $\nc = z\n")]).unwrap_err();
        assert!(
            matches!(
                bad,
                BadWords::Line {
                    language: "en",
                    line: 2,
                    ..
                }
            ),
            "{bad}"
        );
    }

    #[test]
    fn the_platform_says_the_same_in_both_languages() {
        let words = Words::new(PLATFORM).unwrap();
        assert_eq!(words.keys(Language::Nl), words.keys(Language::En));
        assert!(words.keys(Language::Nl).len() > 100);
    }

    #[test]
    fn every_reason_of_a_field_has_its_sentence() {
        use crate::field::Reason;
        let words = Words::new(PLATFORM).unwrap();
        let reasons = [
            Reason::Missing,
            Reason::TooLong {
                typed: 12,
                most: 10,
            },
            Reason::NotAChoice {
                choices: &["a", "b"],
            },
            Reason::NotAnAddress,
            Reason::NotAnOrganisation,
            Reason::NotAMoment,
            Reason::NotAWhole(1, 9),
            Reason::NotALink,
            Reason::NotAFile,
            Reason::ControlCharacter,
            Reason::Unknown,
            Reason::Said("Kies iets anders.".to_owned()),
            Reason::WrongType,
        ];
        for reason in reasons {
            for language in Language::ALL {
                let said = words.say_with(language, reason.key(), &reason.arguments());
                assert!(said.ends_with('.') && !said.contains('$'), "{said}");
            }
        }
    }

    #[test]
    fn names_of_fields_become_keys() {
        assert_eq!(kebab("evidenceLink"), "evidence-link");
        assert_eq!(kebab("status"), "status");
    }
}
