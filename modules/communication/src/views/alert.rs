// SPDX-License-Identifier: EUPL-1.2
//! One alert: how far it is, what must happen next and who does it, what it says, where it holds,
//! what was handed over, and how it stands with each target.

use paraat_authority::Ability;
use paraat_contract::{Answer, Filter, Need, Order, Params, Query, Row, Scene, rows_of};
use paraat_ui::widgets::{
    Column, Mark, Tone, button_link, facts, notice, panel, post_button, table, tag,
};
use paraat_ui::{Markup, html};

use super::{area, signs};
use crate::lifecycle;
use crate::tables::{ALERT, ALERT_TEXT, DELIVERY, HANDED};
use crate::terms::alerts::CELL_BROADCAST;

/// The steps of an alert, in the order of practice.
const STEPS: [&str; 4] = ["drafted", "ordered", "handed-over", "confirmed"];

/// The alert, its texts, what was handed over, and its targets.
pub fn needs(params: &Params) -> Vec<Need> {
    let Some(stream) = params.stream("stream") else {
        return Vec::new();
    };
    let of = |table| Query::all(table).filter(Filter::Stream(stream.clone()));
    let texts = of(&ALERT_TEXT).by(Order::Oldest);
    let handed = of(&HANDED).by(Order::Newest);
    [of(&ALERT), texts, handed, of(&DELIVERY)]
        .map(Need::Rows)
        .to_vec()
}

/// The page; none when the alert is not there for these readers.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let own = *rows_of(answers, &ALERT).first()?;
    let test = own.text("purpose") == "test";
    let beside = html! {
        (signs::alert(scene, own))
        @if test { " " (tag(&scene.say("communication-purpose-test"), Mark::Ring, Tone::Info)) }
    };
    Some(html! {
        (scene.bar(own.text("title"), beside, actions(scene, own)))
        (steps(scene, own))
        (next(scene, own))
        (panel("texts", &scene.say("communication-alert-text"), html! {}, texts(answers, scene)))
        (panel("where", &scene.say("communication-alert-area"), html! {}, area::draw(scene, own)))
        (panel("about", &scene.say("communication-alert-about"), html! {}, about(scene, own)))
        (handed(answers, scene))
        (targets(answers, scene))
    })
}

fn actions(scene: &Scene, own: &Row) -> Markup {
    let standing = own.text("standing");
    let link = |verb: &str, icon: &'static str| {
        let word = scene.say(&format!("communication-alert-{verb}"));
        button_link(&signs::form(own, "alert", verb), icon, &word, false)
    };
    let verbs = lifecycle::ALERT.verbs(standing);
    html! {
        @if signs::may(scene, Some(own), Ability::Write) {
            @if verbs.contains(&"withdraw") { (link("withdraw", "")) }
            @if verbs.contains(&"revise") { (link("revise", "edit")) }
        }
    }
}

/// How far it is, in a row of steps: which are done, which is now.
fn steps(scene: &Scene, own: &Row) -> Markup {
    let standing = own.text("standing");
    let now = STEPS.iter().position(|it| *it == standing);
    html! {
        ol.steps aria-label=(scene.say("communication-steps")) {
            @for (at, step) in STEPS.iter().enumerate() {
                @let done = now.is_some_and(|now| at <= now);
                @let (mark, tone) = match done {
                    true => (Mark::Check, Tone::Good),
                    false => (Mark::Ring, Tone::Neutral),
                };
                li aria-current=[(now == Some(at)).then_some("step")] {
                    (tag(&scene.say(&format!("communication-alert-{step}")), mark, tone))
                }
            }
        }
    }
}

/// Where it is between two people: the key of what is said of it, and its colour.
fn stage(scene: &Scene, own: &Row) -> (&'static str, Tone) {
    let reviewed = own.text("reviewed") == "true";
    let waited = signs::past(scene, own.text("review_by"));
    match own.text("standing") {
        "drafted" if !own.text("objection").is_empty() => ("objected", Tone::Serious),
        "drafted" => ("drafted", Tone::Info),
        "ordered" if reviewed => ("reviewed", Tone::Serious),
        "ordered" if waited => ("waited", Tone::Serious),
        "ordered" => ("ordered", Tone::Serious),
        "handed-over" => ("handed-over", Tone::Elevated),
        "withdrawn" if !own.text("sent").is_empty() => ("gone", Tone::Neutral),
        "withdrawn" if own.whole("handed").unwrap_or_default() > 0 => ("withdrawn", Tone::Elevated),
        "withdrawn" => ("gone", Tone::Neutral),
        _ => ("confirmed", Tone::Good),
    }
}

