// SPDX-License-Identifier: EUPL-1.2
//! The pages, drawn from the real baseline: every word is there, corrections are told, and what
//! does not exist is not there.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

use std::collections::{BTreeMap, BTreeSet};

use paraat_authority::Audience;
use paraat_contract::{Answer, Change, Params, Row, Rows, Scene, Table, Value};
use paraat_kernel::{Circle, Class, Function, Label, Language, StreamId};
use paraat_registers::MODULE;
use paraat_registers::tables::{BOUNDARY, CORRECTION, ENTRY, LISTS, ORGANISATION};
use paraat_ui::field::Typed;
use paraat_ui::words::{PLATFORM, Words};

fn row(table: &'static Table, stream: StreamId, values: Vec<Value>) -> Row {
    Row {
        table,
        class: Class::open(stream.owner.clone(), Circle::Public, Label::Clear),
        stream,
        part: String::new(),
        since: "2026-11-23T10:00:00Z".parse().unwrap(),
        version: 1,
        values,
    }
}

/// The rows of a baseline table for which one column has this value; all when it has no name.
fn baseline(wanted: &'static Table, column: &str, value: &str) -> Vec<Row> {
    let rows = (MODULE.baseline)()
        .into_iter()
        .filter_map(|(stream, change)| match change {
            Change::Put { table, values, .. } if table.name == wanted.name => {
                Some(row(wanted, stream, values))
            }
            _ => None,
        });
    rows.filter(|row| column.is_empty() || row.text(column) == value)
        .collect()
}

fn correction(by: &str, list: &str, slug: &str, field: &str, value: &str) -> Row {
    let stream = StreamId::derived(by.parse().unwrap(), "registers.correction", slug);
    let values = [list, slug, field, value, "<bron>", "", by];
    row(&CORRECTION, stream, values.map(Value::from).into())
}

fn answer(rows: Vec<Row>) -> Answer {
    let total = u64::try_from(rows.len()).unwrap();
    Answer::Rows(Rows { rows, total })
}

/// Draws a page in both languages, answers the Dutch one; none when it is not there.
fn draw(path: &str, answers: &[Answer], query: Typed, function: Function) -> Option<String> {
    let words = Words::new(&[PLATFORM, MODULE.words].concat()).unwrap();
    let view = MODULE.views.iter().find(|view| view.path == path).unwrap();
    let params = Params {
        query,
        ..Params::default()
    };
    let mut drawn = None;
    for language in [Language::En, Language::Nl] {
        let audience = Audience {
            organisation: Some("vr23".parse().unwrap()),
            functions: BTreeSet::from([function]),
            ..Audience::public(language, "Europe/Amsterdam")
        };
        let scene = Scene {
            audience: &audience,
            words: &words,
            params: &params,
            organisations: &BTreeMap::new(),
            head: None,
        };
        drawn = (view.render)(answers, &scene).map(paraat_ui::Markup::into_string);
        assert!(
            !drawn.as_deref().unwrap_or_default().contains('«'),
            "{drawn:?}"
        );
    }
    drawn
}

fn has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part} is not in {page}");
    }
}

#[test]
fn the_overview_counts() {
    let answers = [
        answer(baseline(&ORGANISATION, "", "")),
        answer(baseline(&ENTRY, "", "")),
        answer(vec![correction(
            "vr23",
            "organisations",
            "vr23",
            "name-nl",
            "Nieuw",
        )]),
    ];
    let page = draw("", &answers, Typed::default(), Function::Reader).unwrap();
    has(
        &page,
        &[
            "/registers/organisations",
            "/registers/list/vital-processes",
            ">62<",
            ">28<",
        ],
    );
}

#[test]
fn organisations_are_found_by_words() {
    let answers = || {
        [
            answer(baseline(&ORGANISATION, "", "")),
            answer(baseline(&ENTRY, "list", "kinds")),
            answer(vec![correction(
                "vr23",
                "organisations",
                "vr23",
                "name-nl",
                "Nieuw",
            )]),
        ]
    };
    let drawn = |text: &str| {
        let query = Typed::default().with("text", text);
        draw("organisations", &answers(), query, Function::Reader).unwrap()
    };
    has(
        &drawn(""),
        &[
            "niet geverifieerd",
            "/registers/organisation/saba",
            "Openbaar lichaam",
        ],
    );
    let page = drawn("VR23");
    has(&page, &["Nieuw", "/registers/organisation/vr23"]);
    assert!(!page.contains("/registers/organisation/vr24"));
    has(&drawn("bestaat niet"), &["Geen organisatie past"]);
}

#[test]
fn an_organisation_shows_what_counts_what_was_and_what_others_say() {
    let said = || {
        vec![
            correction("vr23", "organisations", "vr23", "name-nl", "Nieuw"),
            correction("vr24", "organisations", "vr23", "name-nl", "Anders"),
        ]
    };
    let answers = [
        answer(baseline(&ORGANISATION, "slug", "vr23")),
        answer(said()),
        answer(baseline(&ENTRY, "", "")),
        answer(said()),
    ];
    let path = "organisation/{slug}";
    let page = draw(path, &answers, Typed::default(), Function::Editor).unwrap();
    has(
        &page,
        &[
            "<h1>Nieuw</h1>",
            "Gecorrigeerd door vr23, bron: &lt;bron&gt;.",
            "Eerst stond er: <del>",
            "Een andere organisatie meldt: Anders (vr24, bron: &lt;bron&gt;).",
            "/registers/correction/correct?list=organisations&amp;slug=vr23",
            "Nederlandse tijd",
        ],
    );
    let page = draw(path, &answers, Typed::default(), Function::Reader).unwrap();
    has(&page, &["Alleen een bewerker"]);
    assert!(!page.contains("/registers/correction/correct"));
    assert_eq!(draw(path, &[], Typed::default(), Function::Reader), None);
}

