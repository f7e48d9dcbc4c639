// SPDX-License-Identifier: EUPL-1.2
//! Rows become a table here, whatever file they come from; all limits on what is kept in memory
//! are held here too.

use std::collections::BTreeMap;

use crate::finding::{Finding, Places};
use crate::limits::Limits;
use crate::place::{Area, CellName};
use crate::refused::Refused;
use crate::sheet::Format;
use crate::table::{Line, Table};

/// A table in the making.
pub(super) struct Gather<'a> {
    format: Format,
    limits: &'a Limits,
    header: Option<Line>,
    rows: Vec<Line>,
    current: Vec<String>,
    /// How many cells of the current row hold a number or a date.
    values: usize,
    header_is_values: bool,
    cells: u64,
    text: u64,
    ragged: Places<u32>,
    hidden: Places<u32>,
    formulas: Places<CellName>,
    without_value: Places<CellName>,
    errors: Places<CellName>,
    merged: Places<Area>,
    findings: Vec<Finding>,
}

/// What is said about a cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct About {
    /// It holds a number, a date or a time.
    pub value: bool,
    /// It is computed.
    pub formula: bool,
    /// It holds an error such as `#REF!`.
    pub error: bool,
}

impl<'a> Gather<'a> {
    pub(super) fn new(format: Format, limits: &'a Limits) -> Self {
        Self {
            format,
            limits,
            header: None,
            rows: Vec::new(),
            current: Vec::new(),
            values: 0,
            header_is_values: false,
            cells: 0,
            text: 0,
            ragged: Places::default(),
            hidden: Places::default(),
            formulas: Places::default(),
            without_value: Places::default(),
            errors: Places::default(),
            merged: Places::default(),
            findings: Vec::new(),
        }
    }

