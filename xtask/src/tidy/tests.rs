// SPDX-License-Identifier: EUPL-1.2
//! Each rule names what it is there for, and a tree that is in order passes.

use super::{Finding, Tree, check};

const LICENCE: &str = concat!("// SPDX-License", "-Identifier: EUPL-1.2\n");

const ARCHITECTURE: &str = "# Architecture\n\n```levels\n\
    1 platform/kernel : none ; pure\n\
    4 platform/ledger : 1\n\
    4 modules/* : 1 ; pure\n\
    - xtask : none\n```\n\n## Invariants\n- kept (`paraat_kernel::kept`)\n";

const VERB: &str = "pub const VERB: Verb = V;\n#[cfg(test)]\nmod tests {\n\
    // given(&[Function::Reader]).not_permitted(); given(&[]) .then(\n}\n";

/// A small tree that is in order: path and text.
fn orderly() -> Vec<(String, String)> {
    let manifest =
        |name: &str, uses: &str| format!("[package]\nname = \"{name}\"\n[dependencies]\n{uses}");
    let source = |text: &str| format!("{LICENCE}{text}");
    let files = [
        ("docs/ARCHITECTURE.md", ARCHITECTURE.to_owned()),
        (
            "CHANGELOG.md",
            "# Changelog\n\n## Unreleased\n\n- a\n".to_owned(),
        ),
        (
            "platform/kernel/Cargo.toml",
            manifest("paraat-kernel", "serde = \"1\"\n"),
        ),
        (
            "platform/kernel/src/lib.rs",
            source("mod id;\n#[test]\nfn kept() {}\n"),
        ),
        ("platform/kernel/src/id.rs", source("pub fn id() {}\n")),
        (
            "platform/ledger/Cargo.toml",
            manifest(
                "paraat-ledger",
                "paraat-kernel.workspace = true\nrusqlite = \"0\"\n",
            ),
        ),
        ("platform/ledger/src/lib.rs", source("use std::fs;\n")),
        (
            "modules/agenda/Cargo.toml",
            manifest("paraat-agenda", "paraat-kernel.workspace = true\n"),
        ),
        (
            "modules/agenda/src/lib.rs",
            source("mod commands;\nmod kinds;\n"),
        ),
        (
            "modules/agenda/src/commands/mod.rs",
            source("mod report;\n"),
        ),
        ("modules/agenda/src/kinds/mod.rs", source("mod progress;\n")),
        ("modules/agenda/src/commands/report.rs", source(VERB)),
        (
            "modules/agenda/src/kinds/progress.rs",
            source("const EVENTS: &[EventName] = &[EventName(\"reported\", 1)];\n"),
        ),
        (
            "modules/agenda/tests/golden/agenda.reported.v1.json",
            "{}".to_owned(),
        ),
        (
            "modules/agenda/words/nl.ftl",
            source("a = x\n").replace("//", "#"),
        ),
        (
            "modules/agenda/words/en.ftl",
            source("a = y\n").replace("//", "#"),
        ),
        ("xtask/Cargo.toml", manifest("xtask", "")),
        ("xtask/src/main.rs", source("fn main() {}\n")),
    ];
    files
        .map(|(path, text)| (path.to_owned(), text))
        .into_iter()
        .collect()
}

/// Findings after one file was replaced or added.
fn after(path: &str, text: &str) -> Vec<Finding> {
    let mut files = orderly();
    files.retain(|(other, _)| other != path);
    files.push((path.to_owned(), text.to_owned()));
    findings(&files)
}

fn findings(files: &[(String, String)]) -> Vec<Finding> {
    let pairs: Vec<_> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    check(&Tree::of(&pairs))
}

/// After this change there is exactly one finding, and it says this.
fn named(path: &str, text: &str, rule: &str, says: &str) {
    let findings = after(path, text);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(findings[0].rule, rule);
    let shown = findings[0].to_string();
    assert!(shown.contains(says), "{shown}");
}

#[test]
fn an_orderly_tree_passes() {
    assert_eq!(findings(&orderly()), []);
}

