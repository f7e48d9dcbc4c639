// SPDX-License-Identifier: EUPL-1.2
//! What stands beside the agenda itself, drawn from rows made by hand: comply or explain for the
//! islands, co-leads, means.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

mod common;

use common::{Page, activity, agenda, progress, row, rows, stream, texts};
use paraat_agenda::kinds::explanation;
use paraat_agenda::tables::{CO_LEAD, CONSULTATION, EXPLANATION, MEANS, PROPOSAL, STATEMENT};
use paraat_contract::{Answer, Row, Value};
use paraat_kernel::{Function, Language, StreamId};

const AT: &str = "2026-11-01T10:00:00Z";

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

/// The `version`th declaration of an organisation about activity 1.01.
fn declared(by: &str, island: &str, outcome: &str, version: u64) -> Row {
    let subject = stream("1.01");
    let address = explanation::address(by.parse().unwrap(), &subject, island);
    let reasons = if outcome == "explain" {
        "distance,climate"
    } else {
        ""
    };
    let said = format!("Uitleg <{version}>");
    let subject = subject.to_string();
    let values = [&subject, island, outcome, "", reasons, &said, AT, "editor"];
    let mut row = row(&EXPLANATION, address, texts(&values));
    row.version = version;
    row
}

/// What an island answers to the `version`th declaration of vr23.
fn answered(island: &str, answer: &str, version: i64) -> Row {
    let subject = stream("1.01");
    let to = explanation::address("vr23".parse().unwrap(), &subject, island).to_string();
    let subject = subject.to_string();
    let address = StreamId::derived(island.parse().unwrap(), "agenda.consultation", &subject);
    let mut values = texts(&[&subject, island, &to]);
    values.push(Value::Whole(version));
    values.extend(texts(&[answer, "Our <words>", "2026-10-30", AT, "editor"]));
    row(&CONSULTATION, address, values)
}

fn proposal(status: &str) -> Row {
    let address = StreamId::derived("jenv".parse().unwrap(), "test", "wet");
    let mut values = texts(&["law", "Wet <op> zee", "Law at sea", "Regels.", "Rules."]);
    values.push(Value::Whole(2027));
    values.extend(texts(&[status, "Te duur", AT]));
    row(&PROPOSAL, address, values)
}

/// The table, with these declarations and answers about three activities and a proposal.
fn table(explanations: Vec<Row>, consultations: Vec<Row>) -> Page {
    let activities = vec![
        activity("1.01", "vr23"),
        activity("1.02", "vr24"),
        activity("1.03", ""),
    ];
    let proposals = rows(vec![proposal("announced")]);
    let answers = [
        rows(activities),
        proposals,
        rows(explanations),
        rows(consultations),
    ];
    Page::new("caribbean", answers.into())
}

#[test]
fn every_subject_stands_against_every_island_and_gaps_are_counted() {
    let page = table(
        vec![
            declared("vr23", "saba", "explain", 1),
            declared("vr23", "bonaire", "comply", 1),
            declared("vr23", "sint-eustatius", "comply", 1),
        ],
        vec![
            answered("saba", "contest", 1),
            answered("bonaire", "agree", 1),
        ],
    );
    let page = page.draw();
    has(
        &page,
        &[
            "4 resultaten",
            "11 <small>van 12",
            "Wet &lt;op&gt; zee",
            "Wet, 2027",
        ],
    );
    for word in [
        "Geen verklaring",
        "Wacht op eiland",
        "Eiland: niet eens",
        "Eiland: eens",
    ] {
        has(&page, &[word]);
    }
    let link = format!("/agenda/caribbean/{}/saba", stream("1.01"));
    has(&page, &[&link, "Leg uit", "Pas toe", "nog geen trekker"]);
}

#[test]
fn what_a_former_lead_declared_and_an_answer_to_an_earlier_declaration_do_not_count() {
    let former = vec![declared("vr24", "saba", "comply", 1)];
    lacks(&table(former, vec![]).draw(), &["Pas toe</span>"]);
    let anew = vec![declared("vr23", "saba", "explain", 2)];
    let page = table(anew, vec![answered("saba", "contest", 1)])
        .with("island", "saba")
        .with("lead", "vr23");
    let page = page.draw();
    let (_, body) = page.split_once("<tbody").unwrap();
    has(body, &["Wacht op eiland"]);
    lacks(body, &["niet eens"]);
}

