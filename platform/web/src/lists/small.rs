// SPDX-License-Identifier: EUPL-1.2
//! Lists that the shell itself draws: short, and all in memory. They only go out.

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use paraat_sheets::{Column, Format, Kind, NotWritten, Sheet, Writer};

use super::write::named;
use crate::ask::Asked;
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
    let mut response = Response::new(Body::from(bytes));
    head(&mut response, &name, demo, format);
    Ok(response)
}

fn written(format: Format, sheet: &Sheet, lines: &[Vec<String>]) -> Result<Vec<u8>, NotWritten> {
    let mut writer = Writer::new(format, sheet, Vec::new())?;
    for line in lines {
        writer.row(line)?;
    }
    writer.finish()
}

/// Says of an answer that it is a file of this name.
pub(super) fn head(response: &mut Response, name: &str, demo: bool, format: Format) {
    let demo = if demo { "-demo" } else { "" };
    let named = format!(
        "attachment; filename=\"{name}{demo}.{}\"",
        format.extension()
    );
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static(format.media_type());
    headers.insert(header::CONTENT_TYPE, kind);
    if let Ok(named) = HeaderValue::from_str(&named) {
        headers.insert(header::CONTENT_DISPOSITION, named);
    }
}
