// SPDX-License-Identifier: EUPL-1.2
//! Two nodes, one picture: entries go out as a file and come in as what they were, and nothing
//! that is not proven is taken.
#![expect(
    clippy::indexing_slicing,
    reason = "a test that fails here is a failing test"
)]
#![expect(dead_code, reason = "each test file uses its own part of crisis")]

mod common;
#[path = "common/crisis.rs"]
mod crisis;
#[path = "common/forge.rs"]
mod forge;
#[path = "common/weather.rs"]
mod weather;

use common::World;
use crisis::{MODULES, join, open, picture, place, share, typed, write};
use forge::{again, header, next};
use paraat_contract::{Desk as _, Query};
use paraat_kernel::{Circle, Label, Space, StreamId};
use paraat_ledger::envelope::Entry;
use paraat_ledger::{NotReceived, Received};
use paraat_spine::{BadBundle, Taken, read_bundle};
use weather::{FORCE, NEWER, OLDER};

const PARTNERS: &str = "live/vr23-1/partners";

/// Two nodes; vr23 opened an incident, wrote a line and shared a part.
fn flood(name: &str) -> (World, World, StreamId) {
    let (a, b) = World::pair(name, &MODULES);
    let incident = open(&a, "vr23", "Hoogwater Maas");
    write(&a, "vr23", &incident, "regel-van-a");
    share(
        &a,
        "vr23",
        &incident,
        ("water", "raised", "beeld-van-a"),
        None,
    );
    place(&a, "vr23", &incident, "copi", "Commandopost van A");
    (a, b, incident)
}

/// Both hold the same lanes of vr23, byte for byte.
fn same(a: &World, b: &World) {
    let of = |world: &World| {
        let mut lanes = world.lanes();
        lanes.retain(|name, _| name.contains("/vr23-"));
        lanes
    };
    assert!(of(a) == of(b), "lanes differ");
}

fn refused(taken: &Taken) -> &NotReceived {
    assert_eq!(taken.received, Received::default(), "{:?}", taken.refused);
    assert_eq!(taken.refused.len(), 1, "{:?}", taken.refused);
    &taken.refused[0]
}

/// What a node holds: every lane, and how many entries it was proven to have.
fn held(world: &World) -> (std::collections::BTreeMap<String, Vec<Entry>>, u64) {
    let proof = world.verify();
    assert_eq!(proof.broken, None);
    (world.lanes(), proof.entries)
}

/// B takes runs of A after it took everything; nothing may change.
fn leaves_all(b: &World, runs: Vec<Vec<Entry>>) -> NotReceived {
    let before = held(b);
    let why = refused(&b.take_runs(runs)).clone();
    assert!(held(b) == before, "{why}");
    why
}

#[test]
fn lanes_are_equal_byte_for_byte_and_both_sides_see_both() {
    let (a, b, first) = flood("links-equal");
    let taken = b.take(&a.bundle("vr24"));
    assert_eq!((taken.received.fresh, taken.refused.len()), (5, 0));
    let second = open(&b, "vr24", "Dijk bij Mook");
    join(&b, "vr24", &second, &first);
    write(&b, "vr24", &second, "regel-van-b");
    write(&b, "vr24", &first, "b-bij-a");
    share(
        &b,
        "vr24",
        &second,
        ("water", "critical", "beeld-van-b"),
        None,
    );
    assert_eq!(a.take(&b.bundle("vr23")).refused, []);
    write(&a, "vr23", &second, "a-bij-b");
    // The file of A now holds B's own lanes too: known, not refused.
    let back = b.take(&a.bundle("vr24"));
    assert_eq!((back.received.fresh, back.refused.len()), (1, 0));
    assert!(a.lanes() == b.lanes(), "lanes differ");
    assert_eq!(a.lanes().len(), 4);
    let heads = |world: &World| world.spine().ledger().heads().unwrap();
    assert_eq!(heads(&a), heads(&b));
    for (world, organisation) in [(&a, "vr23"), (&b, "vr24")] {
        for incident in [&first, &second] {
            let page = picture(world, organisation, incident).unwrap();
            for part in ["beeld-van-a", "beeld-van-b", "regel-van-a", "regel-van-b"] {
                assert!(page.contains(part), "{part} is not in {page}");
            }
            assert!(page.contains("a-bij-b") && page.contains("b-bij-a"));
        }
    }
    assert_eq!((held(&a).1, held(&b).1), (12, 12));
}

