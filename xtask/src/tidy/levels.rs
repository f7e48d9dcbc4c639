// SPDX-License-Identifier: EUPL-1.2
//! Who may use whom: the table in docs/ARCHITECTURE.md against the Cargo.toml files.

use super::manifest::{self, Manifest, Use};
use super::{Finding, Tree};

const RULE: &str = "levels";
/// Where the table stands: a fenced block with the language word `levels`.
pub const TABLE: &str = "docs/ARCHITECTURE.md";

/// A line of the table: `<level> <folder> : <may use> [; pure]`.
#[derive(Debug)]
pub struct Row<'a> {
    /// Line in the file, counted from 1.
    pub line: usize,
    /// The level; `None` for `-`, a tool outside the levels that nothing may use.
    pub level: Option<u32>,
    /// A folder, or `folder/*` for each folder in it.
    pub folder: &'a str,
    /// Levels and folders it may use; `none`, or `lower` for every lower level.
    pub may_use: Vec<&'a str>,
    /// True when it may do no IO.
    pub pure: bool,
}

impl Row<'_> {
    /// True when this row is about a folder.
    pub fn covers(&self, folder: &str) -> bool {
        match self.folder.strip_suffix("/*") {
            None => self.folder == folder,
            Some(parent) => folder
                .strip_prefix(parent)
                .and_then(|rest| rest.strip_prefix('/'))
                .is_some_and(|name| !name.contains('/')),
        }
    }

    fn lets(&self, other: &Row<'_>) -> bool {
        let level = other.level.map(|level| level.to_string());
        self.may_use.iter().any(|word| {
            *word == "lower" || *word == other.folder || Some(*word) == level.as_deref()
        })
    }
}

/// The table, and lines of it that cannot be read.
pub fn table(tree: &Tree) -> (Vec<Row<'_>>, Vec<Finding>) {
    let text = tree.file(TABLE).map_or("", |file| file.text.as_str());
    let mut rows = Vec::new();
    let mut findings = Vec::new();
    let mut inside = false;
    for (index, line) in text.lines().enumerate() {
        if let Some(word) = line.strip_prefix("```") {
            inside = word == "levels";
        } else if inside && !line.trim().is_empty() {
            match row(index + 1, line) {
                Some(row) => rows.push(row),
                None => {
                    let text = "write `<level> <folder> : <may use> [; pure]`";
                    findings.push(Finding::new(RULE, TABLE, index + 1, text));
                }
            }
        }
    }
    if rows.is_empty() {
        findings.push(Finding::new(RULE, TABLE, 0, "there is no block ```levels"));
    }
    (rows, findings)
}

fn row(line: usize, text: &str) -> Option<Row<'_>> {
    let (left, right) = text.split_once(':')?;
    let mut words = left.split_whitespace();
    let level = match words.next()? {
        "-" => None,
        number => Some(number.parse().ok()?),
    };
    let folder = words.next()?;
    let (uses, marks) = right.split_once(';').unwrap_or((right, ""));
    Some(Row {
        line,
        level,
        folder,
        may_use: uses.split(',').map(str::trim).collect(),
        pure: marks.trim() == "pure",
    })
}

/// Arrows go to lower levels only, and only where the table lets them.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let (rows, mut findings) = table(tree);
    if rows.is_empty() {
        return findings;
    }
    let crates = manifest::all(tree);
    for row in &rows {
        if !crates.iter().any(|ours| row.covers(ours.folder)) {
            let text = format!("there is no crate at {}", row.folder);
            findings.push(Finding::new(RULE, TABLE, row.line, text));
        }
    }
    for ours in &crates {
        let Some(row) = rows.iter().find(|row| row.covers(ours.folder)) else {
            let text = format!("{} has no line in the table of {TABLE}", ours.folder);
            findings.push(Finding::new(RULE, ours.path, 0, text));
            continue;
        };
        for used in &ours.uses {
            let Some(other) = crates.iter().find(|other| other.name == used.name) else {
                continue;
            };
            let reason = rows
                .iter()
                .find(|row| row.covers(other.folder))
                .and_then(|theirs| forbidden(row, theirs, used));
            findings.extend(reason.map(|reason| arrow(ours, other, used, &reason)));
        }
    }
    findings
}

fn arrow(ours: &Manifest<'_>, other: &Manifest<'_>, used: &Use<'_>, reason: &str) -> Finding {
    let text = format!("{} may not use {}: {reason}", ours.folder, other.folder);
    Finding::new(RULE, ours.path, used.line, text)
}

/// Why the first may not use the second. Tests may use any lower level.
fn forbidden(ours: &Row<'_>, theirs: &Row<'_>, used: &Use<'_>) -> Option<String> {
    let Some(their_level) = theirs.level else {
        return Some("it is a tool outside the levels".to_owned());
    };
    if let Some(our_level) = ours.level {
        if their_level > our_level {
            return Some(format!("level {their_level} lies above level {our_level}"));
        }
        if their_level == our_level {
            return Some(format!("crates of level {our_level} do not see each other"));
        }
    }
    let allowed = used.dev || ours.lets(theirs);
    (!allowed).then(|| format!("the table in {TABLE} does not let it"))
}
