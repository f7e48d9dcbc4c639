// SPDX-License-Identifier: EUPL-1.2
//! Lists in one text: words with spaces between them, those with spaces in quotes; and references.

use std::fmt;
use std::str::FromStr;

use crate::alert::Reference;
use crate::moment::Moment;

/// The words of a list; false when a quote has no second.
pub fn words(text: &str) -> (Vec<String>, bool) {
    let mut words = Vec::new();
    for (at, piece) in text.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(piece.trim().to_owned());
        } else {
            words.extend(piece.split_whitespace().map(str::to_owned));
        }
    }
    words.retain(|word| !word.is_empty());
    (words, text.matches('"').count().is_multiple_of(2))
}

/// Such a list as text. A quote in a word is left out: there is no way to write it.
pub fn joined(words: &[String]) -> String {
    let shown = |word: &String| {
        let bare = word.replace('"', "");
        match bare.contains(char::is_whitespace) {
            true => format!("\"{bare}\""),
            false => bare,
        }
    };
    words.iter().map(shown).collect::<Vec<_>>().join(" ")
}

/// The text is no reference of the form `sender,identifier,sent`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no reference of the form sender,identifier,sent")]
pub struct NoReference;

impl fmt::Display for Reference {
    /// As a file has it; without a moment when that cannot be written.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sent = self.sent.written().unwrap_or_default();
        write!(f, "{},{},{sent}", self.sender, self.identifier)
    }
}

impl FromStr for Reference {
    type Err = NoReference;

    fn from_str(text: &str) -> Result<Self, NoReference> {
        let mut parts = text.split(',');
        let mut next = || {
            parts
                .next()
                .filter(|part| !part.is_empty())
                .ok_or(NoReference)
        };
        let (sender, identifier, sent) = (next()?, next()?, next()?);
        let (sent, _) = Moment::read(sent).ok_or(NoReference)?;
        if parts.next().is_some() || text.contains(char::is_whitespace) {
            return Err(NoReference);
        }
        Ok(Self {
            sender: sender.to_owned(),
            identifier: identifier.to_owned(),
            sent,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{joined, words};
    use crate::alert::Reference;

    #[test]
    fn names_with_spaces_stay_one() {
        let (found, whole) = words("vr23 \"Kamer van zeven\"  nl");
        assert_eq!(found, ["vr23", "Kamer van zeven", "nl"]);
        assert!(whole);
        assert_eq!(joined(&found), "vr23 \"Kamer van zeven\" nl");
        assert!(!words("a \"b").1);
    }

    #[test]
    fn a_reference_has_three_parts() {
        assert!("a,b,2026-11-23T20:14:00+01:00".parse::<Reference>().is_ok());
        for bad in [
            "",
            "a,b",
            "a,,2026-11-23T20:14:00+01:00",
            "a,b,c",
            "a,b,c,d",
        ] {
            assert!(bad.parse::<Reference>().is_err(), "{bad}");
        }
    }
}