#[test]
fn filters_narrow_to_an_island_a_state_a_lead_and_a_sort() {
    let draw = |name: &str, value: &str| {
        let explanations = vec![declared("vr23", "saba", "comply", 1)];
        table(explanations, vec![]).with(name, value).draw()
    };
    let saba = draw("island", "saba");
    has(&saba, &["4 resultaten", ">saba</th>"]);
    lacks(&saba, &[">bonaire</th>"]);
    for (name, value, left) in [
        ("state", "waiting", "1.01"),
        ("lead", "vr24", "1.02"),
        ("lead", "none", "1.03"),
        ("sort", "law", "Wet"),
    ] {
        let page = draw(name, value);
        has(&page, &["1 resultaat", left, "Wis filters"]);
    }
    has(
        &draw("state", "agreed"),
        &["Geen onderwerp past bij deze filters."],
    );
}

#[test]
fn a_proposal_that_was_dropped_is_no_gap_and_only_a_ministry_announces() {
    let answers = |status: &str| {
        let none = || rows(vec![]);
        let proposals = rows(vec![proposal(status)]);
        vec![
            rows(vec![activity("1.01", "vr23")]),
            proposals,
            none(),
            none(),
        ]
    };
    lacks(
        &Page::new("caribbean", answers("dropped")).draw(),
        &["op&gt; zee"],
    );
    let by = |organisation, function| {
        Page::new("caribbean", answers("announced"))
            .by(organisation, function)
            .draw()
    };
    has(
        &by("jenv", Function::Editor),
        &["/agenda/proposal/announce"],
    );
    lacks(
        &by("jenv", Function::Reader),
        &["/agenda/proposal/announce"],
    );
    lacks(
        &by("vr23", Function::Editor),
        &["/agenda/proposal/announce"],
    );
}

/// The exchange about activity 1.01 and Saba.
fn exchange(lead: &str, explanations: Vec<Row>, consultations: Vec<Row>) -> Page {
    let activities = rows(vec![activity("1.01", lead)]);
    let answers = vec![
        activities,
        rows(vec![]),
        rows(explanations),
        rows(consultations),
    ];
    let mut page = Page::new("caribbean/{subject}/{island}", answers);
    let subject = stream("1.01").to_string();
    page.params.path.insert("subject", subject);
    page.params.path.insert("island", "saba".to_owned());
    page
}

#[test]
fn the_whole_exchange_stands_in_its_order() {
    let mut second = declared("vr23", "saba", "comply", 2);
    second.since = "2026-08-01T10:00:00Z".parse().unwrap();
    let mut answer = answered("saba", "contest", 1);
    answer.since = "2026-07-01T10:00:00Z".parse().unwrap();
    let first = declared("vr23", "saba", "explain", 1);
    let page = exchange("vr23", vec![second, first], vec![answer]).draw();
    let place = |part: &str| page.find(part).unwrap();
    let first = place("Verklaring 1: Leg uit");
    let contest = place("Niet eens met verklaring 1");
    assert!(first < contest && contest < place("Verklaring 2: Pas toe"));
    has(
        &page,
        &[
            "1.01 Eerste werk: saba",
            "Redenen: Afstand, Klimaat",
            "Our &lt;words&gt;",
            "Overleg op 30 okt 2026",
            "Regio Drieëntwintig, bewerker",
            "Wacht op",
            "Wacht op eiland",
        ],
    );
}

