// SPDX-License-Identifier: EUPL-1.2
//! The form of CHANGELOG.md, which people who run a node read before they renew it.

use super::{Finding, Tree};

const RULE: &str = "changelog";
const PATH: &str = "CHANGELOG.md";

/// `# Changelog`, then `## Unreleased`, then `## 1.2.3 (2026-01-31)` and so on, newest first;
/// under each only bullets. A bullet about a stored or exchanged format begins with `- ★ `.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(file) = tree.file(PATH) else {
        return vec![Finding::new(RULE, PATH, 0, "is missing")];
    };
    let mut findings = Vec::new();
    let mut headings = 0;
    for (index, line) in file.text.lines().enumerate() {
        let wrong = if index == 0 {
            (line != "# Changelog").then_some("begin with `# Changelog`")
        } else if let Some(heading) = line.strip_prefix("## ") {
            headings += 1;
            wrong_heading(heading, headings)
        } else {
            wrong_line(line, headings)
        };
        findings.extend(wrong.map(|text| Finding::new(RULE, PATH, index + 1, text)));
    }
    if headings == 0 {
        findings.push(Finding::new(RULE, PATH, 0, "has no `## Unreleased`"));
    }
    findings
}

fn wrong_heading(heading: &str, number: usize) -> Option<&'static str> {
    if number == 1 {
        return (heading != "Unreleased").then_some("the first heading is `## Unreleased`");
    }
    let dated = heading
        .strip_suffix(')')
        .and_then(|rest| rest.split_once(" ("))
        .is_some_and(|(version, date)| {
            let numbers = version
                .split('.')
                .filter(|part| part.parse::<u32>().is_ok());
            numbers.count() == 3 && date.len() == 10 && date.split('-').count() == 3
        });
    (!dated).then_some("write `## 1.2.3 (2026-01-31)`")
}

fn wrong_line(line: &str, headings: usize) -> Option<&'static str> {
    let fine = line.is_empty()
        || headings == 0
        || line.starts_with("  ")
        || line
            .strip_prefix("- ")
            .is_some_and(|rest| !rest.trim().is_empty());
    (!fine).then_some("under a heading only bullets: `- what changed for whom`")
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::Tree;

    fn lines(text: &str) -> Vec<usize> {
        let findings = check(&Tree::of(&[("CHANGELOG.md", text)]));
        findings.into_iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn the_form_is_kept() {
        let good = "# Changelog\n\nWhat changed.\n\n## Unreleased\n\n- a\n  more\n- ★ b\n\n\
            ## 0.1.0 (2026-01-31)\n- c\n";
        assert!(lines(good).is_empty());
    }

    #[test]
    fn other_forms_are_named() {
        assert_eq!(lines("# News\n## Unreleased\nprose\n## 1.0\n"), [1, 3, 4]);
        assert_eq!(lines("# Changelog\n## 0.1.0 (2026-01-31)\n"), [2]);
        assert_eq!(check(&Tree::of(&[])).len(), 1);
    }
}
