// SPDX-License-Identifier: EUPL-1.2
//! The shared picture on one node: everyone keeps their own part, all see the composition, and
//! any moment can be seen again.

#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]
#![expect(dead_code, reason = "each test file uses its own part of crisis")]

mod common;
#[path = "common/crisis.rs"]
mod crisis;

use common::World;
use crisis::{MODULES, join, open, picture, place, share, typed, write};
use paraat_contract::{CARDS, Filter, Order, Query, Refused, card_of};
use paraat_kernel::{Card, StreamId};
use paraat_ui::field::Typed;

fn world(name: &str) -> (World, StreamId) {
    let world = World::new(name, &MODULES, &["vr23", "vr24", "vr25"]);
    let incident = open(&world, "vr23", "Hoogwater Maas");
    (world, incident)
}

fn holds(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part} is not in {page}");
    }
}

/// The cards of one kind under a thing.
fn under(world: &World, organisation: &str, kind: &str, above: &StreamId) -> Vec<Card> {
    let query = Query::all(&CARDS)
        .is("kind", kind)
        .is("under", above.to_string())
        .by(Order::Up("sort"));
    let reader = &world.spine().ledger().reader;
    let rows = reader.rows(&world.audience(organisation), &query).unwrap();
    rows.rows.iter().map(card_of).collect()
}

#[test]
fn an_incident_opens_with_one_field_and_lines_are_numbered_per_organisation() {
    let (world, incident) = world("incident-lines");
    for (organisation, text) in [("vr23", "een"), ("vr24", "twee"), ("vr23", "drie")] {
        write(&world, organisation, &incident, text);
    }
    let lines = under(&world, "vr25", "log-line", &incident);
    let said: Vec<_> = lines
        .iter()
        .map(|card| {
            (
                card.stream.owner.as_str(),
                card.part.as_str(),
                card.body.nl.as_str(),
            )
        })
        .collect();
    let expected = [
        ("vr23", "log-line/1", "een"),
        ("vr24", "log-line/1", "twee"),
        ("vr23", "log-line/2", "drie"),
    ];
    assert_eq!(said, expected);
    assert_eq!(world.verify().broken, None);
}

#[test]
fn a_line_tells_when_it_happened_and_when_it_was_recorded() {
    let (world, incident) = world("incident-happened");
    let fields = typed(&[
        ("incident", &incident.to_string()),
        ("text", "Kade doorgebroken"),
        ("happened", "2026-11-23T10:12:00+01:00"),
    ]);
    world.act("vr23", "incident/log/write", fields).unwrap();
    let query = Query::all(&paraat_incident::tables::LINE);
    let reader = &world.spine().ledger().reader;
    let rows = reader.rows(&world.audience("vr24"), &query).unwrap();
    assert_eq!(rows.rows[0].text("happened"), "2026-11-23T09:12:00Z");
    assert!(rows.rows[0].since > "2026-11-23T10:00:00Z".parse().unwrap());
}

#[test]
fn each_organisation_shares_its_own_part_and_nobody_overwrites() {
    let (world, incident) = world("incident-parts");
    share(
        &world,
        "vr23",
        &incident,
        ("water", "raised", "kade houdt"),
        None,
    );
    share(
        &world,
        "vr24",
        &incident,
        ("water", "critical", "kade wijkt"),
        None,
    );
    let receipt = share(
        &world,
        "vr23",
        &incident,
        ("water", "serious", "toch niet"),
        Some(1),
    );
    assert_eq!(receipt.version, 2);
    let page = picture(&world, "vr25", &incident).unwrap();
    holds(
        &page,
        &[
            "toch niet",
            "kade wijkt",
            "Kritiek",
            "Teams zien dit verschillend",
            "Hier zegt nog niemand iets over",
        ],
    );
    assert!(!page.contains("kade houdt"));
    let stale = typed(&[
        ("incident", &incident.to_string()),
        ("theme", "water"),
        ("status", "normal"),
    ]);
    let mut intent = world.intent("vr23", "incident/part/share", stale);
    intent.seen = Some(1);
    let refused = world.submit(intent).unwrap_err();
    assert!(
        matches!(refused, Refused::Stale { version: 2, .. }),
        "{refused:?}"
    );
}

#[test]
fn two_of_one_team_write_about_different_themes_and_never_over_each_other() {
    let (world, incident) = world("incident-themes");
    let water = |text| ("water", "raised", text);
    share(&world, "vr23", &incident, water("kade houdt"), None);
    // Both forms were opened before anything stood there, or when only water did.
    for (theme, seen, version) in [("people", None, 2), ("health", Some(1), 3)] {
        let said = (theme, "normal", "rustig");
        assert_eq!(
            share(&world, "vr23", &incident, said, seen).version,
            version
        );
    }
    assert_eq!(
        share(&world, "vr23", &incident, water("kade wijkt"), Some(1)).version,
        4
    );
    for seen in [Some(1), Some(3), Some(9), None] {
        let fields = typed(&[
            ("incident", &incident.to_string()),
            ("theme", "water"),
            ("status", "normal"),
        ]);
        let mut intent = world.intent("vr23", "incident/part/share", fields);
        intent.seen = seen;
        let refused = world.submit(intent).unwrap_err();
        let held = matches!(
            refused,
            Refused::Stale { version: 4, .. } | Refused::NotSeen { version: 4 }
        );
        assert!(held, "{seen:?} {refused:?}");
    }
}