#[test]
fn the_lead_declares_the_island_answers_and_others_read_why_not() {
    let (declare, answer) = (
        "/agenda/explanation/declare?",
        "/agenda/consultation/answer?",
    );
    let by = |organisation, function, consultations| {
        let explanations = vec![declared("vr23", "saba", "comply", 1)];
        exchange("vr23", explanations, consultations)
            .by(organisation, function)
            .draw()
    };
    let lead = by("vr23", Function::Editor, vec![]);
    has(&lead, &[declare, "island=saba"]);
    lacks(&lead, &[answer]);
    let island = by("saba", Function::Editor, vec![]);
    has(
        &island,
        &[
            answer,
            "version=1",
            "Alleen Regio Drieëntwintig mag dit doen.",
        ],
    );
    lacks(&island, &[declare]);
    let settled = by("saba", Function::Editor, vec![answered("saba", "agree", 1)]);
    lacks(&settled, &[answer, "Wacht op"]);
    lacks(&by("saba", Function::Reader, vec![]), &[declare, answer]);
    let nobody = exchange("", vec![], vec![])
        .by("vr23", Function::Editor)
        .draw();
    has(
        &nobody,
        &["Er is nog geen trekker.", "Er is nog niets verklaard"],
    );
    lacks(&nobody, &[declare, answer]);
}

#[test]
fn another_island_or_a_subject_that_is_not_seen_is_not_there() {
    let mut elsewhere = exchange("vr23", vec![], vec![]);
    elsewhere.params.path.insert("island", "aruba".to_owned());
    assert_eq!(elsewhere.drawn(Language::Nl), None);
    let answers = vec![rows(vec![]), rows(vec![])];
    let unseen = Page::new("caribbean/{subject}/{island}", answers);
    assert_eq!(unseen.drawn(Language::Nl), None);
}

#[test]
fn the_english_pages_of_the_islands_say_everything_in_english() {
    let explanations = || vec![declared("vr23", "saba", "explain", 1)];
    let table = table(explanations(), vec![]).drawn(Language::En).unwrap();
    let exchange = exchange("vr23", explanations(), vec![answered("saba", "agree", 1)]);
    let exchange = exchange.drawn(Language::En).unwrap();
    has(
        &table,
        &[
            "Comply or explain".to_lowercase().as_str(),
            "No declaration",
            "Law at sea",
        ],
    );
    has(
        &exchange,
        &[
            "Island agrees",
            "Reasons: Distance, Climate",
            "Agrees with declaration 1",
        ],
    );
    for page in [table, exchange] {
        lacks(&page, &["Eiland", "verklaring", "Trekker", "Wacht op"]);
    }
}

#[test]
fn a_proposal_has_its_own_page_until_and_after_it_is_dropped() {
    let page = |status: &str| {
        let answers = vec![rows(vec![proposal(status)]), rows(vec![]), rows(vec![])];
        Page::new("proposal/{stream}", answers).by("jenv", Function::Editor)
    };
    let standing = page("announced").draw();
    has(
        &standing,
        &[
            "Wet &lt;op&gt; zee",
            "2027",
            "/drop",
            "Geen verklaring",
            "saba",
        ],
    );
    let gone = page("dropped").draw();
    has(&gone, &["Dit voorstel is vervallen.", "Te duur"]);
    lacks(&gone, &["/drop\""]);
    let answers = vec![rows(vec![])];
    assert_eq!(
        Page::new("proposal/{stream}", answers).drawn(Language::Nl),
        None
    );
}

fn co_lead(organisation: &str, status: &str) -> Row {
    let activity = stream("1.01").to_string();
    let address = StreamId::derived("jenv".parse().unwrap(), "agenda.co-lead", organisation);
    let values = [&activity, organisation, status, "", AT, "editor"];
    row(&CO_LEAD, address, texts(&values))
}

fn stated(by: &str, status: &str, outlook: &str) -> Row {
    let activity = stream("1.01").to_string();
    let address = StreamId::derived(by.parse().unwrap(), "agenda.statement", &activity);
    let values = [&activity, status, outlook, "Weinig <mensen>", AT];
    row(&STATEMENT, address, texts(&values))
}

