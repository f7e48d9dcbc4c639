// SPDX-License-Identifier: EUPL-1.2
//! What the agenda asks of an organisation now. The pages are looked at on 23 November 2026; rows
//! are of 1 June 2026.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

mod common;

use common::{NOW, Page, activity, progress, rows, stream};
use paraat_agenda::MODULE;
use paraat_contract::{Need, Press, Row, Task, Value};
use paraat_kernel::{Function, Language, Timestamp};

fn of(activities: Vec<Row>, reports: Vec<Row>) -> Page {
    Page::new("", vec![rows(activities), rows(reports)]).by("vr23", Function::Editor)
}

fn tasks(activities: Vec<Row>, reports: Vec<Row>) -> Vec<Task> {
    let page = of(activities, reports);
    let english = page.tasks(Language::En);
    let tasks = page.tasks(Language::Nl);
    assert_eq!(english.len(), tasks.len());
    for task in english.iter().chain(&tasks) {
        let said = format!("{} {}", task.title, task.why);
        assert!(!said.contains('«') && !said.contains('{'), "{said}");
    }
    tasks
}

/// The one task that a report of this day, with this status and outlook, leaves.
fn after(status: &str, outlook: &str, day: &str) -> Option<Task> {
    let mut report = progress("1.01", "vr23", status, outlook);
    *report.values.get_mut(5).unwrap() = Value::from(format!("{day}T10:00:00Z"));
    tasks(vec![activity("1.01", "vr23")], vec![report]).pop()
}

fn press(task: &Task) -> Press {
    Press::of(task.due, NOW.parse().unwrap())
}

#[test]
fn a_lead_that_never_reported_is_asked_for_its_report() {
    let [task] = <[Task; 1]>::try_from(tasks(vec![activity("1.01", "vr23")], vec![])).unwrap();
    assert_eq!(task.title, "1.01 Eerste werk");
    assert!(task.why.contains("nog geen voortgang"), "{}", task.why);
    let form = format!("/agenda/progress/report?activity={}", stream("1.01"));
    assert_eq!(task.act, Some(("Voortgang melden".to_owned(), form)));
    assert_eq!(task.href, format!("/agenda/activity/{}", stream("1.01")));
    // A year after the lead was named.
    let due: Timestamp = "2027-06-01T10:00:00Z".parse().unwrap();
    assert_eq!((task.due, press(&task)), (Some(due), Press::Waiting));
}

#[test]
fn a_report_is_late_after_a_year_and_presses_for_the_last_thirty_days() {
    for (day, expected, words) in [
        ("2025-11-20", Some(Press::Late), "ouder dan een jaar"),
        ("2025-12-10", Some(Press::Due), "bijna een jaar oud"),
        ("2026-06-01", None, ""),
    ] {
        let task = after("under-way", "on-track", day);
        assert_eq!(task.as_ref().map(press), expected, "{day}");
        assert!(task.is_none_or(|it| it.why.contains(words)), "{day}");
    }
}

#[test]
fn trouble_asks_for_a_new_word_after_a_quarter() {
    for outlook in ["at-risk", "behind"] {
        assert_eq!(after("under-way", outlook, "2026-09-01"), None);
        let task = after("under-way", outlook, "2026-08-01").unwrap();
        assert_eq!(press(&task), Press::Waiting);
        assert!(task.why.contains("drie maanden"), "{}", task.why);
    }
}

#[test]
fn what_has_ended_asks_nothing() {
    for status in ["done", "dropped"] {
        assert_eq!(after(status, "", "2024-07-01"), None);
    }
}

#[test]
fn a_named_period_that_is_over_is_late_and_one_that_is_ours_is_not() {
    // 1.02 runs to and including 2025, as the document says; 1.01 has no year there.
    let span = tasks(vec![activity("1.02", "vr23")], vec![]).pop().unwrap();
    assert_eq!(press(&span), Press::Late);
    assert!(
        span.why.contains("2024/25") && span.why.contains("nog niets"),
        "{}",
        span.why
    );
    let over = progress("1.02", "vr23", "under-way", "on-track");
    let over = tasks(vec![activity("1.02", "vr23")], vec![over])
        .pop()
        .unwrap();
    assert_eq!(over.due, "2025-12-31T22:59:59Z".parse().ok());
    assert!(over.why.contains("niet afgerond"), "{}", over.why);
    let goes_on = progress("1.02", "vr23", "continuous", "on-track");
    assert_eq!(tasks(vec![activity("1.02", "vr23")], vec![goes_on]), vec![]);
}

#[test]
fn what_another_leads_or_reported_is_not_mine() {
    assert_eq!(tasks(vec![activity("1.01", "vr24")], vec![]), vec![]);
    let of_former = progress("1.01", "vr24", "done", "");
    assert_eq!(
        tasks(vec![activity("1.01", "vr23")], vec![of_former]).len(),
        1
    );
}

#[test]
fn a_reader_sees_what_is_asked_but_no_form() {
    let page = of(vec![activity("1.01", "vr23")], vec![]).by("vr23", Function::Reader);
    assert_eq!(page.tasks(Language::Nl)[0].act, None);
    assert_eq!(page.public().tasks(Language::Nl), vec![]);
}

#[test]
fn activities_without_a_lead_are_one_line_for_who_issues_the_agenda() {
    let free = || {
        vec![
            activity("1.01", ""),
            activity("1.02", ""),
            activity("1.03", "vr23"),
        ]
    };
    let page = of(free(), vec![]).by("jenv", Function::Decider);
    let [task] = <[Task; 1]>::try_from(page.tasks(Language::Nl)).unwrap();
    assert_eq!(task.title, "2 activiteiten zonder trekker");
    assert_eq!(task.href, "/agenda/list?lead=none");
    assert_eq!((task.due, press(&task)), (None, Press::Waiting));
    let led = tasks(free(), vec![]);
    assert_eq!(led.len(), 1, "{led:?}");
}

#[test]
fn only_what_is_led_is_asked_for() {
    let found = MODULE.tasks.unwrap();
    let now: Timestamp = NOW.parse().unwrap();
    let audience = |organisation: Option<&str>| paraat_authority::Audience {
        organisation: organisation.map(|it| it.parse().unwrap()),
        ..paraat_authority::Audience::public(Language::Nl, "UTC")
    };
    assert!((found.needs)(&audience(None), now).is_empty());
    for organisation in ["vr23", "jenv"] {
        let needs = (found.needs)(&audience(Some(organisation)), now);
        let Some(Need::Rows(query)) = needs.first() else {
            unreachable!()
        };
        assert_eq!(query.table.name, "agenda_activity");
        assert!(!query.filters.is_empty());
        // A page that shows the tasks learns of each change of what they rest on.
        for need in &needs {
            let Need::Rows(query) = need else {
                unreachable!()
            };
            let open = [
                "agenda_plan",
                "agenda_paragraph",
                "agenda_edition",
                "agenda_ambition",
            ];
            let known =
                found.topics.contains(&query.table.name) || open.contains(&query.table.name);
            assert!(known, "{}", query.table.name);
        }
    }
}
