// SPDX-License-Identifier: EUPL-1.2
//! The report for one's own board, drawn from rows made by hand: what is in it for whom, and what
//! must not be.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

mod common;

use common::{Page, activity, agenda, progress, row, rows, stream, texts};
use paraat_agenda::kinds::{edition, explanation};
use paraat_agenda::tables::{
    ACCOUNT, CO_LEAD, CONSULTATION, DRAFT, EXPLANATION, HEARING, JOINT_PLAN, MEANS, STATEMENT,
    TRANSLATION,
};
use paraat_contract::{Answer, Row, Table, Value};
use paraat_kernel::document::Block;
use paraat_kernel::{Document, Function, Language, StreamId};

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

/// A figure as the page shows it.
fn figure(page: &str, term: &str, count: usize) {
    let figure = format!("<dt>{term}</dt><dd>{count}</dd>");
    assert!(page.contains(&figure), "{figure} is not in {page}");
}

/// What the record says besides activities and progress, each in the place of its need.
#[derive(Default)]
struct Said {
    leads: [&'static str; 3],
    translations: Vec<Row>,
    accounts: Vec<Row>,
    hearings: Vec<Row>,
    progress: Vec<Row>,
    means: Vec<Row>,
    co_leads: Vec<Row>,
    statements: Vec<Row>,
    explanations: Vec<Row>,
    consultations: Vec<Row>,
    joint: Vec<Row>,
    drafts: Vec<Row>,
}

fn page(said: Said, by: &str) -> Page {
    let numbers = ["1.01", "1.02", "1.03"].into_iter().zip(said.leads);
    let activities = numbers.map(|(number, lead)| activity(number, lead));
    let mut answers: Vec<Answer> = agenda(activities.collect(), vec![]);
    answers.truncate(3);
    let beside = [
        said.translations,
        said.accounts,
        said.hearings,
        said.progress,
        said.means,
        said.co_leads,
        said.statements,
        vec![],
        said.explanations,
        said.consultations,
        said.joint,
        said.drafts,
    ];
    answers.extend(beside.map(rows));
    Page::new("report", answers).by(by, Function::Reader)
}

fn line(table: &'static Table, by: &str, number: &str, said: [&str; 4], more: &[&str]) -> Row {
    let activity = stream(number).to_string();
    let address = StreamId::derived(by.parse().unwrap(), table.name, &activity);
    let mut values = texts(&[&activity]);
    values.extend(texts(&said));
    values.extend(texts(more));
    if table.name == TRANSLATION.name {
        values.push(Value::Whole(1));
    }
    row(table, address, values)
}

const BOARD: [&str; 2] = ["2026-05-20", "Algemeen bestuur"];
const PLAN: &str = "Beleidsplan";

fn co_lead(number: &str, organisation: &str) -> Row {
    let activity = stream(number).to_string();
    let address = StreamId::derived("jenv".parse().unwrap(), "agenda.co-lead", &activity);
    let values = texts(&[&activity, organisation, "named", "", AT, "editor"]);
    row(&CO_LEAD, address, values)
}

fn statement(number: &str, by: &str, status: &str, outlook: &str) -> Row {
    let activity = stream(number).to_string();
    let address = StreamId::derived(by.parse().unwrap(), "agenda.statement", &activity);
    let values = texts(&[&activity, status, outlook, "Bij ons <niet>.", AT]);
    row(&STATEMENT, address, values)
}

fn declared(by: &str, number: &str, island: &str, outcome: &str) -> Row {
    let subject = stream(number);
    let address = explanation::address(by.parse().unwrap(), &subject, island);
    let subject = subject.to_string();
    let values = [&subject, island, outcome, "", "", "Uitleg", AT, "editor"];
    row(&EXPLANATION, address, texts(&values))
}

fn answered(by: &str, number: &str, island: &str, answer: &str) -> Row {
    let subject = stream(number);
    let to = explanation::address(by.parse().unwrap(), &subject, island).to_string();
    let subject = subject.to_string();
    let address = StreamId::derived(island.parse().unwrap(), "agenda.consultation", &subject);
    let mut values = texts(&[&subject, island, &to]);
    values.push(Value::Whole(1));
    values.extend(texts(&[answer, "No <staff>.", "2026-10-30", AT, "editor"]));
    row(&CONSULTATION, address, values)
}

fn means(number: &str, by: &str, status: &str, amount: Option<i64>) -> Row {
    let activity = stream(number).to_string();
    let address = StreamId::derived(by.parse().unwrap(), "agenda.means", &activity);
    let mut values = texts(&[&activity, status]);
    values.push(amount.map_or(Value::Empty, Value::Whole));
    values.extend(texts(&["Twee mensen", "", "", AT, "editor"]));
    row(&MEANS, address, values)
}

fn document(page: &Page) -> Document {
    page.document(Language::Nl).unwrap()
}

const PARTS: [&str; 6] = [
    "Activiteiten die wij trekken",
    "Onze doorvertaling",
    "Activiteiten waarvan wij medetrekker zijn",
    "Onze verklaringen voor Caribisch Nederland",
    "Verklaringen voor ons eiland",
    "Middelen voor wat wij trekken",
];

/// Which of the parts are in the report, by their place.
fn parts(page: &str) -> Vec<usize> {
    let is_in = |part: &str| page.contains(&format!(">{part}</h2>"));
    let places = PARTS.iter().zip(0..);
    places
        .filter(|(part, _)| is_in(part))
        .map(|(_, at)| at)
        .collect()
}

/// What region 23 has in its own circle: adopted one as proposed and one otherwise, a draft on
/// the latter.
fn region() -> Said {
    let adopted = ["adopted", PLAN, "3.2", ""];
    let partly = ["partly", PLAN, "4.1", "Geen <b>mensen</b>."];
    let not_yet = ["not-yet", "", "", "Volgend jaar."];
    Said {
        translations: vec![
            line(&TRANSLATION, "vr23", "1.01", adopted, &BOARD),
            line(&TRANSLATION, "vr23", "1.02", partly, &BOARD),
            line(&TRANSLATION, "vr24", "1.03", not_yet, &BOARD),
        ],
        joint: ["1.01", "1.02", "1.03"]
            .map(|number| line(&JOINT_PLAN, "veiligheidsberaad", number, adopted, &[]))
            .into(),
        drafts: vec![
            line(&DRAFT, "vr23", "1.02", not_yet, &[""]),
            // The ledger gives drafts to their owner alone; were this here, it is still left out.
            line(&DRAFT, "vr24", "1.03", ["not", "", "", "Geheim"], &[""]),
        ],
        ..Said::default()
    }
}

#[test]
fn a_region_reads_what_its_board_adopted_where_it_deviates_and_what_waits() {
    let drawn = page(region(), "vr23").draw();
    assert_eq!(parts(&drawn), [1]);
    for (term, count) in [
        ("Activiteiten", 3),
        ("Opgenomen", 1),
        ("Deels opgenomen", 1),
        ("Nog niet", 0),
        ("Niet", 0),
        ("Niet vastgesteld", 1),
        ("Concepten die op het bestuur wachten", 1),
        ("Nog niets over gezegd", 1),
    ] {
        figure(&drawn, term, count);
    }
    has(
        &drawn,
        &[
            "Beleidsplan 4.1",
            "Geen &lt;b&gt;mensen&lt;/b&gt;.",
            "20 mei 2026, Algemeen bestuur",
            "het werkplan zegt opgenomen (Beleidsplan 3.2), wij zeggen deels opgenomen \
             (Beleidsplan 4.1).",
            "1.03 Derde werk; Gezamenlijk werkplan: opgenomen (Beleidsplan 3.2)",
            "Concepten blijven binnen de eigen organisatie.",
            "Volgend jaar.",
        ],
    );
    lacks(&drawn, &["Geheim", "<b>", "Nog niet gehoord"]);
    assert_eq!(drawn.matches("het werkplan zegt").count(), 1);
}

#[test]
fn with_a_draft_in_it_the_report_stays_within_the_organisation() {
    assert_eq!(
        document(&page(region(), "vr23")).marking,
        "TLP:AMBER+STRICT"
    );
    let mut without = region();
    without.drafts = vec![];
    let page = page(without, "vr23");
    assert_eq!(document(&page).marking, "TLP:GREEN");
    lacks(&page.draw(), &["Concepten blijven binnen"]);
}

#[test]
fn what_was_adopted_before_the_edition_and_what_was_answered_is_told() {
    let mut said = region();
    // The board had the entry before the one that stands.
    *said.translations[0].values.last_mut().unwrap() = Value::Whole(0);
    let edition = edition::address("jenv".parse().unwrap(), "lac").to_string();
    let account = |by: &str| {
        let address = StreamId::derived(by.parse().unwrap(), "agenda.account", &edition);
        let mut values = texts(&[&edition, "Volgt in maart.", "2027-03-31"]);
        values.push(Value::Whole(1));
        row(&ACCOUNT, address, values)
    };
    let hearing = StreamId::derived("jenv".parse().unwrap(), "agenda.hearing", &edition);
    let mut values = texts(&[&edition, "2027-01-15"]);
    values.push(Value::Whole(1));
    said.hearings = vec![row(&HEARING, hearing, values)];
    said.accounts = vec![account("vr23")];
    let drawn = page(said, "vr23").draw();
    has(
        &drawn,
        &["Opgenomen, ouder dan de agenda", "Volgt in maart."],
    );
    has(&drawn, &["<dd>31 mrt 2027</dd>", "<dd>15 jan 2027</dd>"]);
    figure(&drawn, "Ouder dan de agenda", 1);
    lacks(&drawn, &["pas nadat onze organisatie"]);
    has(
        &page(region(), "vr23").draw(),
        &["pas nadat onze organisatie"],
    );
}

/// Region 23 leads one activity, on which the ministry is co-lead.
fn led() -> Said {
    Said {
        leads: ["vr23", "jenv", ""],
        progress: vec![progress("1.01", "vr23", "under-way", "at-risk")],
        co_leads: vec![co_lead("1.01", "jenv")],
        statements: vec![statement("1.01", "jenv", "under-way", "behind")],
        explanations: vec![
            declared("vr23", "1.01", "saba", "explain"),
            declared("vr23", "1.01", "bonaire", "comply"),
        ],
        consultations: vec![
            answered("vr23", "1.01", "saba", "contest"),
            answered("vr23", "1.01", "bonaire", "agree"),
        ],
        means: vec![
            means("1.01", "vr23", "extra", Some(250_000)),
            means("1.02", "jenv", "arranged", Some(1)),
        ],
        ..Said::default()
    }
}

const DIFFER: &str = "Oordeel van de trekker: risico op vertraging; medetrekker Ministerie: \
                      loopt achter.";

#[test]
fn a_lead_reads_how_its_activities_stand_on_the_islands_and_in_means() {
    let drawn = page(led(), "vr23").draw();
    assert_eq!(parts(&drawn), [0, 1, 3, 5]);
    has(&drawn, &["Eerste plan klaar &lt;script&gt;", DIFFER]);
    figure(&drawn, "Verklaringen die nodig zijn", 3);
    figure(&drawn, "Geen verklaring", 1);
    figure(&drawn, "Eiland: niet eens", 1);
    has(
        &drawn,
        &[
            "Leg uit. Eiland: niet eens",
            "Pas toe. Eiland: eens",
            "saba is het niet eens met onze verklaring: No &lt;staff&gt;.",
        ],
    );
    figure(&drawn, "Extra nodig, nog open", 1);
    figure(&drawn, "Extra geregeld", 0);
    has(&drawn, &["€\u{a0}250.000", "Twee mensen"]);
    lacks(&drawn, &["1.02 Tweede werk</th><td>€"]);
}

#[test]
fn means_that_are_arranged_or_adjusted_are_not_open() {
    for status in ["arranged", "adjusted", "within"] {
        let mut said = led();
        said.means = vec![means("1.01", "vr23", status, Some(250_000))];
        let drawn = page(said, "vr23").draw();
        has(&drawn, &["Er staan geen extra middelen open."]);
        lacks(&drawn, &["250.000"]);
    }
    let mut unknown = led();
    unknown.means = vec![means("1.01", "vr23", "extra", None)];
    has(&page(unknown, "vr23").draw(), &["niet gemeld"]);
}

#[test]
fn a_ministry_leads_and_carries_along_and_reads_its_own_words_beside_the_lead() {
    let drawn = page(led(), "jenv").draw();
    assert_eq!(parts(&drawn), [0, 1, 2, 3, 5]);
    figure(&drawn, "Wij zeiden nog niets", 0);
    figure(&drawn, "Wij zien het anders dan de trekker", 1);
    has(
        &drawn,
        &[
            "<td>In uitvoering, risico op vertraging</td><td>In uitvoering, loopt achter</td>",
            "Bij ons &lt;niet&gt;.",
            DIFFER,
        ],
    );
    // The joint plan is of the regions: a ministry deviates from none.
    lacks(&drawn, &["afwijken van het gezamenlijke werkplan"]);
    let mut silent = led();
    silent.statements = vec![];
    let drawn = page(silent, "jenv").draw();
    figure(&drawn, "Wij zeiden nog niets", 1);
    lacks(&drawn, &["Oordeel van de trekker"]);
}

#[test]
fn an_island_reads_what_was_declared_to_it_and_what_it_has_to_answer() {
    let mut said = led();
    said.explanations
        .push(declared("vr23", "1.01", "sint-eustatius", "comply"));
    let waits = page(said, "sint-eustatius").draw();
    assert_eq!(parts(&waits), [1, 4]);
    figure(&waits, "Wacht op eiland", 1);
    figure(&waits, "Geen verklaring", 2);
    has(&waits, &["Wacht op ons antwoord</h3>", "<td>Pas toe</td>"]);
    let contested = page(led(), "saba").drawn(Language::En).unwrap();
    has(
        &contested,
        &[
            "Declarations for our island",
            "Island contests",
            "No &lt;staff&gt;.",
        ],
    );
    lacks(
        &contested,
        &["Waits for our answer", "Verklaring", "Uitleg"],
    );
    let nothing = page(Said::default(), "saba").draw();
    has(&nothing, &["Er is nog niets verklaard voor dit eiland."]);
}

#[test]
fn who_has_no_part_in_it_reads_one_sentence() {
    let drawn = page(led(), "nctv").draw();
    assert_eq!(parts(&drawn), Vec::<usize>::new());
    has(
        &drawn,
        &["Onze organisatie heeft nu geen taak in de agenda."],
    );
    let public = page(led(), "nctv").public().draw();
    has(&public, &["nog niet uitgegeven of ontvangen"]);
}

#[test]
fn of_an_earlier_moment_the_file_says_so_too() {
    let page = page(region(), "vr23").with("moment", "2026-07-01T12:00:00Z");
    has(&page.draw(), &["Zo stond het op 1 jul 2026, 14.00 uur."]);
    let document = document(&page);
    assert_eq!(document.date.to_string(), "2026-07-01");
    let note = document.blocks.first();
    let told = |title: &str| title.contains("Zo stond het op 1 jul 2026");
    assert!(matches!(note, Some(Block::Note { title, .. }) if told(title)));
}

#[test]
fn whoever_belongs_to_an_organisation_comes_to_it_from_the_agenda() {
    let overview = || {
        let activities = vec![activity("1.01", "vr23")];
        Page::new("", agenda(activities, vec![]))
    };
    has(
        &overview().by("vr23", Function::Reader).draw(),
        &["href=\"/agenda/report\"", "Verslag voor het eigen bestuur"],
    );
    lacks(&overview().public().draw(), &["/agenda/report"]);
}
