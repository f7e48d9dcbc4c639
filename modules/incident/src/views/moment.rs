// SPDX-License-Identifier: EUPL-1.2
//! The picture as it was known at an earlier moment: `?moment=` with day, time and offset. A moment
//! that is still to come is not shown: it would promise more than anyone knows.

use paraat_contract::{AsKnown, MOMENT, Params, Scene};
use paraat_kernel::Timestamp;
use paraat_ui::widgets::{Banner, Tone, banner, notice};
use paraat_ui::{Markup, html, time};

use crate::terms::teams::TEAMS;

/// The moment that is asked for; none for now.
pub fn asked(params: &Params) -> Option<Timestamp> {
    params.moment()
}

/// The state of the world that is asked for.
pub fn as_known(params: &Params) -> AsKnown {
    asked(params).map_or(AsKnown::Now, AsKnown::At)
}

/// The moment against which ages are measured.
pub fn seen_from(params: &Params) -> Timestamp {
    asked(params).unwrap_or(params.now)
}

/// What follows the address of another page of the same moment, for the same team.
pub fn suffix(scene: &Scene) -> String {
    let mut parts = Vec::new();
    if let Some(moment) = asked(scene.params) {
        parts.push(format!("moment={moment}"));
    }
    match team(scene.params) {
        "" => {}
        team => parts.push(format!("team={team}")),
    }
    match parts.as_slice() {
        [] => String::new(),
        parts => format!("?{}", parts.join("&")),
    }
}

/// The team that somebody writes for, which every page hands on to the next: nobody chooses it for
/// each line. Empty for the organisation itself, and for a team that there is not.
pub fn team(params: &Params) -> &str {
    let asked = params.get("team").unwrap_or_default();
    TEAMS
        .iter()
        .find(|team| **team == asked)
        .map_or("", |it| it)
}

/// Says that this is an earlier moment, with the way back to `now`; nothing when it is not.
pub fn told(scene: &Scene, now: &str) -> Markup {
    let voice = scene.words.voice(scene.language());
    match asked(scene.params) {
        Some(moment) => {
            let moment = time::moment_text(voice, moment, &scene.zone());
            banner(&Banner {
                tone: Tone::Info,
                title: scene.say_with("incident-moment-title", &[("moment", moment)]),
                text: scene.say("incident-moment-text"),
                link: Some((now.to_owned(), scene.say("incident-moment-now"))),
            })
        }
        None if scene.params.get(MOMENT).is_some() => {
            let sentence = scene.say("incident-moment-wrong");
            notice(Tone::Neutral, "", html! { p { (sentence) } })
        }
        None => html! {},
    }
}

/// A moment that stands in a row, and how long ago that is.
pub fn ago(scene: &Scene, stored: &str) -> Markup {
    let voice = scene.words.voice(scene.language());
    match stored.parse() {
        Ok(at) => time::ago(voice, at, seen_from(scene.params), &scene.zone()),
        Err(_) => html! { (stored) },
    }
}

/// A moment that stands in a row.
pub fn at(scene: &Scene, stored: &str) -> Markup {
    let voice = scene.words.voice(scene.language());
    match stored.parse() {
        Ok(at) => time::moment(voice, at, &scene.zone()),
        Err(_) => html! { (stored) },
    }
}
