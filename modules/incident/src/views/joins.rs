// SPDX-License-Identifier: EUPL-1.2
//! The incidents of others that are the same crisis, and what the owner may do with this one.

use paraat_contract::{Answer, Row, Scene, rows_of};
use paraat_ui::{Markup, html};

use super::{frame, gathered, signs};
use crate::tables::{APART, JOINED};

/// The panel.
pub fn draw(answers: &[Answer], scene: &Scene, own: &Row) -> Markup {
    let all = gathered::incidents(answers);
    let others: Vec<&&Row> = all.iter().filter(|row| row.stream != own.stream).collect();
    let ours = scene.audience.organisation.as_ref() == Some(&own.stream.owner);
    html! {
        @if others.is_empty() { p.muted { (scene.say("incident-joined-none")) } }
        @else {
            ul {
                @for row in &others {
                    li {
                        a href=(frame::address(row)) { (row.text("title")) } " "
                        (scene.organisation(row.stream.owner.as_str())) " "
                        (signs::phase(scene, row.text("phase"), row.text("standing")))
                        (by(answers, scene, own, row))
                    }
                }
            }
        }
        (apart(answers, scene, own))
        @if ours && frame::may_write(scene) { (acts(scene, own, !others.is_empty())) }
    }
}

/// Who says that another incident is the same crisis as this one; when the other side said so, this
/// side may say that it is not.
fn by(answers: &[Answer], scene: &Scene, own: &Row, other: &Row) -> Markup {
    let (ours, theirs) = (own.stream.to_string(), other.stream.to_string());
    let joins = rows_of(answers, &JOINED);
    let said = |from: &str, to: &str| {
        let mut joins = joins.iter();
        joins.any(|row| row.text("incident") == from && row.text("other") == to)
    };
    let who: Vec<String> = [(&ours, &theirs, own), (&theirs, &ours, other)]
        .into_iter()
        .filter(|(from, to, _)| said(from, to))
        .map(|(_, _, row)| scene.organisation(row.stream.owner.as_str()))
        .collect();
    let owner = scene.audience.organisation.as_ref() == Some(&own.stream.owner);
    let joined = !who.is_empty();
    html! {
        @if joined {
            " " span.muted { (scene.say_with("incident-joined-by", &[("who", who.join(", "))])) }
        }
        @if owner && joined && frame::may_write(scene) {
            @let next = frame::next(scene, &ours, "");
            " " a href={ "/streams/" (ours) "/keep-apart?with=" (theirs) (next) } {
                (scene.say("incident-incident-keep-apart"))
            }
        }
    }
}

/// What this incident is kept apart from, with the way to join it after all.
fn apart(answers: &[Answer], scene: &Scene, own: &Row) -> Markup {
    let ours = own.stream.to_string();
    let mut rows = rows_of(answers, &APART);
    rows.retain(|row| row.text("incident") == ours);
    // A step that asks again finds the same row again.
    rows.sort_by_key(|row| row.text("other").to_owned());
    rows.dedup_by_key(|row| row.text("other").to_owned());
    let owner = scene.audience.organisation.as_ref() == Some(&own.stream.owner);
    let named = |row: &Row| {
        let other = row.text("other").parse::<paraat_kernel::StreamId>();
        other.map_or_else(
            |_| String::new(),
            |it| scene.organisation(it.owner.as_str()),
        )
    };
    html! {
        @for row in &rows {
            p.muted {
                (scene.say_with("incident-kept-apart", &[("who", named(row))]))
                @if owner && frame::may_write(scene) {
                    @let with = row.text("other");
                    @let next = frame::next(scene, &ours, "");
                    " " a href={ "/streams/" (ours) "/join?with=" (with) (next) } {
                        (scene.say("incident-incident-join"))
                    }
                }
            }
        }
    }
}

/// What the owner may do with the incident itself.
fn acts(scene: &Scene, own: &Row, joined: bool) -> Markup {
    let last = match own.text("standing") {
        "closed" => "reopen",
        _ => "close",
    };
    let next = frame::next(scene, &own.stream.to_string(), "");
    let next = next.replacen('&', "?", 1);
    let verbs = ["join", "part", "enter-phase", "rename", last].into_iter();
    html! {
        ul.inline {
            @for verb in verbs.filter(|it| joined || *it != "part") {
                li {
                    a href={ "/streams/" (own.stream) "/" (verb) (next) } {
                        (scene.say(&format!("incident-incident-{verb}")))
                    }
                }
            }
        }
    }
}
