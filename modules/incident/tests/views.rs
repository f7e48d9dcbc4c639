// SPDX-License-Identifier: EUPL-1.2
//! The pages of a crisis, drawn from rows made by hand: what somebody who looks would notice.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]
#![expect(
    dead_code,
    reason = "each test file uses its own part of what is shared"
)]

mod common;

use common::{
    HOSTILE, NOW, Page, SINCE, accepted, incident, past, row, rows, sealed_record, stance, stream,
    whole,
};
use paraat_contract::{Answer, Row, Table};
use paraat_incident::MODULE;
use paraat_incident::tables::{
    ACTION, BOTTLENECK, DECISION, DISPUTE, FACT, HELD, LINE, MEETING, PART, QUESTION, REPORT,
    RESPONSE, SCALE, SYNTHESIS, TEAM,
};
use paraat_kernel::{Function, Label, Language};

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

const PICTURE: &str = "incident/{stream}";
const FACTS: &str = "incident/{stream}/facts";

fn picture(more: Vec<Row>) -> Page {
    Page::new(PICTURE, whole(more))
}

/// What a team says of a theme.
fn part(owner: &str, theme: &str, status: &str, text: &str) -> Row {
    let said = [
        ("theme", theme),
        ("status", status),
        ("text", text),
        ("confirmed", SINCE),
        ("stale", "2026-11-23T13:00:00Z"),
    ];
    row(&PART, stream(owner, "part", theme), &said)
}

/// A figure of a place.
fn fact(owner: &str, definition: &str, area: &str, more: &[(&str, &str)]) -> Row {
    let said = [
        &[
            ("definition", definition),
            ("area", area),
            ("reliability", "unconfirmed"),
            ("observed", SINCE),
        ],
        more,
    ];
    let name = format!("{definition}/{area}");
    row(&FACT, stream(owner, "fact", &name), &said.concat())
}

#[test]
fn the_picture_names_what_nobody_speaks_of() {
    let page = picture(vec![part("vr24", "water", "raised", "kade houdt")]).draw();
    let holes = page
        .split("Hier zegt nog niemand iets over")
        .nth(1)
        .unwrap();
    let holes = holes.split("</ul>").next().unwrap();
    has(holes, &["Situatie", "Gezondheid", "Communicatie"]);
    lacks(holes, &["Water"]);
    assert_eq!(holes.matches("<li>").count(), 11);
}

#[test]
fn teams_that_differ_stand_side_by_side_with_the_heaviest_first() {
    let same = picture(vec![
        part("vr23", "water", "raised", "kade houdt"),
        part("vr24", "water", "raised", "hier ook"),
    ]);
    lacks(&same.draw(), &["Teams zien dit verschillend"]);
    let page = picture(vec![
        part("vr23", "water", "normal", "kade houdt"),
        part("vr24", "water", "critical", "kade wijkt"),
    ])
    .draw();
    has(
        &page,
        &["Teams zien dit verschillend", "Normaal", "Kritiek"],
    );
    let heavy = page.find("kade wijkt").unwrap();
    assert!(heavy < page.find("kade houdt").unwrap());
}

#[test]
fn what_is_stale_looks_louder_for_everybody() {
    let fresh = part("vr24", "water", "normal", "kade houdt");
    lacks(&picture(vec![fresh]).draw(), &["Verouderd"]);
    let said = [
        ("theme", "water"),
        ("status", "normal"),
        ("confirmed", "2026-11-23T09:00:00Z"),
        ("stale", "2026-11-23T10:00:00Z"),
    ];
    let old = row(&PART, stream("vr24", "part", "water"), &said);
    for function in [Function::Editor, Function::Reader] {
        let page = picture(vec![old.clone()]).by("vr25", function).draw();
        has(&page, &["Verouderd", "Geen toelichting"]);
    }
}

#[test]
fn nobody_or_two_that_direct_is_said_in_so_many_words() {
    has(
        &picture(Vec::new()).draw(),
        &["Totaalbeeld heeft geen eigenaar"],
    );
    let two = vec![
        stance("vr23", "holding", &[]),
        stance("vr24", "holding", &[]),
    ];
    let page = picture(two).draw();
    has(
        &page,
        &[
            "Meer organisaties voeren de regie",
            "Regio Drieëntwintig, Regio Vierentwintig",
        ],
    );
    let offered = stance("vr23", "offering", &[("other", "vr24")]);
    let page = picture(vec![offered.clone()])
        .by("vr24", Function::Editor)
        .draw();
    has(
        &page,
        &[
            "Regie: Regio Drieëntwintig",
            "Aangeboden aan",
            "Regie aannemen",
        ],
    );
    let took = vec![
        offered,
        stance("vr24", "holding", &[]),
        accepted("vr24", "vr23", SINCE),
    ];
    let page = picture(took).draw();
    has(&page, &["Regie: Regio Vierentwintig"]);
    lacks(&page, &["Aangeboden aan", "Meer organisaties"]);
}

