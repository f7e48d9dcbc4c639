// SPDX-License-Identifier: EUPL-1.2
//! Text that the fonts in the binary can show. A PDF for archives must name the character behind
//! every glyph and may not hold one that no font has (ISO 19005-3, 6.2.11), so what they cannot
//! show gets the sign that says so, and is not lost in silence.

use std::collections::HashSet;

use typst::foundations::Bytes;
use typst::text::Font;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::fit::Width;
use crate::prepare::REPLACEMENT;

/// The family of the text; the others fill in what it lacks.
const FAMILY: &str = "Libertinus Serif";

/// Longest word that a line always has room for; in a narrow column one of letters only, which
/// hyphenation can break, and one of anything else.
const WORD: usize = 40;
const NARROW: usize = 16;

/// Where a longer word may be broken: at each so many characters.
const STEP: usize = 8;

/// An invisible place where a line may end.
const BREAK: char = '\u{200B}';

/// The fonts in the binary.
pub(crate) fn fonts() -> Vec<Font> {
    let files = typst_assets::fonts();
    files
        .flat_map(|file| Font::iter(Bytes::new(file)))
        .collect()
}

/// The characters that can be shown.
pub(crate) struct Glyphs {
    /// By every font of the family, alone and with marks above and below.
    family: HashSet<u32>,
    /// By some font, alone.
    any: HashSet<u32>,
}

impl Glyphs {
    /// The characters of these fonts.
    pub fn of(fonts: &[Font]) -> Self {
        let covered = |font: &Font| font.info().coverage.iter().collect::<HashSet<u32>>();
        let ours = fonts.iter().filter(|font| font.info().family == FAMILY);
        let common = ours.map(covered).reduce(|one, other| &one & &other);
        Self {
            family: common.unwrap_or_default(),
            any: fonts
                .iter()
                .flat_map(|font| font.info().coverage.iter())
                .collect(),
        }
    }

    /// Makes a text one that can be shown. `strict` is for when it could not after all: what the
    /// fonts make of a combination is known only when they have made it.
    pub fn fit(&self, text: &mut String, width: Width, strict: bool) {
        if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
            if let Some(broken) = breakable(text, width) {
                *text = broken;
            }
            return;
        }
        let mut fitted = String::with_capacity(text.len());
        for cluster in text.graphemes(true) {
            let shown = cluster.chars().filter(|char| !unseen(*char));
            let shown: String = shown.collect();
            match self.shows(&shown, strict) {
                true => fitted.push_str(&shown),
                false => fitted.push(REPLACEMENT),
            }
        }
        *text = breakable(&fitted, width).unwrap_or(fitted);
    }

    fn shows(&self, cluster: &str, strict: bool) -> bool {
        let mut chars = cluster.chars();
        match (chars.next(), chars.next()) {
            (None, _) | (Some('\n'), None) => true,
            (Some(char), None) if strict => plain(char) && self.family.contains(&u32::from(char)),
            (Some(char), None) => !private(char) && self.any.contains(&u32::from(char)),
            _ if strict => false,
            _ => cluster
                .chars()
                .all(|char| self.family.contains(&u32::from(char))),
        }
    }
}

/// Letters and signs that are one glyph whatever stands beside them.
fn plain(char: char) -> bool {
    matches!(char, ' '..='~' | '\u{A0}'..='\u{17F}' | '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '€')
}

/// Characters without a meaning that everybody knows, which an archive does not take.
fn private(char: char) -> bool {
    matches!(char, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

/// Characters that have no glyph of their own: they choose one or join two, in fonts that we do
/// not have.
fn unseen(char: char) -> bool {
    matches!(char,
        '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The text with places to break words that would run out of their line; none when there is no
/// such word.
fn breakable(text: &str, width: Width) -> Option<String> {
    let most = match width {
        Width::Line => WORD,
        Width::Narrow => NARROW,
    };
    if !text
        .split(char::is_whitespace)
        .any(|word| is_long(word, most))
    {
        return None;
    }
    let mut broken = String::with_capacity(text.len() * 2);
    for word in text.split_inclusive(char::is_whitespace) {
        match is_long(word.trim_end(), most) {
            true => with_breaks(word, most, &mut broken),
            false => broken.push_str(word),
        }
    }
    Some(broken)
}

/// True for a word that has no place to break for longer than its kind may, and for a web address
/// and the like: a word of parts with signs between them.
fn is_long(word: &str, most: usize) -> bool {
    let mut parts = word.trim_matches(sign).split(sign);
    word.split(char::is_alphanumeric)
        .any(|part| long(part, most))
        || parts.clone().any(|part| long(part, most))
        || (word.len() > most && parts.nth(1).is_some())
}

fn long(part: &str, most: usize) -> bool {
    let length = part.chars().count();
    length > WORD || (length > most && !part.chars().all(letter))
}

/// Signs that stand between the parts of a word; an apostrophe is within one.
fn sign(char: char) -> bool {
    !char.is_alphanumeric() && !apostrophe(char)
}

fn letter(char: char) -> bool {
    char.is_alphabetic() || apostrophe(char)
}

fn apostrophe(char: char) -> bool {
    matches!(char, '\'' | '’')
}

/// A place to break after each sign with a part behind it, and at each step within what is long.
fn with_breaks(word: &str, most: usize, broken: &mut String) {
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let kind = sign(first);
        let end = rest.find(|char| sign(char) != kind).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        let inner = kind && rest.len() < word.len() && after.starts_with(char::is_alphanumeric);
        for (index, cluster) in part.graphemes(true).enumerate() {
            if index > 0 && index % STEP == 0 && long(part, most) {
                broken.push(BREAK);
            }
            broken.push_str(cluster);
        }
        if inner {
            broken.push(BREAK);
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitted(text: &str, strict: bool) -> String {
        let mut text = text.to_owned();
        Glyphs::of(&fonts()).fit(&mut text, Width::Narrow, strict);
        text
    }

    #[test]
    fn what_people_here_write_is_shown() {
        let text = "Één coördinator: ‘ja’ – € 5,00 … ≥ 3 m³, Curaçao, ñ, ✓ → •\nnieuwe regel";
        assert_eq!(fitted(text, false), text);
    }

    #[test]
    fn what_no_font_has_is_said_to_be_there() {
        assert_eq!(fitted("a 漢字 b 👩‍🚒 c \u{E001}", false), "a �� b � c �");
    }

    #[test]
    fn strict_keeps_letters_and_nothing_that_combines() {
        assert_eq!(fitted("é e\u{301} ✓ – €", true), "é � � – €");
    }

    #[test]
    fn long_words_can_be_broken_and_ordinary_ones_are_whole() {
        let text = "(hypotheekrenteaftrekregelingen), veiligheidsregio's; JenV 2026-11-25";
        assert_eq!(fitted(text, false), text);
        let mut reference = "JenV-2026-11-0417/agenda".to_owned();
        Glyphs::of(&fonts()).fit(&mut reference, Width::Line, false);
        assert!(
            !reference.contains(BREAK),
            "who searches for it must find it"
        );
        let hash = fitted("0123456789abcdef0123.", false);
        assert_eq!(hash.replace(BREAK, "|"), "01234567|89abcdef|0123.");
        let address = fitted("(https://paraat.example/agenda)", false);
        let expected = "(https://|paraat.|example/|agenda)";
        assert_eq!(address.replace(BREAK, "|"), expected);
        let ruled = fitted(&"=".repeat(41), false);
        assert_eq!(ruled.matches(BREAK).count(), 5);
    }
}
