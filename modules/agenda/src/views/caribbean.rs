// SPDX-License-Identifier: EUPL-1.2
//! Every subject against the three islands of the Caribbean Netherlands: what was declared, what
//! the island answered, and above all what is missing.

use std::collections::BTreeMap;

use paraat_contract::{Answer, Need, Params, Query, Scene};
use paraat_ui::widgets::{
    Choice, Column, Figure, Filter, FilterBar, button_link, empty, figures, filter_bar, table,
};
use paraat_ui::{Markup, html};

use super::islands::{self, Book, Pair, STATES, StateSigns, Subject};
use super::{filters, moment, rows};
use crate::commands::announce_proposal::{SORTS, is_ministry};
use crate::commands::declare_explanation::ISLANDS;
use crate::commands::write;
use crate::kinds::explanation;
use crate::tables::{ACTIVITY, CONSULTATION, EXPLANATION, PROPOSAL};

/// The page.
const PATH: &str = "/agenda/caribbean";

/// Names of the filters in the address.
const NAMES: [&str; 4] = ["island", "state", "lead", "sort"];

/// All subjects with all that was declared and answered.
pub fn needs(params: &Params) -> Vec<Need> {
    let as_known = moment::as_known(params);
    [&ACTIVITY, &PROPOSAL, &EXPLANATION, &CONSULTATION]
        .map(|table| Need::Rows(Query::all(table).as_known(as_known.clone())))
        .into()
}

/// A subject with how it stands on the islands that are shown.
pub type Line<'a> = (Subject<'a>, Vec<(&'static str, Pair<'a>)>);

/// The page.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let all = islands::subjects(rows(answers, 0), rows(answers, 1));
    let lines = asked(answers, scene, &all);
    let shown: Vec<&Line> = lines.iter().filter(|it| in_state(scene, it)).collect();
    let voice = scene.words.voice(scene.language());
    let back = html! { a href=(filters::cleared(scene.params, "/agenda")) {
        (scene.say("agenda-back"))
    } };
    let clear = (
        &*filters::cleared(scene.params, PATH),
        &*scene.say("filter-clear"),
    );
    Some(html! {
        (scene.bar(&scene.say("agenda-title-caribbean"), back, acts(scene)))
        (moment::told(scene, &now(scene.params)))
        p.prose.muted { (scene.say("agenda-caribbean-about")) }
        @if all.is_empty() {
            (empty(&scene.say("agenda-not-issued"), None))
        } @else {
            (filter_bar(voice, &bar(scene, &all, shown.len())))
            (counts(scene, &lines))
            @if shown.is_empty() {
                (empty(&scene.say("agenda-caribbean-nothing-found"), Some(clear)))
            } @else {
                (drawn(scene, &shown))
            }
        }
    })
}

/// The subjects that are asked for, whatever their state.
fn asked<'a>(answers: &'a [Answer], scene: &Scene, all: &[Subject<'a>]) -> Vec<Line<'a>> {
    let book = Book::new(rows(answers, 2), rows(answers, 3));
    let wanted = all.iter().filter(|it| wanted(scene.params, **it));
    wanted
        .map(|it| (*it, pairs(scene.params, &book, *it)))
        .collect()
}

/// True when it stands somewhere as is asked for.
fn in_state(scene: &Scene, (_, pairs): &Line) -> bool {
    let state = scene.params.get("state");
    state.is_none_or(|state| pairs.iter().any(|(_, pair)| pair.state() == state))
}

/// What the page shows with its filters.
pub fn shown<'a>(answers: &'a [Answer], scene: &Scene) -> Vec<Line<'a>> {
    let mut lines = asked(
        answers,
        scene,
        &islands::subjects(rows(answers, 0), rows(answers, 1)),
    );
    lines.retain(|line| in_state(scene, line));
    lines
}

/// True when a subject is one of those that are asked for, whatever its state.
fn wanted(params: &Params, subject: Subject) -> bool {
    let lead = match params.get("lead") {
        Some(filters::NONE) => subject.lead().is_empty(),
        Some(lead) => subject.lead() == lead,
        None => true,
    };
    lead && params.get("sort").is_none_or(|sort| subject.sort() == sort)
}

fn pairs<'a>(
    params: &Params,
    book: &Book<'a>,
    subject: Subject<'_>,
) -> Vec<(&'static str, Pair<'a>)> {
    shown_islands(params)
        .map(|island| (island, book.pair(subject, island)))
        .collect()
}

fn shown_islands(params: &Params) -> impl Iterator<Item = &'static str> {
    let asked = params.get("island");
    let wanted = move |island: &&str| asked.is_none_or(|asked| asked == *island);
    ISLANDS.iter().copied().filter(wanted)
}

/// The page as it stands now, with its filters.
fn now(params: &Params) -> String {
    filters::joined(PATH, chosen(params))
}

fn chosen(params: &Params) -> impl Iterator<Item = (&'static str, &str)> {
    NAMES
        .into_iter()
        .filter_map(|name| Some((name, params.get(name)?)))
}

