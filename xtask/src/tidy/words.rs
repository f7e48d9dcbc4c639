// SPDX-License-Identifier: EUPL-1.2
//! Words on screen: Dutch and English have the same keys, with the same values to fill in.

use std::collections::BTreeMap;

use super::{File, Finding, Tree};

const RULE: &str = "words";

/// Per key: its line, and the variables that its text uses, sorted.
type Keys<'a> = BTreeMap<String, (usize, Vec<&'a str>)>;

/// Checks every folder named `words`.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.of_kind(&["ftl"]) {
        findings.extend(doubles(file));
        let twin = match file.name() {
            "nl.ftl" => "en.ftl",
            "en.ftl" => "nl.ftl",
            _ => continue,
        };
        let path = format!("{}/{twin}", file.folder());
        let keys = keys(&file.text);
        let Some(other) = tree.file(&path) else {
            let text = format!("{twin} is missing beside it");
            findings.push(Finding::new(RULE, &file.path, 0, text));
            continue;
        };
        let others = self::keys(&other.text);
        for (key, (line, values)) in &keys {
            let text = match others.get(key) {
                None => format!("`{key}` is not in {twin}"),
                Some((_, theirs)) if theirs != values && file.name() == "nl.ftl" => {
                    format!("`{key}` fills in other values than in {twin}")
                }
                Some(_) => continue,
            };
            findings.push(Finding::new(RULE, &file.path, *line, text));
        }
    }
    findings
}

fn doubles(file: &File) -> Vec<Finding> {
    let mut seen = BTreeMap::new();
    let mut findings = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        if let Some(key) = key(line)
            && let Some(first) = seen.insert(key, index + 1)
        {
            let text = format!("`{key}` stands at line {first} already");
            findings.push(Finding::new(RULE, &file.path, index + 1, text));
        }
    }
    findings
}

/// Keys of messages and, as `key.attribute`, of their attributes.
fn keys(text: &str) -> Keys<'_> {
    let mut keys = Keys::new();
    let mut message = "";
    let mut current = String::new();
    for (index, line) in text.lines().enumerate() {
        if line.starts_with('#') {
            continue;
        }
        let attribute = line.trim_start().strip_prefix('.').and_then(key);
        if let Some(key) = key(line) {
            message = key;
            key.clone_into(&mut current);
        } else if let Some(attribute) = attribute {
            current = format!("{message}.{attribute}");
        }
        if current.is_empty() {
            continue;
        }
        let (_, values) = keys
            .entry(current.clone())
            .or_insert((index + 1, Vec::new()));
        values.extend(variables(line));
        values.sort_unstable();
        values.dedup();
    }
    keys
}

/// The key of a line `key = text`.
fn key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    let plain = |char: char| char.is_ascii_alphanumeric() || char == '-' || char == '_';
    let starts = key.starts_with(|char: char| char.is_ascii_alphabetic() || char == '-');
    (starts && key.chars().all(plain)).then_some(key)
}

fn variables(line: &str) -> Vec<&str> {
    line.split('$')
        .skip(1)
        .filter_map(|rest| {
            rest.split(|char: char| !char.is_ascii_alphanumeric() && char != '-' && char != '_')
                .next()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{check, keys};
    use crate::tidy::Tree;

    #[test]
    fn keys_attributes_and_values_are_read() {
        let keys =
            keys("# a = 1\na = text { $who }\n  more { $when }\n  .title = { $what }\nb=x\n");
        assert_eq!(keys["a"].1, ["when", "who"]);
        assert_eq!(keys["a.title"].1, ["what"]);
        assert!(keys.contains_key("b"));
        assert_eq!(keys.len(), 3);
    }

    #[test]
    fn a_key_in_one_language_only_is_named() {
        let nl = ("m/words/nl.ftl", "a = x\nb = { $n }\n");
        let en = ("m/words/en.ftl", "b = { $m }\nc = x\nc = y\n");
        let texts: Vec<String> = check(&Tree::of(&[nl, en]))
            .into_iter()
            .map(|finding| finding.text)
            .collect();
        for wanted in [
            "`a` is not in en.ftl",
            "`c` is not in nl.ftl",
            "`b` fills in other values than in en.ftl",
            "`c` stands at line 2 already",
        ] {
            assert!(
                texts.iter().any(|text| text == wanted),
                "{wanted}: {texts:?}"
            );
        }
    }

    #[test]
    fn a_missing_language_is_named() {
        let findings = check(&Tree::of(&[("m/words/nl.ftl", "a = x\n")]));
        assert_eq!(findings[0].text, "en.ftl is missing beside it");
    }
}