fn means(by: &str, status: &str) -> Row {
    let activity = stream("1.01").to_string();
    let address = StreamId::derived(by.parse().unwrap(), "agenda.means", &activity);
    let mut values = texts(&[&activity, status]);
    values.push(Value::Whole(250_000));
    values.extend(texts(&[
        "Een <oefening>",
        "Uit de begroting",
        "https://example.org/b",
    ]));
    values.extend(texts(&[AT, "editor"]));
    row(&MEANS, address, values)
}

/// The page of activity 1.01, led by vr23 and reported as on track.
fn one(co_leads: Vec<Row>, statements: Vec<Row>, means: Vec<Row>) -> Page {
    let report = progress("1.01", "vr23", "under-way", "on-track");
    let none = || rows(vec![]);
    let answers: Vec<Answer> = vec![
        rows(vec![activity("1.01", "vr23")]),
        none(),
        rows(vec![report.clone()]),
        none(),
        rows(vec![report]),
        Answer::History(vec![]),
        none(),
        none(),
        rows(co_leads.clone()),
        rows(statements.clone()),
        rows(means.clone()),
        rows(co_leads),
        rows(statements),
        rows(means),
    ];
    Page::new("activity/{stream}", answers).at(&stream("1.01"))
}

#[test]
fn where_a_co_lead_differs_from_the_lead_is_said_in_words() {
    let differs = "Oordeel van de trekker: op schema; medetrekker vr24: risico op vertraging.";
    let page = one(
        vec![co_lead("vr24", "named"), co_lead("jenv", "named")],
        vec![stated("vr24", "under-way", "at-risk")],
        vec![],
    );
    let page = page.draw();
    has(
        &page,
        &[
            differs,
            "Weinig &lt;mensen&gt;",
            "heeft nog niets gezegd",
            "vr24, Ministerie",
        ],
    );
    has(
        &page,
        &[
            "Medetrekker zegt: In uitvoering",
            "Medetrekker aangewezen: vr24",
        ],
    );
    let agrees = vec![stated("vr24", "under-way", "on-track")];
    let page = one(vec![co_lead("vr24", "named")], agrees, vec![]).draw();
    lacks(&page, &["Oordeel van de trekker"]);
    let done = vec![stated("vr24", "done", "")];
    let page = one(vec![co_lead("vr24", "named")], done, vec![]).draw();
    has(
        &page,
        &["trekker: in uitvoering, op schema; medetrekker vr24: afgerond."],
    );
}

#[test]
fn who_was_released_and_who_leads_now_is_no_co_lead() {
    let page = one(
        vec![co_lead("vr24", "released"), co_lead("vr23", "named")],
        vec![stated("vr24", "under-way", "behind")],
        vec![],
    );
    let page = page.draw();
    has(
        &page,
        &[
            "Was medetrekker: vr24",
            "Deze activiteit heeft één trekker.",
        ],
    );
    lacks(&page, &["Oordeel van de trekker", "samen met"]);
}

#[test]
fn the_issuer_names_and_releases_and_a_co_lead_states() {
    let by = |organisation| {
        one(vec![co_lead("vr24", "named")], vec![], vec![])
            .by(organisation, Function::Editor)
            .draw()
    };
    let (name, release, state) = (
        "/agenda/co-lead/name",
        "/release",
        "/agenda/statement/state",
    );
    has(&by("jenv"), &[name, release]);
    lacks(&by("jenv"), &[state]);
    has(&by("vr24"), &[state]);
    lacks(&by("vr24"), &[name, release]);
    lacks(&by("vr23"), &[name, release, state]);
    let alone = one(vec![], vec![], vec![]).draw();
    lacks(&alone, &["Samen trekken"]);
}

#[test]
fn means_of_the_lead_of_now_are_shown_with_what_may_be_done_next() {
    let by = |status: &str, organisation| {
        one(vec![], vec![], vec![means("vr23", status)])
            .by(organisation, Function::Editor)
            .draw()
    };
    let open = by("extra", "vr23");
    has(
        &open,
        &["€\u{a0}250.000", "Een &lt;oefening&gt;", "nog open"],
    );
    has(
        &open,
        &["means/declare?", "means/arrange?", "means/adjust?"],
    );
    let arranged = by("arranged", "vr23");
    has(
        &arranged,
        &[
            "means/declare?",
            "Uit de begroting",
            "href=\"https://example.org/b\"",
        ],
    );
    lacks(&arranged, &["means/arrange?", "means/adjust?"]);
    lacks(&by("extra", "vr24"), &["means/declare?", "means/arrange?"]);
    let former = one(vec![], vec![], vec![means("vr24", "extra")]).draw();
    has(
        &former,
        &["Nog geen middelen gemeld", "Middelen gemeld: Extra"],
    );
}

