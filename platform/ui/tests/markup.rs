// SPDX-License-Identifier: EUPL-1.2
//! What the widgets write, as plain text: escaping, the parts that assistive technology needs,
//! and nothing that a strict content security policy would block.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

use paraat_kernel::Language;
use paraat_ui::field::{self, Field, Shape, Typed};
use paraat_ui::widgets::*;
use paraat_ui::words::PLATFORM;
use paraat_ui::{Frame, NavItem, Theme, Words, html, page};

const EVIL: &str = r#"<script>alert("x")</script>'&"#;

const MODULE: &str = "
note-note-write = Schrijven
note-note-write-title = Titel
note-note-write-title-help = Kort en duidelijk.
note-note-write-status = Stand
note-note-write-evidence-link = Bewijs
note-note-write-about = Gaat over
note-note-status-open = Open
note-note-status-done = Klaar
";

fn words() -> Words {
    let mut sources = PLATFORM.to_vec();
    sources.push((Language::Nl, MODULE));
    Words::new(&sources).unwrap()
}

const FIELDS: &[Field] = &[
    Field::given("about", Shape::Line(40)),
    Field::required("title", Shape::Line(10)),
    Field::required("status", Shape::Choice(&["open", "done"])),
    Field::optional("evidenceLink", Shape::Link),
];

fn drawn(typed: Typed) -> String {
    let words = words();
    let problems = field::read(FIELDS, &typed).err().unwrap_or_default();
    let facts = [("about", html! { "Dit dossier" })];
    let form = Form {
        module: "note",
        kind: "note",
        verb: "write",
        action: "/note/write",
        fields: FIELDS,
        typed,
        problems: &problems,
        seen: Some(7),
        key: "k1",
        facts: &facts,
        ..Form::default()
    };
    paraat_ui::widgets::form(words.voice(Language::Nl), &form).into_string()
}

fn has(markup: &str, parts: &[&str]) {
    for part in parts {
        assert!(markup.contains(part), "{part} is not in {markup}");
    }
}

#[test]
fn a_form_asks_what_the_command_takes() {
    let markup = drawn(
        Typed::default()
            .with("about", "x")
            .with("title", "a")
            .with("status", "done"),
    );
    has(
        &markup,
        &[
            r#"action="/note/write" method="post""#,
            r#"<label for="field-title">Titel</label>"#,
            r#"<p class="help" id="field-title-help">Kort en duidelijk.</p>"#,
            r#"name="status" value="done" checked required"#,
            r#"<span class="optional">(niet verplicht)</span>"#,
            r#"<input type="hidden" name="seen" value="7">"#,
            r#"<input type="hidden" name="key" value="k1">"#,
            "<dt>Gaat over</dt><dd>Dit dossier</dd>",
            ">Schrijven</button>",
        ],
    );
    assert!(!markup.contains("error-summary"), "{markup}");
}

/// A form of which two questions may well wait.
fn folded(typed: Typed, problems: &[field::Problem], found: Option<&str>) -> String {
    const LATER: &[Field] = &[
        Field::optional("evidenceLink", Shape::Link).later(),
        Field::required("title", Shape::Line(10)),
        Field::optional("status", Shape::Choice(&["open", "done"])).later(),
    ];
    let words = words();
    let form = Form {
        module: "note",
        kind: "note",
        verb: "write",
        action: "/note/write",
        fields: LATER,
        typed,
        problems,
        button: Some("Delen met 3 <mensen>"),
        looks: found.map(|found| ("title", html! { (found) })),
        ..Form::default()
    };
    paraat_ui::widgets::form(words.voice(Language::Nl), &form).into_string()
}

