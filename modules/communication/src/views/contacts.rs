// SPDX-License-Identifier: EUPL-1.2
//! Numbers and addresses that may stand in public text: which were called back, and until when that
//! holds. And what a text needs of them.

use std::collections::BTreeSet;

use paraat_authority::Ability;
use paraat_contract::{Answer, Filter, Need, Order, Params, Query, Row, Scene, Value, rows_of};
use paraat_ui::page::encode;
use paraat_ui::widgets::{Column, Mark, Tone, button_link, empty, panel, post_button, table, tag};
use paraat_ui::{Markup, html};

use super::signs;
use crate::tables::CONTACT;
use crate::terms::contacts::{Found, contacts};

/// All of them.
pub fn needs(_params: &Params) -> Vec<Need> {
    vec![Need::Rows(Query::all(&CONTACT).by(Order::Up("value")))]
}

/// The page.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let rows = rows_of(answers, &CONTACT);
    let action = html! {
        @if signs::may(scene, None, Ability::Write) {
            (button_link("/communication/contact/register", "add",
                &scene.say("communication-contact-register"), true))
        }
    };
    let title = scene.say("communication-contacts");
    Some(html! {
        (scene.bar(&title, html! {}, action))
        (panel("contacts", &title, html! {}, html! {
            p { (scene.say("communication-contacts-why")) }
            @if rows.is_empty() { (empty(&scene.say("communication-contacts-none"), None)) }
            @else { (listed(scene, &title, &rows)) }
        }))
    })
}

fn listed(scene: &Scene, title: &str, rows: &[&Row]) -> Markup {
    let columns = ["contact", "for", "who", "standing", "next"]
        .map(|name| Column::text(scene.say(&format!("communication-column-{name}"))));
    let line = |row: &&Row| {
        vec![
            html! { (row.text("value")) },
            html! { (row.text("what")) },
            html! {
                (scene.organisation(row.stream.owner.as_str()))
                @if !row.text("desk").is_empty() { ", " (row.text("desk")) }
            },
            standing(scene, row),
            steps(scene, row),
        ]
    };
    let cells: Vec<Vec<Markup>> = rows.iter().map(line).collect();
    table(title, &columns, &cells)
}

/// True when it was called back and that still holds.
fn holds(scene: &Scene, row: &Row) -> bool {
    let tested = row.text("standing") == "tested" || row.text("standing") == "called";
    tested && !row.text("tested").is_empty() && !signs::past(scene, row.text("until"))
}

fn standing(scene: &Scene, row: &Row) -> Markup {
    let (key, mark, tone) = match row.text("standing") {
        "retired" => ("retired", Mark::Cross, Tone::Neutral),
        _ if holds(scene, row) => ("tested", Mark::Check, Tone::Good),
        "called" => ("called", Mark::Half, Tone::Elevated),
        "tested" => ("expired", Mark::Triangle, Tone::Serious),
        _ => ("untested", Mark::Ring, Tone::Elevated),
    };
    html! {
        (tag(&scene.say(&format!("communication-contact-{key}")), mark, tone))
        @if key == "tested" { " " (signs::at(scene, row.text("until"))) }
    }
}

fn steps(scene: &Scene, row: &Row) -> Markup {
    if !signs::may(scene, Some(row), Ability::Write) || row.text("standing") == "retired" {
        return html! {};
    }
    let next = encode("/communication/contacts");
    let link = |verb: &str| {
        let form = format!("/streams/{}/{verb}?next={next}", row.stream);
        html! { a href=(form) { (scene.say(&format!("communication-contact-{verb}"))) } " " }
    };
    let seen = row.version.to_string();
    let hidden = [("seen", seen.as_str()), ("next", "/communication/contacts")];
    html! {
        (link("call-back"))
        @if row.text("standing") == "called" {
            (post_button(&format!("/streams/{}/attest", row.stream), &hidden,
                &scene.say("communication-contact-attest"), false))
        }
        (link("retire"))
    }
}

/// What the register knows of the contacts in these texts.
pub fn of_texts<'a>(texts: impl Iterator<Item = &'a str>) -> Need {
    let found = found(texts).into_iter();
    let values: Vec<Value> = found.map(|it| it.value.into()).collect();
    Need::Rows(Query::all(&CONTACT).filter(Filter::In("value", values)))
}

/// All contacts in texts, each once.
pub fn found<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeSet<Found> {
    texts.flat_map(contacts).collect()
}

/// The contacts in a text, each with how it stands; those that nobody called back first.
pub fn panel_of(answers: &[Answer], scene: &Scene, found: &BTreeSet<Found>) -> Markup {
    if found.is_empty() {
        return html! {};
    }
    let rows = rows_of(answers, &CONTACT);
    let of = |it: &Found| {
        let all = rows.iter().filter(|row| row.text("value") == it.value);
        all.max_by_key(|row| holds(scene, row)).copied()
    };
    let (good, open): (Vec<&Found>, Vec<&Found>) = found
        .iter()
        .partition(|it| of(it).is_some_and(|row| holds(scene, row)));
    let body = html! {
        ul {
            @for it in open.iter().chain(&good) {
                li {
                    (it.value) " "
                    @match of(it) {
                        Some(row) => { (standing(scene, row)) " " (row.text("what")) },
                        None => {
                            (tag(&scene.say("communication-contact-unknown"),
                                Mark::Triangle, Tone::Serious))
                            @if signs::may(scene, None, Ability::Write) {
                                @let value = encode(&it.value);
                                " " a href={ "/communication/contact/register?sort=" (it.sort)
                                    "&value=" (value) } {
                                    (scene.say("communication-contact-register"))
                                }
                            }
                        },
                    }
                }
            }
        }
        @if !open.is_empty() { p { (scene.say("communication-contacts-debt")) } }
        p { a href="/communication/contacts" { (scene.say("communication-contacts")) } }
    };
    panel(
        "numbers",
        &scene.say("communication-contacts-in-text"),
        html! {},
        body,
    )
}
