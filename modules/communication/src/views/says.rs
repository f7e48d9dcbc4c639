// SPDX-License-Identifier: EUPL-1.2
//! What the other organisations of the core team hold of a message, each in its own words.

use paraat_authority::Ability;
use paraat_contract::{Answer, Row, Scene, rows_of};
use paraat_ui::page::encode;
use paraat_ui::widgets::{Mark, Tone, empty, panel, tag};
use paraat_ui::{Markup, html};

use super::signs;
use crate::tables::SAY;

/// All that was said, and the way to say it, for who is of another organisation.
pub fn panel_of(answers: &[Answer], scene: &Scene, own: &Row) -> Markup {
    let rows = rows_of(answers, &SAY);
    let ours = scene.audience.organisation.as_ref() == Some(&own.stream.owner);
    let next = encode(&signs::address("message", own));
    let form = format!("/communication/say/give?message={}&next={next}", own.stream);
    let beside = html! {
        @if !ours && signs::may(scene, None, Ability::Write) {
            a href=(form) { (scene.say("communication-say-give")) }
        }
    };
    let body = html! {
        @if rows.is_empty() { (empty(&scene.say("communication-says-none"), None)) }
        @else {
            ul { @for row in &rows { li { (said(scene, own, row)) } } }
        }
    };
    panel("says", &scene.say("communication-says-of"), beside, body)
}

fn said(scene: &Scene, own: &Row, row: &Row) -> Markup {
    let (mark, tone) = match row.text("verdict") {
        "agrees" => (Mark::Check, Tone::Good),
        _ => (Mark::Diamond, Tone::Serious),
    };
    let word = scene.say(&format!("communication-verdict-{}", row.text("verdict")));
    let older = row.whole("seen").unwrap_or_default() < i64::try_from(own.version).unwrap_or(0);
    html! {
        (tag(&word, mark, tone)) " " (scene.organisation(row.stream.owner.as_str())) ", "
        (signs::at(scene, row.text("said")))
        @if older { " " span.muted { (scene.say("communication-says-older")) } }
        @if !row.text("text").is_empty() { p { (row.text("text")) } }
    }
}
