// SPDX-License-Identifier: EUPL-1.2
//! The agenda as it was known at an earlier moment: `?moment=` with day, time and offset.

use jiff::tz::TimeZone;
use paraat_contract::{AsKnown, Params, Scene};
use paraat_kernel::Timestamp;
use paraat_ui::widgets::{Banner, Tone, banner, notice};
use paraat_ui::{Markup, html, time};

/// The name in the address.
pub const NAME: &str = "moment";

/// The moment that is asked for; none for now. A moment that is still to come is not shown: it
/// would promise more than anyone knows.
pub fn asked(params: &Params) -> Option<Timestamp> {
    // An offset that was pasted into an address as `+01:00` arrives as ` 01:00`.
    let typed = params.get(NAME)?.replace(' ', "+");
    let moment: Timestamp = typed.parse().ok()?;
    (moment <= params.now).then_some(moment)
}

/// The state of the world that is asked for.
pub fn as_known(params: &Params) -> AsKnown {
    asked(params).map_or(AsKnown::Now, AsKnown::At)
}

/// The moment against which ages are measured.
pub fn seen_from(params: &Params) -> Timestamp {
    asked(params).unwrap_or(params.now)
}

/// The zone of those who look; UTC when their zone has another name than we know.
pub fn zone(scene: &Scene) -> TimeZone {
    time::zone(&scene.audience.zone).unwrap_or(TimeZone::UTC)
}

/// Says that this is an earlier moment, with the way back to `now`; nothing when it is not.
pub fn told(scene: &Scene, now: &str) -> Markup {
    let voice = scene.words.voice(scene.language());
    match asked(scene.params) {
        Some(moment) => {
            let moment = time::moment_text(voice, moment, &zone(scene));
            banner(&Banner {
                tone: Tone::Info,
                title: scene.say_with("agenda-moment-title", &[("moment", moment)]),
                text: scene.say("agenda-moment-text"),
                link: Some((now.to_owned(), scene.say("agenda-moment-now"))),
            })
        }
        None if scene.params.get(NAME).is_some() => {
            let sentence = scene.say("agenda-moment-wrong");
            notice(Tone::Neutral, "", html! { p { (sentence) } })
        }
        None => html! {},
    }
}
