// SPDX-License-Identifier: EUPL-1.2
//! What forms and pages take from what stands there already, so that nobody types anything twice.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]
#![expect(
    dead_code,
    reason = "each test file uses its own part of what is shared"
)]

mod common;

use common::{HOSTILE, Page, SINCE, row, stream, whole};
use paraat_contract::Row;
use paraat_incident::tables::LINE;
use paraat_kernel::Function;

fn has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part} is not in {page}");
    }
}

fn lacks(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(!page.contains(part), "{part} is in {page}");
    }
}

/// A line of the log of vr23.
fn line(text: &str) -> Row {
    let said = [
        ("number", "7"),
        ("text", text),
        ("team", "rot"),
        ("source", "Meldkamer"),
        ("reliability", "unconfirmed"),
        ("happened", SINCE),
    ];
    row(&LINE, stream("vr23", "log", "rot"), &said)
}

/// The forms in which something is made of a line.
const ONWARDS: [(&str, &str); 5] = [
    ("action", "give"),
    ("bottleneck", "raise"),
    ("decision", "take"),
    ("fact", "state"),
    ("layer", "place"),
];

#[test]
fn a_line_leads_to_five_forms_by_its_address_alone() {
    let long = "kade wijkt ".repeat(350);
    let page = Page::new("incident/{stream}/log", whole(vec![line(&long)])).draw();
    let log = stream("vr23", "log", "rot").to_string();
    for (kind, verb) in ONWARDS {
        let start = page.find(&format!("/incident/{kind}/{verb}?")).unwrap();
        let href = page[start..].split('"').next().unwrap();
        has(
            href,
            &[
                "incident=",
                &format!("fromLine={}", paraat_ui::page::encode(&log)),
            ],
        );
        assert!(href.len() < 400, "{href}");
    }
    let reads = Page::new("incident/{stream}/log", whole(vec![line("x")]));
    lacks(&reads.by("vr23", Function::Reader).draw(), &["fromLine="]);
}

#[test]
fn a_form_that_is_made_of_a_line_begins_with_what_it_says() {
    let text = "Nu 1.240 mensen weg\nuit Arcen";
    let begins = |kind: &str, verb: &str| {
        let page = Page::new("", whole(vec![line(text)]));
        page.help(kind, verb)
    };
    for (kind, verb) in ONWARDS {
        let help = begins(kind, verb);
        let (name, shown) = help.facts.first().unwrap();
        assert_eq!(*name, "fromLine", "{kind}");
        has(&shown.0, &["VR23 ROT 7", "1.240 mensen weg"]);
    }
    let typed = begins("layer", "place").typed;
    assert_eq!(typed.get("title"), "Nu 1.240 mensen weg");
    assert_eq!(typed.get("note"), text);
    let typed = begins("fact", "state").typed;
    assert_eq!(
        (typed.get("value"), typed.get("source")),
        ("1.240", "Meldkamer")
    );
    assert_eq!(typed.get("observed"), SINCE);
    assert_eq!(begins("action", "give").typed.get("text"), text);
    // A line that is not there for who asks gives nothing away.
    let none = Page::new("", whole(Vec::new())).help("fact", "state");
    assert!(none.typed.0.is_empty() && none.facts.is_empty());
    let hostile = Page::new("", whole(vec![line(HOSTILE)])).help("action", "give");
    lacks(&hostile.facts.first().unwrap().1.0, &["<script>"]);
}
