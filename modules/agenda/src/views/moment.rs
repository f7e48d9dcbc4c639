// SPDX-License-Identifier: EUPL-1.2
//! The agenda as it was known at an earlier moment: `?moment=` with day, time and offset.

use paraat_contract::{AsKnown, MOMENT, Params, Scene};
use paraat_kernel::Timestamp;
use paraat_ui::widgets::{Banner, Tone, banner, notice};
use paraat_ui::{Markup, html, time};

/// The state of the world that is asked for.
pub fn as_known(params: &Params) -> AsKnown {
    params.moment().map_or(AsKnown::Now, AsKnown::At)
}

/// The moment against which ages are measured.
pub fn seen_from(params: &Params) -> Timestamp {
    params.moment().unwrap_or(params.now)
}

/// Says that this is an earlier moment, with the way back to `now`; nothing when it is not.
pub fn told(scene: &Scene, now: &str) -> Markup {
    let voice = scene.words.voice(scene.language());
    match scene.params.moment() {
        Some(moment) => {
            let moment = time::moment_text(voice, moment, &scene.zone());
            banner(&Banner {
                tone: Tone::Info,
                title: scene.say_with("agenda-moment-title", &[("moment", moment)]),
                text: scene.say("agenda-moment-text"),
                link: Some((now.to_owned(), scene.say("agenda-moment-now"))),
            })
        }
        None if scene.params.get(MOMENT).is_some() => {
            let sentence = scene.say("agenda-moment-wrong");
            notice(Tone::Neutral, "", html! { p { (sentence) } })
        }
        None => html! {},
    }
}
