// SPDX-License-Identifier: EUPL-1.2
//! The photos and documents that belong to a thing: their name, what they are, who added them and
//! when. Nothing of them is shown on a page; a link fetches one as a file.

use std::collections::BTreeMap;

use paraat_contract::{
    Answer, FILES, Filter, Need, Order, Params, Query, Row, Scene, Value, rows_of,
};
use paraat_ui::page::encode;
use paraat_ui::widgets::{empty, panel};
use paraat_ui::{Markup, html};

use super::{frame, gathered, moment, told};

/// So many of the newest stand on the page of a crisis, and so many are looked for on its map.
const NEWEST: u32 = 30;
const OF_MAP: u32 = 2_000;

/// The files of things, by their addresses.
pub fn of_things(params: &Params, things: Vec<Value>) -> Need {
    let query = Query::all(&FILES).as_known(moment::as_known(params));
    Need::Rows(query.filter(Filter::In("of", things)))
}

fn of_crisis(params: &Params, answers: &[Answer], most: u32) -> Query {
    let incidents = gathered::streams(params, answers).into_iter();
    let incidents = incidents.map(|it| it.to_string().into()).collect();
    let mut query = Query::all(&FILES).as_known(moment::as_known(params));
    query.limit = most;
    query
        .filter(Filter::In("under", incidents))
        .by(Order::Newest)
}

/// The newest files of a crisis.
pub fn newest(params: &Params, answers: &[Answer]) -> Query {
    of_crisis(params, answers, NEWEST)
}

/// The files of a crisis, for its map.
pub fn of_map(params: &Params, answers: &[Answer]) -> Query {
    of_crisis(params, answers, OF_MAP)
}

/// Each file that was found, once: by when it was added, newest first.
fn found(answers: &[Answer], wanted: impl Fn(&Row) -> bool) -> Vec<&Row> {
    let rows = rows_of(answers, &FILES).into_iter();
    let rows = rows.filter(|row| wanted(row));
    let each: BTreeMap<(String, &str), &Row> = rows
        .map(|row| ((row.stream.to_string(), row.text("name")), row))
        .collect();
    let mut each: Vec<&Row> = each.into_values().collect();
    each.sort_by(|a, b| b.text("at").cmp(a.text("at")));
    each
}

/// The files of one thing; nothing when it has none.
pub fn of(answers: &[Answer], scene: &Scene, thing: &str, back: &str) -> Markup {
    let rows = found(answers, |row| row.text("of") == thing);
    html! {
        @if !rows.is_empty() {
            ul.files aria-label=(scene.say("incident-files")) {
                @for row in rows { li { (one(scene, row, back)) } }
            }
        }
    }
}

/// One file: the link that fetches it, what it is, who added it and when.
fn one(scene: &Scene, row: &Row, back: &str) -> Markup {
    let name = row.text("name");
    let sort = match row.text("media") {
        "application/pdf" => "incident-file-pdf",
        _ => "incident-file-photo",
    };
    let fetch = format!("/attachments/{}/{}", row.stream, encode(name));
    let remove = format!(
        "/streams/{}/detach?name={}&next={}",
        row.stream,
        encode(name),
        encode(back)
    );
    html! {
        a href=(fetch) download { (name) }
        " "
        span.muted {
            (scene.say(sort)) ", " (size(scene, row.whole("size").unwrap_or_default())) " · "
            (scene.organisation(row.stream.owner.as_str())) " · "
            (moment::ago(scene, row.text("at")))
        }
        @if told::ours(scene, row) {
            " "
            a href=(remove) {
                (scene.say("incident-attachment-detach")) span.unseen { " " (name) }
            }
        }
    }
}

/// How large a file is, as people say it.
fn size(scene: &Scene, bytes: i64) -> String {
    const KILO: i64 = 1_000;
    let (key, tenths) = match bytes {
        less if less < KILO * KILO => ("incident-file-kilobytes", (bytes * 10 / KILO).max(10)),
        _ => ("incident-file-megabytes", bytes * 10 / KILO / KILO),
    };
    let rounded = (tenths + 5) / 10;
    scene.say_with(key, &[("size", rounded.to_string())])
}

/// The link to the form that adds one to a thing, and back to this page.
pub fn add(scene: &Scene, (incident, thing): (&str, &str), back: &str, about: &str) -> Markup {
    let thing = encode(thing);
    let form = format!("/incident/attachment/attach?incident={incident}&of={thing}");
    html! {
        @if frame::may_write(scene) {
            a href={ (form) "&next=" (encode(back)) } {
                (scene.say("incident-attachment-add"))
                @if !about.is_empty() { span.unseen { ": " (about) } }
            }
        }
    }
}

/// The newest files of a crisis, whatever they belong to.
pub fn panel_of(answers: &[Answer], scene: &Scene, incident: &Row) -> Markup {
    let back = format!("{}{}", frame::address(incident), moment::suffix(scene));
    let rows = found(answers, |_| true);
    let rows = rows.into_iter().take(NEWEST as usize);
    let rows: Vec<&Row> = rows.collect();
    let own = incident.stream.to_string();
    let body = html! {
        @if rows.is_empty() {
            (empty(&scene.say("incident-files-none"), None))
        } @else {
            ul.files { @for row in rows { li { (one(scene, row, &back)) } } }
        }
    };
    let more = add(scene, (&own, &own), &back, "");
    panel("files", &scene.say("incident-files"), more, body)
}