#[test]
fn what_may_wait_is_folded_until_something_stands_in_it() {
    let closed = r#"<details class="form-later"><summary>Meer</summary>"#;
    let open = r#"<details class="form-later" open><summary>Meer</summary>"#;
    let title = Typed::default().with("title", "a");
    let markup = folded(title.clone(), &[], None);
    has(&markup, &[closed, "Delen met 3 &lt;mensen&gt;</button>"]);
    let (first, later) = markup.split_once("<details").unwrap();
    has(first, &["field-title"]);
    has(later, &["field-evidenceLink", "field-status"]);
    has(
        &folded(title.clone().with("status", "done"), &[], None),
        &[open],
    );
    // What is wrong is never out of sight.
    let wrong = field::Problem {
        field: "evidenceLink".to_owned(),
        reason: field::Reason::NotALink,
    };
    has(&folded(title, &[wrong], None), &[open]);
    assert!(!drawn(Typed::default()).contains("<details"));
}

#[test]
fn what_there_is_of_what_is_typed_stands_below_its_question_and_is_asked_for_by_a_button() {
    let markup = folded(Typed::default(), &[], Some(EVIL));
    let question = markup.find("field-title").unwrap();
    let found = markup.find(r#"<div class="look" data-look="field-title" role="status">"#);
    assert!(question < found.unwrap());
    has(&markup, &[r#"name="look" value="1" formnovalidate>"#]);
    assert!(!markup.contains("<script>"));
    // Whoever presses Enter records: the button of the act comes first.
    let act = markup.find("Delen met 3").unwrap();
    assert!(act < markup.find(r#"name="look""#).unwrap());
    assert!(!folded(Typed::default(), &[], None).contains("name=\"look\""));
}

#[test]
fn what_is_wrong_stands_on_top_and_at_its_field_and_what_was_typed_is_kept() {
    let typed = Typed::default()
        .with("about", "x")
        .with("title", "veel te lange titel")
        .with("status", "gone")
        .with("evidenceLink", "ftp://x")
        .with("colour", "red");
    has(
        &drawn(typed),
        &[
            "4 dingen kloppen niet. Pas deze aan:",
            r##"<a href="#field-title">Titel: Kort de tekst in: u schreef 19 tekens"##,
            r##"<a href="#field-status">Stand: Kies een van deze woorden: Open, Klaar.</a>"##,
            "<li>colour: Haal dit veld weg",
            r#"value="veel te lange titel""#,
            r#"aria-describedby="field-title-error field-title-help" aria-invalid="true""#,
            r#"value="ftp://x""#,
            r#"role="alert" tabindex="-1" autofocus"#,
        ],
    );
}

#[test]
fn nothing_typed_becomes_markup() {
    let words = words();
    let nl = words.voice(Language::Nl);
    let choice = |value: &str| Choice {
        value: value.to_owned(),
        label: value.to_owned(),
    };
    let frame = Frame {
        title: EVIL.to_owned(),
        organisation_name: Some(EVIL.to_owned()),
        account_name: Some(EVIL.to_owned()),
        path: EVIL.to_owned(),
        nav: vec![NavItem {
            href: EVIL.to_owned(),
            label: EVIL.to_owned(),
            icon: "home",
            current: true,
        }],
        ..Frame::default()
    };
    let main = html! {
        (page_bar(EVIL, html! {}, html! {}))
        (tag(EVIL, Mark::Dot, Tone::Good))
        (table(EVIL, &[Column::text(EVIL)], &[vec![html! { (EVIL) }]]))
        (filter_bar(nl, &FilterBar {
            action: EVIL.to_owned(),
            text: Some(("q".to_owned(), EVIL.to_owned())),
            filters: vec![Filter {
                name: "a".to_owned(), label: EVIL.to_owned(),
                choices: vec![choice(EVIL)], chosen: EVIL.to_owned(),
            }],
            hidden: vec![("v".to_owned(), EVIL.to_owned())],
            count: 2,
        }))
        (difference(nl, EVIL, EVIL, EVIL, "x"))
        (tile_map(nl, "m", &[Tile {
            id: "a".to_owned(), name: EVIL.to_owned(), column: 0, row: 0,
            status: EVIL.to_owned(), mark: Mark::Ring, tone: Tone::Critical, href: None,
        }]))
        (problem_page(nl, &Trouble {
            status: 403, reasons: vec![EVIL.to_owned()], ..Trouble::default()
        }))
    };
    let mut whole = page(&frame, &words, main).into_string();
    whole.push_str(&drawn(
        Typed::default().with("title", EVIL).with(EVIL, EVIL),
    ));
    assert!(!whole.contains("<script>"), "{whole}");
    assert!(!whole.contains(r#"("x")"#), "{whole}");
    assert!(whole.contains("&lt;script&gt;"));
}

#[test]
fn a_page_holds_nothing_inline_and_says_what_it_is() {
    let words = words();
    let frame = Frame {
        title: "Agenda".to_owned(),
        demo: true,
        theme: Theme::Dark,
        snapshot_time: "21.14 uur".to_owned(),
        path: "/agenda?year=2025&a=b".to_owned(),
        live_topics: Some("agenda".to_owned()),
        cursor: Some("c9".to_owned()),
        ..Frame::default()
    };
    let bar = Bar {
        href: "/a".to_owned(),
        number: "1".to_owned(),
        title: "Oefenen".to_owned(),
        group: "Pijler".to_owned(),
        from: 2024,
        to: None,
        period: "vanaf 2024".to_owned(),
        status: "gepland".to_owned(),
        pattern: Pattern::Stripes,
    };
    let line = Timeline {
        id: "t".to_owned(),
        label: "Tijdlijn".to_owned(),
        first: 2024,
        last: 2029,
        now: Some(2026),
        bars: vec![bar],
    };
    let markup = page(&frame, &words, timeline(words.voice(Language::Nl), &line)).into_string();
    has(
        &markup,
        &[
            r#"<html lang="nl" data-theme="dark">"#,
            "<title>Agenda · Paraat</title>",
            r#"<body data-topics="agenda" data-cursor="c9">"#,
            "Demo: wat u hier vastlegt, telt niet",
            "Momentopname 21.14 uur",
            r#"href="/taal?to=en&amp;next=/agenda%3Fyear%3D2025%26a%3Db""#,
            r#"href="/login?next=/agenda"#,
            r#"<main class="main" id="main" tabindex="-1">"#,
        ],
    );
    for inline in [" style=", "<style", " onclick", "javascript:", "<script>"] {
        assert!(!markup.contains(inline), "{inline}");
    }
}

#[test]
fn on_a_phone_the_fifth_tab_leads_to_the_rest() {
    let words = words();
    let item = |n: usize| NavItem {
        href: format!("/{n}"),
        label: format!("Deel {n}"),
        icon: "home",
        current: n == 1,
    };
    let tabs = |count: usize| {
        let frame = Frame {
            nav: (1..=count).map(item).collect(),
            ..Frame::default()
        };
        page(&frame, &words, html! {}).into_string()
    };
    assert!(!tabs(5).contains("narrow-only"));
    let many = tabs(7);
    assert_eq!(many.matches(r#"<li class="wide-only">"#).count(), 3);
    has(
        &many,
        &[r##"<a href="#all-sections">"##, r#"aria-current="page""#],
    );
}

#[test]
fn every_problem_has_words() {
    let words = words();
    for status in [
        400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428, 429, 500, 503, 418, 502,
    ] {
        for language in Language::ALL {
            let trouble = Trouble {
                status,
                ..Trouble::default()
            };
            let markup = problem_page(words.voice(language), &trouble).into_string();
            assert!(!markup.contains('«'), "{markup}");
        }
    }
}

#[test]
fn filters_stay_in_the_address_and_can_be_cleared() {
    let words = words();
    let bar = FilterBar {
        action: "/agenda".to_owned(),
        text: Some(("q".to_owned(), "water".to_owned())),
        filters: Vec::new(),
        hidden: vec![("view".to_owned(), "board".to_owned())],
        count: 1,
    };
    let markup = filter_bar(words.voice(Language::Nl), &bar).into_string();
    has(
        &markup,
        &[
            r#"method="get""#,
            r#"<a href="/agenda?view=board">Wis filters</a>"#,
            "1 resultaat",
        ],
    );
}
