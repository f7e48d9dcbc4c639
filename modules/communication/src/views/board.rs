// SPDX-License-Identifier: EUPL-1.2
//! The channel board: every target of every alert that goes on, with what has yet to come.

use paraat_contract::{Answer, Filter, Need, Order, Params, Query, Row, Scene, Value, rows_of};
use paraat_ui::widgets::{empty, panel};
use paraat_ui::{Markup, html};

use super::{alert, signs};
use crate::tables::{ALERT, DELIVERY};

/// Alerts that were handed over, and their targets.
pub fn needs(params: &Params) -> Vec<Need> {
    let standing = ["handed-over", "confirmed", "withdrawn"].map(Value::from);
    let out = Filter::In("standing", standing.to_vec());
    let alerts = Query::all(&ALERT).filter(out).by(Order::Newest);
    vec![
        Need::Rows(alerts),
        Need::Then(targets, Box::new(params.clone())),
    ]
}

fn targets(_params: &Params, answers: &[Answer]) -> Vec<Need> {
    let alerts = rows_of(answers, &ALERT).into_iter();
    let alerts: Vec<Value> = alerts.map(|row| row.stream.to_string().into()).collect();
    vec![Need::Rows(
        Query::all(&DELIVERY).filter(Filter::In("alert", alerts)),
    )]
}

/// The page.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let deliveries = rows_of(answers, &DELIVERY);
    let alerts = rows_of(answers, &ALERT);
    Some(html! {
        (scene.bar(&scene.say("communication-board"), html! {}, html! {}))
        @if alerts.is_empty() { (empty(&scene.say("communication-board-none"), None)) }
        @for own in &alerts {
            @let all = deliveries.iter().copied();
            @let rows: Vec<&Row> = all.filter(|row| row.stream == own.stream).collect();
            @let link = html! {
                (signs::alert(scene, own)) " "
                a href=(signs::address("alert", own)) { (scene.say("communication-to-alert")) }
            };
            (panel(&format!("alert-{}", own.stream), own.text("title"), link, html! {
                @if rows.is_empty() { p.muted { (scene.say("communication-targets-none")) } }
                @else { (alert::deliveries(scene, &rows)) }
            }))
        }
    })
}
