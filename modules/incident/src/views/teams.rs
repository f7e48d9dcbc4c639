// SPDX-License-Identifier: EUPL-1.2
//! The teams that sit, where, and how they are reached.

use paraat_contract::{Answer, Row, Scene, rows_of};
use paraat_ui::widgets::{Column, empty, post_button, table};
use paraat_ui::{Markup, html};

use super::{frame, moment};
use crate::tables::TEAM;

/// The panel.
pub fn draw(answers: &[Answer], scene: &Scene, incident: &Row) -> Markup {
    let mut rows = rows_of(answers, &TEAM);
    rows.retain(|row| row.text("standing") == "sitting");
    rows.sort_by_key(|row| row.stream.owner.clone());
    let columns = ["team", "who", "place", "reach", "since"]
        .map(|name| Column::text(scene.say(&format!("incident-column-{name}"))));
    let cells: Vec<Vec<Markup>> = rows.iter().map(|row| cells(scene, row)).collect();
    html! {
        @if cells.is_empty() { (empty(&scene.say("incident-teams-none"), None)) }
        @else { (table(&scene.say("incident-teams"), &columns, &cells)) }
        @if frame::may_write(scene) {
            p { a href=(frame::form(scene, incident, "", "/incident/team/assemble")) {
                (scene.say("incident-team-assemble"))
            } }
        }
    }
}

fn cells(scene: &Scene, row: &Row) -> Vec<Markup> {
    let ours = scene.audience.organisation.as_ref() == Some(&row.stream.owner);
    let (incident, team) = (row.text("incident"), row.text("team"));
    let back = frame::back(scene, incident, "");
    let hidden = [
        ("incident", incident),
        ("team", team),
        ("next", back.as_str()),
    ];
    vec![
        html! { (scene.say(&format!("incident-team-{team}"))) },
        html! { (scene.organisation(row.stream.owner.as_str())) },
        html! { (row.text("place")) },
        html! { (row.text("reach")) },
        html! {
            (moment::ago(scene, row.text("said")))
            @if ours && frame::may_write(scene) {
                " " (post_button(
                    "/incident/team/stand-down",
                    &hidden,
                    &scene.say("incident-team-stand-down"),
                    false
                ))
            }
        },
    ]
}
