// SPDX-License-Identifier: EUPL-1.2
//! Read tables, declared as data. Modules write no SQL: they return keyed changes, and only the
//! ledger turns these, and queries, into statements.

use paraat_kernel::{Card, Class, File, Key, Text, Timestamp, Waiting};

use crate::{Recorded, Row};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text; a moment is text in RFC 3339 (UTC), which sorts as it should.
    Text,
    /// A whole number.
    Whole,
}

/// A column of a read table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name, snake_case.
    pub name: &'static str,
    /// What it holds.
    pub kind: ColumnKind,
    /// True when lists are filtered or sorted on it, so that it wants an index.
    pub indexed: bool,
}

/// A text column.
pub const fn text(name: &'static str) -> Column {
    Column {
        name,
        kind: ColumnKind::Text,
        indexed: false,
    }
}

/// A column of whole numbers.
pub const fn whole(name: &'static str) -> Column {
    Column {
        name,
        kind: ColumnKind::Whole,
        indexed: false,
    }
}

/// A text column that lists are filtered on.
pub const fn flag(name: &'static str) -> Column {
    Column {
        name,
        kind: ColumnKind::Text,
        indexed: true,
    }
}

/// A read table. Every row also carries its stream, its part of that stream, its class and from
/// when to when it was so; "as known at" and a diff are the same query on the same rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its name, snake_case, unique over all modules.
    pub name: &'static str,
    /// Its own columns.
    pub columns: &'static [Column],
}

impl Table {
    /// The columns of a table of shapes that hold the sides of the box around each.
    pub const SIDES: [&'static str; 4] = ["west", "south", "east", "north"];

    /// True for a table of shapes: it has the column `geometry` and those of the sides, so that its
    /// rows are found by where they are.
    pub fn shaped(&self) -> bool {
        let has = |name: &str| self.columns.iter().any(|column| column.name == name);
        has("geometry") && Self::SIDES.into_iter().all(has)
    }
}

/// A value in a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Nothing.
    Empty,
    /// A whole number.
    Whole(i64),
    /// Text.
    Text(String),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Whole(number)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// A change of one row, named by table and part. The row belongs to the stream whose event made
/// it: no event can touch the rows of another stream.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// From now on the row says this.
    Put {
        /// The table.
        table: &'static Table,
        /// The part of the stream, empty for the whole.
        part: Key,
        /// Another class than that of the stream: stricter marking, sealed, owner only.
        class: Option<Class>,
        /// One value a column, in the order of the table.
        values: Vec<Value>,
    },
    /// From now on there is no such row.
    Close {
        /// The table.
        table: &'static Table,
        /// The part of the stream.
        part: Key,
    },
}

/// A row of the stream itself, in the class of the stream.
pub fn put(table: &'static Table, values: Vec<Value>) -> Change {
    put_part(table, Key::new(), values)
}

/// A row of a part of the stream, in the class of the stream.
pub fn put_part(table: &'static Table, part: Key, values: Vec<Value>) -> Change {
    Change::Put {
        table,
        part,
        class: None,
        values,
    }
}

/// The table of all cards: what everything has in common.
pub static CARDS: Table = Table {
    name: "card",
    columns: &[
        flag("module"),
        flag("kind"),
        text("title_nl"),
        text("title_en"),
        text("body_nl"),
        text("body_en"),
        flag("status"),
        flag("holder"),
        flag("under"),
        text("sort"),
        text("due"),
        text("stale_after"),
        flag("waiting_for"),
        text("waiting_words"),
        text("waiting_at"),
    ],
};

/// A card as a row.
pub fn put_card(card: &Card) -> Change {
    let moment = |at: Option<Timestamp>| Value::from(at.map(|at| at.to_string()));
    let waiting = card.waiting_for.as_ref();
    Change::Put {
        table: &CARDS,
        part: card.part.clone(),
        class: None,
        values: vec![
            card.module.as_str().into(),
            card.kind.as_str().into(),
            card.title.nl.as_str().into(),
            card.title.en.as_str().into(),
            card.body.nl.as_str().into(),
            card.body.en.as_str().into(),
            card.status.as_str().into(),
            card.holder.as_ref().map(ToString::to_string).into(),
            card.under.as_ref().map(ToString::to_string).into(),
            card.order.as_str().into(),
            moment(card.due),
            moment(card.stale_after),
            waiting.map(|it| it.organisation.to_string()).into(),
            waiting.map(|it| it.words.clone()).into(),
            waiting.map(|it| it.at.clone()).into(),
        ],
    }
}

