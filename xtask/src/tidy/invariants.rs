// SPDX-License-Identifier: EUPL-1.2
//! Each invariant in docs/ARCHITECTURE.md names a test that exists.

use std::collections::BTreeSet;

use super::levels::TABLE;
use super::{Finding, Tree, rust};

const RULE: &str = "invariants";

/// Reads the bullets under `## Invariants`: each names one or more tests as `crate::path::test`.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(file) = tree.file(TABLE) else {
        return vec![Finding::new(RULE, TABLE, 0, "is missing")];
    };
    let functions: BTreeSet<String> = tree
        .of_kind(&["rs"])
        .flat_map(|file| rust::functions(&file.code))
        .map(|function| function.name)
        .collect();
    let mut findings = Vec::new();
    for (line, bullet) in bullets(&file.text) {
        let tests = named(&bullet);
        if tests.is_empty() {
            let text = "an invariant names its test: `crate::path::test`";
            findings.push(Finding::new(RULE, TABLE, line, text));
        }
        for test in tests {
            let name = test.rsplit("::").next().unwrap_or(test);
            if !functions.contains(name) {
                let text = format!("there is no test `{test}`");
                findings.push(Finding::new(RULE, TABLE, line, text));
            }
        }
    }
    findings
}

/// Bullets with their line, continuation lines joined.
fn bullets(text: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut inside = false;
    for (index, line) in text.lines().enumerate() {
        if let Some(heading) = line.strip_prefix("## ") {
            inside = heading == "Invariants";
        } else if inside && line.starts_with("- ") {
            found.push((index + 1, line.to_owned()));
        } else if inside
            && line.starts_with(' ')
            && let Some((_, bullet)) = found.last_mut()
        {
            bullet.push(' ');
            bullet.push_str(line.trim());
        }
    }
    found
}

/// Paths with `::` between backticks.
fn named(bullet: &str) -> Vec<&str> {
    let quoted = bullet.split('`').skip(1).step_by(2);
    quoted.filter(|word| word.contains("::")).collect()
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::Tree;

    #[test]
    fn a_promise_without_a_test_is_named() {
        let text = "## Invariants\n- one\n  (`a::b::kept`).\n- two (`a::gone`)\n- three\n\
            ## More\n- four\n";
        let code = ("x.rs", "fn kept() {}\n");
        let findings = check(&Tree::of(&[("docs/ARCHITECTURE.md", text), code]));
        let lines: Vec<_> = findings.iter().map(|finding| finding.line).collect();
        assert_eq!(lines, [4, 5]);
        assert_eq!(findings[0].text, "there is no test `a::gone`");
    }
}
