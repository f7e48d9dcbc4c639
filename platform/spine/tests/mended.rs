// SPDX-License-Identifier: EUPL-1.2
//! A panic in a rule or in a question costs nothing but that rule or question, and a request that
//! was answered leaves nothing behind for ever.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that fails here is a failing test"
)]
#![expect(dead_code, reason = "each test file uses its own part of crisis")]

mod common;
#[path = "common/crisis.rs"]
mod crisis;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use common::World;
use crisis::{MODULES, open, typed};
use paraat_contract::{Desk as _, Intent, Refused};
use paraat_ledger::{Batch, Fault};
use rusqlite::Connection;

type Said = Result<Result<(), ()>, Fault>;

fn world(name: &str) -> World {
    World::new(name, &MODULES, &["vr23"])
}

#[test]
fn a_job_that_panics_is_undone_and_writing_goes_on() {
    let world = world("mended-panic");
    open(&world, "vr23", "Hoogwater");
    let writer = &world.spine().ledger().writer;
    let said: Said = writer.submit_blocking(|batch: &mut Batch| {
        batch.trust_root("vr24", &[1; 32])?;
        panic!("a defect in a rule");
    });
    assert!(matches!(said, Err(Fault::Undone)), "{said:?}");
    assert!(world.spine().health().writes);
    open(&world, "vr23", "Nog meer hoogwater");
    let file = Connection::open(world.folder.join("ledger.db")).unwrap();
    let trusted: i64 = file
        .query_row(
            "SELECT count(*) FROM root_key WHERE organisation='vr24'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(trusted, 0);
    let report = world.verify();
    assert!(report.broken.is_none(), "{report:?}");
}

/// An answer that panics when nobody wants it any more.
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("nobody wanted this answer");
    }
}

#[test]
fn health_says_that_the_writer_is_gone() {
    let world = world("mended-gone");
    assert!(world.spine().health().writes);
    let writer = world.spine().ledger().writer.clone();
    let ((started, has_started), (go, may_go)) = (mpsc::channel(), mpsc::channel::<()>());
    let asked = world.runtime.spawn({
        let writer = writer.clone();
        async move {
            let job = move |_: &mut Batch| {
                started.send(()).unwrap();
                may_go.recv().unwrap();
                Ok(Ok::<_, ()>(Bomb))
            };
            writer.submit(job).await.map(|_| ())
        }
    });
    has_started.recv().unwrap();
    asked.abort();
    assert!(world.runtime.block_on(asked).is_err());
    go.send(()).unwrap();
    let start = Instant::now();
    while world.spine().health().writes {
        assert!(start.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(5));
    }
    let said: Said = writer.submit_blocking(|_| Ok(Ok(())));
    assert!(matches!(said, Err(Fault::Stopped)), "{said:?}");
    // Reading goes on.
    assert!(world.spine().ledger().reader.position().unwrap() > 0);
}

#[test]
fn a_question_that_panics_gives_its_connection_back() {
    let world = world("mended-reader");
    let (audience, reader) = (world.audience("vr23"), &world.spine().ledger().reader);
    // More often than there are connections.
    for _ in 0..20 {
        let asked = catch_unwind(AssertUnwindSafe(|| {
            reader.session(&audience, |session| {
                session.position()?;
                if true {
                    panic!("a defect in a question");
                }
                Ok(())
            })
        }));
        assert!(asked.is_err());
    }
    let before = reader.position().unwrap();
    open(&world, "vr23", "Hoogwater");
    // Not the moment of a question that panicked.
    let seen = reader.session(&audience, |session| session.position());
    assert!(seen.unwrap() > before);
}

fn keyed(world: &World, title: &str, key: &str) -> Intent {
    let fields = typed(&[("title", title)]);
    let mut intent = world.intent("vr23", "incident/incident/open", fields);
    intent.key = Some(key.to_owned());
    intent
}

fn digests(world: &World) -> Vec<(String, Vec<u8>)> {
    let file = Connection::open(world.folder.join("ledger.db")).unwrap();
    let mut statement = file
        .prepare("SELECT key, digest FROM request ORDER BY key")
        .unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    rows.unwrap().map(Result::unwrap).collect()
}

#[test]
fn a_request_is_kept_as_a_keyed_digest_until_it_is_withdrawn_or_old() {
    let world = world("mended-request");
    let receipt = world.submit(keyed(&world, "Hoogwater", "a")).unwrap();
    let again = world.submit(keyed(&world, "Hoogwater", "a")).unwrap();
    assert!(again.repeated && again.stream == receipt.stream);
    let other = world.submit(keyed(&world, "Brand", "a"));
    assert!(matches!(other, Err(Refused::KeyReused)));
    // Who has the file and guesses what was typed does not find it.
    let guess = b"incident\0incident\0open\0\0title\0Hoogwater\0";
    let guess = blake3::hash(guess).as_bytes().to_vec();
    assert!(digests(&world).iter().all(|(_, digest)| *digest != guess));

    world.submit(keyed(&world, "Brand", "b")).unwrap();
    world.withdraw(&receipt.stream, 1);
    let left: Vec<_> = digests(&world).into_iter().map(|(key, _)| key).collect();
    assert_eq!(left, ["b"]);

    world.clock.set("2026-12-10T10:00:00Z");
    world.submit(keyed(&world, "Storm", "c")).unwrap();
    let prune = |now: &str| {
        let now = now.parse().unwrap();
        world.runtime.block_on(world.spine().prune(now)).unwrap()
    };
    assert_eq!(prune("2026-12-23T09:59:00Z"), 0);
    assert_eq!(prune("2026-12-23T10:01:00Z"), 1);
    assert_eq!(digests(&world).len(), 1);
}
