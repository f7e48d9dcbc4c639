// SPDX-License-Identifier: EUPL-1.2
//! Facts, by what they are of: each with its unit, its plane, its source and its age; what differs
//! stands side by side, and what may be added up is.

use std::collections::{BTreeMap, BTreeSet};

use paraat_authority::{Ability, Act};
use paraat_contract::{Answer, Filter, Need, Order, Params, Query, Row, Scene, Value, rows_of};
use paraat_ui::widgets::{Mark, Tone, button_link, empty, panel, table, tag};
use paraat_ui::{Markup, html};

use super::told::{columns, ours};
use super::{frame, gathered, moment, signs, told};
use crate::state::total;
use crate::tables::{ACCEPTED, DIRECTION, DISPUTE, FACT, HELD};
use crate::terms::definitions::{DEFINITIONS, Definition, definition};

/// The crisis, its facts, then what is said against them.
pub fn needs(params: &Params) -> Vec<Need> {
    gathered::needs(params, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow_then(params, answers, (follow, disputes), |of| {
        [&FACT, &HELD, &DIRECTION, &ACCEPTED]
            .map(|table| of(table).by(Order::Any))
            .to_vec()
    })
}

/// What is said against the facts that were found.
pub fn disputes(params: &Params, answers: &[Answer]) -> Vec<Need> {
    let facts = rows_of(answers, &FACT).into_iter();
    let facts: Vec<Value> = facts.map(|row| row.stream.to_string().into()).collect();
    let query = Query::all(&DISPUTE).as_known(moment::as_known(params));
    vec![Need::Rows(query.filter(Filter::In("fact", facts)))]
}

/// The page; none when this audience does not see the incident.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    frame::page(answers, scene, "/facts", |own| {
        html! {
            @if frame::may_write(scene) {
                div.page-actions.below {
                    @let to = |form: &str| frame::form(scene, own, "/facts", form);
                    (button_link(
                        &to("/incident/fact/state"),
                        "add",
                        &scene.say("incident-fact-state"),
                        true
                    ))
                    (button_link(
                        &to("/incident/held-fact/hold"),
                        "trust",
                        &scene.say("incident-held-fact-hold"),
                        false
                    ))
                }
            }
            (draw(answers, scene))
            (held(answers, scene))
        }
    })
}

/// All facts, a panel for each thing that they are of.
fn draw(answers: &[Answer], scene: &Scene) -> Markup {
    let facts = rows_of(answers, &FACT);
    if facts.is_empty() {
        return empty(&scene.say("incident-facts-none"), None);
    }
    let disputes = rows_of(answers, &DISPUTE);
    let of = |definition: &Definition| -> Vec<&Row> {
        let all = facts.iter().copied();
        let mut all: Vec<&Row> = all
            .filter(|row| row.text("definition") == definition.name)
            .collect();
        all.sort_by_key(|row| (row.text("area").to_lowercase(), row.stream.owner.clone()));
        all
    };
    html! {
        @for definition in DEFINITIONS {
            @let rows = of(definition);
            @if !rows.is_empty() { (group(scene, definition, &rows, &disputes)) }
        }
    }
}

fn group(scene: &Scene, definition: &Definition, rows: &[&Row], disputes: &[&Row]) -> Markup {
    let title = scene.say(&format!("incident-definition-{}", definition.name));
    let id = format!("facts-{}", definition.name);
    let sum = definition.additive.then(|| total(rows));
    let beside = html! {
        @match sum {
            Some(Some(total)) if rows.len() > 1 => {
                strong { (scene.say_with("incident-facts-total", &[
                    ("total", shown(scene, &total.figure)),
                    ("unconfirmed", total.unconfirmed.to_string()),
                ])) }
            },
            Some(None) => span.muted { (scene.say("incident-facts-no-total")) },
            _ => {},
        }
    };
    let differing = differing(rows);
    let columns = columns(
        scene,
        &["area", "value", "sure", "who", "source", "observed", "acts"],
    );
    let line = |row: &&Row| line(scene, row, &differing, disputes);
    let cells: Vec<Vec<Markup>> = rows.iter().map(line).collect();
    panel(&id, &title, beside, table(&title, &columns, &cells))
}

