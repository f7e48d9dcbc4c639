// SPDX-License-Identifier: EUPL-1.2
//! Every source file says under which licence it is.

use super::{Finding, Tree};

/// Kinds of file that carry the line.
const KINDS: &[&str] = &["rs", "ts", "mjs", "js", "css", "ftl", "py"];

/// The line stands first, or second below `#!`.
pub fn check(tree: &Tree) -> Vec<Finding> {
    // In two halves, so that this file does not carry the line twice.
    let wanted = concat!("SPDX-License", "-Identifier: EUPL-1.2");
    tree.of_kind(KINDS)
        .filter(|file| !file.text.lines().take(2).any(|line| line.contains(wanted)))
        .map(|file| Finding::new("header", &file.path, 1, format!("begin with `{wanted}`")))
        .collect()
}
