// SPDX-License-Identifier: EUPL-1.2
//! Figures 7 and 8: a list of a hundred thousand lines out while it is sent, and a list in against
//! the bare inserts of the rows that it makes.

use std::time::Instant;

use paraat_sheets::{Column, Format, Kind, Sheet, Writer};

use crate::figure::{Figure, Limit};
use crate::http::{Client, unexpected};
use crate::node::{Node, activities};
use crate::scratch::Scratch;
use crate::server::Server;
use crate::sqlite::Bare;
use crate::{Effort, Outcome, machine, rows};

/// Figure 7: memory above rest, at its highest, while each format is sent.
pub fn out(scratch: &Scratch, effort: &Effort) -> Outcome<Vec<Figure>> {
    let folder = scratch.path("node");
    Server::start(&folder)?.stop()?;
    let activities = activities(&folder)?;
    let node = Node::open(&folder)?;
    node.comment(&activities, 0, effort.lines)?;
    node.close()?;
    let server = Server::start(&folder)?;
    let bearer = format!("Bearer {}", server.token("editor-vr23")?);
    let headers = [("Authorization", bearer.as_str())];
    let mut client = Client::new(&server.address)?;
    // What the first pages take of memory for good is rest.
    client.get("/v1/lists/agenda/activities?as=xlsx", &headers)?;
    let mut figures = Vec::new();
    let mut highest: f64 = 0.0;
    for format in Format::ALL {
        let name = format.extension();
        let rest = machine::resident(server.process())?;
        machine::forget_highest(server.process())?;
        let began = Instant::now();
        let path = format!("/v1/lists/agenda/comments?as={name}");
        let sent = client.get(&path, &headers)?.body.len();
        let took = began.elapsed().as_secs_f64();
        let above = machine::highest(server.process())? - rest;
        eprintln!("  {name}: {took:.2} s, {sent} bytes, {above:.0} MiB above {rest:.0}");
        highest = highest.max(above);
        let title = format!(
            "{name} of {} lines, time until it is all sent",
            effort.lines
        );
        figures.push(Figure::value("7", title, "s", took, Limit::None));
    }
    let title = format!(
        "list of {} lines out, highest memory above rest",
        effort.lines
    );
    let limit = Limit::AtMost(150.0);
    figures.insert(0, Figure::value("7", title, "MiB", highest, limit));
    Ok(figures)
}

/// Columns of the list that comes in, by their names.
const COLUMNS: [&str; 14] = [
    "slug",
    "number",
    "pillar",
    "ambition",
    "titleNl",
    "titleEn",
    "explanationNl",
    "explanationEn",
    "fromYear",
    "toYear",
    "period",
    "themes",
    "reach",
    "source",
];

/// A file with so many new activities.
fn file(from: usize, many: usize) -> Outcome<Vec<u8>> {
    let columns = COLUMNS.map(|name| Column::new(name, Kind::Text)).into();
    let sheet = Sheet {
        title: "Activiteiten".to_owned(),
        language: "nl".to_owned(),
        columns,
    };
    let mut writer = Writer::new(Format::Xlsx, &sheet, Vec::new())?;
    for number in from..from + many {
        let line = [
            format!("bench-{number}"),
            format!("9.{number}"),
            "p1".to_owned(),
            "p1-a".to_owned(),
            format!("Activiteit {number} van de meting"),
            format!("Activity {number} of the measurement"),
            crate::node::text(number),
            crate::node::text(number + 1),
            "2026".to_owned(),
            "2028".to_owned(),
            "span".to_owned(),
            "cyber,flood".to_owned(),
            "both".to_owned(),
            "meting".to_owned(),
        ];
        writer.row(&line)?;
    }
    Ok(writer.finish()?)
}

/// What a new activity adds a row to.
const WRITTEN: &[&str] = &[
    "entry",
    "payload",
    "stream",
    "read_agenda_activity",
    "read_card",
];

/// Figure 8.
pub fn take(scratch: &Scratch, effort: &Effort) -> Outcome<Vec<Figure>> {
    let folder = scratch.path("node");
    let server = Server::start(&folder)?;
    let bearer = format!("Bearer {}", server.token("editor-jenv")?);
    let headers = [("Authorization", bearer.as_str())];
    let mut client = Client::new(&server.address)?;
    let ledger = rows::open(&folder.join("ledger.db"))?;
    let tables = rows::tables(&ledger, WRITTEN)?;
    let bare = Bare::new(&scratch.path("bare.db"), &tables)?;
    let many = effort.import;
    let mut pairs = Vec::new();
    for pair in 0..=effort.pairs {
        let file = file(pair * many, many)?;
        let before = rows::ends(&ledger)?;
        let began = Instant::now();
        let path = "/v1/lists/agenda/activities?keep=all";
        let answer = client.ask("POST", path, &headers, &file)?;
        let ours = many as f64 / began.elapsed().as_secs_f64();
        let recorded = format!("\"recorded\":{many}");
        if answer.status != 200 || !String::from_utf8_lossy(&answer.body).contains(&recorded) {
            return Err(unexpected(path, &answer));
        }
        let added = rows::added(&ledger, &tables, before)?;
        let began = Instant::now();
        bare.write_all(&added)?;
        let yardstick = many as f64 / began.elapsed().as_secs_f64();
        eprintln!(
            "  {ours:.0} lines/s, bare {yardstick:.0}, {} rows",
            added.len()
        );
        if pair > 0 {
            pairs.push((ours, yardstick));
        }
    }
    let title = format!("XLSX of {many} new lines over HTTP / bare inserts of the same rows");
    let limit = Limit::AtLeast(0.3);
    Ok(vec![Figure::ratio("8", title, "lines/s", pairs, limit)])
}
