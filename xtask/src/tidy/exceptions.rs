// SPDX-License-Identifier: EUPL-1.2
//! Exceptions: `path | rule | reason`, one per line. One that covers nothing is a finding
//! itself, so the list only shrinks.

use super::{Finding, Tree};

const RULE: &str = "exceptions";
const PATH: &str = "xtask/tidy-exceptions.txt";

struct Exception<'a> {
    line: usize,
    path: &'a str,
    rule: &'a str,
}

/// Takes away what is excepted, adds what is wrong with the exceptions.
pub fn apply(tree: &Tree, findings: Vec<Finding>) -> Vec<Finding> {
    let text = tree.file(PATH).map_or("", |file| file.text.as_str());
    let (exceptions, mut wrong) = read(text);
    for exception in &exceptions {
        if !findings.iter().any(|finding| exception.covers(finding)) {
            let (path, rule) = (exception.path, exception.rule);
            let text = format!("`{path}` keeps to `{rule}` now: take the line out");
            wrong.push(Finding::new(RULE, PATH, exception.line, text));
        }
    }
    let excepted = |finding: &Finding| exceptions.iter().any(|each| each.covers(finding));
    wrong.extend(findings.into_iter().filter(|finding| !excepted(finding)));
    wrong
}

impl Exception<'_> {
    fn covers(&self, finding: &Finding) -> bool {
        self.path == finding.path && self.rule == finding.rule
    }
}

fn read(text: &str) -> (Vec<Exception<'_>>, Vec<Finding>) {
    let mut exceptions = Vec::new();
    let mut wrong = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        match parts.as_slice() {
            [path, rule, reason] if !reason.is_empty() => exceptions.push(Exception {
                line: index + 1,
                path,
                rule,
            }),
            _ => {
                let text = "write `path | rule | reason`";
                wrong.push(Finding::new(RULE, PATH, index + 1, text));
            }
        }
    }
    (exceptions, wrong)
}

#[cfg(test)]
mod tests {
    use super::{PATH, apply};
    use crate::tidy::{Finding, Tree};

    #[test]
    fn exceptions_cover_and_must_be_needed() {
        let list =
            "# why\na.rs | header | made by a machine\nb.rs | header | gone\nc.rs | header\n";
        let tree = Tree::of(&[(PATH, list)]);
        let found = vec![
            Finding::new("header", "a.rs", 1, "x"),
            Finding::new("banned", "a.rs", 2, "y"),
        ];
        let left = apply(&tree, found);
        let seen: Vec<_> = left
            .iter()
            .map(|each| (each.path.as_str(), each.line))
            .collect();
        assert_eq!(seen, [(PATH, 4), (PATH, 3), ("a.rs", 2)]);
    }
}
