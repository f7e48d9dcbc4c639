// SPDX-License-Identifier: EUPL-1.2
//! Which sealed records there are under a crisis: of what sort, since when and of which team, and
//! nothing of what they say. For who was let into no compartment the page is not there.

use paraat_contract::{Answer, Need, Order, Params, Row, Scene, rows_of};
use paraat_ui::widgets::{button_link, empty, panel, table};
use paraat_ui::{Markup, html};

use super::told::columns;
use super::{frame, gathered, moment, told};
use crate::tables::{ACCEPTED, DIRECTION, SEALED};

/// The crisis and its sealed records.
pub fn needs(params: &Params) -> Vec<Need> {
    gathered::needs(params, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow(params, answers, follow, |of| {
        vec![
            of(&SEALED).by(Order::Newest),
            of(&DIRECTION).by(Order::Any),
            of(&ACCEPTED).by(Order::Any),
        ]
    })
}

/// The page; none when this audience does not see the incident, or was let into nothing.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    if scene.audience.compartments.is_empty() {
        return None;
    }
    let rows = rows_of(answers, &SEALED);
    let title = scene.say("incident-sealed-list");
    let columns = columns(scene, &["sealed", "at", "by", "standing"]);
    let cells: Vec<Vec<Markup>> = rows.iter().map(|row| line(scene, row)).collect();
    frame::page(answers, scene, "/sealed", |own| {
        html! {
            @if frame::may_write(scene) {
                div.page-actions.below {
                    (button_link(
                        &frame::form(scene, own, "/sealed", "/incident/sealed/seal"),
                        "add",
                        &scene.say("incident-sealed-seal"), true))
                }
            }
            @if rows.is_empty() { (empty(&scene.say("incident-sealed-none"), None)) }
            @else {
                @let why = html! { span.muted { (scene.say("incident-sealed-why")) } };
                (panel("sealed", &title, why, table(&title, &columns, &cells)))
            }
        }
    })
}

/// What may be said of a sealed record: `Verzegeld: medische gegevens`.
pub fn named(scene: &Scene, row: &Row) -> String {
    let what = format!("incident-sealed-compartment-{}", row.text("compartment"));
    scene.say_with("incident-sealed-named", &[("what", scene.say(&what))])
}

fn line(scene: &Scene, row: &Row) -> Vec<Markup> {
    vec![
        html! { a href={ "/incident/sealed/" (row.stream) } { (named(scene, row)) } },
        moment::at(scene, row.text("at")),
        html! { (told::by(scene, row)) },
        told::standing(scene, row.text("standing")),
    ]
}
