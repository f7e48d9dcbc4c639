// SPDX-License-Identifier: EUPL-1.2
//! A file to the lines of a list: which of its columns are which of ours.

use paraat_contract::{List, Role};
use paraat_kernel::Language;
use paraat_sheets::{Finding, Limits, Refused, Table, read};
use paraat_ui::Words;

use super::{MOST_BYTES, MOST_LINES};

/// Why nothing of a file was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotRead {
    /// It is no list, or too much of one.
    Refused(Refused),
    /// It has none of the columns by which a line is known; these are they, by their headings.
    NoNames(Vec<String>),
}

/// A file that was read.
pub(super) struct Came {
    /// Its lines, as they stand there.
    pub table: Table,
    /// For each of our columns the place it has in the file.
    pub places: Vec<Option<usize>>,
    /// The language of its headings.
    pub language: Language,
    /// Headings that are none of ours.
    pub unknown: Vec<String>,
}

/// Reads a file, and finds the columns by their headings, in whatever order they stand.
pub(super) fn came(
    bytes: &[u8],
    list: &'static List,
    words: &Words,
    reader: Language,
) -> Result<Came, NotRead> {
    let limits = Limits {
        bytes: MOST_BYTES as u64,
        unpacked: 200 << 20,
        rows: MOST_LINES,
        columns: 256,
        cells: u64::from(MOST_LINES) * 64,
        text: 64 << 20,
        ..Limits::default()
    };
    let table = read(bytes, &limits).map_err(NotRead::Refused)?;
    let heading = |text: &str| text.trim().to_lowercase();
    let headings: Vec<String> = table.header.iter().map(|it| heading(it)).collect();
    let place = |wanted: &str| headings.iter().position(|it| *it == heading(wanted));
    let of = |language: Language| {
        let said = list.columns.iter().map(|it| words.say(language, it.label));
        said.filter(|it| place(it).is_some()).count()
    };
    let language = Language::ALL
        .into_iter()
        .max_by_key(|language| (of(*language), *language == reader))
        .unwrap_or(reader);
    let places: Vec<Option<usize>> = list
        .columns
        .iter()
        .map(|column| {
            let mut said = Language::ALL.map(|language| words.say(language, column.label));
            if language == Language::En {
                said.reverse();
            }
            said.iter()
                .find_map(|it| place(it))
                .or_else(|| place(column.key))
        })
        .collect();
    let named = list.columns.iter().zip(&places);
    let missing = named.filter(|(column, place)| column.role == Role::Name && place.is_none());
    let missing: Vec<String> = missing
        .map(|(column, _)| words.say(reader, column.label))
        .collect();
    if !missing.is_empty() {
        return Err(NotRead::NoNames(missing));
    }
    let ours = |at: usize| places.contains(&Some(at));
    let others = table.header.iter().enumerate().filter(|(at, _)| !ours(*at));
    let others = others.map(|(_, it)| it.trim().to_owned());
    let unknown = others.filter(|it| !it.is_empty()).collect();
    Ok(Came {
        table,
        places,
        language,
        unknown,
    })
}

impl Came {
    /// What was found about the file as such.
    pub fn findings(&self) -> &[Finding] {
        &self.table.findings
    }
}
