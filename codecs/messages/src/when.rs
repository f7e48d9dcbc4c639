// SPDX-License-Identifier: EUPL-1.2
//! Times as people and programs write them. A part that is missing is taken so that the moment is
//! the nearest one that has been.

use jiff::civil::{Date, DateTime, Time};
use jiff::{Span, Timestamp, ToSpan};

use crate::Given;
use crate::scan::{blanks, digits, one_of, word};

/// How far a clock may be ahead of ours, in minutes, before what it says is still to come.
const AHEAD: i64 = 5;

/// A time, as far as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// With day and year.
    Whole(DateTime),
    /// With a day of some year.
    Day(i8, i8, Time),
    /// Of some day.
    Clock(Time),
}

impl When {
    /// The moment; none when it is still to come.
    pub fn at(self, given: &Given) -> Option<Timestamp> {
        let latest = given.now.checked_add(AHEAD.minutes()).ok()?;
        let today = given.now.to_zoned_datetime(given.zone.clone()).date();
        let moment =
            |at: DateTime| Some(at.to_zoned_datetime(given.zone.clone()).ok()?.timestamp());
        let nearest = |at: DateTime, step: Span| {
            let found = moment(at)?;
            if found <= latest {
                return Some(found);
            }
            moment(at.checked_sub(step).ok()?)
        };
        match self {
            Self::Whole(at) => moment(at),
            Self::Day(month, day, time) => {
                let date = Date::new(today.year(), month, day).ok()?;
                nearest(date.to_datetime(time), 1.year())
            }
            Self::Clock(time) => nearest(today.to_datetime(time), 1.day()),
        }
        .filter(|at| *at <= latest)
    }
}

/// A day, of this year or of one that is named.
#[derive(Debug, Clone, Copy)]
struct Day {
    year: Option<i16>,
    month: i16,
    day: i16,
}

impl Day {
    fn with(self, time: Time) -> Option<When> {
        let (month, day) = (i8::try_from(self.month).ok()?, i8::try_from(self.day).ok()?);
        // In a year that leaps every day is there; which year it is shows later.
        let date = Date::new(self.year.unwrap_or(2024), month, day).ok()?;
        Some(match self.year {
            Some(_) => When::Whole(date.to_datetime(time)),
            None => When::Day(month, day, time),
        })
    }
}

/// `2026-11-23`, `23-11-2026`, `23/11/26`, `23.11`; the month first when it can be nothing else.
fn day(text: &str) -> Option<(Day, &str)> {
    const SIGNS: &[char] = &['-', '/', '.'];
    if let Some((year, rest)) = digits(text, 4, 4) {
        let rest = rest.strip_prefix('-')?;
        let (month, rest) = digits(rest, 2, 2)?;
        let (day, rest) = digits(rest.strip_prefix('-')?, 2, 2)?;
        let year = Some(year);
        return Some((Day { year, month, day }, rest));
    }
    let (first, rest) = digits(text, 1, 2)?;
    let (sign, rest) = one_of(rest, SIGNS)?;
    let (second, rest) = digits(rest, 1, 2)?;
    let (day, month) = if second > 12 {
        (second, first)
    } else {
        (first, second)
    };
    let named = rest.strip_prefix(sign).and_then(|rest| {
        let (year, left) = digits(rest, 2, 4)?;
        match rest.len() - left.len() {
            2 => Some((2000 + year, left)),
            4 => Some((year, left)),
            _ => None,
        }
    });
    let (year, rest) = named.map_or((None, rest), |(year, rest)| (Some(year), rest));
    Some((Day { year, month, day }, rest))
}

/// A clock, and whether it can be nothing else: `21:14` is one, `2114` may be a figure.
fn clock(text: &str) -> Option<(Time, bool, &str)> {
    let colon = digits(text, 1, 2).and_then(|(hour, rest)| {
        let (sign, rest) = one_of(rest, &[':', '.'])?;
        let (minute, rest) = digits(rest, 2, 2)?;
        Some((hour, minute, sign == ':', rest))
    });
    let bare = || {
        let (both, rest) = digits(text, 4, 4)?;
        Some((both / 100, both % 100, false, rest))
    };
    let (mut hour, minute, sure, mut rest) = colon.or_else(bare)?;
    let mut second = 0;
    if let Some((found, left)) = rest.strip_prefix(':').and_then(|it| digits(it, 2, 2)) {
        (second, rest) = (found, left);
    }
    let after = blanks(rest);
    if let Some(left) = word(after, "pm") {
        (hour, rest) = (if hour < 12 { hour + 12 } else { hour }, left);
    } else if let Some(left) = word(after, "am") {
        (hour, rest) = (if hour == 12 { 0 } else { hour }, left);
    }
    // What goes on is something else: a part of a figure, a word, an address.
    if rest.starts_with(|it: char| it.is_alphanumeric() || matches!(it, '.' | ',' | '%' | '/')) {
        return None;
    }
    let part = |it: i16| i8::try_from(it).ok();
    let time = Time::new(part(hour)?, part(minute)?, part(second)?, 0).ok()?;
    let written = ["uur", "u", "h"]
        .iter()
        .find_map(|it| word(blanks(rest), it));
    Some((time, sure || written.is_some(), written.unwrap_or(rest)))
}

/// What a line begins with: a time, whether that is sure and has a day, and what is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found<'a> {
    /// The time.
    pub when: When,
    /// False when it may be a figure too.
    pub sure: bool,
    /// True when it names a day.
    pub dated: bool,
    /// What is left.
    pub rest: &'a str,
}

/// The time that a text begins with.
pub fn begins(text: &str) -> Option<Found<'_>> {
    let dated = day(text).and_then(|(day, rest)| {
        let rest = blanks(rest.strip_prefix([',', 'T']).unwrap_or(rest));
        let rest = word(rest, "om").map_or(rest, blanks);
        let (time, sure, rest) = clock(rest)?;
        Some(Found {
            when: day.with(time)?,
            sure,
            dated: true,
            rest,
        })
    });
    dated.or_else(|| {
        let (time, sure, rest) = clock(text)?;
        Some(Found {
            when: When::Clock(time),
            sure,
            dated: false,
            rest,
        })
    })
}
