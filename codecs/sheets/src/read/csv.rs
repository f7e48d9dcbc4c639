// SPDX-License-Identifier: EUPL-1.2
//! CSV (RFC 4180), and what Excel, LibreOffice and people make of it.

use memchr::{memchr, memchr_iter, memchr3};

use super::gather::{About, Gather};
use super::text;
use super::value::is_value;
use crate::csv_cell;
use crate::finding::{Delimiter, Finding};
use crate::limits::Limits;
use crate::place::CellName;
use crate::refused::Refused;
use crate::sheet::Format;
use crate::table::Table;

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Table, Refused> {
    let (text, findings) = text::decode(bytes);
    let mut gather = Gather::new(Format::Csv, limits);
    for finding in findings {
        gather.find(finding);
    }
    let (text, delimiter) = match stated(&text) {
        Some((rest, delimiter)) => (rest, delimiter),
        None => (text.as_ref(), likely(text.as_ref())),
    };
    let mut scan = Scan {
        text,
        at: 0,
        delimiter: delimiter.byte(),
        cell: String::new(),
        unbalanced: None,
    };
    let mut row: u32 = 0;
    while scan.at < text.len() {
        row = row.saturating_add(1);
        scan.row(row, &mut gather)?;
    }
    if let Some((row, at, count)) = scan.unbalanced {
        let before = text.as_bytes().get(..at).unwrap_or(&[]);
        let breaks = memchr_iter(b'\n', before).count().saturating_add(1);
        let line = u32::try_from(breaks).unwrap_or(u32::MAX);
        gather.find(Finding::UnbalancedQuotes { row, line, count });
    }
    let mut table = gather.finish()?;
    if table.header.len() > 1 {
        table.findings.insert(0, Finding::Delimiter(delimiter));
    }
    Ok(table)
}

/// A first line `sep=;`, which Excel takes as a statement and does not show.
fn stated(text: &str) -> Option<(&str, Delimiter)> {
    let rest = text.strip_prefix("sep=")?;
    let found = DELIMITERS
        .iter()
        .find(|each| rest.as_bytes().first() == Some(&each.byte()))?;
    let rest = rest.get(1..)?;
    let rest = rest.strip_prefix('\r').unwrap_or(rest);
    let ended = rest.is_empty() || rest.starts_with('\n');
    ended.then(|| (rest.strip_prefix('\n').unwrap_or(rest), *found))
}

/// In order of preference.
const DELIMITERS: [Delimiter; 3] = [Delimiter::Semicolon, Delimiter::Tab, Delimiter::Comma];
/// So many rows and bytes are looked at to find what divides the cells.
const SAMPLE_ROWS: usize = 20;
const SAMPLE_BYTES: usize = 64 << 10;

/// The delimiter that the first rows have most often, counted where they have it least.
fn likely(text: &str) -> Delimiter {
    let mut rows: Vec<[usize; 3]> = Vec::new();
    let mut counts = [0_usize; 3];
    let (mut quoted, mut fresh, mut blank) = (false, true, true);
    for byte in text.bytes().take(SAMPLE_BYTES) {
        let at = DELIMITERS.iter().position(|each| each.byte() == byte);
        match (byte, at) {
            (b'"', _) if quoted || fresh => {
                quoted = !quoted;
                blank = false;
                // A quote right behind a closing one goes on with the same cell.
                fresh = !quoted;
                continue;
            }
            (b'\n' | b'\r', _) if !quoted => {
                if !blank {
                    rows.push(counts);
                }
                (counts, blank) = ([0; 3], true);
                if rows.len() >= SAMPLE_ROWS {
                    break;
                }
            }
            (_, Some(at)) if !quoted => {
                if let Some(count) = counts.get_mut(at) {
                    *count = count.saturating_add(1);
                }
                blank = false;
            }
            _ => blank = false,
        }
        fresh = at.is_some() || matches!(byte, b'\n' | b'\r');
    }
    if rows.is_empty() {
        rows.push(counts);
    }
    let mut best = ((0, false), 0, Delimiter::Semicolon);
    for (at, delimiter) in DELIMITERS.into_iter().enumerate() {
        let of = |row: &[usize; 3]| row.get(at).copied().unwrap_or(0);
        let first = rows.first().map_or(0, of);
        let least = rows.iter().map(of).min().unwrap_or(0);
        let score = (least, rows.iter().all(|row| of(row) == first));
        if least.max(first) > 0 && (score, first) > (best.0, best.1) {
            best = (score, first, delimiter);
        }
    }
    best.2
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    delimiter: u8,
    /// The text of the cell that was read last.
    cell: String,
    /// The first cell with unbalanced quotes, row and place, and how many there are.
    unbalanced: Option<(u32, usize, u64)>,
}

