// SPDX-License-Identifier: EUPL-1.2
//! Questions to read tables, as values. Only the ledger makes SELECTs of them, and every SELECT
//! filters on the classes that the asker may see.

use paraat_kernel::{Bounds, Class, Key, StreamId, Timestamp, Uuid};

use crate::{Table, Value};

/// Which state of the world is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum AsKnown {
    /// As it stands now.
    #[default]
    Now,
    /// As it was known on this node at that moment.
    At(Timestamp),
    /// Every row that ever was, closed ones included, oldest first.
    Ever,
}

/// One condition; all of a query hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// The column has this value.
    Is(&'static str, Value),
    /// The column has one of these values.
    In(&'static str, Vec<Value>),
    /// The column has another value, or none.
    Not(&'static str, Value),
    /// The column has a value, at least the first and at most the second of these where they are
    /// there.
    Between(&'static str, Option<Value>, Option<Value>),
    /// The row is of this stream.
    Stream(StreamId),
    /// The row is of this part of its stream.
    Part(Key),
    /// The row became known on this node after this moment: what came late from a partner too.
    Since(Timestamp),
    /// The row was recorded on this node after this position of its ledger. Unlike a moment, that
    /// tells apart what came in the same millisecond, or after a clock was set back.
    After(i64),
    /// The row was not recorded by this account.
    NotBy(Uuid),
    /// One of these holds.
    Any(Vec<Filter>),
    /// None of these holds.
    Neither(Vec<Filter>),
}

/// How rows are sorted. Equal rows stand in the order they were recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// By this column, upwards.
    Up(&'static str),
    /// By this column, downwards.
    Down(&'static str),
    /// Newest first.
    Newest,
    /// Oldest first.
    Oldest,
    /// As they are found: for rows that are put in their places afterwards. Not for pages of rows.
    Any,
}

/// A question to one read table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// The table.
    pub table: &'static Table,
    /// What must hold.
    pub filters: Vec<Filter>,
    /// The boxes of which its shape must touch one, for a table of shapes; none when it may be
    /// anywhere. Sides and corners count.
    pub touches: Option<Vec<Bounds>>,
    /// Of which state of the world.
    pub as_known: AsKnown,
    /// In which order.
    pub order: Order,
    /// How many rows at most.
    pub limit: u32,
    /// How many rows to pass over.
    pub offset: u32,
    /// Whether the number of all rows that hold is wanted too.
    pub count: Count,
}

/// How far rows are counted that hold but are not on the page that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Count {
    /// Not.
    #[default]
    No,
    /// Up to this many: an answer of so many says "as many or more". For what nobody wants to
    /// know to the last one, and what may have grown to a hundred thousand.
    UpTo(u32),
    /// All of them.
    All,
}

impl Query {
    /// All rows of a table as they stand now, at most 10,000.
    pub fn all(table: &'static Table) -> Self {
        Self {
            table,
            filters: Vec::new(),
            touches: None,
            as_known: AsKnown::Now,
            order: Order::Oldest,
            limit: 10_000,
            offset: 0,
            count: Count::No,
        }
    }

    /// The same with one more condition.
    #[must_use]
    pub fn filter(mut self, filter: Filter) -> Self {
        self.filters.push(filter);
        self
    }

    /// The same with the condition that a column has this value.
    #[must_use]
    pub fn is(self, column: &'static str, value: impl Into<Value>) -> Self {
        self.filter(Filter::Is(column, value.into()))
    }

    /// The same with the condition that its shape touches one of these boxes.
    #[must_use]
    pub fn touching(mut self, boxes: Vec<Bounds>) -> Self {
        self.touches = Some(boxes);
        self
    }

    /// The same in this order.
    #[must_use]
    pub fn by(mut self, order: Order) -> Self {
        self.order = order;
        self
    }

    /// The same for another state of the world.
    #[must_use]
    pub fn as_known(mut self, as_known: AsKnown) -> Self {
        self.as_known = as_known;
        self
    }

    /// The same, one page of it, with the count of all.
    #[must_use]
    pub fn page(mut self, offset: u32, limit: u32) -> Self {
        (self.offset, self.limit, self.count) = (offset, limit, Count::All);
        self
    }

    /// The same, counted up to so many.
    #[must_use]
    pub fn counted_to(mut self, most: u32) -> Self {
        self.count = Count::UpTo(most);
        self
    }
}

/// A row of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The table it is of.
    pub table: &'static Table,
    /// The stream whose event made it.
    pub stream: StreamId,
    /// The part of that stream.
    pub part: Key,
    /// Its class.
    pub class: Class,
    /// When it was recorded.
    pub since: Timestamp,
    /// Version of the stream that made it.
    pub version: u64,
    /// One value a column.
    pub values: Vec<Value>,
}

impl Row {
    /// The value in a column; `Empty` when the table has no such column.
    pub fn value(&self, column: &str) -> &Value {
        let at = self.table.columns.iter().position(|c| c.name == column);
        at.and_then(|at| self.values.get(at))
            .unwrap_or(&Value::Empty)
    }

    /// The text in a column; empty when there is none.
    pub fn text(&self, column: &str) -> &str {
        match self.value(column) {
            Value::Text(text) => text,
            _ => "",
        }
    }

    /// The number in a column.
    pub fn whole(&self, column: &str) -> Option<i64> {
        match self.value(column) {
            Value::Whole(number) => Some(*number),
            _ => None,
        }
    }
}

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rows {
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// How many rows hold in all, counted after what may not be seen was left out and as far as
    /// the query asked for it; else the number of rows.
    pub total: u64,
}
