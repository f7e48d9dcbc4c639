// SPDX-License-Identifier: EUPL-1.2
//! What the reader's organisation is to do: what cards say of themselves, and what modules find
//! that no single card can say.

use std::collections::BTreeSet;

use axum::response::Response;
use paraat_authority::Audience;
use paraat_contract::{
    Answer, Broken, CARDS, Desk, Filter, Need, Order, Params, Press, Query, Scene, Task, Value,
    card_of,
};
use paraat_kernel::{Card, Timestamp};
use paraat_sheets::Format;
use paraat_ui::widgets::{Column, Mark, Tone, button_link, panel as draw, table_under, tag};
use paraat_ui::{Markup, html, time};

use super::cards;
use super::home::{LINES, List, nothing, records, way_on};
use crate::ask::Asked;
use crate::lists;
use crate::wrong::Wrong;

/// Most cards that are looked at for one sort of task.
const MOST: u32 = 500;

/// A task, and how much it presses now.
pub(super) type Found = (Press, Task);

/// All tasks, most pressing first and then by when they are due; with the moment they are of.
pub(super) fn read(
    ask: &Asked,
    desk: &dyn Desk,
    audience: &Audience,
) -> Result<(Vec<Found>, String), Broken> {
    let (mut tasks, cursor) = of_cards(ask, desk, audience)?;
    for module in desk.modules().iter().filter_map(|it| it.tasks.as_ref()) {
        let (answers, _) = desk.answers(audience, &(module.needs)(audience, ask.now))?;
        let params = Params {
            now: ask.now,
            ..Params::default()
        };
        let scene = Scene {
            audience,
            words: &ask.site().words,
            params: &params,
            organisations: &desk.names(),
            head: None,
        };
        tasks.extend((module.tasks)(&answers, &scene));
    }
    let press = |task: Task| (Press::of(task.due, ask.now), task);
    let mut found: Vec<Found> = tasks.into_iter().map(press).collect();
    // What has no day comes after what has one; equal ones keep the order of their module.
    let day = |task: &Task| task.due.unwrap_or(Timestamp::MAX);
    found.sort_by_key(|(press, task)| (*press, day(task)));
    Ok((found, cursor))
}

/// What cards say of themselves: that they wait for this organisation, that it is to finish them,
/// that they no longer tell how things are.
fn of_cards(
    ask: &Asked,
    desk: &dyn Desk,
    audience: &Audience,
) -> Result<(Vec<Task>, String), Broken> {
    let Some(own) = audience.organisation.as_ref().map(ToString::to_string) else {
        return Ok((Vec::new(), desk.answers(audience, &[])?.1));
    };
    let some = |column| Filter::Not(column, Value::Empty);
    let most = |query: Query| Need::Rows(query.page(0, MOST));
    let held = || Query::all(&CARDS).is("holder", own.as_str());
    let waits = Query::all(&CARDS).is("waiting_for", own.as_str());
    let needs = [
        most(waits.by(Order::Newest)),
        most(held().filter(some("due")).by(Order::Up("due"))),
        most(
            held()
                .filter(some("stale_after"))
                .by(Order::Up("stale_after")),
        ),
    ];
    let (answers, cursor) = desk.answers(audience, &needs)?;
    let mut seen = BTreeSet::new();
    let mut all: Vec<(&str, Card)> = Vec::new();
    for (answer, why) in answers.iter().zip(["waits", "due", "stale"]) {
        let Answer::Rows(found) = answer else {
            continue;
        };
        for card in found.rows.iter().map(card_of) {
            let old = card.stale_after.is_some_and(|at| at <= ask.now);
            // A card is one task: what waits for us says best what to do with it.
            if (why != "stale" || old) && seen.insert((card.stream.clone(), card.part.clone())) {
                all.push((why, card));
            }
        }
    }
    let named: Vec<Card> = all.iter().map(|(_, card)| card.clone()).collect();
    let above = cards::above(desk, audience, &named)?;
    let task = |(why, card): (&str, Card)| {
        let under = card.under.as_ref().and_then(|it| above.get(it));
        of_card(ask, desk, why, &card, under)
    };
    Ok((all.into_iter().map(task).collect(), cursor))
}

