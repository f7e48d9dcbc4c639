// SPDX-License-Identifier: EUPL-1.2
//! `paraat print`, as a node starts it and by hand.
#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

mod common;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use common::{Scratch, paraat};
use paraat_kernel::document::{Block, Column, Level, Span, Table};
use paraat_kernel::{Document, Language};
use paraat_print::{Fault, Limits};

fn document(title: &str) -> Document {
    let made = "2026-11-25T09:14:00Z".parse().unwrap();
    let date = "2026-11-25".parse().unwrap();
    let mut document = Document::new(Language::Nl, title, "JenV", date, made);
    document.blocks = vec![Block::heading(Level::First, "Stand")];
    document
}

/// A table of so many rows.
fn table(rows: usize) -> Document {
    let mut document = document("Alle activiteiten");
    let cell = |row: usize| move |column: usize| vec![Span::plain(format!("{row} in {column}"))];
    document.blocks.push(Block::Table(Table {
        caption: "Activiteiten".to_owned(),
        columns: ["Nr", "Wat", "Wie", "Stand"].map(Column::texts).to_vec(),
        header_column: true,
        rows: (0..rows)
            .map(|row| (0..4).map(cell(row)).collect())
            .collect(),
    }));
    document
}

fn limits() -> Limits {
    Limits {
        program: Some(PathBuf::from(env!("CARGO_BIN_EXE_paraat"))),
        // Tests run beside each other and take turns.
        patience: Duration::from_secs(120),
        ..Limits::default()
    }
}

fn holds(file: &[u8], text: &str) -> bool {
    file.windows(text.len()).any(|part| part == text.as_bytes())
}

#[test]
fn a_pdf_is_for_archives_and_for_every_reader() {
    let file = paraat_print::pdf(&document("Voortgang #panic(1)"), &limits()).unwrap();
    for wanted in [
        "/StructTreeRoot",
        "/Lang(nl-NL)",
        "/Marked true",
        "/DisplayDocTitle true",
        "Voortgang #panic(1)",
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "(D:20261125091400",
    ] {
        assert!(holds(&file, wanted), "{wanted}");
    }
    let again = paraat_print::pdf(&document("Voortgang #panic(1)"), &limits()).unwrap();
    assert_eq!(file, again, "equal documents give equal files");
}

#[test]
fn five_thousand_rows_fit_within_the_limits() {
    let file = paraat_print::pdf(&table(5_000), &limits()).unwrap();
    assert!(holds(&file, "/StructTreeRoot"));
    assert!(paraat_print::html(&table(5_000), None).contains("4999 in 3"));
    assert!(!paraat_print::odt(&table(5_000)).is_empty());
}

#[test]
fn what_takes_too_long_is_stopped() {
    let mut limits = limits();
    limits.time = Duration::from_millis(1);
    let before = Instant::now();
    let fault = paraat_print::pdf(&table(5_000), &limits).unwrap_err();
    assert!(matches!(fault, Fault::OverTime(_)), "{fault}");
    assert!(before.elapsed() < limits.patience);
}

#[test]
fn what_needs_too_much_memory_ends_itself_and_nothing_else() {
    let mut limits = limits();
    limits.memory = 256 * 1_024 * 1_024;
    limits.time = Duration::from_secs(120);
    let fault = paraat_print::pdf(&table(20_000), &limits).unwrap_err();
    assert!(matches!(fault, Fault::OverMemory), "{fault}");
    paraat_print::pdf(&table(5), &limits).unwrap();
}

#[test]
fn a_file_that_becomes_too_large_is_not_taken() {
    let mut limits = limits();
    limits.size = 1_000;
    let fault = paraat_print::pdf(&document("Brief"), &limits).unwrap_err();
    assert!(matches!(fault, Fault::OverSize(1_000)), "{fault}");
}

#[test]
fn what_a_child_says_when_it_cannot_is_passed_on() {
    let mut limits = limits();
    limits.program = Some(PathBuf::from("/bin/false"));
    let fault = paraat_print::pdf(&table(5_000), &limits).unwrap_err();
    assert!(matches!(fault, Fault::Refused(_)), "{fault}");
    limits.program = Some(PathBuf::from("/nowhere"));
    let fault = paraat_print::pdf(&table(5_000), &limits).unwrap_err();
    assert!(matches!(fault, Fault::Process(_)), "{fault}");
}

#[test]
fn by_hand_each_form_goes_to_the_standard_output() {
    let scratch = Scratch::new("print");
    let path = scratch.path("brief.json");
    std::fs::write(&path, serde_json::to_vec(&document("Brief")).unwrap()).unwrap();
    let forms: [(&str, &[u8]); 3] = [
        ("html", b"<!DOCTYPE html>"),
        ("odt", b"PK\x03\x04"),
        ("pdf", b"%PDF-1.7"),
    ];
    for (form, start) in forms {
        let output = paraat(&["print", form, path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(0), "{form}");
        assert!(output.stdout.starts_with(start), "{form}");
    }
}

#[test]
fn what_is_no_document_is_said_to_be_none() {
    let scratch = Scratch::new("print-bad");
    let path = scratch.path("brief.json");
    std::fs::write(&path, r#"{"title": "x"}"#).unwrap();
    let output = paraat(&["print", "pdf", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("brief.json: missing field"), "{said}");
    let output = paraat(&["print", "pdf", "/nowhere.json"]);
    assert_eq!(output.status.code(), Some(2));
    let output = paraat(&["print", "pdf"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_child_that_gets_no_document_says_so() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_paraat"))
        .arg("print")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"[]").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("this is no document"), "{said}");
}
