// SPDX-License-Identifier: EUPL-1.2
//! Rows of the translation made by hand.

use paraat_agenda::kinds::edition;
use paraat_agenda::tables::{ACCOUNT, DRAFT, HEARING, JOINT_PLAN, PARAGRAPH, PLAN, TRANSLATION};
use paraat_contract::{Answer, Row, Table, Value};
use paraat_kernel::StreamId;

use super::{activity, agenda, row, rows, stream, texts};

pub fn has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part} is not in {page}");
    }
}

pub fn lacks(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(!page.contains(part), "{part} is in {page}");
    }
}

pub fn of(table: &'static Table, by: &str, number: &str, stance: &str, more: &[&str]) -> Row {
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
pub fn adopted(by: &str, number: &str, stance: &str) -> Row {
    let decided = ["2026-05-20", "Algemeen bestuur", ""];
    let mut row = of(&TRANSLATION, by, number, stance, &decided);
    *row.values.last_mut().unwrap() = Value::Whole(1);
    row
}

pub fn edition_address() -> String {
    edition::address("jenv".parse().unwrap(), "lac").to_string()
}

pub fn answered(by: &str) -> Row {
    let edition = edition_address();
    let address = StreamId::derived(by.parse().unwrap(), "agenda.account", &edition);
    let mut values = texts(&[&edition, "Volgt in maart.", "2027-03-31"]);
    values.push(Value::Whole(1));
    row(&ACCOUNT, address, values)
}

pub fn hearing(round: i64) -> Row {
    let edition = edition_address();
    let address = StreamId::derived("jenv".parse().unwrap(), "agenda.hearing", &edition);
    let mut values = texts(&[&edition, "2027-01-15"]);
    values.push(Value::Whole(round));
    row(&HEARING, address, values)
}

/// Three activities, and what was adopted, answered and asked.
pub fn sheet(translations: Vec<Row>, accounts: Vec<Row>, hearings: Vec<Row>) -> Vec<Answer> {
    let activities = ["1.01", "1.02", "1.03"].map(|number| activity(number, ""));
    let mut answers = agenda(activities.to_vec(), vec![]);
    answers.truncate(3);
    answers.extend([rows(translations), rows(accounts), rows(hearings)]);
    answers
}

/// What stands in the matrix for region 23 and 24: adopted one each; 24 has answered.
pub fn two() -> Vec<Answer> {
    let adopted = vec![
        adopted("vr23", "1.01", "partly"),
        adopted("vr24", "1.01", "adopted"),
    ];
    sheet(adopted, vec![answered("vr24")], vec![hearing(1)])
}

/// How often a class of cells occurs.
pub fn cells(page: &str, class: &str) -> usize {
    page.matches(&format!("<td class={class}>")).count()
}

pub fn edition_row() -> Row {
    match agenda(vec![], vec![]).remove(0) {
        Answer::Rows(mut found) => found.rows.remove(0),
        Answer::History(_) => unreachable!(),
    }
}

/// The answers for one's own page.
pub fn own(mut answers: Vec<Answer>, joint: Vec<Row>, drafts: Vec<Row>) -> Vec<Answer> {
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

pub fn joint(number: &str, stance: &str) -> Row {
    of(&JOINT_PLAN, "veiligheidsberaad", number, stance, &[])
}

pub fn draft(number: &str, stance: &str, joint: &str) -> Row {
    of(&DRAFT, "vr23", number, stance, &[joint])
}
