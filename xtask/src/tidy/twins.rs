// SPDX-License-Identifier: EUPL-1.2
//! Duplicates: more than twelve equal lines in two files want one home.

use std::collections::HashMap;

use super::{File, Finding, Tree};

/// So many equal lines in a row are too many.
const WINDOW: usize = 13;

/// A line that counts: its number, and its text without indentation.
type Line<'a> = (usize, &'a str);

/// Compares files of one kind, tests left out.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for kind in ["rs", "ts", "css"] {
        let kinds = [kind];
        let files: Vec<&File> = tree
            .of_kind(&kinds)
            .filter(|file| !file.is_test())
            .collect();
        findings.extend(twins(&files));
    }
    findings
}

fn twins(files: &[&File]) -> Vec<Finding> {
    let mut seen: HashMap<String, (&str, usize)> = HashMap::new();
    let mut findings = Vec::new();
    for file in files {
        let lines = counting(file);
        let mut in_run = false;
        for window in lines.windows(WINDOW) {
            let Some((first, _)) = window.first() else {
                continue;
            };
            let key = window.iter().map(|(_, text)| *text).collect::<Vec<_>>();
            match seen.get(&key.join("\n")) {
                Some((path, line)) if *path != file.path => {
                    if !in_run {
                        let text = format!("{WINDOW} or more lines stand at {path}:{line} too");
                        findings.push(Finding::new("duplicate", &file.path, *first, text));
                    }
                    in_run = true;
                }
                Some(_) => in_run = false,
                None => {
                    in_run = false;
                    seen.insert(key.join("\n"), (&file.path, *first));
                }
            }
        }
    }
    findings
}

/// Lines that say something: no blanks, comments, imports, or lines with punctuation only.
fn counting(file: &File) -> Vec<Line<'_>> {
    file.text
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim()))
        .filter(|(number, line)| {
            let comment = line.starts_with("//") || line.starts_with("/*") || line.starts_with('*');
            let import = line.starts_with("use ") || line.starts_with("import ");
            let says = line.chars().any(char::is_alphanumeric);
            says && !comment && !import && !file.line_is_test(*number)
        })
        .collect()
}
