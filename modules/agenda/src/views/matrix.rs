// SPDX-License-Identifier: EUPL-1.2
//! Activities by organisations: who takes up what. On a phone one reads how many organisations
//! take up each activity, or chooses an organisation or an activity and reads a list; the same
//! lists are the table twin on a wide screen.

use maud::Render;
use paraat_contract::{Answer, Scene};
use paraat_ui::page::encode;
use paraat_ui::widgets::{Ask, AskKind, ask, empty, filter_bar};
use paraat_ui::{Markup, html};

use super::coverage::{Cell, NONE, UNHEARD};
use super::filters::{self, Wanted, cleared, now, with};
use super::sheet::{Sheet, bar, choices, switch, takes};
use super::stances::keys;
use super::{covered, moment, own};
use crate::state::{GROUPS, Item, PARTIES, party, spoken};

/// Where it is.
pub const PATH: &str = "/agenda/matrix";

/// The page: one organisation or one activity as a list, else the matrix.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let sheet = Sheet::new(answers, scene);
    let shown = rows_shown(scene, &sheet);
    let bar = bar(scene, &sheet, PATH, shown.len());
    let voice = scene.words.voice(scene.language());
    let party = scene.params.get("organisation").and_then(party);
    let one = scene.params.get("activity").is_some();
    let clear = scene.say("filter-clear");
    Some(html! {
        (scene.bar(&scene.say("agenda-title-matrix"), switch(scene, PATH), html! {}))
        (moment::told(scene, &now(scene.params, PATH)))
        @if sheet.agenda.items.is_empty() {
            (empty(&scene.say("agenda-not-issued"), None))
        } @else if sheet.coverage.empty() {
            (empty(
                &scene.say("agenda-matrix-empty"),
                Some((&cleared(scene.params, own::PATH), &scene.say("agenda-view-own"))),
            ))
        } @else {
            (filter_bar(voice, &bar))
            (legend(scene, &sheet, party.is_none()))
            @match (party, shown.as_slice()) {
                (_, []) => (empty(
                    &scene.say("agenda-nothing-found"),
                    Some((&cleared(scene.params, PATH), &clear)),
                )),
                (Some(party), _) => (covered::by_activity(scene, &sheet, party, &shown)),
                (None, [(at, item)]) if one => {
                    (covered::by_organisation(scene, &sheet, *at, item))
                },
                _ => {
                    (covered::counted(scene, &sheet, &shown))
                    (pick(scene, &sheet))
                    (Grids { scene, sheet: &sheet, shown: &shown })
                },
            }
        }
    })
}

/// Activities that every filter takes; with one on how they are taken up, those with a cell that
/// it takes.
fn rows_shown<'a>(scene: &Scene, sheet: &Sheet<'a>) -> Vec<(usize, Item<'a>)> {
    let wanted = Wanted::new(scene, PATH);
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
        @if explain && !sheet.coverage.told_all() {
            p.prose.muted {
                (sheet.stances.sign(UNHEARD)) " " (scene.say("agenda-unheard-explained"))
            }
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
                    @for (name, value) in kept(scene, name) {
                        input type="hidden" name=(name) value=(value);
                    }
                    button.button { (scene.say("agenda-show")) }
                }
            }
        }
    }
}

/// What goes along with the answer to a question on a phone: the other filters and the moment.
fn kept(scene: &Scene, asked: &str) -> Vec<(String, String)> {
    let others = filters::names(PATH).filter(|name| *name != asked);
    let used =
        others.filter_map(|name| Some((name.to_owned(), scene.params.get(name)?.to_owned())));
    used.chain(filters::hidden(scene.params)).collect()
}

/// One table for each group, so that each fits a screen and a sheet of paper. They are written
/// straight into the page: with two thousand cells every copy counts.
struct Grids<'a> {
    scene: &'a Scene<'a>,
    sheet: &'a Sheet<'a>,
    shown: &'a [(usize, Item<'a>)],
}

impl Render for Grids<'_> {
    fn render_to(&self, page: &mut String) {
        let asked = parties(self.scene);
        page.reserve(self.shown.len() * (asked.len() * 88 + GROUPS.len() * 256));
        let heads: Vec<String> = self
            .shown
            .iter()
            .map(|(_, item)| row_head(self.scene, item))
            .collect();
        for group in GROUPS {
            let kind = |at: &usize| PARTIES.get(*at).is_some_and(|it| it.kind == *group);
            let parties: Vec<usize> = asked.iter().copied().filter(kind).collect();
            if !parties.is_empty() {
                self.grid(page, group, &parties, &heads);
            }
        }
    }
}

