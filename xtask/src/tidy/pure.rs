// SPDX-License-Identifier: EUPL-1.2
//! Crates that the table marks `pure` do no IO: no IO crate, no clock, no file, no thread.

use super::{Finding, Tree, levels, manifest};

const RULE: &str = "pure";

/// Crates that bring IO, a clock or chance with them.
const IO_CRATES: &[&str] = &[
    "async-nats",
    "axum",
    "axum-server",
    "getrandom",
    "hyper",
    "rand",
    "reqwest",
    "rusqlite",
    "rustls",
    "tokio",
    "tower",
    "tower-http",
    "tracing",
];
/// What code may not name, and where its answer comes from instead.
const NAMES: &[(&str, &str)] = &[
    (
        "std::fs",
        "files are read by the shells (ledger, node, server)",
    ),
    ("std::net", "the network is web's"),
    (
        "std::env",
        "configuration is read once, in server/src/config.rs",
    ),
    ("std::process", "child processes are the server's"),
    ("std::thread", "threads are the shells'"),
    ("SystemTime", "the time is in Given"),
    ("Instant::now", "the time is in Given"),
    ("Timestamp::now", "the time is in Given"),
    ("async fn", "a rule is a plain function"),
];
/// Modules of std that may not stand in a list such as `use std::{fmt, fs}` either.
const STD_MODULES: &[&str] = &["fs", "net", "env", "process", "thread"];

/// Looks at manifests and at code; tests may read their golden files.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let (rows, _) = levels::table(tree);
    let mut findings = Vec::new();
    for ours in manifest::all(tree) {
        if !rows.iter().any(|row| row.pure && row.covers(ours.folder)) {
            continue;
        }
        for used in ours.uses.iter().filter(|used| !used.dev) {
            if IO_CRATES.contains(&used.name) {
                let text = format!("{} is pure and may not use {}", ours.folder, used.name);
                findings.push(Finding::new(RULE, ours.path, used.line, text));
            }
        }
        let inside = format!("{}/", ours.folder);
        for file in tree
            .of_kind(&["rs"])
            .filter(|file| file.path.starts_with(&inside))
        {
            for (line, code) in file.code_lines() {
                let reasons = NAMES.iter().filter(|(name, _)| code.contains(name));
                findings.extend(reasons.map(|(name, reason)| {
                    Finding::new(RULE, &file.path, line, format!("no {name} here: {reason}"))
                }));
                if let Some(name) = in_std_list(code) {
                    let text = format!("no std::{name} here: a pure crate does no IO");
                    findings.push(Finding::new(RULE, &file.path, line, text));
                }
            }
        }
    }
    findings
}

fn in_std_list(code: &str) -> Option<&'static str> {
    let (_, list) = code.split_once("std::{")?;
    let names: Vec<&str> = list.split([',', '}', ':', ' ']).map(str::trim).collect();
    STD_MODULES
        .iter()
        .copied()
        .find(|name| names.contains(name))
}
