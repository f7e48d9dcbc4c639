// SPDX-License-Identifier: EUPL-1.2
//! What the pages of the whole agenda have in common: their needs, the head with the links
//! between them, the filters, and what is said when nothing is left.

use paraat_contract::{Answer, Need, Params, Query, Scene};
use paraat_ui::widgets::{View, button_link, empty, filter_bar, views};
use paraat_ui::{Markup, html};

use super::filters::{self, Wanted};
use super::joint::Joint;
use super::signs::Signs;
use super::{board_report, moment, rows};
use crate::state::{Agenda, Item, spoken};
use crate::tables::{ACTIVITY, AMBITION, CO_LEAD, EDITION, MEANS, PROGRESS, STATEMENT};

/// Paths of the four pages and of the translation, with the key of their label and their icon.
const PAGES: [(&str, &str, &str); 5] = [
    ("/agenda", "agenda-view-tree", "tree"),
    ("/agenda/board", "agenda-view-board", "board"),
    ("/agenda/timeline", "agenda-view-timeline", "timeline"),
    (filters::LIST, "agenda-view-list", "table"),
    ("/agenda/matrix", "agenda-translation", "check"),
];

/// The whole agenda; the filters are applied while drawing, because their choices and counts
/// need all of it.
pub fn needs(params: &Params) -> Vec<Need> {
    let as_known = moment::as_known(params);
    let all = |table| Need::Rows(Query::all(table).as_known(as_known.clone()));
    vec![
        all(&EDITION),
        all(&AMBITION),
        all(&ACTIVITY),
        all(&PROGRESS),
    ]
}

/// The same with what stands beside an activity in the list: means, co-leads, their statements.
pub fn needs_of_list(params: &Params) -> Vec<Need> {
    let as_known = moment::as_known(params);
    let all = |table| Need::Rows(Query::all(table).as_known(as_known.clone()));
    let mut needs = needs(params);
    needs.extend([all(&MEANS), all(&CO_LEAD), all(&STATEMENT)]);
    needs
}

/// What a page draws from.
pub struct Look<'a> {
    /// The whole agenda.
    pub agenda: Agenda<'a>,
    /// The signs of this page.
    pub signs: Signs,
    /// Who carries activities along; nobody on pages that do not ask.
    pub joint: Joint<'a>,
    /// What comes behind the address of an activity: the moment.
    suffix: String,
}

impl<'a> Look<'a> {
    /// Puts the answers together.
    pub fn new(answers: &'a [Answer], scene: &Scene) -> Self {
        let at = |at| rows(answers, at);
        Self {
            agenda: Agenda::of(at(0), at(1), at(2), at(3)).with_means(at(4)),
            signs: Signs::new(scene),
            joint: Joint::new(at(5), at(6)),
            suffix: filters::cleared(scene.params, ""),
        }
    }

    /// The page of an activity, at the same moment.
    pub fn href(&self, item: &Item) -> String {
        format!("/agenda/activity/{}{}", item.row.stream, self.suffix)
    }
}

/// A page: head, filters, and `body` for the activities that are left.
pub fn page(
    answers: &[Answer],
    scene: &Scene,
    path: &str,
    body: impl Fn(&Look, &[&Item], &Wanted) -> Markup,
) -> Markup {
    let look = Look::new(answers, scene);
    let wanted = Wanted::new(scene, path);
    let shown: Vec<&Item> = look
        .agenda
        .items
        .iter()
        .filter(|it| wanted.holds(it))
        .collect();
    let voice = scene.words.voice(scene.language());
    let title = look.agenda.edition.map_or_else(
        || scene.say("agenda-nav"),
        |edition| spoken(edition, scene.language(), "title").to_owned(),
    );
    let bar = filters::bar(scene, &look.agenda, path, shown.len());
    let cleared = filters::cleared(scene.params, path);
    let clear = scene.say("filter-clear");
    html! {
        (scene.bar(&title, switch(scene, path), beside(scene)))
        (moment::told(scene, &filters::now(scene.params, path)))
        @if look.agenda.items.is_empty() {
            (empty(&scene.say("agenda-not-issued"), None))
        } @else {
            (filter_bar(voice, &bar))
            @if shown.is_empty() {
                (empty(&scene.say("agenda-nothing-found"), Some((&cleared, &clear))))
            } @else {
                (body(&look, &shown, &wanted))
            }
        }
    }
}

/// The ways to the page on which the same activities are weighed for the islands, and for who
/// belongs to an organisation to the report for its own board.
fn beside(scene: &Scene) -> Markup {
    let islands = filters::cleared(scene.params, "/agenda/caribbean");
    let report = filters::cleared(scene.params, board_report::PATH);
    html! {
        (button_link(&islands, "map", &scene.say("agenda-caribbean-link"), false))
        @if scene.audience.organisation.is_some() {
            " " (button_link(&report, "planning", &scene.say("agenda-title-board-report"), false))
        }
    }
}

/// The links between the pages; the filters go along.
fn switch(scene: &Scene, path: &str) -> Markup {
    let links = PAGES.map(|(page, label, icon)| View {
        href: filters::kept(scene.params, page),
        label: scene.say(label),
        icon,
        current: page == path,
    });
    views(&scene.say("agenda-views"), &links)
}
