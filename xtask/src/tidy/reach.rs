// SPDX-License-Identifier: EUPL-1.2
//! Dead files: a .rs file under src that no `mod` leads to is never compiled.

use std::collections::BTreeSet;

use super::{File, Finding, Tree, manifest};

/// Follows `mod` lines from each crate's roots.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for ours in manifest::all(tree) {
        let source = format!("{}/src/", ours.folder);
        let inside: Vec<&File> = tree
            .of_kind(&["rs"])
            .filter(|file| file.path.starts_with(&source))
            .collect();
        let mut reached: BTreeSet<String> = BTreeSet::new();
        let mut open: Vec<&File> = inside
            .iter()
            .copied()
            .filter(|file| is_root(&file.path, &source))
            .collect();
        while let Some(file) = open.pop() {
            if reached.insert(file.path.clone()) {
                let next = children(file).into_iter();
                open.extend(next.filter_map(|path| tree.file(&path)));
            }
        }
        for file in inside {
            if !reached.contains(&file.path) {
                let text = "no `mod` leads here: it is never compiled; use it or delete it";
                findings.push(Finding::new("dead-file", &file.path, 0, text));
            }
        }
    }
    findings
}

fn is_root(path: &str, source: &str) -> bool {
    let inner = path.strip_prefix(source).unwrap_or(path);
    matches!(inner, "lib.rs" | "main.rs") || inner.starts_with("bin/")
}

/// Paths that the `mod name;` lines of a file may mean.
fn children(file: &File) -> Vec<String> {
    let stem = file.name().trim_end_matches(".rs");
    let own = match stem {
        "lib" | "main" | "mod" => file.folder().to_owned(),
        _ => format!("{}/{stem}", file.folder()),
    };
    let mut paths = Vec::new();
    for (code, text) in file.code.lines().zip(file.text.lines()) {
        if let Some(name) = module(code) {
            paths.push(format!("{own}/{name}.rs"));
            paths.push(format!("{own}/{name}/mod.rs"));
        }
        let named = text.trim().strip_prefix("#[path = \"");
        if let Some(path) = named.and_then(|rest| rest.split('"').next()) {
            paths.push(format!("{}/{path}", file.folder()));
        }
    }
    paths
}

/// The name in a line `pub(crate) mod name;`.
fn module(code: &str) -> Option<&str> {
    let (before, after) = code.trim().strip_suffix(';')?.split_once("mod ")?;
    let visible = before.is_empty() || before.starts_with("pub");
    let name = after.trim();
    let plain = name
        .chars()
        .all(|char| char.is_alphanumeric() || char == '_');
    (visible && plain).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::module;

    #[test]
    fn module_lines_are_read() {
        assert_eq!(module("mod a;"), Some("a"));
        assert_eq!(module("    pub(crate) mod b_c;"), Some("b_c"));
        assert_eq!(module("use mod_a::b;"), None);
        assert_eq!(module("mod a {"), None);
    }
}
