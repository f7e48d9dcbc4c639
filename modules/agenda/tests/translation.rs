// SPDX-License-Identifier: EUPL-1.2
//! The pages of the translation, drawn from rows made by hand: what somebody who looks would
//! notice, and above all what they would not.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

mod common;

use common::{Page, activity, agenda, row, rows, stream, texts};
use paraat_agenda::cards::{Line, mark_of};
use paraat_agenda::kinds::edition;
use paraat_agenda::tables::{ACCOUNT, DRAFT, HEARING, JOINT_PLAN, PARAGRAPH, PLAN, TRANSLATION};
use paraat_contract::{Answer, Row, Table, Value};
use paraat_kernel::{Function, Language, StreamId};

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

fn of(table: &'static Table, by: &str, number: &str, stance: &str, more: &[&str]) -> Row {
    let activity = stream(number).to_string();
    let address = StreamId::derived(by.parse().unwrap(), table.name, &activity);
    let reason = if stance == "adopted" {
        ""
    } else {
        "Geen <b>mensen</b>."
    };
    let mut values = texts(&[&activity, stance, "Beleidsplan", "3.2", reason]);
    values.extend(texts(more));
    row(table, address, values)
}

fn adopted(by: &str, number: &str, stance: &str) -> Row {
    of(
        &TRANSLATION,
        by,
        number,
        stance,
        &["2026-05-20", "Algemeen bestuur"],
    )
}

fn edition_address() -> String {
    edition::address("jenv".parse().unwrap(), "lac").to_string()
}

fn answered(by: &str) -> Row {
    let edition = edition_address();
    let address = StreamId::derived(by.parse().unwrap(), "agenda.account", &edition);
    let mut values = texts(&[&edition]);
    values.push(Value::Whole(2));
    values.extend(texts(&["Volgt in maart.", "2027-03-31"]));
    row(&ACCOUNT, address, values)
}

fn hearing() -> Row {
    let edition = edition_address();
    let address = StreamId::derived("jenv".parse().unwrap(), "agenda.hearing", &edition);
    row(&HEARING, address, texts(&[&edition, "2027-01-15"]))
}

/// Three activities, and what was adopted, answered and asked.
fn sheet(translations: Vec<Row>, accounts: Vec<Row>, hearings: Vec<Row>) -> Vec<Answer> {
    let activities = ["1.01", "1.02", "1.03"].map(|number| activity(number, ""));
    let mut answers = agenda(activities.to_vec(), vec![]);
    answers.truncate(3);
    answers.extend([rows(translations), rows(accounts), rows(hearings)]);
    answers
}

/// What stands in the matrix for region 23 and 24: adopted one each; 24 has answered.
fn two() -> Vec<Answer> {
    let adopted = vec![
        adopted("vr23", "1.01", "partly"),
        adopted("vr24", "1.01", "adopted"),
    ];
    sheet(adopted, vec![answered("vr24")], vec![hearing()])
}

/// How often a class of cells occurs.
fn cells(page: &str, class: &str) -> usize {
    page.matches(&format!("<td class={class}>")).count()
}

#[test]
fn others_see_what_is_adopted_and_that_who_did_not_answer_was_not_heard() {
    let page = Page::new("matrix", two())
        .by("jenv", Function::Decider)
        .draw();
    has(
        &page,
        &["Deels opgenomen</a>", "href=\"translation/vr23/slug\""],
    );
    // Region 24 has answered: its two gaps show. So do the three of who looks.
    assert_eq!(cells(&page, "o"), 2 + 3);
    assert_eq!((cells(&page, "p"), cells(&page, "a")), (1, 1));
    assert_eq!(cells(&page, "u"), 43 * 3 - 2 - 5);
    has(&page, &["ziet u pas nadat zij daarop heeft geantwoord"]);
}