fn of_card(
    ask: &Asked,
    desk: &dyn Desk,
    why: &str,
    card: &Card,
    under: Option<&paraat_kernel::Text>,
) -> Task {
    let voice = ask.voice();
    let sort = [("sort", cards::sort(voice, card))];
    let act = card
        .waiting_for
        .as_ref()
        .filter(|_| why == "waits" && records(ask));
    Task {
        title: cards::title(voice, card, under),
        href: cards::href(desk.modules(), card),
        why: voice.with(&format!("web-home-why-{why}"), &sort),
        act: act.map(|it| (voice.say(&it.words), it.at.clone())),
        due: card.due,
    }
}

/// The tasks as a file.
pub(super) fn file(ask: &Asked, tasks: &[Found], format: Format) -> Result<Response, Wrong> {
    let zone = time::zone(&ask.caller.zone);
    let line = |(press, task): &Found| {
        let due = task.due.zip(zone.as_ref());
        let due = due.map(|(at, zone)| time::sortable(at, zone));
        let list = List::Tasks(*press).name();
        vec![
            ask.voice().say(&format!("web-home-press-{list}")),
            task.title.clone(),
            task.why.clone(),
            due.unwrap_or_default(),
        ]
    };
    let lines: Vec<Vec<String>> = tasks.iter().map(line).collect();
    let headings = [
        "web-home-press",
        "web-card-title",
        "web-home-why",
        "web-home-when",
    ];
    lists::small(ask, "web-home-tasks", &headings, &lines, format)
}

fn those(tasks: &[Found], press: Press) -> Vec<&Task> {
    let those = tasks.iter().filter(|(own, _)| *own == press);
    those.map(|(_, task)| task).collect()
}

/// A list on the start page: its first lines, and the way to the rest.
pub(super) fn panel(ask: &Asked, tasks: &[Found], press: Press) -> Markup {
    let list = List::Tasks(press);
    let tasks = those(tasks, press);
    let title = list.heading(ask, &tasks.len().to_string());
    let (first, rest) = tasks.split_at(tasks.len().min(LINES as usize));
    let body = html! {
        @if tasks.is_empty() { (nothing(ask, list, way_on(ask))) } @else {
            (lines(ask, &title, first, press))
        }
        @if !rest.is_empty() {
            @let count = [("count", rest.len().to_string())];
            p { a href=(list.address(1)) { (ask.voice().with("web-home-rest", &count)) } }
        }
    };
    draw(list.name(), &title, html! {}, body)
}

/// All of a list, under its heading.
pub(super) fn all(ask: &Asked, tasks: &[Found], press: Press) -> (String, Markup) {
    let list = List::Tasks(press);
    let tasks = those(tasks, press);
    let title = list.heading(ask, &tasks.len().to_string());
    let body = if tasks.is_empty() {
        nothing(ask, list, way_on(ask))
    } else {
        lines(ask, &title, &tasks, press)
    };
    (title, body)
}

fn lines(ask: &Asked, caption: &str, tasks: &[&Task], press: Press) -> Markup {
    let voice = ask.voice();
    let columns = [
        "web-card-title",
        "web-home-why",
        "web-home-until",
        "web-home-do",
    ]
    .map(|key| Column::text(voice.say(key)));
    let line = |task: &&Task| {
        vec![
            html! { a href=(task.href) { (task.title) } },
            html! { (task.why) },
            until(ask, task.due, press),
            act(ask, task),
        ]
    };
    let rows: Vec<Vec<Markup>> = tasks.iter().map(line).collect();
    table_under(caption, &columns, &rows)
}

/// When it must be done; what is late says so in a word and a shape.
fn until(ask: &Asked, due: Option<Timestamp>, press: Press) -> Markup {
    let voice = ask.voice();
    let zone = time::zone(&ask.caller.zone);
    html! {
        @match due.zip(zone.as_ref()) {
            Some((due, zone)) => (time::day_element(voice, due, zone)),
            None => (voice.say("web-home-no-day")),
        }
        @if press == Press::Late {
            " " (tag(&voice.say("web-home-is-late"), Mark::Diamond, Tone::Serious))
        }
    }
}

/// The act as a button, or the way to look. Heard alone, it says what it is about.
fn act(ask: &Asked, task: &Task) -> Markup {
    match &task.act {
        Some((label, href)) => html! {
            a.button href=(href) { span { (label) span.unseen { ": " (task.title) } } }
        },
        None => button_link(&task.href, "", &ask.voice().say("web-home-look"), false),
    }
}
