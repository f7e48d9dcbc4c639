// SPDX-License-Identifier: EUPL-1.2
//! Facts on one node: what is held back is nobody else's, what is disputed stands beside, and a
//! confirmation makes nothing younger than it is.

#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]
#![expect(dead_code, reason = "each test file uses its own part of crisis")]

mod common;
#[path = "common/crisis.rs"]
mod crisis;

use common::World;
use crisis::{MODULES, act, all, holds, lacks, open, page, refusal, typed};
use paraat_contract::{Answer, AsKnown, CARDS, Desk as _, Need, Query};
use paraat_incident::tables::{DISPUTE, FACT, HELD};
use paraat_kernel::StreamId;
use paraat_spine::read_bundle;

fn world(name: &str) -> (World, StreamId) {
    let world = World::new(name, &MODULES, &["vr23", "vr24"]);
    let incident = open(&world, "vr23", "Hoogwater Maas");
    (world, incident)
}

/// Everything that a node tells an organisation, in one text.
fn everything(world: &World, organisation: &str, streams: &[&StreamId]) -> String {
    let audience = world.audience(organisation);
    let desk = world.spine();
    let mut out = String::new();
    for table in [&CARDS, &FACT, &HELD, &DISPUTE] {
        for as_known in [AsKnown::Now, AsKnown::Ever] {
            let query = Query::all(table).as_known(as_known).page(0, 1000);
            let (answers, _) = desk.answers(&audience, &[Need::Rows(query)]).unwrap();
            out.push_str(&format!("{answers:?}"));
        }
    }
    for stream in streams {
        let history = Need::History((*stream).clone(), 100);
        let (answers, _) = desk.answers(&audience, &[history]).unwrap();
        out.push_str(&format!("{:?}{answers:?}", desk.stream(&audience, stream)));
    }
    world.searched();
    let found = desk
        .search(&audience, "zilverreiger", None, (0, 50))
        .unwrap();
    out.push_str(&format!("{found:?}"));
    for entry in read_bundle(&world.bundle(organisation)).unwrap().concat() {
        let body = entry.payload.map(|(_, body)| body).unwrap_or_default();
        out.push_str(&String::from_utf8_lossy(&entry.header));
        out.push_str(&String::from_utf8_lossy(&body));
    }
    out
}

#[test]
fn what_is_held_back_is_nowhere_for_others_until_it_is_released() {
    let (world, incident) = world("facts-held");
    let dead = |value: &str| {
        let fields = [
            ("definition", "dead"),
            ("value", value),
            ("area", "Zilverreiger"),
        ];
        act(
            &world,
            "vr23",
            "incident/held-fact/hold",
            &incident,
            &fields,
        )
        .unwrap()
    };
    let held = dead("17").stream;
    let id = held.id.simple().to_string();
    let hidden = [
        "Zilverreiger",
        "zilverreiger",
        &id,
        &held.id.to_string(),
        "Nog niet gedeeld",
    ];
    lacks(&everything(&world, "vr24", &[&held]), &hidden);
    for kind in ["", "facts", "log", "report", "past"] {
        lacks(&page(&world, "vr24", (&incident, kind), &[]), &hidden);
    }
    let own = page(&world, "vr23", (&incident, "facts"), &[]);
    holds(
        &own,
        &["Nog niet gedeeld", "Zilverreiger", "17 mensen", "Vrijgeven"],
    );
    // Another cannot release what it does not know of.
    let address = held.to_string();
    let release = [
        ("definition", "dead"),
        ("value", "17"),
        ("area", "Zilverreiger"),
        ("heldAs", address.as_str()),
        ("informedBy", "Familierecherche"),
    ];
    let stolen = act(&world, "vr24", "incident/fact/release", &incident, &release);
    assert_eq!(refusal(stolen), "incident-refusal-not-held");
    act(&world, "vr23", "incident/fact/release", &incident, &release).unwrap();
    let seen = page(&world, "vr24", (&incident, "facts"), &[]);
    holds(&seen, &["Zilverreiger", "17 mensen"]);
    holds(&seen, &["Naasten geïnformeerd", "Familierecherche"]);
    let own = page(&world, "vr23", (&incident, "facts"), &[]);
    lacks(&own, &["Nog niet gedeeld", "Vrijgeven"]);
    // Held again with another figure: others keep the one that was released.
    dead("21");
    holds(
        &page(&world, "vr23", (&incident, "facts"), &[]),
        &["Nog niet gedeeld", "21 mensen", "17 mensen"],
    );
    lacks(
        &page(&world, "vr24", (&incident, "facts"), &[]),
        &["21 mensen"],
    );
    assert_eq!(world.verify().broken, None);
}

