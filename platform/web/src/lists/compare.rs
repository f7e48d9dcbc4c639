// SPDX-License-Identifier: EUPL-1.2
//! A file beside what stands here: which of its lines are new, and which say something else.

use std::collections::HashMap;

use paraat_contract::{Broken, Filter, Holds, Line, ListColumn, Order, Params, Query, Role, Value};
use paraat_sheets::Finding;

use super::cells::{Cells, plain, trimmed};
use super::read::{Came, NotRead, came};
use super::take::Bad;
use super::{Listed, Room};

/// What a line of a file is beside what stands here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It says the same.
    Unchanged,
    /// There is no such line here.
    New,
    /// It says something else.
    Changed,
}

/// A line of a file.
#[derive(Debug, Clone)]
pub(super) struct Lined {
    /// The number that a spreadsheet program shows beside it.
    pub number: u32,
    pub line: Line,
    pub state: State,
}

/// A file that was read and compared.
pub struct Compared {
    pub(super) listed: Listed,
    pub(super) lines: Vec<Lined>,
    /// Lines that cannot be what they say.
    pub(super) bad: Vec<Bad>,
    /// What was found about the file as such.
    pub(super) findings: Vec<Finding>,
    /// Headings that are none of ours.
    pub(super) unknown: Vec<String>,
    /// Headings of columns that are only read, in which something else stands, and in how many
    /// lines.
    pub(super) fixed: Vec<(String, u64)>,
}

impl Compared {
    /// Reads a file and compares it with what who asks sees of the list. Blocks.
    pub fn new(
        room: &Room<'_>,
        listed: Listed,
        bytes: &[u8],
    ) -> Result<Result<Self, NotRead>, Broken> {
        let list = listed.list;
        let came = match came(bytes, list, room.words, room.audience.language) {
            Ok(came) => came,
            Err(not_read) => return Ok(Err(not_read)),
        };
        let names = room.names();
        let zone = &room.audience.zone;
        let cells = Cells::new(list, room.words, &names, came.language, zone);
        let mut work = Work::new(room, listed, came, &cells);
        let params = Params {
            now: room.now,
            ..Params::default()
        };
        // What stands here is said in the language of the file, so that the two can be compared.
        let mut audience = room.audience.clone();
        audience.language = work.came.language;
        let as_file = Room {
            audience: &audience,
            ..*room
        };
        let scene = as_file.scene(&params, &names);
        let needs = (list.needs)(&params);
        let queries = work.queries((list.rows)(&params));
        room.desk
            .walk(&audience, &needs, &queries, &mut |answers, rows| {
                for line in (list.lines)(&rows, answers, &scene) {
                    work.meet(&line);
                }
                true
            })?;
        Ok(Ok(work.done()))
    }
}

struct Work<'a> {
    room: &'a Room<'a>,
    listed: Listed,
    came: Came,
    cells: &'a Cells<'a>,
    /// The lines of the file; none for one that is bad.
    lines: Vec<Option<Lined>>,
    /// Lines by their name.
    by_name: HashMap<String, usize>,
    bad: Vec<Bad>,
    fixed: Vec<u64>,
}

/// So many names are asked for at once.
const NAMES: usize = 500;

/// Parts of a name are divided by what no cell holds.
const PART: &str = "\u{1f}";

impl<'a> Work<'a> {
    fn new(room: &'a Room<'a>, listed: Listed, came: Came, cells: &'a Cells<'a>) -> Self {
        let mut work = Self {
            room,
            listed,
            lines: Vec::with_capacity(came.table.rows.len()),
            by_name: HashMap::new(),
            bad: Vec::new(),
            fixed: vec![0; listed.list.columns.len()],
            came,
            cells,
        };
        for at in 0..work.came.table.rows.len() {
            let line = work.read(at);
            work.lines.push(line);
        }
        work
    }

    fn say_bad(&mut self, number: u32, column: Option<&ListColumn>, key: &str, with: &str) {
        let voice = self.room.voice();
        let sentence = voice.with(key, &[("line", with.to_owned()), ("text", with.to_owned())]);
        self.bad.push(Bad {
            number,
            key: column.map_or(String::new(), |it| it.key.to_owned()),
            column: column.map_or(String::new(), |it| voice.say(it.label)),
            reason: key.to_owned(),
            sentence,
        });
    }

    /// Which of two lines is meant nobody can say: neither is good, and each names the other.
    fn say_twice(&mut self, before: usize, number: u32, column: Option<&ListColumn>) {
        let rows = &self.came.table.rows;
        let first = rows.get(before).map_or(0, |row| row.number);
        let (here, there) = (number.to_string(), first.to_string());
        self.say_bad(number, column, "list-line-twice", &there);
        if self.lines.get_mut(before).and_then(Option::take).is_some() {
            self.say_bad(first, column, "list-line-twice", &here);
        }
    }

