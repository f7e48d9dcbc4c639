// SPDX-License-Identifier: EUPL-1.2
//! What is sealed does not exist for who was not let in, also not in its own organisation: two
//! nodes, one with a sealed record and one where it never was, answer them in the same words,
//! numbers and order. Who was let in knows that it is there, and reads it after opening it.
#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]
#![expect(dead_code, reason = "each test file uses its own part of crisis")]

mod common;
#[path = "common/crisis.rs"]
mod crisis;

use std::fmt::Write as _;
use std::time::Duration;

use common::World;
use crisis::{MODULES, open, typed, write};
use paraat_authority::Audience;
use paraat_contract::{AsKnown, CARDS, Desk as _, Filter, Need, Query, Refused, Table};
use paraat_kernel::{Actor, Function, Language, StreamId, opened};

/// What was sealed, added and put right.
const WORDS: [&str; 3] = ["zilverreiger", "sterrenwacht", "klokkentoren"];

struct Story {
    world: World,
    incident: StreamId,
    sealed: StreamId,
}

/// Somebody of the owner, with every function, whom these compartments let in.
fn let_in(compartments: &[&str]) -> Actor {
    Actor {
        compartments: compartments.iter().map(|it| (*it).to_owned()).collect(),
        ..World::actor("vr23")
    }
}

fn audience(world: &World, actor: &Actor) -> Audience {
    let audience = world
        .spine()
        .audience(Some(actor), Language::Nl, "Europe/Amsterdam");
    audience.unwrap()
}

/// Somebody who opened this record.
fn reader(world: &World, sealed: &StreamId) -> Audience {
    let mut audience = audience(world, &let_in(&["persons"]));
    audience.compartments.insert(opened("persons", sealed));
    audience
}

/// Does a verb of sealed records as this audience; at a record when there is one already.
fn act(
    story: (&World, &Audience),
    verb: &str,
    at: Option<(&StreamId, u64)>,
    fields: &[(&str, &str)],
) -> Result<StreamId, Refused> {
    let path = format!("incident/sealed/{verb}");
    let mut intent = story.0.intent("vr23", &path, typed(fields));
    intent.actor = Some(let_in(&["persons"]));
    intent.audience = story.1.clone();
    intent.target = at.map(|(stream, _)| stream.clone());
    intent.seen = at.map(|(_, seen)| seen);
    story.0.submit(intent).map(|receipt| receipt.stream)
}

fn seal(world: &World, incident: &StreamId) -> StreamId {
    let incident = incident.to_string();
    let audience = audience(world, &let_in(&["persons"]));
    let fields = [
        ("incident", incident.as_str()),
        ("compartment", "persons"),
        ("text", WORDS[0]),
        ("team", "population"),
    ];
    let sealed = act((world, &audience), "seal", None, &fields).unwrap();
    let reader = reader(world, &sealed);
    let more = [("text", WORDS[1])];
    act((world, &reader), "add", Some((&sealed, 1)), &more).unwrap();
    let right = [("entry", "1"), ("text", WORDS[2]), ("reason", "gespeld")];
    act((world, &reader), "correct", Some((&sealed, 2)), &right).unwrap();
    sealed
}

/// The same ordinary things at the same moments; what is sealed in between on one.
fn story(name: &str, with_sealed: bool) -> Story {
    let world = World::new(name, &MODULES, &["vr23", "vr24"]);
    world.clock.set("2026-11-23T10:01:00Z");
    let incident = open(&world, "vr23", "Hoogwater Maas");
    world.clock.set("2026-11-23T10:05:00Z");
    let sealed = match with_sealed {
        true => seal(&world, &incident),
        false => StreamId::derived("vr23".parse().unwrap(), "made.up", "sealed"),
    };
    world.clock.set("2026-11-23T10:10:00Z");
    write(&world, "vr24", &incident, "dijk houdt het hoogwater");
    world.searched();
    Story {
        world,
        incident,
        sealed,
    }
}