impl Scan<'_> {
    /// Reads one row, its line end with it.
    fn row(&mut self, row: u32, gather: &mut Gather<'_>) -> Result<(), Refused> {
        let mut column: u32 = 0;
        loop {
            self.cell(row);
            let text = csv_cell::read(&self.cell);
            gather.put(column, text)?;
            if gather.wants_header() && is_value(text) {
                let about = About {
                    value: true,
                    ..About::default()
                };
                gather.about(CellName { column, row }, about, false);
            }
            column = column.saturating_add(1);
            if !self.take(self.delimiter) {
                break;
            }
        }
        // A line ends with CR LF, with LF, or with CR alone as on an old Macintosh.
        self.take(b'\r');
        self.take(b'\n');
        gather.end_row(row, Some(column as usize))
    }

    /// Goes past this byte when it comes next.
    fn take(&mut self, wanted: u8) -> bool {
        let taken = self.text.as_bytes().get(self.at) == Some(&wanted);
        self.at = self.at.saturating_add(usize::from(taken));
        taken
    }

    /// Reads one cell, up to what ends it.
    fn cell(&mut self, row: u32) {
        self.cell.clear();
        let opened = self.at;
        if self.take(b'"') && !self.quoted() {
            // Nothing closes it: then it is a sign of inches, or a slip, and part of the text.
            self.cell.clear();
            self.at = opened;
        }
        let open = opened == self.at;
        let bytes = self.text.as_bytes().get(self.at..).unwrap_or(&[]);
        let length = memchr3(self.delimiter, b'\n', b'\r', bytes).unwrap_or(bytes.len());
        let plain = self
            .text
            .get(self.at..self.at.saturating_add(length))
            .unwrap_or("");
        self.cell.push_str(plain);
        self.at = self.at.saturating_add(length);
        // After a closing quote the cell must end; without one it must not begin with a quote.
        if (!open && length > 0) || (open && plain.starts_with('"')) {
            let (first_row, at, count) = self.unbalanced.unwrap_or((row, opened, 0));
            self.unbalanced = Some((first_row, at, count.saturating_add(1)));
        }
    }

    /// Reads on from an opening quote to behind the one that closes it; false when none does.
    fn quoted(&mut self) -> bool {
        loop {
            let bytes = self.text.as_bytes().get(self.at..).unwrap_or(&[]);
            let Some(length) = memchr(b'"', bytes) else {
                return false;
            };
            let end = self.at.saturating_add(length);
            self.cell
                .push_str(self.text.get(self.at..end).unwrap_or(""));
            self.at = end.saturating_add(1);
            if !self.take(b'"') {
                return true;
            }
            self.cell.push('"');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Delimiter, likely, read};
    use crate::finding::{Finding, Places};
    use crate::limits::Limits;
    use crate::refused::Refused;
    use crate::table::Table;

    fn table(text: &str) -> Table {
        read(text.as_bytes(), &Limits::default()).unwrap()
    }

    fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (number, cells.iter().map(|&cell| cell.to_owned()).collect())
    }

    fn rows(table: &Table) -> Vec<(u32, Vec<String>)> {
        let cells = |line: &crate::Line| (line.number, line.cells.clone());
        table.rows.iter().map(cells).collect()
    }

    #[test]
    fn quotes_hold_delimiters_line_breaks_and_quotes() {
        let table = table("a;b\r\n\"1;\"\"x\"\"\r\ny\";2\r\n3;\"\"\n");
        assert_eq!(table.header, ["a", "b"]);
        assert_eq!(
            rows(&table),
            [row(2, &["1;\"x\"\r\ny", "2"]), row(3, &["3", ""])]
        );
        assert_eq!(table.findings, [Finding::Delimiter(Delimiter::Semicolon)]);
    }

    #[test]
    fn rows_keep_the_number_that_a_spreadsheet_shows() {
        let table = table("\n\na;b\r\r1;2\n;;\n\n3;4");
        assert_eq!(rows(&table), [row(5, &["1", "2"]), row(8, &["3", "4"])]);
        assert!(table.findings.contains(&Finding::EmptyRows { count: 3 }));
    }

    #[test]
    fn the_delimiter_is_found() {
        for (text, wanted) in [
            ("a;b\n1,5;2,5\n", Delimiter::Semicolon),
            ("a,b\n1,\"2;3;4\"\n", Delimiter::Comma),
            ("a\tb, c, d\n1\t2\n", Delimiter::Tab),
            ("Naam, voornaam, titel;Plaats\nx;y\n", Delimiter::Semicolon),
            ("naam\nJansen, J.\n", Delimiter::Semicolon),
            ("0;\"\"\"\t\t\";1;\"a\nb\"\n", Delimiter::Semicolon),
            ("", Delimiter::Semicolon),
        ] {
            assert_eq!(likely(text), wanted, "{text}");
        }
        let table = table("sep=,\r\na,b;c\r\n");
        assert_eq!(table.header, ["a", "b;c"]);
    }

    #[test]
    fn quotes_that_nothing_closes_are_text() {
        let table = table("a;b\n\"x\ny\";1\n\"3\" buis;4\n\"5;6\n7;8\n");
        assert_eq!(
            rows(&table)[1..],
            [
                row(3, &["3 buis", "4"]),
                row(4, &["\"5", "6"]),
                row(5, &["7", "8"])
            ]
        );
        let found = Finding::UnbalancedQuotes {
            row: 3,
            line: 4,
            count: 2,
        };
        assert!(table.findings.contains(&found));
    }

    #[test]
    fn rows_of_another_width_are_named() {
        let table = table("a;b;;\n1;2;;\n3\n4;5;6;;\n");
        assert_eq!(table.header, ["a", "b"]);
        assert_eq!(
            rows(&table)[1..],
            [row(3, &["3", ""]), row(4, &["4", "5", "6"])]
        );
        let ragged = Places {
            count: 2,
            first: vec![3, 4],
        };
        assert!(table.findings.contains(&Finding::RaggedRows(ragged)));
    }

    #[test]
    fn what_is_not_in_order_with_the_header_is_said() {
        let table = table("naam;;naam\n1;2;3\n");
        let keys: Vec<_> = table.findings.iter().map(Finding::key).collect();
        assert_eq!(keys, ["delimiter", "header-cells-empty", "doubled-name"]);
        let table = self::table("1;2024-05-31\n2;2024-06-01\n");
        assert!(table.findings.contains(&Finding::HeaderMissing { row: 1 }));
    }

    #[test]
    fn limits_are_held() {
        let limits = Limits {
            rows: 1,
            columns: 2,
            cells: 100,
            text: 10,
            ..Limits::default()
        };
        let refused = |text: &str| read(text.as_bytes(), &limits).unwrap_err();
        assert_eq!(refused("a\nb\nc\n"), Refused::TooManyRows { most: 1 });
        assert_eq!(refused("a;b;c\n"), Refused::TooManyColumns { most: 2 });
        assert_eq!(
            refused("a;12345678901\n"),
            Refused::TooMuchText { most: 10 }
        );
        assert_eq!(refused(";;;\n\n"), Refused::NothingInIt);
        let limits = Limits {
            cells: 3,
            ..Limits::default()
        };
        let refused = read(b"a;b\n1;2\n3;4\n", &limits).unwrap_err();
        assert_eq!(refused, Refused::TooManyCells { most: 3 });
    }
}
