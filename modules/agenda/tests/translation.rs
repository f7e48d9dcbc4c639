// SPDX-License-Identifier: EUPL-1.2
//! The pages of the translation, drawn from rows made by hand: what somebody who looks would
//! notice, and above all what they would not.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

mod common;

use common::{Page, activity, agenda, row, rows, stream, texts};
use paraat_agenda::MODULE;
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

/// A translation of the activity as it was issued first.
fn adopted(by: &str, number: &str, stance: &str) -> Row {
    let decided = ["2026-05-20", "Algemeen bestuur", ""];
    let mut row = of(&TRANSLATION, by, number, stance, &decided);
    *row.values.last_mut().unwrap() = Value::Whole(1);
    row
}

fn edition_address() -> String {
    edition::address("jenv".parse().unwrap(), "lac").to_string()
}

fn answered(by: &str) -> Row {
    let edition = edition_address();
    let address = StreamId::derived(by.parse().unwrap(), "agenda.account", &edition);
    let mut values = texts(&[&edition, "Volgt in maart.", "2027-03-31"]);
    values.push(Value::Whole(1));
    row(&ACCOUNT, address, values)
}

fn hearing(round: i64) -> Row {
    let edition = edition_address();
    let address = StreamId::derived("jenv".parse().unwrap(), "agenda.hearing", &edition);
    let mut values = texts(&[&edition, "2027-01-15"]);
    values.push(Value::Whole(round));
    row(&HEARING, address, values)
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
    sheet(adopted, vec![answered("vr24")], vec![hearing(1)])
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
    // That an organisation was not heard is said once of all of it, and of no activity.
    assert_eq!(cells(&page, "u"), 43 - 2);
    assert_eq!(page.matches("<td></td>").count(), 43 * 3 - 2 - 5 + 2);
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
    lacks(&list("vr24"), &["<dd>2</dd>", "Tweede werk"]);
}

/// The rows of a list of the matrix, as somebody gets them in a file.
fn file(name: &str, page: Page) -> Vec<Vec<Value>> {
    let lists = MODULE.views.iter().flat_map(|view| view.lists);
    let list = lists.into_iter().find(|list| list.name == name).unwrap();
    page.lines(list)
}

#[test]
fn who_was_not_heard_is_in_no_filter_no_count_and_no_file() {
    let by = |page: Page| page.by("jenv", Function::Decider);
    let asked = by(Page::new("matrix", two()).with("stance", "unheard")).draw();
    has(&asked, &["Geen activiteit past bij deze filters."]);
    let page = by(Page::new("matrix", two())).draw();
    lacks(&page, &["value=\"unheard\""]);
    // Three lines of the region that answered, three of who looks, and what region 23 adopted.
    assert_eq!(
        file("translations", by(Page::new("matrix", two()))).len(),
        7
    );
    assert_eq!(file("gaps", by(Page::new("gaps", two()))).len(), 2 + 3);
    let unheard = by(Page::new("matrix", two()).with("stance", "unheard"));
    assert_eq!(file("translations", unheard).len(), 0);
    // The page of a cell that is not told is not there.
    let cell = Page::new("translation/{organisation}/{activity}", two())
        .within("organisation", "vr25")
        .within("activity", "slug");
    assert_eq!(by(cell).drawn(Language::Nl), None);
}

