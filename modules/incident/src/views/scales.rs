// SPDX-License-Identifier: EUPL-1.2
//! Who scaled up how far: each organisation on its own scales, never one figure for all.

use paraat_contract::{Answer, Row, Scene, rows_of};
use paraat_ui::widgets::{Column, empty, table, unverified};
use paraat_ui::{Markup, html};

use super::{frame, moment};
use crate::tables::SCALE;
use crate::terms::scales::scale_of;

/// The panel.
pub fn draw(answers: &[Answer], scene: &Scene, incident: &Row) -> Markup {
    let mut rows = rows_of(answers, &SCALE);
    rows.sort_by_key(|row| (row.text("scale").to_owned(), row.stream.owner.clone()));
    let columns = ["who", "level", "since", "decided-by", "reason"]
        .map(|name| Column::text(scene.say(&format!("incident-column-{name}"))));
    let cells: Vec<Vec<Markup>> = rows.iter().map(|row| cells(scene, row)).collect();
    html! {
        @if cells.is_empty() { (empty(&scene.say("incident-scales-none"), None)) }
        @else { (table(&scene.say("incident-scales"), &columns, &cells)) }
        @if frame::may_write(scene) {
            p { a href=(frame::form(scene, incident, "", "/incident/scale/set")) {
                (scene.say("incident-scale-set"))
            } }
        }
    }
}

fn cells(scene: &Scene, row: &Row) -> Vec<Markup> {
    let level = row.text("level");
    let checked = scale_of(level).is_some_and(|scale| scale.checked);
    let voice = scene.words.voice(scene.language());
    let missing = html! { span.muted { (scene.say("incident-to-be-filled-in")) } };
    let told = |text: &str| match text {
        "" => missing.clone(),
        text => html! { (text) },
    };
    vec![
        html! { (scene.organisation(row.stream.owner.as_str())) },
        html! {
            div {
                strong { (scene.say(&format!("incident-level-{level}"))) }
                @if !checked { " " (unverified(voice)) }
            }
        },
        moment::at(scene, row.text("decided")),
        told(row.text("decided_by")),
        told(row.text("reason")),
    ]
}