/// The end of a card.
pub fn close_card(part: Key) -> Change {
    Change::Close {
        table: &CARDS,
        part,
    }
}

/// A row of `CARDS` as a card.
pub fn card_of(row: &Row) -> Card {
    let text = |nl: &str, en: &str| Text::both(row.text(nl), row.text(en));
    let waiting = |organisation| Waiting {
        organisation,
        words: row.text("waiting_words").to_owned(),
        at: row.text("waiting_at").to_owned(),
    };
    Card {
        stream: row.stream.clone(),
        part: row.part.clone(),
        module: row.text("module").to_owned(),
        kind: row.text("kind").to_owned(),
        title: text("title_nl", "title_en"),
        body: text("body_nl", "body_en"),
        status: row.text("status").to_owned(),
        holder: row.text("holder").parse().ok(),
        under: row.text("under").parse().ok(),
        order: row.text("sort").to_owned(),
        due: row.text("due").parse().ok(),
        stale_after: row.text("stale_after").parse().ok(),
        waiting_for: row.text("waiting_for").parse().ok().map(waiting),
    }
}

/// The table of all files that belong to something in the record. A file is a part of its stream,
/// and its name there is its own for good. Its bytes lie beside the record, by their code; who may
/// see this row may have them.
pub static FILES: Table = Table {
    name: "file",
    columns: &[
        flag("of"),
        flag("under"),
        flag("name"),
        text("media"),
        whole("size"),
        text("digest"),
        flag("code"),
        text("function"),
        text("at"),
    ],
};

/// The part of its stream that a file is.
fn part_of_file(name: &str) -> Key {
    format!("file/{name}")
}

/// A file as a row. `name` is what it is called from now on, `of` what it belongs to, `under` what
/// that belongs to.
pub fn put_file(file: &File, name: &str, (of, under): (&str, &str), recorded: &Recorded) -> Change {
    Change::Put {
        table: &FILES,
        part: part_of_file(name),
        class: None,
        values: vec![
            of.into(),
            under.into(),
            name.into(),
            file.media.as_str().into(),
            i64::try_from(file.size).unwrap_or(i64::MAX).into(),
            file.digest.as_str().into(),
            file.code.as_str().into(),
            recorded.function.as_str().into(),
            recorded.recorded.to_string().into(),
        ],
    }
}

/// The end of a file.
pub fn close_file(name: &str) -> Change {
    Change::Close {
        table: &FILES,
        part: part_of_file(name),
    }
}

impl Change {
    /// The same in this class, in the place of that of the stream.
    #[must_use]
    pub fn classed(mut self, of: Class) -> Self {
        if let Self::Put { class, .. } = &mut self {
            *class = Some(of);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use paraat_kernel::{Circle, Label, StreamId, Uuid};

    use super::*;

    #[test]
    fn a_card_reads_back_as_it_was_put() {
        let owner: paraat_kernel::OrganisationId = "jenv".parse().unwrap();
        let stream = StreamId::new(owner.clone(), Uuid::from_u128(1));
        let mut card = Card::new(stream.clone(), "agenda", "activity", Text::both("a", "b"));
        for waiting_for in [
            None,
            Some(Waiting {
                organisation: "vr23".parse().unwrap(),
                words: "agenda-progress-report".to_owned(),
                at: format!("/agenda/progress/report?activity={stream}"),
            }),
        ] {
            card.waiting_for = waiting_for;
            card.due = card.waiting_for.as_ref().map(|_| Timestamp::UNIX_EPOCH);
            let Change::Put { values, table, .. } = put_card(&card) else {
                unreachable!()
            };
            assert_eq!(values.len(), table.columns.len());
            let row = Row {
                table,
                stream: stream.clone(),
                part: Key::new(),
                class: Class::open(owner.clone(), Circle::Public, Label::Clear),
                since: Timestamp::UNIX_EPOCH,
                version: 1,
                values,
            };
            assert_eq!(card_of(&row), card);
        }
    }
}