fn tables(world: &World) -> Vec<&'static Table> {
    let of_modules = world.modules.iter().flat_map(|module| module.tables);
    std::iter::once(&CARDS).chain(of_modules.copied()).collect()
}

/// All that the desk answers an audience: rows now, then and ever, streams, histories, entries,
/// what is found, and the pages of the crisis.
fn all(story: &Story, audience: &Audience) -> String {
    let desk = story.world.spine();
    let mut out = String::new();
    let moment = "2026-11-23T10:07:00Z".parse().unwrap();
    for table in tables(&story.world) {
        let states = [AsKnown::Now, AsKnown::At(moment), AsKnown::Ever];
        let all = states.map(|it| Query::all(table).as_known(it).page(0, 1000));
        let of_sealed = Query::all(table).filter(Filter::Stream(story.sealed.clone()));
        let mut needs: Vec<Need> = all.into_iter().chain([of_sealed]).map(Need::Rows).collect();
        needs.push(Need::Rows(Query::all(table).filter(Filter::Since(moment))));
        let (answers, _cursor) = desk.answers(audience, &needs).unwrap();
        writeln!(out, "{} {answers:?}", table.name).unwrap();
    }
    for stream in [&story.incident, &story.sealed] {
        let seen = desk.stream(audience, stream).unwrap();
        let entries = (1..4).map(|version| (stream.clone(), version)).collect();
        let needs = [Need::History(stream.clone(), 100), Need::Entries(entries)];
        let (past, _cursor) = desk.answers(audience, &needs).unwrap();
        writeln!(out, "{seen:?} {past:?}").unwrap();
    }
    for word in WORDS.iter().chain(&["hoogwater", "verzegeld", "persons"]) {
        let found = desk.search(audience, word, None, (0, 50)).unwrap();
        writeln!(out, "{found:?}").unwrap();
    }
    out
}

/// Those who were not let in, each otherwise.
fn shut_out(world: &World) -> Vec<(&'static str, Audience)> {
    let holding = |function: Function| Actor {
        functions: vec![function],
        ..let_in(&[])
    };
    vec![
        ("every function at the owner", audience(world, &let_in(&[]))),
        ("let into another", audience(world, &let_in(&["medical"]))),
        ("decider", audience(world, &holding(Function::Decider))),
        ("auditor", audience(world, &holding(Function::Auditor))),
        ("administrator", audience(world, &holding(Function::Admin))),
        ("another organisation", world.audience("vr24")),
        (
            "another organisation, let in there",
            Audience {
                compartments: ["persons".to_owned()].into(),
                ..world.audience("vr24")
            },
        ),
        ("public", Audience::public(Language::Nl, "Europe/Amsterdam")),
    ]
}

/// Addresses, drawn by chance, become numbers in the order in which they appear.
fn plain(text: &str) -> String {
    let mut known: Vec<&str> = Vec::new();
    let mut out = String::new();
    for part in text.split_inclusive(|c: char| !c.is_ascii_hexdigit() && c != '-') {
        let id = part.trim_end_matches(|c: char| !c.is_ascii_hexdigit() && c != '-');
        if id.len() < 32 {
            out.push_str(part);
            continue;
        }
        let at = known.iter().position(|it| *it == id);
        let at = at.unwrap_or_else(|| {
            known.push(id);
            known.len() - 1
        });
        write!(out, "#{at}{}", part.get(id.len()..).unwrap_or_default()).unwrap();
    }
    out
}

#[test]
fn for_who_was_not_let_in_it_never_was() {
    let (with, without) = (story("sealed-with", true), story("sealed-without", false));
    let others = shut_out(&without.world);
    for ((who, one), (_, other)) in shut_out(&with.world).iter().zip(&others) {
        let (seen, expected) = (all(&with, one), all(&without, other));
        for word in WORDS {
            assert!(!seen.contains(word), "{who}: {word}");
        }
        assert!(!seen.contains(&with.sealed.id.to_string()), "{who}");
        assert_eq!(plain(&seen), plain(&expected), "{who}");
    }
    assert!(with.world.verify().broken.is_none());
}

