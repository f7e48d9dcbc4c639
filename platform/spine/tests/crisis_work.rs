// SPDX-License-Identifier: EUPL-1.2
//! Numbers, requests, bottlenecks, decisions, reports and moments of a crisis on one node.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that fails here is a failing test"
)]
#![expect(dead_code, reason = "each test file uses its own part of crisis")]

mod common;
#[path = "common/crisis.rs"]
mod crisis;

use std::collections::BTreeMap;

use common::World;
use crisis::{MODULES, act, all, holds, join, lacks, open, page, refusal, share, typed, write};
use paraat_contract::{Answer, Desk as _, Need, Receipt};
use paraat_incident::tables::{ACTION, DECISION, LINE, QUESTION, REPORT, RESPONSE, SYNTHESIS};
use paraat_kernel::StreamId;

fn world(name: &str) -> (World, StreamId) {
    let world = World::new(name, &MODULES, &["vr23", "vr24", "vr25", "jenv"]);
    let incident = open(&world, "vr23", "Hoogwater Maas");
    (world, incident)
}

fn give(world: &World, (who, team): (&str, &str), incident: &StreamId, text: &str) -> Receipt {
    let fields = [("text", text), ("to", who), ("team", team)];
    act(world, who, "incident/action/give", incident, &fields).unwrap()
}

#[test]
fn numbers_are_unique_for_a_team_also_after_a_withdrawal_and_a_restart() {
    let (mut world, incident) = world("work-numbers");
    give(&world, ("vr23", "rot"), &incident, "een");
    let second = give(&world, ("vr23", "rot"), &incident, "twee");
    give(&world, ("vr23", "copi"), &incident, "een van copi");
    give(&world, ("vr24", "rot"), &incident, "een van vr24");
    world.withdraw(&second.stream, 1);
    let nothing = [("text", ""), ("to", "vr23"), ("team", "rot")];
    act(&world, "vr23", "incident/action/give", &incident, &nothing).unwrap_err();
    let nowhere = StreamId::derived("vr23".parse().unwrap(), "incident.incident", "nergens");
    let fields = [("text", "x"), ("to", "vr23"), ("team", "rot")];
    act(&world, "vr23", "incident/action/give", &nowhere, &fields).unwrap_err();
    give(&world, ("vr23", "rot"), &incident, "drie");
    let mut written = Vec::new();
    for text in ["a", "b", "c"] {
        written.push(write(&world, "vr23", &incident, text));
    }
    world.withdraw(&written[1].stream, written[1].version);
    world.stop();
    std::thread::sleep(std::time::Duration::from_millis(300));
    world.start();
    give(&world, ("vr23", "rot"), &incident, "vier");
    write(&world, "vr23", &incident, "d");
    let actions = all(&world, "vr25", &ACTION);
    let mut numbers: Vec<_> = actions
        .iter()
        .map(|row| {
            (
                row.text("by"),
                row.text("team"),
                row.whole("number").unwrap(),
            )
        })
        .collect();
    numbers.sort_unstable();
    let count = numbers.len();
    numbers.dedup();
    assert_eq!(numbers.len(), count, "{numbers:?}");
    let of_rot = actions
        .iter()
        .find(|row| row.text("text") == "vier")
        .unwrap();
    assert_eq!(of_rot.whole("number"), Some(4));
    let lines = all(&world, "vr25", &LINE);
    let told: Vec<_> = lines
        .iter()
        .map(|row| (row.whole("number"), row.text("text")))
        .collect();
    assert_eq!(told, [(Some(1), "a"), (Some(3), "c"), (Some(4), "d")]);
    holds(
        &page(&world, "vr25", (&incident, "actions"), &[]),
        &["VR23 ROT 4", "VR23 CoPI 1"],
    );
    assert_eq!(world.verify().broken, None);
}