/// What must happen next: one sentence, and the one button that does it.
fn next(scene: &Scene, own: &Row) -> Markup {
    let version = own.version.to_string();
    let page = signs::address("alert", own);
    let hidden = [("seen", version.as_str()), ("next", page.as_str())];
    let writes = signs::may(scene, Some(own), Ability::Write);
    let decides = signs::may(scene, Some(own), Ability::Decide);
    let link = |verb: &str, primary| {
        let word = scene.say(&format!("communication-alert-{verb}"));
        button_link(&signs::form(own, "alert", verb), "", &word, primary)
    };
    let post = |verb: &str, primary| {
        let word = scene.say(&format!("communication-alert-{verb}"));
        let action = format!("/streams/{}/{verb}", own.stream);
        post_button(&action, &hidden, &word, primary)
    };
    let (key, tone) = stage(scene, own);
    let body = html! {
        p {
            (scene.say(&format!("communication-next-{key}-why"))) " "
            @if key == "objected" { (own.text("objection")) }
            @if key == "ordered" {
                (scene.say("communication-next-until")) " "
                (signs::at(scene, own.text("review_by")))
            }
            @if key == "confirmed" {
                (own.text("confirmed_by")) ", " (signs::at(scene, own.text("sent")))
            }
        }
        @if key == "drafted" && own.text("geometry").is_empty() {
            p { (scene.say("communication-next-no-area")) }
        }
        div.page-actions.below {
            @match key {
                "drafted" | "objected" if decides => (link("order", true)),
                "drafted" | "objected" => p.muted {
                    @let who = [("who", scene.organisation(own.stream.owner.as_str()))];
                    (scene.say_with("communication-next-decider", &who))
                },
                // The page may stand open until the time of the second pair of eyes is over.
                "ordered" if writes => {
                    (post("review", true)) (post("hand-over", false)) (link("object", false))
                },
                "reviewed" | "waited" if writes => {
                    (post("hand-over", true)) (link("object", false))
                },
                "handed-over" | "withdrawn" if writes => (link("confirm", true)),
                _ => {},
            }
        }
    };
    notice(tone, &scene.say(&format!("communication-next-{key}")), body)
}

fn texts(answers: &[Answer], scene: &Scene) -> Markup {
    html! {
        @for row in rows_of(answers, &ALERT_TEXT) {
            article.thing lang=(row.text("language")) dir="auto" {
                h3 { (row.text("title")) }
                p.muted lang=(scene.language().code()) {
                    (signs::language(scene, row.text("language")))
                }
                @for part in ["what", "todo"] {
                    @for line in row.text(part).lines() { p { (line) } }
                }
            }
        }
    }
}

fn about(scene: &Scene, own: &Row) -> Markup {
    let word = |name: &str| {
        let key = format!("communication-{name}-{}", own.text(name));
        html! { (scene.say(&key)) }
    };
    let column = |name: &str| scene.say(&format!("communication-column-{name}"));
    let mut pairs: Vec<(String, Markup)> =
        ["response", "category", "urgency", "severity", "certainty"]
            .map(|name| (column(name), word(name)))
            .to_vec();
    pairs.push((column("expires"), signs::at(scene, own.text("expires"))));
    if signs::past(scene, own.text("expires")) {
        let over = tag(
            &scene.say("communication-expired"),
            Mark::Cross,
            Tone::Neutral,
        );
        pairs.push((column("standing"), over));
    }
    for name in ["ordered_by", "sender"] {
        if !own.text(name).is_empty() {
            let key = format!(
                "communication-{}-{}",
                name.replace('_', "-"),
                own.text(name)
            );
            pairs.push((column(&name.replace('_', "-")), html! { (scene.say(&key)) }));
        }
    }
    if !own.text("incident").is_empty() {
        let page = format!("/incident/incident/{}", own.text("incident"));
        let link = html! { a href=(page) { (scene.say("communication-to-incident")) } };
        pairs.push((column("incident"), link));
    }
    facts(&pairs)
}

/// What was handed over, frozen, newest first.
fn handed(answers: &[Answer], scene: &Scene) -> Markup {
    let rows = rows_of(answers, &HANDED);
    if rows.is_empty() {
        return html! {};
    }
    let body = html! {
        @for row in &rows {
            @let length = row.text("short").chars().count();
            @let values = [
                ("count", length.to_string()),
                ("glance", CELL_BROADCAST.glance.to_string()),
                ("most", CELL_BROADCAST.characters.to_string()),
            ];
            article.thing {
                h3 { (signs::at(scene, &row.since.to_string())) }
                p { (row.text("short")) }
                p.muted { (scene.say_with("communication-short-length", &values)) }
                @if row.text("live") != "true" {
                    p { (scene.say("communication-exercise-only")) }
                }
                details {
                    summary { (scene.say("communication-cap")) }
                    pre.scroll tabindex="0" { code { (row.text("cap")) } }
                }
            }
        }
    };
    panel("handed", &scene.say("communication-handed"), html! {}, body)
}

fn targets(answers: &[Answer], scene: &Scene) -> Markup {
    let rows = rows_of(answers, &DELIVERY);
    if rows.is_empty() {
        return html! {};
    }
    panel(
        "targets",
        &scene.say("communication-targets"),
        html! {},
        deliveries(scene, &rows),
    )
}

/// Targets with how it stands, a row each.
pub fn deliveries(scene: &Scene, rows: &[&Row]) -> Markup {
    let columns = ["target", "outcome", "detail", "at"]
        .map(|name| Column::text(scene.say(&format!("communication-column-{name}"))));
    let line = |row: &&Row| {
        let (mark, tone) = match row.text("outcome") {
            "failed" => (Mark::Triangle, Tone::Critical),
            "retried" => (Mark::Square, Tone::Elevated),
            _ => (Mark::Half, Tone::Good),
        };
        let word = scene.say(&format!("communication-outcome-{}", row.text("outcome")));
        vec![
            html! { (row.text("target")) },
            tag(&word, mark, tone),
            html! { (row.text("detail")) },
            signs::at(scene, row.text("at")),
        ]
    };
    let cells: Vec<Vec<Markup>> = rows.iter().map(line).collect();
    table(&scene.say("communication-targets"), &columns, &cells)
}
