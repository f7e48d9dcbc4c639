// SPDX-License-Identifier: EUPL-1.2
//! Who lags, and who is told so: what others would not notice before an organisation was heard.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

mod common;

use common::plans::{adopted, answered, cells, edition_row, has, hearing, lacks, own, sheet, two};
use common::{Page, activity, rows};
use paraat_agenda::MODULE;
use paraat_contract::Value;
use paraat_kernel::{Function, Language};

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
    assert_eq!(page.matches("<td class=\"u\">").count(), 43 - 2);
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
    lacks(&list("vr24"), &["<dd>2</dd>", "Tweede werk</a>"]);
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
fn what_a_board_adopted_as_not_taken_up_is_missing_and_nothing_more_of_who_was_not_heard() {
    let adopted = vec![
        adopted("vr23", "1.01", "not-yet"),
        adopted("vr24", "1.01", "not"),
    ];
    let answers = || sheet(adopted.clone(), vec![answered("vr24")], vec![hearing(1)]);
    let page = Page::new("gaps", answers())
        .by("jenv", Function::Decider)
        .draw();
    let (by_organisation, by_activity) = page.split_once("id=\"by-activity\"").unwrap();
    let row = |slug: &str| {
        let from = by_organisation
            .split(&format!("organisation={slug}\""))
            .nth(1);
        from.unwrap().split("</tr>").next().unwrap()
    };
    // Heard: all that it did not take up. Not heard: only what its board said itself.
    has(row("vr24"), &["3 activiteiten", "Derde werk"]);
    has(row("vr23"), &["Nog niet gehoord", "1 activiteit<"]);
    lacks(row("vr23"), &["Tweede werk", "Derde werk"]);
    lacks(row("vr25"), &["activiteit<", "activiteiten"]);
    has(by_activity, &["41 organisaties zijn nog niet gehoord"]);
}

#[test]
fn nobody_is_led_to_an_answer_before_the_hearing_is_open() {
    for (hearings, led) in [(vec![], false), (vec![hearing(1)], true)] {
        let own = own(sheet(vec![], vec![], hearings), vec![], vec![]);
        let page = Page::new("own", own).by("vr23", Function::Editor).draw();
        assert_eq!(page.contains("/agenda/account/answer"), led);
        assert_eq!(page.contains("De hoorronde is nog niet geopend"), !led);
    }
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
            "31 mrt 2027",
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

#[test]
fn gap_lists_count_and_name_nobody_who_was_not_heard() {
    let page = Page::new("gaps", two()).by("jenv", Function::Editor).draw();
    has(
        &page,
        &[
            "tot en met 15 jan 2027",
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
        lacks(&page, &[&format!("<summary>{number} organisaties")]);
    }
    let region = Page::new("gaps", two()).by("vr25", Function::Editor).draw();
    lacks(&region, &["/agenda/hearing/open"]);
    has(&region, &["Nog niet gehoord"]);
}
