// SPDX-License-Identifier: EUPL-1.2
//! What a file that came in would change, and what came of it.

use paraat_ui::widgets::{
    Column, Figure, Tone, button_link, figures, notice, page_bar, panel, table_under,
};
use paraat_ui::{Markup, html};
use serde_json::{Value, json};

use super::import::{another, home, nothing};
use crate::ask::Asked;
use crate::lists::{self, Listed, NotRead, Report};

/// Bad lines that a page shows; a file with more is mended from the top.
const SHOWN: usize = 500;

fn head(ask: &Asked, listed: Listed, title: &str, name: &str) -> Markup {
    let voice = ask.voice();
    let back = html! { a href=(home(listed)) { (voice.say(listed.list.title)) } };
    html! {
        (page_bar(title, back, html! {}))
        @if !name.is_empty() {
            div.prose { p { (voice.with("list-import-of", &[("name", name.to_owned())])) } }
        }
    }
}

/// A file of which nothing was read.
pub(super) fn not_read(
    ask: &Asked,
    listed: Listed,
    title: &str,
    name: &str,
    reason: &NotRead,
) -> Markup {
    let voice = ask.voice();
    let heading = voice.say("list-import-not-read");
    html! {
        (head(ask, listed, title, name))
        div role="alert" {
            (notice(Tone::Serious, &heading, html! { p { (why(ask, reason)) } }))
        }
        div.prose { p { (another(ask, listed)) } }
    }
}

/// Why nothing was read, in a sentence.
pub(crate) fn why(ask: &Asked, reason: &NotRead) -> String {
    let voice = ask.voice();
    match reason {
        NotRead::Refused(refused) => lists::refused_file(voice, refused),
        NotRead::NoNames(columns) => {
            voice.with("list-import-no-names", &[("columns", columns.join(", "))])
        }
    }
}

/// What was found about the file as such, in sentences.
pub(crate) fn about(ask: &Asked, report: &Report) -> Vec<String> {
    let voice = ask.voice();
    let mut said: Vec<String> = report
        .findings
        .iter()
        .map(|it| lists::finding(voice, it))
        .collect();
    if !report.unknown.is_empty() {
        let columns = report.unknown.join(", ");
        said.push(voice.with("list-import-unknown", &[("columns", columns)]));
    }
    for (column, lines) in &report.fixed {
        let values = [("column", column.clone()), ("count", lines.to_string())];
        said.push(voice.with("list-import-fixed", &values));
    }
    said
}

/// What a file would change, as it is kept beside the file.
pub(super) fn found(ask: &Asked, report: &Report) -> Value {
    let line = |bad: &lists::Bad| json!([bad.number, bad.column, bad.sentence]);
    let lines: Vec<Value> = report.bad.iter().take(SHOWN).map(line).collect();
    let change = |it: &lists::Change| json!([it.number, it.name, it.new, it.cells]);
    let changes: Vec<Value> = report.changes.iter().map(change).collect();
    json!({
        "unchanged": report.unchanged,
        "new": report.new,
        "changed": report.changed,
        "bad": report.bad_lines(),
        "reasons": report.bad.len(),
        "lines": lines,
        "changes": changes,
        "about": about(ask, report),
    })
}

fn count(found: &Value, name: &str) -> u64 {
    found.get(name).and_then(Value::as_u64).unwrap_or(0)
}

/// What a file would change, before anything is taken over.
pub(super) fn report(
    ask: &Asked,
    listed: Listed,
    title: &str,
    name: &str,
    found: &Value,
) -> Markup {
    let voice = ask.voice();
    let said: Vec<&str> = items(found, "about").filter_map(Value::as_str).collect();
    let good = count(found, "new") + count(found, "changed");
    let bad = count(found, "bad");
    html! {
        (head(ask, listed, title, name))
        (counts(ask, found))
        @if good == 0 && bad == 0 {
            (nothing(ask, listed, "list-import-nothing-changed"))
        } @else if good == 0 {
            (notice(Tone::Serious, "", html! { p { (voice.say("list-import-nothing-good")) } }))
        } @else {
            (choice(ask, bad == 0))
        }
        @if bad > 0 { (bad_lines(ask, found)) }
        @if good > 0 { (changes(ask, found)) }
        @if !said.is_empty() {
            (panel("about", &voice.say("list-import-about"), html! {}, html! {
                ul.prose { @for sentence in &said { li { (sentence) } } }
            }))
        }
    }
}

fn items<'a>(found: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    let items = found.get(name).and_then(Value::as_array);
    items.into_iter().flatten()
}

fn counts(ask: &Asked, found: &Value) -> Markup {
    let voice = ask.voice();
    let figure = |name: &str| {
        let count = count(found, name).to_string();
        Figure {
            label: voice.say(&format!("list-import-{name}")),
            value: count.clone(),
            unit: voice.with("list-import-rows", &[("count", count)]),
            beside: html! {},
        }
    };
    let all = ["unchanged", "new", "changed", "bad"].map(figure);
    figures(&voice.say("list-import-look"), &all)
}

