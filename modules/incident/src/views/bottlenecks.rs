// SPDX-License-Identifier: EUPL-1.2
//! Bottlenecks with their way up: who raised what to whom, who raised it on, and the answer that
//! comes back down.

use paraat_contract::{Answer, Need, Order, Params, Row, Scene, rows_of};
use paraat_ui::widgets::{button_link, empty, panel};
use paraat_ui::{Markup, html};

use super::told::{ours, put_to_us};
use super::{frame, gathered, moment, told};
use crate::tables::{ACCEPTED, BOTTLENECK, DIRECTION, RESPONSE};

/// The crisis, its bottlenecks and what was said to them.
pub fn needs(params: &Params) -> Vec<Need> {
    gathered::needs(params, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow(params, answers, follow, |of| {
        [&BOTTLENECK, &RESPONSE, &DIRECTION, &ACCEPTED]
            .map(|table| of(table).by(Order::Any))
            .to_vec()
    })
}

/// The page; none when this audience does not see the incident.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let all = rows_of(answers, &BOTTLENECK);
    // What was raised on stands under the one that it was raised on from, when that is to be seen.
    let address = |row: &Row| row.stream.to_string();
    let first = |row: &&&Row| !all.iter().any(|it| address(it) == row.text("below"));
    let (open, solved): (Vec<&&Row>, Vec<&&Row>) = all
        .iter()
        .filter(first)
        .partition(|row| row.text("standing") == "open");
    let part = |id: &str, rows: &[&&Row]| {
        let title = scene.say(&format!("incident-bottlenecks-{id}"));
        panel(
            id,
            &title,
            html! {},
            html! {
                @for row in rows { (chain(answers, scene, row, &all, 0)) }
            },
        )
    };
    frame::page(answers, scene, "/bottlenecks", |own| {
        html! {
            @if frame::may_write(scene) {
                div.page-actions.below {
                    (button_link(
                        &frame::form(scene, own, "/bottlenecks", "/incident/bottleneck/raise"),
                        "add",
                        &scene.say("incident-bottleneck-raise"), true))
                }
            }
            @if open.is_empty() { (empty(&scene.say("incident-bottlenecks-none"), None)) }
            @else { (part("open", &open)) }
            @if !solved.is_empty() { (part("solved", &solved)) }
        }
    })
}

/// Most steps that a bottleneck is followed upwards; the levels of the country are fewer.
const STEPS: usize = 12;

/// A bottleneck, and under it what was made of it higher up.
fn chain(answers: &[Answer], scene: &Scene, row: &Row, all: &[&Row], depth: usize) -> Markup {
    let address = row.stream.to_string();
    let above: Vec<&&Row> = all
        .iter()
        .filter(|it| it.text("below") == address)
        .collect();
    html! {
        article.thing {
            (one(answers, scene, row))
            @if depth < STEPS && !above.is_empty() {
                div.raised {
                    p.muted { (scene.say("incident-raised-on")) }
                    @for row in above { (chain(answers, scene, row, all, depth + 1)) }
                }
            }
        }
    }
}

fn one(answers: &[Answer], scene: &Scene, row: &Row) -> Markup {
    html! {
        h3 {
            span.number { (told::code(scene, row)) } " "
            a href={ "/incident/bottleneck/" (row.stream) } { (row.text("text")) } " "
            (told::standing(scene, row.text("standing")))
        }
        p.muted {
            (told::by(scene, row)) " → " (told::to(scene, row)) ", "
            (moment::ago(scene, &row.since.to_string()))
        }
        @for part in ["consequence", "wanted", "outcome"] {
            @if !row.text(part).is_empty() {
                p { (scene.say(&format!("incident-bottleneck-{part}"))) ": " (row.text(part)) }
            }
        }
        (told::answers(scene, &told::responses(answers, row)))
        (acts(scene, row))
    }
}

/// What these readers may do with a bottleneck as it stands.
pub fn acts(scene: &Scene, row: &Row) -> Markup {
    let raise_on = format!(
        "/incident/bottleneck/raise?incident={}&below={}&text={}&team={}{}",
        row.text("incident"),
        row.stream,
        paraat_ui::page::encode(row.text("text")),
        moment::team(scene.params),
        frame::next(scene, row.text("incident"), "/bottlenecks")
    );
    let open = row.text("standing") == "open";
    html! {
        div.acts {
            @if open && put_to_us(scene, row) {
                (told::answering(scene, row, &["answer", "refuse"]))
                a href=(raise_on) { (scene.say("incident-raise-on")) }
            }
            @if open && ours(scene, row) { (told::acting(scene, row, "bottleneck", &["resolve"])) }
        }
    }
}
