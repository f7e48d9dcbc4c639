// SPDX-License-Identifier: EUPL-1.2
//! What reading gives: names, rows and findings.

use crate::finding::Finding;
use crate::sheet::Format;

/// A list that was read.
///
/// Every cell is text in canonical form. From XLSX and ODS: numbers without exponent and without
/// `.0`, dates `2024-05-31`, dates with a time `2024-05-31T14:30:00`, times `14:30:00`, booleans
/// `true` and `false`, texts as they are, and of a formula the value that was kept with it. CSV
/// knows no types, so there every cell is the text that stands in it;
/// [`Kind::canonical`](crate::Kind::canonical) reads what a person left there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the file is, going by its bytes.
    pub format: Format,
    /// The first row with something in it.
    pub header: Vec<String>,
    /// The rows below it that have something in them.
    pub rows: Vec<Line>,
    /// What is good to know about the file.
    pub findings: Vec<Finding>,
}

/// A row that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The number that a spreadsheet program shows beside it, from 1; the header has one too.
    pub number: u32,
    /// Its cells: as many as the header has, or more when it goes on beyond the header.
    pub cells: Vec<String>,
}
