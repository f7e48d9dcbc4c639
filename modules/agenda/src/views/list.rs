// SPDX-License-Identifier: EUPL-1.2
//! The activities as a plain table, by number.

use paraat_contract::{Answer, Scene};
use paraat_ui::widgets::{Column, table};
use paraat_ui::{Markup, html};

use super::look::{self, Look};
use super::moment;
use crate::state::{Item, spoken};

/// The page.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let columns = [
        Column::text(scene.say("agenda-activity")),
        Column::text(scene.say("agenda-filter-lead")),
        Column::text(scene.say("agenda-column-period")),
        Column::text(scene.say("agenda-filter-status")),
        Column::text(scene.say("agenda-filter-reach")),
    ];
    let caption = scene.say("agenda-title-list");
    Some(look::page(
        answers,
        scene,
        "/agenda/list",
        |look, shown, _| {
            let rows: Vec<Vec<Markup>> = shown.iter().map(|item| row(scene, look, item)).collect();
            table(&caption, &columns, &rows)
        },
    ))
}

fn row(scene: &Scene, look: &Look, item: &Item) -> Vec<Markup> {
    let (row, signs) = (item.row, &look.signs);
    let stale = item.stale(moment::seen_from(scene.params));
    vec![
        html! {
            a href=(look.href(item)) {
                span.number { (row.text("number")) } " "
                (spoken(row, scene.language(), "title"))
            }
        },
        signs.lead(scene, item),
        html! { (signs.period(scene, row)) },
        html! {
            div {
                (signs.status(item.status())) " " (signs.outlook(item.outlook())) " "
                (signs.stale(stale))
            }
        },
        html! { (signs.reach(row)) },
    ]
}
