// SPDX-License-Identifier: EUPL-1.2
//! A list to a file, row by row.

use std::io::Write;

use paraat_contract::{Broken, Holds, Params};
use paraat_kernel::Timestamp;
use paraat_sheets::{Column, Format, Kind, NotWritten, Sheet, Writer};
use paraat_ui::time;

use super::cells::Cells;
use super::{Listed, Room};
use crate::attached::slug;

/// Why a file was not written to its end. What was written of it is no file.
#[derive(Debug)]
pub enum NotOut {
    /// The rows could not be read; the log has it under this reference.
    Broken(String),
    /// They could not be written.
    NotWritten(NotWritten),
}

impl From<NotWritten> for NotOut {
    fn from(not: NotWritten) -> Self {
        Self::NotWritten(not)
    }
}

/// Writes what who asks may see of a list, after the filters of an address, and answers how many
/// lines that were. Blocks for as long as reading and writing take.
pub fn write<W: Write>(
    room: &Room<'_>,
    listed: Listed,
    params: &Params,
    format: Format,
    out: W,
) -> Result<u64, NotOut> {
    let list = listed.list;
    let voice = room.voice();
    let columns = list.columns.iter().map(|column| {
        let kind = match column.holds {
            Holds::Whole => Kind::Whole,
            Holds::Date => Kind::Date,
            Holds::Text
            | Holds::Moment
            | Holds::Choice(..)
            | Holds::Choices(..)
            | Holds::Organisation => Kind::Text,
        };
        Column::new(voice.say(column.label), kind)
    });
    let sheet = Sheet {
        title: voice.say(list.title),
        language: voice.language.code().to_owned(),
        columns: columns.collect(),
    };
    let mut writer = Writer::new(format, &sheet, out)?;
    let names = room.names();
    let scene = room.scene(params, &names);
    let cells = Cells::new(
        list,
        room.words,
        &names,
        voice.language,
        &room.audience.zone,
    );
    let mut written = 0;
    let mut failed = None;
    let (needs, queries) = ((list.needs)(params), [(list.rows)(params)]);
    let walked = room
        .desk
        .walk(room.audience, &needs, &queries, &mut |answers, rows| {
            for line in (list.lines)(&rows, answers, &scene) {
                let shown = line.iter().enumerate().map(|(at, it)| cells.shown(at, it));
                let shown: Vec<String> = shown.collect();
                if let Err(not) = writer.row(&shown) {
                    failed = Some(not);
                    return false;
                }
                written += 1;
            }
            true
        });
    walked.map_err(|Broken(reference)| NotOut::Broken(reference))?;
    if let Some(not) = failed {
        return Err(not.into());
    }
    writer.finish()?;
    Ok(written)
}

/// What a file is called, without its ending: the title of the list and the day.
pub(super) fn named(title: &str, now: Timestamp, zone: &str) -> String {
    let day = time::zone(zone).map(|zone| time::sortable(now, &zone));
    let day = day.as_deref().and_then(|day| day.split(' ').next());
    format!("{}-{}", slug(title), day.unwrap_or_default())
}
