// SPDX-License-Identifier: EUPL-1.2
//! The national picture: over all crises, regions, departments and vital chains, what is serious,
//! who scaled up, what was raised to the national level, and above all what is missing. A
//! switchboard, not a second truth: every line leads to the record of who said it.

use std::collections::{BTreeMap, BTreeSet};

use paraat_contract::{Answer, Need, Order, Params, Query, Row, Scene, rows_of};
use paraat_ui::widgets::{Column, empty, panel, table};
use paraat_ui::{Markup, html};

use super::{frame, moment, signs, told};
use crate::state::{directing, stale, themes};
use crate::tables::{ACCEPTED, BOTTLENECK, DIRECTION, INCIDENT, JOINED, PART, SCALE};
use crate::terms::scales::height;

/// The bodies that stand for the national level; their ids are those of the registers.
const NATIONAL: &[&str] = &["jenv", "nctv", "locc", "ncc", "kcr2"];

/// All that stands in all crises.
pub fn needs(params: &Params) -> Vec<Need> {
    let as_known = moment::as_known(params);
    let all = |table| Need::Rows(Query::all(table).as_known(as_known.clone()).by(Order::Any));
    [
        &INCIDENT,
        &JOINED,
        &SCALE,
        &DIRECTION,
        &ACCEPTED,
        &PART,
        &BOTTLENECK,
    ]
    .map(all)
    .to_vec()
}

/// One crisis: the incidents that are joined, and what stands in them.
struct Crisis<'a> {
    incidents: Vec<&'a Row>,
    addresses: BTreeSet<String>,
}

impl<'a> Crisis<'a> {
    fn of(&self, rows: &[&'a Row]) -> Vec<&'a Row> {
        let ours = |row: &&&Row| self.addresses.contains(row.text("incident"));
        rows.iter().filter(ours).copied().collect()
    }
}

/// Groups what goes on by what is joined.
fn crises<'a>(open: &[&'a Row], joins: &[&Row]) -> Vec<Crisis<'a>> {
    let mut group: BTreeMap<String, usize> = BTreeMap::new();
    for (at, row) in open.iter().enumerate() {
        group.insert(row.stream.to_string(), at);
    }
    for join in joins {
        let pair = [join.text("incident"), join.text("other")].map(|it| group.get(it).copied());
        let [Some(a), Some(b)] = pair else { continue };
        for of in group.values_mut() {
            if *of == a.max(b) {
                *of = a.min(b);
            }
        }
    }
    let mut crises: BTreeMap<usize, Crisis> = BTreeMap::new();
    for row in open {
        let address = row.stream.to_string();
        let at = group.get(&address).copied().unwrap_or_default();
        let crisis = crises.entry(at).or_insert_with(|| Crisis {
            incidents: Vec::new(),
            addresses: BTreeSet::new(),
        });
        crisis.incidents.push(row);
        crisis.addresses.insert(address);
    }
    crises.into_values().collect()
}

/// The page.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let all = rows_of(answers, &INCIDENT);
    let open: Vec<&Row> = all
        .into_iter()
        .filter(|row| row.text("standing") == "open")
        .collect();
    let crises = crises(&open, &rows_of(answers, &JOINED));
    Some(html! {
        (scene.bar(&scene.say("incident-national"), html! {}, html! {}))
        (moment::told(scene, "/incident/national"))
        @if crises.is_empty() { (empty(&scene.say("incident-ongoing-none-read"), None)) }
        @for (at, crisis) in crises.iter().enumerate() { (one(answers, scene, crisis, at)) }
    })
}

fn one(answers: &[Answer], scene: &Scene, crisis: &Crisis, at: usize) -> Markup {
    let Some(first) = crisis.incidents.first() else {
        return html! {};
    };
    let stances = crisis.of(&rows_of(answers, &DIRECTION));
    let holders = directing(&stances, &crisis.of(&rows_of(answers, &ACCEPTED)));
    let who: Vec<String> = holders
        .iter()
        .map(|row| scene.organisation(row.stream.owner.as_str()))
        .collect();
    let beside = html! {
        (signs::phase(scene, first.text("phase"), first.text("standing"))) " "
        @if who.is_empty() { strong { (scene.say("incident-direction-nobody")) } }
        @else { (scene.say_with("incident-direction-one", &[("who", who.join(", "))])) }
    };
    let parts = crisis.of(&rows_of(answers, &PART));
    panel(
        &format!("crisis-{at}"),
        first.text("title"),
        beside,
        html! {
            p {
                @for row in &crisis.incidents {
                    a href={ (frame::address(row)) (moment::suffix(scene)) } {
                        (scene.organisation(row.stream.owner.as_str()))
                    } " "
                }
            }
            (grid(scene, &parts))
            (scaled(scene, &crisis.of(&rows_of(answers, &SCALE))))
            (raised(scene, &crisis.of(&rows_of(answers, &BOTTLENECK))))
            (missing(answers, scene, crisis, &parts))
        },
    )
}

