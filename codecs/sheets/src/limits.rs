// SPDX-License-Identifier: EUPL-1.2
//! How much a file may ask of us.

/// What a file may hold at most; above it, it is refused with the limit named.
///
/// The defaults let through twice the largest list that we write (100,000 rows of 15 columns)
/// and keep the memory of reading one file under about half a gigabyte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Bytes of all its parts together once they are unpacked.
    pub unpacked: u64,
    /// How many times larger than packed a part of more than 64 MiB may be.
    pub ratio: u64,
    /// Rows with something in them, header not counted.
    pub rows: u32,
    /// Columns up to the last one with something in it.
    pub columns: u32,
    /// Cells of all rows together, the empty ones that complete a row counted too.
    pub cells: u64,
    /// Bytes of the texts of all cells together, as UTF-8.
    pub text: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            unpacked: 512 << 20,
            ratio: 500,
            rows: 200_000,
            columns: 256,
            cells: 3_000_000,
            text: 128 << 20,
        }
    }
}

impl Limits {
    /// How many tags and texts one part may have: a cell takes five to ten, and what is not a cell
    /// has room too. It bounds the time for parts that pack well and hold nothing.
    pub(crate) const fn pieces(&self) -> u64 {
        self.cells.saturating_mul(16).saturating_add(1_000_000)
    }
}

/// What a part may always be, whatever its ratio: a list with many equal rows packs very well.
pub(crate) const RATIO_FREE: u64 = 64 << 20;
