// SPDX-License-Identifier: EUPL-1.2
//! The life cycle in README.md is the one of the code. `cargo xtask bless` writes it anew.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

use std::fmt::Write;
use std::path::Path;

use paraat_agenda::lifecycle::{LIFE, STATUSES};

const BEGIN: &str = "<!-- life cycle -->\n";
const END: &str = "<!-- end -->";

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

#[test]
fn golden_life_cycle_in_the_readme() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let kept = std::fs::read_to_string(&file).unwrap();
    let (before, rest) = kept.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let fresh = format!("{before}{BEGIN}\n{}\n{END}{after}", table());
    if std::env::var_os("PARAAT_BLESS").is_some() {
        std::fs::write(&file, &fresh).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&file).unwrap(), fresh);
}
