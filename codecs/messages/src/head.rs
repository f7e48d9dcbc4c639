// SPDX-License-Identifier: EUPL-1.2
//! What stands before the text on a line: its time and who speaks, a heading, a dash.

use crate::Given;
use crate::scan::{blanks, one_of};
use crate::when::{When, begins};

/// Most characters of a name.
const NAME: usize = 60;

/// How a line gives its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `[21:14] Name: text` or `23-11-2026 21:14 - Name: text`.
    Chat,
    /// `21:14 text`.
    Sure,
    /// `2114 text` or `21.14 text`, which may be a figure.
    Unsure,
}

/// The beginning of a line with a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp<'a> {
    /// How it is written.
    pub style: Style,
    /// The time.
    pub when: When,
    /// Who speaks; empty when that does not stand there.
    pub from: &'a str,
    /// The text.
    pub rest: &'a str,
}

/// The time that a line begins with, and who speaks.
pub fn stamp<'a>(line: &'a str, given: &Given) -> Option<Stamp<'a>> {
    let start = blanks(line);
    let within = start.strip_prefix('[');
    let found = begins(within.unwrap_or(start))?;
    let mut rest = found.rest;
    let style = if within.is_some() {
        rest = blanks(rest).strip_prefix(']')?;
        Style::Chat
    } else if !found.rest.is_empty()
        && !found
            .rest
            .starts_with([' ', '\t', ':', '-', '–', '|', '\u{a0}'])
    {
        return None;
    } else {
        let dash = one_of(blanks(rest), &['-', '–', '|', ':']).map(|(_, rest)| rest);
        let chat = found.dated && dash.is_some();
        rest = dash.unwrap_or(rest);
        match (chat, found.sure) {
            (true, _) => Style::Chat,
            (false, true) => Style::Sure,
            (false, false) => Style::Unsure,
        }
    };
    let rest = blanks(rest);
    let (from, rest) = speaker(rest, style == Style::Chat, given).unwrap_or(("", rest));
    Some(Stamp {
        style,
        when: found.when,
        from,
        rest,
    })
}

/// Who speaks, before a colon or tab. In a chat that is whoever stands there; elsewhere only what
/// has a word that says so, since `Let op: ...` is a part of the text.
pub fn speaker<'a>(text: &'a str, chat: bool, given: &Given) -> Option<(&'a str, &'a str)> {
    let at = text.find([':', '\t'])?;
    let (name, rest) = text.split_at_checked(at)?;
    let rest = rest.strip_prefix([':', '\t'])?;
    let ends = rest.is_empty()
        || rest.starts_with(char::is_whitespace)
        || text.get(at..)?.starts_with('\t');
    let fits = !name.trim().is_empty() && name.chars().count() <= NAME;
    let known = chat || names_sender(name, given.senders);
    (ends && fits && known).then(|| (name.trim(), blanks(rest)))
}

/// True when one of these words stands in a name.
fn names_sender(name: &str, senders: &[&str]) -> bool {
    let small = name.to_lowercase();
    let mut words = small.split(|it: char| !it.is_alphanumeric() && it != '-');
    words.any(|word| senders.contains(&word))
}

/// The heading that a line begins with, as given, and the text behind it.
pub fn heading<'a, 'g>(line: &'a str, given: &Given<'g>) -> Option<(&'g str, &'a str)> {
    let mark = |it: char| matches!(it, '#' | '=' | '*' | '_') || it.is_whitespace();
    let start = line.trim_start_matches(mark);
    // `3. Prognose` and `3) Prognose`.
    let unnumbered = start.trim_start_matches(|it: char| it.is_ascii_digit());
    let unnumbered = unnumbered.strip_prefix(['.', ')']).map(blanks);
    let start = unnumbered.filter(|_| start.starts_with(|it: char| it.is_ascii_digit()));
    let start = start.unwrap_or_else(|| line.trim_start_matches(mark));
    let (name, rest) = start.split_once([':', '\t']).unwrap_or((start, ""));
    let name = name.trim_end_matches(mark).to_lowercase();
    let found = given.headings.iter().find(|it| **it == name)?;
    // Signs alone close the heading; behind text they belong to it.
    let alone = rest.trim_matches(mark).is_empty();
    Some((found, if alone { "" } else { blanks(rest) }))
}

/// What is left behind the sign of a list.
pub fn bullet(line: &str) -> Option<&str> {
    let rest = blanks(line).strip_prefix(['-', '*', '•', '·', '–'])?;
    rest.starts_with(char::is_whitespace).then(|| blanks(rest))
}
