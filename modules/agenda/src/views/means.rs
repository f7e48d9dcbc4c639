// SPDX-License-Identifier: EUPL-1.2
//! The financial frame of an activity: the sign of how it stands, the panel, its part of the
//! history.

use paraat_contract::{Row, Scene};
use paraat_kernel::Language;
use paraat_ui::widgets::{Mark, Tone, button_link, empty, facts, panel as draw_panel, tag};
use paraat_ui::{Markup, html, time};

use super::activity::paragraphs;
use super::acts::may;
use super::moment;
use super::past::{Dated, entry};
use super::reports::evidence;
use crate::lifecycle::MEANS_LIFE;
use crate::state::reported;

/// The word of a state of means; of none, that nothing was declared.
pub fn word(scene: &Scene, status: &str) -> String {
    match status {
        "" => scene.say("agenda-means-none"),
        status => scene.say(&format!("agenda-means-status-{status}")),
    }
}

/// A state of means as a sign; nothing when nothing was declared.
pub fn sign(scene: &Scene, status: &str) -> Markup {
    let (mark, tone) = match status {
        "" => return html! {},
        "within" => (Mark::Dot, Tone::Good),
        "extra" => (Mark::Square, Tone::Elevated),
        "arranged" => (Mark::Check, Tone::Good),
        _ => (Mark::Half, Tone::Neutral),
    };
    tag(&word(scene, status), mark, tone)
}

/// Whole euros as they are written: `€ 250.000`, `€250,000`.
pub fn euros(language: Language, amount: i64) -> String {
    let (sign, dot) = match language {
        Language::Nl => ("€\u{a0}", '.'),
        Language::En => ("€", ','),
    };
    let digits = amount.to_string();
    let mut written = sign.to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(dot);
        }
        written.push(digit);
    }
    written
}

/// What the lead of now declared, and what may be done with it.
pub fn panel(scene: &Scene, activity: &Row, means: &[Row]) -> Markup {
    let lead = activity.text("lead");
    let current = means.iter().find(|row| row.stream.owner.as_str() == lead);
    let status = current.map_or("", |row| row.text("status"));
    let acts = acts(scene, activity, status);
    let body = html! {
        @match current {
            Some(row) => (facts(&pairs(scene, row))),
            None => (empty(&scene.say("agenda-means-none"), None)),
        }
        @if let Some(acts) = acts { (acts) }
    };
    draw_panel("means", &scene.say("agenda-means"), html! {}, body)
}

fn acts(scene: &Scene, activity: &Row, status: &str) -> Option<Markup> {
    let all = MEANS_LIFE.verbs(status);
    may(scene, activity.text("lead")).then(|| {
        html! {
            p {
                @for verb in all {
                    @let href = format!("/agenda/means/{verb}?activity={}", activity.stream);
                    (button_link(&href, "edit", &scene.say(&format!("agenda-means-{verb}")), false))
                    " "
                }
            }
        }
    })
}

fn pairs(scene: &Scene, row: &Row) -> Vec<(String, Markup)> {
    let voice = scene.words.voice(scene.language());
    let (zone, now) = (scene.zone(), moment::seen_from(scene.params));
    let status = row.text("status");
    let mut pairs = vec![(scene.say("agenda-filter-status"), sign(scene, status))];
    if let Some(amount) = row.whole("amount") {
        let amount = euros(scene.language(), amount);
        pairs.push((scene.say("agenda-means-amount"), html! { (amount) }));
    }
    let why = if status == "within" {
        "agenda-means-declare-explanation"
    } else {
        "agenda-means-why"
    };
    let how = if status == "adjusted" {
        "agenda-means-adjusted-how"
    } else {
        "agenda-means-arranged-how"
    };
    for (key, column) in [(why, "explanation"), (how, "outcome")] {
        if !row.text(column).is_empty() {
            pairs.push((scene.say(key), paragraphs(row.text(column))));
        }
    }
    if !row.text("source").is_empty() {
        pairs.push((
            scene.say("agenda-means-source"),
            evidence(row.text("source")),
        ));
    }
    let by = scene.organisation(row.stream.owner.as_str());
    let ago = time::ago(voice, reported(row), now, &zone);
    pairs.push((scene.say("agenda-reported"), html! { (by) ", " (ago) }));
    pairs
}

/// What every lead declared, arranged and adjusted, for the history.
pub fn past(scene: &Scene, means: &[Row]) -> Vec<Dated> {
    let one = |row: &Row| {
        let status = word(scene, row.text("status"));
        let what = scene.say_with("agenda-past-means", &[("status", status)]);
        let said = ["outcome", "explanation"].map(|column| row.text(column));
        let said = said.into_iter().find(|it| !it.is_empty());
        let amount = row.whole("amount").map(|it| euros(scene.language(), it));
        let detail = html! {
            @if let Some(amount) = amount { p { (amount) } }
            (paragraphs(said.unwrap_or_default()))
        };
        entry(scene, row, what, detail)
    };
    means.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn euros_are_grouped_as_the_language_does() {
        let nl = |amount| euros(Language::Nl, amount);
        assert_eq!(nl(5), "€\u{a0}5");
        assert_eq!(nl(250_000), "€\u{a0}250.000");
        assert_eq!(euros(Language::En, 1_250_000), "€1,250,000");
    }
}