#[test]
fn ones_own_people_see_all_of_it_before_anybody_else() {
    let own = Page::new("matrix", two())
        .by("vr23", Function::Reader)
        .draw();
    assert_eq!(cells(&own, "o"), 2 + 2);
    let list = |by: &str| {
        let page = Page::new("matrix", two()).with("organisation", "vr23");
        page.by(by, Function::Reader).draw()
    };
    has(
        &list("vr23"),
        &["Niet vastgesteld", "Anderen zien dit pas nadat"],
    );
    has(
        &list("vr24"),
        &["Nog niet gehoord", "ziet u pas nadat", "Beleidsplan 3.2"],
    );
    lacks(&list("vr24"), &["<dd>2</dd>"]);
}

#[test]
fn an_answer_is_shown_with_what_it_is_about() {
    let page = Page::new("matrix", two())
        .with("organisation", "vr24")
        .draw();
    has(
        &page,
        &[
            "Volgt in maart.",
            "2027-03-31",
            "<dd>2</dd>",
            "Niet vastgesteld",
        ],
    );
}

#[test]
fn that_a_translation_is_old_is_told_after_the_hearing_only() {
    let before = |by: &str| {
        let mut row = adopted(by, "1.01", "adopted");
        row.since = "2026-01-01T10:00:00Z".parse().unwrap();
        row
    };
    let answers = || {
        let rows = vec![before("vr23"), before("vr24")];
        sheet(rows, vec![answered("vr24")], vec![])
    };
    let page = Page::new("matrix", answers()).draw();
    assert_eq!(page.matches("class=\"a old\"").count(), 1);
    let page = Page::new("matrix", answers())
        .by("vr23", Function::Reader)
        .draw();
    assert_eq!(page.matches("class=\"a old\"").count(), 2);
}

#[test]
fn the_matrix_filters_and_reads_as_a_list_both_ways() {
    let page = Page::new("matrix", two())
        .with("group", "public-body")
        .draw();
    has(&page, &["Sint Eustatius"]);
    lacks(&page, &["<h2 id=\"grid-ministry\"", "Deels opgenomen</a>"]);
    let page = Page::new("matrix", two()).with("stance", "partly").draw();
    has(&page, &["1 resultaat"]);
    assert_eq!((cells(&page, "p"), cells(&page, "a")), (1, 0));
    let mut answers = two();
    answers[2] = rows(vec![activity("1.01", "")]);
    let page = Page::new("matrix", answers).with("activity", "slug").draw();
    has(
        &page,
        &[
            "Doorvertaling per organisatie",
            "Regio Drieëntwintig",
            "Beleidsplan 3.2",
        ],
    );
    let nothing = Page::new("matrix", two()).with("text", "zeppelin").draw();
    has(&nothing, &["Geen activiteit past bij deze filters."]);
}

#[test]
fn an_empty_matrix_says_where_to_begin() {
    let page = Page::new("matrix", sheet(vec![], vec![], vec![])).draw();
    has(
        &page,
        &["Begin met die van uw eigen organisatie.", "/agenda/own"],
    );
    let nothing = vec![
        rows(vec![]),
        rows(vec![]),
        rows(vec![]),
        rows(vec![]),
        rows(vec![]),
    ];
    for path in ["matrix", "gaps", "own"] {
        let page = Page::new(path, nothing.clone()).draw();
        has(&page, &["nog niet uitgegeven of ontvangen"]);
    }
}

#[test]
fn gap_lists_count_nobody_who_was_not_heard() {
    let page = Page::new("gaps", two()).by("jenv", Function::Editor).draw();
    has(
        &page,
        &[
            "tot en met 2027-01-15",
            "/agenda/hearing/open?edition=jenv.",
        ],
    );
    has(
        &page,
        &[
            "42 organisaties hebben nog niet geantwoord",
            "2 activiteiten",
        ],
    );
    // Activity 1.01: of those heard only the ministry itself lags; 40 were not heard.
    has(
        &page,
        &[
            "1 organisatie</summary><ul><li>Ministerie</li>",
            "40 organisaties",
        ],
    );
    let region = Page::new("gaps", two()).by("vr25", Function::Editor).draw();
    lacks(&region, &["/agenda/hearing/open"]);
    has(&region, &["Nog niet gehoord"]);
}