#[test]
fn the_same_file_again_changes_nothing() {
    let (a, b, _) = flood("links-again");
    let file = a.bundle("vr24");
    b.take(&file);
    let before = held(&b);
    let taken = b.take(&file);
    assert_eq!((taken.received.fresh, taken.received.known), (0, 5));
    assert!(held(&b) == before && taken.refused.is_empty());
}

#[test]
fn a_changed_byte_anywhere_is_refused_and_nothing_is_taken() {
    let (a, b, _) = flood("links-byte");
    let file = a.bundle("vr24");
    let before = held(&b);
    for at in (0..file.len())
        .step_by(7)
        .chain(file.len() - 90..file.len())
    {
        let mut other = file.clone();
        other[at] ^= 1;
        assert!(read_bundle(&other).is_err(), "byte {at}");
    }
    for cut in [0, 10, file.len() / 2, file.len() - 1] {
        assert!(read_bundle(&file[..cut]).is_err(), "cut at {cut}");
    }
    assert_eq!(read_bundle(b"x"), Err(BadBundle::NotABundle));
    assert!(held(&b) == before);
}

#[test]
fn a_run_that_no_trusted_key_signed_is_refused() {
    let (a, b, _) = flood("links-key");
    let stranger = World::new("links-stranger", &MODULES, &["vr25"]);
    open(&stranger, "vr25", "Wij zijn het echt");
    let taken = b.take(&stranger.bundle("vr24"));
    assert!(
        taken
            .refused
            .iter()
            .all(|why| matches!(why, NotReceived::NotSigned(_)))
    );
    assert_eq!((taken.received.fresh, taken.refused.len()), (0, 2));
    b.take(&a.bundle("vr24"));
    let lane = a.lanes()[PARTNERS].clone();
    let last = lane.last().unwrap();
    let forged = next(last, &[9; 32], br#"{"title":"x"}"#, |_| {});
    let why = leaves_all(&b, vec![vec![forged.clone()]]);
    assert!(matches!(why, NotReceived::NotSigned(_)), "{why}");
    let unsigned = Entry {
        signature: None,
        ..forged
    };
    let why = leaves_all(&b, vec![vec![unsigned]]);
    assert!(matches!(why, NotReceived::NotSigned(_)), "{why}");
}

#[test]
fn a_gap_is_refused_and_filled_later() {
    let (a, b, _) = flood("links-gap");
    let runs = read_bundle(&a.bundle("vr24")).unwrap();
    let of_partners = |run: &&Vec<Entry>| header(&run[0]).circle == Circle::Partners;
    let without: Vec<_> = runs
        .iter()
        .filter(|run| !of_partners(run))
        .cloned()
        .collect();
    b.take_runs(without);
    let mut late: Vec<_> = runs.iter().filter(of_partners).cloned().collect();
    let first = late.remove(0);
    let why = leaves_all(&b, late.clone());
    assert!(
        matches!(
            why,
            NotReceived::Gap {
                wanted: 1,
                found: 2,
                ..
            }
        ),
        "{why}"
    );
    late.insert(0, first);
    assert_eq!(b.take_runs(late).received.fresh, 4);
    same(&a, &b);
}

#[test]
fn a_fork_is_refused_and_does_not_keep_back_other_lanes() {
    let (a, b, incident) = flood("links-fork");
    b.take(&a.bundle("vr24"));
    write(&a, "vr23", &incident, "echt");
    let lane = a.lanes()[PARTNERS].clone();
    let (last, before) = (lane.last().unwrap(), lane[lane.len() - 2].clone());
    b.take(&a.bundle("vr24"));
    let payload = last.payload.as_ref().unwrap().1.clone();
    let payload = String::from_utf8(payload).unwrap().replace("echt", "vals");
    let number = header(last).number;
    let forged = next(&before, &a.node_secret(), payload.as_bytes(), |header| {
        header.number = number;
    });
    let name = PARTNERS.to_owned();
    let why = leaves_all(&b, vec![vec![forged.clone()]]);
    assert_eq!(why, NotReceived::Fork(name, number));
    // A lane of somebody else in the same file is taken all the same.
    let c = World::new("links-fork-c", &MODULES, &["vr25"]);
    b.trust(&"vr25".parse().unwrap());
    open(&c, "vr25", "Stroomstoring");
    let runs = read_bundle(&c.bundle("vr24")).unwrap();
    let taken = b.take_runs([vec![vec![forged]], runs].concat());
    assert_eq!((taken.received.fresh, taken.refused.len()), (2, 1));
    assert_eq!(b.verify().broken, None);
}

#[test]
fn nobody_writes_into_a_stream_or_in_the_name_of_another() {
    let (a, b, _) = flood("links-owner");
    let other = open(&b, "vr24", "Van B");
    b.take(&a.bundle("vr24"));
    let lane = a.lanes()[PARTNERS].clone();
    let last = lane.last().unwrap();
    let forge = |edit: &dyn Fn(&mut paraat_ledger::envelope::Header)| {
        let body = br#"{"title":"overgenomen"}"#;
        vec![vec![next(last, &a.node_secret(), body, edit)]]
    };
    let why = leaves_all(&b, forge(&|header| header.stream = other.clone()));
    assert!(matches!(why, NotReceived::NotOwner(..)), "{why}");
    let named = "vr24".parse().unwrap();
    let why = leaves_all(
        &b,
        forge(&|header| header.author.organisation = Clone::clone(&named)),
    );
    assert!(matches!(why, NotReceived::NotOwner(..)), "{why}");
    let why = leaves_all(
        &b,
        forge(&|header| header.origin.organisation = Clone::clone(&named)),
    );
    assert!(matches!(why, NotReceived::OwnLane(_)), "{why}");
}

#[test]
fn a_stream_stays_in_its_lane_with_its_kind_and_marking() {
    let (a, b, _) = flood("links-stays");
    b.take(&a.bundle("vr24"));
    let lane = a.lanes()[PARTNERS].clone();
    let last = lane.last().unwrap();
    let body = last.payload.as_ref().unwrap().1.clone();
    let edits: [&dyn Fn(&mut paraat_ledger::envelope::Header); 4] = [
        &|header| header.kind = "incident.log".to_owned(),
        &|header| header.label = Label::Clear,
        &|header| header.version += 1,
        &|header| {
            // The next entry of the public lane, for a stream of the lane of partners.
            let public = &a.lanes()["live/vr23-1/public"];
            let end = public.last().unwrap();
            header.circle = Circle::Public;
            header.number = forge::header(end).number + 1;
            header.previous = paraat_ledger::envelope::hash_of(&end.header);
        },
    ];
    for (at, edit) in edits.into_iter().enumerate() {
        let forged = next(last, &a.node_secret(), &body, edit);
        let why = leaves_all(&b, vec![vec![forged]]);
        assert!(matches!(why, NotReceived::Broken(..)), "edit {at}: {why}");
    }
}

#[test]
fn an_exercise_and_the_real_world_never_mix() {
    let space = Space::try_from("oefening-maas".to_owned()).unwrap();
    let exercise = World::in_space("links-exercise", &MODULES, &["vr23"], space);
    open(&exercise, "vr23", "Oefening");
    let (a, b, _) = flood("links-live");
    let taken = b.take(&exercise.bundle("vr24"));
    assert!(
        taken
            .refused
            .iter()
            .all(|why| matches!(why, NotReceived::OtherSpace(_)))
    );
    assert_eq!((taken.received.fresh, taken.refused.len()), (0, 2));
    let taken = exercise.take(&a.bundle("vr24"));
    assert!(
        taken
            .refused
            .iter()
            .all(|why| matches!(why, NotReceived::OtherSpace(_)))
    );
    // The name of the space is signed: changing it needs the key, and then breaks the chain.
    b.take(&a.bundle("vr24"));
    let lane = &exercise.lanes()["oefening-maas/vr23-1/partners"];
    let moved = again(lane, &a.node_secret(), |header| {
        header.space = Space::live()
    });
    let why = leaves_all(&b, vec![moved]);
    assert!(matches!(why, NotReceived::Fork(..)), "{why}");
}

#[test]
fn a_second_node_with_our_name_does_not_write_our_lane() {
    let (a, b) = World::pair("links-twin", &MODULES);
    let twin = World::new("links-twin-c", &MODULES, &["vr24"]);
    open(&twin, "vr24", "Ook van ons");
    let taken = b.take(&twin.bundle("vr24"));
    assert!(
        taken
            .refused
            .iter()
            .all(|why| matches!(why, NotReceived::OwnLane(_)))
    );
    assert_eq!((taken.received.fresh, taken.refused.len()), (0, 2));
    // Whoever trusts both sees the fork in the first entry that differs.
    a.take(&b.bundle("vr23"));
    let taken = a.take(&twin.bundle("vr23"));
    assert!(
        matches!(taken.refused[0], NotReceived::Fork(_, 1)),
        "{taken:?}"
    );
}

#[test]
fn what_is_withdrawn_is_gone_with_partners_too() {
    let (a, mut b, incident) = flood("links-withdraw");
    let secret = "geheimepatientnaam";
    let line = write(&a, "vr23", &incident, secret);
    write(&a, "vr23", &incident, "daarna");
    b.take(&a.bundle("vr24"));
    assert!(picture(&b, "vr24", &incident).unwrap().contains(secret));
    a.withdraw(&line.stream, line.version);
    let file = a.bundle("vr24");
    b.take(&file);
    same(&a, &b);
    for world in [&a, &b] {
        let proof = world.verify();
        assert_eq!((proof.broken, proof.withdrawn), (None, 1));
        let page = picture(world, "vr24", &incident).unwrap();
        assert!(!page.contains(secret) && page.contains("daarna"));
    }
    // A node that comes later gets it without the payload, and the whole holds as well.
    let late = World::new("links-withdraw-c", &MODULES, &["vr25"]);
    late.trust(&"vr23".parse().unwrap());
    assert_eq!(late.take(&file).refused, []);
    let proof = late.verify();
    assert_eq!((proof.broken, proof.withdrawn), (None, 1));
    b.searched();
    let audience = b.audience("vr24");
    let found = b.spine().search(&audience, secret, None, (0, 9)).unwrap();
    assert_eq!(found.total, 0);
    b.stop();
    std::thread::sleep(std::time::Duration::from_millis(600));
    for file in std::fs::read_dir(&b.folder).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let mut windows = bytes.windows(secret.len());
        assert!(!windows.any(|window| window == secret.as_bytes()));
    }
}

