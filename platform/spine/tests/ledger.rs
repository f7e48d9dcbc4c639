// SPDX-License-Identifier: EUPL-1.2
//! One verb, from the door to the file and back: what is recorded, what is refused, what is
//! proven, what is erased.

#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

mod common;

use common::{World, activity, report};
use paraat_contract::{CARDS, Desk as _, Filter, Query, Refused};
use paraat_kernel::StreamId;
use paraat_ledger::envelope::Author;
use paraat_ledger::rebuild;

fn world(name: &str) -> (World, StreamId) {
    let modules = [&paraat_agenda::MODULE, &paraat_trust::MODULE];
    let world = World::new(name, &modules, &["jenv", "vr23", "vr24"]);
    let made = world
        .act("jenv", "agenda/activity/issue", activity("p1-01", "vr23"))
        .unwrap();
    (world, made.stream)
}

fn author() -> Author {
    let actor = World::actor("vr23");
    let function = "editor".to_owned();
    Author {
        account: actor.account,
        function,
        organisation: actor.organisation,
    }
}

#[test]
fn a_report_is_recorded_read_and_proven() {
    let (world, activity) = world("recorded");
    let said = report(&activity, "under-way", "eerste stap");
    let receipt = world.act("vr23", "agenda/progress/report", said).unwrap();
    assert_eq!(receipt.version, 1);
    let seen = world
        .spine()
        .stream(&world.audience("vr24"), &receipt.stream)
        .unwrap()
        .unwrap();
    assert_eq!(
        (seen.kind.as_str(), seen.cards[0].status.as_str()),
        ("agenda.progress", "under-way")
    );
    let proof = world.verify();
    assert_eq!(proof.broken, None);
    assert_eq!((proof.entries, proof.unsigned), (5, 0));
}

#[test]
fn another_organisation_is_refused_and_nothing_changes() {
    let (world, activity) = world("refused");
    let before = world.verify().entries;
    let said = report(&activity, "under-way", "x");
    let refused = world
        .act("vr24", "agenda/progress/report", said)
        .unwrap_err();
    assert!(matches!(refused, Refused::NotPermitted(_)), "{refused:?}");
    assert_eq!(world.verify().entries, before);
}

#[test]
fn two_editors_of_one_thing_the_second_sees_what_the_first_said() {
    let (world, activity) = world("two-editors");
    let path = "agenda/progress/report";
    world
        .act("vr23", path, report(&activity, "planned", "a"))
        .unwrap();
    let mut first = world.intent("vr23", path, report(&activity, "under-way", "b"));
    first.seen = Some(1);
    let mut second = world.intent("vr23", path, report(&activity, "done", "c"));
    second.seen = Some(1);
    world.submit(first).unwrap();
    let Err(Refused::Stale { version, since }) = world.submit(second) else {
        panic!("taken")
    };
    assert_eq!((version, since.len()), (2, 1));
    assert_eq!(since[0].payload.as_ref().unwrap()["explanation"], "b");
    let unseen = world.act("vr23", path, report(&activity, "done", "d"));
    assert_eq!(unseen, Err(Refused::NotSeen { version: 2 }));
}

#[test]
fn a_key_is_answered_once_and_refused_for_something_else() {
    let (world, activity) = world("key");
    let keyed = |text: &str| {
        let said = report(&activity, "under-way", text);
        let mut intent = world.intent("vr23", "agenda/progress/report", said);
        intent.key = Some("k1".to_owned());
        intent
    };
    let first = world.submit(keyed("a")).unwrap();
    let again = world.submit(keyed("a")).unwrap();
    assert_eq!((again.version, again.repeated), (first.version, true));
    assert_eq!(world.submit(keyed("b")), Err(Refused::KeyReused));
}

#[test]
fn a_clock_that_jumps_back_changes_no_order_and_no_number() {
    let (world, activity) = world("clock");
    let path = "agenda/comment/write";
    let write = |text: &str| {
        let said = paraat_ui::field::Typed::default()
            .with("activity", activity.to_string())
            .with("text", text);
        world.act("vr24", path, said).unwrap()
    };
    let first = write("een");
    world.clock.set("2026-11-23T09:00:00Z");
    let second = write("twee");
    assert_eq!((first.version, second.version), (1, 2));
    let query = Query::all(&paraat_agenda::tables::COMMENT);
    let rows = world
        .spine()
        .ledger()
        .reader
        .rows(&world.audience("vr24"), &query)
        .unwrap();
    let texts: Vec<&str> = rows.rows.iter().map(|row| row.text("text")).collect();
    assert_eq!(texts, ["een", "twee"]);
    assert_eq!(world.verify().broken, None);
}

