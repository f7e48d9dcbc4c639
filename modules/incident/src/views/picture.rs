// SPDX-License-Identifier: EUPL-1.2
//! The composed picture: what every organisation says, over all incidents that are joined, as it
//! is now or as it was known at a moment. Nobody owns it; each block names who said it and when.

use std::collections::BTreeSet;

use paraat_contract::{Answer, AsKnown, Filter, Need, Order, Params, Query, Row, Scene};
use paraat_contract::{Table, Value, rows_of};
use paraat_kernel::Timestamp;
use paraat_ui::widgets::{Column, Tone, empty, notice, panel, table};
use paraat_ui::{Markup, html, time};

use crate::commands::share::THEMES;
use crate::tables::{INCIDENT, JOINED, LINE, OBJECT, PART};

/// The moment that is asked for; none for now.
fn moment(params: &Params) -> Option<Timestamp> {
    params.get("moment")?.parse().ok()
}

fn of(table: &'static Table, params: &Params) -> Query {
    let as_known = moment(params).map_or(AsKnown::Now, AsKnown::At);
    Query::all(table).as_known(as_known)
}

/// The incident itself, then all it is joined with. Nothing when the address does not read.
pub fn needs(params: &Params) -> Vec<Need> {
    let Some(stream) = params.stream("stream") else {
        return Vec::new();
    };
    let incident = of(&INCIDENT, params).filter(Filter::Stream(stream));
    vec![Need::Rows(incident), then(params)]
}

fn then(params: &Params) -> Need {
    Need::Then(follow, Box::new(params.clone()))
}

/// Every incident that answers so far join with this one.
fn joined(params: &Params, answers: &[Answer]) -> BTreeSet<String> {
    let own = params.stream("stream").map(|stream| stream.to_string());
    let rows = rows_of(answers, &JOINED).into_iter();
    rows.flat_map(|row| ["incident", "other"].map(|column| row.text(column).to_owned()))
        .chain(own)
        .collect()
}

/// Asks for joins until there is none that was not asked for; then for all that stands in them.
fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    let all = joined(params, answers);
    let before = answers
        .len()
        .checked_sub(2)
        .and_then(|at| answers.get(..at));
    let closed = before.is_some_and(|before| joined(params, before) == all);
    let among = |table, column| {
        let values: Vec<Value> = all.iter().map(|id| id.as_str().into()).collect();
        of(table, params).filter(Filter::In(column, values))
    };
    let incident = "incident";
    if !closed {
        let joins = ["incident", "other"].map(|column| Need::Rows(among(&JOINED, column)));
        return joins.into_iter().chain([then(params)]).collect();
    }
    vec![
        Need::Rows(among(&INCIDENT, incident)),
        Need::Rows(among(&PART, incident)),
        Need::Rows(among(&LINE, incident).by(Order::Down("happened"))),
        Need::Rows(among(&OBJECT, incident)),
    ]
}

/// The page; none when this audience does not see the incident.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let Some(Answer::Rows(own)) = answers.first() else {
        return None;
    };
    let own = own.rows.first()?;
    let incidents: Vec<&Row> = rows_of(answers, &INCIDENT).into_iter().skip(1).collect();
    let others: Vec<&&Row> = incidents
        .iter()
        .filter(|row| row.stream != own.stream)
        .collect();
    let beside = html! { (scene.organisation(own.stream.owner.as_str())) };
    Some(html! {
        (scene.bar(own.text("title"), beside, html! {}))
        (as_known(scene))
        (panel("joined", &scene.say("incident-joined"), html! {}, html! {
            @if others.is_empty() { p.muted { (scene.say("incident-joined-none")) } }
            @else {
                ul {
                    @for row in &others {
                        li {
                            a href={ "/incident/incident/" (row.stream) } { (row.text("title")) }
                            " " (scene.organisation(row.stream.owner.as_str()))
                        }
                    }
                }
            }
        }))
        (panel("parts", &scene.say("incident-parts"), html! {}, parts(answers, scene)))
        (panel("lines", &scene.say("incident-lines"), html! {}, lines(answers, scene)))
        (panel("objects", &scene.say("incident-objects"), html! {}, objects(answers, scene)))
    })
}

