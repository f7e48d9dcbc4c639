// SPDX-License-Identifier: EUPL-1.2
//! The activities as a plain table, by number.

use paraat_contract::{Answer, Scene};
use paraat_ui::widgets::{Column, table};
use paraat_ui::{Markup, html};

use super::look::{self, Look};
use super::{filters, joint, means, moment};
use crate::state::{Item, spoken};

/// The page.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let columns = [
        Column::text(scene.say("agenda-activity")),
        Column::text(scene.say("agenda-filter-lead")),
        Column::text(scene.say("agenda-column-period")),
        Column::text(scene.say("agenda-filter-status")),
        Column::text(scene.say("agenda-filter-means")),
        Column::text(scene.say("agenda-filter-reach")),
    ];
    let caption = scene.say("agenda-title-list");
    Some(look::page(
        answers,
        scene,
        filters::LIST,
        |look, shown, _| {
            let rows: Vec<Vec<Markup>> = shown.iter().map(|item| row(scene, look, item)).collect();
            table(&caption, &columns, &rows)
        },
    ))
}

fn row(scene: &Scene, look: &Look, item: &Item) -> Vec<Markup> {
    let (row, signs) = (item.row, &look.signs);
    let stale = item.stale(moment::seen_from(scene.params));
    let carriers = look.joint.of(&row.stream.to_string(), item.lead());
    let names = [("names", joint::names(scene, &carriers))];
    let differences = joint::differences(scene, signs, item.progress, &carriers);
    vec![
        html! {
            a href=(look.href(item)) {
                span.number { (row.text("number")) } " "
                (spoken(row, scene.language(), "title"))
            }
        },
        html! {
            div {
                (signs.lead(scene, item))
                @if !carriers.is_empty() {
                    " " span.muted { (scene.say_with("agenda-joint-with", &names)) }
                }
            }
        },
        html! { (signs.period(scene, row)) },
        html! {
            div {
                (signs.status(item.status())) " " (signs.outlook(item.outlook())) " "
                (signs.stale(stale))
                @for sentence in &differences { p { (sentence) } }
            }
        },
        means::sign(scene, item.means()),
        html! { (signs.reach(row)) },
    ]
}
