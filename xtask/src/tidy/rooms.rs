// SPDX-License-Identifier: EUPL-1.2
//! The same file names in every module: who knows one knows them all.

use super::{Finding, Tree};

const RULE: &str = "rooms";

/// Files that a module, or a folder of one of its kinds, may have.
const FILES: &[&str] = &[
    "cards.rs",
    "commands.rs",
    "effects.rs",
    "events.rs",
    "lib.rs",
    "lifecycle.rs",
    "mod.rs",
    "policies.rs",
    "state.rs",
    "tables.rs",
    "tests.rs",
    "upcast.rs",
    "views.rs",
];
/// Folders in which each file is one command, one view, one policy.
const FOLDERS: &[&str] = &["commands", "views", "policies"];

/// Looks at `modules/<name>/src/`: the agreed names there, and in one folder per kind of stream.
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
        [file] | [_, file] if FILES.contains(file) => true,
        [folder, _] | [_, folder, _] => FOLDERS.contains(folder),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::agreed;

    #[test]
    fn agreed_names_pass() {
        let good = ["lib.rs", "commands/report.rs", "progress/state.rs"];
        assert!(good.into_iter().all(agreed));
        assert!(agreed("progress/commands/report.rs"));
        let bad = ["helpers.rs", "errors/mine.rs", "a/b/c/state.rs"];
        assert!(!bad.into_iter().any(agreed));
    }
}
