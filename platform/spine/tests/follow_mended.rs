// SPDX-License-Identifier: EUPL-1.2
//! What follows the ledger when the node stopped halfway, and when its index is not what it
//! was: no withdrawn word stays, no new row is missed, and the node starts.

#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

mod common;

use std::path::Path;
use std::time::Duration;

use common::{World, activity, report};
use paraat_contract::Desk as _;
use paraat_kernel::StreamId;
use paraat_ledger::Ledger;
use paraat_ledger::envelope::Author;

const SECRET: &str = "ditmagnietinhetdossier";

fn world(name: &str) -> (World, StreamId) {
    let modules = [&paraat_agenda::MODULE, &paraat_trust::MODULE];
    let world = World::new(name, &modules, &["jenv", "vr23", "vr24"]);
    let made = world
        .act("jenv", "agenda/activity/issue", activity("p1-01", "vr23"))
        .unwrap();
    let said = report(&made.stream, "planned", SECRET);
    let said = world.act("vr23", "agenda/progress/report", said).unwrap();
    world.searched();
    assert_eq!(found(&world, SECRET), 1);
    (world, said.stream)
}

fn found(world: &World, text: &str) -> u64 {
    let audience = world.audience("vr23");
    let found = world.spine().search(&audience, text, None, (0, 9));
    found.unwrap().total
}

fn halt(world: &mut World) {
    world.stop();
    std::thread::sleep(Duration::from_millis(600));
}

/// Withdraws without anything that follows: as when the node stops right after the commit.
fn withdraw_alone(world: &World, stream: &StreamId) {
    let ledger = Ledger::open(&world.folder.join("ledger.db"), world.setup()).unwrap();
    let (stream, actor) = (stream.clone(), World::actor("vr23"));
    let author = Author {
        account: actor.account,
        function: "editor".to_owned(),
        organisation: actor.organisation,
    };
    let done = ledger.writer.submit_blocking(move |batch| {
        let now = batch.now();
        batch.withdraw(&stream, 1, "persoonsgegevens", author, now)
    });
    done.unwrap().unwrap();
    drop(ledger);
    std::thread::sleep(Duration::from_millis(300));
}

fn holds(file: &Path, text: &str) -> bool {
    let bytes = std::fs::read(file).unwrap_or_default();
    let mut windows = bytes.windows(text.len());
    windows.any(|window| window == text.as_bytes())
}

fn files_hold(world: &World, text: &str) -> Vec<String> {
    let files = std::fs::read_dir(&world.folder).unwrap();
    let paths = files.map(|file| file.unwrap().path());
    let holding = paths.filter(|path| holds(path, text));
    holding.map(|path| path.display().to_string()).collect()
}

#[test]
fn what_is_withdrawn_just_before_a_crash_leaves_search_at_the_next_start() {
    let (mut world, said) = world("mended-crash");
    halt(&mut world);
    withdraw_alone(&world, &said);
    world.start();
    world.searched();
    assert_eq!(found(&world, SECRET), 0);
    // While it runs: nothing waits for the files to be closed.
    assert_eq!(files_hold(&world, SECRET), [""; 0]);
    // What was not withdrawn is still found.
    assert_eq!(found(&world, "overstromingen"), 1);
}

#[test]
fn a_log_that_a_crash_left_full_is_emptied_at_the_next_start() {
    let (mut world, said) = world("mended-log");
    let (ledger, log) = (
        world.folder.join("ledger.db"),
        world.folder.join("ledger.db-wal"),
    );
    // A reader in the way keeps the log from being emptied after the withdrawal.
    let reader = rusqlite::Connection::open(&ledger).unwrap();
    reader.execute_batch("BEGIN").unwrap();
    let entries: i64 = reader
        .query_row("SELECT count(*) FROM entry", [], |row| row.get(0))
        .unwrap();
    assert!(entries > 0);
    world.withdraw(&said, 1);
    assert!(holds(&log, SECRET));
    // The files as a crash leaves them.
    let (kept, kept_log) = (
        world.folder.join("kept.db"),
        world.folder.join("kept.db-wal"),
    );
    std::fs::copy(&ledger, &kept).unwrap();
    std::fs::copy(&log, &kept_log).unwrap();
    drop(reader);
    halt(&mut world);
    let opened = Ledger::open(&kept, world.setup()).unwrap();
    assert!(!holds(&kept_log, SECRET) && !holds(&kept, SECRET));
    drop(opened);
}

#[test]
fn an_index_of_other_tables_is_made_again() {
    let (mut world, _said) = world("mended-tables");
    halt(&mut world);
    // As if an older Paraat had followed: other tables, and cards that it could not read.
    let index = rusqlite::Connection::open(world.folder.join("search.db")).unwrap();
    index
        .execute_batch(
            "DELETE FROM word; DELETE FROM doc;
             UPDATE state SET value=x'00' WHERE name='tables';",
        )
        .unwrap();
    drop(index);
    world.start();
    world.searched();
    assert_eq!(found(&world, SECRET), 1);
}

#[test]
fn an_index_that_is_ahead_of_the_ledger_is_made_again() {
    let (mut world, _said) = world("mended-ahead");
    halt(&mut world);
    let index = rusqlite::Connection::open(world.folder.join("search.db")).unwrap();
    index
        .execute_batch(
            "DELETE FROM word; DELETE FROM doc; UPDATE state SET value=999 WHERE name='cursor';",
        )
        .unwrap();
    drop(index);
    world.start();
    world.searched();
    assert_eq!(found(&world, SECRET), 1);
}

#[test]
fn an_index_that_cannot_be_read_is_made_again() {
    let (mut world, _said) = world("mended-damaged");
    let search = world.folder.join("search.db");
    halt(&mut world);
    std::fs::write(&search, "no index at all ".repeat(512)).unwrap();
    world.start();
    world.searched();
    assert_eq!(found(&world, SECRET), 1);
    // Half of it: the version stands there, what it promises does not.
    halt(&mut world);
    let index = rusqlite::Connection::open(&search).unwrap();
    index
        .execute_batch("DROP TABLE doc; UPDATE state SET value=value-1 WHERE name='cursor';")
        .unwrap();
    drop(index);
    world.start();
    world.searched();
    assert_eq!(found(&world, SECRET), 1);
    assert_eq!(found(&world, "overstromingen"), 1);
}
