// SPDX-License-Identifier: EUPL-1.2
//! The pages of the translation, drawn from rows made by hand: what somebody who looks would
//! notice.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

mod common;

use common::plans::{adopted, cells, draft, has, joint, lacks, own, sheet, two};
use common::{Page, activity, agenda, rows, stream};
use paraat_agenda::cards::{Line, mark_of};
use paraat_contract::Answer;
use paraat_kernel::{Function, Language, StreamId};

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
        &["/agenda/account/answer?edition=jenv.", "15 jan 2027"],
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
fn drafts_wait_for_who_may_decide_and_an_editor_is_told_so() {
    let tasks = |function| {
        let drafts = vec![draft("1.01", "not", ""), draft("1.02", "not", "")];
        let mut answers = vec![rows(vec![]); 9];
        answers.extend(own(two(), vec![], drafts));
        let page = Page::new("own", answers).by("vr23", function);
        let mut tasks = page.tasks(Language::Nl);
        tasks.retain(|task| task.title.contains("2 concepten"));
        tasks.pop().unwrap()
    };
    let editor = tasks(Function::Editor);
    assert_eq!(editor.act, None);
    has(&editor.why, &["die voor uw bestuur mag beslissen"]);
    let decider = tasks(Function::Decider);
    assert_eq!(decider.act.unwrap().1, "/agenda/own");
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
            "Algemeen bestuur, 20 mei 2026",
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
