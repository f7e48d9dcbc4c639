// SPDX-License-Identifier: EUPL-1.2
//! Lists: the rows of a page as a file that opens in a spreadsheet program, and, where a verb can
//! take its lines, that file back in.

use std::collections::BTreeMap;

use paraat_kernel::StreamId;
use paraat_ui::field::Typed;

use crate::{Answer, Need, Params, Query, Refusal, Row, Scene, Value};

/// The lines of some rows, one value a column.
pub type Lines = fn(&[Row], &[Answer], &Scene) -> Vec<Vec<Value>>;

/// A list, as data. However many rows it has, they are read in steps within one moment, so that the
/// memory it takes does not grow with them.
#[derive(Clone, Copy)]
pub struct List {
    /// Its name in file names and addresses, kebab-case, unique within its module.
    pub name: &'static str,
    /// Key of its title in the words.
    pub title: &'static str,
    /// Its columns, at least one.
    pub columns: &'static [ListColumn],
    /// What its lines lean on: a few rows, all in memory.
    pub needs: fn(&Params) -> Vec<Need>,
    /// Its rows, of which lines are made a step at a time. The limit of the query does not count.
    pub rows: fn(&Params) -> Query,
    /// The lines of some of those rows, one value a column, after the filters in the address.
    pub lines: Lines,
    /// How its lines come back in; none for a list that only goes out.
    pub import: Option<Import>,
}

/// A column of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListColumn {
    /// Its name, that of the field that it fills in when there is one.
    pub key: &'static str,
    /// Key of its heading in the words.
    pub label: &'static str,
    /// What its cells hold.
    pub holds: Holds,
    /// What becomes of it when the list comes back in.
    pub role: Role,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Text.
    Text,
    /// A whole number.
    Whole,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// A moment, RFC 3339; written in the time of who reads. It only goes out.
    Moment,
    /// One of these words; written as the page says it, by the key `{stem}-{word}`.
    Choice(&'static str, &'static [&'static str]),
    /// Some of these words, kept with commas between them; written as the page says them, with
    /// semicolons between them.
    Choices(&'static str, &'static [&'static str]),
    /// An organisation; written by its name.
    Organisation,
}

/// What becomes of a column when the list comes back in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It says which line it is: all of these together are of one line.
    Name,
    /// It can be changed.
    Own,
    /// It is there to be read. What was changed in it is not taken, and that is said.
    Fixed,
    /// It goes along with a line and makes no change of its own: the version that was seen, why.
    Beside,
}

impl ListColumn {
    /// A column that can be changed.
    pub const fn own(key: &'static str, label: &'static str, holds: Holds) -> Self {
        let role = Role::Own;
        Self {
            key,
            label,
            holds,
            role,
        }
    }

    /// The same column in another role.
    #[must_use]
    pub const fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }
}

/// How the lines of a list come back in.
#[derive(Clone, Copy)]
pub struct Import {
    /// Whether this audience may, so that the page offers it. The door rules again.
    pub may: fn(&Scene) -> bool,
    /// What a line that is new or changed asks for: nothing, or one verb or more, in order.
    pub wants: fn(&Line, &Scene) -> Result<Vec<Want>, Refusal>,
    /// The column of the list that alone names a line, and the indexed column of its table that
    /// holds the same: lines of a file are then found by it, and not by reading the whole list.
    pub found_by: Option<(&'static str, &'static str)>,
    /// Keys of the refusals that say that it is so already: such a line is unchanged.
    pub nothing_new: &'static [&'static str],
}

/// The cells of a line by the key of their column, in canonical form: words for choices, ids for
/// organisations.
pub type Cells = BTreeMap<&'static str, String>;

/// A line that came in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// What it says. A column that the file left out says what it said.
    pub cells: Cells,
    /// What it says here now; none for a line that is new.
    pub was: Option<Cells>,
}

impl Line {
    /// What stands in a cell; empty when nothing does.
    pub fn get(&self, key: &str) -> &str {
        self.cells.get(key).map_or("", String::as_str)
    }

    /// True when a cell says something else than it says here now.
    pub fn changed(&self, key: &str) -> bool {
        let was = self.was.as_ref().and_then(|was| was.get(key));
        was.map_or("", String::as_str) != self.get(key)
    }

    /// The version that the file was made from.
    pub fn seen(&self, key: &str) -> Option<u64> {
        self.get(key).parse().ok()
    }

    /// The cells of these columns as the fields of the same names.
    pub fn typed(&self, keys: &[&str]) -> Typed {
        let filled = keys.iter().map(|key| (*key, self.get(key)));
        let filled = filled.filter(|(_, text)| !text.is_empty());
        filled.fold(Typed::default(), |typed, (key, text)| typed.with(key, text))
    }
}

/// Something that a line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Want {
    /// The kind.
    pub kind: &'static str,
    /// Its verb.
    pub verb: &'static str,
    /// The stream it is called at, for verbs of a stream.
    pub target: Option<StreamId>,
    /// Its fields.
    pub typed: Typed,
    /// The version that the file was made from, for verbs that are exact.
    pub seen: Option<u64>,
    /// The column at which a refusal is shown that is about no column of its own.
    pub column: &'static str,
}