fn as_known(scene: &Scene) -> Markup {
    match (scene.params.get("moment"), moment(scene.params)) {
        (Some(asked), Some(_)) => {
            let at = [("moment", asked.to_owned())];
            let text = scene.say_with("incident-as-known", &at);
            notice(Tone::Elevated, "", html! { (text) })
        }
        (Some(_), None) => {
            let text = scene.say("incident-not-a-moment");
            notice(Tone::Elevated, "", html! { (text) })
        }
        _ => html! {},
    }
}

/// Theme by theme, who says what; a theme that nobody speaks of is a hole in plain sight.
fn parts(answers: &[Answer], scene: &Scene) -> Markup {
    let rows = rows_of(answers, &PART);
    let columns = columns(scene, &["theme", "who", "status", "text", "confirmed"]);
    let mut cells = Vec::new();
    for theme in THEMES {
        let name = scene.say(&format!("incident-part-theme-{theme}"));
        let before = cells.len();
        for row in rows.iter().filter(|row| row.text("theme") == *theme) {
            let status = format!("incident-part-status-{}", row.text("status"));
            cells.push(vec![
                html! { (name) },
                html! { (scene.organisation(row.stream.owner.as_str())) },
                html! { (scene.say(&status)) },
                html! { (row.text("text")) },
                at(scene, row.text("confirmed")),
            ]);
        }
        if cells.len() == before {
            let hole = html! { span.muted { (scene.say("incident-part-hole")) } };
            cells.push(vec![html! { (name) }, hole, html! {}, html! {}, html! {}]);
        }
    }
    table(&scene.say("incident-parts"), &columns, &cells)
}

fn lines(answers: &[Answer], scene: &Scene) -> Markup {
    let rows = rows_of(answers, &LINE);
    if rows.is_empty() {
        return empty(&scene.say("incident-lines-none"), None);
    }
    let columns = columns(scene, &["happened", "who", "number", "text", "recorded"]);
    let cells = rows.iter().map(|row| {
        vec![
            at(scene, row.text("happened")),
            html! { (scene.organisation(row.stream.owner.as_str())) },
            html! { (row.whole("number").unwrap_or_default()) },
            html! { (row.text("text")) },
            at(scene, &row.since.to_string()),
        ]
    });
    table(
        &scene.say("incident-lines"),
        &columns,
        &cells.collect::<Vec<_>>(),
    )
}

fn objects(answers: &[Answer], scene: &Scene) -> Markup {
    let rows = rows_of(answers, &OBJECT);
    if rows.is_empty() {
        return empty(&scene.say("incident-objects-none"), None);
    }
    let columns = columns(scene, &["object", "who", "kind", "lat", "lon", "seen"]);
    let degrees = |value: Option<i64>| {
        let value = value.unwrap_or_default();
        let sign = if value < 0 { "-" } else { "" };
        let (whole, rest) = (value.abs() / 10_000_000, value.abs() % 10_000_000);
        html! { (sign) (whole) "." (format!("{rest:07}")) }
    };
    let cells = rows.iter().map(|row| {
        let kind = format!("incident-layer-kind-{}", row.text("kind"));
        vec![
            html! { (row.text("title")) },
            html! { (scene.organisation(row.stream.owner.as_str())) },
            html! { (scene.say(&kind)) },
            degrees(row.whole("lat")),
            degrees(row.whole("lon")),
            at(scene, row.text("seen")),
        ]
    });
    table(
        &scene.say("incident-objects"),
        &columns,
        &cells.collect::<Vec<_>>(),
    )
}

fn columns(scene: &Scene, names: &[&str]) -> Vec<Column> {
    let column = |name| Column::text(scene.say(&format!("incident-column-{name}")));
    names.iter().map(column).collect()
}

/// A moment that stands in a row, in the time zone of the audience.
fn at(scene: &Scene, stored: &str) -> Markup {
    match (stored.parse(), time::zone(&scene.audience.zone)) {
        (Ok(at), Some(zone)) => time::moment(scene.words.voice(scene.language()), at, &zone),
        _ => html! { (stored) },
    }
}