#[test]
fn a_team_that_was_chosen_is_handed_on_to_every_page_and_form() {
    let page = picture(vec![part("vr23", "water", "raised", "kade houdt")]);
    let page = page.with("team", "rot").draw();
    has(
        &page,
        &[
            "/log?team=rot",
            "/facts?team=rot",
            "name=\"team\" value=\"rot\"",
            "&amp;team=rot&amp;next=",
            "<option value=\"rot\" selected>",
        ],
    );
    let wrong = picture(Vec::new()).with("team", "x\"><script>").draw();
    lacks(&wrong, &["<script>", "team=x"]);
}

#[test]
fn figures_carry_their_unit_and_plane_in_both_languages() {
    let page = Page::new(
        FACTS,
        whole(vec![
            fact("vr23", "evacuated", "Mook", &[("value", "1240500")]),
            fact(
                "vr23",
                "water-level",
                "Borgharen",
                &[("value", "43.92"), ("datum", "nap")],
            ),
            fact("vr24", "water-level", "Venlo", &[("value", "-0.5")]),
            fact(
                "vr24",
                "other",
                "",
                &[("value", "Brug stuk"), ("what", "Noorderbrug")],
            ),
        ]),
    );
    has(
        &page.draw(),
        &[
            "1.240.500 mensen",
            "43,92 m NAP",
            "-0,5 m (zonder referentievlak: met niets te vergelijken)",
            "Brug stuk",
            "Noorderbrug",
            "Zonder plaats",
        ],
    );
    let english = page.drawn(Language::En).unwrap();
    has(&english, &["1,240,500 ", "43.92 m NAP", "-0.5 m"]);
}

#[test]
fn figures_of_different_places_add_up_and_of_one_place_do_not() {
    let of =
        |area: &str, owner: &str, value: &str| fact(owner, "evacuated", area, &[("value", value)]);
    let sum = Page::new(
        FACTS,
        whole(vec![of("Mook", "vr23", "1000"), of("Venlo", "vr24", "240")]),
    );
    let page = sum.draw();
    has(&page, &["Samen 1.240, waarvan 2 opgaven onbevestigd"]);
    lacks(&page, &["Spreekt elkaar tegen"]);
    let clash = Page::new(
        FACTS,
        whole(vec![of("Mook", "vr23", "1000"), of("mook", "vr24", "240")]),
    );
    let page = clash.draw();
    has(&page, &["Spreekt elkaar tegen", "Geen totaal"]);
    lacks(&page, &["Samen "]);
    let level = |area: &str| fact("vr23", "water-level", area, &[("value", "1")]);
    let levels = Page::new(FACTS, whole(vec![level("a"), level("b")]));
    lacks(&levels.draw(), &["Samen ", "Geen totaal"]);
}

#[test]
fn what_is_held_back_is_offered_for_release_until_it_was() {
    let held = |since: &str| {
        let said = [
            ("definition", "dead"),
            ("value", "3"),
            ("area", "Mook"),
            ("observed", SINCE),
        ];
        let mut held = row(&HELD, stream("vr23", "held-fact", "dead"), &said);
        held.since = since.parse().unwrap();
        held
    };
    let address = stream("vr23", "held-fact", "dead").to_string();
    let released = fact(
        "vr23",
        "dead",
        "Mook",
        &[("value", "2"), ("held", &address)],
    );
    let page = |held: Row, fact: Vec<Row>| {
        let rows = [vec![held], fact].concat();
        let page = Page::new(FACTS, whole(rows));
        page.by("vr23", Function::Decider).draw()
    };
    // Who is on duty and does not decide is told who does.
    let on_duty = whole(vec![held("2026-11-23T09:00:00Z")]);
    let on_duty = Page::new(FACTS, on_duty).draw();
    has(
        &on_duty,
        &["Nog niet gedeeld", "Een beslisser van uw organisatie"],
    );
    lacks(&on_duty, &["Vrijgeven"]);
    has(
        &page(held("2026-11-23T09:00:00Z"), Vec::new()),
        &["Nog niet gedeeld", "Vrijgeven"],
    );
    let before = page(held("2026-11-23T09:00:00Z"), vec![released.clone()]);
    lacks(&before, &["Vrijgeven"]);
    let again = page(held("2026-11-23T11:00:00Z"), vec![released]);
    has(&again, &["Vrijgeven", "3 mensen", "2 mensen"]);
}

