// SPDX-License-Identifier: EUPL-1.2
//! From what stands in the record to what is made of it, on one node: lines, meetings, joins that
//! do not hold, and with how many something is shared.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test that fails here is a failing test"
)]
#![expect(dead_code, reason = "each test file uses its own part of crisis")]

mod common;
#[path = "common/crisis.rs"]
mod crisis;

use std::collections::BTreeMap;

use common::World;
use crisis::{MODULES, act, all, holds, join, lacks, open, page, refusal, share, typed, write};
use paraat_contract::{Desk as _, Help, Params, Scene};
use paraat_incident::tables::{DECISION, FACT};
use paraat_kernel::StreamId;
use paraat_ui::field::Typed;
use paraat_ui::words::{PLATFORM, Words};

fn world(name: &str) -> (World, StreamId) {
    let world = World::new(name, &MODULES, &["vr23", "vr24", "vr25"]);
    let incident = open(&world, "vr23", "Hoogwater Maas");
    (world, incident)
}

/// What a form in which this stands has from the record, as an organisation sees it.
fn help(world: &World, organisation: &str, (kind, verb): (&str, &str), query: Typed) -> Help {
    let kind = world.spine().kind(&format!("incident.{kind}")).unwrap();
    let aid = kind.aid(verb).unwrap();
    let params = Params {
        query,
        now: "2026-11-23T12:00:00Z".parse().unwrap(),
        ..Params::default()
    };
    let audience = world.audience(organisation);
    let (answers, _) = world
        .spine()
        .answers(&audience, &(aid.needs)(&params))
        .unwrap();
    let words = Words::new(&[PLATFORM, paraat_incident::MODULE.words].concat()).unwrap();
    let scene = Scene {
        audience: &audience,
        words: &words,
        params: &params,
        organisations: &BTreeMap::new(),
        head: None,
    };
    (aid.help)(&answers, &scene)
}

#[test]
fn a_line_becomes_a_fact_that_knows_the_line_it_came_from() {
    let (world, incident) = world("desk-line");
    let text = "Nu 12 gewonden bij de kerk";
    let line = write(&world, "vr24", &incident, text).stream;
    let line = format!("{line}#1");
    let from = || typed(&[("incident", &incident.to_string()), ("fromLine", &line)]);
    let begins = help(&world, "vr23", ("fact", "state"), from()).typed;
    assert_eq!(begins.get("value"), "12");
    let fields = [
        ("definition", "injured"),
        ("value", begins.get("value")),
        ("fromLine", &line),
    ];
    act(&world, "vr23", "incident/fact/state", &incident, &fields).unwrap();
    let facts = all(&world, "vr25", &FACT);
    assert_eq!(
        (facts[0].text("value"), facts[0].text("line")),
        ("12", &*line)
    );
    for (kind, verb) in [
        ("action", "give"),
        ("bottleneck", "raise"),
        ("decision", "take"),
    ] {
        let begins = help(&world, "vr23", (kind, verb), from()).typed;
        assert_eq!(begins.get("text"), text, "{kind}");
    }
    let begins = help(&world, "vr23", ("layer", "place"), from()).typed;
    assert_eq!(begins.get("title"), text);
}

#[test]
fn a_line_in_a_circle_fills_in_nothing_for_who_is_outside() {
    let (world, _) = world("desk-secret");
    let made = typed(&[("name", "kring"), ("purpose", "x")]);
    let circle = world.act("vr23", "trust/circle/make", made).unwrap().stream;
    let fields = typed(&[("title", "besloten"), ("circle", &circle.to_string())]);
    let secret = world
        .act("vr23", "incident/incident/open", fields)
        .unwrap()
        .stream;
    let line = write(&world, "vr23", &secret, "zilverreiger 12").stream;
    let from = || {
        let line = format!("{line}#1");
        typed(&[
            ("incident", &secret.to_string()),
            ("fromLine", &line),
            ("text", "zilverreiger"),
        ])
    };
    assert_eq!(
        help(&world, "vr23", ("fact", "state"), from())
            .typed
            .get("value"),
        "12"
    );
    let outside = help(&world, "vr24", ("fact", "state"), from());
    assert!(outside.typed.0.is_empty() && outside.facts.is_empty());
    let found = |who| {
        help(&world, who, ("question", "ask"), from())
            .beside
            .remove(0)
            .1
    };
    holds(&found("vr23").into_string(), &["zilverreiger 12"]);
    lacks(&found("vr24").into_string(), &["zilverreiger"]);
}

#[test]
fn a_form_says_with_how_many_it_will_be_shared() {
    let (world, open_to_all) = world("desk-shared");
    let made = typed(&[("name", "kring"), ("purpose", "x")]);
    let circle = world.act("vr23", "trust/circle/make", made).unwrap().stream;
    for (at, who) in ["vr24", "vr25"].into_iter().enumerate() {
        let seen = 1 + at as u64;
        let admit = typed(&[("organisation", who)]);
        world
            .act_at("vr23", "trust/circle/admit", &circle, seen, admit)
            .unwrap();
    }
    let fields = typed(&[("title", "besloten"), ("circle", &circle.to_string())]);
    let closed = world
        .act("vr23", "incident/incident/open", fields)
        .unwrap()
        .stream;
    let shared = |who: &str, verb: &str, incident: &StreamId| {
        let about = typed(&[("incident", &incident.to_string())]);
        let intent = world.intent(who, &format!("incident/{verb}"), about);
        world.spine().start(&intent).unwrap().unwrap().shared
    };
    assert_eq!(shared("vr24", "part/share", &closed), Some(2));
    // All whom the registers name, but oneself: here that is vr23 alone.
    assert_eq!(shared("vr24", "part/share", &open_to_all), Some(1));
    assert_eq!(shared("vr23", "part/share", &open_to_all), Some(0));
    assert_eq!(shared("vr23", "held-fact/hold", &open_to_all), Some(0));
}