/// Theme by theme the heaviest status, and who speaks.
fn grid(scene: &Scene, parts: &[&Row]) -> Markup {
    let columns = ["theme", "status", "who", "confirmed"]
        .map(|name| Column::text(scene.say(&format!("incident-column-{name}"))));
    let now = moment::seen_from(scene.params);
    let mut cells = Vec::new();
    for theme in themes(parts).iter().filter(|theme| !theme.said.is_empty()) {
        let who: BTreeSet<String> = theme.said.iter().map(|row| told::by(scene, row)).collect();
        let old = theme.said.iter().filter(|row| stale(row, now)).count();
        let oldest = theme.said.iter().map(|row| row.text("confirmed")).min();
        cells.push(vec![
            html! { (scene.say(&format!("incident-theme-{}", theme.name))) },
            html! {
                (signs::status(scene, theme.status()))
                @if theme.differs() { " " span.muted { (scene.say("incident-differs")) } }
            },
            html! { (who.into_iter().collect::<Vec<_>>().join("; ")) },
            html! {
                (moment::ago(scene, oldest.unwrap_or_default()))
                @if old > 0 { " " span.muted { (scene.say("incident-stale")) ": " (old) } }
            },
        ]);
    }
    html! {
        @if cells.is_empty() { p.muted { (scene.say("incident-national-no-parts")) } }
        @else { (table(&scene.say("incident-themes"), &columns, &cells)) }
    }
}

/// Who scaled up how far, the highest first.
fn scaled(scene: &Scene, rows: &[&Row]) -> Markup {
    let mut rows = rows.to_vec();
    rows.sort_by_key(|row| std::cmp::Reverse(height(row.text("level"))));
    let named: Vec<String> = rows
        .iter()
        .map(|row| {
            let who = scene.organisation(row.stream.owner.as_str());
            let level = scene.say(&format!("incident-level-{}", row.text("level")));
            format!("{who}: {level}")
        })
        .collect();
    html! {
        @if !named.is_empty() {
            h3 { (scene.say("incident-scales")) }
            p { (named.join("; ")) }
        }
    }
}

/// What was raised to the national level and is not solved.
fn raised(scene: &Scene, rows: &[&Row]) -> Markup {
    let open: Vec<&&Row> = rows
        .iter()
        .filter(|row| row.text("standing") == "open" && NATIONAL.contains(&row.text("to")))
        .collect();
    html! {
        @if !open.is_empty() {
            h3 { (scene.say("incident-national-raised")) }
            ul {
                @for row in open {
                    li {
                        a href={ "/incident/bottleneck/" (row.stream) } { (row.text("text")) } " "
                        span.muted { (told::by(scene, row)) " → " (told::to(scene, row)) }
                    }
                }
            }
        }
    }
}

/// Who scaled up or directs, and shared nothing; and which themes nobody speaks of.
fn missing(answers: &[Answer], scene: &Scene, crisis: &Crisis, parts: &[&Row]) -> Markup {
    let speaks: BTreeSet<&str> = parts.iter().map(|row| row.stream.owner.as_str()).collect();
    let scaled = crisis.of(&rows_of(answers, &SCALE));
    let silent: BTreeSet<String> = scaled
        .iter()
        .chain(&crisis.incidents)
        .map(|row| row.stream.owner.as_str())
        .filter(|owner| !speaks.contains(owner))
        .map(|owner| scene.organisation(owner))
        .collect();
    let holes: Vec<String> = themes(parts)
        .iter()
        .filter(|theme| theme.said.is_empty())
        .map(|theme| scene.say(&format!("incident-theme-{}", theme.name)))
        .collect();
    html! {
        @if !silent.is_empty() || !holes.is_empty() {
            h3 { (scene.say("incident-national-missing")) }
            @if !silent.is_empty() {
                p {
                    (scene.say("incident-national-silent")) ": "
                    (silent.into_iter().collect::<Vec<_>>().join("; "))
                }
            }
            @if !holes.is_empty() { p { (scene.say("incident-holes")) ": " (holes.join(", ")) } }
        }
    }
}
