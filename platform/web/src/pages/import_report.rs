// SPDX-License-Identifier: EUPL-1.2
//! What a file that came in would change, and what came of it.

use paraat_ui::widgets::{
    Column, Figure, Tone, button_link, figures, notice, page_bar, panel, table,
};
use paraat_ui::{Markup, html};
use serde_json::Value;

use super::cards::under_heading;
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

/// What a file would change, before anything is taken over.
pub(super) fn report(
    ask: &Asked,
    listed: Listed,
    title: &str,
    name: &str,
    found: &Report,
) -> Markup {
    let voice = ask.voice();
    let said = about(ask, found);
    html! {
        (head(ask, listed, title, name))
        (counts(ask, found))
        @if found.good() == 0 && found.bad.is_empty() {
            (nothing(ask, listed, "list-import-nothing-changed"))
        } @else if found.good() == 0 {
            (notice(Tone::Serious, "", html! { p { (voice.say("list-import-nothing-good")) } }))
        }
        (choice(ask, found))
        @if !found.bad.is_empty() { (bad(ask, found)) }
        @if !said.is_empty() {
            (panel("about", &voice.say("list-import-about"), html! {}, html! {
                ul.prose { @for sentence in &said { li { (sentence) } } }
            }))
        }
    }
}

fn counts(ask: &Asked, found: &Report) -> Markup {
    let voice = ask.voice();
    let figure = |key: &str, count: u64| Figure {
        label: voice.say(key),
        value: count.to_string(),
        unit: voice.with("list-import-rows", &[("count", count.to_string())]),
        beside: html! {},
    };
    let all = [
        figure("list-import-unchanged", found.unchanged),
        figure("list-import-new", found.new),
        figure("list-import-changed", found.changed),
        figure("list-import-bad", found.bad_lines() as u64),
    ];
    figures(&voice.say("list-import-look"), &all)
}

/// The one button that is left: all when all is good, else the good lines.
fn choice(ask: &Asked, found: &Report) -> Markup {
    let voice = ask.voice();
    let (keep, label) = if found.bad.is_empty() {
        ("all", "list-import-take-all")
    } else {
        ("good", "list-import-take-good")
    };
    html! {
        @if found.good() > 0 {
            div.prose {
                form.post-button action=(ask.path) method="post" {
                    input type="hidden" name="keep" value=(keep);
                    button.button.primary { (voice.say(label)) }
                }
                p.muted { (voice.say("list-import-kept")) }
            }
        }
    }
}

fn bad(ask: &Asked, found: &Report) -> Markup {
    let voice = ask.voice();
    let title = voice.say("list-import-bad-title");
    let columns = [
        Column::text(voice.say("list-import-line")),
        Column::text(voice.say("list-import-column")),
        Column::text(voice.say("list-import-reason")),
    ];
    let row = |bad: &lists::Bad| {
        vec![
            html! { (bad.number) },
            html! { @if bad.column.is_empty() { "–" } @else { (bad.column) } },
            html! { (bad.sentence) },
        ]
    };
    let rows: Vec<Vec<Markup>> = found.bad.iter().take(SHOWN).map(row).collect();
    let more = [
        ("shown", rows.len().to_string()),
        ("count", found.bad.len().to_string()),
    ];
    panel(
        "bad",
        &title,
        html! {},
        html! {
            p { (voice.say("list-import-bad-how")) }
            @if found.bad.len() > rows.len() { p { (voice.with("list-import-more-bad", &more)) } }
            (under_heading(table(&title, &columns, &rows)))
        },
    )
}

/// What was recorded of a file.
pub(super) fn receipt(ask: &Asked, listed: Listed, title: &str, outcome: &Value) -> Markup {
    let voice = ask.voice();
    let count = |name: &str| outcome.get(name).and_then(Value::as_u64).unwrap_or(0);
    let said = |key: &str, name: &str| voice.with(key, &[("count", count(name).to_string())]);
    let heading = voice.say("list-import-receipt");
    let body = html! {
        p { (said("list-import-recorded", "recorded")) }
        @if count("bad") > 0 { p { (said("list-import-left-out", "bad")) } }
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