/// The answers for one's own page.
fn own(mut answers: Vec<Answer>, joint: Vec<Row>, drafts: Vec<Row>) -> Vec<Answer> {
    let plan = StreamId::derived("vr23".parse().unwrap(), "agenda.plan", "beleidsplan");
    let mut values = texts(&["Beleidsplan", "policy-plan"]);
    values.extend([Value::Whole(2025), Value::Whole(2028)]);
    let paragraph = |number: &str, heading: &str| {
        row(
            &PARAGRAPH,
            plan.clone(),
            texts(&["Beleidsplan", number, heading]),
        )
    };
    let paragraphs = vec![
        paragraph("1", "Inleiding"),
        paragraph("4.1", "Derde werken en wat het doet"),
    ];
    let plans = vec![row(&PLAN, plan.clone(), values)];
    answers.extend([joint, drafts, plans, paragraphs].map(rows));
    answers
}

fn joint(number: &str, stance: &str) -> Row {
    of(&JOINT_PLAN, "veiligheidsberaad", number, stance, &[])
}

fn draft(number: &str, stance: &str, joint: &str) -> Row {
    of(&DRAFT, "vr23", number, stance, &[joint])
}

const BOX: &str = "type=\"checkbox\" name=\"activity\"";

#[test]
fn a_planner_of_a_region_ticks_what_the_joint_plan_proposes() {
    let answers = || {
        own(
            two(),
            vec![joint("1.01", "adopted"), joint("1.02", "adopted")],
            vec![],
        )
    };
    let page = Page::new("own", answers()).by("vr23", Function::Editor);
    let drawn = page.draw();
    // 1.01 is adopted already; 1.02 is proposed; for 1.03 there is a suggestion.
    assert_eq!(drawn.matches(BOX).count(), 1);
    has(
        &drawn,
        &[
            "Bevestig de aangevinkte regels",
            "action=\"/agenda/draft/confirm\"",
        ],
    );
    has(
        &drawn,
        &[
            "lijkt paragraaf 4.1 Derde werken",
            "&amp;plan=Beleidsplan&amp;paragraph=4.1",
        ],
    );
    has(
        &drawn,
        &[
            "Vink dit voorstel aan",
            "heeft 2 activiteiten nog niet opgenomen",
        ],
    );
    has(
        &drawn,
        &[
            "/agenda/account/answer?edition=jenv.",
            "&amp;gaps=2",
            "2027-01-15",
        ],
    );
    lacks(
        &drawn,
        &[" checked", "action=\"/agenda/translation/adopt\""],
    );
    has(&page.with("tick", "all").draw(), &[" checked"]);
}

#[test]
fn who_inherits_nothing_or_does_not_write_gets_no_boxes() {
    let answers = || own(two(), vec![joint("1.02", "adopted")], vec![]);
    let ministry = Page::new("own", answers())
        .by("bzk", Function::Editor)
        .draw();
    lacks(&ministry, &[BOX, "Gezamenlijk werkplan</td>"]);
    has(&ministry, &["/agenda/draft/record?activity="]);
    let reader = Page::new("own", answers())
        .by("vr23", Function::Reader)
        .draw();
    lacks(
        &reader,
        &[
            BOX,
            "/agenda/draft/record",
            "/agenda/plan/list",
            "/agenda/account/answer",
        ],
    );
    let earlier = Page::new("own", answers()).with("moment", "2026-10-01T00:00:00Z");
    lacks(
        &earlier.by("vr23", Function::Editor).draw(),
        &[BOX, "/agenda/draft/record"],
    );
}

