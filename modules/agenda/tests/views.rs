// SPDX-License-Identifier: EUPL-1.2
//! The pages, drawn from rows made by hand: what somebody who looks would notice.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

mod common;

use common::{NOW, Page, activity, agenda, comment, past, progress, rows, stream};
use paraat_contract::{Answer, AsKnown, Need, Params, Value};
use paraat_kernel::{Function, Language};
use paraat_ui::field::Typed;

const OVERVIEWS: [&str; 4] = ["", "board", "timeline", "list"];

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

/// Three activities: led and reported, led and silent, without a lead.
fn whole() -> Vec<Answer> {
    let activities = vec![
        activity("1.01", "vr23"),
        activity("1.02", "vr24"),
        activity("1.03", ""),
    ];
    agenda(
        activities,
        vec![progress("1.01", "vr23", "under-way", "at-risk")],
    )
}

#[test]
fn every_overview_shows_every_activity_with_how_it_stands() {
    for path in OVERVIEWS {
        let page = Page::new(path, whole()).draw();
        has(
            &page,
            &["1.01", "1.02", "1.03", "In uitvoering", "Nog niets gemeld"],
        );
        has(&page, &["3 resultaten", "Landelijke Agenda"]);
    }
    for path in ["", "board", "list"] {
        let page = Page::new(path, whole()).draw();
        has(
            &page,
            &[
                "nog geen trekker",
                "Risico op vertraging",
                "Regio Drieëntwintig",
            ],
        );
    }
}

#[test]
fn the_tree_says_that_count_and_numbers_are_ours() {
    let page = Page::new("", whole()).draw();
    has(
        &page,
        &[
            "De nummers zijn van ons.",
            "1A",
            "3 activiteiten",
            "Heel Nederland",
        ],
    );
    has(
        &page,
        &["2024-2026 (geen jaar genoemd)", "/agenda/list?lead=none"],
    );
}

#[test]
fn the_board_has_a_column_for_each_status() {
    let page = Page::new("board", whole()).draw();
    for id in [
        "none",
        "planned",
        "under-way",
        "done",
        "continuous",
        "adjusted",
        "dropped",
    ] {
        has(&page, &[&format!("id=\"status-{id}\"")]);
    }
}

#[test]
fn the_timeline_has_the_years_and_the_same_as_a_table() {
    let page = Page::new("timeline", whole()).draw();
    has(
        &page,
        &[">2024<", ">2029<", "Als tabel", "bar-stripes", "bar-broken"],
    );
}

#[test]
fn what_another_than_the_lead_reported_does_not_count() {
    let reports = vec![progress("1.01", "vr24", "done", "")];
    let page = Page::new("list", agenda(vec![activity("1.01", "vr23")], reports)).draw();
    has(&page, &["Nog niets gemeld"]);
    lacks(&page, &["tag tone-neutral"]);
}

#[test]
fn each_filter_narrows_and_the_links_keep_it() {
    let cases = [
        ("text", "tweede WERK", "1.02"),
        ("lead", "vr24", "1.02"),
        ("lead", "none", "1.03"),
        ("status", "under-way", "1.01"),
        ("outlook", "at-risk", "1.01"),
        ("theme", "disinformation", "1.02"),
        ("year", "2028", "1.03"),
        ("reach", "caribbean", "1.03"),
    ];
    for (name, value, left) in cases {
        for path in OVERVIEWS {
            let page = Page::new(path, whole()).with(name, value).draw();
            has(&page, &["1 resultaat", left, "Wis filters"]);
            for other in ["1.01", "1.02", "1.03"].iter().filter(|it| **it != left) {
                lacks(&page, &[other]);
            }
            let kept = format!("/agenda/board?{name}=");
            has(&page, &[&kept]);
        }
    }
    let page = Page::new("list", whole())
        .with("pillar", "p1")
        .with("ambition", "p1-a")
        .draw();
    has(
        &page,
        &[
            "3 resultaten",
            "/agenda/timeline?pillar=p1&amp;ambition=p1-a",
        ],
    );
}

#[test]
fn nothing_left_is_one_sentence_and_a_way_out() {
    for path in OVERVIEWS {
        for (name, value) in [("text", "<zebra>"), ("year", "mmxxiv"), ("status", "gone")] {
            let page = Page::new(path, whole()).with(name, value).draw();
            has(
                &page,
                &["Geen resultaten", "Geen activiteit past bij deze filters."],
            );
            lacks(&page, &["1.01", "<zebra>"]);
        }
        let page = Page::new(path, agenda(vec![], vec![])).draw();
        has(&page, &["nog niet uitgegeven of ontvangen"]);
        let page = Page::new(path, vec![]).draw();
        has(&page, &["nog niet uitgegeven of ontvangen"]);
    }
}

