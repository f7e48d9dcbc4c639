// SPDX-License-Identifier: EUPL-1.2
//! Decisions and the meetings that take them: what was decided, on which picture and on which
//! grounds, with what is still to be filled in by name.

use paraat_contract::{Answer, Need, Order, Params, Row, Scene, rows_of};
use paraat_ui::widgets::{button_link, empty, panel, table};
use paraat_ui::{Markup, html};

use super::told::{columns, ours};
use super::{frame, gathered, moment, told};
use crate::tables::{ACCEPTED, DECISION, DIRECTION, MEETING};

/// The grounds: the column, and the name of the field that fills it in.
pub const GROUNDS: &[(&str, &str)] = &[
    ("carried_out_by", "carried-out-by"),
    ("options", "options"),
    ("advice", "advice"),
    ("dissent", "dissent"),
    ("assumptions", "assumptions"),
    ("uncertainty", "uncertainty"),
    ("society", "society"),
    ("legal_basis", "legal-basis"),
];

/// The crisis, its decisions and its meetings.
pub fn needs(params: &Params) -> Vec<Need> {
    gathered::needs(params, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow(params, answers, follow, |of| {
        [&DECISION, &MEETING, &DIRECTION, &ACCEPTED]
            .map(|table| of(table).by(Order::Any))
            .to_vec()
    })
}

/// The page; none when this audience does not see the incident.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let mut all = rows_of(answers, &DECISION);
    all.sort_by_key(|row| std::cmp::Reverse(row.text("rests_on").to_owned()));
    frame::page(answers, scene, "/decisions", |own| {
        let to = |form: &str| frame::form(scene, own, "/decisions", form);
        let rests_on = moment::seen_from(scene.params);
        html! {
            @if frame::may_write(scene) {
                div.page-actions.below {
                    (button_link(
                        &format!("{}&restsOn={rests_on}", to("/incident/decision/take")),
                        "check",
                        &scene.say("incident-decision-take"), true))
                    (button_link(&to("/incident/meeting/call"), "clock",
                        &scene.say("incident-meeting-call"), false))
                }
            }
            (panel("decisions", &scene.say("incident-decisions"), html! {}, html! {
                @if all.is_empty() { (empty(&scene.say("incident-decisions-none"), None)) }
                @for row in &all { article.thing { (one(scene, row)) } }
            }))
            (meetings(answers, scene))
        }
    })
}

/// One decision with its grounds.
pub fn one(scene: &Scene, row: &Row) -> Markup {
    let missing: Vec<String> = GROUNDS
        .iter()
        .filter(|(column, _)| row.text(column).is_empty())
        .map(|(_, field)| scene.say(&format!("incident-ground-{field}")))
        .collect();
    let picture = format!(
        "/incident/incident/{}?moment={}",
        row.text("incident"),
        row.text("rests_on")
    );
    let stands = row.text("standing") == "open";
    html! {
        h3 {
            span.number { (told::code(scene, row)) } " "
            a href={ "/incident/decision/" (row.stream) } { (row.text("text")) }
            @if !stands { " " (told::standing(scene, row.text("standing"))) }
        }
        p.muted {
            (told::by(scene, row)) ", " (moment::at(scene, &row.since.to_string())) ". "
            a href=(picture) {
                (scene.say("incident-rests-on")) " " (moment::at(scene, row.text("rests_on")))
            }
            @if !row.text("meeting").is_empty() {
                " " a href={ "/incident/meeting/" (row.text("meeting")) } {
                    (scene.say("incident-decision-of-meeting"))
                }
            }
        }
        dl.facts {
            @for (column, field) in GROUNDS {
                @if !row.text(column).is_empty() {
                    div {
                        dt { (scene.say(&format!("incident-ground-{field}"))) }
                        dd { (row.text(column)) }
                    }
                }
            }
            @if !row.text("effect").is_empty() {
                div { dt { (scene.say("incident-ground-effect")) } dd { (row.text("effect")) } }
            } @else if !row.text("check_on").is_empty() {
                div {
                    dt { (scene.say("incident-ground-check-on")) }
                    dd { (moment::at(scene, row.text("check_on"))) }
                }
            }
            @if !row.text("outcome").is_empty() {
                div { dt { (scene.say("incident-ground-revoked")) } dd { (row.text("outcome")) } }
            }
        }
        @if !missing.is_empty() {
            p.muted { (scene.say("incident-to-be-filled-in")) ": " (missing.join(", ")) }
        }
        @if ours(scene, row) && stands {
            div.acts { (told::acting(scene, row, "decision", &["supplement", "check", "revoke"])) }
        }
    }
}

/// What these readers may do with a meeting as it stands.
pub fn meeting_acts(scene: &Scene, row: &Row) -> Markup {
    html! {
        @if ours(scene, row) && row.text("standing") == "open" {
            div.acts { (told::acting(scene, row, "meeting", &["hold"])) }
        }
    }
}

fn meetings(answers: &[Answer], scene: &Scene) -> Markup {
    let mut rows = rows_of(answers, &MEETING);
    rows.sort_by_key(|row| row.text("at").to_owned());
    let columns = columns(
        scene,
        &["number", "at", "team", "place", "standing", "acts"],
    );
    let line = |row: &&Row| {
        vec![
            html! { (told::code(scene, row)) },
            html! {
                a href={ "/incident/meeting/" (row.stream) } { (moment::at(scene, row.text("at"))) }
            },
            html! { (told::by(scene, row)) },
            html! { (row.text("place")) },
            html! {
                div {
                    (told::standing(scene, row.text("standing")))
                    @if !row.text("outcome").is_empty() { div.muted { (row.text("outcome")) } }
                }
            },
            meeting_acts(scene, row),
        ]
    };
    let cells: Vec<Vec<Markup>> = rows.iter().map(line).collect();
    let title = scene.say("incident-meetings");
    panel(
        "meetings",
        &title,
        html! {},
        html! {
            @if cells.is_empty() { (empty(&scene.say("incident-meetings-none"), None)) }
            @else { (table(&title, &columns, &cells)) }
        },
    )
}
