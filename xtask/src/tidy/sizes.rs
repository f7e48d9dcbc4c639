// SPDX-License-Identifier: EUPL-1.2
//! Rooms one can see the whole of: lengths of files, functions and lines.

use super::{Finding, Tree, rust};

/// Longest file, in lines; test files may be longer.
const FILE: usize = 400;
const TEST_FILE: usize = 600;
/// Longest function, in lines, from `fn` to its closing brace.
const FUNCTION: usize = 60;
/// Longest line, in characters.
const LINE: usize = 100;

/// Kinds of file that are measured.
const KINDS: &[&str] = &["rs", "ts", "mjs", "js", "css"];

/// Checks the three lengths.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.of_kind(KINDS) {
        let lines = file.text.lines().count();
        let most = if file.is_test() { TEST_FILE } else { FILE };
        if lines > most {
            let text = format!("{lines} lines, at most {most}: cut it into two rooms");
            findings.push(Finding::new("file-length", &file.path, 0, text));
        }
        for (index, line) in file.text.lines().enumerate() {
            let columns = line.chars().count();
            if columns > LINE {
                let text = format!("{columns} columns, at most {LINE}");
                findings.push(Finding::new("line-length", &file.path, index + 1, text));
            }
        }
        if file.kind() != "rs" {
            continue;
        }
        for function in rust::functions(&file.code) {
            if function.length > FUNCTION && !file.line_is_test(function.line) {
                let (name, length) = (&function.name, function.length);
                let text = format!("fn {name} has {length} lines, at most {FUNCTION}");
                let at = function.line;
                findings.push(Finding::new("function-length", &file.path, at, text));
            }
        }
    }
    findings
}
