// SPDX-License-Identifier: EUPL-1.2
//! No verb and no event without its proof: every verb has a permission case for each of none,
//! another organisation, a reader and its owner, a scenario, and words in both languages; every
//! version of every event has golden bytes.

use super::{File, Finding, Tree};

const RULE: &str = "proof";

/// Checks every command and every kind of every module.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.of_kind(&["rs"]) {
        let Some((module, rest)) = place(&file.path) else {
            continue;
        };
        if rest.starts_with("src/commands/") && file.text.contains("pub const VERB: Verb") {
            findings.extend(verb(file, &helpers(tree, module)));
        }
        if rest.starts_with("src/kinds/") {
            findings.extend(events(tree, module, file));
        }
    }
    findings
}

/// The module of a file and its path in it.
fn place(path: &str) -> Option<(&str, &str)> {
    path.strip_prefix("modules/")?.split_once('/')
}

/// What the tests of a verb must hold: any of these marks, else this is missing.
const CASES: &[(&[&str], &str)] = &[
    (&[".then("], "no scenario in which the one who may does it"),
    (
        &["not_permitted()"],
        "no permission case: nobody is refused",
    ),
    (
        &["&[]", "vec![]"],
        "no permission case of somebody without any function",
    ),
    (
        &["::Reader", "::Editor"],
        "no permission case of a function that lacks it",
    ),
];

/// The cases that many verbs of a module share: functions for its tests beside its verbs, by name.
fn helpers(tree: &Tree, module: &str) -> Vec<(String, String)> {
    let shared = tree.file(&format!("modules/{module}/src/commands/mod.rs"));
    let functions = shared.map_or("", |file| tests_of(file));
    let functions = functions.split("pub(crate) fn ").skip(1);
    let named = functions.filter_map(|function| {
        let name = function.split(['<', '(']).next()?;
        Some((name.to_owned(), function.to_owned()))
    });
    named.collect()
}

fn tests_of(file: &File) -> &str {
    let tests = file.text.split_once("mod tests {");
    tests.map_or("", |(_, tests)| tests)
}

fn verb(file: &File, helpers: &[(String, String)]) -> Vec<Finding> {
    let mut tests = tests_of(file).to_owned();
    for (name, body) in helpers {
        let called = [format!("{name}::<"), format!("{name}(")];
        if called.iter().any(|call| tests.contains(call)) {
            tests.push_str(body);
        }
    }
    let lacks = |marks: &[&str]| !marks.iter().any(|mark| tests.contains(mark));
    let missing = CASES.iter().filter(|(marks, _)| lacks(marks));
    missing
        .map(|(_, text)| Finding::new(RULE, &file.path, 0, *text))
        .collect()
}

/// The names in `EventName("progress-reported", 1)` of a kind.
fn events(tree: &Tree, module: &str, file: &File) -> Vec<Finding> {
    let Some((_, list)) = file.text.split_once("const EVENTS") else {
        return Vec::new();
    };
    let list = list.split_once("];").map_or(list, |(list, _)| list);
    let mut findings = Vec::new();
    for event in list.split("EventName(\"").skip(1) {
        let Some((name, rest)) = event.split_once("\", ") else {
            continue;
        };
        let version: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let golden = format!("modules/{module}/tests/golden/{module}.{name}.v{version}.json");
        let short = format!("modules/{module}/tests/golden/{name}.v{version}.json");
        if tree.file(&golden).is_none() && tree.file(&short).is_none() {
            let text = format!("{name} version {version} has no golden bytes in {golden}");
            findings.push(Finding::new(RULE, &file.path, 0, text));
        }
    }
    findings
}
