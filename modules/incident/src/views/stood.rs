// SPDX-License-Identifier: EUPL-1.2
//! How one thing stood at a moment, so that two moments can be laid side by side: over all that the
//! picture holds, except the lines of the log, which only grow.

use paraat_contract::{Row, Scene, Table};
use paraat_ui::{Markup, html};

use super::{facts, map, moment, signs, told};
use crate::tables::{
    ACTION, BOTTLENECK, DECISION, DIRECTION, FACT, MEETING, OBJECT, PART, QUESTION, RESPONSE,
    SCALE, SYNTHESIS, TEAM,
};

/// Tables of which two moments are compared, in the order in which a reader looks.
pub const COMPARED: [&Table; 13] = [
    &DIRECTION,
    &SCALE,
    &TEAM,
    &SYNTHESIS,
    &PART,
    &FACT,
    &DECISION,
    &ACTION,
    &BOTTLENECK,
    &QUESTION,
    &RESPONSE,
    &MEETING,
    &OBJECT,
];

/// One thing as it stood: what it is, who says it, and what.
pub struct Stood {
    /// What it is.
    pub what: String,
    /// Who says it.
    pub who: String,
    /// What is said.
    pub said: Markup,
    /// All of it that matters, as text: when this is the same, nothing changed.
    pub plain: String,
}

/// How a row of one of these tables stood; `all` are those of its moment.
pub fn stood(scene: &Scene, row: &Row, all: &[&Row]) -> Stood {
    Stood {
        what: what(scene, row, all),
        who: told::by(scene, row),
        said: html! { div { (said(scene, row)) } },
        plain: plain(row),
    }
}

/// What a row says, without when it was said: confirming the same again changes nothing.
fn plain(row: &Row) -> String {
    let passing = [
        "said",
        "confirmed",
        "observed",
        "stale",
        "decided",
        "published",
    ];
    let columns = row.table.columns.iter().map(|column| column.name);
    let columns = columns.filter(|name| !passing.contains(name));
    let values = columns.map(|name| format!("{:?}", row.value(name)));
    values.collect::<Vec<_>>().join(" ")
}

/// The first line of a text.
fn first(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

fn what(scene: &Scene, row: &Row, all: &[&Row]) -> String {
    let word =
        |stem: &str, column: &str| scene.say(&format!("incident-{stem}-{}", row.text(column)));
    match row.table.name {
        "incident_direction" => scene.say("incident-direction"),
        "incident_scale" => word("scale-name", "scale"),
        "incident_team" => word("team", "team"),
        "incident_part" => word("theme", "theme"),
        "incident_fact" => format!("{} {}", word("definition", "definition"), row.text("area")),
        "incident_object" => format!("{} {}", map::sort(scene, row), row.text("title")),
        "incident_synthesis" => {
            let number = row.whole("number").unwrap_or_default().to_string();
            scene.say_with("incident-synthesis-number", &[("number", number)])
        }
        "incident_response" => {
            let of = all
                .iter()
                .find(|it| it.stream.to_string() == row.text("of"));
            let of = of.map_or("", |it| first(it.text("text")));
            format!("{}: {of}", scene.say("incident-response"))
        }
        "incident_meeting" => format!(
            "{} {}",
            scene.say("incident-meeting"),
            told::code(scene, row)
        ),
        _ => format!("{} {}", told::code(scene, row), first(row.text("text"))),
    }
}

fn said(scene: &Scene, row: &Row) -> Markup {
    match row.table.name {
        "incident_direction" => html! {
            (scene.say(&format!("incident-direction-status-{}", row.text("stance"))))
            @if !row.text("other").is_empty() { " " (scene.organisation(row.text("other"))) }
        },
        "incident_scale" => html! { (scene.say(&format!("incident-level-{}", row.text("level")))) },
        "incident_team" => html! {
            (scene.say(&format!("incident-team-status-{}", row.text("standing")))) " "
            (row.text("place"))
        },
        "incident_part" => html! {
            (signs::status(scene, row.text("status"))) " " (row.text("text"))
        },
        "incident_fact" => html! {
            (facts::value(scene, row)) " " (signs::reliability(scene, row.text("reliability")))
        },
        "incident_object" => map::place(scene, row),
        "incident_synthesis" => html! { (first(row.text("what"))) },
        "incident_meeting" => html! {
            (told::standing(scene, row.text("standing"))) " " (moment::at(scene, row.text("at")))
        },
        _ => html! {
            (told::standing(scene, row.text("standing")))
            @for more in ["outcome", "effect"] {
                @if !row.text(more).is_empty() { " " (row.text(more)) }
            }
            @if row.table.name == RESPONSE.name { " " (row.text("text")) }
        },
    }
}