#[test]
fn what_another_joined_by_mistake_is_kept_apart_by_either_side_until_it_joins() {
    let (world, ours) = world("desk-apart");
    let theirs = open(&world, "vr24", "Brand op de hei");
    share(
        &world,
        "vr24",
        &theirs,
        ("water", "critical", "van de hei"),
        None,
    );
    join(&world, "vr24", &theirs, &ours);
    holds(
        &page(&world, "vr23", (&ours, ""), &[]),
        &["van de hei", "Brand op de hei"],
    );
    let apart = || typed(&[("with", &theirs.to_string())]);
    let path = "incident/incident/keep-apart";
    world.act_at("vr23", path, &ours, 1, apart()).unwrap();
    for (who, incident) in [("vr23", &ours), ("vr25", &ours)] {
        lacks(
            &page(&world, who, (incident, ""), &[]),
            &["van de hei", "Brand op de hei"],
        );
    }
    // Nor does what this side says stand in the picture of the other.
    share(
        &world,
        "vr23",
        &ours,
        ("people", "raised", "van de Maas"),
        None,
    );
    lacks(&page(&world, "vr24", (&theirs, ""), &[]), &["van de Maas"]);
    assert_eq!(
        refusal(world.act_at("vr23", path, &ours, 2, apart())),
        "incident-refusal-apart"
    );
    join(&world, "vr23", &ours, &theirs);
    holds(&page(&world, "vr23", (&ours, ""), &[]), &["van de hei"]);
    holds(&page(&world, "vr24", (&theirs, ""), &[]), &["van de Maas"]);
    assert_eq!(world.verify().broken, None);
}

#[test]
fn a_meeting_shows_what_stands_in_the_whole_crisis_and_what_it_decided() {
    let (world, incident) = world("desk-meeting");
    let other = open(&world, "vr24", "Hoogwater Maas Noord");
    join(&world, "vr24", &other, &incident);
    let fields = [("text", "Geen aggregaat"), ("to", "vr23")];
    act(&world, "vr24", "incident/bottleneck/raise", &other, &fields).unwrap();
    let at = [("at", "2026-11-23T13:00:00Z"), ("team", "rot")];
    let called = act(&world, "vr23", "incident/meeting/call", &incident, &at).unwrap();
    let meeting = called.stream.to_string();
    let fields = |meeting: &str| {
        [
            ("text", "Arcen ontruimen".to_owned()),
            ("meeting", meeting.to_owned()),
        ]
    };
    let take = |who: &str, incident: &StreamId| {
        let said = fields(&meeting);
        let said: Vec<(&str, &str)> = said.iter().map(|(n, v)| (*n, v.as_str())).collect();
        act(&world, who, "incident/decision/take", incident, &said)
    };
    let drawn = || {
        let path = "incident/meeting/{stream}";
        world
            .page("vr23", path, &meeting, Typed::default())
            .unwrap()
    };
    holds(&drawn(), &["Geen aggregaat", "In dit overleg besloten"]);
    lacks(&drawn(), &["Arcen ontruimen"]);
    take("vr23", &incident).unwrap();
    holds(&drawn(), &["Arcen ontruimen"]);
    // A meeting of another, or of another crisis, takes no decision.
    assert_eq!(
        refusal(take("vr24", &incident)),
        "incident-refusal-no-meeting"
    );
    let elsewhere = open(&world, "vr23", "Iets anders");
    assert_eq!(
        refusal(take("vr23", &elsewhere)),
        "incident-refusal-no-meeting"
    );
    assert_eq!(all(&world, "vr24", &DECISION)[0].text("meeting"), meeting);
}

#[test]
fn two_moments_are_compared_over_decisions_actions_and_objects_too() {
    let (world, incident) = world("desk-between");
    world.clock.set("2026-11-23T10:30:00Z");
    let fields = [("text", "Zandzakken leggen"), ("to", "vr24")];
    let given = act(&world, "vr23", "incident/action/give", &incident, &fields).unwrap();
    let said = [("text", "Arcen ontruimen")];
    act(&world, "vr23", "incident/decision/take", &incident, &said).unwrap();
    crisis::place(&world, "vr23", &incident, "rot", "Commandopost");
    world.clock.set("2026-11-23T11:00:00Z");
    let of = given.stream.to_string();
    let done = [("of", of.as_str()), ("text", "Ze liggen er")];
    act(&world, "vr24", "incident/response/finish", &incident, &done).unwrap();
    let between = |from: &str, until: &str| {
        let moments = [("from", from), ("until", until)];
        let drawn = page(&world, "vr25", (&incident, "past"), &moments);
        let at = drawn.find("id=\"between\"").unwrap();
        drawn[at..].to_owned()
    };
    let whole = between("2026-11-23T10:20:00Z", "2026-11-23T10:45:00Z");
    holds(
        &whole,
        &["Zandzakken leggen", "Arcen ontruimen", "Commandopost"],
    );
    lacks(&whole, &["Ze liggen er"]);
    let later = between("2026-11-23T10:45:00Z", "2026-11-23T11:30:00Z");
    holds(&later, &["Ze liggen er"]);
    lacks(&later, &["Arcen ontruimen", "Commandopost"]);
}
