// SPDX-License-Identifier: EUPL-1.2
//! The key picture (*kernbeeld*): the last one on top of the shared picture, all of them on a page.

use paraat_contract::{Answer, Need, Order, Params, Row, Scene, rows_of};
use paraat_ui::widgets::{Mark, Tone, empty, panel, tag};
use paraat_ui::{Markup, html};

use super::{frame, gathered, moment};
use crate::state::directing;
use crate::tables::{ACCEPTED, DIRECTION, SYNTHESIS};

/// The parts, by their column.
pub const PARTS: &[&str] = &["what", "expected", "bottlenecks", "wanted"];

/// Those of who directs first, then the newest by when it came to this node.
pub fn newest(answers: &[Answer]) -> Vec<&Row> {
    let mut rows = rows_of(answers, &SYNTHESIS);
    rows.sort_by_key(|row| (!directs(answers, row), std::cmp::Reverse(row.since)));
    rows
}

/// True when it is of who directs the picture.
fn directs(answers: &[Answer], row: &Row) -> bool {
    let (stances, accepted) = (rows_of(answers, &DIRECTION), rows_of(answers, &ACCEPTED));
    let directing = directing(&stances, &accepted).into_iter();
    directing
        .map(|it| &it.stream.owner)
        .any(|owner| *owner == row.stream.owner)
}

/// The last one, with the way to the next.
pub fn last(answers: &[Answer], scene: &Scene, incident: &Row) -> Markup {
    let all = newest(answers);
    let page = format!(
        "{}/synthesis{}",
        frame::address(incident),
        moment::suffix(scene)
    );
    let beside = html! {
        @if all.len() > 1 { a href=(page) { (scene.say("incident-synthesis-all")) } " " }
        @if frame::may_write(scene) {
            a href=(frame::form(scene, incident, "", "/incident/synthesis/publish")) {
                (scene.say("incident-synthesis-publish"))
            }
        }
    };
    panel(
        "synthesis",
        &scene.say("incident-synthesis"),
        beside,
        html! {
            @match all.first() {
                Some(row) => (one(answers, scene, row)),
                None => p.muted { (scene.say("incident-synthesis-none")) },
            }
        },
    )
}

/// One of them.
pub fn one(answers: &[Answer], scene: &Scene, row: &Row) -> Markup {
    let number = [(
        "number",
        row.whole("number").unwrap_or_default().to_string(),
    )];
    html! {
        div.synthesis {
            @for part in PARTS {
                @if !row.text(part).is_empty() {
                    h3 { (scene.say(&format!("incident-synthesis-{part}"))) }
                    ul {
                        @for line in row.text(part).lines() {
                            @if !line.trim().is_empty() { li { (line) } }
                        }
                    }
                }
            }
            p.muted {
                (scene.say_with("incident-synthesis-number", &number)) ", "
                (row.text("officer")) ", " (scene.organisation(row.stream.owner.as_str())) ", "
                (moment::at(scene, row.text("published")))
                @if !directs(answers, row) {
                    @let word = scene.say("incident-synthesis-not-directing");
                    " " (tag(&word, Mark::Half, Tone::Elevated))
                }
            }
        }
    }
}

/// The crisis and all that were published.
pub fn needs(params: &Params) -> Vec<Need> {
    gathered::needs(params, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow(params, answers, follow, |of| {
        [&SYNTHESIS, &DIRECTION, &ACCEPTED]
            .map(|table| of(table).by(Order::Any))
            .to_vec()
    })
}

/// The page of all of them; none when this audience does not see the incident.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let all = newest(answers);
    frame::page(answers, scene, "/synthesis", |_own| {
        html! {
            (panel("all", &scene.say("incident-synthesis"), html! {}, html! {
                @if all.is_empty() { (empty(&scene.say("incident-synthesis-none"), None)) }
                @for row in &all { article.thing { (one(answers, scene, row)) } }
            }))
        }
    })
}