/// A ministry announces what else is to be weighed.
fn acts(scene: &Scene) -> Markup {
    let own = scene.audience.organisation.clone();
    let ministry = own.filter(|it| is_ministry(it.as_str()));
    let may = ministry.is_some_and(|it| scene.permit(&write(it)).permitted());
    html! {
        @if may && scene.params.moment().is_none() {
            @let label = scene.say("agenda-proposal-announce");
            (button_link("/agenda/proposal/announce", "add", &label, true))
        }
    }
}

fn bar(scene: &Scene, all: &[Subject], count: usize) -> FilterBar {
    let filters = NAMES.map(|name| Filter {
        name: name.to_owned(),
        label: scene.say(&format!("agenda-filter-{name}")),
        choices: choices(scene, all, name),
        chosen: scene.params.get(name).unwrap_or_default().to_owned(),
    });
    FilterBar {
        action: PATH.to_owned(),
        text: None,
        filters: filters.into(),
        hidden: filters::hidden(scene.params),
        count: u64::try_from(count).unwrap_or(u64::MAX),
    }
}

fn choices(scene: &Scene, all: &[Subject], name: &str) -> Vec<Choice> {
    let choice = |value: &str, label: String| Choice {
        value: value.to_owned(),
        label,
    };
    match name {
        "island" => ISLANDS
            .iter()
            .map(|it| choice(it, scene.organisation(it)))
            .collect(),
        "state" => STATES
            .iter()
            .map(|it| choice(it, scene.say(&format!("agenda-island-state-{it}"))))
            .collect(),
        "sort" => ["activity"]
            .iter()
            .chain(SORTS)
            .map(|it| choice(it, islands::sort_word(scene, it)))
            .collect(),
        _ => {
            let named = all.iter().map(|it| it.lead()).filter(|it| !it.is_empty());
            let leads: BTreeMap<String, &str> =
                named.map(|it| (scene.organisation(it), it)).collect();
            let none = choice(filters::NONE, scene.say("agenda-no-lead"));
            let leads = leads.into_iter().map(|(label, it)| choice(it, label));
            [none].into_iter().chain(leads).collect()
        }
    }
}

/// How many are not settled, and why; each figure leads to just those.
fn counts(scene: &Scene, lines: &[Line]) -> Markup {
    let states: Vec<&str> = lines
        .iter()
        .flat_map(|(_, pairs)| pairs.iter().map(|(_, pair)| pair.state()))
        .collect();
    let of = |state: &str| states.iter().filter(|it| **it == state).count();
    let gaps = states.len() - of("agreed");
    let total = [("count", states.len().to_string())];
    let mut all = vec![Figure {
        label: scene.say("agenda-caribbean-count-gaps"),
        value: gaps.to_string(),
        unit: scene.say_with("agenda-caribbean-count-of", &total),
        beside: html! {},
    }];
    all.extend(STATES.map(|state| {
        let label = scene.say(&format!("agenda-island-state-{state}"));
        let others = chosen(scene.params).filter(|(name, _)| *name != "state");
        let href = filters::address(PATH, others.chain([("state", state)]), scene.params);
        let count = of(state);
        Figure {
            value: count.to_string(),
            unit: String::new(),
            beside: html! {
                @if count > 0 {
                    a href=(href) { (scene.say("agenda-show")) span.unseen { ": " (label) } }
                }
            },
            label,
        }
    }));
    figures(&scene.say("agenda-caribbean-counts"), &all)
}

fn drawn(scene: &Scene, lines: &[&Line]) -> Markup {
    let signs = StateSigns::new(scene);
    let mut columns = vec![
        Column::text(scene.say("agenda-caribbean-subject")),
        Column::text(scene.say("agenda-filter-lead")),
    ];
    let islands = shown_islands(scene.params).map(|it| Column::text(scene.organisation(it)));
    columns.extend(islands);
    let no_lead = scene.say("agenda-no-lead");
    let rows: Vec<Vec<Markup>> = lines
        .iter()
        .map(|(subject, pairs)| {
            let lead = match subject.lead() {
                "" => html! { span.muted { (no_lead) } },
                lead => html! { (scene.organisation(lead)) },
            };
            let cells = pairs
                .iter()
                .map(|(island, pair)| cell(scene, &signs, *subject, island, pair));
            [named(scene, *subject), lead]
                .into_iter()
                .chain(cells)
                .collect()
        })
        .collect();
    table(&scene.say("agenda-title-caribbean"), &columns, &rows)
}

fn named(scene: &Scene, subject: Subject) -> Markup {
    let suffix = filters::cleared(scene.params, "");
    let href = format!("{}{suffix}", subject.page());
    html! {
        div {
            a href=(href) { (subject.title(scene)) }
            @if subject.is_proposal() {
                " " span.muted {
                    (islands::sort_word(scene, subject.sort())) ", "
                    (subject.row.whole("expected_year").unwrap_or_default())
                }
            }
        }
    }
}

fn cell(scene: &Scene, signs: &StateSigns, subject: Subject, island: &str, pair: &Pair) -> Markup {
    let outcome = islands::outcome(scene, pair.outcome());
    html! {
        div {
            a href=(explanation::page(&subject.row.stream, island)) {
                (signs.state(pair.state()))
                span.unseen { ": " (subject.row.text("number")) " " (scene.organisation(island)) }
            }
            @if !outcome.is_empty() { " " span.muted { (outcome) } }
        }
    }
}