#[test]
fn a_line_of_the_joint_plan_that_changed_is_proposed_again() {
    let taken = |mark: &str| {
        let drafts = vec![draft("1.02", "adopted", mark)];
        let answers = own(two(), vec![joint("1.02", "adopted")], drafts);
        Page::new("own", answers)
            .by("vr23", Function::Editor)
            .draw()
    };
    let now = mark_of(&Line::of_row(&joint("1.02", "adopted")), None);
    assert_eq!(taken(&now).matches(BOX).count(), 0);
    assert_eq!(taken("00000000").matches(BOX).count(), 1);
    // Words of one's own are a deviation, and are not asked about again.
    assert_eq!(taken("").matches(BOX).count(), 0);
}

#[test]
fn a_decider_adopts_all_drafts_that_wait_in_one_go() {
    let drafts = vec![draft("1.01", "partly", ""), draft("1.02", "not", "")];
    let page = Page::new("own", own(two(), vec![], drafts)).by("vr23", Function::Decider);
    let drawn = page.draw();
    // The draft on 1.01 says what was adopted; the one on 1.02 waits.
    assert_eq!(drawn.matches(BOX).count(), 1);
    has(
        &drawn,
        &[
            "action=\"/agenda/translation/adopt\"",
            "1 concept wordt vastgesteld",
        ],
    );
    has(
        &drawn,
        &[
            "name=\"organisation\" value=\"vr23\"",
            "name=\"decidedOn\"",
            "name=\"body\"",
        ],
    );
    has(&drawn, &["Geen &lt;b&gt;mensen&lt;/b&gt;."]);
}

#[test]
fn the_page_of_a_cell_shows_drafts_to_their_owner_alone() {
    let page = |by: &str| {
        let mut answers = two();
        answers[2] = rows(vec![activity("1.01", "")]);
        answers.push(rows(vec![adopted("vr23", "1.01", "partly")]));
        // The ledger gives drafts to their owner alone; were they here, others still see none.
        answers.push(rows(vec![draft("1.01", "not", "")]));
        let page = Page::new("translation/{organisation}/{activity}", answers);
        page.within("organisation", "vr23")
            .within("activity", "slug")
            .by(by, Function::Reader)
    };
    let own = page("vr23").draw();
    has(
        &own,
        &[
            "Eigen concepten",
            "Algemeen bestuur, 2026-05-20",
            "Beleidsplan 3.2",
        ],
    );
    lacks(&page("vr24").draw(), &["Eigen concepten"]);
    let unknown = page("vr23").within("organisation", "vr99");
    assert_eq!(unknown.drawn(Language::Nl), None);
    assert_eq!(
        page("vr23").within("activity", "p9").drawn(Language::Nl),
        None
    );
}

#[test]
fn an_activity_tells_how_it_is_taken_up() {
    let mut answers = agenda(vec![activity("1.01", "vr23")], vec![]);
    let edition = answers.remove(0);
    answers.rotate_left(1);
    answers.swap(1, 2);
    answers.extend([rows(vec![]), rows(vec![]), Answer::History(vec![])]);
    let page = |by: &str| {
        let mut answers = answers.clone();
        let translations = vec![adopted("vr23", "1.01", "partly")];
        answers.extend([rows(translations), rows(vec![])]);
        answers.extend([
            rows(vec![joint("1.01", "adopted")]),
            edition.clone(),
            rows(vec![]),
        ]);
        let page = Page::new("activity/{stream}", answers).at(&stream("1.01"));
        page.by(by, Function::Editor).draw()
    };
    has(
        &page("vr23"),
        &["Regio Drieëntwintig", "/agenda/draft/record?activity="],
    );
    has(
        &page("vr24"),
        &[
            "Nog niet gehoord",
            "Niet vastgesteld",
            "/agenda/matrix?activity=slug",
        ],
    );
    has(
        &page("veiligheidsberaad"),
        &["/agenda/joint-plan/propose?activity="],
    );
}
