// SPDX-License-Identifier: EUPL-1.2
//! The same file names in every module: who knows one knows them all.

use super::{Finding, Tree};

const RULE: &str = "rooms";

/// Files that a module may have.
const FILES: &[&str] = &[
    "cards.rs",
    "effects.rs",
    "events.rs",
    "lib.rs",
    "lifecycle.rs",
    "state.rs",
    "tables.rs",
    "tests.rs",
    "upcast.rs",
];
/// Folders in which each file is one kind, one command, one view, one list, one policy, one sort of
/// terms of the field.
const FOLDERS: &[&str] = &["kinds", "commands", "views", "lists", "policies", "terms"];

/// Looks at `modules/<name>/src/`.
pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.of_kind(&["rs"])
        .filter(|file| file.path.starts_with("modules/"))
        .filter_map(|file| {
            let (_, inner) = file.path.split_once("/src/")?;
            (!agreed(inner)).then(|| {
                let names = FILES.join(", ");
                let folders = FOLDERS.join("/, ");
                let text = format!("not a room of a module; there are {names} and {folders}/");
                Finding::new(RULE, &file.path, 0, text)
            })
        })
        .collect()
}

fn agreed(inner: &str) -> bool {
    let parts: Vec<&str> = inner.split('/').collect();
    match parts.as_slice() {
        [file] => FILES.contains(file),
        [folder, _] => FOLDERS.contains(folder),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::agreed;

    #[test]
    fn agreed_names_pass() {
        let good = ["lib.rs", "commands/report.rs", "kinds/progress.rs"];
        assert!(good.into_iter().all(agreed));
        let bad = ["helpers.rs", "errors/mine.rs", "commands/more/report.rs"];
        assert!(!bad.into_iter().any(agreed));
    }
}
