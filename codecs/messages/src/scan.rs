// SPDX-License-Identifier: EUPL-1.2
//! Steps over the beginning of a line. Each answers what it found and what is left.

/// So many digits as a number, at least and at most.
pub fn digits(text: &str, least: usize, most: usize) -> Option<(i16, &str)> {
    let end = text.find(|it: char| !it.is_ascii_digit());
    let (digits, rest) = text.split_at_checked(end.unwrap_or(text.len()))?;
    let fits = (least..=most).contains(&digits.len());
    Some((digits.parse().ok().filter(|_| fits)?, rest))
}

/// True for signs that are not seen: marks of direction and of the beginning of a file, which
/// chat programs write before a line.
pub fn unseen(sign: char) -> bool {
    let direction = matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}');
    direction || matches!(sign, '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// What is left behind blanks and unseen signs.
pub fn blanks(text: &str) -> &str {
    text.trim_start_matches(|it: char| it.is_whitespace() || unseen(it))
}

/// What is left behind one of these signs.
pub fn one_of<'a>(text: &'a str, signs: &[char]) -> Option<(char, &'a str)> {
    let first = text.chars().next()?;
    let rest = text.strip_prefix(first)?;
    signs.contains(&first).then_some((first, rest))
}

/// What is left behind this word, in whatever letters, when nothing of a word follows it.
pub fn word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (found, rest) = text.split_at_checked(word.len())?;
    let ends = !rest.starts_with(char::is_alphanumeric);
    (found.eq_ignore_ascii_case(word) && ends).then_some(rest)
}