/// The one button that is left: all when all is good, else the good lines.
fn choice(ask: &Asked, all: bool) -> Markup {
    let voice = ask.voice();
    let (keep, label) = if all {
        ("all", "list-import-take-all")
    } else {
        ("good", "list-import-take-good")
    };
    html! {
        div.prose {
            form.post-button action=(ask.path) method="post" {
                input type="hidden" name="keep" value=(keep);
                button.button.primary { (voice.say(label)) }
            }
            p.muted { (voice.say("list-import-kept")) }
        }
    }
}

/// What the good lines change: who takes them over sees what goes and what comes.
fn changes(ask: &Asked, found: &Value) -> Markup {
    let voice = ask.voice();
    let title = voice.say("list-import-changes");
    let columns = [
        Column::text(voice.say("list-import-line")),
        Column::text(voice.say("list-import-name")),
        Column::text(voice.say("list-import-becomes")),
    ];
    let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or("").to_owned();
    let becomes = |cell: &Value, new: bool| {
        let (heading, was, now) = (text(cell.get(0)), text(cell.get(1)), text(cell.get(2)));
        let empty = voice.say("list-import-empty-cell");
        let filled = |text: String| match text.as_str() {
            "" => empty.clone(),
            text => format!("“{text}”"),
        };
        let (was, now) = (filled(was), filled(now));
        if new {
            voice.with("list-import-cell-new", &[("column", heading), ("now", now)])
        } else {
            let said = [("column", heading), ("was", was), ("now", now)];
            voice.with("list-import-cell", &said)
        }
    };
    let new_line = voice.say("list-import-new-line");
    let row = |change: &Value| {
        let number = change.get(0).and_then(Value::as_u64).unwrap_or(0);
        let new = change.get(2).and_then(Value::as_bool).unwrap_or(false);
        let cells = change.get(3).and_then(Value::as_array);
        let cells = || cells.into_iter().flatten();
        vec![
            html! { (number) },
            html! { (text(change.get(1))) @if new { " (" (new_line) ")" } },
            html! { ul.plain { @for cell in cells() { li { (becomes(cell, new)) } } } },
        ]
    };
    let rows: Vec<Vec<Markup>> = items(found, "changes").map(row).collect();
    let (shown, all) = (
        rows.len() as u64,
        count(found, "new") + count(found, "changed"),
    );
    let more = [("shown", shown.to_string()), ("count", all.to_string())];
    let body = html! {
        @if all > shown { p { (voice.with("list-import-more-changes", &more)) } }
        (table_under(&title, &columns, &rows))
    };
    panel("changes", &title, html! {}, body)
}

fn bad_lines(ask: &Asked, found: &Value) -> Markup {
    let voice = ask.voice();
    let title = voice.say("list-import-bad-title");
    let columns = [
        Column::text(voice.say("list-import-line")),
        Column::text(voice.say("list-import-column")),
        Column::text(voice.say("list-import-reason")),
    ];
    let text = |line: &Value, at: usize| {
        let text = line.get(at).and_then(Value::as_str);
        text.filter(|it| !it.is_empty()).unwrap_or("–").to_owned()
    };
    let row = |line: &Value| {
        let number = line.get(0).and_then(Value::as_u64).unwrap_or(0);
        vec![
            html! { (number) },
            html! { (text(line, 1)) },
            html! { (text(line, 2)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = items(found, "lines").map(row).collect();
    let (shown, all) = (rows.len() as u64, count(found, "reasons"));
    let more = [("shown", shown.to_string()), ("count", all.to_string())];
    panel(
        "bad",
        &title,
        html! {},
        html! {
            p { (voice.say("list-import-bad-how")) }
            @if all > shown { p { (voice.with("list-import-more-bad", &more)) } }
            (table_under(&title, &columns, &rows))
        },
    )
}

/// What was recorded of a file.
pub(super) fn receipt(ask: &Asked, listed: Listed, title: &str, outcome: &Value) -> Markup {
    let voice = ask.voice();
    let said = |key: &str, name: &str| {
        let count = count(outcome, name).to_string();
        voice.with(key, &[("count", count)])
    };
    let heading = voice.say("list-import-receipt");
    let body = html! {
        p { (said("list-import-recorded", "recorded")) }
        @if count(outcome, "bad") > 0 { p { (said("list-import-left-out", "bad")) } }
    };
    html! {
        (head(ask, listed, title, ""))
        div role="status" { (notice(Tone::Good, &heading, body)) }
        div.prose {
            p {
                (button_link(&home(listed), "", &voice.say("list-import-to-list"), true)) " "
                (another(ask, listed))
            }
        }
    }
}