/// A row of every table, with this text wherever text may stand.
fn everything(text: &str) -> Vec<Row> {
    let all = |table: &'static Table, owner: &str, kind: &str, fixed: &[(&str, &str)]| {
        let mut said: Vec<(&str, &str)> = fixed.to_vec();
        for name in [
            "text",
            "reason",
            "source",
            "place",
            "reach",
            "decided_by",
            "area",
            "what",
        ] {
            let there = table.columns.iter().any(|it| it.name == name);
            if there && !said.iter().any(|(known, _)| *known == name) {
                said.push((name, text));
            }
        }
        for name in [
            "outcome",
            "effect",
            "note",
            "officer",
            "expected",
            "wanted",
            "consequence",
        ] {
            let there = table.columns.iter().any(|it| it.name == name);
            if there && !said.iter().any(|(known, _)| *known == name) {
                said.push((name, text));
            }
        }
        row(table, stream(owner, kind, table.name), &said)
    };
    let action = stream("vr24", "action", ACTION.name).to_string();
    let fact = stream("vr24", "fact", FACT.name).to_string();
    vec![
        all(
            &PART,
            "vr23",
            "part",
            &[("theme", "water"), ("status", "critical")],
        ),
        all(
            &LINE,
            "vr23",
            "log",
            &[("reliability", "unconfirmed"), ("happened", SINCE)],
        ),
        all(
            &SCALE,
            "vr23",
            "scale",
            &[("scale", "grip"), ("level", "grip-2")],
        ),
        all(
            &TEAM,
            "vr23",
            "team",
            &[("team", "rot"), ("standing", "sitting"), ("said", SINCE)],
        ),
        all(
            &FACT,
            "vr24",
            "fact",
            &[
                ("definition", "other"),
                ("value", text),
                ("reliability", "confirmed"),
            ],
        ),
        all(
            &HELD,
            "vr23",
            "held-fact",
            &[("definition", "other"), ("value", text)],
        ),
        all(
            &DISPUTE,
            "vr23",
            "dispute",
            &[("fact", &fact), ("value", text), ("said", SINCE)],
        ),
        all(
            &ACTION,
            "vr24",
            "action",
            &[
                ("by", "vr24"),
                ("to", "vr23"),
                ("standing", "open"),
                ("due", SINCE),
            ],
        ),
        all(
            &RESPONSE,
            "vr23",
            "response",
            &[("of", &action), ("standing", "accepted"), ("said", SINCE)],
        ),
        all(
            &BOTTLENECK,
            "vr24",
            "bottleneck",
            &[("by", "vr24"), ("to", "vr23"), ("standing", "open")],
        ),
        all(
            &QUESTION,
            "vr24",
            "question",
            &[("by", "vr24"), ("standing", "open"), ("form", text)],
        ),
        all(
            &DECISION,
            "vr23",
            "decision",
            &[
                ("by", "vr23"),
                ("standing", "open"),
                ("rests_on", SINCE),
                ("options", text),
            ],
        ),
        all(
            &MEETING,
            "vr23",
            "meeting",
            &[("by", "vr23"), ("standing", "open"), ("at", SINCE)],
        ),
        all(&SYNTHESIS, "vr23", "synthesis", &[("published", SINCE)]),
        all(
            &REPORT,
            "vr23",
            "report",
            &[("seen", SINCE), ("expected", "")],
        ),
    ]
}

/// Every page, with rows in which this text stands everywhere.
fn pages(text: &str) -> Vec<Page> {
    let mut pages = Vec::new();
    for view in MODULE.views {
        let rows_of_all = everything(text);
        let answers = match view.path.split_once('/') {
            Some(("sealed", _)) => sealed_record(text),
            Some((kind, _)) if kind != "incident" => {
                let own = rows_of_all
                    .iter()
                    .find(|row| row.table.name == format!("incident_{kind}"));
                let mut answers = vec![rows(vec![own.unwrap().clone()])];
                answers.extend(
                    rows_of_all
                        .iter()
                        .filter(|row| [RESPONSE.name, DISPUTE.name].contains(&row.table.name))
                        .map(|row| rows(vec![row.clone()])),
                );
                answers.push(past(text));
                answers.push(rows(vec![incident(text, "open")]));
                answers
            }
            _ => {
                let own = || rows(vec![incident(text, "open")]);
                let mut answers = vec![own(), own()];
                answers.extend(rows_of_all.into_iter().map(|row| rows(vec![row])));
                answers
            }
        };
        pages.push(Page::new(view.path, answers).let_into(&["medical"]));
    }
    pages
}

#[test]
fn hostile_text_is_text_on_every_page() {
    for page in pages(HOSTILE) {
        let drawn = page.draw();
        assert!(drawn.contains("alert(1)"), "it is shown");
        lacks(&drawn, &["<script>alert", "<img src=x", "\"'&<"]);
    }
}

/// What lets somebody write.
const WRITES: &[&str] = &[
    "method=\"post\"",
    "href=\"/incident/part/",
    "href=\"/incident/fact/state",
    "href=\"/incident/action/give",
    "href=\"/incident/response/",
    "href=\"/incident/decision/take",
    "href=\"/incident/direction/",
    "href=\"/incident/scale/set",
    "href=\"/incident/dispute/say",
    "href=\"/streams/",
];

