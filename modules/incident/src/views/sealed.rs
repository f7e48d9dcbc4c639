// SPDX-License-Identifier: EUPL-1.2
//! A sealed record, for who opened it: for anybody else its entries are not there, and so is the
//! page. It does not change by itself: looking again is reading again.

use paraat_contract::{Answer, Filter, Need, Order, Params, Query, Row, Scene, rows_at, rows_of};
use paraat_ui::widgets::{button_link, panel};
use paraat_ui::{Markup, html};

use super::told::{self, ours};
use super::{frame, moment, sealed_list};
use crate::tables::{INCIDENT, SEALED, SEALED_ENTRY};

/// The record, what it says, and the incident that it is of.
pub fn needs(params: &Params) -> Vec<Need> {
    let Some(stream) = params.stream("stream") else {
        return Vec::new();
    };
    let of = |table| Query::all(table).filter(Filter::Stream(stream.clone()));
    vec![
        Need::Rows(of(&SEALED)),
        Need::Rows(of(&SEALED_ENTRY).by(Order::Up("number"))),
        Need::Then(incident, Box::new(params.clone())),
    ]
}

fn incident(_params: &Params, answers: &[Answer]) -> Vec<Need> {
    let of = rows_at(answers, 0).first();
    let of = of.and_then(|row| row.text("incident").parse().ok());
    let query = |stream| Need::Rows(Query::all(&INCIDENT).filter(Filter::Stream(stream)));
    of.map(query).into_iter().collect()
}

/// The page; none when this audience did not open the record.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let row = rows_of(answers, &SEALED).into_iter().next()?;
    let entries = rows_of(answers, &SEALED_ENTRY);
    entries.first()?;
    let crisis = rows_of(answers, &INCIDENT).into_iter().next();
    let beside = html! {
        @if let Some(crisis) = crisis {
            a href={ (frame::address(crisis)) "/sealed" } { (crisis.text("title")) } " "
        }
        (told::by(scene, row)) " " (moment::at(scene, row.text("at"))) " "
        (told::standing(scene, row.text("standing")))
    };
    let open = row.text("standing") == "open" && ours(scene, row);
    let to = |act: &str| format!("/streams/{}/{act}", row.stream);
    let buttons = html! {
        @if open {
            (button_link(&to("add"), "add", &scene.say("incident-sealed-add"), true))
            (button_link(&to("close"), "", &scene.say("incident-sealed-close"), false))
        }
    };
    Some(html! {
        (scene.bar(&sealed_list::named(scene, row), beside, buttons))
        (panel("entries", &scene.say("incident-sealed-entries"), html! {}, html! {
            @for it in entries { article.thing { (one(scene, it, open)) } }
        }))
        p { a href={ "/sealed/" (row.stream) } { (scene.say("incident-sealed-readers")) } }
    })
}

fn one(scene: &Scene, row: &Row, open: bool) -> Markup {
    let number = row.whole("number").unwrap_or_default();
    let correct = format!("/streams/{}/correct?entry={number}", row.stream);
    html! {
        h3 { span.number { (number) } " " (moment::at(scene, row.text("at"))) }
        @for line in row.text("text").lines() { p { (line) } }
        p.muted {
            (scene.say(&format!("function-{}", row.text("function"))))
            @if !row.text("reason").is_empty() {
                " · " (scene.say("incident-column-reason")) ": " (row.text("reason"))
            }
        }
        @if open { div.acts { a href=(correct) { (scene.say("incident-sealed-correct")) } } }
    }
}