    /// A line as it stands in the file, in canonical form.
    fn read(&mut self, at: usize) -> Option<Lined> {
        let list = self.listed.list;
        let row = self.came.table.rows.get(at)?;
        let number = row.number;
        let mut line = Line::default();
        let mut wrong = Vec::new();
        for (column, (place, own)) in list.columns.iter().zip(self.came.places.iter().zip(0..)) {
            let Some(place) = place else { continue };
            let typed = row.cells.get(*place).map_or("", String::as_str);
            let read = if column.role == Role::Fixed {
                Ok(trimmed(typed))
            } else {
                self.cells.read(own, typed)
            };
            match read {
                Ok(text) => {
                    line.cells.insert(column.key, text);
                }
                Err(key) => wrong.push((column, key, typed.to_owned())),
            }
        }
        let is_wrong = !wrong.is_empty();
        for (column, key, typed) in wrong {
            self.say_bad(number, Some(column), key, &typed);
        }
        if is_wrong {
            return None;
        }
        let named = || list.columns.iter().filter(|it| it.role == Role::Name);
        let name: Vec<&str> = named().map(|column| line.get(column.key)).collect();
        let (name, first) = (name.join(PART), named().next());
        if name.replace(PART, "").is_empty() {
            self.say_bad(number, first, "list-line-no-name", "");
            return None;
        }
        let before = *self.by_name.entry(name).or_insert(at);
        if before != at {
            self.say_twice(before, number, first);
            return None;
        }
        let state = State::New;
        Some(Lined {
            number,
            line,
            state,
        })
    }

    /// What asks for the lines that stand here under the names in the file: for each name where the
    /// list can be found by it, else the whole list. The order does not matter.
    fn queries(&self, whole: Query) -> Vec<Query> {
        let whole = whole.by(Order::Oldest);
        let by = self.listed.list.import.and_then(|it| it.found_by);
        let Some((key, column)) = by else {
            return vec![whole];
        };
        let lines = self.lines.iter().flatten();
        let names: Vec<Value> = lines.map(|it| it.line.get(key).into()).collect();
        let some = |names: &[Value]| whole.clone().filter(Filter::In(column, names.to_vec()));
        names.chunks(NAMES).map(some).collect()
    }

    /// A line that stands here meets the line of the file that has its name.
    fn meet(&mut self, here: &[Value]) {
        let list = self.listed.list;
        let named = list.columns.iter().zip(here);
        let named = named.filter(|(column, _)| column.role == Role::Name);
        let named: Vec<String> = named.map(|(_, value)| plain(value)).collect();
        let Some(at) = self.by_name.get(&named.join(PART)) else {
            return;
        };
        let shown = here.iter().enumerate();
        let shown: Vec<String> = shown
            .map(|(at, value)| self.cells.shown(at, value))
            .collect();
        let here: Vec<String> = here.iter().map(plain).collect();
        let Some(Some(lined)) = self.lines.get_mut(*at) else {
            return;
        };
        let mut was = paraat_contract::Cells::new();
        let mut changed = false;
        for ((column, kept), (shown, fixed)) in list
            .columns
            .iter()
            .zip(&here)
            .zip(shown.iter().zip(&mut self.fixed))
        {
            let typed = lined.line.cells.entry(column.key);
            let typed = typed.or_insert_with(|| match column.role {
                // A version that the file does not name is one that nobody saw.
                Role::Beside => String::new(),
                Role::Fixed => shown.trim().to_owned(),
                Role::Own | Role::Name => kept.clone(),
            });
            changed |= column.role == Role::Own && typed != kept;
            let read_only = column.role == Role::Fixed && column.holds != Holds::Moment;
            *fixed += u64::from(read_only && *typed != shown.trim() && typed != kept);
            was.insert(column.key, kept.clone());
        }
        lined.line.was = Some(was);
        lined.state = if changed {
            State::Changed
        } else {
            State::Unchanged
        };
    }

    fn done(self) -> Compared {
        let voice = self.room.voice();
        let columns = self.listed.list.columns.iter().zip(self.fixed);
        let fixed = columns.filter(|(_, lines)| *lines > 0);
        Compared {
            listed: self.listed,
            fixed: fixed
                .map(|(column, lines)| (voice.say(column.label), lines))
                .collect(),
            lines: self.lines.into_iter().flatten().collect(),
            bad: self.bad,
            findings: self.came.findings().to_vec(),
            unknown: self.came.unknown,
        }
    }
}
