// SPDX-License-Identifier: EUPL-1.2
//! Pasted in and copied out on a real record: what people have at hand becomes lines and a first
//! picture, and the picture leaves as text that comes back as what it was.

#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

mod common;

use std::collections::BTreeMap;

use common::World;
use paraat_contract::{
    Answer, Desk as _, Handed, Item, Keep, Module, Params, PlainText, Proposal, Query, Receipt,
    Scene, View,
};
use paraat_kernel::StreamId;
use paraat_ui::Words;
use paraat_ui::field::Typed;
use paraat_ui::words::PLATFORM;

const MODULES: [&Module; 2] = [&paraat_trust::MODULE, &paraat_incident::MODULE];

fn typed(pairs: &[(&str, &str)]) -> Typed {
    let all = pairs.iter();
    all.fold(Typed::default(), |typed, (name, value)| {
        typed.with(name, *value)
    })
}

fn open(world: &World) -> StreamId {
    let fields = typed(&[("title", "Hoogwater Maas")]);
    world
        .act("vr23", "incident/incident/open", fields)
        .unwrap()
        .stream
}

/// Looks at a page of the incident and does something with what it is given.
fn at<T>(
    (world, organisation, incident): (&World, &str, &StreamId),
    page: &str,
    query: Typed,
    ask: impl FnOnce(&View, &[Answer], &Scene) -> T,
) -> T {
    let audience = world.audience(organisation);
    let path = format!("incident/{{stream}}/{page}");
    let views = paraat_incident::MODULE.views;
    let view = views.iter().find(|view| view.path == path).unwrap();
    let params = Params {
        path: BTreeMap::from([("stream", incident.to_string())]),
        query,
        now: "2026-11-23T22:10:00Z".parse().unwrap(),
    };
    let (answers, _) = world
        .spine()
        .answers(&audience, &(view.needs)(&params))
        .unwrap();
    let words = Words::new(&[PLATFORM, paraat_incident::MODULE.words].concat()).unwrap();
    let scene = Scene {
        audience: &audience,
        words: &words,
        params: &params,
        organisations: &BTreeMap::new(),
        head: None,
    };
    ask(view, &answers, &scene)
}

type Looker<'a> = (&'a World, &'a str, &'a StreamId);

fn read(looker: Looker, name: &str, text: &str) -> Proposal {
    let handed = Handed {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
        about: typed(&[("team", "rot")]),
    };
    at(looker, "paste", Typed::default(), |view, _, scene| {
        (view.intake.unwrap().read)(&handed, scene)
    })
}

/// Records what is ticked, and answers the page that follows.
fn record(looker: Looker, proposal: &Proposal) -> (Vec<Receipt>, String) {
    let ticked = proposal.items.iter().filter(|it| it.ticked);
    let wants = at(looker, "paste", Typed::default(), |view, _, scene| {
        let want = |item: &Item| (view.intake.unwrap().want)(item, proposal, scene);
        ticked.map(want).collect::<Vec<_>>()
    });
    let path = |kind, verb| format!("incident/{kind}/{verb}");
    let intents = wants.into_iter();
    let intents = intents
        .map(|it| looker.0.intent(looker.1, &path(it.kind, it.verb), it.typed))
        .collect();
    let done = looker.0.together(intents, Keep::All).unwrap();
    let receipts: Vec<Receipt> = done.outcomes.into_iter().map(Result::unwrap).collect();
    let lands = at(
        looker,
        "paste",
        typed(&[("team", "rot")]),
        |view, _, scene| (view.intake.unwrap().lands)(scene.params, &receipts),
    );
    (receipts, lands)
}

fn of<'a>(proposal: &'a Proposal, field: &str) -> Vec<&'a str> {
    proposal
        .items
        .iter()
        .map(|it| it.typed.get(field))
        .collect()
}

const CHAT: &str = "[23-11-2026, 21:14:05] Jan de Vries: Dijk verzakt bij paal 12\n\
    [23-11-2026, 21:20:00] OvD-B 12: Weg dicht, verkeer omgeleid\n\
    [23-11-2026, 21:21:00] Jan de Vries: Alles rustig verder";