/// Says something to a thing.
fn respond(
    world: &World,
    (who, verb): (&str, &str),
    (incident, of): (&StreamId, &StreamId),
    text: &str,
) -> Result<Receipt, paraat_contract::Refused> {
    let of = of.to_string();
    let fields = [("of", of.as_str()), ("text", text)];
    let fields = &fields[..if text.is_empty() { 1 } else { 2 }];
    act(
        world,
        who,
        &format!("incident/response/{verb}"),
        incident,
        fields,
    )
}

#[test]
fn a_request_is_answered_by_who_was_asked_and_nobody_else() {
    let (world, incident) = world("work-request");
    let fields = [("text", "Twee pompen"), ("to", "vr24"), ("team", "rot")];
    let of = act(&world, "vr23", "incident/action/give", &incident, &fields)
        .unwrap()
        .stream;
    let thing = (&incident, &of);
    for (who, verb) in [("vr25", "accept"), ("vr23", "accept"), ("vr23", "finish")] {
        let refused = refusal(respond(&world, (who, verb), thing, ""));
        assert_eq!(refused, "incident-refusal-not-asked", "{who}");
    }
    let own = world.act_at("vr23", "incident/action/finish", &of, 1, typed(&[]));
    assert_eq!(refusal(own), "incident-refusal-a-request");
    respond(&world, ("vr24", "accept"), thing, "Over een uur").unwrap();
    holds(
        &page(&world, "vr23", (&incident, "actions"), &[]),
        &["Aangenomen", "Over een uur"],
    );
    respond(&world, ("vr24", "finish"), thing, "Staan er").unwrap();
    let done = page(&world, "vr23", (&incident, "actions"), &[]);
    holds(&done, &["Afgehandelde acties", "Gedaan", "Staan er"]);
    let again = respond(&world, ("vr24", "finish"), thing, "nog eens");
    assert_eq!(refusal(again), "incident-refusal-response-step");
    assert_eq!(all(&world, "vr25", &RESPONSE).len(), 1);
}

#[test]
fn a_question_to_whoever_knows_gets_every_answer_and_one_asks_it_too() {
    let (world, incident) = world("work-question");
    let fields = [
        ("text", "Is de brug open?"),
        ("decision", "Route van de ambulances"),
    ];
    let of = act(&world, "vr23", "incident/question/ask", &incident, &fields)
        .unwrap()
        .stream;
    let thing = (&incident, &of);
    respond(&world, ("jenv", "ask-too"), thing, "").unwrap();
    respond(&world, ("vr24", "answer"), thing, "Dicht").unwrap();
    respond(
        &world,
        ("vr25", "answer"),
        thing,
        "Dicht voor vrachtverkeer",
    )
    .unwrap();
    let seen = page(&world, "vr23", (&incident, "questions"), &[]);
    holds(
        &seen,
        &[
            "Dit vraagt ook: jenv",
            "Dicht voor vrachtverkeer",
            "vr24",
            "vr25",
        ],
    );
    holds(&seen, &["Beantwoord", "Route van de ambulances"]);
    world
        .act_at("vr23", "incident/question/close", &of, 1, typed(&[]))
        .unwrap();
    let late = respond(&world, ("vr24", "answer"), thing, "Toch open");
    assert_eq!(refusal(late), "incident-refusal-not-open");
    assert_eq!(all(&world, "vr24", &QUESTION)[0].text("standing"), "closed");
}

#[test]
fn a_bottleneck_goes_up_and_its_answer_comes_back_down() {
    let (world, incident) = world("work-bottleneck");
    let raise = |who: &str, to: &str, more: &[(&str, &str)]| {
        let fields = [&[("text", "Geen zandzakken"), ("to", to)], more].concat();
        act(&world, who, "incident/bottleneck/raise", &incident, &fields)
    };
    let first = raise("vr23", "vr24", &[("team", "copi")]).unwrap().stream;
    let below = first.to_string();
    let stolen = raise("vr25", "jenv", &[("below", &below)]);
    assert_eq!(refusal(stolen), "incident-refusal-not-raised-to-us");
    let second = raise("vr24", "jenv", &[("below", &below)]).unwrap().stream;
    let answer = "Defensie brengt er tienduizend";
    respond(&world, ("jenv", "answer"), (&incident, &second), answer).unwrap();
    let seen = page(&world, "vr23", (&incident, "bottlenecks"), &[]);
    holds(&seen, &["Meegenomen naar hoger", answer, "jenv"]);
    // One chain: what was raised on stands under what it was raised from, once.
    assert_eq!(
        seen.matches(&format!("/incident/bottleneck/{second}"))
            .count(),
        1
    );
    let how = typed(&[("how", "Geleverd")]);
    world
        .act_at("vr23", "incident/bottleneck/resolve", &first, 1, how)
        .unwrap();
    let seen = page(&world, "vr23", (&incident, "bottlenecks"), &[]);
    holds(&seen, &["Opgelost", "Geleverd"]);
}

