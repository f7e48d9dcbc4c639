// SPDX-License-Identifier: EUPL-1.2
//! Activities by organisations: who takes up what. On a phone one chooses an organisation or an
//! activity and reads a list; the same lists are the table twin on a wide screen.

use maud::PreEscaped;
use paraat_contract::{Answer, Scene};
use paraat_ui::widgets::{Ask, AskKind, ask, empty, filter_bar, page_bar};
use paraat_ui::{Markup, html};

use super::coverage::{Cell, UNHEARD, place};
use super::filters::{Wanted, cleared};
use super::sheet::{Sheet, bar, choices, switch, takes};
use super::stances::keys;
use super::{covered, moment};
use crate::state::{GROUPS, Item, PARTIES, spoken};

/// Where it is.
pub const PATH: &str = "/agenda/matrix";

const FILTERS: [&str; 6] = [
    "pillar",
    "ambition",
    "activity",
    "group",
    "organisation",
    "stance",
];

/// The page: one organisation or one activity as a list, else the matrix.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let sheet = Sheet::new(answers, scene);
    let shown = rows_shown(scene, &sheet);
    let bar = bar(scene, &sheet, PATH, &FILTERS, shown.len());
    let voice = scene.words.voice(scene.language());
    let party = scene.params.get("organisation").and_then(place);
    let one = scene.params.get("activity").is_some();
    let body = match (party, shown.as_slice()) {
        (_, []) => empty(
            &scene.say("agenda-nothing-found"),
            Some((&cleared(scene.params, PATH), &scene.say("filter-clear"))),
        ),
        (Some(party), _) => covered::by_activity(scene, &sheet, party, &shown),
        (None, [(at, item)]) if one => covered::by_organisation(scene, &sheet, *at, item),
        _ => html! { (pick(scene, &sheet)) (grids(scene, &sheet, &shown)) },
    };
    Some(html! {
        (page_bar(&scene.say("agenda-title-matrix"), switch(scene, PATH), html! {}))
        (moment::told(scene, PATH))
        @if sheet.agenda.items.is_empty() {
            (empty(&scene.say("agenda-not-issued"), None))
        } @else if sheet.coverage.empty() {
            (empty(
                &scene.say("agenda-matrix-empty"),
                Some(("/agenda/own", &scene.say("agenda-view-own"))),
            ))
        } @else {
            (filter_bar(voice, &bar))
            (legend(scene, &sheet, party.is_none()))
            (body)
        }
    })
}

/// Activities that every filter takes; with one on how they are taken up, those with a cell that
/// it takes.
fn rows_shown<'a>(scene: &Scene, sheet: &Sheet<'a>) -> Vec<(usize, Item<'a>)> {
    let wanted = Wanted::new(scene, "/agenda/matrix");
    let parties = parties(scene);
    let slug = scene.params.get("activity");
    let mut shown = sheet.shown(&wanted);
    shown.retain(|(at, item)| {
        let some = || {
            parties
                .iter()
                .any(|party| takes(scene, &sheet.coverage.cell(*at, *party)))
        };
        slug.is_none_or(|slug| slug == item.row.text("slug"))
            && (scene.params.get("stance").is_none() || some())
    });
    shown
}

/// The parties that are asked for, by place.
pub fn parties(scene: &Scene) -> Vec<usize> {
    let is = |name: &str, value: &str| scene.params.get(name).is_none_or(|it| it == value);
    (0..)
        .zip(PARTIES.iter())
        .filter(|(_, it)| is("group", &it.kind) && is("organisation", &it.id))
        .map(|(at, _)| at)
        .collect()
}

/// What the signs mean; the list of one organisation explains itself.
fn legend(scene: &Scene, sheet: &Sheet, explain: bool) -> Markup {
    html! {
        ul.legend aria-label=(scene.say("agenda-legend")) {
            @for key in keys() { li { (sheet.stances.sign(key)) } }
        }
        @if explain && !(0..PARTIES.len()).all(|party| sheet.coverage.told(party)) {
            p.prose.muted { (scene.say("agenda-unheard-explained")) }
        }
    }
}