#[test]
fn a_carrier_cannot_leave_out_a_payload() {
    let (a, b, _) = flood("links-stripped");
    let mut runs = read_bundle(&a.bundle("vr24")).unwrap();
    for run in &mut runs {
        if header(&run[0]).kind == "incident.log" {
            run[0].payload = None;
        }
    }
    let taken = b.take_runs(runs);
    assert!(
        matches!(taken.refused[..], [NotReceived::Broken(_, 2)]),
        "{taken:?}"
    );
    assert_eq!(b.verify().broken, None);
    // Whole again, everything comes in.
    assert_eq!(b.take(&a.bundle("vr24")).refused, []);
    same(&a, &b);
}

#[test]
fn a_withdrawal_names_what_it_withdraws() {
    let (a, b, incident) = flood("links-misnamed");
    let line = write(&a, "vr23", &incident, "weg");
    b.take(&a.bundle("vr24"));
    a.withdraw(&line.stream, line.version);
    let lane = a.lanes()[PARTNERS].clone();
    let (last, before) = (lane.last().unwrap(), &lane[lane.len() - 2]);
    let said = String::from_utf8(last.payload.as_ref().unwrap().1.clone()).unwrap();
    for body in [
        said.replace("\"version\":2", "\"version\":1"),
        said.replace("\"version\":2", "\"version\":9"),
        "{}".to_owned(),
    ] {
        let event = header(last).event;
        let forged = next(before, &a.node_secret(), body.as_bytes(), |header| {
            header.event.clone_from(&event);
        });
        let why = leaves_all(&b, vec![vec![forged]]);
        assert!(matches!(why, NotReceived::Broken(..)), "{body}: {why}");
    }
}

