// SPDX-License-Identifier: EUPL-1.2
//! Calls that have a better one: a second net under the lints, and for what they do not see.

use super::{File, Finding, Tree};

const RULE: &str = "banned";

/// A banned call: what the code says, the kinds of file, where it is fine, what to use instead.
struct Ban {
    says: &'static str,
    kinds: &'static [&'static str],
    fine: fn(&File) -> bool,
    instead: &'static str,
}

const RUST: &[&str] = &["rs"];
const SCRIPT: &[&str] = &["ts", "mjs", "js"];

const BANS: &[Ban] = &[
    Ban {
        says: "todo!(",
        kinds: RUST,
        fine: nowhere,
        instead: "write it, or leave it out until it works",
    },
    Ban {
        says: "unimplemented!(",
        kinds: RUST,
        fine: nowhere,
        instead: "write it, or leave it out until it works",
    },
    Ban {
        says: "dbg!(",
        kinds: RUST,
        fine: nowhere,
        instead: "use tracing, or an assertion in a test",
    },
    Ban {
        says: "println!(",
        kinds: RUST,
        fine: prints,
        instead: "use tracing; only server, xtask and bench speak to a terminal",
    },
    Ban {
        says: ".unwrap()",
        kinds: RUST,
        fine: nowhere,
        instead: "return the error; where it cannot happen: expect with #[expect(.., reason)]",
    },
    Ban {
        says: "#[ignore",
        kinds: RUST,
        fine: nowhere,
        instead: "a test runs or is deleted",
    },
    Ban {
        says: "#[allow(",
        kinds: RUST,
        fine: nowhere,
        instead: "use #[expect(lint, reason = \"...\")], which says when it is no longer needed",
    },
    Ban {
        says: "#![allow(",
        kinds: RUST,
        fine: nowhere,
        instead: "use #[expect(lint, reason = \"...\")] on the item it is about",
    },
    Ban {
        says: ".innerHTML",
        kinds: SCRIPT,
        fine: File::is_test,
        instead: "use textContent or replaceChildren: pages are made by the server",
    },
    Ban {
        says: "eval(",
        kinds: SCRIPT,
        fine: nowhere,
        instead: "the content security policy forbids it",
    },
    Ban {
        says: ".skip(",
        kinds: SCRIPT,
        fine: nowhere,
        instead: "a test runs or is deleted",
    },
    Ban {
        says: ".only(",
        kinds: SCRIPT,
        fine: nowhere,
        instead: "all tests run",
    },
];

/// Marks of unfinished work, in two halves so that this file carries none.
const MARKS: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X:"),
];

/// Bans that hold in tests too: they hide work instead of doing it.
const IN_TESTS_TOO: &[&str] = &[
    "todo!(", "dbg!(", "#[ignore", "#[allow(", ".skip(", ".only(",
];

/// Looks for banned calls in code and for marks of unfinished work anywhere.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.of_kind(&["rs", "ts", "mjs", "js", "css", "ftl", "py"]) {
        let bans: Vec<&Ban> = BANS.iter().filter(|ban| ban.holds(file)).collect();
        for (index, code) in file.code.lines().enumerate() {
            let line = index + 1;
            let test = file.line_is_test(line);
            for ban in &bans {
                if code.contains(ban.says) && (!test || IN_TESTS_TOO.contains(&ban.says)) {
                    let text = format!("`{}`: {}", ban.says, ban.instead);
                    findings.push(Finding::new(RULE, &file.path, line, text));
                }
            }
        }
        for (index, text) in file.text.lines().enumerate() {
            if let Some(mark) = MARKS.iter().find(|mark| text.contains(**mark)) {
                let text = format!("`{mark}`: do it now, or write an issue");
                findings.push(Finding::new(RULE, &file.path, index + 1, text));
            }
        }
    }
    findings
}

impl Ban {
    fn holds(&self, file: &File) -> bool {
        self.kinds.contains(&file.kind()) && !(self.fine)(file)
    }
}

fn nowhere(_: &File) -> bool {
    false
}

/// The programs that speak to a terminal.
fn prints(file: &File) -> bool {
    ["server/", "xtask/", "bench/"]
        .iter()
        .any(|folder| file.path.starts_with(folder))
}