#[test]
fn an_old_report_of_work_that_goes_on_is_called_old() {
    let of = |status: &str, occurred: &str| {
        let mut report = progress("1.01", "vr23", status, "");
        report.values[5] = Value::from(occurred);
        agenda(vec![activity("1.01", "vr23")], vec![report])
    };
    let draw = |answers| Page::new("list", answers).draw();
    has(
        &draw(of("planned", "2025-11-22T00:00:00Z")),
        &["Ouder dan een jaar"],
    );
    lacks(
        &draw(of("planned", "2025-11-24T23:00:00Z")),
        &["Ouder dan een jaar"],
    );
    lacks(
        &draw(of("done", "2024-01-01T00:00:00Z")),
        &["Ouder dan een jaar"],
    );
}

/// The answers that the page of activity 1.01 asks for.
fn one(lead: &str, reports: Vec<paraat_contract::Row>) -> Vec<Answer> {
    let mut all = agenda(vec![activity("1.01", lead)], vec![]);
    let ambitions = all.remove(1);
    let activities = all.remove(1);
    vec![
        activities,
        ambitions,
        rows(reports.clone()),
        rows(vec![comment("vr24", "Wij <b>doen</b> mee.")]),
        rows(reports),
        past(),
    ]
}

fn page_of_one(lead: &str, reports: Vec<paraat_contract::Row>) -> Page {
    Page::new("activity/{stream}", one(lead, reports)).at(&stream("1.01"))
}

#[test]
fn the_page_of_an_activity_says_all_there_is() {
    let reports = vec![progress("1.01", "vr23", "under-way", "at-risk")];
    let page = page_of_one("vr23", reports).draw();
    has(
        &page,
        &[
            "1.01 Eerste werk",
            "Wat &lt;script&gt; doet.",
            "2024-2026 (geen jaar genoemd)",
        ],
    );
    has(
        &page,
        &[
            "De veiligheidsregio",
            "Klimaat en natuurrampen",
            "Onduidelijk in de bron.",
        ],
    );
    has(
        &page,
        &[
            "Uitgegeven door",
            "Ministerie",
            "4.1, punt 1",
            "1A Samen kiezen",
        ],
    );
    has(
        &page,
        &[
            "Toelichting",
            "Eerste plan klaar &lt;script&gt;",
            "In uitvoering",
        ],
    );
    has(&page, &["Wij &lt;b&gt;doen&lt;/b&gt; mee."]);
    lacks(&page, &["<script>", "<b>"]);
    let link = "href=\"https://example.org/a?b=1&amp;c\" rel=\"noopener noreferrer\"";
    has(&page, &[link]);
}

#[test]
fn an_address_that_is_no_web_address_is_no_link() {
    let mut report = progress("1.01", "vr23", "done", "");
    report.values[4] = Value::from("javascript:alert(1)");
    let page = page_of_one("vr23", vec![report]).draw();
    has(&page, &["javascript:alert(1)"]);
    lacks(&page, &["href=\"javascript"]);
}

#[test]
fn former_leads_keep_what_they_said() {
    let reports = vec![
        progress("1.01", "vr23", "under-way", "behind"),
        progress("1.01", "vr24", "planned", "on-track"),
    ];
    let page = page_of_one("vr24", reports).draw();
    has(
        &page,
        &[
            "Eerdere trekker: Regio Drieëntwintig",
            "Gepland",
            "In uitvoering",
        ],
    );
}

#[test]
fn history_is_newest_first_and_each_moment_can_be_seen_again() {
    let reports = vec![progress("1.01", "vr23", "under-way", "at-risk")];
    let page = page_of_one("vr23", reports).draw();
    let place = |part: &str| page.find(part).unwrap();
    let reported = place("Voortgang gemeld: In uitvoering");
    let assigned = place("Trekker aangewezen: Regio Drieëntwintig");
    assert!(reported < assigned && assigned < place("Activiteit uitgegeven"));
    has(
        &page,
        &[
            "Ministerie, beslisser",
            "Om te beginnen",
            "?moment=2026-06-01T10:00:00Z",
        ],
    );
    has(
        &page,
        &["Deze vastlegging is ingetrokken", "nieuwere Paraat nodig"],
    );
}

