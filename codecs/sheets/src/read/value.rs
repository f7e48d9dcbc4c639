// SPDX-License-Identifier: EUPL-1.2
//! Numbers and moments in their canonical text.

use std::fmt::Write;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

/// Seconds in a day; spreadsheets know no leap seconds.
const DAY: u64 = 86_400;
/// The day after 31 December 9999, the last date that Excel knows, counted from 1900.
const LAST: f64 = 2_958_466.0;

/// A number as it is shown: no exponent, no `.0`, at most 15 digits, as many as Excel shows. A
/// whole number that is written out in full keeps all its digits. What is no number stays as it is.
pub(super) fn number(text: &str) -> String {
    let trimmed = text.trim();
    if let Ok(whole) = trimmed.parse::<i128>() {
        return whole.to_string();
    }
    match trimmed.parse::<f64>() {
        Ok(value) if value.is_finite() => decimal(value),
        _ => text.to_owned(),
    }
}

fn decimal(value: f64) -> String {
    // Fifteen digits: 0.1 + 0.2 is kept as 0.30000000000000004 and shown as 0.3.
    let rounded = format!("{value:.14e}").parse::<f64>().unwrap_or(value);
    // Adding nought makes nought of minus nought.
    format!("{}", rounded + 0.0)
}

/// What a number format makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// A number.
    Number,
    /// A date.
    Date,
    /// A date with a time.
    DateTime,
    /// A time of day.
    Time,
    /// A duration, in hours that go on past 24.
    Elapsed,
}

impl Shown {
    /// What a built-in format is (ISO/IEC 29500-1, 18.8.30); 164 and up are a workbook's own.
    pub(super) const fn built_in(id: u32) -> Self {
        match id {
            14..=17 | 27..=31 | 34..=36 | 50..=58 => Self::Date,
            18..=21 | 32 | 33 | 45 | 47 => Self::Time,
            22 => Self::DateTime,
            46 => Self::Elapsed,
            _ => Self::Number,
        }
    }

    /// What a format code such as `dd\-mm\-yyyy;@` is, going by its letters.
    pub(super) fn code(code: &str) -> Self {
        if ["general", "standard"].contains(&code.to_ascii_lowercase().as_str()) {
            return Self::Number;
        }
        let (mut date, mut time, mut elapsed, mut month) = (false, false, false, false);
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter.to_ascii_lowercase() {
                // Only the format of positive numbers counts.
                ';' => break,
                '"' => letters
                    .by_ref()
                    .take_while(|letter| *letter != '"')
                    .for_each(drop),
                '\\' | '_' | '*' => drop(letters.next()),
                '[' => {
                    let inner: String = letters.by_ref().take_while(|each| *each != ']').collect();
                    let inner = inner.to_ascii_lowercase();
                    let same = |unit: char| !inner.is_empty() && inner.chars().all(|c| c == unit);
                    elapsed |= ['h', 'm', 's'].into_iter().any(same);
                }
                'y' | 'd' => date = true,
                'h' | 's' => time = true,
                'm' => month = true,
                _ => {}
            }
        }
        match (date || (month && !time && !elapsed), time, elapsed) {
            (_, _, true) => Self::Elapsed,
            (true, true, _) => Self::DateTime,
            (true, false, _) => Self::Date,
            (false, true, _) => Self::Time,
            (false, false, _) => Self::Number,
        }
    }

    /// The text of a number shown like this; a number that is no moment stays a number.
    pub(super) fn text(self, number: &str, from_1904: bool) -> String {
        let moment = number
            .trim()
            .parse::<f64>()
            .ok()
            .and_then(|value| match self {
                Self::Number => None,
                _ => self.moment(value, from_1904),
            });
        moment.unwrap_or_else(|| self::number(number))
    }

    fn moment(self, value: f64, from_1904: bool) -> Option<String> {
        if !(0.0..LAST).contains(&value) {
            return None;
        }
        // In range, so the cast is exact: at most 11 digits.
        let seconds = (value * DAY as f64).round() as u64;
        let (days, second) = (seconds / DAY, seconds % DAY);
        match self {
            Self::Number => None,
            Self::Date => Some(date(days, from_1904)?.to_string()),
            Self::DateTime => {
                let moment = DateTime::from_parts(date(days, from_1904)?, time(second)?);
                Some(date_time(moment))
            }
            Self::Time => Some(clock(second)),
            Self::Elapsed => Some(clock(seconds)),
        }
    }
}