#[test]
fn an_answer_counts_in_the_round_that_it_was_given_in() {
    let answers = |round: i64| {
        let adopted = vec![adopted("vr24", "1.01", "adopted")];
        sheet(adopted, vec![answered("vr24")], vec![hearing(round)])
    };
    for (round, told) in [(1, 2), (2, 0)] {
        let page = Page::new("matrix", answers(round)).draw();
        // The three of who looks, and those of the region that answered.
        assert_eq!(cells(&page, "o"), 3 + told, "{round}");
    }
    let own = own(answers(2), vec![], vec![]);
    let page = Page::new("own", own).by("vr24", Function::Editor).draw();
    has(
        &page,
        &[
            "Anderen zien dit pas nadat",
            "/agenda/account/answer?edition=jenv.",
        ],
    );
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
fn that_a_translation_is_old_is_told_to_others_after_an_answer_to_that_only() {
    // Activity 1.01 was issued anew on 10 June; the edition, and who leads it, do not matter.
    let answers = |answered_on: &str| {
        let mut issued = activity("1.01", "");
        *issued.values.last_mut().unwrap() = Value::Whole(3);
        issued.since = "2026-06-10T10:00:00Z".parse().unwrap();
        let mut answer = answered("vr24");
        answer.since = format!("{answered_on}T10:00:00Z").parse().unwrap();
        let rows_of = ["vr23", "vr24"].map(|by| adopted(by, "1.01", "adopted"));
        let mut answers = sheet(rows_of.to_vec(), vec![answer], vec![]);
        answers[2] = rows(vec![issued]);
        answers[0] = rows(vec![{
            let mut edition = edition_row();
            edition.since = "2026-11-20T10:00:00Z".parse().unwrap();
            edition
        }]);
        answers
    };
    let old = |answered_on: &str, by: &str| {
        let page = Page::new("matrix", answers(answered_on));
        let page = page.by(by, Function::Reader).draw();
        page.matches("class=\"a old\"").count()
    };
    assert_eq!(old("2026-06-01", "vr25"), 0);
    assert_eq!(old("2026-06-12", "vr25"), 1);
    assert_eq!(old("2026-06-12", "vr23"), 2);
}

fn edition_row() -> Row {
    match agenda(vec![], vec![]).remove(0) {
        Answer::Rows(mut found) => found.rows.remove(0),
        Answer::History(_) => unreachable!(),
    }
}

#[test]
fn an_edition_that_is_issued_again_makes_nothing_old() {
    let mut answers = two();
    answers[0] = rows(vec![{
        let mut edition = edition_row();
        edition.since = "2026-11-20T10:00:00Z".parse().unwrap();
        edition
    }]);
    let page = Page::new("matrix", answers).by("vr23", Function::Reader);
    lacks(&page.draw(), &[" old\""]);
}

/// Every address of another page that a page leads to.
fn links(page: &str) -> Vec<&str> {
    let parts = page.split("href=\"").skip(1);
    let all = parts.map(|part| part.split('"').next().unwrap_or_default());
    all.filter(|href| !href.starts_with('#')).collect()
}

#[test]
fn every_link_keeps_the_moment_and_the_filters_that_both_pages_have() {
    const MOMENT: &str = "2026-10-01T00:00:00Z";
    let at = |page: Page| page.with("moment", MOMENT).by("vr24", Function::Decider);
    let cell = Page::new("translation/{organisation}/{activity}", {
        let mut answers = two();
        answers.extend([rows(vec![]), rows(vec![])]);
        answers
    });
    let pages = [
        Page::new("matrix", two()).with("pillar", "p1"),
        Page::new("matrix", two())
            .with("pillar", "p1")
            .with("organisation", "vr24"),
        Page::new("matrix", two())
            .with("pillar", "p1")
            .with("activity", "slug"),
        Page::new("gaps", two()).with("pillar", "p1"),
        Page::new("own", own(two(), vec![], vec![])).with("pillar", "p1"),
        cell.within("organisation", "vr24")
            .within("activity", "slug"),
    ];
    for page in pages.map(at) {
        let drawn = page.draw();
        let filtered = page.params.get("pillar").is_some();
        let mut now = 0;
        for href in links(&drawn) {
            // One link leaves the moment: back to how it stands now.
            if !href.contains("moment=") {
                now += 1;
            }
            let list = ["/agenda/matrix", "/agenda/gaps", "/agenda/own"];
            let cleared = format!("{}?moment=", href.split('?').next().unwrap_or_default());
            let list = list.iter().any(|it| href.starts_with(it)) && !href.starts_with(&cleared);
            assert!(!filtered || !list || href.contains("pillar=p1"), "{href}");
        }
        assert_eq!(now, 1, "{:#?}", links(&drawn));
        let forms = drawn.matches("<form").count();
        assert_eq!(drawn.matches("name=\"moment\"").count(), forms);
    }
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
fn gap_lists_count_and_name_nobody_who_was_not_heard() {
    let page = Page::new("gaps", two()).by("jenv", Function::Editor).draw();
    has(
        &page,
        &[
            "tot en met 2027-01-15",
            "/agenda/hearing/open?edition=jenv.",
            "2 activiteiten",
        ],
    );
    // Activity 1.01: of those heard only the ministry itself lags.
    has(
        &page,
        &["1 organisatie</summary><ul><li>Ministerie</li></ul>"],
    );
    // A region that was not heard stands there once: in the list of organisations.
    assert_eq!(
        page.matches("Regio Drieëntwintig").count(),
        2,
        "filter and list"
    );
    for number in 3..=43 {
        lacks(&page, &[&format!(">{number} organisaties")]);
    }
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
        &["/agenda/account/answer?edition=jenv.", "2027-01-15"],
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
fn who_takes_no_part_is_told_so_and_offered_nothing() {
    let answers = own(two(), vec![], vec![]);
    let page = Page::new("own", answers).by("inspectie", Function::Decider);
    let drawn = page.draw();
    has(&drawn, &["Uw organisatie kan reageren op een activiteit."]);
    lacks(
        &drawn,
        &["/agenda/draft/record", "/agenda/plan/list", "<table"],
    );
}

#[test]
fn a_plan_is_revised_and_taken_out_of_the_list_from_where_it_stands() {
    let page = |function| {
        let answers = own(two(), vec![], vec![]);
        Page::new("own", answers).by("vr23", function).draw()
    };
    let plan = StreamId::derived("vr23".parse().unwrap(), "agenda.plan", "beleidsplan");
    let acts = ["revise", "remove"].map(|verb| format!("href=\"/streams/{plan}/{verb}\""));
    for act in &acts {
        has(&page(Function::Editor), &[act]);
        lacks(&page(Function::Reader), &[act]);
    }
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
            "Niet vastgesteld",
            "/agenda/matrix?activity=slug",
            "ziet u pas nadat",
        ],
    );
    // The reader's own line, and no count of those who were not heard.
    lacks(&page("vr24"), &["41", "42"]);
    lacks(&page("inspectie"), &["/agenda/draft/record"]);
    has(
        &page("veiligheidsberaad"),
        &["/agenda/joint-plan/propose?activity="],
    );
}
