// SPDX-License-Identifier: EUPL-1.2
//! CSV as a Dutch Excel opens it by a double click: UTF-8 with its mark, semicolons, CR LF.

use std::io::{self, Write};

use crate::csv_cell;
use crate::sheet::{Kind, Sheet, canonical_whole};

/// Bytes are handed on when there are so many.
const FULL: usize = 32 << 10;

pub(super) struct Csv<W: Write> {
    kinds: Vec<Kind>,
    out: W,
    buffer: String,
}

impl<W: Write> Csv<W> {
    pub(super) fn new(sheet: &Sheet, out: W) -> io::Result<Self> {
        let kinds = sheet.columns.iter().map(|column| column.kind).collect();
        let buffer = "\u{feff}".to_owned();
        let mut csv = Self { kinds, out, buffer };
        for (column, head) in sheet.columns.iter().enumerate() {
            csv.divide(column);
            csv_cell::push(&mut csv.buffer, &head.name);
        }
        csv.buffer.push_str("\r\n");
        Ok(csv)
    }

    fn divide(&mut self, column: usize) {
        if column > 0 {
            self.buffer.push(';');
        }
    }

    pub(super) fn row<'t>(&mut self, texts: impl Iterator<Item = &'t str>) -> io::Result<()> {
        for (column, text) in texts.enumerate() {
            self.divide(column);
            // A number below nought is no formula, though it begins with a minus.
            let whole = self.kinds.get(column) == Some(&Kind::Whole);
            if whole && canonical_whole(text).is_some() {
                self.buffer.push_str(text);
            } else {
                csv_cell::push(&mut self.buffer, text);
            }
        }
        self.buffer.push_str("\r\n");
        if self.buffer.len() >= FULL {
            self.out.write_all(self.buffer.as_bytes())?;
            self.buffer.clear();
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> io::Result<W> {
        self.out.write_all(self.buffer.as_bytes())?;
        self.out.flush()?;
        Ok(self.out)
    }
}
