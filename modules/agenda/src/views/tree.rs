// SPDX-License-Identifier: EUPL-1.2
//! The agenda as a tree: pillars, their ambitions, their activities.

use paraat_contract::{Answer, Row, Scene};
use paraat_ui::widgets::{Branch, Figure, figures, tree};
use paraat_ui::{Markup, html};

use super::look::{self, Look};
use super::{filters, moment};
use crate::state::{Item, spoken};

/// The page.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    Some(look::page(
        answers,
        scene,
        "/agenda",
        |look, shown, wanted| {
            let branches = branches(scene, look, shown, !wanted.any());
            html! {
                (counts(scene, shown))
                (tree(&scene.say("agenda-view-tree"), &branches))
                (about(scene, look))
            }
        },
    ))
}

/// How many there are, and of which some attention is asked; each leads to just those.
fn counts(scene: &Scene, shown: &[&Item]) -> Markup {
    let number = |holds: &dyn Fn(&Item) -> bool| {
        let held = shown.iter().filter(|item| holds(item)).count();
        held.to_string()
    };
    let now = moment::seen_from(scene.params);
    let figure = |key: &str, value: String, link: Option<(String, &str)>| Figure {
        label: scene.say(key),
        value,
        unit: String::new(),
        beside: html! {
            @if let Some((href, words)) = link {
                a href=(href) { (scene.say(words)) span.unseen { ": " (scene.say(key)) } }
            }
        },
    };
    let those = |key: &str, value: String, name: &'static str, wanted: &str| {
        let href = filters::with(scene.params, "/agenda/list", name, wanted);
        let link = (value != "0").then_some((href, "agenda-show"));
        figure(key, value, link)
    };
    let at_risk = number(&|it| it.outlook() == "at-risk");
    let behind = number(&|it| it.outlook() == "behind");
    let no_lead = number(&|it| it.lead().is_empty());
    let nothing = number(&|it| it.progress.is_none());
    let how = Some(("#about".to_owned(), "agenda-count-how"));
    let all = [
        figure("agenda-count-all", shown.len().to_string(), how),
        those("agenda-count-no-lead", no_lead, "lead", "none"),
        those("agenda-count-nothing", nothing, "status", "none"),
        those("agenda-count-at-risk", at_risk, "outlook", "at-risk"),
        those("agenda-count-behind", behind, "outlook", "behind"),
        figure("agenda-count-stale", number(&|it| it.stale(now)), None),
    ];
    figures(&scene.say("agenda-counts"), &all)
}

/// How our count and numbers relate to the document, and where the agenda comes from.
fn about(scene: &Scene, look: &Look) -> Markup {
    html! {
        @if let Some(edition) = look.agenda.edition {
            div.prose.muted #about {
                p { (spoken(edition, scene.language(), "note")) }
                p { (scene.say("source")) ": " (edition.text("source")) }
            }
        }
    }
}

/// Pillars with what is left of them; without filters also what has no activities.
fn branches(scene: &Scene, look: &Look, shown: &[&Item], all: bool) -> Vec<Branch> {
    let mut groups = look.agenda.by_ambition(shown);
    let loose = groups.pop().map(|(_, items)| items).unwrap_or_default();
    let mut branches: Vec<Branch> = Vec::new();
    for pillar in &look.agenda.pillars {
        let slug = pillar.text("slug");
        let mut count = 0;
        let mut children = Vec::new();
        for (ambition, items) in &groups {
            let Some(ambition) = ambition.filter(|it| it.text("pillar") == slug) else {
                continue;
            };
            count += items.len();
            if all || !items.is_empty() {
                let leaves = items.iter().map(|item| leaf(scene, look, item)).collect();
                children.push(heading(scene, ambition, items.len(), leaves));
            }
        }
        if all || count > 0 {
            branches.push(heading(scene, pillar, count, children));
        }
    }
    // Activities of an ambition that did not arrive yet are shown all the same.
    branches.extend(loose.iter().map(|item| leaf(scene, look, item)));
    branches
}

fn heading(scene: &Scene, row: &Row, count: usize, children: Vec<Branch>) -> Branch {
    let count = [("count", count.to_string())];
    Branch {
        id: row.text("slug").to_owned(),
        title: html! {
            span.number { (row.text("number")) } " " (spoken(row, scene.language(), "title"))
        },
        beside: html! { span.muted { (scene.say_with("agenda-activities", &count)) } },
        open: true,
        children,
    }
}

fn leaf(scene: &Scene, look: &Look, item: &Item) -> Branch {
    let row = item.row;
    let signs = &look.signs;
    Branch {
        id: row.text("slug").to_owned(),
        title: html! {
            a href=(look.href(item)) {
                span.number { (row.text("number")) } " "
                (spoken(row, scene.language(), "title"))
            }
        },
        beside: html! {
            (signs.lead(scene, item)) " "
            span { (signs.period(scene, row)) } " "
            span.muted { (signs.reach(row)) } " "
            (signs.status(item.status())) " " (signs.outlook(item.outlook()))
            (signs.stale(item.stale(moment::seen_from(scene.params))))
        },
        open: false,
        children: Vec::new(),
    }
}
