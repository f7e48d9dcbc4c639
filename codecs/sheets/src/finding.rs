// SPDX-License-Identifier: EUPL-1.2
//! What was seen while reading, and is good to know for who handed the file in. Nothing here
//! stops the reading; what does is a [`Refused`](crate::Refused).

use crate::place::{Area, CellName};

/// How many places a finding names; it counts them all.
const NAMED: usize = 10;

/// Places of one finding: all counted, the first ten named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places<T> {
    /// How many there are.
    pub count: u64,
    /// The first ten, in the order of the file.
    pub first: Vec<T>,
}

impl<T> Default for Places<T> {
    fn default() -> Self {
        let first = Vec::new();
        Self { count: 0, first }
    }
}

impl<T> Places<T> {
    pub(crate) fn add(&mut self, place: T) {
        self.count = self.count.saturating_add(1);
        if self.first.len() < NAMED {
            self.first.push(place);
        }
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

/// What stands between the cells of a CSV file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delimiter {
    /// `;`, as Excel writes where the decimal sign is a comma.
    Semicolon,
    /// `,`
    Comma,
    /// A tab.
    Tab,
}

impl Delimiter {
    pub(crate) const fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Comma => b',',
            Self::Tab => b'\t',
        }
    }
}

/// Something about the file that its owner should know. Each variant is one story; rows are
/// numbered as the spreadsheet shows them, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// CSV: the cells are divided by this. Said of every CSV file with more than one column.
    Delimiter(Delimiter),
    /// CSV: the bytes are not UTF-8 and were read as Windows-1252, as older programs write it.
    Windows1252,
    /// CSV: the bytes are UTF-16, which Excel calls "Unicode text".
    Utf16,
    /// CSV: bytes that are no character were read as `U+FFFD`, so often.
    BrokenCharacters {
        /// How many.
        count: u64,
    },
    /// CSV: a cell opens with a quote that nothing closes, which was read as part of the text; or
    /// it goes on after the closing one, and all of it was read.
    UnbalancedQuotes {
        /// Row of the first such cell.
        row: u32,
        /// The same place as a line of text, which differs where cells hold line breaks.
        line: u32,
        /// How many such cells there are.
        count: u64,
    },
    /// Rows with more cells than the header, or in CSV with fewer. Missing cells were read as
    /// empty; cells beyond the header stand at the end of their row.
    RaggedRows(Places<u32>),
    /// So many rows without any text stand between the first and the last row with text. They
    /// were passed over.
    EmptyRows {
        /// How many.
        count: u64,
    },
    /// The row taken as header holds only numbers and dates: the names may be missing.
    HeaderMissing {
        /// The row.
        row: u32,
    },
    /// Columns with something in them have no name.
    HeaderCellsEmpty(Places<CellName>),
    /// Several columns have this name.
    DoubledName {
        /// The name.
        name: String,
        /// Its columns in the header row.
        cells: Places<CellName>,
    },
    /// Cells are merged. The value counts for the first cell only; the others were read as empty.
    MergedCells(Places<Area>),
    /// The workbook counts its dates from 1904. They were converted and are right.
    Dates1904,
    /// There are more sheets than one; the first that is not hidden was read.
    MoreSheets {
        /// The sheet that was read.
        read: String,
        /// The others, of which the first ten are named.
        others: Places<String>,
    },
    /// Cells are computed. What the file keeps as their last value was read.
    Formulas(Places<CellName>),
    /// Cells are computed and the file keeps no value for them. They were read as empty; opening
    /// and saving the file in a spreadsheet program fills them in.
    FormulasWithoutValue(Places<CellName>),
    /// Cells hold an error such as `#REF!`, which was read as text.
    ErrorValues(Places<CellName>),
    /// Rows are hidden, by hand or by a filter. They were read like all others.
    HiddenRows(Places<u32>),
}

impl Finding {
    /// A stable name of the story, for the words that tell it.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Delimiter(_) => "delimiter",
            Self::Windows1252 => "windows-1252",
            Self::Utf16 => "utf-16",
            Self::BrokenCharacters { .. } => "broken-characters",
            Self::UnbalancedQuotes { .. } => "unbalanced-quotes",
            Self::RaggedRows(_) => "ragged-rows",
            Self::EmptyRows { .. } => "empty-rows",
            Self::HeaderMissing { .. } => "header-missing",
            Self::HeaderCellsEmpty(_) => "header-cells-empty",
            Self::DoubledName { .. } => "doubled-name",
            Self::MergedCells(_) => "merged-cells",
            Self::Dates1904 => "dates-1904",
            Self::MoreSheets { .. } => "more-sheets",
            Self::Formulas(_) => "formulas",
            Self::FormulasWithoutValue(_) => "formulas-without-value",
            Self::ErrorValues(_) => "error-values",
            Self::HiddenRows(_) => "hidden-rows",
        }
    }
}