#[test]
fn who_was_let_in_knows_of_it_and_reads_it_after_opening_it() {
    let story = story("sealed-opened", true);
    let world = &story.world;
    let knows = audience(world, &let_in(&["persons", "medical"]));
    let seen = all(&story, &knows);
    assert!(seen.contains(&story.sealed.id.to_string()));
    for word in WORDS {
        assert!(!seen.contains(word), "{word}");
    }
    // Another record that was opened opens this one no more.
    let mut other = knows.clone();
    let elsewhere = StreamId::derived("vr23".parse().unwrap(), "made.up", "other");
    other.compartments.insert(opened("persons", &elsewhere));
    other.compartments.insert(opened("medical", &story.sealed));
    assert_eq!(all(&story, &other), seen);
    let read = all(&story, &reader(world, &story.sealed));
    for word in WORDS {
        assert!(read.contains(word), "{word}");
    }
}

#[test]
fn nobody_adds_to_it_who_was_not_let_in_or_did_not_open_it() {
    let story = story("sealed-adds", true);
    let world = &story.world;
    let more = [("text", "x")];
    let at = Some((&story.sealed, 3));
    for (who, audience) in shut_out(world) {
        let done = act((world, &audience), "add", at, &more);
        assert_eq!(done, Err(Refused::NotThere), "{who}");
    }
    let knows = audience(world, &let_in(&["persons"]));
    let done = act((world, &knows), "add", at, &more);
    assert_eq!(done, Err(Refused::NotThere));
    let incident = story.incident.to_string();
    let fields = [
        ("incident", incident.as_str()),
        ("compartment", "medical"),
        ("text", "x"),
    ];
    let done = act((world, &knows), "seal", None, &fields);
    assert!(matches!(done, Err(Refused::NotPermitted(_))), "{done:?}");
}

#[test]
fn nobody_is_woken_by_it_who_was_not_let_in() {
    let story = story("sealed-woken", true);
    let world = &story.world;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_time()
        .build()
        .unwrap();
    let woken = |audience: &Audience, cursor: &str| {
        let changed = world.spine().changed(audience, Some(cursor));
        let wait = Duration::from_millis(600);
        runtime.block_on(async { tokio::time::timeout(wait, changed).await.is_ok() })
    };
    let reader = reader(world, &story.sealed);
    let (_, cursor) = world.spine().answers(&reader, &[]).unwrap();
    let more = [("text", "nog iets")];
    let at = Some((&story.sealed, 3));
    act((world, &reader), "add", at, &more).unwrap();
    assert!(woken(&reader, &cursor));
    for (who, audience) in shut_out(world) {
        assert!(!woken(&audience, &cursor), "{who}");
    }
}

#[test]
fn it_goes_to_no_partner_and_stays_sealed_on_another_node_of_its_own() {
    let story = story("sealed-file-a", true);
    for partner in ["vr24", "vr31"] {
        let text = String::from_utf8(story.world.bundle(partner)).unwrap();
        let lanes = paraat_spine::read_bundle(text.as_bytes()).unwrap();
        for entry in lanes.iter().flatten() {
            let header = String::from_utf8_lossy(&entry.header);
            assert!(!header.contains("compartment"), "{partner}");
        }
    }
    let mut other = World::new("sealed-file-b", &MODULES, &["vr31"]);
    for organisation in ["vr23", "vr24"] {
        other.trust(&organisation.parse().unwrap());
    }
    assert_eq!(other.take(&story.world.bundle("vr23")).refused, []);
    other.searched();
    let there = Story {
        incident: story.incident.clone(),
        sealed: story.sealed.clone(),
        world: other,
    };
    let read = all(&there, &reader(&there.world, &there.sealed));
    assert!(read.contains(WORDS[0]));
    for (who, audience) in shut_out(&there.world) {
        let seen = all(&there, &audience);
        assert!(!seen.contains(&there.sealed.id.to_string()), "{who}");
        assert!(WORDS.iter().all(|word| !seen.contains(word)), "{who}");
    }
    other = there.world;
    assert_eq!(other.verify().broken, None);
    other.stop();
}
