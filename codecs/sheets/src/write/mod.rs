// SPDX-License-Identifier: EUPL-1.2
//! Writing, row by row, into anything that takes bytes.

mod csv;
mod ods;
mod xlsx;

use std::io::{self, Write};

use crate::read::value::serial;
use crate::sheet::{Format, Kind, Sheet, canonical_date, canonical_whole};

/// Rows that Excel and LibreOffice have, the header among them.
const ROWS: u32 = 1_048_576;
/// Columns that they have.
const COLUMNS: usize = 16_384;
/// Code units of UTF-16 that Excel holds in a cell.
const UNITS: usize = 32_767;

/// Why a list was not written. What was written of it so far is no file: throw it away.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// What takes the bytes failed, or the file grew beyond 4 GiB.
    #[error("the bytes could not be written: {0}")]
    Io(#[from] io::Error),
    /// A list has at least one column, and at most as many as a spreadsheet.
    #[error("{found} columns; from 1 to {most} can be written")]
    Columns {
        /// Columns in the head.
        found: usize,
        /// Columns that can be written.
        most: usize,
    },
    /// A column without a name: the header row would not be found again.
    #[error("column {column} has no name")]
    NoName {
        /// The column, counted from 0.
        column: usize,
    },
    /// A row has more or fewer cells than there are columns.
    #[error("row {row} has {found} cells for {columns} columns")]
    Width {
        /// The row as a spreadsheet shows it: the header is 1.
        row: u32,
        /// Cells in the row.
        found: usize,
        /// Columns in the head.
        columns: usize,
    },
    /// XLSX and ODS: a spreadsheet has no more rows. CSV has no such limit.
    #[error("more than {most} rows")]
    TooManyRows {
        /// Rows that can be written, header not counted.
        most: u32,
    },
    /// XLSX: Excel would cut a text of this length. CSV and ODS hold it.
    #[error("the text in row {row}, column {column} has {units} code units, at most {most}")]
    TooLong {
        /// The row as a spreadsheet shows it: the header is 1.
        row: u32,
        /// The column, counted from 0.
        column: usize,
        /// Length of the text in code units of UTF-16, as Excel counts.
        units: usize,
        /// Code units that fit.
        most: usize,
    },
}

/// Writes a list: the head at once, then each row as it comes, in memory that does not grow.
///
/// Cells are text in the canonical form of their column (see [`Kind`]), as reading gives them: what
/// is written reads back equal, whatever the text. Rows in which every cell is empty are not read
/// back.
///
/// ```
/// use paraat_sheets::{Column, Format, Kind, Sheet, Writer};
/// let sheet = Sheet {
///     title: "Bijstand".to_owned(),
///     language: "nl".to_owned(),
///     columns: vec![Column::new("naam", Kind::Text), Column::new("aantal", Kind::Whole)],
/// };
/// let mut writer = Writer::new(Format::Csv, &sheet, Vec::new())?;
/// writer.row(&["=pomp", "12"])?;
/// let bytes = writer.finish()?;
/// assert_eq!(bytes, "\u{feff}naam;aantal\r\n'=pomp;12\r\n".as_bytes());
/// # Ok::<(), paraat_sheets::NotWritten>(())
/// ```
pub struct Writer<W: Write> {
    columns: usize,
    /// Rows so far, the header among them.
    rows: u32,
    inner: Inner<W>,
}

enum Inner<W: Write> {
    Csv(csv::Csv<W>),
    Xlsx(Box<xlsx::Xlsx<W>>),
    Ods(Box<ods::Ods<W>>),
}

impl<W: Write> Writer<W> {
    /// Begins a file: writes all that stands before the rows, the header row with it.
    pub fn new(format: Format, sheet: &Sheet, out: W) -> Result<Self, NotWritten> {
        let found = sheet.columns.len();
        if !(1..=COLUMNS).contains(&found) {
            return Err(NotWritten::Columns {
                found,
                most: COLUMNS,
            });
        }
        if let Some(column) = sheet
            .columns
            .iter()
            .position(|column| column.name.is_empty())
        {
            return Err(NotWritten::NoName { column });
        }
        let names: Vec<Typed<'_>> = sheet
            .columns
            .iter()
            .map(|column| Typed::Text(&column.name))
            .collect();
        if format == Format::Xlsx {
            fits(1, &names)?;
        }
        let inner = match format {
            Format::Csv => Inner::Csv(csv::Csv::new(sheet, out)?),
            Format::Xlsx => Inner::Xlsx(Box::new(xlsx::Xlsx::new(sheet, out)?)),
            Format::Ods => Inner::Ods(Box::new(ods::Ods::new(sheet, out)?)),
        };
        Ok(Self {
            columns: found,
            rows: 1,
            inner,
        })
    }