#[test]
fn a_decision_rests_on_what_was_known_and_on_nothing_later() {
    let (world, incident) = world("work-decision");
    share(
        &world,
        "vr24",
        &incident,
        ("water", "raised", "kade houdt"),
        None,
    );
    world.clock.set("2026-11-23T10:10:00Z");
    write(&world, "vr25", &incident, "net na het beeld");
    world.clock.set("2026-11-23T10:20:00Z");
    let take = |rests_on: &str, text: &str| {
        let fields = [("text", text), ("restsOn", rests_on)];
        act(&world, "vr23", "incident/decision/take", &incident, &fields).unwrap();
    };
    take("2026-11-23T10:05:00Z", "Ontruimen");
    take("2026-11-23T15:00:00Z", "Vooruit gekeken");
    world.clock.set("2026-11-23T11:00:00Z");
    share(
        &world,
        "vr24",
        &incident,
        ("water", "critical", "kade wijkt"),
        Some(1),
    );
    let rows = all(&world, "vr25", &DECISION);
    let rests_on = rows[0].text("rests_on");
    assert_eq!(rests_on, "2026-11-23T10:05:00Z");
    let later = rows[1].text("rests_on");
    assert!(later.starts_with("2026-11-23T10:20:00"), "{later}");
    let then = page(&world, "vr25", (&incident, ""), &[("moment", rests_on)]);
    holds(&then, &["kade houdt"]);
    lacks(&then, &["kade wijkt", "net na het beeld"]);
    let link = format!("/incident/incident/{incident}?moment={rests_on}");
    holds(
        &page(&world, "vr25", (&incident, "decisions"), &[]),
        &["Ontruimen", &link],
    );
}

#[test]
fn a_decision_names_the_lanes_it_rests_on_and_nobodys_own() {
    let (world, incident) = world("work-cut");
    world.clock.set("2026-11-23T10:10:00Z");
    write(&world, "vr25", &incident, "stond op het scherm");
    let held = [("definition", "dead"), ("value", "2"), ("area", "Itteren")];
    act(&world, "vr23", "incident/held-fact/hold", &incident, &held).unwrap();
    let there: BTreeMap<String, u64> = world
        .lanes()
        .into_iter()
        .map(|(name, entries)| (name, entries.len() as u64))
        .collect();
    world.clock.set("2026-11-23T10:20:00Z");
    write(&world, "vr25", &incident, "net na het beeld");
    write(&world, "vr24", &incident, "en nog een");
    let fields = [("text", "Ontruimen"), ("restsOn", "2026-11-23T10:15:00Z")];
    let receipt = act(&world, "vr23", "incident/decision/take", &incident, &fields).unwrap();
    let audience = world.audience("vr25");
    let needs = [Need::History(receipt.stream, 1)];
    let (answers, _) = world.spine().answers(&audience, &needs).unwrap();
    let Some(Answer::History(history)) = answers.first() else {
        unreachable!("{answers:?}")
    };
    let cut = &history[0].payload.as_ref().unwrap()["cut"];
    assert_eq!(*cut, serde_json::to_value(there).unwrap());
}

