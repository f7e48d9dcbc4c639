// SPDX-License-Identifier: EUPL-1.2
//! The national picture: over all crises, regions, departments and vital chains, what is serious,
//! who scaled up, what was raised to the national level, and above all what is missing. A
//! switchboard, not a second truth: every line leads to the record of who said it.

use std::collections::BTreeSet;

use paraat_contract::{Answer, Need, Order, Params, Query, Row, Scene, rows_of};
use paraat_ui::widgets::{Column, empty, panel, table};
use paraat_ui::{Markup, html};

use super::{frame, moment, signs, told};
use crate::state::{self, directing, stale, themes};
use crate::tables::{ACCEPTED, APART, BOTTLENECK, DIRECTION, INCIDENT, JOINED, PART, SCALE};
use crate::terms::chains::{CHAINS, NATIONAL};
use crate::terms::scales::height;
use crate::terms::themes::weight;

/// All that stands in all crises.
pub fn needs(params: &Params) -> Vec<Need> {
    let as_known = moment::as_known(params);
    let all = |table| Need::Rows(Query::all(table).as_known(as_known.clone()).by(Order::Any));
    [
        &INCIDENT,
        &JOINED,
        &APART,
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

/// Groups incidents by what is joined, also through one that was closed, and leaves out what nobody
/// is busy with any more. What goes on stands first in its group.
fn crises<'a>(all: &[&'a Row], joins: &[&Row], apart: &[&Row]) -> Vec<Crisis<'a>> {
    let mut told = BTreeSet::new();
    let mut crises = Vec::new();
    let open = |row: &Row| row.text("standing") == "open";
    for row in all.iter().filter(|row| open(row)) {
        let address = row.stream.to_string();
        if told.contains(&address) {
            continue;
        }
        let addresses = state::crisis(&address, joins, apart);
        told.extend(addresses.iter().cloned());
        let own = all
            .iter()
            .filter(|it| addresses.contains(&it.stream.to_string()));
        let mut incidents: Vec<&Row> = own.copied().collect();
        incidents.sort_by_key(|row| !open(row));
        crises.push(Crisis {
            incidents,
            addresses,
        });
    }
    crises
}

/// The page.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let all = rows_of(answers, &INCIDENT);
    let (joins, apart) = (rows_of(answers, &JOINED), rows_of(answers, &APART));
    let crises = crises(&all, &joins, &apart);
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
            (chains(scene, &parts))
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

/// The national bodies and the vital chains: what those who speak for each say, and who says
/// nothing at all. Folded, because most crises are small; its head says how many are silent.
fn chains(scene: &Scene, parts: &[&Row]) -> Markup {
    let columns = ["chain", "who", "status", "confirmed"]
        .map(|name| Column::text(scene.say(&format!("incident-column-{name}"))));
    let mut silent = 0;
    let mut cells = Vec::new();
    for chain in CHAINS {
        let speaks = |row: &&&Row| chain.speakers.contains(&row.stream.owner.as_str());
        let said: Vec<&Row> = parts.iter().filter(speaks).copied().collect();
        let heaviest = said.iter().max_by_key(|row| weight(row.text("status")));
        let last = said.iter().map(|row| row.text("confirmed")).max();
        silent += usize::from(said.is_empty());
        let who = chain.speakers.iter().map(|id| scene.organisation(id));
        cells.push(vec![
            html! { (scene.say(&format!("incident-chain-{}", chain.name))) },
            html! { (who.collect::<Vec<_>>().join("; ")) },
            match heaviest {
                Some(row) => signs::status(scene, row.text("status")),
                None => html! { strong { (scene.say("incident-national-says-nothing")) } },
            },
            html! { @if let Some(last) = last { (moment::ago(scene, last)) } },
        ]);
    }
    let count = [
        ("silent", silent.to_string()),
        ("all", CHAINS.len().to_string()),
    ];
    let title = scene.say("incident-chains");
    html! {
        details.chains {
            summary { (scene.say_with("incident-chains-silent", &count)) }
            (table(&title, &columns, &cells))
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
