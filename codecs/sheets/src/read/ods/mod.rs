// SPDX-License-Identifier: EUPL-1.2
//! ODS (OpenDocument 1.2 and later, part 3). Prefixes are the ones that every program writes.

mod cell;

use std::collections::HashSet;

use quick_xml::events::BytesStart;

use super::gather::Gather;
use super::xml::{Piece, Xml, attribute};
use crate::finding::{Finding, Places};
use crate::limits::Limits;
use crate::package::Package;
use crate::refused::Refused;
use crate::sheet::Format;
use crate::table::Table;

const CONTENT: &str = "content.xml";
/// Sheets are children of document, body and spreadsheet; elsewhere tables are something else.
const SHEET_DEPTH: u32 = 4;
/// A document has a style for each sheet; so many are too many.
const STYLES: usize = 100_000;

/// Reads the first sheet that is not hidden; when all are, the first.
pub(super) fn read(package: &Package<'_>, limits: &Limits) -> Result<Table, Refused> {
    for hidden_too in [false, true] {
        let xml = Xml::new(package.part(CONTENT)?);
        let document = Document {
            xml,
            gather: Gather::new(Format::Ods, limits),
            most: limits.text,
            hidden_too,
            hidden: HashSet::new(),
            read: None,
            others: Places::default(),
        };
        if let Some(table) = document.read()? {
            return Ok(table);
        }
    }
    Err(Refused::NoSheet)
}

struct Document<'p, 'l> {
    xml: Xml<'p>,
    gather: Gather<'l>,
    /// Bytes of text that are taken in.
    most: u64,
    /// Also read a sheet that is hidden.
    hidden_too: bool,
    /// Styles of sheets that hide them.
    hidden: HashSet<String>,
    /// Name of the sheet that was read.
    read: Option<String>,
    others: Places<String>,
}

/// What the tag of a row says.
struct Row {
    times: u32,
    hidden: bool,
}

impl Document<'_, '_> {
    /// The table of the first sheet that may be read; `None` when there is none.
    fn read(mut self) -> Result<Option<Table>, Refused> {
        let mut style = None;
        loop {
            let depth = self.xml.depth().saturating_add(1);
            let sheet = match self.xml.next()? {
                Piece::Open(tag) => match tag.name().as_ref() {
                    "style:style" => {
                        style = text(&tag, "style:name");
                        continue;
                    }
                    "style:table-properties" => {
                        let shown = text(&tag, "table:display");
                        if shown.as_deref() == Some("false") && self.hidden.len() < STYLES {
                            self.hidden.extend(style.take());
                        }
                        continue;
                    }
                    "table:table" if depth == SHEET_DEPTH => {
                        (text(&tag, "table:name"), text(&tag, "table:style-name"))
                    }
                    _ => continue,
                },
                Piece::End => break,
                _ => continue,
            };
            let (name, style) = (sheet.0.unwrap_or_default(), sheet.1.unwrap_or_default());
            if self.read.is_none() && (self.hidden_too || !self.hidden.contains(&style)) {
                self.sheet()?;
                self.read = Some(name);
            } else {
                self.xml.skip()?;
                self.others.add(name);
            }
        }
        let Some(read) = self.read else {
            return Ok(None);
        };
        if !self.others.is_empty() {
            let others = self.others;
            self.gather.find(Finding::MoreSheets { read, others });
        }
        self.gather.finish().map(Some)
    }

    fn sheet(&mut self) -> Result<(), Refused> {
        let outside = self.xml.depth().saturating_sub(1);
        let mut number: u32 = 1;
        while self.xml.depth() > outside {
            let row = match self.xml.next()? {
                Piece::Open(tag) => match tag.name().as_ref() {
                    "table:table-row" => Some(row(&tag)),
                    "table:table-rows" | "table:table-header-rows" | "table:table-row-group" => {
                        continue;
                    }
                    _ => None,
                },
                _ => continue,
            };
            let Some(row) = row else {
                self.xml.skip()?;
                continue;
            };
            self.row(number)?;
            if row.hidden {
                self.gather.hidden(number);
            }
            self.gather.end_rows(number, row.times, None)?;
            number = number.saturating_add(row.times);
        }
        Ok(())
    }

    fn row(&mut self, row: u32) -> Result<(), Refused> {
        let outside = self.xml.depth().saturating_sub(1);
        let mut column: u32 = 0;
        while self.xml.depth() > outside {
            let cell = match self.xml.next()? {
                Piece::Open(tag) => match tag.name().as_ref() {
                    "table:table-cell" => Some(cell::head(&tag)),
                    "table:covered-table-cell" => {
                        column =
                            column.saturating_add(count(&tag, "table:number-columns-repeated"));
                        None
                    }
                    _ => None,
                },
                _ => continue,
            };
            let Some(head) = cell else {
                self.xml.skip()?;
                continue;
            };
            let head = head.ok_or_else(|| self.xml.broken())?;
            let times = head.times;
            self.cell(head, column, row)?;
            column = column.saturating_add(times);
        }
        Ok(())
    }
}

fn row(tag: &BytesStart<'_>) -> Row {
    let visibility = text(tag, "table:visibility");
    Row {
        times: count(tag, "table:number-rows-repeated"),
        hidden: matches!(visibility.as_deref(), Some("collapse" | "filter")),
    }
}

/// An attribute by its full name.
fn text(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let value = attribute(tag, |each| each == name).flatten();
    value.map(std::borrow::Cow::into_owned)
}

/// A number in an attribute; 1 when it is not there.
fn count(tag: &BytesStart<'_>, name: &str) -> u32 {
    let number = text(tag, name).and_then(|number| number.trim().parse().ok());
    number.unwrap_or(1).max(1)
}
