// SPDX-License-Identifier: EUPL-1.2
//! The question desk: what is asked, by whom and for which decision, and its one answer.

use paraat_contract::{Answer, Need, Order, Params, Row, Scene, rows_of};
use paraat_ui::widgets::{button_link, empty, panel};
use paraat_ui::{Markup, html};

use super::told::{ours, put_to_us};
use super::{clock, frame, gathered, told};
use crate::tables::{ACCEPTED, CLOCK, DIRECTION, QUESTION, REPORT, RESPONSE};

/// The crisis, its questions and what was said to them.
pub fn needs(params: &Params) -> Vec<Need> {
    gathered::needs(params, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow(params, answers, follow, |of| {
        [&QUESTION, &RESPONSE, &CLOCK, &REPORT, &DIRECTION, &ACCEPTED]
            .map(|table| of(table).by(Order::Any))
            .to_vec()
    })
}

/// True when somebody answered.
pub fn answered(responses: &[&Row]) -> bool {
    responses.iter().any(|it| it.text("standing") == "answered")
}

/// The page; none when this audience does not see the incident.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let mut all = rows_of(answers, &QUESTION);
    all.sort_by_key(|row| (row.text("due").is_empty(), row.text("due").to_owned()));
    let waits =
        |row: &&Row| row.text("standing") == "open" && !answered(&told::responses(answers, row));
    let (open, done): (Vec<&Row>, Vec<&Row>) = all.into_iter().partition(waits);
    let part = |id: &str, rows: &[&Row]| {
        let title = scene.say(&format!("incident-questions-{id}"));
        panel(
            id,
            &title,
            html! {},
            html! {
                @for row in rows { article.thing { (one(answers, scene, row)) } }
            },
        )
    };
    frame::page(answers, scene, "/questions", |own| {
        html! {
            @if frame::may_write(scene) {
                div.page-actions.below {
                    (button_link(
                        &frame::form(scene, own, "/questions", "/incident/question/ask"),
                        "add",
                        &scene.say("incident-question-ask"), true))
                }
            }
            @if open.is_empty() { (empty(&scene.say("incident-questions-none"), None)) }
            @else { (part("open", &open)) }
            @if !done.is_empty() { (part("answered", &done)) }
            (clock::draw(answers, scene, own))
        }
    })
}

fn one(answers: &[Answer], scene: &Scene, row: &Row) -> Markup {
    let responses = told::responses(answers, row);
    let (too, given): (Vec<&Row>, Vec<&Row>) = responses
        .iter()
        .partition(|it| it.text("standing") == "asked-too");
    let open = row.text("standing") == "open";
    let others: Vec<String> = too
        .iter()
        .map(|it| scene.organisation(it.stream.owner.as_str()))
        .collect();
    html! {
        h3 {
            span.number { (told::code(scene, row)) } " "
            a href={ "/incident/question/" (row.stream) } { (row.text("text")) } " "
            @if answered(&responses) { (told::standing(scene, "answered")) }
            @else { (told::standing(scene, row.text("standing"))) }
        }
        p.muted {
            (told::by(scene, row)) " → " (told::to(scene, row)) " "
            (told::due(scene, row, open && !answered(&responses)))
        }
        @for part in ["decision", "form", "outcome"] {
            @if !row.text(part).is_empty() {
                p { (scene.say(&format!("incident-question-{part}"))) ": " (row.text(part)) }
            }
        }
        @if !others.is_empty() {
            p.muted { (scene.say_with("incident-asked-too-by", &[("who", others.join(", "))])) }
        }
        (told::answers(scene, &given))
        (acts(scene, row, &responses))
    }
}

/// What these readers may do with a question as it stands.
pub fn acts(scene: &Scene, row: &Row, responses: &[&Row]) -> Markup {
    let open = row.text("standing") == "open";
    let own = scene.audience.organisation.as_ref();
    let not_ours = own != Some(&row.stream.owner);
    let mut said = responses.iter().filter(|it| own == Some(&it.stream.owner));
    let asks_too = said.any(|it| it.text("standing") == "asked-too");
    html! {
        div.acts {
            @if open && put_to_us(scene, row) { (told::answering(scene, row, &["answer"])) }
            @if open && not_ours && !asks_too && frame::may_write(scene) {
                (told::answering(scene, row, &["ask-too"]))
            }
            @if open && ours(scene, row) { (told::acting(scene, row, "question", &["close"])) }
        }
    }
}
