// SPDX-License-Identifier: EUPL-1.2
//! Seeing any moment again: a slider over the whole crisis, the moments that mattered by name, and
//! what changed between any two of them.

use paraat_contract::rows_of;
use paraat_contract::{Answer, AsKnown, Filter, Need, Order, Params, Query, Row, Scene, Value};
use paraat_contract::{MOMENT_TYPED, SLIDER, STEPS};
use paraat_kernel::Timestamp;
use paraat_ui::widgets::{empty, panel, table};
use paraat_ui::{Markup, html, time};

use super::stood::{COMPARED, stood};
use super::told::columns;
use super::{frame, gathered, moment, told};
use crate::tables::{ACCEPTED, DECISION, DIRECTION, INCIDENT, REPORT, SYNTHESIS};

fn parameter(params: &Params, name: &str) -> Option<Timestamp> {
    params.get(name)?.replace(' ', "+").parse().ok()
}

/// A moment that was typed in a form, in the zone of who typed it.
fn typed(params: &Params, name: &str) -> Option<Timestamp> {
    let local = params.get(name)?;
    let (day, clock) = local.split_once('T')?;
    let zone = params.get("zone").unwrap_or("Europe/Amsterdam");
    let clock = clock.get(..5).unwrap_or(clock);
    time::typed_moment(day, clock, zone).parse().ok()
}

/// The two moments that are compared, the earlier first.
fn between(params: &Params) -> Option<(Timestamp, Timestamp)> {
    let from = parameter(params, "from").or_else(|| typed(params, "fromLocal"))?;
    let until = parameter(params, "until").or_else(|| typed(params, "untilLocal"));
    let until = until.unwrap_or(params.now);
    Some((from.min(until), from.max(until)))
}

/// The crisis, the moments that mattered, and what stood at the two that are compared.
pub fn needs(params: &Params) -> Vec<Need> {
    gathered::needs(params, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow_then(params, answers, (follow, compared), |of| {
        [&DECISION, &SYNTHESIS, &REPORT, &DIRECTION, &ACCEPTED]
            .map(|table| of(table).by(Order::Any))
            .to_vec()
    })
}

fn compared(params: &Params, answers: &[Answer]) -> Vec<Need> {
    let all: Vec<Value> = gathered::incidents(answers)
        .iter()
        .map(|row| row.stream.to_string().into())
        .collect();
    let opened = Query::all(&INCIDENT)
        .filter(Filter::In("incident", all.clone()))
        .as_known(AsKnown::Ever)
        .by(Order::Oldest);
    let mut needs = vec![Need::Rows(opened)];
    if let Some((from, until)) = between(params) {
        for at in [from, until] {
            for table in COMPARED {
                let query = Query::all(table).filter(Filter::In("incident", all.clone()));
                needs.push(Need::Rows(query.as_known(AsKnown::At(at)).by(Order::Any)));
            }
        }
    }
    needs
}

/// The page; none when this audience does not see the incident.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    frame::page(answers, scene, "/past", |own| {
        let began = began(answers).unwrap_or(own.since);
        html! {
            (panel(
                "slider",
                &scene.say("incident-past-slider"),
                html! {},
                slider(scene, own, began)
            ))
            (panel(
                "moments",
                &scene.say("incident-past-moments"),
                html! {},
                moments(answers, scene, own)
            ))
            (panel("between", &scene.say("incident-past-between"), html! {}, html! {
                (choose(scene, own, began))
                @if between(scene.params).is_some() { (differences(answers, scene)) }
            }))
        }
    })
}

/// When the first of the joined incidents was recorded here.
fn began(answers: &[Answer]) -> Option<Timestamp> {
    rows_of(answers, &INCIDENT)
        .iter()
        .map(|row| row.since)
        .min()
}

/// A slider that sends a step, and a day and time for who wants another moment than its steps.
fn slider(scene: &Scene, own: &Row, began: Timestamp) -> Markup {
    let now = scene.params.now;
    let asked = moment::asked(scene.params).unwrap_or(now);
    let whole = (now.as_second() - began.as_second()).max(1);
    let step = (asked.as_second() - began.as_second()).clamp(0, whole) * STEPS / whole;
    let typed = time::sortable(asked, &scene.zone()).replace(' ', "T");
    let team = moment::team(scene.params);
    let [from, of] = SLIDER;
    let team = html! {
        @if !team.is_empty() { input type="hidden" name="team" value=(team); }
    };
    html! {
        form.slider action=(frame::address(own)) method="get" {
            (team)
            input type="hidden" name=(from) value=(began);
            label for="slider-step" { (scene.say("incident-past-step")) }
            input #slider-step type="range" name=(of) min="0" max=(STEPS) value=(step);
            span.slider-ends {
                span { (moment::at(scene, &began.to_string())) }
                span { (scene.say("incident-past-now")) }
            }
            button.button { (scene.say("incident-past-show")) }
        }
        form.between action=(frame::address(own)) method="get" {
            (team)
            div.field {
                label for="moment-typed" { (scene.say("incident-past-typed")) }
                input #moment-typed type="datetime-local" name=(MOMENT_TYPED) value=(typed);
            }
            button.button { (scene.say("incident-past-show-typed")) }
        }
    }
}

