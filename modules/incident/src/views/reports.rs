// SPDX-License-Identifier: EUPL-1.2
//! Situation reports: those that were made, and the way to make one.

use paraat_contract::{Answer, Need, Order, Params, Row, Scene, rows_of};
use paraat_ui::widgets::{button_link, empty, panel, table};
use paraat_ui::{Markup, html};

use super::told::columns;
use super::{frame, gathered, moment};
use crate::tables::{ACCEPTED, DIRECTION, REPORT};

/// The crisis and its reports.
pub fn needs(params: &Params) -> Vec<Need> {
    gathered::needs(params, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow(params, answers, follow, |of| {
        [&REPORT, &DIRECTION, &ACCEPTED]
            .map(|table| of(table).by(Order::Any))
            .to_vec()
    })
}

/// The page; none when this audience does not see the incident.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let mut rows = rows_of(answers, &REPORT);
    rows.sort_by_key(|row| row.text("seen").to_owned());
    let columns = columns(
        scene,
        &["number", "who", "seen", "note", "expected", "acts"],
    );
    let title = scene.say("incident-reports");
    frame::page(answers, scene, "/reports", |own| {
        let base = frame::address(own);
        // What is new is told since the report before it of the same organisation.
        let before = |at: usize| {
            let of = rows.get(at).map(|row| &row.stream);
            let earlier = rows.iter().take(at).rev();
            earlier.copied().find(|row| Some(&row.stream) == of)
        };
        let mut cells: Vec<Vec<Markup>> = rows
            .iter()
            .enumerate()
            .map(|(at, row)| line(scene, own, row, before(at)))
            .collect();
        cells.reverse();
        html! {
            div.page-actions.below {
                @if frame::may_write(scene) {
                    @let form = frame::form(scene, own, "/reports", "/incident/report/freeze");
                    @let form = format!("{form}&seen={}", scene.params.now);
                    (button_link(&form, "add", &scene.say("incident-report-freeze"), true))
                }
                (button_link(
                    &format!("{base}/report"),
                    "planning",
                    &scene.say("incident-report-now"),
                    false
                ))
            }
            (panel("reports", &title, html! {}, html! {
                @if cells.is_empty() { (empty(&scene.say("incident-reports-none"), None)) }
                @else { (table(&title, &columns, &cells)) }
            }))
        }
    })
}

/// One report with the way to it; `before` is the one that it is new since.
fn line(scene: &Scene, own: &Row, row: &Row, before: Option<&Row>) -> Vec<Markup> {
    let base = frame::address(own);
    let mut page = format!("{base}/report?moment={}", row.text("seen"));
    if let Some(before) = before {
        page.push_str(&format!("&since={}", before.text("seen")));
    }
    vec![
        html! { a href=(page) { (row.whole("number").unwrap_or_default()) } },
        html! { (scene.organisation(row.stream.owner.as_str())) },
        moment::at(scene, row.text("seen")),
        html! { (row.text("note")) },
        html! {
            @if !row.text("expected").is_empty() { (moment::at(scene, row.text("expected"))) }
        },
        html! {
            div.acts {
                a href={ (page) "&as=pdf" } { "PDF" }
                a href={ (page) "&as=odt" } { "ODT" }
            }
        },
    ]
}
