// SPDX-License-Identifier: EUPL-1.2
//! What is not taken up, both ways: by activity, and by organisation. Numbers of an organisation
//! stand here only after it was heard.

use paraat_contract::{Answer, Scene};
use paraat_ui::widgets::{Column, Tone, button_link, empty, filter_bar, notice, panel, table};
use paraat_ui::{Markup, html};

use super::acts::may;
use super::coverage::UNHEARD;
use super::filters::{Wanted, now, with};
use super::matrix::parties;
use super::sheet::{Sheet, activity, bar, switch};
use super::{matrix, moment};
use crate::ISSUER;
use crate::state::{Item, PARTIES};

/// Where it is.
pub const PATH: &str = "/agenda/gaps";

/// The page.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let sheet = Sheet::new(answers, scene);
    let shown = sheet.shown(&Wanted::new(scene, PATH));
    let voice = scene.words.voice(scene.language());
    let bar = bar(scene, &sheet, PATH, shown.len());
    Some(html! {
        (scene.bar(&scene.say("agenda-title-gaps"), switch(scene, PATH), html! {}))
        (moment::told(scene, &now(scene.params, PATH)))
        @if sheet.agenda.items.is_empty() {
            (empty(&scene.say("agenda-not-issued"), None))
        } @else {
            (hearing(scene, &sheet))
            (filter_bar(voice, &bar))
            (by_organisation(scene, &sheet, &shown))
            (by_activity(scene, &sheet, &shown))
        }
    })
}

/// Until when organisations are asked to answer, and for the ministry how to ask them.
fn hearing(scene: &Scene, sheet: &Sheet) -> Markup {
    let edition = sheet.agenda.edition.map(|row| row.stream.to_string());
    let open = edition.filter(|_| may(scene, ISSUER));
    let by = sheet.hearing.map(|row| row.text("answer_by").to_owned());
    let body = html! {
        p { (scene.say("agenda-hearing-explained")) }
        @match &by {
            Some(by) => p { (scene.say_with("agenda-hearing-by", &[("day", scene.day(by))])) },
            None => p { (scene.say("agenda-hearing-not-open")) },
        }
        @if !sheet.coverage.told_all() { p { (scene.say("agenda-unheard-explained")) } }
        @if let Some(edition) = open {
            p { (button_link(
                &format!("/agenda/hearing/open?edition={edition}"),
                "clock",
                &scene.say("agenda-hearing-open"),
                by.is_none(),
            )) }
        }
    };
    notice(Tone::Info, &scene.say("agenda-hearing"), body)
}

/// For each organisation what it has not taken up.
fn by_organisation(scene: &Scene, sheet: &Sheet, shown: &[(usize, Item)]) -> Markup {
    let columns = [
        Column::text(scene.say("agenda-filter-organisation")),
        Column::text(scene.say("agenda-gaps-which")),
        Column::text(scene.say("agenda-account-answer-planned")),
    ];
    let row = |party: usize| {
        let id = PARTIES.get(party).map_or("", |it| it.id.as_str());
        let href = with(scene.params, matrix::PATH, "organisation", id);
        let planned = sheet
            .coverage
            .answer(party)
            .map_or_else(String::new, |row| scene.day(row.text("planned")));
        vec![
            html! { a href=(href) { (scene.organisation(id)) } },
            which(scene, sheet, shown, party),
            html! { (planned) },
        ]
    };
    let rows: Vec<Vec<Markup>> = parties(scene).into_iter().map(row).collect();
    let title = scene.say("agenda-gaps-by-organisation");
    panel(
        "by-organisation",
        &title,
        html! {},
        table(&title, &columns, &rows),
    )
}

fn which(scene: &Scene, sheet: &Sheet, shown: &[(usize, Item)], party: usize) -> Markup {
    let gap = |(at, _): &&(usize, Item)| sheet.coverage.cell(*at, party).is_gap();
    let items: Vec<&Item> = shown.iter().filter(gap).map(|(_, item)| item).collect();
    // Of who was not heard only what its board said itself is told, and that it may not be all.
    let told = sheet.coverage.told(party);
    html! {
        @if !told { (sheet.stances.sign(UNHEARD)) }
        @if told || !items.is_empty() {
            (folded(
                scene,
                "agenda-gaps-activities",
                items.len(),
                html! { ul { @for item in &items { li { (activity(scene, item.row)) } } } },
            ))
        }
    }
}

/// For each activity who has not taken it up, of those that we may know it of.
fn by_activity(scene: &Scene, sheet: &Sheet, shown: &[(usize, Item)]) -> Markup {
    let columns = [
        Column::text(scene.say("agenda-activity")),
        Column::text(scene.say("agenda-gaps-who")),
    ];
    let asked = parties(scene);
    let row = |(at, item): &(usize, Item)| {
        let name = |party: &usize| PARTIES.get(*party).map(|it| scene.organisation(&it.id));
        let gap = |party: &&usize| sheet.coverage.cell(*at, **party).is_gap();
        let open: Vec<String> = asked.iter().filter(gap).filter_map(name).collect();
        vec![activity(scene, item.row), names(scene, &open)]
    };
    let rows: Vec<Vec<Markup>> = shown.iter().map(row).collect();
    let title = scene.say("agenda-gaps-by-activity");
    let unheard = asked.iter().filter(|it| !sheet.coverage.told(**it)).count();
    let count = [("count", unheard.to_string())];
    let body = html! {
        @if unheard > 0 { p { (scene.say_with("agenda-gaps-unheard", &count)) } }
        (table(&title, &columns, &rows))
    };
    panel("by-activity", &title, html! {}, body)
}

fn names(scene: &Scene, names: &[String]) -> Markup {
    folded(
        scene,
        "agenda-gaps-organisations",
        names.len(),
        html! {
            ul { @for name in names { li { (name) } } }
        },
    )
}

/// A number that folds out into what it counts.
fn folded(scene: &Scene, key: &str, count: usize, list: Markup) -> Markup {
    let said = scene.say_with(key, &[("count", count.to_string())]);
    html! {
        @if count == 0 { span.muted { (said) } } @else { details { summary { (said) } (list) } }
    }
}
