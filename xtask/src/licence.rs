// SPDX-License-Identifier: EUPL-1.2
//! Licences of what we build on: an allow-list, and crates that are banned with the reason.

use std::collections::{BTreeMap, BTreeSet};

use crate::Outcome;
use crate::places::Places;
use crate::process;

/// Licences that may go into a binary under the EUPL-1.2 (its article 5 and appendix for MPL).
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    // An old spelling of 0BSD.
    "BSD-0-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Python-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates that may not come in, not even by way of another, and what we use instead.
const BANNED: &[(&str, &str)] = &[
    (
        "openssl",
        "TLS is rustls with ring: no system library, one provider",
    ),
    (
        "openssl-sys",
        "TLS is rustls with ring: no system library, one provider",
    ),
    (
        "native-tls",
        "TLS is rustls with ring: no system library, one provider",
    ),
    (
        "aws-lc-rs",
        "TLS is rustls with ring: one provider, no second C build",
    ),
    (
        "aws-lc-sys",
        "TLS is rustls with ring: one provider, no second C build",
    ),
    ("chrono", "dates and times are jiff's"),
    (
        "reqwest",
        "outward calls go through the one client, in platform/courier",
    ),
];

/// Checks crates and, where there are lock files of npm, packages. Prints crates that come in
/// more than one version; those are no error.
pub fn check(places: &Places) -> Outcome {
    let arguments = ["tree", "--locked", "--workspace", "--edges", "normal,build"];
    let mut command = process::cargo(places, &arguments);
    command.args(["--prefix", "none", "--format", "{p}|{l}"]);
    println!("$ licences");
    let tree = process::answer(&mut command).ok_or("`cargo tree` failed")?;
    let (versions, mut findings) = crates(&tree);
    for folder in ["assets", "e2e", "bench/yardsticks"] {
        let lock = &format!("{folder}/package-lock.json");
        if let Ok(text) = std::fs::read_to_string(places.root.join(lock)) {
            findings.extend(packages(lock, &text));
        }
    }
    for (name, versions) in versions.iter().filter(|(_, versions)| versions.len() > 1) {
        let versions: Vec<_> = versions.iter().copied().collect();
        println!("in several versions: {name} {}", versions.join(", "));
    }
    if findings.is_empty() {
        println!("{} crates, licences in order", versions.len());
        return Ok(());
    }
    Err(findings.join("\n"))
}

/// The crates of others that the binary is made of, a line each: `name 1.2.3, MIT`.
pub fn list(places: &Places) -> Outcome<String> {
    let arguments = [
        "tree",
        "--locked",
        "--package",
        "paraat",
        "--edges",
        "normal",
    ];
    let mut command = process::cargo(places, &arguments);
    command.args(["--prefix", "none", "--format", "{p}|{l}"]);
    let tree = process::answer(&mut command).ok_or("`cargo tree` failed")?;
    let lines: BTreeSet<String> = tree.lines().filter_map(line).collect();
    Ok(lines.into_iter().map(|line| line + "\n").collect())
}

/// One line of that; none for a crate of our own, whose folder stands behind it.
fn line(of: &str) -> Option<String> {
    let (package, licence) = of.split_once('|')?;
    let (name, rest) = package.split_once(" v")?;
    let (version, folder) = rest.split_once(' ').unwrap_or((rest, ""));
    let licence = licence.trim_end_matches("(*)").trim();
    (!folder.starts_with("(/")).then(|| format!("{name} {version}, {licence}"))
}

type Versions<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// Reads lines `name vVERSION (...)|LICENCE (*)`.
fn crates(tree: &str) -> (Versions<'_>, Vec<String>) {
    let mut versions = Versions::new();
    let mut findings = BTreeSet::new();
    for line in tree.lines() {
        let Some((package, licence)) = line.split_once('|') else {
            continue;
        };
        let mut words = package.split(' ');
        let (name, version) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        let licence = licence.trim_end_matches("(*)").trim();
        versions.entry(name).or_default().insert(version);
        if let Some((_, reason)) = BANNED.iter().find(|(banned, _)| *banned == name) {
            findings.insert(format!("{name}: banned: {reason}"));
        }
        if !allows(licence) {
            findings.insert(format!(
                "{name} {version}: licence `{licence}` is not allowed"
            ));
        }
    }
    (versions, findings.into_iter().collect())
}