#[test]
fn taking_a_promise_away_is_named() {
    for (path, text) in [
        (
            "platform/kernel/src/lib.rs",
            "there is no test `paraat_kernel::kept`",
        ),
        ("modules/agenda/words/en.ftl", "en.ftl is missing beside it"),
        ("docs/ARCHITECTURE.md", "there is no block ```levels"),
        (
            "modules/agenda/tests/golden/agenda.reported.v1.json",
            "reported version 1 has no golden bytes in \
             modules/agenda/tests/golden/agenda.reported.v1.json",
        ),
        ("CHANGELOG.md", "is missing"),
    ] {
        let mut files = orderly();
        files.retain(|(other, _)| other != path);
        let found = findings(&files);
        let said = found.iter().any(|finding| finding.text == text);
        assert!(said, "{path}: {found:?}");
    }
}

#[test]
fn a_kernel_that_uses_the_ledger_is_named() {
    named(
        "platform/kernel/Cargo.toml",
        "[package]\nname = \"paraat-kernel\"\n[dependencies]\nparaat-ledger = { path = \"x\" }\n",
        "levels",
        "platform/kernel may not use platform/ledger: level 4 lies above level 1",
    );
}

#[test]
fn crates_of_one_level_do_not_see_each_other() {
    named(
        "modules/agenda/Cargo.toml",
        "[package]\nname = \"paraat-agenda\"\n[dev-dependencies]\nparaat-ledger.workspace = true\n",
        "levels",
        "crates of level 4 do not see each other",
    );
}

#[test]
fn an_arrow_that_the_table_does_not_let_is_named() {
    named(
        "xtask/Cargo.toml",
        "[package]\nname = \"xtask\"\n[dependencies]\nparaat-kernel.workspace = true\n",
        "levels",
        "the table in docs/ARCHITECTURE.md does not let it",
    );
}

#[test]
fn a_crate_outside_the_table_and_a_stale_line_are_named() {
    let found = after("extra/Cargo.toml", "[package]\nname = \"extra\"\n");
    assert!(found[0].text.starts_with("extra has no line"), "{found:?}");
    let table = ARCHITECTURE.replace("- xtask : none", "- xtask : none\n5 gone : lower");
    named(
        "docs/ARCHITECTURE.md",
        &table,
        "levels",
        "there is no crate at gone",
    );
}

#[test]
fn a_pure_crate_that_does_io_is_named() {
    let path = "platform/kernel/src/id.rs";
    let rule = "pure";
    for line in [
        "use std::{fmt, fs};",
        "use std::net::Ipv4Addr;",
        "fn a(t: SystemTime) {}",
    ] {
        named(
            path,
            &format!("{LICENCE}{line}\n"),
            rule,
            "platform/kernel/src/id.rs:2",
        );
    }
    let manifest = "[package]\nname = \"paraat-kernel\"\n[dependencies]\ntokio = \"1\"\n";
    named(
        "platform/kernel/Cargo.toml",
        manifest,
        rule,
        "may not use tokio",
    );
    // Comments, and tests that read golden files, are no IO.
    let fine = "// std::fs\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n";
    assert_eq!(after(path, &format!("{LICENCE}{fine}")), []);
}

#[test]
fn long_files_functions_and_lines_are_named() {
    let path = "platform/kernel/src/id.rs";
    let lines = |count: usize| format!("{LICENCE}{}", "\n".repeat(count - 1));
    assert_eq!(after(path, &lines(400)), []);
    named(path, &lines(401), "file-length", "401 lines, at most 400");
    let body = |count: usize| format!("{LICENCE}fn long() {{\n{}}}\n", "    ;\n".repeat(count - 2));
    assert_eq!(after(path, &body(60)), []);
    named(
        path,
        &body(61),
        "function-length",
        "fn long has 61 lines, at most 60",
    );
    let wide = format!("{LICENCE}// {}\n", "é".repeat(98));
    named(path, &wide, "line-length", "101 columns, at most 100");
}

#[test]
fn banned_calls_are_named_with_what_to_use() {
    let path = "platform/kernel/src/id.rs";
    for (code, instead) in [
        ("fn a() { x.unwrap() }", "return the error"),
        ("fn a() { println!() }", "use tracing"),
        ("#[allow(unused)]", "use #[expect("),
        (
            "#[cfg(test)]\nmod tests {\n#[ignore = \"slow\"]\nfn a() {} }",
            "runs or is deleted",
        ),
    ] {
        named(path, &format!("{LICENCE}{code}\n"), "banned", instead);
    }
    let fine = "// x.unwrap()\n#[cfg(test)]\nmod tests {\n    fn a() { x.unwrap() }\n}\n";
    assert_eq!(after(path, &format!("{LICENCE}{fine}")), []);
}

