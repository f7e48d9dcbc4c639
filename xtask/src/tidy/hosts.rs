// SPDX-License-Identifier: EUPL-1.2
//! No file fixes where packages come from: a site behind a mirror must be able to build.

use super::{Finding, Tree};

const RULE: &str = "hosts";

/// Hosts of registries, in two halves so that this file names none.
const HOSTS: &[&str] = &[
    concat!("crates", ".io"),
    concat!("npmjs", ".org"),
    concat!("npmjs", ".com"),
    concat!("pypi", ".org"),
    concat!("python", "hosted.org"),
    concat!("debian", ".org"),
    concat!("ubuntu", ".com"),
    concat!("js", "delivr.net"),
    concat!("unpkg", ".com"),
    concat!("docker", ".io"),
    concat!("ghcr", ".io"),
];
/// Lock files name the registry in their own way.
const LOCKS: &[&str] = &["Cargo.lock", "package-lock.json"];

/// Checks every text file, and that lock files of npm do not fix addresses.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        let lock = LOCKS.contains(&file.name());
        for (index, line) in file.text.lines().enumerate() {
            if line.contains("\"resolved\": \"http") {
                let text = "the lock file fixes an address; write it with the root .npmrc";
                findings.push(Finding::new(RULE, &file.path, index + 1, text));
            }
            let lower = line.to_ascii_lowercase();
            let host = HOSTS.iter().find(|host| !lock && lower.contains(**host));
            if let Some(host) = host {
                let text = format!("names the host {host}; leave it to the machine's settings");
                findings.push(Finding::new(RULE, &file.path, index + 1, text));
            }
        }
    }
    findings
}