#[test]
fn a_chat_becomes_unconfirmed_lines_and_leads_to_a_first_picture() {
    let world = World::new("paste-chat", &MODULES, &["vr23", "vr24"]);
    let incident = open(&world);
    let looker = (&world, "vr23", &incident);
    let proposal = read(looker, "", CHAT);
    // What people are called is left out; what a function is called stays.
    assert_eq!(
        of(&proposal, "source"),
        ["deelnemer 1", "OvD-B 12", "deelnemer 1"]
    );
    assert_eq!(of(&proposal, "theme"), ["water", "mobility", ""]);
    assert_eq!(of(&proposal, "happened-time"), ["21:14", "21:20", "21:21"]);
    let (receipts, lands) = record(looker, &proposal);
    assert_eq!(receipts.len(), 3);
    let rows = Query::all(&paraat_incident::tables::LINE);
    let rows = world
        .spine()
        .ledger()
        .reader
        .rows(&world.audience("vr24"), &rows)
        .unwrap()
        .rows;
    let said: Vec<_> = ["text", "team", "reliability", "source", "happened"]
        .map(|column| rows[0].text(column).to_owned())
        .into();
    assert_eq!(
        said,
        [
            "Dijk verzakt bij paal 12",
            "rot",
            "unconfirmed",
            "deelnemer 1",
            "2026-11-23T20:14:00Z"
        ]
    );
    assert!(!format!("{rows:?}").contains("Vries"));
    let query = lands.split_once('?').unwrap().1;
    let query = query
        .split('&')
        .map(|it| it.split_once('=').unwrap())
        .collect::<Vec<_>>();
    let page = at(looker, "paste", typed(&query), |view, answers, scene| {
        (view.render)(answers, scene).unwrap().into_string()
    });
    for part in [
        "3 regels vastgelegd",
        "theme=water&amp;text=21.14%20uur%20Dijk",
        "1 regel heeft geen thema",
        "/log?team=rot\"",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert_eq!(world.verify().broken, None);
}

#[test]
fn who_only_reads_gets_no_form_and_what_is_not_there_has_no_page() {
    let world = World::new("paste-reader", &MODULES, &["vr23", "vr24"]);
    let incident = open(&world);
    let looker = (&world, "vr23", &incident);
    let form = at(looker, "paste", Typed::default(), |view, answers, scene| {
        let public = paraat_authority::Audience::public(scene.language(), "Europe/Amsterdam");
        let reader = Scene {
            audience: &public,
            ..*scene
        };
        let drawn = (view.intake.unwrap().draw)(&Proposal::default(), answers, &reader);
        drawn.unwrap().into_string()
    });
    assert!(
        form.contains("U kunt hier niet plakken") && !form.contains("<textarea"),
        "{form}"
    );
    let nowhere = StreamId::derived("vr23".parse().unwrap(), "incident.incident", "x");
    let looker = (&world, "vr23", &nowhere);
    assert!(at(
        looker,
        "paste",
        Typed::default(),
        |view, answers, scene| { (view.render)(answers, scene).is_none() }
    ));
}

#[test]
fn bad_input_is_refused_in_words_with_what_was_pasted() {
    let world = World::new("paste-bad", &MODULES, &["vr23"]);
    let incident = open(&world);
    let looker = (&world, "vr23", &incident);
    let wrong = |name: &str, text: &str| read(looker, name, text).wrong.unwrap();
    assert!(wrong("", " \n").contains("Er staat niets in"));
    assert!(wrong("", &"a".repeat(300_000)).contains("256 kB"));
    assert!(
        wrong("", &"a\n".repeat(2_001)).contains("2000 berichten"),
        "{}",
        wrong("", &"a\n".repeat(2_001))
    );
    let kept = read(looker, "", &"a\n".repeat(2_001));
    assert_eq!(kept.about.get("text").len(), 4_002);
    for naughty in [
        "<script>alert(1)</script>",
        "\u{202e}test",
        "{{7*7}}",
        "'; DROP TABLE x",
        "\u{0}",
    ] {
        let proposal = read(looker, "", naughty);
        let (receipts, _) = record(looker, &proposal);
        assert_eq!(receipts.len(), 1, "{naughty:?}");
        let page = at(looker, "paste", Typed::default(), |view, answers, scene| {
            (view.intake.unwrap().draw)(&proposal, answers, scene)
                .unwrap()
                .into_string()
        });
        assert!(!page.contains("<script>alert"), "{page}");
    }
}

#[test]
fn a_mail_says_where_it_comes_from_and_not_from_whom() {
    let world = World::new("paste-mail", &MODULES, &["vr23"]);
    let incident = open(&world);
    let mail = "From: Jan de Vries <jan@waterschap.example>\n\
        Date: Mon, 23 Nov 2026 22:05:00 +0100\n\
        Subject: Dijk\n\nKade gezakt.\n";
    let proposal = read((&world, "vr23", &incident), "a.eml", mail);
    assert_eq!(of(&proposal, "source"), ["mail van waterschap.example"; 2]);
    assert_eq!(of(&proposal, "happened-time"), ["22:05"; 2]);
}

fn copied(looker: Looker, theme: &str) -> PlainText {
    at(
        looker,
        "copy",
        typed(&[("theme", theme)]),
        |view, answers, scene| (view.text.unwrap())(answers, scene).unwrap(),
    )
}

#[test]
fn what_is_copied_out_comes_back_under_the_same_themes() {
    let world = World::new("paste-copy", &MODULES, &["vr23", "vr24"]);
    let incident = open(&world);
    let looker = (&world, "vr23", &incident);
    record(looker, &read(looker, "", CHAT));
    let fields = typed(&[
        ("incident", &incident.to_string()),
        ("theme", "water"),
        ("status", "serious"),
        ("text", "De kade\nhoudt nog."),
    ]);
    world.act("vr24", "incident/part/share", fields).unwrap();
    let all = copied((&world, "vr24", &incident), "").text;
    for part in [
        "\nWater\n- Ernstig. De kade houdt nog. (vr24; Laatst bevestigd ",
        "\n- 2026-11-23 21:14 Dijk verzakt bij paal 12 (Bron: deelnemer 1; ",
        "; Onbevestigd; VR23 ROT 1)",
        "\nBereikbaarheid\n",
        "TLP:",
    ] {
        assert!(all.contains(part), "{part} is not in {all}");
    }
    let water = copied(looker, "water").text;
    assert!(
        water.contains("Water\n") && !water.contains("Bereikbaarheid"),
        "{water}"
    );
    assert!(
        copied(looker, "health")
            .text
            .contains("Hier zegt nog niemand iets over")
    );
    let back = read(looker, "", &all);
    let themes: Vec<&str> = of(&back, "theme")
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    assert_eq!(themes, ["water", "water", "mobility"]);
    assert!(of(&back, "happened-time").contains(&"21:20"));
}
