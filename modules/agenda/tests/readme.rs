// SPDX-License-Identifier: EUPL-1.2
//! The life cycles in README.md are those of the code. `cargo xtask bless` writes it anew.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

use std::fmt::Write;
use std::path::Path;

use paraat_agenda::lifecycle::{LIFE, MEANS, MEANS_LIFE, STATUSES};

/// The steps as a table: a row for each status, a column for each that may follow.
fn table() -> String {
    let mut text = format!("| from | {} |\n", STATUSES.join(" | "));
    writeln!(text, "|---|{}", "---|".repeat(STATUSES.len())).unwrap();
    for from in [""].iter().chain(STATUSES) {
        let name = if from.is_empty() {
            "(nothing reported)"
        } else {
            from
        };
        write!(text, "| {name} |").unwrap();
        for to in STATUSES {
            let mark = if LIFE.leads(from, "report", to) {
                "x"
            } else {
                ""
            };
            write!(text, " {mark} |").unwrap();
        }
        text.push('\n');
    }
    text
}

/// The steps of means: a row for each state, a column for each verb, in it where that leads.
fn table_of_means() -> String {
    let verbs = ["declare", "arrange", "adjust"];
    let mut text = format!("| from | {} |\n", verbs.join(" | "));
    writeln!(text, "|---|{}", "---|".repeat(verbs.len())).unwrap();
    for from in [""].iter().chain(MEANS) {
        let name = if from.is_empty() {
            "(nothing declared)"
        } else {
            from
        };
        write!(text, "| {name} |").unwrap();
        for verb in verbs {
            let to = MEANS.iter().copied();
            let to: Vec<&str> = to.filter(|to| MEANS_LIFE.leads(from, verb, to)).collect();
            write!(text, " {} |", to.join(", ")).unwrap();
        }
        text.push('\n');
    }
    text
}

#[test]
fn golden_life_cycles_in_the_readme() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let mut fresh = std::fs::read_to_string(&file).unwrap();
    for (of, table) in [("", table()), (" of means", table_of_means())] {
        let begin = format!("<!-- life cycle{of} -->\n");
        let end = format!("<!-- end{of} -->");
        let (before, rest) = fresh.split_once(&begin).unwrap();
        let (_, after) = rest.split_once(&end).unwrap();
        fresh = format!("{before}{begin}\n{table}\n{end}{after}");
    }
    if std::env::var_os("PARAAT_BLESS").is_some() {
        std::fs::write(&file, &fresh).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&file).unwrap(), fresh);
}