#[test]
fn what_is_withdrawn_is_gone_from_the_file_and_the_chain_still_holds() {
    let (mut world, activity) = world("withdraw");
    let path = "agenda/progress/report";
    let secret = "ditmagnietinhetdossier";
    let made = world
        .act("vr23", path, report(&activity, "planned", secret))
        .unwrap();
    let mut next = world.intent("vr23", path, report(&activity, "under-way", "goed"));
    next.seen = Some(1);
    world.submit(next).unwrap();
    let stream = made.stream.clone();
    let withdrawn = world.spine().ledger().writer.submit_blocking(move |batch| {
        let now = batch.now();
        batch.withdraw(&stream, 1, "persoonsgegevens", author(), now)
    });
    assert_eq!(withdrawn.unwrap(), Ok(3));
    let proof = world.verify();
    assert_eq!((proof.broken, proof.withdrawn), (None, 1));
    let history = world
        .spine()
        .ledger()
        .reader
        .session(&world.audience("vr24"), |session| {
            session.history(&made.stream, 9)
        })
        .unwrap();
    let payloads: Vec<bool> = history.iter().map(|past| past.payload.is_some()).collect();
    assert_eq!(payloads, [true, true, false]);
    let audience = world.audience("vr24");
    let wait = || world.spine().health().search_current;
    while !wait() {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert_eq!(
        world
            .spine()
            .search(&audience, secret, None, (0, 9))
            .unwrap()
            .total,
        0
    );
    world.stop();
    std::thread::sleep(std::time::Duration::from_millis(600));
    for file in std::fs::read_dir(&world.folder).unwrap() {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let found = bytes
            .windows(secret.len())
            .any(|window| window == secret.as_bytes());
        assert!(!found, "{} still holds it", path.display());
    }
}

#[test]
fn tables_that_are_made_again_say_the_same() {
    let (mut world, activity) = world("rebuild");
    for (at, status) in ["planned", "under-way", "done"].iter().enumerate() {
        let said = report(&activity, status, "x");
        let mut intent = world.intent("vr23", "agenda/progress/report", said);
        intent.seen = (at > 0).then_some(at as u64);
        world.submit(intent).unwrap();
    }
    let query = Query::all(&CARDS).filter(Filter::Is("holder", "vr23".into()));
    let read = |world: &World| {
        world
            .spine()
            .ledger()
            .reader
            .rows(&world.audience("jenv"), &query)
            .unwrap()
    };
    let before = read(&world);
    world.stop();
    std::thread::sleep(std::time::Duration::from_millis(300));
    let entries = rebuild(&world.folder.join("ledger.db"), world.setup()).unwrap();
    world.start();
    assert_eq!(read(&world).total, before.total);
    assert_eq!(world.verify().broken, None);
    assert_eq!(entries, 7);
}

#[test]
fn a_moment_that_has_passed_is_seen_as_it_was() {
    let (world, activity) = world("as-known");
    let path = "agenda/progress/report";
    world
        .act("vr23", path, report(&activity, "planned", "a"))
        .unwrap();
    let before = "2026-11-23T10:30:00Z".parse().unwrap();
    world.clock.set("2026-11-23T11:00:00Z");
    let mut next = world.intent("vr23", path, report(&activity, "done", "b"));
    next.seen = Some(1);
    world.submit(next).unwrap();
    let at = |as_known| {
        let query = Query::all(&paraat_agenda::tables::PROGRESS).as_known(as_known);
        let rows = world
            .spine()
            .ledger()
            .reader
            .rows(&world.audience("jenv"), &query)
            .unwrap();
        rows.rows
            .iter()
            .map(|row| row.text("status").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(at(paraat_contract::AsKnown::At(before)), ["planned"]);
    assert_eq!(at(paraat_contract::AsKnown::Now), ["done"]);
    assert_eq!(at(paraat_contract::AsKnown::Ever), ["planned", "done"]);
}

#[test]
fn a_job_that_refuses_after_it_wrote_undoes_its_transaction() {
    let (world, _) = world("late-refusal");
    let writer = &world.spine().ledger().writer;
    let late = writer.submit_decided(|batch| {
        batch.trust_root("vr01", &[1; 32])?;
        Ok(Err::<(), _>("too late"))
    });
    assert!(world.runtime.block_on(late).is_err());
    let file = rusqlite::Connection::open(world.folder.join("ledger.db")).unwrap();
    let sql = "SELECT count(*) FROM root_key WHERE organisation='vr01'";
    let kept: i64 = file.query_row(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 0);
    // One that refuses before it writes is answered, and the next is done.
    let early = writer.submit_decided(|_batch| Ok(Err::<(), _>("no")));
    assert_eq!(world.runtime.block_on(early).unwrap(), Err("no"));
}
