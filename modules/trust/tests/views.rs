// SPDX-License-Identifier: EUPL-1.2
//! The pages, drawn from rows: every word is there, and a circle that one is not in is not there.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

use std::collections::{BTreeMap, BTreeSet};

use paraat_authority::Audience;
use paraat_contract::{Answer, Params, Past, Row, Rows, Scene, Table, Value};
use paraat_kernel::{Circle, Class, Function, Label, Language, StreamId};
use paraat_trust::MODULE;
use paraat_trust::tables::{CIRCLE, KEY, MEMBER};
use paraat_ui::words::{PLATFORM, Words};

fn stream() -> StreamId {
    StreamId::derived("vr23".parse().unwrap(), "trust.circle", "test")
}

fn row(table: &'static Table, part: &str, values: &[&str]) -> Row {
    Row {
        table,
        stream: stream(),
        part: part.to_owned(),
        class: Class::open(stream().owner, Circle::Made(stream()), Label::Green),
        since: "2026-11-23T10:00:00Z".parse().unwrap(),
        version: 1,
        values: values.iter().map(|value| Value::from(*value)).collect(),
    }
}

fn rows(rows: Vec<Row>) -> Answer {
    let total = u64::try_from(rows.len()).unwrap();
    Answer::Rows(Rows { rows, total })
}

fn members() -> Answer {
    let member = |organisation: &str| {
        let since = "2026-11-23T10:00:00Z";
        row(&MEMBER, "", &[&stream().to_string(), organisation, since])
    };
    rows(vec![member("vr23"), member("vr24")])
}

fn circles() -> Answer {
    rows(vec![row(&CIRCLE, "", &["vr23", "<Hoogwater>", ""])])
}

fn past() -> Answer {
    let payload = serde_json::json!({"organisation": "vr24", "reason": "Klaar & weg"});
    Answer::History(vec![Past {
        stream: stream(),
        version: 3,
        event: "trust.member-closed.v1".to_owned(),
        occurred: "2026-11-23T10:00:00Z".parse().unwrap(),
        recorded: "2026-11-23T10:00:00Z".parse().unwrap(),
        organisation: "vr23".parse().unwrap(),
        function: "decider".to_owned(),
        payload: Some(payload),
        opaque: false,
    }])
}

/// Draws a page in both languages; none when it is not there in both.
fn draw(path: &str, answers: &[Answer], organisation: &str, function: Function) -> Option<String> {
    let words = Words::new(&[PLATFORM, MODULE.words].concat()).unwrap();
    let view = MODULE.views.iter().find(|view| view.path == path).unwrap();
    let mut drawn = None;
    for language in [Language::En, Language::Nl] {
        let audience = Audience {
            organisation: Some(organisation.parse().unwrap()),
            functions: BTreeSet::from([function]),
            ..Audience::public(language, "Europe/Amsterdam")
        };
        let scene = Scene {
            audience: &audience,
            words: &words,
            params: &Params::default(),
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

#[test]
fn the_list_shows_the_standing_circles_and_ours() {
    let answers = [circles(), members()];
    let page = draw("", &answers, "vr23", Function::Decider).unwrap();
    for part in [
        "openbaar",
        "&lt;Hoogwater&gt;",
        "vr23, vr24",
        "/trust/circle/make",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    let page = draw("", &answers, "vr24", Function::Reader).unwrap();
    assert!(page.contains("Kringen van anderen") && !page.contains("/trust/circle/make"));
}

#[test]
fn deciders_of_the_owner_get_the_buttons_and_others_the_reason() {
    let path = "circle/{stream}";
    let answers = [circles(), members(), past()];
    let page = draw(path, &answers, "vr23", Function::Decider).unwrap();
    let (admit, close) = (
        format!("/streams/{}/admit", stream()),
        format!("/streams/{}/close?organisation=vr24", stream()),
    );
    for part in [
        admit.as_str(),
        close.as_str(),
        "Blijft altijd lid",
        "Klaar &amp; weg",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    let page = draw(path, &answers, "vr24", Function::Decider).unwrap();
    assert!(page.contains("Alleen een beslisser van vr23"), "{page}");
    assert!(
        !page.contains("/admit") && !page.contains("/close"),
        "{page}"
    );
}

#[test]
fn a_circle_that_is_not_seen_is_not_there() {
    let nothing = [rows(vec![]), rows(vec![]), Answer::History(vec![])];
    assert_eq!(
        draw("circle/{stream}", &nothing, "vr25", Function::Reader),
        None
    );
    assert_eq!(draw("circle/{stream}", &[], "vr25", Function::Reader), None);
}

#[test]
fn keys_are_shown_in_groups_of_four() {
    let mut key = row(
        &KEY,
        "incarnation/1",
        &["vr23", "", "a1b2c3d4", "e5f60718", ""],
    );
    key.values[1] = Value::Whole(1);
    let page = draw("keys", &[rows(vec![key])], "vr24", Function::Reader).unwrap();
    assert!(
        page.contains("a1b2 c3d4") && page.contains("e5f6 0718"),
        "{page}"
    );
    let page = draw("keys", &[rows(vec![])], "vr24", Function::Reader).unwrap();
    assert!(page.contains("nog geen sleutel"), "{page}");
}