/// Reads the `"license": "X"` lines of an npm lock file.
fn packages(lock: &str, text: &str) -> Vec<String> {
    let licences: BTreeSet<&str> = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("\"license\": \""))
        .filter_map(|rest| rest.split('"').next())
        .collect();
    licences
        .into_iter()
        .filter(|licence| !allows(licence))
        .map(|licence| format!("{lock}: licence `{licence}` is not allowed"))
        .collect()
}

/// True when an SPDX expression can be met with allowed licences only.
fn allows(expression: &str) -> bool {
    // Old crates write `MIT/Apache-2.0` for OR.
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words };
    let answer = reader.either();
    reader.words.is_empty() && answer == Some(true)
}

/// Reads an expression word by word; `None` is an expression that is not one.
struct Reader<'a> {
    words: &'a [&'a str],
}

impl Reader<'_> {
    fn take(&mut self, wanted: &str) -> bool {
        match self.words.split_first() {
            Some((word, rest)) if *word == wanted => {
                self.words = rest;
                true
            }
            _ => false,
        }
    }

    fn either(&mut self) -> Option<bool> {
        let mut allowed = self.all()?;
        while self.take("OR") {
            allowed |= self.all()?;
        }
        Some(allowed)
    }

    fn all(&mut self) -> Option<bool> {
        let mut allowed = self.one()?;
        while self.take("AND") {
            allowed &= self.one()?;
        }
        Some(allowed)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take("(") {
            let allowed = self.either()?;
            return self.take(")").then_some(allowed);
        }
        let (name, rest) = self.words.split_first()?;
        self.words = rest;
        if self.take("WITH") {
            let (exception, rest) = self.words.split_first()?;
            self.words = rest;
            return Some(ALLOWED.contains(&format!("{name} WITH {exception}").as_str()));
        }
        Some(ALLOWED.contains(name))
    }
}

#[cfg(test)]
mod tests {
    use super::{allows, crates, line, packages};

    #[test]
    fn crates_of_others_are_listed_and_ours_are_not() {
        let of = |text: &str| line(text);
        let listed = Some("a-b 1.2.3+4, MIT OR ISC".to_owned());
        assert_eq!(of("a-b v1.2.3+4|MIT OR ISC (*)"), listed);
        assert_eq!(
            of("c v1.0.0 (proc-macro)|MIT").as_deref(),
            Some("c 1.0.0, MIT")
        );
        assert_eq!(of("paraat v0.1.0 (/work/paraat/server)|EUPL-1.2"), None);
    }

    #[test]
    fn expressions_are_weighed() {
        assert!(allows("MIT OR Apache-2.0"));
        assert!(allows("GPL-3.0-only OR MIT"));
        assert!(allows("MIT/Apache-2.0"));
        assert!(allows("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(allows(
            "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT"
        ));
        assert!(!allows("MIT AND GPL-3.0-only"));
        assert!(!allows("Apache-2.0 WITH Nothing-known"));
        assert!(!allows(""));
        assert!(!allows("(MIT"));
    }

    #[test]
    fn a_banned_crate_is_named_with_the_reason() {
        let (_, findings) = crates("good v1.0.0|MIT\nnative-tls v0.2.1 (*)|MIT (*)\n");
        assert_eq!(findings.len(), 1);
        assert!(findings[0].starts_with("native-tls: banned: TLS is rustls"));
    }

    #[test]
    fn a_licence_that_is_not_listed_is_named() {
        let (versions, findings) = crates("a v1.0.0|AGPL-3.0\nb v1.0.0|MIT\nb v2.0.0|MIT (*)\n");
        assert_eq!(findings, ["a v1.0.0: licence `AGPL-3.0` is not allowed"]);
        assert_eq!(versions["b"].len(), 2);
        let lock = "  \"license\": \"SSPL-1.0\",\n  \"license\": \"MIT\",\n";
        assert_eq!(
            packages("lock", lock),
            ["lock: licence `SSPL-1.0` is not allowed"]
        );
    }
}