#[test]
fn two_moments_are_compared_side_by_side() {
    let (world, incident) = world("work-past");
    let second = open(&world, "vr24", "Dijk bij Mook");
    join(&world, "vr24", &second, &incident);
    share(
        &world,
        "vr24",
        &second,
        ("water", "raised", "kade houdt"),
        None,
    );
    let fact = |value: &str| {
        let fields = [
            ("definition", "evacuated"),
            ("value", value),
            ("area", "Mook"),
        ];
        act(&world, "vr24", "incident/fact/state", &second, &fields).unwrap();
    };
    fact("100");
    world.clock.set("2026-11-23T11:00:00Z");
    share(
        &world,
        "vr24",
        &second,
        ("water", "critical", "kade wijkt"),
        Some(1),
    );
    fact("250");
    act(
        &world,
        "vr23",
        "incident/scale/set",
        &incident,
        &[("level", "grip-2")],
    )
    .unwrap();
    let compare = |from: &str, until: &str| {
        page(
            &world,
            "vr25",
            (&incident, "past"),
            &[("from", from), ("until", until)],
        )
    };
    let (early, noon) = ("2026-11-23T10:30:00Z", "2026-11-23T11:30:00Z");
    for seen in [compare(early, noon), compare(noon, early)] {
        holds(
            &seen,
            &[
                "kade houdt",
                "kade wijkt",
                "100 mensen",
                "250 mensen",
                "GRIP 2",
            ],
        );
    }
    holds(
        &compare(noon, "2026-11-23T11:40:00Z"),
        &["Er veranderde niets."],
    );
    holds(
        &compare("2026-11-23T09:00:00Z", early),
        &["kade houdt", "niets"],
    );
}

#[test]
fn a_report_says_how_strict_it_is_and_what_is_new() {
    let (world, incident) = world("work-report");
    share(
        &world,
        "vr23",
        &incident,
        ("water", "raised", "kade houdt"),
        None,
    );
    let freeze = |note: &str| {
        let fields = [("note", note)];
        act(&world, "vr23", "incident/report/freeze", &incident, &fields).unwrap();
    };
    freeze("eerste");
    world.clock.set("2026-11-23T10:40:00Z");
    share(
        &world,
        "vr24",
        &incident,
        ("people", "serious", "wijk leeg"),
        None,
    );
    freeze("tweede");
    let list = page(&world, "vr25", (&incident, "reports"), &[]);
    holds(&list, &["eerste", "tweede", "&amp;since=2026-11-23T10:0"]);
    let since = [
        ("since", "2026-11-23T10:10:00Z"),
        ("moment", "2026-11-23T10:50:00Z"),
    ];
    let report = page(&world, "vr25", (&incident, "report"), &since);
    holds(&report, &["TLP:GREEN", "[nieuw] wijk leeg", "kade houdt"]);
    lacks(&report, &["[nieuw] kade houdt"]);
    let before = page(
        &world,
        "vr25",
        (&incident, "report"),
        &[("moment", "2026-11-23T10:20:00Z")],
    );
    lacks(&before, &["wijk leeg"]);
}

#[test]
fn the_parts_of_who_left_the_circle_stay_with_those_who_are_in_it() {
    let (world, _) = world("work-left");
    let name = typed(&[("name", "Dijkring")]);
    let circle = world.act("vr23", "trust/circle/make", name).unwrap().stream;
    let with = |verb: &str, seen: u64, fields: &[(&str, &str)]| {
        let path = format!("trust/circle/{verb}");
        world
            .act_at("vr23", &path, &circle, seen, typed(fields))
            .unwrap();
    };
    with("admit", 1, &[("organisation", "vr24")]);
    with("admit", 2, &[("organisation", "vr25")]);
    let fields = typed(&[("title", "Lek"), ("circle", &circle.to_string())]);
    let incident = world
        .act("vr23", "incident/incident/open", fields)
        .unwrap()
        .stream;
    share(
        &world,
        "vr25",
        &incident,
        ("water", "serious", "van wie weggaat"),
        None,
    );
    with("close", 3, &[("organisation", "vr25"), ("reason", "klaar")]);
    for who in ["vr23", "vr24"] {
        holds(
            &page(&world, who, (&incident, ""), &[]),
            &["van wie weggaat", "vr25"],
        );
    }
    assert_eq!(page(&world, "vr25", (&incident, ""), &[]), "");
    let line = act(
        &world,
        "vr25",
        "incident/log/write",
        &incident,
        &[("text", "nog iets")],
    );
    assert_eq!(refusal(line), "incident-refusal-not-there");
}

