// SPDX-License-Identifier: EUPL-1.2
//! Who read what is sealed, when and why: all of it for who checks on behalf of the organisation,
//! on a page and as a file; of one record for who was let in. Nothing of what was read.

use axum::response::Response;
use paraat_kernel::{Function, StreamId};
use paraat_ui::widgets::{Column, button_link, empty, page_bar, panel, table_under};
use paraat_ui::{Markup, html};

use super::download;
use super::told::{functions, moment};
use crate::ask::{Ask, Asked};
use crate::keeper::Person;
use crate::lists;
use crate::reads::ReadShown;
use crate::reply::{self, Page};
use crate::wrong::Wrong;

/// Readings on a page.
const PAGE: u32 = 100;
/// Readings that are asked for at once for a file, and how often: the newest 50,000.
const STEP: u32 = 500;
const STEPS: u32 = 100;

/// Headings: on the page of one record without which record it was.
const COLUMNS: [&str; 7] = [
    "web-when",
    "admin-account",
    "admin-functions",
    "web-read-of",
    "web-read-what",
    "web-read-why",
    "web-read-note",
];

/// Who may look into all readings of the organisation; for anybody else the page is not there.
fn auditor(ask: &Asked) -> Result<&Person, Wrong> {
    let person = ask.person()?;
    match person.holds(Function::Auditor) {
        true => Ok(person),
        false => Err(Wrong::status(404)),
    }
}

/// `GET /sealed`: every reading by people of the organisation.
pub(super) async fn show(ask: Ask) -> Result<Response, Wrong> {
    let person = auditor(&ask)?;
    if let Some(format) = download::format(&ask) {
        return file(&ask, person, format).await;
    }
    let before = ask.parameter("before").and_then(|it| it.parse().ok());
    let keeper = &ask.site().keeper;
    let found = keeper.reads(person, None, before, PAGE).await?;
    let voice = ask.voice();
    let title = voice.say("web-reads");
    let next = found.last().filter(|_| found.len() >= PAGE as usize);
    let main = html! {
        (page_bar(&title, html! { (ask.organisation(&person.organisation)) }, html! {
            (download::small(&ask, "reads", "web-reads"))
        }))
        (panel("reads", &title, html! {}, html! {
            p.muted { (voice.say("web-reads-why")) }
            (drawn(&ask, &found, true))
            @if let Some(last) = next {
                @let older = format!("/sealed?before={}", last.number);
                p { (button_link(&older, "", &voice.say("web-reads-older"), false)) }
            }
        }))
    };
    let page = Page::still(title.clone(), main);
    Ok(reply::page(&ask, axum::http::StatusCode::OK, page))
}

async fn file(
    ask: &Ask,
    person: &Person,
    format: paraat_sheets::Format,
) -> Result<Response, Wrong> {
    let mut lines = Vec::new();
    let mut before = None;
    for _ in 0..STEPS {
        let found = ask.site().keeper.reads(person, None, before, STEP).await?;
        before = found.last().map(|it| it.number);
        lines.extend(found.iter().map(|it| line(ask, it)));
        if found.len() < STEP as usize {
            break;
        }
    }
    lists::small(ask, "web-reads", &COLUMNS, &lines, format)
}

/// Who read one record last.
pub(super) async fn of_one(ask: &Ask, stream: StreamId) -> Result<Markup, Wrong> {
    let keeper = &ask.site().keeper;
    let found = keeper
        .reads(ask.person()?, Some(stream), None, PAGE)
        .await?;
    Ok(drawn(ask, &found, false))
}

fn drawn(ask: &Asked, found: &[ReadShown], of_all: bool) -> Markup {
    let voice = ask.voice();
    if found.is_empty() {
        return empty(&voice.say("web-reads-empty"), None);
    }
    let shown = |at: usize| of_all || at != 3;
    let columns = COLUMNS.iter().enumerate().filter(|(at, _)| shown(*at));
    let columns: Vec<Column> = columns
        .map(|(_, key)| Column::text(voice.say(key)))
        .collect();
    let row = |it: &ReadShown| {
        let cells = line(ask, it).into_iter().enumerate().skip(1);
        let cells = cells.filter(|(at, _)| shown(*at));
        let cells = cells.map(|(_, text)| html! { (text) });
        std::iter::once(moment(ask, it.at)).chain(cells).collect()
    };
    let rows: Vec<Vec<Markup>> = found.iter().map(row).collect();
    table_under(&voice.say("web-reads"), &columns, &rows)
}

fn line(ask: &Asked, it: &ReadShown) -> Vec<String> {
    let voice = ask.voice();
    let held = it.functions.split(' ').filter_map(Function::from_name);
    let held: Vec<Function> = held.collect();
    let compartment = voice.say(&format!("web-sealed-{}", it.reading.compartment));
    let id = it.reading.stream.id.simple().to_string();
    let what = &it.reading.what;
    let named = voice.find(&format!("web-read-{what}"));
    let named = named.or_else(|| voice.find(&what.replace(['.', ' '], "-")));
    let reason = &it.why.reason;
    let why = voice.find(&format!("web-sealed-reason-{reason}"));
    vec![
        it.at.to_string(),
        it.name.clone(),
        functions(ask, &held),
        format!("{compartment} {}", id.get(..8).unwrap_or(&id)),
        named.unwrap_or_else(|| what.clone()),
        why.unwrap_or_else(|| reason.clone()),
        it.why.note.clone(),
    ]
}