#[test]
fn objects_are_placed_moved_and_taken_away() {
    let (world, incident) = world("incident-objects");
    place(&world, "vr23", &incident, "copi", "Commandopost");
    let act = |verb: &str, more: &[(&str, &str)]| {
        let incident = incident.to_string();
        let about = [
            ("incident", incident.as_str()),
            ("team", "copi"),
            ("object", "1"),
        ];
        let fields = typed(&[&about, more].concat());
        world.act("vr23", &format!("incident/layer/{verb}"), fields)
    };
    let map = || {
        let path = "incident/incident/{stream}/map";
        let page = world.page("vr24", path, &incident.to_string(), Typed::default());
        page.unwrap()
    };
    holds(&map(), &["Commandopost", "51.37000, 6.17000", "RD "]);
    act("move", &[("at", "51.38, 6.18\n51.39, 6.18")]).unwrap();
    holds(&map(), &["51.38000, 6.18000", "shape-line"]);
    act("confirm", &[]).unwrap();
    act("remove", &[]).unwrap();
    assert!(!map().contains("Commandopost"));
    assert!(under(&world, "vr24", "object", &incident).is_empty());
    let swapped = act("move", &[("at", "6.18, 51.38")]);
    assert!(matches!(swapped, Err(Refused::Rule(_))), "{swapped:?}");
}

#[test]
fn the_picture_is_composed_over_all_that_is_joined_along_chains_too() {
    let (world, first) = world("incident-joined");
    let second = open(&world, "vr24", "Dijk bij Mook");
    let third = open(&world, "vr25", "Wateroverlast");
    let apart = open(&world, "vr25", "Stroomstoring");
    for (organisation, incident, text) in [
        ("vr23", &first, "regel-een"),
        ("vr24", &second, "regel-twee"),
        ("vr25", &third, "regel-drie"),
        ("vr25", &apart, "regel-apart"),
    ] {
        write(&world, organisation, incident, text);
    }
    // Each join is said by another side, so the chain is followed both ways.
    join(&world, "vr24", &second, &first);
    join(&world, "vr24", &second, &third);
    for incident in [&first, &second, &third] {
        let page = picture(&world, "vr24", incident).unwrap();
        holds(&page, &["regel-een", "regel-twee", "regel-drie"]);
        assert!(!page.contains("regel-apart"));
    }
    assert!(
        !picture(&world, "vr25", &apart)
            .unwrap()
            .contains("regel-een")
    );
}

#[test]
fn any_moment_is_seen_again_as_it_was_known() {
    let (world, incident) = world("incident-as-known");
    share(
        &world,
        "vr23",
        &incident,
        ("water", "raised", "kade houdt"),
        None,
    );
    world.clock.set("2026-11-23T11:00:00Z");
    share(
        &world,
        "vr23",
        &incident,
        ("water", "critical", "kade wijkt"),
        Some(1),
    );
    write(&world, "vr24", &incident, "evacuatie");
    let at = |moment: &str| {
        let path = "incident/incident/{stream}";
        let query = typed(&[("moment", moment)]);
        world.page("vr25", path, &incident.to_string(), query)
    };
    let then = at("2026-11-23T10:30:00Z").unwrap();
    holds(&then, &["kade houdt", "U ziet wat hier bekend was op"]);
    assert!(!then.contains("kade wijkt") && !then.contains("evacuatie"));
    holds(
        &at("2026-11-23T12:00:00Z").unwrap(),
        &["kade wijkt", "evacuatie"],
    );
    assert_eq!(at("2026-11-23T09:00:00Z"), None);
    holds(&at("gisteren").unwrap(), &["kade wijkt", "niet te lezen"]);
}

#[test]
fn what_is_added_to_an_incident_is_shared_as_widely_and_no_wider() {
    let (world, _) = world("incident-circle");
    let name = typed(&[("name", "Dijkring")]);
    let circle = world.act("vr23", "trust/circle/make", name).unwrap().stream;
    let admit = typed(&[("organisation", "vr24")]);
    world
        .act_at("vr23", "trust/circle/admit", &circle, 1, admit)
        .unwrap();
    let fields = typed(&[("title", "Lek"), ("circle", &circle.to_string())]);
    let opened = world
        .act("vr23", "incident/incident/open", fields.clone())
        .unwrap();
    let line = write(&world, "vr24", &opened.stream, "stil houden");
    let lines: Query =
        Query::all(&paraat_incident::tables::LINE).filter(Filter::Stream(line.stream));
    let seen = |organisation: &str| {
        let reader = &world.spine().ledger().reader;
        let rows = reader.rows(&world.audience(organisation), &lines).unwrap();
        rows.rows.len()
    };
    assert_eq!((seen("vr23"), seen("vr24"), seen("vr25")), (1, 1, 0));
    assert_eq!(picture(&world, "vr25", &opened.stream), None);
    let outsider = world.act("vr25", "incident/incident/open", fields);
    let Err(Refused::Rule(refusal)) = outsider else {
        panic!("{outsider:?}")
    };
    assert_eq!(refusal.key, "incident-refusal-circle-not-there");
    let before = world.verify().entries;
    let fields = typed(&[("incident", &opened.stream.to_string()), ("text", "x")]);
    let outsider = world.act("vr25", "incident/log/write", fields);
    assert!(matches!(outsider, Err(Refused::Rule(_))), "{outsider:?}");
    assert_eq!(world.verify().entries, before);
}
