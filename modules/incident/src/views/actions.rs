// SPDX-License-Identifier: EUPL-1.2
//! Actions: orders and requests, what is open first and what is late before that.

use paraat_contract::{Answer, Need, Order, Params, Row, Scene, rows_of};
use paraat_ui::widgets::{button_link, empty, panel, table};
use paraat_ui::{Markup, html};

use super::told::{columns, ours, put_to_us};
use super::{frame, gathered, told};
use crate::tables::{ACCEPTED, ACTION, DIRECTION, RESPONSE};

/// The crisis, its actions and what was said to them.
pub fn needs(params: &Params) -> Vec<Need> {
    gathered::needs(params, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow(params, answers, follow, |of| {
        [&ACTION, &RESPONSE, &DIRECTION, &ACCEPTED]
            .map(|table| of(table).by(Order::Any))
            .to_vec()
    })
}

/// How an action stands: what its giver says, else what the one who was asked says.
pub fn standing<'a>(row: &'a Row, responses: &[&'a Row]) -> &'a str {
    match row.text("standing") {
        "open" => {
            let asked = |it: &&&Row| it.stream.owner.as_str() == row.text("to");
            let said = responses.iter().find(asked);
            said.map_or("open", |it| it.text("standing"))
        }
        ended => ended,
    }
}

/// True while somebody still has to do something.
pub fn is_open(standing: &str) -> bool {
    matches!(standing, "open" | "accepted" | "asked-too")
}

/// The page; none when this audience does not see the incident.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let all = rows_of(answers, &ACTION);
    let stands = |row: &Row| standing(row, &told::responses(answers, row)).to_owned();
    let (mut open, mut done): (Vec<&Row>, Vec<&Row>) =
        all.into_iter().partition(|row| is_open(&stands(row)));
    open.sort_by_key(|row| (row.text("due").is_empty(), row.text("due").to_owned()));
    done.sort_by_key(|row| std::cmp::Reverse(row.since));
    let part = |id: &str, rows: &[&Row]| {
        let title = scene.say(&format!("incident-actions-{id}"));
        panel(id, &title, html! {}, sheet(answers, scene, &title, rows))
    };
    frame::page(answers, scene, "/actions", |own| {
        html! {
            @if frame::may_write(scene) {
                div.page-actions.below {
                    (button_link(
                        &frame::form(scene, own, "/actions", "/incident/action/give"),
                        "add",
                        &scene.say("incident-action-give"), true))
                }
            }
            @if open.is_empty() { (empty(&scene.say("incident-actions-none"), None)) }
            @else { (part("open", &open)) }
            @if !done.is_empty() { (part("done", &done)) }
        }
    })
}

fn sheet(answers: &[Answer], scene: &Scene, title: &str, rows: &[&Row]) -> Markup {
    let columns = columns(
        scene,
        &["number", "what", "by", "to", "due", "standing", "acts"],
    );
    let line = |row: &&Row| {
        let responses = told::responses(answers, row);
        let stands = standing(row, &responses);
        vec![
            html! { (told::code(scene, row)) },
            html! { a href={ "/incident/action/" (row.stream) } { (row.text("text")) } },
            html! { (told::by(scene, row)) },
            html! { (told::to(scene, row)) },
            told::due(scene, row, is_open(stands)),
            html! {
                div {
                    (told::standing(scene, stands))
                    @if !row.text("outcome").is_empty() { div.muted { (row.text("outcome")) } }
                    @for it in &responses {
                        @if !it.text("text").is_empty() { div.muted { (it.text("text")) } }
                    }
                }
            },
            acts(scene, row, stands),
        ]
    };
    let cells: Vec<Vec<Markup>> = rows.iter().map(line).collect();
    table(title, &columns, &cells)
}

/// What these readers may do with an action as it stands.
pub fn acts(scene: &Scene, row: &Row, stands: &str) -> Markup {
    let order = row.stream.owner.as_str() == row.text("to");
    html! {
        div.acts {
            @if !order && put_to_us(scene, row) && row.text("standing") == "open" {
                @match stands {
                    "open" => (told::answering(scene, row, &["accept", "refuse", "finish"])),
                    "accepted" => (told::answering(scene, row, &["finish", "refuse"])),
                    "refused" => (told::answering(scene, row, &["accept"])),
                    _ => {},
                }
            }
            @if ours(scene, row) && row.text("standing") == "open" {
                @if order { (told::acting(scene, row, "action", &["finish"])) }
                (told::acting(scene, row, "action", &["withdraw"]))
            }
        }
    }
}