#[test]
fn what_came_late_was_not_known_before() {
    let (a, b, first) = flood("links-late");
    b.clock.set("2026-11-23T10:30:00Z");
    let second = open(&b, "vr24", "Van B");
    b.clock.set("2026-11-23T12:00:00Z");
    b.take(&a.bundle("vr24"));
    let at = |incident: &StreamId, moment: &str| {
        let query = typed(&[("moment", moment)]);
        let path = "incident/incident/{stream}";
        b.page("vr24", path, &incident.to_string(), query).is_some()
    };
    let (before, after) = ("2026-11-23T11:00:00Z", "2026-11-23T12:30:00Z");
    assert_eq!((at(&first, before), at(&second, before)), (false, true));
    assert_eq!((at(&first, after), at(&second, after)), (true, true));
    let moment = before.parse().unwrap();
    let since = Query::all(&paraat_contract::CARDS).filter(paraat_contract::Filter::Since(moment));
    let rows = b
        .spine()
        .ledger()
        .reader
        .rows(&b.audience("vr24"), &since)
        .unwrap();
    assert_eq!(rows.rows.len(), 4);
}

#[test]
fn an_event_that_wants_a_newer_paraat_is_kept_and_read_after_the_update() {
    let newer = [&paraat_trust::MODULE, &NEWER];
    let older = [&paraat_trust::MODULE, &OLDER];
    let a = World::new("links-newer", &newer, &["vr23"]);
    let mut b = World::new("links-older", &older, &["vr24"]);
    b.trust(&"vr23".parse().unwrap());
    let wind = typed(&[("place", "Vlissingen"), ("force", "9")]);
    let report = a.act("vr23", "weather/report/report", wind).unwrap();
    let siren = a
        .act("vr23", "weather/siren/report", typed(&[("said", "getest")]))
        .unwrap();
    let taken = b.take(&a.bundle("vr24"));
    assert_eq!((taken.received.opaque, taken.refused.len()), (2, 0));
    let opaque = |world: &World, stream: &StreamId| {
        let reader = &world.spine().ledger().reader;
        let audience = world.audience("vr24");
        let past = reader
            .session(&audience, |session| session.history(stream, 9))
            .unwrap();
        past.iter().map(|past| past.opaque).collect::<Vec<_>>()
    };
    for stream in [&report.stream, &siren.stream] {
        assert_eq!(opaque(&b, stream), [true]);
    }
    assert_eq!(b.verify().broken, None);
    assert_eq!(a.lanes()[PARTNERS], b.lanes()[PARTNERS]);
    // It is handed on as it came.
    let c = World::new("links-newer-c", &newer, &["vr25"]);
    c.trust(&"vr23".parse().unwrap());
    c.take(&b.bundle("vr25"));
    let rows = |world: &World| {
        let reader = &world.spine().ledger().reader;
        let rows = reader
            .rows(&world.audience("vr23"), &Query::all(&FORCE))
            .unwrap();
        let values = rows.rows.iter().map(|row| row.values.clone());
        values.collect::<Vec<_>>()
    };
    assert_eq!((rows(&a).len(), rows(&c)), (2, rows(&a)));
    b.stop();
    std::thread::sleep(std::time::Duration::from_millis(300));
    b.modules = newer.to_vec();
    b.start();
    assert_eq!(rows(&b), rows(&a));
    for stream in [&report.stream, &siren.stream] {
        assert_eq!(opaque(&b, stream), [false]);
    }
    assert_eq!(b.verify().broken, None);
}