#[test]
fn buttons_are_for_those_who_may_and_others_read_why_not() {
    let (report, assign, comment) = (
        "/agenda/progress/report",
        "/assign",
        "/agenda/comment/write",
    );
    let of = |organisation, function| {
        page_of_one("vr23", vec![])
            .by(organisation, function)
            .draw()
    };
    let lead = of("vr23", Function::Editor);
    has(
        &lead,
        &[report, comment, "De trekker heeft nog niets gemeld."],
    );
    lacks(&lead, &[assign]);
    let other = of("vr24", Function::Editor);
    has(
        &other,
        &["Alleen Regio Drieëntwintig mag dit doen.", comment],
    );
    lacks(&other, &[report, assign]);
    let reader = of("vr23", Function::Reader);
    has(&reader, &["U mag lezen, maar niet vastleggen."]);
    lacks(&reader, &[report, assign, comment]);
    let ministry = of("jenv", Function::Editor);
    has(&ministry, &[assign, comment]);
    lacks(&ministry, &[report]);
    let public = page_of_one("vr23", vec![]).public().draw();
    has(&public, &["U bent niet ingelogd."]);
    lacks(&public, &[report, assign, comment]);
    let nobody = page_of_one("", vec![]).by("vr23", Function::Editor).draw();
    has(
        &nobody,
        &["heeft nog geen trekker", "nog geen trekker</dd>"],
    );
    lacks(&nobody, &[report]);
}

#[test]
fn an_activity_that_is_not_seen_is_not_there() {
    let nothing = vec![
        rows(vec![]),
        rows(vec![]),
        rows(vec![]),
        rows(vec![]),
        rows(vec![]),
    ];
    for answers in [nothing, vec![]] {
        let page = Page::new("activity/{stream}", answers).at(&stream("1.01"));
        assert_eq!(page.drawn(Language::Nl), None);
    }
}

#[test]
fn an_earlier_moment_is_told_and_goes_along() {
    let moment = "2026-05-01T12:00:00Z";
    for path in OVERVIEWS {
        let page = Page::new(path, whole())
            .with("moment", moment)
            .with("lead", "vr23")
            .draw();
        has(
            &page,
            &["Zo stond het op 1 mei 2026, 14.00 uur.", "Terug naar nu"],
        );
        let kept = "?lead=vr23&amp;moment=2026-05-01T12%3A00%3A00Z";
        has(
            &page,
            &[
                &format!("/agenda/board{kept}"),
                "type=\"hidden\" name=\"moment\"",
            ],
        );
        has(&page, &[&format!("{}?moment=2026-05-01", stream("1.01"))]);
    }
    let reports = vec![progress("1.01", "vr23", "under-way", "at-risk")];
    let page = page_of_one("vr23", reports)
        .with("moment", moment)
        .by("vr23", Function::Editor);
    let page = page.draw();
    has(
        &page,
        &[
            "Zo stond het op",
            "Ga terug naar nu om iets vast te leggen.",
        ],
    );
    lacks(
        &page,
        &[
            "/agenda/progress/report",
            "Voortgang gemeld",
            "Trekker aangewezen",
        ],
    );
}

#[test]
fn a_moment_that_does_not_read_or_is_to_come_shows_now() {
    for moment in ["gisteren", "2031-01-01T00:00:00Z"] {
        let page = Page::new("", whole()).with("moment", moment).draw();
        has(&page, &["Dit moment kunnen wij niet tonen."]);
        lacks(&page, &["Zo stond het op"]);
    }
}

#[test]
fn needs_ask_for_the_moment_and_for_nothing_without_an_address() {
    let view = |path: &str| {
        *paraat_agenda::MODULE
            .views
            .iter()
            .find(|it| it.path == path)
            .unwrap()
    };
    let mut params = Params {
        query: Typed::default().with("moment", "2026-05-01T14:00:00 02:00"),
        now: NOW.parse().unwrap(),
        ..Params::default()
    };
    let at = AsKnown::At("2026-05-01T12:00:00Z".parse().unwrap());
    let needs = (view("").needs)(&params);
    assert_eq!(needs.len(), 4);
    for need in needs {
        assert!(matches!(need, Need::Rows(query) if query.as_known == at));
    }
    assert!((view("activity/{stream}").needs)(&params).is_empty());
    params.path.insert("stream", stream("1.01").to_string());
    assert_eq!((view("activity/{stream}").needs)(&params).len(), 20);
}

#[test]
fn the_english_pages_say_everything_in_english() {
    let dutch = [
        "nog geen",
        "Nog niets",
        "Trekker",
        "Gepland",
        "Reacties",
        "Toelichting",
    ];
    for path in OVERVIEWS {
        let page = Page::new(path, whole()).drawn(Language::En).unwrap();
        has(
            &page,
            &[
                "Under way",
                "Nothing reported yet",
                "3 results",
                "First work",
            ],
        );
        lacks(&page, &dutch);
    }
    let reports = vec![progress("1.01", "vr23", "under-way", "at-risk")];
    let page = page_of_one("vr23", reports).drawn(Language::En).unwrap();
    has(
        &page,
        &[
            "What it is",
            "At risk",
            "Comments",
            "Lead assigned",
            "The safety regions",
        ],
    );
    lacks(&page, &dutch);
}
