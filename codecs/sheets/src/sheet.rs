// SPDX-License-Identifier: EUPL-1.2
//! What a list is, before its rows: title, language, columns.

use jiff::civil::Date;

/// The three kinds of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Text with semicolons, as a Dutch Excel opens it by a double click.
    Csv,
    /// A workbook of Excel 2007 and later (ISO/IEC 29500).
    Xlsx,
    /// A spreadsheet of LibreOffice (OpenDocument, ISO/IEC 26300).
    Ods,
}

impl Format {
    /// Every format, in the order in which to offer them.
    pub const ALL: [Self; 3] = [Self::Xlsx, Self::Ods, Self::Csv];

    /// The last part of a file name, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
        }
    }

    /// The media type as registered with IANA, for a `Content-Type`.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
        }
    }
}

/// The head of a list that is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Title of the document; the tab of the sheet gets what fits of it.
    pub title: String,
    /// Language of the words in it, as in BCP 47: `nl`, `nl-NL`, `en`, `pap`.
    pub language: String,
    /// The columns, at least one.
    pub columns: Vec<Column>,
}

/// A column of a list that is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What the header row says; not empty.
    pub name: String,
    /// What its cells hold.
    pub kind: Kind,
}

impl Column {
    /// A column of this name and kind.
    pub fn new(name: impl Into<String>, kind: Kind) -> Self {
        let name = name.into();
        Self { name, kind }
    }
}

/// What the cells of a column hold. A cell whose text is not in the canonical form of its column
/// is written as text, so nothing is lost: `007` in a column of whole numbers stays `007`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Any text.
    Text,
    /// A whole number, canonical `-12`: at most 15 digits, the most that Excel holds exactly.
    Whole,
    /// A calendar date, canonical `2024-05-31`.
    Date,
}

impl Kind {
    /// The canonical form of what a person or a spreadsheet left in a cell of this kind, or
    /// `None` when it is no such thing. A Dutch Excel saves the dates of a CSV file as
    /// `31-5-2024` and turns `12` into `12,0` when asked for decimals; both read back here.
    ///
    /// ```
    /// use paraat_sheets::Kind;
    /// assert_eq!(Kind::Date.canonical("31-5-2024").as_deref(), Some("2024-05-31"));
    /// assert_eq!(Kind::Whole.canonical(" 012 ").as_deref(), Some("12"));
    /// assert_eq!(Kind::Whole.canonical("twaalf"), None);
    /// ```
    pub fn canonical(self, text: &str) -> Option<String> {
        let trimmed = text.trim();
        match self {
            Self::Text => Some(text.to_owned()),
            Self::Whole => whole(trimmed),
            Self::Date => date(trimmed).map(|date| date.to_string()),
        }
    }
}

fn whole(text: &str) -> Option<String> {
    let (digits, decimals) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let zeros = !decimals.is_empty() && decimals.bytes().all(|byte| byte == b'0');
    // Three zeros after a dot or comma may be thousands: that is no reading to guess at.
    (zeros && decimals.len() != 3).then_some(())?;
    digits.parse::<i64>().ok().map(|number| number.to_string())
}

fn date(text: &str) -> Option<Date> {
    if let Some(date) = canonical_date(text) {
        return Some(date);
    }
    let text = text.strip_suffix("T00:00:00").unwrap_or(text);
    let mut parts = text.split(['-', '/', '.']);
    let (one, two, three) = (parts.next()?, parts.next()?, parts.next()?);
    let (year, day) = if one.len() == 4 {
        (one, three)
    } else {
        (three, one)
    };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let fine =
        parts.next().is_none() && year.len() == 4 && [year, two, day].into_iter().all(digits);
    fine.then_some(())?;
    Date::new(year.parse().ok()?, two.parse().ok()?, day.parse().ok()?).ok()
}

/// Reads `2024-05-31`, and nothing that is written otherwise.
pub(crate) fn canonical_date(text: &str) -> Option<Date> {
    if text.len() != 10 {
        return None;
    }
    let date: Date = text.parse().ok()?;
    (date.to_string() == text).then_some(date)
}

/// Reads a whole number in canonical form with at most 15 digits.
pub(crate) fn canonical_whole(text: &str) -> Option<i64> {
    let number: i64 = text.parse().ok()?;
    (number.unsigned_abs() < 1_000_000_000_000_000 && number.to_string() == text).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::{Kind, canonical_date, canonical_whole};

    #[test]
    fn only_the_canonical_form_is_a_value() {
        assert_eq!(canonical_whole("-12"), Some(-12));
        for text in [
            "007",
            "+1",
            "-0",
            "1.0",
            "1e3",
            "",
            " 1",
            "1000000000000000",
        ] {
            assert_eq!(canonical_whole(text), None, "{text}");
        }
        assert!(canonical_date("2024-02-29").is_some());
        for text in [
            "2023-02-29",
            "20240531",
            "2024-5-31",
            "2024-05-31T00",
            "-24-05-31",
        ] {
            assert_eq!(canonical_date(text), None, "{text}");
        }
    }

    #[test]
    fn what_excel_makes_of_a_date_reads_back() {
        for text in [
            "2024-05-31",
            "31-5-2024",
            "31/05/2024",
            "31.5.2024",
            "2024-05-31T00:00:00",
        ] {
            assert_eq!(
                Kind::Date.canonical(text).as_deref(),
                Some("2024-05-31"),
                "{text}"
            );
        }
        for text in [
            "31-5-24",
            "5-31-2024",
            "2024-05-31T08:00:00",
            "mei",
            "1-2-3-2024",
            "é-1-2024",
        ] {
            assert_eq!(Kind::Date.canonical(text), None, "{text}");
        }
    }

    #[test]
    fn thousands_are_not_guessed_at() {
        assert_eq!(Kind::Whole.canonical("12,0").as_deref(), Some("12"));
        assert_eq!(Kind::Whole.canonical("12.000"), None);
        assert_eq!(Kind::Whole.canonical("12,5"), None);
        assert_eq!(Kind::Whole.canonical("12,"), None);
    }
}