#[test]
fn the_form_of_a_team_has_seen_the_part_of_that_team() {
    let (world, incident) = world("work-seen");
    share(
        &world,
        "vr23",
        &incident,
        ("water", "raised", "van de organisatie"),
        None,
    );
    let of = |team: &str| {
        let fields = typed(&[("incident", &incident.to_string()), ("team", team)]);
        let intent = world.intent("vr23", "incident/part/share", fields);
        world.spine().start(&intent).unwrap().unwrap().seen
    };
    assert_eq!((of(""), of("rot")), (Some(1), Some(0)));
}

#[test]
fn a_clock_that_is_an_hour_off_is_shown() {
    let (world, incident) = world("work-clock");
    let at = |text: &str, happened: &str| {
        let fields = [("text", text), ("happened", happened)];
        act(&world, "vr24", "incident/log/write", &incident, &fields).unwrap();
    };
    at("klok goed", "2026-11-23T10:00:00Z");
    lacks(
        &page(&world, "vr23", (&incident, "log"), &[]),
        &["Vastgelegd "],
    );
    at("klok achter", "2026-11-23T09:00:00Z");
    let seen = page(&world, "vr23", (&incident, "log"), &[]);
    assert_eq!(seen.matches("Vastgelegd ").count(), 1);
    at("klok voor", "2026-11-23T11:00:00Z");
    let seen = page(&world, "vr23", (&incident, "log"), &[]);
    assert_eq!(seen.matches("Vastgelegd ").count(), 2);
}

#[test]
fn a_long_chain_of_joins_never_costs_the_picture_itself() {
    let (world, first) = world("work-chain");
    share(
        &world,
        "vr23",
        &first,
        ("water", "raised", "van de eerste"),
        None,
    );
    let mut last = first.clone();
    for at in 0..12 {
        let who = ["vr24", "vr25"][at % 2];
        let next = open(&world, who, &format!("schakel {at}"));
        share(
            &world,
            who,
            &next,
            ("people", "raised", &format!("beeld {at}")),
            None,
        );
        join(&world, who, &next, &last);
        last = next;
    }
    for kind in ["", "facts", "past"] {
        holds(
            &page(&world, "vr23", (&first, kind), &[]),
            &["Hoogwater Maas"],
        );
    }
    let seen = page(&world, "vr23", (&first, ""), &[]);
    holds(&seen, &["van de eerste", "beeld 0", "beeld 3"]);
    holds(
        &page(
            &world,
            "vr23",
            (&first, "past"),
            &[("from", "2026-11-23T09:00:00Z")],
        ),
        &["beeld 1"],
    );
}

#[test]
fn a_report_or_a_key_picture_that_is_withdrawn_takes_its_number_with_it() {
    let (world, incident) = world("work-withdrawn");
    let mut made = Vec::new();
    for text in ["een", "twee", "drie"] {
        let note = [("note", text)];
        made.push(act(&world, "vr23", "incident/report/freeze", &incident, &note).unwrap());
        let fields = typed(&[
            ("incident", &incident.to_string()),
            ("officer", "IM"),
            ("what", text),
        ]);
        let mut intent = world.intent("vr23", "incident/synthesis/publish", fields);
        intent.seen = Some(made.len() as u64 / 2);
        made.push(world.submit(intent).unwrap());
    }
    for receipt in &made[2..4] {
        world.withdraw(&receipt.stream, receipt.version);
    }
    for table in [&REPORT, &SYNTHESIS] {
        let left = all(&world, "vr24", table);
        let left: Vec<_> = left.iter().map(|row| row.whole("number")).collect();
        assert_eq!(left, [Some(1), Some(3)], "{}", table.name);
    }
}
