// SPDX-License-Identifier: EUPL-1.2
//! How an activity stands as its lead says, what former leads said, and what others say beside it.

use paraat_contract::{Row, Rows, Scene};
use paraat_ui::widgets::{Tone, empty, facts, notice, panel as draw_panel};
use paraat_ui::{Markup, html, time};

use super::activity::paragraphs;
use super::moment;
use super::signs::Signs;
use crate::state::{reported, stale};

/// The report of the lead, why this audience does not report, then what former leads said, marked
/// as such.
pub fn panel(
    scene: &Scene,
    signs: &Signs,
    row: &Row,
    progress: &[Row],
    why_not: Option<&str>,
) -> Markup {
    let lead = row.text("lead");
    let (current, former): (Vec<&Row>, Vec<&Row>) = progress
        .iter()
        .partition(|report| report.stream.owner.as_str() == lead);
    let body = html! {
        @match current.first() {
            Some(report) => (one(scene, signs, report, true)),
            None if lead.is_empty() => (empty(&scene.say("agenda-refusal-no-lead"), None)),
            None => (empty(&scene.say("agenda-progress-nothing"), None)),
        }
        @if let Some(why) = why_not { p.muted { (why) } }
        @for report in former {
            @let by = scene.organisation(report.stream.owner.as_str());
            h3 { (scene.say_with("agenda-former-lead", &[("lead", by)])) }
            (one(scene, signs, report, false))
        }
    };
    draw_panel("progress", &scene.say("agenda-progress"), html! {}, body)
}

/// A report or a statement; `current` says when it is old.
pub fn one(scene: &Scene, signs: &Signs, report: &Row, current: bool) -> Markup {
    let voice = scene.words.voice(scene.language());
    let (zone, now) = (scene.zone(), moment::seen_from(scene.params));
    let at = reported(report);
    let by = signed(scene, report.stream.owner.as_str(), report);
    let mut pairs = vec![(
        scene.say("agenda-filter-status"),
        html! { (signs.status(report.text("status"))) " " (signs.outlook(report.text("outlook"))) },
    )];
    if !report.text("explanation").is_empty() {
        let said = paragraphs(report.text("explanation"));
        pairs.push((scene.say("agenda-progress-report-explanation"), said));
    }
    if !report.text("evidence").is_empty() {
        let link = evidence(report.text("evidence"));
        pairs.push((scene.say("agenda-progress-report-evidence"), link));
    }
    pairs.push((
        scene.say("agenda-reported"),
        html! { (by) ", " (time::ago(voice, at, now, &zone)) },
    ));
    html! {
        @if current && stale(report, now) {
            (notice(Tone::Elevated, "", html! { p { (scene.say("agenda-stale")) } }))
        }
        (facts(&pairs))
    }
}

/// Who recorded a row: the organisation, and the function it was recorded in.
fn signed(scene: &Scene, organisation: &str, row: &Row) -> String {
    let name = scene.organisation(organisation);
    match row.text("function") {
        "" => name,
        function => format!("{name}, {}", scene.say(&format!("function-{function}"))),
    }
}

/// Where the proof is, as a link that tells the other site nothing; anything that is no web
/// address stays text.
pub fn evidence(address: &str) -> Markup {
    let web = ["https://", "http://"]
        .iter()
        .any(|scheme| address.starts_with(scheme));
    html! {
        @if web { a href=(address) rel="noopener noreferrer" { (address) } } @else { (address) }
    }
}

/// What organisations say beside it, newest first.
pub fn comments(scene: &Scene, found: Option<&Rows>, why_not: Option<&str>) -> Markup {
    let voice = scene.words.voice(scene.language());
    let zone = scene.zone();
    let comments = found.map_or(&[][..], |found| &found.rows);
    let more = found.is_some_and(|found| found.total > comments.len() as u64);
    let body = html! {
        @if comments.is_empty() { (empty(&scene.say("agenda-comments-none"), None)) } @else {
            ol.history {
                @for comment in comments {
                    li {
                        p.history-at { (time::moment(voice, reported(comment), &zone)) }
                        div {
                            p { strong { (signed(scene, comment.text("organisation"), comment)) } }
                            (paragraphs(comment.text("text")))
                        }
                    }
                }
            }
        }
        @if more { p.muted { (scene.say("agenda-newest-only")) } }
        @if let Some(why) = why_not { p.muted { (why) } }
    };
    draw_panel("comments", &scene.say("agenda-comments"), html! {}, body)
}
