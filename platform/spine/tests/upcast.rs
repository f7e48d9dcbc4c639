// SPDX-License-Identifier: EUPL-1.2
//! Stored bytes are for ever: what an older version wrote is read by a newer one, and state, rows
//! and rules are as if the newer one had written it. Nothing that was stored is rewritten.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that fails here is a failing test"
)]

mod common;
#[path = "common/weather.rs"]
mod weather;

use common::World;
use paraat_contract::{AsKnown, Kind, Module, Query, Refused, Row, Value};
use paraat_kernel::canonical;
use paraat_ledger::rebuild;
use paraat_ui::field::Typed;
use weather::{FORCE, NEWER, Newer, OLDER, Older, Said, Wind};

const OLD: [&Module; 2] = [&paraat_trust::MODULE, &OLDER];
const NEW: [&Module; 2] = [&paraat_trust::MODULE, &NEWER];
/// More than a snapshot needs: the state of the older one is kept in the file too.
const MANY: u64 = 300;

fn said(world: &World, sentence: &str) {
    let typed = Typed::default().with("said", sentence);
    world.act("vr23", "weather/report/report", typed).unwrap();
}

fn wind(world: &World, place: &str, force: i64) -> Result<(), Refused> {
    let typed = Typed::default();
    let typed = typed.with("place", place).with("force", force.to_string());
    let done = world.act("vr23", "weather/report/report", typed);
    done.map(|_receipt| ())
}

/// Places and forces, rising, so that each is news to the rule of the newer one.
fn reports() -> impl Iterator<Item = (String, i64)> {
    let places = ["Vlissingen", "Den Helder", "Lelystad"];
    (0..MANY).map(move |at| {
        let place = places[(at % 3) as usize];
        (format!("{place} {}", at / 36), ((at / 3) % 12) as i64)
    })
}

fn rows(world: &World, as_known: AsKnown) -> Vec<Row> {
    let query = Query::all(&FORCE).as_known(as_known);
    let reader = &world.spine().ledger().reader;
    reader.rows(&world.audience("vr23"), &query).unwrap().rows
}

fn values(world: &World) -> Vec<(String, u64, Vec<Value>)> {
    let rows = rows(world, AsKnown::Ever).into_iter();
    rows.map(|row| (row.part, row.version, row.values))
        .collect()
}

fn restart(world: &mut World, modules: &[&'static Module]) {
    world.stop();
    std::thread::sleep(std::time::Duration::from_millis(300));
    world.modules = modules.to_vec();
    world.start();
}

#[test]
fn old_events_give_the_state_and_rows_that_new_ones_would_have() {
    let mut old = World::new("upcast-old", &OLD, &["vr23"]);
    let new = World::new("upcast-new", &NEW, &["vr23"]);
    for (place, force) in reports() {
        said(&old, &format!("{place} {force}"));
        // What is no news is refused by the newer rule, so both record the same here.
        wind(&new, &place, force).unwrap();
    }
    let before = old.lanes();
    restart(&mut old, &NEW);
    assert!(old.lanes() == before, "stored bytes were rewritten");
    assert_eq!(values(&old), values(&new));
    assert_eq!(values(&old).len() as u64, MANY);
    // The rule of the newer one rests on what the older one wrote.
    for world in [&old, &new] {
        let stale = wind(world, "Vlissingen 0", 0).unwrap_err();
        let Refused::Rule(refusal) = stale else {
            panic!("{stale:?}")
        };
        assert_eq!(refusal.key, "weather-no-news");
        wind(world, "Vlissingen 0", 12).unwrap();
    }
    assert_eq!(values(&old), values(&new));
    let (all, proof) = (values(&old), old.verify());
    assert_eq!((proof.broken, proof.entries), (None, MANY + 2));
    old.stop();
    std::thread::sleep(std::time::Duration::from_millis(300));
    rebuild(&old.folder.join("ledger.db"), old.setup()).unwrap();
    old.start();
    assert_eq!(values(&old), all);
    assert_eq!(old.verify().broken, None);
}

#[test]
fn an_older_paraat_keeps_what_a_newer_one_wrote_and_goes_on() {
    let mut world = World::new("upcast-back", &NEW, &["vr23"]);
    wind(&world, "Vlissingen", 8).unwrap();
    restart(&mut world, &OLD);
    said(&world, "Vlissingen 9");
    assert_eq!(world.verify().broken, None);
    restart(&mut world, &NEW);
    let forces: Vec<_> = rows(&world, AsKnown::Ever)
        .iter()
        .map(|r| r.whole("force"))
        .collect();
    assert_eq!(forces, [Some(8), Some(9)]);
    assert_eq!(world.verify().broken, None);
}

#[test]
fn a_kind_that_is_new_gets_its_rows_though_no_table_changed() {
    static WITHOUT: Module = Module {
        name: "weather",
        kinds: &[&paraat_contract::erase::<Newer>()],
        tables: NEWER.tables,
        baseline: Vec::new,
        views: &[],
        tasks: None,
        public: None,
        outgoing: None,
        nav: None,
        words: &[],
    };
    let mut world = World::new("upcast-kind", &NEW, &["vr23"]);
    let typed = Typed::default().with("said", "getest");
    world.act("vr23", "weather/siren/report", typed).unwrap();
    let all = values(&world);
    restart(&mut world, &[&paraat_trust::MODULE, &WITHOUT]);
    assert_eq!(world.verify().broken, None);
    assert_eq!(values(&world), []);
    restart(&mut world, &NEW);
    assert_eq!((values(&world), all.len()), (all, 1));
}

#[test]
fn golden_bytes_of_both_versions_still_read() {
    let (v1, v2) = (
        include_bytes!("golden/weather.reported.v1.json").as_slice(),
        include_bytes!("golden/weather.reported.v2.json").as_slice(),
    );
    let tree = |bytes| serde_json::from_slice(bytes).unwrap();
    let vlissingen = |force| Wind {
        force,
        place: "Vlissingen".to_owned(),
    };
    assert_eq!(Newer::event("reported", 1, tree(v1)), Some(vlissingen(7)));
    assert_eq!(Newer::event("reported", 2, tree(v2)), Some(vlissingen(8)));
    assert_eq!(Older::event("reported", 2, tree(v2)), None);
    let old = Said {
        said: "Vlissingen 7".to_owned(),
    };
    let bytes = |value| canonical::to_bytes(&value).unwrap();
    assert_eq!(bytes(Older::payload(&old).unwrap()), v1);
    assert_eq!(bytes(Newer::payload(&vlissingen(8)).unwrap()), v2);
}
