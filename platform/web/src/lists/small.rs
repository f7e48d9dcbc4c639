// SPDX-License-Identifier: EUPL-1.2
//! Lists that the shell itself draws: short, and all in memory. They only go out.

use axum::body::Body;
use axum::response::Response;
use paraat_sheets::{Column, Format, Kind, NotWritten, Sheet, Writer};

use super::write::named;
use crate::ask::Asked;
use crate::attached::attached;
use crate::wrong::Wrong;

/// A short list as a file: key of its title, keys of its headings, its lines.
pub(crate) fn small(
    ask: &Asked,
    title: &str,
    headings: &[&str],
    lines: &[Vec<String>],
    format: Format,
) -> Result<Response, Wrong> {
    let voice = ask.voice();
    let columns = headings
        .iter()
        .map(|key| Column::new(voice.say(key), Kind::Text));
    let sheet = Sheet {
        title: voice.say(title),
        language: voice.language.code().to_owned(),
        columns: columns.collect(),
    };
    let bytes = written(format, &sheet, lines).map_err(|not| {
        tracing::warn!(request = ask.id, %not, "a list was not written");
        Wrong::status(500)
    })?;
    let name = named(&sheet.title, ask.now, &ask.caller.zone);
    let demo = ask.site().settings.demo;
    let (extension, kind) = (format.extension(), format.media_type());
    Ok(attached(Body::from(bytes), &name, demo, extension, kind))
}

fn written(format: Format, sheet: &Sheet, lines: &[Vec<String>]) -> Result<Vec<u8>, NotWritten> {
    let mut writer = Writer::new(format, sheet, Vec::new())?;
    for line in lines {
        writer.row(line)?;
    }
    writer.finish()
}
