// SPDX-License-Identifier: EUPL-1.2
//! What a line of a file would change, as a person reads it before it is taken over.

use paraat_contract::{Line, List, Role, Value};
use paraat_ui::words::Voice;

use super::cells::Cells;

/// Lines whose changes are shown; whoever changes more looks at some, and at the numbers.
pub const CHANGES: usize = 50;

/// So much of a text is shown; the whole of it stands in the file.
const SHOWN: usize = 200;

/// What one line would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The number that a spreadsheet program shows beside it.
    pub number: u32,
    /// What the line is called: the cells that name it.
    pub name: String,
    /// True when there is no such line here.
    pub new: bool,
    /// Heading, what stands here now and what the file says, of each cell that says something else.
    pub cells: Vec<(String, String, String)>,
}

impl Change {
    /// What this line would change, in the words of this reader.
    pub(super) fn of(
        list: &'static List,
        cells: &Cells,
        voice: Voice,
        (number, line): (u32, &Line),
    ) -> Self {
        let shown = |at: usize, text: &str| short(&cells.shown(at, &Value::from(text)));
        let was = |key: &str| {
            let was = line.was.as_ref().and_then(|was| was.get(key));
            was.map_or("", String::as_str)
        };
        let columns = || list.columns.iter().enumerate();
        let named = columns().filter(|(_, column)| column.role == Role::Name);
        let name: Vec<String> = named
            .map(|(at, column)| shown(at, line.get(column.key)))
            .collect();
        let own = columns().filter(|(_, it)| it.role == Role::Own && line.changed(it.key));
        let cell = |(at, column): (usize, &paraat_contract::ListColumn)| {
            let heading = voice.say(column.label);
            (
                heading,
                shown(at, was(column.key)),
                shown(at, line.get(column.key)),
            )
        };
        Self {
            number,
            name: name.join(" "),
            new: line.was.is_none(),
            cells: own.map(cell).collect(),
        }
    }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
    }
}