    /// Adds something that the reader of one kind of file found.
    pub(super) fn find(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Puts a text into the current row; columns count from 0. Empty texts take no place.
    pub(super) fn put(&mut self, column: u32, text: &str) -> Result<(), Refused> {
        if text.is_empty() {
            return Ok(());
        }
        if column >= self.limits.columns {
            return Err(Refused::TooManyColumns {
                most: self.limits.columns,
            });
        }
        self.afford(text.len() as u64)?;
        let column = column as usize;
        if self.current.len() <= column {
            self.current.resize(column.saturating_add(1), String::new());
        }
        if let Some(cell) = self.current.get_mut(column) {
            text.clone_into(cell);
        }
        Ok(())
    }

    /// True as long as no row had text: the next that does is the header.
    pub(super) fn wants_header(&self) -> bool {
        self.header.is_none()
    }

    /// Says something about a cell, which may be empty.
    pub(super) fn about(&mut self, cell: CellName, about: About, empty: bool) {
        if about.value {
            self.values = self.values.saturating_add(1);
        }
        if about.formula && empty {
            self.without_value.add(cell);
        } else if about.formula {
            self.formulas.add(cell);
        }
        if about.error {
            self.errors.add(cell);
        }
    }

    fn afford(&mut self, bytes: u64) -> Result<(), Refused> {
        self.text = self.text.saturating_add(bytes);
        if self.text > self.limits.text {
            return Err(Refused::TooMuchText {
                most: self.limits.text,
            });
        }
        Ok(())
    }

    /// The current row is complete. `given` is how many cells it has when the file says so, as
    /// CSV does; a row without text is passed over.
    pub(super) fn end_row(&mut self, number: u32, given: Option<usize>) -> Result<(), Refused> {
        self.end_rows(number, 1, given)
    }

    /// The current row stands in the file so many times, beginning at this number.
    pub(super) fn end_rows(
        &mut self,
        number: u32,
        times: u32,
        given: Option<usize>,
    ) -> Result<(), Refused> {
        let filled = self.current.iter().rposition(|cell| !cell.is_empty());
        let values = std::mem::take(&mut self.values);
        let mut cells = std::mem::take(&mut self.current);
        let Some(last) = filled else {
            return Ok(());
        };
        cells.truncate(last.saturating_add(1));
        let mut number = number;
        let mut times = times;
        if self.header.is_none() {
            let names = cells.iter().filter(|cell| !cell.is_empty()).count();
            self.header_is_values = values >= names;
            self.header = Some(Line {
                number,
                cells: cells.clone(),
            });
            number = number.saturating_add(1);
            times = times.saturating_sub(1);
        }
        let bytes = cells.iter().map(String::len).sum::<usize>() as u64;
        let Some(last) = times.checked_sub(1) else {
            return Ok(());
        };
        for time in 0..last {
            self.push(number.saturating_add(time), cells.clone(), given)?;
            self.afford(bytes)?;
        }
        self.push(number.saturating_add(last), cells, given)
    }

    fn push(
        &mut self,
        number: u32,
        mut cells: Vec<String>,
        given: Option<usize>,
    ) -> Result<(), Refused> {
        let width = self.header.as_ref().map_or(0, |header| header.cells.len());
        if cells.len() > width || given.is_some_and(|given| given < width) {
            self.ragged.add(number);
        }
        if cells.len() < width {
            cells.resize(width, String::new());
        }
        if self.rows.len() >= self.limits.rows as usize {
            return Err(Refused::TooManyRows {
                most: self.limits.rows,
            });
        }
        self.cells = self.cells.saturating_add(cells.len() as u64);
        if self.cells > self.limits.cells {
            return Err(Refused::TooManyCells {
                most: self.limits.cells,
            });
        }
        self.rows.push(Line { number, cells });
        Ok(())
    }

    /// The row is hidden; to be said before it ends. Counted when it has text.
    pub(super) fn hidden(&mut self, row: u32) {
        if self.current.iter().any(|cell| !cell.is_empty()) {
            self.hidden.add(row);
        }
    }

    /// These cells are merged into one.
    pub(super) fn merged(&mut self, area: Area) {
        self.merged.add(area);
    }

    /// Empties the cells of an area that its first cell covers. Answers how many it looked at.
    pub(super) fn clear_covered(&mut self, area: Area) -> u64 {
        let (from, to) = (area.first.column as usize, area.last.column as usize);
        let mut looked: u64 = 0;
        let mut clear = |line: &mut Line| {
            let inside = to.saturating_sub(from).saturating_add(1);
            for (column, cell) in line.cells.iter_mut().enumerate().skip(from).take(inside) {
                looked = looked.saturating_add(1);
                let first = line.number == area.first.row && column == from;
                if !first {
                    cell.clear();
                }
            }
        };
        if let Some(header) = &mut self.header
            && (area.first.row..=area.last.row).contains(&header.number)
        {
            clear(header);
        }
        let start = self
            .rows
            .partition_point(|line| line.number < area.first.row);
        let inside = self.rows.iter_mut().skip(start);
        inside
            .take_while(|line| line.number <= area.last.row)
            .for_each(&mut clear);
        looked
    }

    /// How many cells there are.
    pub(super) fn cells(&self) -> u64 {
        self.cells
    }

    /// The table; refused when there is nothing in it.
    pub(super) fn finish(mut self) -> Result<Table, Refused> {
        self.rows
            .retain(|line| line.cells.iter().any(|cell| !cell.is_empty()));
        let header = self.header.take().ok_or(Refused::NothingInIt)?;
        let last = self.rows.last().map_or(header.number, |line| line.number);
        let span = u64::from(last.saturating_sub(header.number));
        let empty = span.saturating_sub(self.rows.len() as u64);
        if empty > 0 {
            self.findings.push(Finding::EmptyRows { count: empty });
        }
        if self.header_is_values {
            self.findings
                .push(Finding::HeaderMissing { row: header.number });
        }
        self.names(&header);
        let list = [
            (self.ragged.is_empty(), Finding::RaggedRows(self.ragged)),
            (self.hidden.is_empty(), Finding::HiddenRows(self.hidden)),
            (self.merged.is_empty(), Finding::MergedCells(self.merged)),
            (self.formulas.is_empty(), Finding::Formulas(self.formulas)),
            (
                self.without_value.is_empty(),
                Finding::FormulasWithoutValue(self.without_value),
            ),
            (self.errors.is_empty(), Finding::ErrorValues(self.errors)),
        ];
        let found = list.into_iter().filter(|(none, _)| !none);
        self.findings.extend(found.map(|(_, finding)| finding));
        Ok(Table {
            format: self.format,
            header: header.cells,
            rows: self.rows,
            findings: self.findings,
        })
    }

    /// Names that are missing, and names that several columns have.
    fn names(&mut self, header: &Line) {
        let mut empty = Places::default();
        let mut named: BTreeMap<&str, Places<CellName>> = BTreeMap::new();
        for (column, name) in (0..).zip(&header.cells) {
            let cell = CellName {
                column,
                row: header.number,
            };
            match name.trim() {
                "" => empty.add(cell),
                name => named.entry(name).or_default().add(cell),
            }
        }
        if !empty.is_empty() {
            self.findings.push(Finding::HeaderCellsEmpty(empty));
        }
        for (name, cells) in named {
            if cells.count > 1 {
                let name = name.to_owned();
                self.findings.push(Finding::DoubledName { name, cells });
            }
        }
    }
}
