// SPDX-License-Identifier: EUPL-1.2
//! The print pack: what is on paper when the power goes, and what never is.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

#[expect(dead_code, reason = "the pages of a crisis use more of it")]
mod common;

use common::{HOSTILE, Page, SINCE, incident, row, rows, stance, stream, whole};
use paraat_contract::{Answer, Row, Rows};
use paraat_incident::tables::{
    ACTION, DECISION, DISPUTE, FACT, HELD, LINE, OBJECT, PART, SYNTHESIS, TEAM,
};
use paraat_kernel::{Document, Function, Label};

const PACK: &str = "incident/{stream}/pack";

const LINE_SAID: [(&str, &str); 3] = [
    ("text", "Sirene"),
    ("happened", SINCE),
    ("reliability", "unconfirmed"),
];

/// All that a document says, and its properties.
fn told(document: &Document) -> String {
    serde_json::to_string(document).unwrap()
}

fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

fn fact(owner: &str, value: &str) -> Row {
    let said = [
        ("definition", "evacuated"),
        ("area", "Mook"),
        ("value", value),
        ("reliability", "unconfirmed"),
        ("observed", SINCE),
    ];
    row(&FACT, stream(owner, "fact", "mook"), &said)
}

fn part(owner: &str, status: &str, text: &str) -> Row {
    let said = [
        ("theme", "water"),
        ("status", status),
        ("text", text),
        ("confirmed", SINCE),
    ];
    row(&PART, stream(owner, "part", "water"), &said)
}

/// A crisis with something of everything.
fn everything() -> Vec<Row> {
    let synthesis = [
        ("what", "Water stijgt"),
        ("officer", "IM"),
        ("published", SINCE),
    ];
    let action = [
        ("text", "Twee pompen"),
        ("standing", "open"),
        ("to", "vr23"),
    ];
    let decision = [("text", "Mook ontruimen"), ("standing", "open")];
    let team = [
        ("team", "rot"),
        ("standing", "sitting"),
        ("place", "Kazerne"),
        ("reach", "kanaal 4"),
    ];
    let object = [
        ("title", "Pomp bij de sluis"),
        ("area", "Sluis 3"),
        ("observed", SINCE),
    ];
    let address = stream("vr23", "fact", "mook").to_string();
    let dispute = [("fact", address.as_str()), ("reason", "Dubbel geteld")];
    vec![
        stance("vr23", "holding", &[]),
        part("vr23", "normal", "kade houdt"),
        part("vr24", "critical", "kade wijkt"),
        fact("vr23", "1000"),
        fact("vr24", "240"),
        row(&SYNTHESIS, stream("vr23", "synthesis", ""), &synthesis),
        row(&ACTION, stream("vr24", "action", "a"), &action),
        row(&DECISION, stream("vr23", "decision", "d"), &decision),
        row(&LINE, stream("vr23", "log", ""), &LINE_SAID),
        row(&TEAM, stream("vr23", "team", "rot"), &team),
        row(&OBJECT, stream("vr23", "layer", ""), &object),
        row(&DISPUTE, stream("vr24", "dispute", ""), &dispute),
    ]
}

#[test]
fn all_that_a_team_needs_is_on_paper() {
    let page = Page::new(PACK, whole(everything()));
    let document = page.document().unwrap();
    assert_eq!(document.title, "Noodpakket Hoogwater Maas");
    // On every page: how far it may travel, and of which moment it is.
    has(&document.marking, &["TLP:GREEN, beeld van ", "13.00 uur"]);
    let text = told(&document);
    has(
        &text,
        &[
            "Regie: Regio Drieëntwintig",
            "Water stijgt",
            "kade wijkt",
            "Hier zegt nog niemand iets over",
            "Wat elkaar tegenspreekt",
            "Dubbel geteld",
            "1.000 mensen",
            "Twee pompen",
            "Mook ontruimen",
            "Pomp bij de sluis",
            "Sluis 3",
            "Sirene",
            "Regio Vierentwintig",
            "kanaal 4",
            "Telefoon (zelf invullen)",
            "Rolkaarten",
            "Lees het kernbeeld",
            "Logboek op papier",
            "Besluit op papier",
        ],
    );
    has(&page.draw(), &["kanaal 4", "Besluit op papier", "as=pdf"]);
}

#[test]
fn what_agrees_is_not_called_a_contradiction() {
    let rows = vec![fact("vr23", "1000"), part("vr23", "normal", "kade houdt")];
    let document = Page::new(PACK, whole(rows)).document().unwrap();
    assert!(!told(&document).contains("Wat elkaar tegenspreekt"));
    assert!(told(&document).contains("Totaalbeeld heeft geen eigenaar"));
}

#[test]
fn what_is_held_back_is_not_even_asked_for() {
    // Also rows that came along by mistake do not end up on paper.
    let said = [
        ("definition", "dead"),
        ("value", "7"),
        ("area", "Geheimdal"),
    ];
    let held = row(&HELD, stream("vr23", "held-fact", ""), &said);
    let page = Page::new(PACK, whole(vec![held]));
    assert!(!told(&page.document().unwrap()).contains("Geheimdal"));
    assert!(!page.draw().contains("Geheimdal"));
}

#[test]
fn it_is_marked_as_the_strictest_of_what_stands_in_it() {
    for label in [Label::Green, Label::Amber, Label::Red] {
        let mut secret = fact("vr23", "1");
        secret.class.label = label;
        let document = Page::new(PACK, whole(vec![secret])).document().unwrap();
        assert!(document.marking.starts_with(label.name()));
    }
}

#[test]
fn what_does_not_fit_is_said_and_not_left_out_in_silence() {
    let own = || incident("Hoogwater Maas", "open");
    let newest = vec![row(&LINE, stream("vr23", "log", ""), &LINE_SAID)];
    let cut = Answer::Rows(Rows {
        rows: newest,
        total: 812,
    });
    let answers = vec![rows(vec![own()]), rows(vec![own()]), cut];
    let document = Page::new(PACK, answers).document().unwrap();
    has(
        &told(&document),
        &["Logboek: hier staan de nieuwste 1 van 812"],
    );
    let whole = Page::new(PACK, whole(everything())).document().unwrap();
    assert!(!told(&whole).contains("de nieuwste"));
}

#[test]
fn who_does_not_see_the_crisis_gets_no_pack() {
    let page = Page::new(PACK, vec![rows(Vec::new())]).by("vr24", Function::Editor);
    assert!(page.document().is_none());
    assert!(page.drawn(paraat_kernel::Language::Nl).is_none());
}

#[test]
fn nothing_that_somebody_typed_breaks_out() {
    let page = Page::new(PACK, whole(vec![part("vr23", "normal", HOSTILE)]));
    assert!(!page.draw().contains("<script>"));
}