#[test]
fn headers_dead_files_and_rooms_are_named() {
    named(
        "platform/kernel/src/id.rs",
        "pub fn id() {}\n",
        "header",
        "begin with",
    );
    let path = "platform/kernel/src/lost.rs";
    named(path, LICENCE, "dead-file", "no `mod` leads here");
    let mut files = orderly();
    files.retain(|(path, _)| path != "modules/agenda/src/lib.rs");
    let root = format!("{LICENCE}mod commands;\nmod helpers;\nmod kinds;\n");
    files.push(("modules/agenda/src/lib.rs".to_owned(), root));
    files.push((
        "modules/agenda/src/helpers.rs".to_owned(),
        LICENCE.to_owned(),
    ));
    let found = findings(&files);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].rule, "rooms");
}

#[test]
fn thirteen_equal_lines_in_two_files_are_named() {
    let lines = |count: usize| -> String { (0..count).map(|n| format!("a{n};\n")).collect() };
    for (count, expected) in [(12, 0), (13, 1), (30, 1)] {
        let mut files = orderly();
        for path in ["platform/kernel/src/id.rs", "platform/ledger/src/lib.rs"] {
            files.retain(|(other, _)| other != path);
            files.push((path.to_owned(), format!("{LICENCE}{}", lines(count))));
        }
        let found = findings(&files);
        assert_eq!(found.len(), expected, "{count}: {found:?}");
        assert!(found.iter().all(|finding| finding.rule == "duplicate"));
    }
}

#[test]
fn registry_hosts_are_named() {
    let host = concat!("https://crates", ".io/");
    named(
        "README.md",
        host,
        "hosts",
        "leave it to the machine's settings",
    );
    let lock = "\"resolved\": \"https://example.org/x.tgz\"";
    named(
        "e2e/package-lock.json",
        lock,
        "hosts",
        "the lock file fixes an address",
    );
}

#[test]
fn a_tree_is_read_from_disk_without_what_is_built() {
    let root = std::env::temp_dir().join(format!("paraat-tidy-{}", std::process::id()));
    let mut files = orderly();
    files.push(("platform/kernel/src/long.rs".to_owned(), "\n".repeat(401)));
    files.push(("target/made.rs".to_owned(), String::new()));
    for (path, text) in &files {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let found = check(&Tree::read(&root).unwrap());
    std::fs::remove_dir_all(&root).unwrap();
    let rules: Vec<_> = found.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["dead-file", "file-length", "header"]);
}

#[test]
fn what_many_verbs_prove_alike_may_stand_in_one_place() {
    let verb = format!(
        "{LICENCE}{}",
        VERB.replace("not_permitted()", "only_on_duty(report)")
    );
    let shared = "mod tests {\n    pub(crate) fn only_on_duty() { not_permitted() }\n}\n";
    let shared = format!("{LICENCE}{shared}");
    let path = "modules/agenda/src/commands/report.rs";
    named(path, &verb, "proof", "nobody is refused");
    let beside = "modules/agenda/src/commands/mod.rs";
    let mut files = orderly();
    files.retain(|(other, _)| ![path, beside].contains(&other.as_str()));
    files.push((path.to_owned(), verb));
    files.push((beside.to_owned(), shared));
    let found = findings(&files);
    assert!(found.iter().all(|it| it.rule != "proof"), "{found:?}");
}

#[test]
fn a_verb_without_its_proof_is_named() {
    let path = "modules/agenda/src/commands/report.rs";
    for (mark, says) in [
        (".then(", "no scenario"),
        ("not_permitted()", "nobody is refused"),
        ("given(&[])", "without any function"),
        ("Function::Reader", "a function that lacks it"),
    ] {
        named(
            path,
            &format!("{LICENCE}{}", VERB.replace(mark, "")),
            "proof",
            says,
        );
    }
}