/// Places of which more than one figure stands.
pub fn differing(rows: &[&Row]) -> BTreeSet<String> {
    let mut by_area: BTreeMap<String, BTreeSet<(&str, &str)>> = BTreeMap::new();
    for row in rows {
        let area = row.text("area").to_lowercase();
        let value = (row.text("value"), row.text("datum"));
        by_area.entry(area).or_default().insert(value);
    }
    let more = by_area.into_iter().filter(|(_, values)| values.len() > 1);
    more.map(|(area, _)| area).collect()
}

fn line(scene: &Scene, row: &Row, differing: &BTreeSet<String>, disputes: &[&Row]) -> Vec<Markup> {
    let address = row.stream.to_string();
    let against = disputes.iter().filter(|it| it.text("fact") == address);
    let against: Vec<&Row> = against.copied().collect();
    let differs = differing.contains(&row.text("area").to_lowercase());
    vec![
        html! {
            div {
                a href={ "/incident/fact/" (row.stream) } {
                    @match row.text("area") {
                        "" => (scene.say("incident-fact-no-area")),
                        area => (area),
                    }
                }
                @if !row.text("what").is_empty() { div.muted { (row.text("what")) } }
            }
        },
        html! {
            div {
                strong { (value(scene, row)) }
                @if differs {
                    div { (tag(&scene.say("incident-contradicts"), Mark::Square, Tone::Elevated)) }
                }
                (informed(scene, row))
                @for it in &against { div.dispute { (disputed(scene, it)) } }
            }
        },
        signs::reliability(scene, row.text("reliability")),
        html! { (told::by(scene, row)) },
        html! {
            @match row.text("source") { "" => (told::missing(scene)), source => (source) }
        },
        html! { div { (moment::ago(scene, row.text("observed"))) (past(scene, row)) } },
        acts(scene, row, &against),
    ]
}

/// That a figure was held back until next of kin knew: who said so, and since when they do.
fn informed(scene: &Scene, row: &Row) -> Markup {
    html! {
        @if !row.text("informed_by").is_empty() {
            div.muted {
                (scene.say("incident-informed")) ": " (row.text("informed_by")) ", "
                (moment::at(scene, row.text("informed_at")))
            }
        }
    }
}

/// What another organisation says against a fact: its own figure, or only that it is otherwise.
pub fn disputed(scene: &Scene, row: &Row) -> Markup {
    let who = scene.organisation(row.stream.owner.as_str());
    html! {
        @match row.text("value") {
            "" => (scene.say_with("incident-disputed-only", &[("who", who)])),
            value => {
                @let said = [("who", who), ("value", value.to_owned())];
                (scene.say_with("incident-disputed", &said))
            },
        }
        @if !row.text("reason").is_empty() { ": " (row.text("reason")) }
        @if !row.text("source").is_empty() {
            @let source = [("source", row.text("source").to_owned())];
            " " (scene.say_with("incident-line-source", &source))
        }
    }
}

/// Says that a fact is past the time until which it was said to hold.
fn past(scene: &Scene, row: &Row) -> Markup {
    let until: Option<paraat_kernel::Timestamp> = row.text("until").parse().ok();
    let past = until.is_some_and(|until| until < moment::seen_from(scene.params));
    html! {
        @if past { div { (tag(&scene.say("incident-stale"), Mark::Ring, Tone::Elevated)) } }
    }
}

/// What these readers may do with a fact: their own is stated anew, confirmed or retracted; that of
/// another is disputed, or no longer.
pub fn acts(scene: &Scene, row: &Row, against: &[&Row]) -> Markup {
    let own = scene.audience.organisation.as_ref();
    let disputes = against.iter().any(|it| own == Some(&it.stream.owner));
    html! {
        div.acts {
            @if ours(scene, row) {
                a href=(again(scene, row, "/incident/fact/state", "")) {
                    (scene.say("incident-fact-again"))
                }
                @if row.text("reliability") != "confirmed" {
                    (told::acting(scene, row, "fact", &["confirm"]))
                }
                (told::acting(scene, row, "fact", &["retract"]))
            } @else if frame::may_write(scene) {
                @let verb = if disputes { "drop" } else { "say" };
                @let next = frame::next(scene, row.text("incident"), "/facts");
                a href={ "/incident/dispute/" (verb) "?fact=" (row.stream) (next) } {
                    (scene.say(&format!("incident-dispute-{verb}")))
                }
            }
        }
    }
}

