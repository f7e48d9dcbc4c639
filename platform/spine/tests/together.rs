// SPDX-License-Identifier: EUPL-1.2
//! Several intents in one transaction: all or nothing, tried without a trace, the good ones.

#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

mod common;

use common::{World, activity, report};
use paraat_contract::{Desk as _, Intent, Keep, Receipt, Refused, Together};
use paraat_kernel::StreamId;

const REPORT: &str = "agenda/progress/report";

fn world(name: &str) -> (World, Vec<StreamId>) {
    let modules = [&paraat_agenda::MODULE, &paraat_trust::MODULE];
    let world = World::new(name, &modules, &["jenv", "vr23", "vr24"]);
    let issue = |slug: &str| {
        let said = activity(slug, "vr23");
        world
            .act("jenv", "agenda/activity/issue", said)
            .unwrap()
            .stream
    };
    let streams = ["p1-01", "p1-02", "p1-03"].map(issue).into();
    (world, streams)
}

fn all(world: &World, intents: Vec<Intent>, keep: Keep) -> Together {
    world
        .runtime
        .block_on(world.spine().together(intents, keep))
        .unwrap()
}

fn reports(world: &World, activities: &[StreamId], statuses: [&str; 3]) -> Vec<Intent> {
    let each = activities.iter().zip(statuses);
    each.map(|(it, status)| world.intent("vr23", REPORT, report(it, status, "stap")))
        .collect()
}

#[test]
fn what_is_only_tried_leaves_no_trace_and_says_what_would_come_of_it() {
    let (world, activities) = world("tried");
    let before = world.verify();
    let mut notices = world.spine().ledger().writer.notices();
    let tried = all(
        &world,
        reports(&world, &activities, ["planned", "weg", "done"]),
        Keep::Nothing,
    );
    assert!(!tried.kept);
    assert_eq!(tried.outcomes[0].as_ref().map(|it| it.version), Ok(1));
    assert!(matches!(tried.outcomes[1], Err(Refused::Fields(_))));
    assert!(tried.outcomes[2].is_ok());
    assert_eq!(world.verify(), before);
    assert!(
        notices.try_recv().is_err(),
        "somebody was told of what did not happen"
    );
    // The same again: nothing of the first time is remembered.
    let again = all(
        &world,
        reports(&world, &activities, ["planned", "weg", "done"]),
        Keep::Nothing,
    );
    assert_eq!(again, tried);
}

#[test]
fn all_are_recorded_or_none() {
    let (world, activities) = world("all");
    let before = world.verify().entries;
    let bad = all(
        &world,
        reports(&world, &activities, ["planned", "weg", "done"]),
        Keep::All,
    );
    assert_eq!((bad.kept, world.verify().entries), (false, before));
    let good = all(
        &world,
        reports(&world, &activities, ["planned", "planned", "done"]),
        Keep::All,
    );
    assert_eq!((good.kept, world.verify().entries), (true, before + 3));
    assert_eq!(world.verify().broken, None);
}

#[test]
fn each_knows_what_those_before_it_did() {
    let (world, activities) = world("in-order");
    let first = activities.first().unwrap();
    let said = |status: &str, seen: u64| {
        let mut intent = world.intent("vr23", REPORT, report(first, status, "stap"));
        intent.seen = Some(seen);
        intent
    };
    let done = all(
        &world,
        vec![said("planned", 0), said("done", 1), said("done", 0)],
        Keep::Nothing,
    );
    let versions: Vec<Option<u64>> = done
        .outcomes
        .iter()
        .map(|it| it.as_ref().ok().map(|it| it.version))
        .collect();
    assert_eq!(versions, [Some(1), Some(2), None]);
    let stale = Refused::Stale {
        version: 2,
        since: Vec::new(),
    };
    assert_eq!(done.outcomes[2], Err(stale));
}

#[test]
fn the_same_request_again_is_answered_and_not_done_twice() {
    let (world, activities) = world("again");
    let keyed = || {
        let mut intents = reports(&world, &activities, ["planned", "planned", "done"]);
        for (at, intent) in intents.iter_mut().enumerate() {
            intent.key = Some(format!("k/{at}"));
        }
        intents
    };
    let versions = |done: &Together| -> Vec<Receipt> {
        done.outcomes.iter().map(|it| it.clone().unwrap()).collect()
    };
    let first = versions(&all(&world, keyed(), Keep::All));
    let entries = world.verify().entries;
    let second = versions(&all(&world, keyed(), Keep::All));
    assert!(second.iter().all(|it| it.repeated));
    assert_eq!(first[2].stream, second[2].stream);
    assert_eq!(world.verify().entries, entries);
}
