// SPDX-License-Identifier: EUPL-1.2
//! Small things that every page of an incident says: who, by when, what still has to be filled in.

use paraat_contract::{Answer, Row, Scene, rows_of};
use paraat_ui::widgets::{Column, Mark, Tone, tag};
use paraat_ui::{Markup, html};

use super::{frame, moment, signs};
use crate::tables::{ACTION, BOTTLENECK, DECISION, FACT, MEETING, QUESTION, RESPONSE};

/// Columns by the last part of their key.
pub fn columns(scene: &Scene, names: &[&str]) -> Vec<Column> {
    let column = |name: &&str| Column::text(scene.say(&format!("incident-column-{name}")));
    names.iter().map(column).collect()
}

/// The short code of a numbered thing: its organisation, its team and its number.
pub fn code(scene: &Scene, row: &Row) -> String {
    crate::state::code(row, |team| signs::team(scene, team))
}

/// Who made a thing.
pub fn by(scene: &Scene, row: &Row) -> String {
    signs::by(scene, row.stream.owner.as_str(), row.text("team"))
}

/// To whom it was put: the organisation and the team.
pub fn to(scene: &Scene, row: &Row) -> String {
    match row.text("to") {
        "" => scene.say("incident-to-whoever-knows"),
        to => signs::by(scene, to, row.text("to_team")),
    }
}

/// Until when it may take; past that it looks louder. Nothing when nobody said.
pub fn due(scene: &Scene, row: &Row, open: bool) -> Markup {
    let stored = row.text("due");
    let due: Option<paraat_kernel::Timestamp> = stored.parse().ok();
    let late = open && due.is_some_and(|due| due < moment::seen_from(scene.params));
    html! {
        @if due.is_some() { (moment::at(scene, stored)) }
        @if late { " " (tag(&scene.say("incident-late"), Mark::Triangle, Tone::Serious)) }
    }
}

/// How a thing stands: a word and a shape.
pub fn standing(scene: &Scene, standing: &str) -> Markup {
    let (mark, tone) = match standing {
        "open" => (Mark::Ring, Tone::Neutral),
        "accepted" | "asked-too" => (Mark::Half, Tone::Info),
        "finished" | "resolved" | "answered" | "held" | "closed" => (Mark::Check, Tone::Good),
        "refused" | "revoked" | "withdrawn" => (Mark::Cross, Tone::Neutral),
        _ => (Mark::Ring, Tone::Neutral),
    };
    tag(
        &scene.say(&format!("incident-standing-{standing}")),
        mark,
        tone,
    )
}

/// What is still to be filled in.
pub fn missing(scene: &Scene) -> Markup {
    html! { span.muted { (scene.say("incident-to-be-filled-in")) } }
}

/// True when these readers write for the owner of a row, now.
pub fn ours(scene: &Scene, row: &Row) -> bool {
    let own = scene.audience.organisation.as_ref();
    own == Some(&row.stream.owner) && frame::may_write(scene)
}

/// True when a thing was put to these readers, or to whoever knows, and they write now.
pub fn put_to_us(scene: &Scene, row: &Row) -> bool {
    let own = scene.audience.organisation.as_ref();
    let asked = match row.text("to") {
        "" => own != Some(&row.stream.owner),
        to => own.is_some_and(|own| own.as_str() == to),
    };
    asked && frame::may_write(scene)
}

/// What was said to a thing, by whom.
pub fn responses<'a>(answers: &'a [Answer], row: &Row) -> Vec<&'a Row> {
    let address = row.stream.to_string();
    let all = rows_of(answers, &RESPONSE).into_iter();
    all.filter(|it| it.text("of") == address).collect()
}

/// The answers to a thing, each with who gave it and how it stands.
pub fn answers(scene: &Scene, responses: &[&Row]) -> Markup {
    html! {
        @for row in responses {
            p.answer {
                (standing(scene, row.text("standing"))) " "
                (scene.organisation(row.stream.owner.as_str())) ", "
                (moment::ago(scene, row.text("said")))
                @if !row.text("text").is_empty() { ": " (row.text("text")) }
                @if !row.text("seen_in").is_empty() {
                    " " a href=(place(row.text("seen_in"))) { (scene.say("incident-seen-in")) }
                }
            }
        }
    }
}

/// Where in the picture an answer stands: the page of a fact, or the theme on that of the crisis.
fn place(seen_in: &str) -> String {
    match seen_in.split_once('#') {
        Some((incident, theme)) => format!("/incident/incident/{incident}#theme-{theme}"),
        None => format!("/incident/fact/{seen_in}"),
    }
}

/// The page of a crisis that lists things of this sort.
fn page_of(row: &Row) -> &'static str {
    let pages = [
        (&ACTION, "/actions"),
        (&BOTTLENECK, "/bottlenecks"),
        (&QUESTION, "/questions"),
        (&DECISION, "/decisions"),
        (&MEETING, "/decisions"),
        (&FACT, "/facts"),
    ];
    let page = pages.iter().find(|(table, _)| table.name == row.table.name);
    page.map_or("", |(_, page)| page)
}

/// Links to verbs that answer a thing.
pub fn answering(scene: &Scene, row: &Row, verbs: &[&str]) -> Markup {
    let (incident, of) = (row.text("incident"), &row.stream);
    let next = frame::next(scene, incident, page_of(row));
    html! {
        @for verb in verbs {
            a href={ "/incident/response/" (verb) "?incident=" (incident) "&of=" (of) (next) } {
                (scene.say(&format!("incident-response-{verb}")))
            }
        }
    }
}

/// Links to verbs of a thing itself.
pub fn acting(scene: &Scene, row: &Row, kind: &str, verbs: &[&str]) -> Markup {
    let next = frame::next(scene, row.text("incident"), page_of(row));
    let next = next.replacen('&', "?", 1);
    html! {
        @for verb in verbs {
            a href={ "/streams/" (row.stream) "/" (verb) (next) } {
                (scene.say(&format!("incident-{kind}-{verb}")))
            }
        }
    }
}
