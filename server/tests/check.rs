// SPDX-License-Identifier: EUPL-1.2
//! `paraat check`: a line for each file, and an exit code for all of them.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

mod common;

use std::fs;

use common::{Scratch, paraat};

const GOOD: &str = "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>proef-1\
    </identifier><sender>proef@example.nl</sender><sent>2026-11-23T20:14:00+01:00</sent>\
    <status>Test</status><msgType>Ack</msgType><scope>Public</scope>\
    <references>proef@example.nl,proef-0,2026-11-23T20:00:00+01:00</references></alert>";

/// What is said of a file with this in it, without the folder that it stands in.
fn said(content: &str, language: &[&str]) -> (Option<i32>, String) {
    let scratch = Scratch::new(&format!("check-{}-{}", content.len(), language.len()));
    let file = scratch.path("alert.xml");
    fs::write(&file, content).unwrap();
    let arguments = [&["check", "cap", file.to_str().unwrap()], language].concat();
    let output = paraat(&arguments);
    let text = String::from_utf8(output.stdout).unwrap();
    (
        output.status.code(),
        text.replace(file.to_str().unwrap(), "alert.xml"),
    )
}

#[test]
fn a_good_alert_is_valid() {
    assert_eq!(
        said(GOOD, &[]),
        (Some(0), "valid\talert.xml\tCAP 1.2\n".to_owned())
    );
}

#[test]
fn what_only_the_standard_forbids_is_a_warning() {
    let file = GOOD.replace("proef-1", "proef 1");
    let line = "warning\talert.xml\tstandard identifier alert/identifier[1]:1: proef 1 mag geen \
        spatie, komma, < of & bevatten; schrijf het zonder\n";
    assert_eq!(said(&file, &[]), (Some(0), line.to_owned()));
    let (_, english) = said(&file, &["--language", "en"]);
    assert!(english.contains("may have no space"), "{english}");
}

#[test]
fn what_the_schema_forbids_and_what_is_not_safe_is_invalid() {
    let (code, line) = said(&GOOD.replace("+01:00</sent>", "Z</sent>"), &[]);
    assert_eq!(code, Some(1));
    assert!(
        line.starts_with("invalid\talert.xml\tschema time alert/sent[1]:1: "),
        "{line}"
    );
    let (code, line) = said("<!DOCTYPE alert><alert/>", &[]);
    assert_eq!(code, Some(1));
    assert!(
        line.starts_with("invalid\talert.xml\trefused doctype: "),
        "{line}"
    );
}

#[test]
fn each_file_has_its_line_also_one_that_is_not_there() {
    let scratch = Scratch::new("check-each");
    let (good, none) = (scratch.path("good.xml"), scratch.path("none.xml"));
    fs::write(&good, GOOD).unwrap();
    let output = paraat(&[
        "check",
        "cap",
        none.to_str().unwrap(),
        good.to_str().unwrap(),
    ]);
    let text = String::from_utf8(output.stdout).unwrap();
    let words: Vec<&str> = text
        .lines()
        .filter_map(|line| line.split('\t').next())
        .collect();
    assert_eq!(
        (output.status.code(), words),
        (Some(1), vec!["invalid", "valid"])
    );
}

#[test]
fn a_format_that_is_not_known_is_wrong_use() {
    assert_eq!(
        paraat(&["check", "cat", "alert.xml"]).status.code(),
        Some(2)
    );
    assert_eq!(paraat(&["check", "cap"]).status.code(), Some(2));
}
