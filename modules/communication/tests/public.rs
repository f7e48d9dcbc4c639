// SPDX-License-Identifier: EUPL-1.2
//! What everybody reads: the right words, in a page that holds whatever somebody typed.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

use std::collections::BTreeMap;

use paraat_communication::MODULE;
use paraat_communication::tables::{HANDED, PUBLISHED};
use paraat_contract::{Answer, Leaf, Outside, Row, Rows, Table, Value};
use paraat_kernel::{Circle, Class, Label, StreamId, Text};

const NOW: &str = "2026-11-23T12:00:00Z";
/// What somebody types who means harm: an element, an end of an attribute, a turn of direction.
const HOSTILE: &str = "<script>alert(1)</script>\"' onload=x \u{202e}]]>&";

fn row(table: &'static Table, name: &str, part: &str, said: &[(&str, &str)]) -> Row {
    let stream = StreamId::derived("vr23".parse().unwrap(), "communication.message", name);
    let value = |name: &str| {
        let said = said.iter().find(|(own, _)| *own == name);
        said.map_or(Value::Empty, |(_, value)| (*value).into())
    };
    Row {
        table,
        class: Class::open(stream.owner.clone(), Circle::Public, Label::Clear),
        stream,
        part: part.to_owned(),
        since: NOW.parse().unwrap(),
        version: 1,
        values: table.columns.iter().map(|it| value(it.name)).collect(),
    }
}

fn message(language: &str, text: &str, standing: &str) -> Row {
    let part = format!("published/{language}");
    let said = [
        ("language", language),
        ("source", "nl"),
        ("authority", "mayor"),
        ("standing", standing),
        ("title", text),
        ("what", text),
        ("todo", text),
        ("as_of", NOW),
    ];
    row(&PUBLISHED, "message", &part, &said)
}

fn alert(text: &str, expires: &str, sent: &str) -> Row {
    let said = [
        ("title", text),
        ("short", text),
        ("standing", "handed-over"),
        ("expires", expires),
        ("sent", sent),
        ("cap", "<alert/>"),
    ];
    row(&HANDED, "alert", "handed/1", &said)
}

fn leaves(rows: Vec<Row>, marking: &str) -> BTreeMap<String, Leaf> {
    let names = BTreeMap::from([(
        "vr23".parse().unwrap(),
        Text::both("Limburg", "Limburg (en)"),
    )]);
    let outside = Outside {
        organisations: &names,
        zone: "Europe/Amsterdam",
        now: NOW.parse().unwrap(),
        marking,
        base: "https://paraat.example",
    };
    let answers: Vec<Answer> = rows
        .into_iter()
        .map(|row| {
            Answer::Rows(Rows {
                rows: vec![row],
                total: 1,
            })
        })
        .collect();
    let leaves = (MODULE.public.unwrap().leaves)(&answers, &outside);
    leaves
        .into_iter()
        .map(|leaf| (leaf.path.clone(), leaf))
        .collect()
}

fn text<'a>(leaves: &'a BTreeMap<String, Leaf>, path: &str) -> &'a str {
    std::str::from_utf8(&leaves.get(path).unwrap().body).unwrap()
}

#[test]
fn each_language_says_what_it_has_and_else_what_there_is() {
    let all = leaves(
        vec![
            message("nl", "Blijf binnen", "published"),
            message("pap", "Keda paden", "published"),
        ],
        "",
    );
    assert!(text(&all, "public").contains("<h3>Blijf binnen</h3>"));
    assert!(text(&all, "public/pap").contains("<h3>Keda paden</h3>"));
    let english = text(&all, "public/en");
    assert!(
        english.contains("in this language only: Nederlands"),
        "{english}"
    );
    assert!(
        english.contains("<div lang=\"nl\" dir=\"ltr\"><h3>Blijf binnen</h3>"),
        "{english}"
    );
    assert!(!text(&all, "public/before").contains("Blijf binnen"));
}

#[test]
fn what_is_over_stands_among_what_was_and_nothing_is_called_sent_unconfirmed() {
    let later = "2026-11-23T14:00:00Z";
    let all = leaves(vec![alert("Brand", later, "")], "");
    assert!(text(&all, "public").contains("De verzending is nog niet bevestigd."));
    let all = leaves(vec![alert("Brand", later, NOW)], "");
    assert!(!text(&all, "public").contains("nog niet bevestigd"));
    let all = leaves(vec![alert("Brand", NOW, NOW)], "");
    assert!(text(&all, "public").contains("Er is nu niets aan de hand."));
    assert!(text(&all, "public/before").contains("Brand"));
    let all = leaves(vec![message("nl", "Voorbij", "withdrawn")], "");
    assert!(text(&all, "public/before").contains("Dit geldt niet meer."));
}

#[test]
fn no_text_breaks_a_page_or_a_feed_and_each_page_is_small() {
    let rows = || vec![message("nl", HOSTILE, "published"), alert(HOSTILE, "", "")];
    for (path, leaf) in leaves(rows(), HOSTILE) {
        let body = std::str::from_utf8(&leaf.body).unwrap();
        assert!(!body.contains("<script"), "{path}");
        assert!(!body.contains("\" onload"), "{path}");
        assert!(leaf.body.len() < 30_000, "{path}");
    }
}

#[test]
fn an_exercise_says_so_on_every_page_and_in_the_feed() {
    let rows = vec![
        message("nl", "Blijf binnen", "published"),
        alert("Brand", "", ""),
    ];
    for (path, leaf) in leaves(rows, "OEFENING") {
        if leaf.kind.starts_with("text/html") || leaf.kind.starts_with("application/atom") {
            let body = std::str::from_utf8(&leaf.body).unwrap();
            assert!(body.contains("OEFENING"), "{path}");
        }
    }
}

#[test]
fn the_feed_names_each_alert_with_its_file_as_it_was_handed_over() {
    let all = leaves(vec![alert("Brand", "", "")], "");
    let feed = text(&all, "feeds/alerts.atom");
    let (_, rest) = feed
        .split_once("href=\"https://paraat.example/feeds/cap/")
        .unwrap();
    let (name, _) = rest.split_once('"').unwrap();
    assert_eq!(text(&all, &format!("feeds/cap/{name}")), "<alert/>");
}