/// The date of a day's number. Excel counts from 1900 with a 29 February in it that never was.
fn date(days: u64, from_1904: bool) -> Option<Date> {
    let days = i32::try_from(days).ok()?;
    let first = match (from_1904, days) {
        (true, _) => Date::new(1904, 1, 1),
        (false, 1..60) => Date::new(1899, 12, 31),
        (false, 60) => return None,
        (false, 61..) => Date::new(1899, 12, 30),
        (false, _) => return None,
    };
    first.ok()?.checked_add(days.days()).ok()
}

/// The number of a date's day, counted as Excel does; `None` before 1 March 1900, up to which it
/// counts wrongly.
pub(crate) fn serial(date: Date) -> Option<i32> {
    let first = Date::new(1899, 12, 30).ok()?;
    let days = first.until(date).ok()?.get_days();
    (days > 60).then_some(days)
}

fn time(second: u64) -> Option<Time> {
    let part = |value: u64| i8::try_from(value).ok();
    Time::new(
        part(second / 3600)?,
        part(second / 60 % 60)?,
        part(second % 60)?,
        0,
    )
    .ok()
}

/// `14:30:00`; hours go on past 24.
fn clock(seconds: u64) -> String {
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    format!("{hours:02}:{minutes:02}:{:02}", seconds % 60)
}

/// RFC 3339 without a zone, to the second.
fn date_time(moment: DateTime) -> String {
    let (date, time) = (moment.date(), moment.time());
    let (hour, minute, second) = (time.hour(), time.minute(), time.second());
    let mut text = date.to_string();
    // Writing to a string does not fail.
    let _ = write!(text, "T{hour:02}:{minute:02}:{second:02}");
    text
}

/// A moment written as ISO 8601, `2024-05-31` or `2024-05-31T14:30:00.000`; others stay as they
/// are.
pub(super) fn iso(text: &str) -> String {
    let trimmed = text.trim();
    if crate::sheet::canonical_date(trimmed).is_some() {
        return trimmed.to_owned();
    }
    match trimmed.trim_end_matches('Z').parse::<DateTime>() {
        Ok(moment) if trimmed.contains('T') => date_time(moment),
        _ => text.to_owned(),
    }
}

/// A duration as OpenDocument writes a time, `PT14H30M00S`; others stay as they are.
pub(super) fn duration(text: &str) -> String {
    read_duration(text.trim()).map_or_else(|| text.to_owned(), clock)
}

fn read_duration(text: &str) -> Option<u64> {
    let mut rest = text.strip_prefix("PT")?;
    let mut total: u64 = 0;
    for (unit, seconds) in [('H', 3600), ('M', 60)] {
        if let Some((number, after)) = rest.split_once(unit) {
            total = total.checked_add(number.parse::<u64>().ok()?.checked_mul(seconds)?)?;
            rest = after;
        }
    }
    if let Some(number) = rest.strip_suffix('S') {
        let (whole, _fraction) = number.split_once(['.', ',']).unwrap_or((number, ""));
        total = total.checked_add(whole.parse::<u64>().ok()?)?;
        rest = "";
    }
    rest.is_empty().then_some(total)
}