impl Grids<'_> {
    fn grid(&self, page: &mut String, group: &str, parties: &[usize], heads: &[String]) {
        let scene = self.scene;
        let name = scene.say(&format!("agenda-group-{group}"));
        let lines = Lines {
            grids: self,
            heads,
            parties,
        };
        let grid = html! {
            div.grid {
                h2 id={ "grid-" (group) } { (name) }
                div.scroll tabindex="0" role="region" aria-labelledby={ "grid-" (group) } {
                    table {
                        thead {
                            tr {
                                th scope="col" { (scene.say("agenda-activity")) }
                                @for party in parties { (column_head(scene, *party)) }
                            }
                            (self.unheard(parties))
                        }
                        tbody { (lines) }
                    }
                }
            }
        };
        page.push_str(&grid.0);
    }

    /// Which of them were not heard, once for the whole column; nothing when all were.
    fn unheard(&self, parties: &[usize]) -> Markup {
        let told = |party: &usize| self.sheet.coverage.told(*party);
        let word = self.sheet.stances.word(UNHEARD);
        html! {
            @if !parties.iter().all(told) {
                tr {
                    th scope="row" { (self.scene.say("agenda-hearing")) }
                    @for party in parties {
                        @if told(party) { td {} } @else { td.u { (word) } }
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
            a href=(with(scene.params, PATH, "organisation", id)) title=(scene.organisation(id)) {
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
            a href=(with(scene.params, PATH, "activity", row.text("slug"))) {
                span.number { (row.text("number")) } " " (title)
            }
        }
    };
    drawn.into_string()
}

/// The class of a cell: one letter, as the style sheet has it.
fn letter(key: &str) -> &'static str {
    match key {
        "adopted" => "a",
        "partly" => "p",
        "not-yet" => "y",
        "not" => "n",
        NONE => "o",
        _ => "",
    }
}

/// The rows of one table. A cell is no more than a class, a word and at most one link, which is
/// told from this page on.
struct Lines<'a> {
    grids: &'a Grids<'a>,
    heads: &'a [String],
    parties: &'a [usize],
}

impl Render for Lines<'_> {
    fn render_to(&self, page: &mut String) {
        let Grids {
            scene,
            sheet,
            shown,
        } = self.grids;
        let own = scene.audience.organisation.as_ref();
        let own = own.and_then(|own| party(own.as_str()));
        let piece = |key| (key, letter(key), sheet.stances.word(key));
        let pieces: Vec<(&str, &str, &str)> = keys().map(piece).collect();
        let moment = cleared(scene.params, "");
        for ((at, item), head) in shown.iter().zip(self.heads) {
            let slug = encode(item.row.text("slug")) + &moment;
            page.push_str("<tr>");
            page.push_str(head);
            for party in self.parties {
                let cell = sheet.coverage.cell(*at, *party);
                let key = cell.key().filter(|_| takes(scene, &cell));
                let piece = pieces.iter().find(|(it, ..)| Some(*it) == key);
                let Some((_, class, word)) = piece else {
                    page.push_str("<td></td>");
                    continue;
                };
                let old = matches!(cell, Cell::Adopted { old: true, .. });
                let link = matches!(cell, Cell::Adopted { .. }) || own == Some(*party);
                let id = PARTIES.get(*party).map_or("", |it| it.id.as_str());
                push(page, class, old, link.then_some((id, slug.as_str())), word);
            }
            page.push_str("</tr>");
        }
    }
}

/// Writes one cell.
fn push(page: &mut String, class: &str, old: bool, link: Option<(&str, &str)>, word: &str) {
    let parts: &[&str] = if old {
        &["<td class=\"", class, " old\">"]
    } else {
        &["<td class=", class, ">"]
    };
    let parts = parts.iter().copied();
    let (open, close) = match link {
        Some((id, slug)) => (
            ["<a href=\"translation/", id, "/", slug, "\">"],
            "</a></td>",
        ),
        None => ([""; 5], "</td>"),
    };
    parts
        .chain(open)
        .chain([word, close])
        .for_each(|part| page.push_str(part));
}
