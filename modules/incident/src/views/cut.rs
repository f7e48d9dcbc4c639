// SPDX-License-Identifier: EUPL-1.2
//! What of a crisis does not fit in a document, which then says so.

use paraat_contract::{Answer, Row, Scene, Table};
use paraat_kernel::document::Block;

use crate::tables::{ACTION, BOTTLENECK, DECISION, FACT, LINE, OBJECT, PART};

/// What is cut off when there is more of it, which the document then says.
const CUT: &[(&Table, &str)] = &[
    (&LINE, "incident-log"),
    (&FACT, "incident-facts"),
    (&ACTION, "incident-actions"),
    (&BOTTLENECK, "incident-bottlenecks"),
    (&DECISION, "incident-decisions"),
    (&PART, "incident-themes"),
    (&OBJECT, "incident-map-objects"),
];

/// Says of which things not all stand in the document.
pub fn told(answers: &[Answer], scene: &Scene) -> Vec<Block> {
    let tables = CUT.iter();
    let note = |(table, key): &(&Table, &str)| {
        let (shown, all) = found(answers, table)?;
        let said = [
            ("what", scene.say(key)),
            ("shown", shown.to_string()),
            ("all", all.to_string()),
        ];
        let text = scene.say_with("incident-report-cut", &said);
        (shown < all).then(|| Block::paragraph(text))
    };
    tables.filter_map(note).collect()
}

/// How many rows of a table were read, and how many there are.
fn found(answers: &[Answer], table: &Table) -> Option<(u64, u64)> {
    let of_table = |row: &Row| row.table.name == table.name;
    let mut answers = answers.iter().filter_map(|answer| match answer {
        Answer::Rows(found) => Some(found),
        Answer::History(_) => None,
    });
    let found = answers.find(|found| found.rows.first().is_some_and(of_table))?;
    Some((u64::try_from(found.rows.len()).ok()?, found.total))
}
