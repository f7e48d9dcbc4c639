// SPDX-License-Identifier: EUPL-1.2
//! Reads what the rules need out of a Cargo.toml: the name, and who is used.

use super::Tree;

/// One crate of ours.
#[derive(Debug)]
pub struct Manifest<'a> {
    /// Path of the Cargo.toml.
    pub path: &'a str,
    /// Folder of the crate.
    pub folder: &'a str,
    /// Name of the package.
    pub name: &'a str,
    /// What it uses.
    pub uses: Vec<Use<'a>>,
}

/// One line under a heading of dependencies.
#[derive(Debug, PartialEq, Eq)]
pub struct Use<'a> {
    /// Name of the package, after renaming.
    pub name: &'a str,
    /// Line, counted from 1.
    pub line: usize,
    /// True under `[dev-dependencies]`.
    pub dev: bool,
}

/// Every crate in the tree; the workspace's own manifest has no package and is left out.
pub fn all(tree: &Tree) -> Vec<Manifest<'_>> {
    tree.files
        .iter()
        .filter(|file| file.name() == "Cargo.toml")
        .filter_map(|file| {
            let (name, uses) = read(&file.text);
            Some(Manifest {
                path: &file.path,
                folder: file.folder(),
                name: name?,
                uses,
            })
        })
        .collect()
}

fn read(text: &str) -> (Option<&str>, Vec<Use<'_>>) {
    let mut section = "";
    let mut package = None;
    let mut uses = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.split('#').next().unwrap_or("").trim();
        let number = index + 1;
        if let Some(heading) = line.strip_prefix('[') {
            section = heading.trim_end_matches(']');
            if let Some((head, name)) = section.rsplit_once("dependencies.") {
                uses.push(used(name, "", number, head));
            }
            continue;
        }
        let Some((key, value)) = line.split_once('=') else {
            continue;
        };
        let key = key.trim();
        if section == "package" && key == "name" {
            package = Some(value.trim().trim_matches('"'));
        }
        if let Some(head) = section.strip_suffix("dependencies")
            && section != "workspace.dependencies"
        {
            let name = key.split('.').next().unwrap_or(key);
            uses.push(used(name, value, number, head));
        }
    }
    (package, uses)
}

fn used<'a>(name: &'a str, value: &'a str, line: usize, head: &str) -> Use<'a> {
    let renamed = value
        .split_once("package = \"")
        .and_then(|(_, rest)| rest.split('"').next());
    Use {
        name: renamed.unwrap_or(name).trim_matches('"'),
        line,
        dev: head.ends_with("dev-"),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn every_form_of_dependency_is_read() {
        let text = "[package]\nname = \"paraat-x\"\n[lints]\nworkspace = true\n[dependencies]\n\
            a.workspace = true # why\nb = { path = \"b\" }\nc = { package = \"d\", path = \"x\" }\n\
            [target.'cfg(unix)'.dependencies]\ne = \"1\"\n[dev-dependencies]\nf = \"1\"\n\
            [dev-dependencies.g]\npath = \"g\"\n";
        let (name, uses) = read(text);
        assert_eq!(name, Some("paraat-x"));
        let found: Vec<_> = uses.iter().map(|used| (used.name, used.dev)).collect();
        let (no, yes) = (false, true);
        let expected = [
            ("a", no),
            ("b", no),
            ("d", no),
            ("e", no),
            ("f", yes),
            ("g", yes),
        ];
        assert_eq!(found, expected);
    }
}
