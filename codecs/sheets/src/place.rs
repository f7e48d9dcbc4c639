// SPDX-License-Identifier: EUPL-1.2
//! Where something stands, in the names that a spreadsheet shows: `C7`, `A1:B2`.

use std::fmt;

/// A cell, by the name that Excel and LibreOffice give it.
///
/// ```
/// let cell = paraat_sheets::CellName { column: 2, row: 7 };
/// assert_eq!(cell.to_string(), "C7");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellName {
    /// Column, counted from 0: 0 is `A`.
    pub column: u32,
    /// Row, counted from 1 as on screen.
    pub row: u32,
}

impl CellName {
    /// Reads a name such as `C7` or `$C$7`; `None` when it is not one.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut column: u32 = 0;
        let mut row: u32 = 0;
        let mut digits = false;
        for byte in text.bytes() {
            match byte {
                b'$' => {}
                b'A'..=b'Z' | b'a'..=b'z' if !digits => {
                    let value = u32::from(byte.to_ascii_uppercase() - b'A') + 1;
                    column = column.checked_mul(26)?.checked_add(value)?;
                }
                b'0'..=b'9' if column > 0 => {
                    digits = true;
                    row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?;
                }
                _ => return None,
            }
        }
        let column = column.checked_sub(1)?;
        (row > 0).then_some(Self { column, row })
    }
}

impl fmt::Display for CellName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_letters(self.column), self.row)
    }
}

/// The letters above a column, counted from 0: `A`, `Z`, `AA`, `XFD`.
pub(crate) fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// A block of cells, `A1:B2`; both corners belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Area {
    /// Top left.
    pub first: CellName,
    /// Bottom right.
    pub last: CellName,
}

impl Area {
    /// Reads `A1:B2`, or `A1` for a block of one; `None` when it is neither.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        let (first, last) = (CellName::read(first)?, CellName::read(last)?);
        (first.column <= last.column && first.row <= last.row).then_some(Self { first, last })
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.first, self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::{Area, CellName, column_letters};

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        let wanted = [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (701, "ZZ"),
            (16_383, "XFD"),
        ];
        for (column, letters) in wanted {
            assert_eq!(column_letters(column), letters);
        }
        assert_eq!(column_letters(u32::MAX), "MWLQKWV");
    }

    #[test]
    fn a_name_reads_back() {
        for name in ["A1", "C7", "XFD1048576"] {
            assert_eq!(CellName::read(name).unwrap().to_string(), name);
        }
        assert_eq!(CellName::read("$C$7"), CellName::read("c7"));
        for wrong in [
            "",
            "A",
            "7",
            "A0",
            "7A",
            "A1B",
            "é1",
            "AAAAAAAAAA1",
            "A99999999999",
        ] {
            assert_eq!(CellName::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_area_has_its_corners_in_order() {
        assert_eq!(Area::read("B2:D4").unwrap().to_string(), "B2:D4");
        assert_eq!(Area::read("B2").unwrap().to_string(), "B2:B2");
        assert_eq!(Area::read("D4:B2"), None);
    }
}
