// SPDX-License-Identifier: EUPL-1.2
//! What goes out now: alerts first, then messages, and the way to write one for a crisis that goes
//! on.

use paraat_authority::Ability;
use paraat_contract::{Answer, CARDS, Need, Order, Params, Query, Row, Scene, card_of, rows_of};
use paraat_ui::widgets::{Column, button_link, empty, panel, table};
use paraat_ui::{Markup, html};

use super::signs;
use crate::tables::{ALERT, MESSAGE};

/// All messages and alerts that these readers see, and the crises that go on.
pub fn needs(_params: &Params) -> Vec<Need> {
    let all = [&ALERT, &MESSAGE].map(|table| Query::all(table).by(Order::Newest));
    let crises = Query::all(&CARDS)
        .is("module", "incident")
        .is("kind", "incident")
        .is("status", "open")
        .by(Order::Newest);
    all.into_iter().chain([crises]).map(Need::Rows).collect()
}

/// The page.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let actions = html! {
        (button_link("/communication/signals", "comment",
            &scene.say("communication-signals"), false))
        (button_link("/communication/contacts", "", &scene.say("communication-contacts"), false))
        (button_link("/communication/board", "table", &scene.say("communication-board"), false))
        @if signs::may(scene, None, Ability::Write) {
            (button_link("/communication/message/hold", "warning",
                &scene.say("communication-message-hold"), false))
            (button_link("/communication/message/draft", "edit",
                &scene.say("communication-message-draft"), false))
            (button_link("/communication/alert/draft", "add",
                &scene.say("communication-alert-draft"), true))
        }
    };
    Some(html! {
        (scene.bar(&scene.say("communication-nav"), html! {}, actions))
        (crises(answers, scene))
        (panel("alerts", &scene.say("communication-alerts"), html! {}, alerts(answers, scene)))
        (panel("messages", &scene.say("communication-messages"), html! {},
            messages(answers, scene)))
    })
}

/// The crises that go on, each with what can be said about it; nothing for who only reads.
fn crises(answers: &[Answer], scene: &Scene) -> Markup {
    let rows = rows_of(answers, &CARDS);
    if rows.is_empty() || !signs::may(scene, None, Ability::Write) {
        return html! {};
    }
    let columns = ["incident", "who", "say"]
        .map(|name| Column::text(scene.say(&format!("communication-column-{name}"))));
    let line = |row: &&Row| {
        let form = |kind: &str| {
            let form = format!("/communication/{kind}/draft?incident={}", row.stream);
            let word = scene.say(&format!("communication-{kind}-draft"));
            html! { a href=(form) { (word) } }
        };
        let hold = |row: &Row| {
            let form = format!("/communication/message/hold?incident={}", row.stream);
            html! { a href=(form) { (scene.say("communication-message-hold")) } }
        };
        vec![
            html! {
                a href={ "/communication/crisis/" (row.stream) } {
                    (card_of(row).title.get(scene.language()))
                }
            },
            html! { (scene.organisation(row.stream.owner.as_str())) },
            html! { (form("alert")) " " (form("message")) " " (hold(row)) },
        ]
    };
    let cells: Vec<Vec<Markup>> = rows.iter().map(line).collect();
    let title = scene.say("communication-crises");
    panel("crises", &title, html! {}, table(&title, &columns, &cells))
}

/// Alerts, a row each.
pub fn alerts(answers: &[Answer], scene: &Scene) -> Markup {
    let rows = rows_of(answers, &ALERT);
    if rows.is_empty() {
        return empty(&scene.say("communication-alerts-none"), None);
    }
    let columns = ["title", "standing", "area", "who", "expires"]
        .map(|name| Column::text(scene.say(&format!("communication-column-{name}"))));
    let line = |row: &&Row| {
        vec![
            html! { a href=(signs::address("alert", row)) { (row.text("title")) } },
            signs::alert(scene, row),
            html! { (row.text("area")) },
            html! { (scene.organisation(row.stream.owner.as_str())) },
            signs::at(scene, row.text("expires")),
        ]
    };
    let cells: Vec<Vec<Markup>> = rows.iter().map(line).collect();
    table(&scene.say("communication-alerts"), &columns, &cells)
}

/// Messages, a row each.
pub fn messages(answers: &[Answer], scene: &Scene) -> Markup {
    let rows = rows_of(answers, &MESSAGE);
    if rows.is_empty() {
        return empty(&scene.say("communication-messages-none"), None);
    }
    let columns = ["title", "standing", "sender", "who", "as-of"]
        .map(|name| Column::text(scene.say(&format!("communication-column-{name}"))));
    let line = |row: &&Row| {
        vec![
            html! { a href=(signs::address("message", row)) { (row.text("title")) } },
            signs::message(scene, row),
            html! { (signs::sender(scene, row)) },
            html! { (scene.organisation(row.stream.owner.as_str())) },
            signs::at(scene, row.text("as_of")),
        ]
    };
    let cells: Vec<Vec<Markup>> = rows.iter().map(line).collect();
    table(&scene.say("communication-messages"), &columns, &cells)
}
