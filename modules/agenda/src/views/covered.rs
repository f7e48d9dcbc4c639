// SPDX-License-Identifier: EUPL-1.2
//! The matrix as lists: the activities of one organisation, and the organisations of one activity.

use paraat_contract::Scene;
use paraat_ui::widgets::{Column, Tone, facts, notice, table};
use paraat_ui::{Markup, html};

use super::activity::paragraphs;
use super::coverage::{Cell, NONE, UNHEARD};
use super::filters::with;
use super::matrix::{self, parties};
use super::sheet::{Sheet, activity, cell_href, takes};
use super::stances;
use crate::state::{Item, PARTIES, spoken};

/// How one organisation takes up these activities.
pub fn by_activity(scene: &Scene, sheet: &Sheet, party: usize, shown: &[(usize, Item)]) -> Markup {
    let id = PARTIES.get(party).map_or("", |it| it.id.as_str());
    let columns = columns(scene, "agenda-activity");
    let taken = shown.iter().filter_map(|(at, item)| {
        let cell = sheet.coverage.cell(*at, party);
        (cell.key().is_some() && takes(scene, &cell)).then(|| {
            let mut row = vec![activity(scene, item.row)];
            row.extend(cells(
                scene,
                sheet,
                &cell,
                &cell_href(scene, party, item.row),
            ));
            row
        })
    });
    let rows: Vec<Vec<Markup>> = taken.collect();
    html! {
        (answered(scene, sheet, party))
        @if !rows.is_empty() { (table(&scene.organisation(id), &columns, &rows)) }
    }
}

/// How organisations take up one activity.
pub fn by_organisation(scene: &Scene, sheet: &Sheet, at: usize, item: &Item) -> Markup {
    let columns = columns(scene, "agenda-filter-organisation");
    let taken = parties(scene).into_iter().filter_map(|party| {
        let cell = sheet.coverage.cell(at, party);
        (cell.key().is_some() && takes(scene, &cell)).then(|| {
            let id = PARTIES.get(party).map_or("", |it| it.id.as_str());
            let href = with(scene.params, matrix::PATH, "organisation", id);
            let mut row = vec![html! { a href=(href) { (scene.organisation(id)) } }];
            row.extend(cells(
                scene,
                sheet,
                &cell,
                &cell_href(scene, party, item.row),
            ));
            row
        })
    });
    let rows: Vec<Vec<Markup>> = taken.collect();
    html! {
        p.prose { (activity(scene, item.row)) }
        (table(&scene.say("agenda-title-by-organisation"), &columns, &rows))
    }
}

/// How many organisations take up each activity in which way, on a phone; each leads to who.
pub fn counted(scene: &Scene, sheet: &Sheet, shown: &[(usize, Item)]) -> Markup {
    let parties = parties(scene);
    let counts = |at: usize| {
        let cells = parties.iter().map(|party| sheet.coverage.cell(at, *party));
        let keys = cells
            .filter(|cell| takes(scene, cell))
            .filter_map(|it| it.key());
        let mut counts: Vec<(&str, usize)> = stances::keys().map(|key| (key, 0)).collect();
        for key in keys {
            let count = counts.iter_mut().find(|(it, _)| *it == key);
            count.into_iter().for_each(|(_, count)| *count += 1);
        }
        counts.retain(|(_, count)| *count > 0);
        counts
    };
    html! {
        ul.grid-counts {
            @for (at, item) in shown {
                li {
                    a href=(with(scene.params, matrix::PATH, "activity", item.row.text("slug"))) {
                        span.number { (item.row.text("number")) } " "
                        (spoken(item.row, scene.language(), "title"))
                    }
                    ul {
                        @for (key, count) in counts(*at) {
                            li { (sheet.stances.sign(key)) " " (count) }
                        }
                    }
                }
            }
        }
    }
}

fn columns(scene: &Scene, first: &str) -> [Column; 4] {
    [
        Column::text(scene.say(first)),
        Column::text(scene.say("agenda-filter-stance")),
        Column::text(scene.say("agenda-draft-record-plan")),
        Column::text(scene.say("agenda-decided")),
    ]
}

fn cells(scene: &Scene, sheet: &Sheet, cell: &Cell, href: &str) -> [Markup; 3] {
    match cell {
        Cell::Adopted { row, old } => [
            html! { div { (sheet.stances.of(cell)) (sheet.stances.old(*old)) } },
            html! { (row.text("plan")) " " (row.text("paragraph")) },
            html! { a href=(href) { (scene.day(row.text("decided_on"))) } },
        ],
        Cell::None | Cell::Untold => [
            html! { div { (sheet.stances.of(cell)) } },
            html! {},
            html! {},
        ],
    }
}

/// What the organisation answered for what it has not taken up, or that it did not yet.
pub fn answered(scene: &Scene, sheet: &Sheet, party: usize) -> Markup {
    let Some(answer) = sheet.coverage.answer(party) else {
        if sheet.coverage.told(party) {
            let why = scene.say("agenda-own-unanswered");
            return notice(Tone::Neutral, "", html! { p { (why) } });
        }
        let why = scene.say("agenda-unheard-explained");
        let body = html! { p { (sheet.stances.sign(UNHEARD)) } p { (why) } };
        return notice(Tone::Neutral, "", body);
    };
    let mut pairs = vec![(
        scene.say("agenda-account-answer-explanation"),
        paragraphs(answer.text("explanation")),
    )];
    if !answer.text("planned").is_empty() {
        let planned = html! { (scene.day(answer.text("planned"))) };
        pairs.push((scene.say("agenda-account-answer-planned"), planned));
    }
    if let Some(missing) = sheet.coverage.missing(party) {
        let word = sheet.stances.word(NONE).to_owned();
        pairs.insert(0, (word, html! { (missing) }));
    }
    facts(&pairs)
}