/// The moments that mattered, newest first, each with the way to what was known then.
fn moments(answers: &[Answer], scene: &Scene, own: &Row) -> Markup {
    let mut all: Vec<(String, String)> = Vec::new();
    let mut add = |at: &str, what: String| all.push((at.to_owned(), what));
    for row in rows_of(answers, &DECISION) {
        add(
            row.text("rests_on"),
            format!("{}: {}", told::code(scene, row), row.text("text")),
        );
    }
    for (table, at, key) in [
        (&SYNTHESIS, "published", "incident-synthesis-number"),
        (&REPORT, "seen", "incident-report-number"),
    ] {
        for row in rows_of(answers, table) {
            let number = row.whole("number").unwrap_or_default().to_string();
            let by = scene.organisation(row.stream.owner.as_str());
            add(
                row.text(at),
                format!("{} ({by})", scene.say_with(key, &[("number", number)])),
            );
        }
    }
    all.sort_by(|a, b| b.cmp(a));
    let base = frame::address(own);
    html! {
        @if all.is_empty() { (empty(&scene.say("incident-past-moments-none"), None)) }
        ul.moments {
            @for (at, what) in &all {
                li { a href={ (base) "?moment=" (at) } { (moment::at(scene, at)) } " " (what) }
            }
        }
    }
}

/// Two moments to choose, as a form that works without script.
fn choose(scene: &Scene, own: &Row, began: Timestamp) -> Markup {
    let (from, until) = between(scene.params).unwrap_or((began, scene.params.now));
    let zone = scene.zone();
    let typed = |at: Timestamp| time::sortable(at, &zone).replace(' ', "T");
    let field = |name: &str, at: Timestamp| {
        html! {
            div.field {
                label for={ "between-" (name) } { (scene.say(&format!("incident-past-{name}"))) }
                input id={ "between-" (name) } type="datetime-local" name={ (name) "Local" }
                    value=(typed(at));
            }
        }
    };
    html! {
        form.between action={ (frame::address(own)) "/past" } method="get" {
            input type="hidden" name="zone" value=(scene.audience.zone);
            (field("from", from)) (field("until", until))
            button.button { (scene.say("incident-past-compare")) }
        }
    }
}

/// What stood otherwise at the two moments, side by side.
fn differences(answers: &[Answer], scene: &Scene) -> Markup {
    let count = COMPARED.len();
    let rows = |at: usize| -> Vec<&Row> {
        let first = answers.len().saturating_sub(2 * count) + at * count;
        let of = answers.get(first..first + count).unwrap_or_default();
        COMPARED
            .iter()
            .flat_map(|table| rows_of(of, table))
            .collect()
    };
    let (before, after) = (rows(0), rows(1));
    let same =
        |a: &Row, b: &Row| a.table.name == b.table.name && a.stream == b.stream && a.part == b.part;
    let mut lines = Vec::new();
    let none = || html! { span.muted { (scene.say("incident-past-nothing")) } };
    for row in &after {
        let now = stood(scene, row, &after);
        let then = before
            .iter()
            .find(|it| same(it, row))
            .map(|it| stood(scene, it, &before));
        if then.as_ref().is_some_and(|then| then.plain == now.plain) {
            continue;
        }
        let then = then.map_or_else(none, |then| then.said);
        lines.push(vec![
            html! { (now.what) },
            html! { (now.who) },
            then,
            now.said,
        ]);
    }
    for row in before
        .iter()
        .filter(|row| !after.iter().any(|it| same(it, row)))
    {
        let then = stood(scene, row, &before);
        lines.push(vec![
            html! { (then.what) },
            html! { (then.who) },
            then.said,
            none(),
        ]);
    }
    let columns = columns(scene, &["what", "who", "from", "until"]);
    html! {
        p.muted { (scene.say("incident-past-without-log")) }
        @if lines.is_empty() { (empty(&scene.say("incident-past-same"), None)) }
        @else { (table(&scene.say("incident-past-between"), &columns, &lines)) }
    }
}
