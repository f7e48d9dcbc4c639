// SPDX-License-Identifier: EUPL-1.2
//! What changed since a moment, by whom, and whose it is: what the start page asks.

#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

mod common;

use common::{World, activity, report};
use paraat_contract::{Answer, CARDS, Desk as _, Filter, Need, Order, Query, Row, Value};
use paraat_kernel::{StreamId, Timestamp};

fn world(name: &str) -> (World, StreamId, StreamId) {
    let modules = [&paraat_agenda::MODULE, &paraat_trust::MODULE];
    let world = World::new(name, &modules, &["jenv", "vr23", "vr24"]);
    let issue = |slug: &str, lead: &str| {
        let made = world.act("jenv", "agenda/activity/issue", activity(slug, lead));
        made.unwrap().stream
    };
    let (ours, theirs) = (issue("p1-01", "vr23"), issue("p1-02", "vr24"));
    (world, ours, theirs)
}

fn rows(world: &World, filters: &[Filter]) -> Vec<Row> {
    let query = filters
        .iter()
        .cloned()
        .fold(Query::all(&CARDS), Query::filter);
    let needs = [Need::Rows(query.is("module", "agenda").page(0, 50))];
    let (answers, _) = world
        .spine()
        .answers(&world.audience("vr23"), &needs)
        .unwrap();
    let Some(Answer::Rows(found)) = answers.into_iter().next() else {
        unreachable!()
    };
    assert_eq!(found.total, found.rows.len() as u64);
    found.rows
}

fn kinds(world: &World, filters: &[Filter]) -> Vec<String> {
    let rows = rows(world, filters);
    rows.iter().map(|row| row.text("kind").to_owned()).collect()
}

#[test]
fn one_of_and_none_of_divide_all_there_is() {
    let (world, ours, theirs) = world("changed-divide");
    for activity in [&ours, &theirs] {
        let typed = report(activity, "planned", "").with("text", "wij doen mee");
        let comment = paraat_ui::field::Typed::default()
            .with("activity", typed.get("activity"))
            .with("text", typed.get("text"));
        world.act("vr24", "agenda/comment/write", comment).unwrap();
    }
    let own = vec![
        Filter::Is("holder", "vr23".into()),
        Filter::In("under", vec![Value::from(ours.to_string())]),
    ];
    let mine = kinds(&world, &[Filter::Any(own.clone())]);
    assert_eq!(mine, ["activity", "comment"]);
    let rest = kinds(&world, &[Filter::Neither(own)]);
    assert_eq!(rest, ["activity", "comment"]);
    assert!(kinds(&world, &[Filter::Any(vec![])]).is_empty());
    assert_eq!(kinds(&world, &[Filter::Neither(vec![])]).len(), 4);
    // What has no holder is of none, and is not lost.
    let edition = vec![Filter::Is("holder", "vr99".into())];
    assert_eq!(kinds(&world, &[Filter::Neither(edition)]).len(), 4);
}

#[test]
fn what_one_recorded_oneself_is_left_out_and_who_recorded_is_known() {
    let (world, ours, _) = world("changed-author");
    let said = report(&ours, "planned", "begin");
    world.act("vr23", "agenda/progress/report", said).unwrap();
    let me = World::actor("vr23").account;
    let others = kinds(&world, &[Filter::NotBy(me)]);
    assert_eq!(others, ["activity", "activity"]);
    let issuer = World::actor("jenv").account;
    let mine = rows(&world, &[Filter::NotBy(issuer)]);
    assert_eq!(mine.len(), 1);
    let place = (mine[0].stream.clone(), mine[0].version);
    let missing = (ours.clone(), 99);
    let needs = [Need::Entries(vec![place, missing])];
    let (answers, _) = world
        .spine()
        .answers(&world.audience("vr24"), &needs)
        .unwrap();
    let Some(Answer::History(past)) = answers.first() else {
        unreachable!()
    };
    assert_eq!(past.len(), 1);
    assert_eq!(past[0].organisation.as_str(), "vr23");
    assert_eq!(past[0].function, "editor");
}

#[test]
fn whoever_has_seen_all_up_to_a_cursor_is_shown_what_came_after_it_and_nothing_twice() {
    let (world, ours, _) = world("changed-cursor");
    let (_, cursor) = world.spine().answers(&world.audience("vr23"), &[]).unwrap();
    let until = world.spine().known(&cursor).unwrap().unwrap();
    assert!(kinds(&world, &[Filter::After(until)]).is_empty());
    // A clock that is set back takes nothing away.
    world.clock.set("2020-01-01T00:00:00Z");
    let said = report(&ours, "planned", "begin");
    world.act("vr23", "agenda/progress/report", said).unwrap();
    assert_eq!(kinds(&world, &[Filter::After(until)]), ["progress"]);
    assert_eq!(kinds(&world, &[Filter::Since(Timestamp::MIN)]).len(), 3);
    assert_eq!(world.spine().known("made up").unwrap(), None);
}

#[test]
fn what_is_newest_stands_first_and_is_counted_only_as_far_as_asked() {
    let (world, ours, _) = world("changed-counted");
    for text in ["een", "twee", "drie", "vier"] {
        let comment = paraat_ui::field::Typed::default()
            .with("activity", ours.to_string())
            .with("text", text);
        world.act("vr24", "agenda/comment/write", comment).unwrap();
    }
    let said = report(&ours, "planned", "");
    world.act("vr23", "agenda/progress/report", said).unwrap();
    let newest = |counted: fn(Query) -> Query| {
        let query = Query::all(&CARDS)
            .is("module", "agenda")
            .filter(Filter::After(0))
            .by(Order::Newest);
        let needs = [Need::Rows(counted(query))];
        let audience = world.audience("vr23");
        let (answers, _) = world.spine().answers(&audience, &needs).unwrap();
        let Some(Answer::Rows(found)) = answers.into_iter().next() else {
            unreachable!()
        };
        let kinds = found.rows.iter().map(|row| row.text("kind").to_owned());
        (kinds.collect::<Vec<_>>(), found.total)
    };
    let (all, total) = newest(|query| query.page(0, 50));
    assert_eq!((all.len(), total), (7, 7));
    assert_eq!(&all[..2], ["progress", "comment"]);
    assert_eq!(newest(|query| query.page(0, 2)).1, 7);
    let (two, some) = newest(|query| query.page(0, 2).counted_to(3));
    assert_eq!((&two[..], some), (&all[..2], 3), "three, or more");
    assert_eq!(newest(|query| query.page(0, 2).counted_to(99)).1, 7);
}