#[test]
fn an_organisation_shows_whose_borders_count_and_who_imported_some_can_take_them_back() {
    let rings = "60000000 513000000 1000000 0 0 1000000";
    let borders = vec![
        imported("vr24", "vr23", 2027, "Van een ander", rings),
        imported("vr23", "vr23", 2025, "Eigen meting", rings),
    ];
    let answers = [
        answer(baseline(&ORGANISATION, "slug", "vr23")),
        answer(vec![]),
        answer(vec![]),
        answer(vec![]),
        answer(borders),
    ];
    let path = "organisation/{slug}";
    let page = draw(path, &answers, Typed::default(), Function::Editor).unwrap();
    let lines: Vec<&str> = page.split("<li>").skip(1).collect();
    has(
        lines[0],
        &["2027, Van een ander, door vr24", "staat niet op de kaart"],
    );
    has(
        lines[1],
        &[
            "2025, Eigen meting, door vr23",
            "staat op de kaart",
            "/registers/boundary/retract?area=vr23&amp;year=2025",
        ],
    );
    assert!(!lines[0].contains("retract"), "{page}");
    let page = draw(path, &answers, Typed::default(), Function::Reader).unwrap();
    assert!(!page.contains("retract"), "{page}");
}

#[test]
fn every_short_list_is_a_page_and_no_other_is() {
    for list in LISTS {
        let slug = baseline(&ENTRY, "list", list)[0].text("slug").to_owned();
        let said = vec![correction(
            "jenv",
            list,
            &slug,
            "explanation-nl",
            "Beter gezegd",
        )];
        let answers = [answer(baseline(&ENTRY, "list", list)), answer(said)];
        let page = draw("list/{list}", &answers, Typed::default(), Function::Editor).unwrap();
        has(
            &page,
            &[
                "Beter gezegd",
                "Gecorrigeerd door jenv",
                "/registers/correction/correct",
            ],
        );
    }
    let nothing = [answer(vec![]), answer(vec![])];
    assert_eq!(
        draw("list/{list}", &nothing, Typed::default(), Function::Editor),
        None
    );
}

#[test]
fn the_map_has_a_tile_for_each_region_and_island_and_its_twin_as_a_table() {
    let said = vec![correction("vr23", "organisations", "vr23", "short", "Kort")];
    let answers = [answer(baseline(&ORGANISATION, "", "")), answer(said)];
    let page = draw("map", &answers, Typed::default(), Function::Reader).unwrap();
    assert_eq!(page.matches("/registers/organisation/").count(), 2 * 28);
    has(&page, &["<table", "Kort", "gecorrigeerd"]);
}

fn imported(by: &str, area: &str, year: i64, source: &str, rings: &str) -> Row {
    let stream = StreamId::derived(by.parse().unwrap(), "registers.boundary", area);
    let values = vec![
        area.into(),
        "Naam".into(),
        year.into(),
        source.into(),
        rings.into(),
        by.into(),
    ];
    row(&BOUNDARY, stream, values)
}

#[test]
fn the_map_has_real_borders_once_they_are_known_with_year_and_source() {
    let limburg = "60000000 513000000 1000000 0 0 1000000";
    let boundaries = vec![
        imported("jenv", "vr23", 2023, "<CBS>", limburg),
        imported("vr24", "vr23", 2027, "Van een ander", "0 0 1 0 0 1"),
        imported(
            "jenv",
            "vr24",
            2023,
            "<CBS>",
            "61000000 513000000 1000000 0 0 1000000",
        ),
        imported(
            "saba",
            "saba",
            2024,
            "Eigen meting",
            "-632500000 176200000 9000 0 0 9000",
        ),
    ];
    let answers = [
        answer(baseline(&ORGANISATION, "", "")),
        answer(vec![]),
        answer(boundaries),
    ];
    let page = draw("map", &answers, Typed::default(), Function::Reader).unwrap();
    assert_eq!(page.matches("/registers/organisation/").count(), 2 * 28);
    // Two with borders lie together, the islands and the others stand in boxes.
    assert_eq!(page.matches("class=\"area-box\"").count(), 26);
    has(
        &page,
        &[
            "<title>Limburg-Noord: niet geverifieerd</title>",
            "Grenzen van 2023, bron: &lt;CBS&gt;.",
            "Saba: grenzen van 2024, bron: Eigen meting.",
            "<table",
        ],
    );
    assert!(!page.contains("Van een ander"), "{page}");
}

#[test]
fn one_line_of_each_short_list_has_the_page_that_its_card_leads_to() {
    for list in LISTS {
        let line = baseline(&ENTRY, "list", list).remove(0);
        let said = || {
            vec![correction(
                "vr24",
                list,
                line.text("slug"),
                "name-nl",
                "Anders",
            )]
        };
        let answers = [answer(vec![line.clone()]), answer(said()), answer(said())];
        let path = format!("{list}/{{stream}}");
        let page = draw(&path, &answers, Typed::default(), Function::Editor).unwrap();
        has(
            &page,
            &[
                line.text("name_nl"),
                "meldt: Anders",
                "/registers/correction/correct",
            ],
        );
    }
    assert_eq!(
        draw("themes/{stream}", &[], Typed::default(), Function::Reader),
        None
    );
}
