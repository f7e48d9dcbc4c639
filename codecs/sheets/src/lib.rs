// SPDX-License-Identifier: EUPL-1.2
//! Lists to CSV, XLSX and ODS, and back.
//!
//! For a planner who opens an export in Excel or LibreOffice, changes some cells and hands it in
//! again. [`Writer`] takes rows one by one into any [`Write`](std::io::Write) and holds one row in
//! memory; [`read`] finds the format from the bytes, keeps to its [`Limits`] and answers a
//! [`Table`] with [`Finding`]s, or why not ([`Refused`]). No file, clock or network; no word of
//! any domain: findings and refusals are data, and their sentences are somebody else's.
//!
//! # What is promised
//! - **What is written reads back equal**, for every text: leading noughts, white space at the
//!   ends, line breaks, quotes, control characters. Three rules stand behind that. CSV puts an
//!   apostrophe before what a spreadsheet would take for a formula, and one more before an
//!   apostrophe that could be mistaken for it. XLSX and ODS write what XML cannot hold as
//!   `_x0001_`, as workbooks do. A text that Excel would cut (over 32,767 code units) is refused
//!   in XLSX ([`NotWritten::TooLong`]); CSV and ODS hold it. Rows in which every cell is empty are
//!   no rows.
//! - **Nothing is written as a formula**, in no format.
//! - **Reading never panics**, and never takes more than its limits, whatever the bytes.
//! - The same list gives the same bytes: no time of writing is in them.
//!
//! ```
//! use paraat_sheets::{Column, Format, Kind, Limits, Sheet, Writer, read};
//! let sheet = Sheet {
//!     title: "Bijstand".to_owned(),
//!     language: "nl-NL".to_owned(),
//!     columns: vec![Column::new("code", Kind::Text), Column::new("sinds", Kind::Date)],
//! };
//! for format in Format::ALL {
//!     let mut writer = Writer::new(format, &sheet, Vec::new())?;
//!     writer.row(&["007", "2024-05-31"])?;
//!     let table = read(&writer.finish()?, &Limits::default())?;
//!     assert_eq!(table.header, ["code", "sinds"]);
//!     assert_eq!(table.rows[0].cells, ["007", "2024-05-31"]);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod csv_cell;
mod escape;
mod finding;
mod limits;
mod package;
mod place;
mod read;
mod refused;
mod sheet;
mod table;
mod write;

pub use finding::{Delimiter, Finding, Places};
pub use limits::Limits;
pub use place::{Area, CellName};
pub use read::read;
pub use refused::{Refused, Seems};
pub use sheet::{Column, Format, Kind, Sheet};
pub use table::{Line, Table};
pub use write::{NotWritten, Writer};