/// On a phone: whose list, or which activity's.
fn pick(scene: &Scene, sheet: &Sheet) -> Markup {
    let voice = scene.words.voice(scene.language());
    html! {
        div.grid-pick {
            @for name in ["organisation", "activity"] {
                form action=(PATH) method="get" {
                    (ask(voice, &Ask {
                        name: name.to_owned(),
                        ..Ask::new(
                            name,
                            &scene.say(&format!("agenda-pick-{name}")),
                            AskKind::Select(choices(scene, sheet, name)),
                        )
                    }))
                    button.button { (scene.say("agenda-show")) }
                }
            }
        }
    }
}

/// One table for each group, so that each fits a screen and a sheet of paper.
fn grids(scene: &Scene, sheet: &Sheet, shown: &[(usize, Item)]) -> Markup {
    let asked = parties(scene);
    let heads: Vec<String> = shown
        .iter()
        .map(|(_, item)| row_head(scene, item))
        .collect();
    let of_group = |group: &str| -> Vec<usize> {
        let kind = |at: &usize| PARTIES.get(*at).is_some_and(|it| it.kind == group);
        asked.iter().copied().filter(kind).collect()
    };
    html! {
        @for group in GROUPS {
            @let parties = of_group(group);
            @if !parties.is_empty() {
                @let name = scene.say(&format!("agenda-group-{group}"));
                div.grid {
                    h2 id={ "grid-" (group) } { (name) }
                    div.scroll tabindex="0" role="region" aria-labelledby={ "grid-" (group) } {
                        table {
                            thead { tr {
                                th scope="col" { (scene.say("agenda-activity")) }
                                @for party in &parties { (column_head(scene, *party)) }
                            } }
                            tbody { (PreEscaped(lines(scene, sheet, shown, &heads, &parties))) }
                        }
                    }
                }
            }
        }
    }
}

/// The short name, upright on paper and screen; the whole name for who does not know it.
fn column_head(scene: &Scene, party: usize) -> Markup {
    let id = PARTIES.get(party).map_or("", |it| it.id.as_str());
    let short = PARTIES.get(party).map_or("", |it| it.short.as_str());
    html! {
        th scope="col" {
            a href={ (PATH) "?organisation=" (id) } title=(scene.organisation(id)) {
                span { (short) }
            }
        }
    }
}

fn row_head(scene: &Scene, item: &Item) -> String {
    let row = item.row;
    let title = spoken(row, scene.language(), "title");
    let drawn = html! {
        th scope="row" {
            a href={ (PATH) "?activity=" (row.text("slug")) } title=(title) {
                span.number { (row.text("number")) } " " (title)
            }
        }
    };
    drawn.into_string()
}

/// The rows of one table, written straight into one text: there are two thousand cells, and each
/// is no more than a class, a word and at most one link.
fn lines(
    scene: &Scene,
    sheet: &Sheet,
    shown: &[(usize, Item)],
    heads: &[String],
    parties: &[usize],
) -> String {
    let own = scene.audience.organisation.as_ref().map(|own| own.as_str());
    let own = own.and_then(place);
    let piece = |key| {
        (
            key,
            format!("<td class=\"is-{key}"),
            sheet.stances.word(key),
        )
    };
    let pieces: Vec<(&str, String, &str)> = keys().map(piece).collect();
    let stance = scene.params.get("stance");
    let mut text = String::with_capacity(shown.len() * (parties.len() * 96 + 256));
    for ((at, item), head) in shown.iter().zip(heads) {
        let slug = html! { (paraat_ui::page::encode(item.row.text("slug"))) }.into_string();
        text.push_str("<tr>");
        text.push_str(head);
        for party in parties {
            let cell = sheet.coverage.cell(*at, *party);
            let key = cell.key();
            if stance.is_some_and(|stance| stance != key) {
                text.push_str("<td></td>");
                continue;
            }
            let Some((_, begin, word)) = pieces.iter().find(|(it, ..)| *it == key) else {
                continue;
            };
            text.push_str(begin);
            let old = matches!(cell, Cell::Adopted { old: true, .. });
            text.push_str(if old { " is-old\">" } else { "\">" });
            let linked = key != UNHEARD && !matches!(cell, Cell::None) || own == Some(*party);
            if linked {
                text.push_str("<a href=\"/agenda/translation/");
                text.push_str(PARTIES.get(*party).map_or("", |it| it.id.as_str()));
                text.push('/');
                text.push_str(&slug);
                text.push_str("\">");
            }
            text.push_str(word);
            text.push_str(if linked { "</a></td>" } else { "</td>" });
        }
        text.push_str("</tr>");
    }
    text
}