/// The form of a fact that begins with what stands there.
fn again(scene: &Scene, row: &Row, form: &str, held: &str) -> String {
    let mut address = format!("{form}?incident={}", row.text("incident"));
    for (field, column) in [
        ("definition", "definition"),
        ("area", "area"),
        ("above", "datum"),
        ("source", "source"),
        ("what", "what"),
        ("team", "team"),
        ("value", "value"),
    ] {
        let text = paraat_ui::page::encode(row.text(column));
        address.push_str(&format!("&{field}={text}"));
    }
    if !held.is_empty() {
        address.push_str(&format!("&heldAs={held}"));
    }
    address.push_str(&frame::next(scene, row.text("incident"), "/facts"));
    address
}

/// A figure with its unit and its plane, as people write it.
pub fn value(scene: &Scene, row: &Row) -> String {
    let Some(definition) = definition(row.text("definition")) else {
        return row.text("value").to_owned();
    };
    let figure = match definition.unit {
        "" => return row.text("value").to_owned(),
        unit => format!(
            "{} {}",
            shown(scene, row.text("value")),
            scene.say(&format!("incident-unit-{unit}"))
        ),
    };
    match (definition.level, row.text("datum")) {
        (false, _) => figure,
        (true, "") => format!("{figure} ({})", scene.say("incident-no-datum")),
        (true, datum) => format!("{figure} {}", scene.say(&format!("incident-datum-{datum}"))),
    }
}

/// A figure with the marks of the language: `1.240,5` or `1,240.5`.
fn shown(scene: &Scene, figure: &str) -> String {
    let (thousand, point) = match scene.language() {
        paraat_kernel::Language::Nl => ('.', ','),
        paraat_kernel::Language::En => (',', '.'),
    };
    let (sign, digits) = match figure.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", figure),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mut grouped = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push(thousand);
        }
        grouped.push(digit);
    }
    if !part.is_empty() {
        grouped.push(point);
        grouped.push_str(part);
    }
    grouped
}

/// Whether these readers decide for the owner of what is held back.
fn releases(scene: &Scene, row: &Row) -> bool {
    let act = Act {
        ability: Ability::Decide,
        of: row.stream.owner.clone(),
    };
    scene.permit(&act).permitted()
}

/// What this organisation holds back, for its own eyes, with the way to release it.
fn held(answers: &[Answer], scene: &Scene) -> Markup {
    let facts = rows_of(answers, &FACT);
    let rows = rows_of(answers, &HELD);
    // What is held again after it was released is another figure, and is kept again.
    let kept = |row: &&Row| {
        let address = row.stream.to_string();
        let released = |it: &&Row| it.text("held") == address && it.since >= row.since;
        !facts.iter().any(released)
    };
    let rows: Vec<&Row> = rows.into_iter().filter(kept).collect();
    let columns = columns(scene, &["definition", "area", "value", "observed", "acts"]);
    let line = |row: &&Row| {
        let release = again(
            scene,
            row,
            "/incident/fact/release",
            &row.stream.to_string(),
        );
        vec![
            html! { (scene.say(&format!("incident-definition-{}", row.text("definition")))) },
            html! { (row.text("area")) },
            html! { strong { (value(scene, row)) } },
            moment::ago(scene, row.text("observed")),
            html! {
                @if ours(scene, row) {
                    @if releases(scene, row) {
                        a href=(release) { (scene.say("incident-held-release")) }
                    } @else {
                        span.muted { (scene.say("incident-held-who-releases")) }
                    }
                }
            },
        ]
    };
    let cells: Vec<Vec<Markup>> = rows.iter().map(line).collect();
    let title = scene.say("incident-held");
    html! {
        @if !rows.is_empty() {
            (panel("held", &title, html! { span.muted { (scene.say("incident-held-why")) } },
                table(&title, &columns, &cells)))
        }
    }
}
