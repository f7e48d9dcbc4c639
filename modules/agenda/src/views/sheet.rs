// SPDX-License-Identifier: EUPL-1.2
//! What the pages of the translation have in common: their needs, the agenda with who takes up
//! what, the links between them, and the filters.

use paraat_contract::{Answer, Need, Order, Params, Query, Row, Scene, Table, rows_of};
use paraat_ui::page::encode;
use paraat_ui::widgets::{Choice, Filter, FilterBar, View, views};
use paraat_ui::{Markup, html};

use super::coverage::{Cell, Coverage};
use super::filters::{self, Wanted};
use super::mine::STATES;
use super::stances::{Stances, keys};
use super::{moment, rows};
use crate::state::{Agenda, GROUPS, Item, PARTIES, spoken};
use crate::tables::{ACCOUNT, ACTIVITY, AMBITION, EDITION, HEARING, STANCE, TRANSLATION};

/// Tables that these pages are drawn from.
pub const TABLES: &[&str] = &[
    "agenda_edition",
    "agenda_ambition",
    "agenda_activity",
    "agenda_translation",
    "agenda_account",
    "agenda_hearing",
];

/// Paths, with the key of their label and their icon.
const PAGES: [(&str, &str, &str); 4] = [
    ("/agenda", "agenda-view-tree", "tree"),
    ("/agenda/matrix", "agenda-view-matrix", "table"),
    ("/agenda/gaps", "agenda-view-gaps", "filter"),
    ("/agenda/own", "agenda-view-own", "edit"),
];

/// The agenda and who takes it up; the filters are applied while drawing. A list of one
/// organisation or one activity says what stands in the plans; the whole says how, no more.
pub fn needs(params: &Params) -> Vec<Need> {
    let one = ["organisation", "activity"]
        .iter()
        .any(|it| params.get(it).is_some());
    needs_of(params, if one { &TRANSLATION } else { &STANCE })
}

/// The same, with the translations out of this table.
pub fn needs_of(params: &Params, translations: &'static Table) -> Vec<Need> {
    let as_known = moment::as_known(params);
    let tables = [
        &EDITION,
        &AMBITION,
        &ACTIVITY,
        translations,
        &ACCOUNT,
        &HEARING,
    ];
    // Every row is put in its place afterwards, so none is sorted before.
    let all = |table| Query::all(table).by(Order::Any).as_known(as_known.clone());
    tables.map(|table| Need::Rows(all(table))).into()
}

/// What a page draws from.
pub struct Sheet<'a> {
    /// The agenda.
    pub agenda: Agenda<'a>,
    /// Who takes up what.
    pub coverage: Coverage<'a>,
    /// The words and signs.
    pub stances: Stances,
    /// The hearing on this edition.
    pub hearing: Option<&'a Row>,
}

impl<'a> Sheet<'a> {
    /// Puts the answers to `needs` together; what a page asks besides comes behind them.
    pub fn new(answers: &'a [Answer], scene: &Scene) -> Self {
        let agenda = Agenda::of(rows(answers, 0), rows(answers, 1), rows(answers, 2), &[]);
        let (translations, accounts) = (rows(answers, 3), rows(answers, 4));
        let hearing = hearing(answers, &agenda);
        let coverage = Coverage::of(scene.audience, &agenda, translations, accounts, hearing);
        Self {
            hearing,
            stances: Stances::new(scene),
            agenda,
            coverage,
        }
    }

    /// The activities that are asked for, with their place in the coverage.
    pub fn shown(&self, wanted: &Wanted) -> Vec<(usize, Item<'a>)> {
        let items = (0..).zip(self.agenda.items.iter().copied());
        items.filter(|(_, item)| wanted.holds(item)).collect()
    }
}

/// The hearing on this edition.
pub fn hearing<'a>(answers: &'a [Answer], agenda: &Agenda) -> Option<&'a Row> {
    let edition = agenda.edition?.stream.to_string();
    let hearings = rows_of(answers, &HEARING).into_iter();
    hearings
        .filter(|row| row.text("edition") == edition)
        .max_by_key(|row| row.whole("round"))
}

/// The links between the pages; the filters that they share and the moment go along.
pub fn switch(scene: &Scene, path: &str) -> Markup {
    let links = PAGES.map(|(page, label, icon)| View {
        href: filters::kept(scene.params, page),
        label: scene.say(label),
        icon,
        current: page == path,
    });
    views(&scene.say("agenda-translation-views"), &links)
}

/// The name of an activity: number and title, as a link to its page.
pub fn activity(scene: &Scene, row: &Row) -> Markup {
    let page = format!("/agenda/activity/{}", row.stream);
    html! {
        a href={ (filters::cleared(scene.params, &page)) "#translation" } {
            span.number { (row.text("number")) } " " (spoken(row, scene.language(), "title"))
        }
    }
}

/// The page of one cell.
pub fn cell_href(scene: &Scene, party: usize, row: &Row) -> String {
    let id = PARTIES.get(party).map_or("", |it| it.id.as_str());
    let page = format!("/agenda/translation/{id}/{}", encode(row.text("slug")));
    filters::cleared(scene.params, &page)
}

/// True when a filter on how activities are taken up takes this cell.
pub fn takes(scene: &Scene, cell: &Cell) -> bool {
    let wanted = scene.params.get("stance");
    wanted.is_none_or(|stance| cell.key() == Some(stance))
}

/// The bar above a page, with the filters that it has.
pub fn bar(scene: &Scene, sheet: &Sheet, path: &str, count: usize) -> FilterBar {
    let typed = |name: &str| scene.params.get(name).unwrap_or_default().to_owned();
    let filter = |name: &'static str| Filter {
        name: name.to_owned(),
        label: match name {
            "state" => scene.say("agenda-filter-todo"),
            name => scene.say(&format!("agenda-filter-{name}")),
        },
        choices: choices(scene, sheet, name),
        chosen: typed(name),
    };
    FilterBar {
        action: path.to_owned(),
        text: Some(("text".to_owned(), typed("text"))),
        filters: filters::names(path).skip(1).map(filter).collect(),
        hidden: filters::hidden(scene.params),
        count: u64::try_from(count).unwrap_or(u64::MAX),
    }
}

/// What a filter, or a question on a phone, offers.
pub fn choices(scene: &Scene, sheet: &Sheet, name: &str) -> Vec<Choice> {
    let choice = |value: &str, label: String| Choice {
        value: value.to_owned(),
        label,
    };
    let heading = |row: &Row| {
        let title = spoken(row, scene.language(), "title");
        choice(row.text("slug"), format!("{} {title}", row.text("number")))
    };
    match name {
        "pillar" => sheet
            .agenda
            .pillars
            .iter()
            .map(|row| heading(row))
            .collect(),
        "ambition" => sheet
            .agenda
            .ambitions
            .iter()
            .map(|row| heading(row))
            .collect(),
        "activity" => sheet
            .agenda
            .items
            .iter()
            .map(|it| heading(it.row))
            .collect(),
        "organisation" => PARTIES
            .iter()
            .map(|it| choice(&it.id, scene.organisation(&it.id)))
            .collect(),
        "group" => GROUPS
            .iter()
            .map(|group| choice(group, scene.say(&format!("agenda-group-{group}"))))
            .collect(),
        "state" => STATES
            .iter()
            .map(|state| choice(state, scene.say(&format!("agenda-own-{state}"))))
            .collect(),
        _ => keys()
            .map(|key| choice(key, sheet.stances.word(key).to_owned()))
            .collect(),
    }
}
