// SPDX-License-Identifier: EUPL-1.2
//! The picture of what society asks, says and feels: what has no answer yet first, then what is
//! seen most, with what it means for those who decide above all.

use paraat_authority::Ability;
use paraat_contract::{Answer, Filter, Need, Order, Params, Query, Row, Scene, Value, rows_of};
use paraat_ui::page::encode;
use paraat_ui::widgets::{Column, Mark, Tone, button_link, empty, notice, panel, table, tag};
use paraat_ui::{Markup, html};

use super::signs;
use crate::tables::SIGNAL;

/// Where they stand.
const PAGE: &str = "/communication/signals";

/// All that go on.
pub fn needs(_params: &Params) -> Vec<Need> {
    let going = ["open", "answered"].map(Value::from).to_vec();
    let all = Query::all(&SIGNAL).filter(Filter::In("standing", going));
    vec![Need::Rows(all.by(Order::Newest))]
}

/// The page.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let action = html! {
        @if signs::may(scene, None, Ability::Write) {
            (button_link("/communication/signal/note", "add",
                &scene.say("communication-signal-note"), true))
        }
    };
    let title = scene.say("communication-signals");
    Some(html! {
        (scene.bar(&title, html! {}, action))
        (panel("signals", &title, html! {}, listed(answers, scene)))
    })
}

/// Those that were found, as the page and that of a crisis have them.
pub fn listed(answers: &[Answer], scene: &Scene) -> Markup {
    let mut rows = rows_of(answers, &SIGNAL);
    rows.retain(|row| row.text("standing") != "closed");
    rows.sort_by_key(|row| {
        (
            row.text("standing") != "open",
            -row.whole("seen").unwrap_or(0),
        )
    });
    if rows.is_empty() {
        return empty(&scene.say("communication-signals-none"), None);
    }
    let advice: Vec<&Row> = rows
        .iter()
        .copied()
        .filter(|it| !it.text("advice").is_empty())
        .collect();
    let columns = ["claim", "seen", "answer", "who", "next"]
        .map(|name| Column::text(scene.say(&format!("communication-column-{name}"))));
    let line = |row: &&Row| {
        vec![
            html! { (sort(scene, row)) " " (row.text("claim")) },
            html! { (row.whole("seen").unwrap_or_default()) "×, " (row.text("place")) },
            answered(scene, row),
            html! { (scene.organisation(row.stream.owner.as_str())) },
            steps(scene, row),
        ]
    };
    let cells: Vec<Vec<Markup>> = rows.iter().map(line).collect();
    html! {
        @if !advice.is_empty() {
            (notice(Tone::Info, &scene.say("communication-advice"), html! {
                ul { @for row in &advice { li { (row.text("advice")) } } }
            }))
        }
        (table(&scene.say("communication-signals"), &columns, &cells))
    }
}

fn sort(scene: &Scene, row: &Row) -> Markup {
    let (mark, tone) = match row.text("sort") {
        "disinformation" => (Mark::Triangle, Tone::Serious),
        "rumour" => (Mark::Diamond, Tone::Elevated),
        "question" => (Mark::Ring, Tone::Info),
        _ => (Mark::Dot, Tone::Neutral),
    };
    let word = scene.say(&format!("communication-sort-{}", row.text("sort")));
    tag(&word, mark, tone)
}

fn answered(scene: &Scene, row: &Row) -> Markup {
    if row.text("standing") == "open" {
        let word = scene.say("communication-signal-open");
        return tag(&word, Mark::Square, Tone::Elevated);
    }
    let verdict = scene.say(&format!(
        "communication-signal-verdict-{}",
        row.text("verdict")
    ));
    html! {
        strong { (verdict) } " " (row.text("answer"))
        @if !row.text("fact").is_empty() { p.muted { (row.text("fact")) } }
    }
}

fn steps(scene: &Scene, row: &Row) -> Markup {
    if !signs::may(scene, Some(row), Ability::Write) {
        return html! {};
    }
    let next = match row.text("incident") {
        "" => PAGE.to_owned(),
        incident => format!("/communication/crisis/{incident}"),
    };
    let next = encode(&next);
    html! {
        @for verb in ["answer", "see-again", "close"] {
            a href={ "/streams/" (row.stream) "/" (verb) "?next=" (next) } {
                (scene.say(&format!("communication-signal-{verb}")))
            }
            " "
        }
    }
}
