// SPDX-License-Identifier: EUPL-1.2
//! What words are found by: themselves, their stems, and one of what is asked as more.

use std::collections::BTreeSet;

use frostem::{Algorithm, Stemmer};

/// How many words of a query are looked at.
const MOST_WORDS: usize = 12;

/// The words of a text. An apostrophe is no border of a word: `risico's` is the word `risicos`.
fn words(text: &str) -> Vec<String> {
    let whole = text.replace(['\'', '’', '‘', 'ʼ', '`'], "");
    let words = whole.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// What a word is found by besides itself: its stem, and without the `s` that makes a plural after
/// a vowel (`risico's`, `regio's`), which the stemmer leaves.
fn forms(stemmer: &Stemmer, word: &str) -> BTreeSet<String> {
    let single = word
        .strip_suffix('s')
        .filter(|single| single.len() > 2 && single.ends_with(['a', 'i', 'o', 'u', 'y']));
    let mut forms = BTreeSet::from([stemmer.stem(word).into_owned()]);
    forms.extend(single.map(str::to_owned));
    forms.extend(single.map(|single| stemmer.stem(single).into_owned()));
    forms.remove(word);
    forms
}

/// Each word as it stands, and its other forms: all are found.
pub(crate) fn indexed(stemmer: &Stemmer, texts: &[&str]) -> String {
    let mut out = String::new();
    let mut seen = BTreeSet::new();
    for word in texts.iter().flat_map(|text| words(text)) {
        out.push_str(&word);
        out.push(' ');
        for form in forms(stemmer, &word) {
            if seen.insert(form.clone()) {
                out.push_str(&form);
                out.push(' ');
            }
        }
    }
    out
}

/// The question for FTS5: every word must be found, as it begins or by its stem. Only letters and
/// digits come through, between quotes: no operator can be typed.
pub(crate) fn question(text: &str) -> Option<String> {
    let stemmer = Stemmer::new(Algorithm::Dutch);
    let part = |word: String| {
        let forms = forms(&stemmer, &word).into_iter();
        let forms: String = forms.map(|form| format!(" OR \"{form}\"")).collect();
        format!("(\"{word}\"*{forms})")
    };
    let parts: Vec<String> = words(text).into_iter().take(MOST_WORDS).map(part).collect();
    if parts.is_empty() {
        None
    } else {
        Some(parts.join(" AND "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_that_are_typed_are_words() {
        let asked = question("NEAR(a b) OR \"x* -y").unwrap();
        assert!(
            asked.starts_with("(\"near\"*) AND (\"a\"*) AND (\"b\"*)"),
            "{asked}"
        );
        assert_eq!(question("  *()\" "), None);
    }

    #[test]
    fn one_and_more_of_a_thing_are_found_by_each_other() {
        let stemmer = Stemmer::new(Algorithm::Dutch);
        let tokens = |text: &str| {
            let text = indexed(&stemmer, &[text]);
            text.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        for text in ["risico", "risicos", "risico's", "risico’s"] {
            let index = tokens(text);
            for asked in ["risico", "risicos", "risico's", "Risico’s"] {
                let [word] = <[String; 1]>::try_from(words(asked)).unwrap();
                let begins = index.iter().any(|token| token.starts_with(&word));
                let mut forms = forms(&stemmer, &word).into_iter();
                assert!(
                    begins || forms.any(|form| index.contains(&form)),
                    "{asked} in {text}"
                );
            }
        }
        // What ends so of itself is still found as it is written.
        assert!(tokens("crisis").contains(&"crisis".to_owned()));
    }
}
