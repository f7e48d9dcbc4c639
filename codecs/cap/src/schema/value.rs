// SPDX-License-Identifier: EUPL-1.2
//! The simple types of the schema: which texts are values of them.

use super::uri;

/// A simple type.
#[derive(Debug, Clone, Copy)]
pub enum Simple {
    /// Any text.
    Text,
    /// A time of CAP 1.2: with seconds and a zone in digits, without parts of a second.
    Time,
    /// A time of CAP 1.1: any `dateTime` of XML Schema.
    AnyTime,
    /// One of these words, exactly.
    OneOf(&'static [&'static str]),
    /// A language tag; an empty element means the language that the standard has for none.
    Language,
    /// A reference.
    Uri,
    /// A whole number.
    Integer,
    /// A decimal number.
    Decimal,
}

impl Simple {
    /// True when the text is a value of this type.
    pub fn holds(self, text: &str) -> bool {
        match self {
            Self::Text => true,
            Self::Time => is_time(text.trim_matches(SPACES), true),
            // White space should not matter, but what most people check with does not pass it.
            Self::AnyTime => is_time(text, false),
            Self::OneOf(words) => words.contains(&text),
            Self::Language => text.is_empty() || is_language(text.trim_matches(SPACES)),
            Self::Uri => uri::holds(&collapsed(text)),
            Self::Integer => is_digits(unsigned(text.trim_matches(SPACES))),
            Self::Decimal => is_decimal(unsigned(text.trim_matches(SPACES))),
        }
    }
}

/// White space of XML, which is less than that of Unicode.
const SPACES: [char; 4] = [' ', '\t', '\n', '\r'];

fn collapsed(text: &str) -> String {
    let words: Vec<&str> = text.split(SPACES).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn unsigned(text: &str) -> &str {
    text.strip_prefix(['+', '-']).unwrap_or(text)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_decimal(text: &str) -> bool {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let fine = |text: &str| text.is_empty() || is_digits(text);
    fine(whole) && fine(part) && !(whole.is_empty() && part.is_empty())
}

fn is_language(text: &str) -> bool {
    text.split('-').enumerate().all(|(at, part)| {
        let letters = |byte: u8| byte.is_ascii_alphabetic() || (at > 0 && byte.is_ascii_digit());
        (1..=8).contains(&part.len()) && part.bytes().all(letters)
    })
}

fn is_time(text: &str, strict: bool) -> bool {
    time(text, strict).is_some()
}

/// Follows a `dateTime` from left to right; strict is the pattern of CAP 1.2.
fn time(text: &str, strict: bool) -> Option<()> {
    let (date, time) = text.split_once('T')?;
    let date = date.strip_prefix('-').filter(|_| !strict).unwrap_or(date);
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, two(parts.next()?)?, two(parts.next()?)?);
    let odd = year.len() > 4 && (strict || year.len() > 9 || year.starts_with('0'));
    if parts.next().is_some() || year.len() < 4 || odd || !is_digits(year) {
        return None;
    }
    let year: i64 = year.parse().ok()?;
    if year == 0 || !(1..=12).contains(&month) || day < 1 || day > days(year, month) {
        return None;
    }
    let (clock, zone) = match time.find(['Z', '+', '-']) {
        Some(at) => time.split_at_checked(at)?,
        None => (time, ""),
    };
    if !is_zone(zone, strict) {
        return None;
    }
    let (clock, part) = match clock.split_once('.') {
        Some((clock, part)) if !strict && is_digits(part) => (clock, part),
        Some(_) => return None,
        None => (clock, ""),
    };
    let mut parts = clock.split(':').map(two);
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
    let midnight = hour == 24 && minute == 0 && second == 0 && part.bytes().all(|it| it == b'0');
    let holds = parts.next().is_none() && minute < 60 && second < 60 && (hour < 24 || midnight);
    holds.then_some(())
}

fn is_zone(zone: &str, strict: bool) -> bool {
    if zone.is_empty() || zone == "Z" {
        return !strict;
    }
    let parts = zone.get(1..).and_then(|rest| rest.split_once(':'));
    let parts = parts.and_then(|(hours, minutes)| Some((two(hours)?, two(minutes)?)));
    parts.is_some_and(|(hours, minutes)| minutes < 60 && hours * 60 + minutes <= 14 * 60)
}

/// A number of two digits.
fn two(text: &str) -> Option<u32> {
    (text.len() == 2 && is_digits(text))
        .then(|| text.parse().ok())
        .flatten()
}

fn days(year: i64, month: u32) -> u32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Simple::{AnyTime, Decimal, Integer, Language, OneOf, Time, Uri};

    #[test]
    fn times_of_both_versions() {
        let both = ["2026-01-02T03:04:05+14:00", "2026-01-02T24:00:00-00:00"];
        let old = [
            "2026-01-02T03:04:05Z",
            "2026-01-02T03:04:05",
            "12026-01-02T03:04:05.5+01:00",
            "-2026-01-02T24:00:00.0Z",
        ];
        let none = [
            "",
            "2026-02-29T03:04:05+01:00",
            "2026-01-02T23:59:60+01:00",
            "026-01-02T03:04:05Z",
            "2026-01-02T03:04:05+14:01",
            "0000-01-02T03:04:05+01:00",
            "2026-01-02T03:04+01:00",
            "2026-01-02T03:04:05,01:00",
            "02026-01-02T03:04:05Z",
            "2026-01-02T24:00:00.1Z",
        ];
        for text in both {
            assert!(Time.holds(text) && AnyTime.holds(text), "{text}");
        }
        for text in old {
            assert!(!Time.holds(text) && AnyTime.holds(text), "{text}");
        }
        for text in none {
            assert!(!Time.holds(text) && !AnyTime.holds(text), "{text}");
        }
        assert!(Time.holds(" 2026-01-02T03:04:05+01:00\n"));
    }

    #[test]
    fn the_other_types() {
        assert!(Language.holds("english") && Language.holds("") && Language.holds("nl-NL"));
        assert!(!Language.holds("nl_NL") && !Language.holds(" ") && !Language.holds("12"));
        assert!(Integer.holds(" +12 ") && !Integer.holds("1.0") && !Integer.holds(""));
        assert!(Decimal.holds("-.5") && Decimal.holds("1.") && !Decimal.holds("."));
        assert!(OneOf(&["Actual"]).holds("Actual") && !OneOf(&["Actual"]).holds(" Actual"));
        assert!(Uri.holds(" http://a ") && !Uri.holds("http://["));
    }
}