/// True when a text would be a number or a date if it were typed.
pub(super) fn is_value(text: &str) -> bool {
    let number = text.trim().replacen(',', ".", 1);
    let digits = number.bytes().any(|byte| byte.is_ascii_digit());
    (digits && number.parse::<f64>().is_ok()) || crate::sheet::Kind::Date.canonical(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::{Shown, date, duration, is_value, iso, number, serial};

    #[test]
    fn numbers_are_written_as_shown() {
        for (kept, shown) in [
            ("12", "12"),
            ("12.0", "12"),
            ("1.2E+3", "1200"),
            ("0.30000000000000004", "0.3"),
            ("-0", "0"),
            ("-0.0", "0"),
            ("123456789012345678", "123456789012345678"),
            ("1e15", "1000000000000000"),
            ("007", "7"),
            ("twaalf", "twaalf"),
            ("NaN", "NaN"),
        ] {
            assert_eq!(number(kept), shown, "{kept}");
        }
    }

    #[test]
    fn format_codes_are_told_apart() {
        for (code, shown) in [
            ("General", Shown::Number),
            ("0.00E+00", Shown::Number),
            ("[Red]#,##0;[Blue]d", Shown::Number),
            ("\"dag\" 0", Shown::Number),
            ("dd\\-mm\\-yyyy;@", Shown::Date),
            ("[$-413]d mmmm yyyy", Shown::Date),
            ("mmm", Shown::Date),
            ("d-m-yyyy h:mm", Shown::DateTime),
            ("h:mm AM/PM", Shown::Time),
            ("[h]:mm:ss", Shown::Elapsed),
        ] {
            assert_eq!(Shown::code(code), shown, "{code}");
        }
        assert_eq!(Shown::built_in(14), Shown::Date);
        assert_eq!(Shown::built_in(9), Shown::Number);
    }

    #[test]
    fn days_are_counted_as_excel_does() {
        for (kept, from_1904, shown) in [
            ("1", false, "1900-01-01"),
            ("59", false, "1900-02-28"),
            ("61", false, "1900-03-01"),
            ("45443", false, "2024-05-31"),
            ("43981", true, "2024-05-31"),
            ("0", true, "1904-01-01"),
            ("2958465", false, "9999-12-31"),
        ] {
            assert_eq!(Shown::Date.text(kept, from_1904), shown, "{kept}");
        }
        // 29 February 1900 never was, and there are no days before the first.
        for kept in ["60", "-1", "2958466", "0"] {
            assert_eq!(Shown::Date.text(kept, false), kept);
        }
        assert_eq!(serial(date(45_443, false).unwrap()), Some(45_443));
        assert_eq!(serial(date(59, false).unwrap()), None);
    }

    #[test]
    fn times_are_rounded_to_the_second() {
        let text = |shown: Shown, kept| shown.text(kept, false);
        assert_eq!(
            text(Shown::DateTime, "45443.604166666664"),
            "2024-05-31T14:30:00"
        );
        assert_eq!(
            text(Shown::DateTime, "45443.99999999"),
            "2024-06-01T00:00:00"
        );
        assert_eq!(text(Shown::Time, "0.604166666666667"), "14:30:00");
        assert_eq!(text(Shown::Elapsed, "1.5"), "36:00:00");
    }

    #[test]
    fn moments_of_opendocument_are_read() {
        assert_eq!(iso("2024-05-31"), "2024-05-31");
        assert_eq!(iso("2024-05-31T14:30:00.000000000"), "2024-05-31T14:30:00");
        assert_eq!(iso("2024-05-31T14:30:00Z"), "2024-05-31T14:30:00");
        assert_eq!(iso("gisteren"), "gisteren");
        assert_eq!(duration("PT14H30M00S"), "14:30:00");
        assert_eq!(duration("PT36H00M00.5S"), "36:00:00");
        assert_eq!(duration("P1D"), "P1D");
    }

    #[test]
    fn values_are_told_from_names() {
        assert!(["12", "1,5", "31-5-2024", "2024"].into_iter().all(is_value));
        assert!(
            !["naam", "", "inf", "nan", "2e kwartaal"]
                .into_iter()
                .any(is_value)
        );
    }
}
