// SPDX-License-Identifier: EUPL-1.2
//! Which paragraph of one's own plans an activity seems to belong to: by the words that both use.
//! A suggestion fills a form; a person decides.

use std::collections::{BTreeMap, BTreeSet};

use paraat_contract::Row;

/// Words that say nothing about the subject: function words of Dutch, and those that stand in
/// nearly every paragraph of such a plan.
const STOP: &[&str] = &[
    "aan",
    "alle",
    "als",
    "bij",
    "binnen",
    "dan",
    "dat",
    "deze",
    "die",
    "dit",
    "door",
    "een",
    "elk",
    "gaat",
    "heeft",
    "het",
    "hoe",
    "hun",
    "in",
    "is",
    "kan",
    "kunnen",
    "meer",
    "met",
    "mogelijk",
    "naar",
    "nederland",
    "niet",
    "nog",
    "of",
    "om",
    "ook",
    "op",
    "over",
    "regio",
    "samen",
    "te",
    "tot",
    "tussen",
    "uit",
    "van",
    "veiligheidsregio",
    "verder",
    "voor",
    "waar",
    "wat",
    "we",
    "welke",
    "werken",
    "wij",
    "worden",
    "wordt",
    "zijn",
    "zoals",
    "zodat",
    "and",
    "for",
    "from",
    "the",
    "with",
];
/// Shared stems from which a suggestion is worth making: one word is chance.
const ENOUGH: usize = 2;

/// Paragraphs by the stems they use.
pub struct Paragraphs<'a> {
    rows: Vec<&'a Row>,
    by_stem: BTreeMap<String, Vec<usize>>,
}

impl<'a> Paragraphs<'a> {
    /// Reads every paragraph once.
    pub fn of(rows: &'a [Row]) -> Self {
        let mut by_stem: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (row, at) in rows.iter().zip(0..) {
            for stem in stems(row.text("heading")) {
                by_stem.entry(stem).or_default().push(at);
            }
        }
        Self {
            rows: rows.iter().collect(),
            by_stem,
        }
    }

    /// The paragraph that shares most with these texts, when it shares enough. A stem counts less
    /// the more paragraphs use it; among equals the first in the plan wins.
    pub fn nearest(&self, texts: &[&str]) -> Option<&'a Row> {
        let wanted: BTreeSet<String> = texts.iter().flat_map(|text| stems(text)).collect();
        let mut scores: BTreeMap<usize, (usize, u64)> = BTreeMap::new();
        for stem in &wanted {
            let used = self.by_stem.get(stem).map_or(&[][..], Vec::as_slice);
            let weight = 1_000 / u64::try_from(used.len()).unwrap_or(u64::MAX).max(1);
            for at in used {
                let (shared, score) = scores.entry(*at).or_default();
                *shared += 1;
                *score += weight;
            }
        }
        let enough = scores
            .into_iter()
            .filter(|(_, (shared, _))| *shared >= ENOUGH);
        let best = enough.max_by_key(|(at, (_, score))| (*score, std::cmp::Reverse(*at)));
        best.and_then(|(at, _)| self.rows.get(at).copied())
    }
}

/// The stems of the words of a text that say something.
fn stems(text: &str) -> BTreeSet<String> {
    let folded: String = text.to_lowercase().chars().map(plain).collect();
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2 && !STOP.contains(word))
        .map(stem)
        .collect()
}

/// A letter without its mark.
fn plain(c: char) -> char {
    match c {
        'á' | 'à' | 'ä' | 'â' => 'a',
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'í' | 'ì' | 'ï' | 'î' => 'i',
        'ó' | 'ò' | 'ö' | 'ô' => 'o',
        'ú' | 'ù' | 'ü' | 'û' => 'u',
        c => c,
    }
}

/// A word without its ending, far enough to bring singular and plural together: `risico's` and
/// `risico`, `plannen` and `plan`, `crises` and `crisis`.
fn stem(word: &str) -> String {
    let long = |rest: &&str| rest.chars().count() >= 3;
    let cut = ["en", "es", "is", "e", "s"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(long))
        .unwrap_or(word);
    let mut letters: Vec<char> = cut.chars().collect();
    // Two equal consonants at the end stand for one: plann, plan. A doubled vowel as well: raad.
    letters.dedup();
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_have_one_stem() {
        for (one, other) in [
            ("plan", "plannen"),
            ("risico", "risicos"),
            ("crisis", "crises"),
            ("raad", "raden"),
            ("oefening", "oefeningen"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        assert_ne!(stem("oefening"), stem("opleiding"));
    }

    #[test]
    fn words_that_say_nothing_do_not_count() {
        assert!(stems("Wat wij samen voor de veiligheidsregio doen in het").len() <= 1);
        assert_eq!(stems("Coördinatie én Risico’s").len(), 2);
    }
}