    /// Writes a row: a text for each column.
    pub fn row<T: AsRef<str>>(&mut self, cells: &[T]) -> Result<(), NotWritten> {
        let row = self.rows.saturating_add(1);
        let found = cells.len();
        if found != self.columns {
            return Err(NotWritten::Width {
                row,
                found,
                columns: self.columns,
            });
        }
        if row > ROWS && !matches!(self.inner, Inner::Csv(_)) {
            return Err(NotWritten::TooManyRows { most: ROWS - 1 });
        }
        self.rows = row;
        let texts = cells.iter().map(AsRef::as_ref);
        match &mut self.inner {
            Inner::Csv(csv) => csv.row(texts)?,
            Inner::Xlsx(xlsx) => {
                let cells = typed(xlsx.kinds(), texts);
                fits(row, &cells)?;
                xlsx.row(row, &cells)?;
            }
            Inner::Ods(ods) => {
                let cells = typed(ods.kinds(), texts);
                ods.row(&cells)?;
            }
        }
        Ok(())
    }

    /// Ends the file, flushes it and gives back what took the bytes.
    pub fn finish(self) -> Result<W, NotWritten> {
        Ok(match self.inner {
            Inner::Csv(csv) => csv.finish()?,
            Inner::Xlsx(xlsx) => xlsx.finish(self.rows)?,
            Inner::Ods(ods) => ods.finish(self.rows)?,
        })
    }
}

/// What a cell is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Typed<'t> {
    Text(&'t str),
    Whole(i64),
    /// The text of a date and its day as Excel counts.
    Date(&'t str, i32),
}

/// Gives each text the type of its column when it is in canonical form. Dates before March 1900
/// stay text: there Excel counts a day that never was.
fn typed<'t>(kinds: &[Kind], texts: impl Iterator<Item = &'t str>) -> Vec<Typed<'t>> {
    let one = |(kind, text): (&Kind, &'t str)| {
        let value = match kind {
            Kind::Text => None,
            Kind::Whole => canonical_whole(text).map(Typed::Whole),
            Kind::Date => canonical_date(text)
                .and_then(serial)
                .map(|day| Typed::Date(text, day)),
        };
        value.unwrap_or(Typed::Text(text))
    };
    kinds.iter().zip(texts).map(one).collect()
}

fn fits(row: u32, cells: &[Typed<'_>]) -> Result<(), NotWritten> {
    for (column, cell) in cells.iter().enumerate() {
        if let Typed::Text(text) = cell
            // There are never more units than bytes.
            && text.len() > UNITS
        {
            let units = text.encode_utf16().count();
            if units > UNITS {
                return Err(NotWritten::TooLong {
                    row,
                    column,
                    units,
                    most: UNITS,
                });
            }
        }
    }
    Ok(())
}

/// The name of the tab: the title without what Excel does not take there, at most 31 code units.
fn tab_name(title: &str) -> String {
    let plain = title.chars().map(|letter| match letter {
        ':' | '\\' | '/' | '?' | '*' | '[' | ']' => ' ',
        // An apostrophe may not stand at either end, and is doubled wherever a sheet is named.
        '\'' => '’',
        letter if letter.is_control() => ' ',
        letter => letter,
    });
    let mut name = String::new();
    let mut units: usize = 0;
    for letter in plain {
        units = units.saturating_add(letter.len_utf16());
        if units > 31 {
            break;
        }
        name.push(letter);
    }
    let name = name.trim();
    match name {
        "" => "1".to_owned(),
        // Excel keeps this name for itself.
        _ if name.eq_ignore_ascii_case("history") => format!("{name} 1"),
        _ => name.to_owned(),
    }
}

/// Width of a column in characters: its name with room for the button of the filter, and what
/// its cells usually need.
fn width(name: &str, kind: Kind) -> usize {
    let usual = match kind {
        Kind::Text => 24,
        Kind::Whole => 10,
        Kind::Date => 12,
    };
    name.chars().count().saturating_add(4).clamp(usual, 60)
}

#[cfg(test)]
mod tests {
    use super::{tab_name, width};
    use crate::sheet::Kind;

    #[test]
    fn the_tab_is_named_after_the_title() {
        for (title, tab) in [
            ("Bijstand", "Bijstand"),
            ("Wie doet wat? [2024/2025]", "Wie doet wat   2024 2025"),
            ("'s-Gravenhage", "’s-Gravenhage"),
            ("", "1"),
            ("///", "1"),
            ("History", "History 1"),
            (
                "Voortgang van de landelijke agenda",
                "Voortgang van de landelijke age",
            ),
        ] {
            assert_eq!(tab_name(title), tab);
        }
        assert_eq!(tab_name(&"😀".repeat(40)).encode_utf16().count(), 30);
    }

    #[test]
    fn columns_are_as_wide_as_they_need() {
        assert_eq!(width("naam", Kind::Text), 24);
        assert_eq!(width("aantal voertuigen", Kind::Whole), 21);
        assert_eq!(width(&"x".repeat(300), Kind::Date), 60);
    }
}