#[test]
fn a_dispute_stands_beside_the_fact_and_changes_nothing_in_it() {
    let (world, incident) = world("facts-dispute");
    let fields = [
        ("definition", "evacuated"),
        ("value", "1.240"),
        ("area", "Borgharen"),
    ];
    let fact = act(&world, "vr23", "incident/fact/state", &incident, &fields)
        .unwrap()
        .stream;
    let address = fact.to_string();
    let dispute = |who: &str, more: &[(&str, &str)]| {
        let about = [("fact", address.as_str())];
        world.act(who, "incident/dispute/say", typed(&[&about, more].concat()))
    };
    assert_eq!(
        refusal(dispute("vr23", &[("value", "2")])),
        "incident-refusal-own-fact"
    );
    let before = all(&world, "vr23", &FACT);
    dispute(
        "vr24",
        &[("value", "900"), ("reason", "geteld aan de brug")],
    )
    .unwrap();
    for who in ["vr23", "vr24"] {
        let page = page(&world, who, (&incident, "facts"), &[]);
        holds(
            &page,
            &["1.240 mensen", "vr24 zegt: 900", "geteld aan de brug"],
        );
    }
    assert_eq!(all(&world, "vr23", &FACT), before);
    dispute("vr24", &[("reason", "dubbel geteld")]).unwrap();
    let seen = page(&world, "vr23", (&incident, "facts"), &[]);
    holds(&seen, &["vr24 weet het anders: dubbel geteld"]);
    let drop = typed(&[("fact", &address)]);
    world.act("vr24", "incident/dispute/drop", drop).unwrap();
    lacks(
        &page(&world, "vr23", (&incident, "facts"), &[]),
        &["dubbel geteld"],
    );
    let path = "incident/fact/{stream}";
    let thing = world.page("vr24", path, &address, typed(&[])).unwrap();
    holds(&thing, &["Borgharen", "1.240 mensen", "Vastgesteld"]);
}

#[test]
fn a_confirmation_leaves_when_it_was_observed() {
    let (world, incident) = world("facts-observed");
    let fields = [
        ("definition", "water-level"),
        ("value", "43,92"),
        ("above", "nap"),
        ("observed", "2026-11-23T09:15:00Z"),
    ];
    let fact = act(&world, "vr23", "incident/fact/state", &incident, &fields).unwrap();
    world.clock.set("2026-11-23T11:00:00Z");
    let source = typed(&[("source", "Waterschap")]);
    world
        .act_at("vr23", "incident/fact/confirm", &fact.stream, 1, source)
        .unwrap();
    let row = all(&world, "vr24", &FACT).remove(0);
    assert_eq!(row.text("reliability"), "confirmed");
    assert_eq!(row.text("observed"), "2026-11-23T09:15:00Z");
    let seen = page(&world, "vr24", (&incident, "facts"), &[]);
    holds(&seen, &["43,92 m NAP", "Bevestigd"]);
    let rows = Query::all(&CARDS).is("kind", "fact");
    let (answers, _) = world
        .spine()
        .answers(&world.audience("vr24"), &[Need::Rows(rows)])
        .unwrap();
    let Answer::Rows(found) = &answers[0] else {
        panic!("{answers:?}")
    };
    assert_eq!(found.rows[0].text("status"), "confirmed");
}
