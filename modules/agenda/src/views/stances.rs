// SPDX-License-Identifier: EUPL-1.2
//! The words and signs for how an activity is taken up, each looked up once a page.

use std::collections::BTreeMap;

use paraat_contract::Scene;
use paraat_ui::widgets::{Mark, Tone, tag};
use paraat_ui::{Markup, html};

use super::coverage::{Cell, NONE, UNHEARD};

/// All of them, most first, with their shape, then the one of a whole organisation. The style sheet
/// draws the same shapes in the matrix.
const ALL: [(&str, Mark, Tone); 6] = [
    ("adopted", Mark::Dot, Tone::Good),
    ("partly", Mark::Half, Tone::Info),
    ("not-yet", Mark::Ring, Tone::Neutral),
    ("not", Mark::Cross, Tone::Neutral),
    (NONE, Mark::Square, Tone::Elevated),
    (UNHEARD, Mark::Bars, Tone::Neutral),
];

/// The words and signs of one page.
pub struct Stances {
    known: BTreeMap<&'static str, (String, Markup)>,
    old: Markup,
}

impl Stances {
    /// Looks up every word once.
    pub fn new(scene: &Scene) -> Self {
        let one = |(key, mark, tone): (&'static str, Mark, Tone)| {
            let word = scene.say(&word_key(key));
            let drawn = tag(&word, mark, tone);
            (key, (word, drawn))
        };
        let old = scene.say("agenda-translation-old");
        Self {
            known: ALL.into_iter().map(one).collect(),
            old: tag(&old, Mark::Ring, Tone::Elevated),
        }
    }

    /// The word.
    pub fn word<'a>(&'a self, key: &'a str) -> &'a str {
        self.known.get(key).map_or(key, |(word, _)| word)
    }

    /// Word, shape and colour; a stance of a newer Paraat is shown as it is written.
    pub fn sign(&self, key: &str) -> Markup {
        let known = self.known.get(key).map(|(_, drawn)| drawn.clone());
        known.unwrap_or_else(|| tag(key, Mark::Ring, Tone::Neutral))
    }

    /// The sign of a cell; nothing of what is not told.
    pub fn of(&self, cell: &Cell) -> Markup {
        html! { @if let Some(key) = cell.key() { (self.sign(key)) } }
    }

    /// Says that what was adopted is from before the activity as it stands.
    pub fn old(&self, old: bool) -> Markup {
        html! { @if old { " " (self.old) } }
    }
}

/// Every key of a cell, most first.
pub fn keys() -> impl Iterator<Item = &'static str> {
    ALL.into_iter()
        .map(|(key, ..)| key)
        .filter(|key| *key != UNHEARD)
}

/// Key of the word.
pub fn word_key(key: &str) -> String {
    match key {
        NONE | UNHEARD => format!("agenda-translation-{key}"),
        stance => format!("agenda-draft-stance-{stance}"),
    }
}