#[test]
fn who_only_reads_and_who_looks_back_gets_no_button_that_writes() {
    for page in pages("tekst") {
        lacks(&page.by("vr23", Function::Reader).draw(), WRITES);
    }
    // The list is of now: it has no earlier moment.
    for page in pages("tekst").into_iter().skip(1) {
        // The way back to now of the page of one thing goes by its address.
        let back = WRITES.iter().filter(|it| **it != "href=\"/streams/");
        let back: Vec<&str> = back.copied().collect();
        lacks(&page.with("moment", "2026-11-23T11:00:00Z").draw(), &back);
    }
}

#[test]
fn a_moment_that_is_still_to_come_is_not_shown() {
    let page = picture(Vec::new())
        .with("moment", "2026-11-24T11:00:00Z")
        .draw();
    has(&page, &["niet te lezen of moet nog komen"]);
}

#[test]
fn a_report_is_marked_as_the_strictest_of_what_stands_in_it() {
    let report = |label: Label| {
        let mut strict = part("vr24", "water", "raised", "kade houdt");
        strict.class.label = label;
        let answers = whole(vec![part("vr23", "people", "normal", ""), strict]);
        let page = Page::new("incident/{stream}/report", answers);
        let marking = page.document().unwrap().marking;
        assert!(page.draw().contains(&marking));
        marking
    };
    assert_eq!(report(Label::Green), "TLP:GREEN");
    assert_eq!(report(Label::Amber), "TLP:AMBER");
    assert_eq!(report(Label::Red), "TLP:RED");
}

/// An open action of vr24 for vr23, due at that moment.
fn request(due: &str) -> Row {
    let said = [
        ("by", "vr24"),
        ("to", "vr23"),
        ("standing", "open"),
        ("text", "Twee pompen\nmet mensen"),
        ("due", due),
    ];
    row(&ACTION, stream("vr24", "action", "een"), &said)
}

#[test]
fn the_start_page_says_what_is_asked_and_what_grew_old() {
    let old = [
        ("theme", "water"),
        ("status", "normal"),
        ("confirmed", "2026-11-23T09:00:00Z"),
        ("stale", "2026-11-23T10:00:00Z"),
    ];
    let old = |theme: &'static str| row(&PART, stream("vr23", "part", theme), &old);
    let answers = |standing: &str| -> Vec<Answer> {
        vec![
            rows(vec![incident("Hoogwater Maas", standing)]),
            rows(vec![request(NOW)]),
            rows(vec![stance("vr24", "offering", &[("other", "vr23")])]),
            rows(vec![old("water"), old("people")]),
        ]
    };
    let tasks = Page::new("", answers("open")).tasks();
    let titles: Vec<&str> = tasks.iter().map(|it| it.title.as_str()).collect();
    let crisis = "Hoogwater Maas";
    assert_eq!(titles, [crisis, crisis, "Twee pompen", crisis]);
    has(&tasks.first().unwrap().why, &["is gaande"]);
    has(
        &tasks.get(2).unwrap().why,
        &["Regio Vierentwintig", "Hoogwater Maas"],
    );
    assert!(tasks.iter().all(|it| it.act.is_some()));
    assert_eq!(tasks.get(2).unwrap().due, NOW.parse().ok());
    // A reader is told, and is offered nothing to do.
    let reads = Page::new("", answers("open"))
        .by("vr23", Function::Reader)
        .tasks();
    assert!(reads.len() == 4 && reads.iter().skip(1).all(|it| it.act.is_none()));
    // What was asked in a crisis that was closed since still has its name; its parts do not age.
    let closed = Page::new("", answers("closed")).tasks();
    assert_eq!(closed.len(), 2);
    has(&closed.get(1).unwrap().why, &["Hoogwater Maas"]);
}

#[test]
fn what_was_answered_is_no_task_any_more() {
    let of = stream("vr24", "action", "een").to_string();
    let said = |standing: &str| {
        let said = [("of", of.as_str()), ("standing", standing), ("said", SINCE)];
        let answer = row(&RESPONSE, stream("vr23", "response", "een"), &said);
        let answers = vec![
            rows(vec![incident("Hoogwater Maas", "open")]),
            rows(vec![request(NOW)]),
            rows(vec![answer]),
        ];
        let mut tasks = Page::new("", answers).tasks();
        tasks.retain(|it| it.due.is_some());
        tasks
    };
    assert!(said("finished").is_empty() && said("refused").is_empty());
    let accepted = said("accepted");
    let (label, form) = accepted.first().unwrap().act.clone().unwrap();
    assert_eq!(label, "Gedaan melden");
    has(&form, &["/incident/response/finish?"]);
}