#[test]
fn the_list_has_means_as_a_filter_and_shows_differences() {
    let mut answers = agenda(
        vec![activity("1.01", "vr23"), activity("1.02", "vr24")],
        vec![progress("1.01", "vr23", "under-way", "on-track")],
    );
    answers.push(rows(vec![means("vr23", "extra")]));
    answers.push(rows(vec![co_lead("vr24", "named")]));
    answers.push(rows(vec![stated("vr24", "under-way", "behind")]));
    let draw = |path, value: &str| Page::new(path, answers.clone()).with("means", value).draw();
    let extra = draw("list", "extra");
    has(
        &extra,
        &["1 resultaat", "1.01", "nog open", "samen met vr24"],
    );
    has(
        &extra,
        &["trekker: op schema; medetrekker vr24: loopt achter."],
    );
    let none = draw("list", "none");
    has(&none, &["1 resultaat", "1.02"]);
    lacks(&none, &["/agenda/board?means"]);
    for path in ["", "board", "timeline"] {
        let page = draw(path, "extra");
        has(&page, &["2 resultaten"]);
        lacks(&page, &["filter-means"]);
    }
}

/// What this organisation is asked, beside reports: by title, reason and where it is done.
fn waits(own: &str, explanations: Vec<Row>, answer: Option<Row>) -> String {
    let answers = vec![
        rows(vec![]),
        rows(vec![]),
        rows(vec![activity("1.01", "vr23")]),
        rows(vec![proposal("dropped")]),
        rows(explanations),
        rows(answer.into_iter().collect()),
        rows(vec![co_lead("vr24", "named")]),
        rows(vec![]),
        rows(vec![means("vr23", "extra")]),
    ];
    let page = Page::new("", answers).by(own, Function::Editor);
    let english = page.tasks(Language::En).len();
    let tasks = page.tasks(Language::Nl);
    assert_eq!(english, tasks.len());
    let line = |task: &paraat_contract::Task| {
        let (act, at) = task.act.clone().unwrap();
        format!("{} | {} | {act} | {at}\n", task.title, task.why)
    };
    tasks.iter().map(line).collect()
}

#[test]
fn the_start_page_asks_the_island_then_the_lead_then_nobody() {
    let declared = || vec![declared("vr23", "saba", "explain", 1)];
    let page = format!("/agenda/caribbean/{}/saba", stream("1.01"));
    let island = waits("saba", declared(), None);
    has(
        &island,
        &[
            "1.01 Eerste werk",
            "verklaarde voor uw eiland: Leg uit",
            &page,
        ],
    );
    let contest = || Some(answered("saba", "contest", 1));
    assert_eq!(waits("saba", declared(), contest()), "");
    let lead = waits("vr23", declared(), contest());
    has(
        &lead,
        &["saba is het niet eens", "Verklaring afgeven", &page],
    );
    has(
        &lead,
        &[
            "2 verklaringen voor Caribisch Nederland ontbreken",
            "lead=vr23",
        ],
    );
    let settled = waits("vr23", declared(), Some(answered("saba", "agree", 1)));
    lacks(&settled, &["niet eens"]);
    assert_eq!(waits("bonaire", declared(), None), "");
}

#[test]
fn the_start_page_asks_a_silent_co_lead_and_for_open_means() {
    has(
        &waits("vr24", vec![], None),
        &["zei nog niet hoe het staat", "/agenda/statement/state?"],
    );
    has(
        &waits("vr23", vec![], None),
        &["Extra middelen staan nog open.", "#means"],
    );
    assert_eq!(waits("vr25", vec![], None), "");
}
