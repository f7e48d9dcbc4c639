// SPDX-License-Identifier: EUPL-1.2
//! What is written reads back equal, in every format and for every text.

use paraat_sheets::{Column, Finding, Format, Kind, Limits, NotWritten, Sheet, Writer, read};
use proptest::prelude::*;

/// Texts that one program or another is known to change.
const TEXTS: &[&str] = &[
    "007",
    "0",
    "-0",
    "+1",
    "1e3",
    "1,5",
    "12",
    "-12",
    "TRUE",
    "WAAR",
    "2024-05-31",
    "31-5-2024",
    "1899-12-31",
    "1900-02-28",
    "1900-03-01",
    "0001-01-01",
    "9999-12-31",
    "2023-02-29",
    "31 mei",
    " vooraan",
    "achteraan ",
    "  twee  spaties  ",
    " ",
    "\t",
    "\n",
    "a\nb",
    "a\r\nb",
    "a\rb",
    "\r",
    "\na\n",
    "\n\n",
    " \n ",
    "a \t b",
    "\t\t",
    "\u{a0}",
    "\u{2028}",
    "\u{85}",
    "\u{200b}",
    "=1+1",
    "'=1+1",
    "''=1+1",
    "=cmd|' /C calc'!A0",
    "+31 38 421 42 42",
    "-",
    "@SUM(A1)",
    "'",
    "'s avonds",
    "'\t",
    "\"",
    "\"\"",
    "a\"b",
    "\"a\"",
    "a;b",
    ";",
    ",",
    "a,b\tc",
    "sep=;",
    "sep=,",
    "<b>&amp;</b>",
    "&#13;",
    "]]>",
    "<![CDATA[x]]>",
    "_x0041_",
    "_x0001_",
    "_x005F_x0001_",
    "_x",
    "_x0041\r",
    "\0",
    "\u{1}",
    "\u{1f}",
    "\u{7f}",
    "\u{fffe}",
    "\u{ffff}",
    "\u{feff}",
    "é",
    "ÿ€",
    "😀 👩🏽‍🚒",
    "مرحبا",
    "日本語",
    "#REF!",
    "#N/B",
    "PK\u{3}\u{4}",
    "%PDF-",
    "<html>",
    "<?xml",
];

fn sheet(columns: &[(&str, Kind)]) -> Sheet {
    Sheet {
        title: "Bijstand & \"<hulp>\"".to_owned(),
        language: "nl-NL".to_owned(),
        columns: columns
            .iter()
            .map(|(name, kind)| Column::new(*name, *kind))
            .collect(),
    }
}

fn write(format: Format, sheet: &Sheet, rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = Writer::new(format, sheet, Vec::new()).unwrap();
    for row in rows {
        writer.row(row).unwrap();
    }
    writer.finish().unwrap()
}

/// Header and rows as they come back; rows without text are no rows.
fn there_and_back(format: Format, sheet: &Sheet, rows: &[Vec<String>]) {
    let table = read(&write(format, sheet, rows), &Limits::default()).unwrap();
    let names: Vec<_> = sheet
        .columns
        .iter()
        .map(|column| column.name.clone())
        .collect();
    assert_eq!(table.format, format);
    assert_eq!(table.header, names, "{format:?}");
    let wanted: Vec<(u32, &Vec<String>)> = (2..)
        .zip(rows)
        .filter(|(_, row)| row.iter().any(|cell| !cell.is_empty()))
        .collect();
    let got: Vec<(u32, &Vec<String>)> = table
        .rows
        .iter()
        .map(|line| (line.number, &line.cells))
        .collect();
    assert_eq!(got, wanted, "{format:?}");
    let harmless = [
        "delimiter",
        "empty-rows",
        "header-missing",
        "doubled-name",
        "header-cells-empty",
    ];
    let found: Vec<_> = table.findings.iter().map(Finding::key).collect();
    assert!(
        found.iter().all(|key| harmless.contains(key)),
        "{format:?}: {found:?}"
    );
}

#[test]
fn every_text_comes_back_from_every_kind_of_column() {
    let columns = [
        ("tekst", Kind::Text),
        ("getal", Kind::Whole),
        ("datum", Kind::Date),
    ];
    let rows: Vec<Vec<String>> = TEXTS.iter().map(|&text| vec![text.to_owned(); 3]).collect();
    for format in Format::ALL {
        there_and_back(format, &sheet(&columns), &rows);
        there_and_back(
            format,
            &sheet(&[("een", Kind::Text)]),
            &[vec!["x".to_owned()]],
        );
    }
}

#[test]
fn every_text_may_be_a_name() {
    for format in Format::ALL {
        for text in TEXTS.iter().filter(|text| !text.is_empty()) {
            let columns = [(*text, Kind::Text), ("b", Kind::Text)];
            there_and_back(
                format,
                &sheet(&columns),
                &[vec!["x".to_owned(), String::new()]],
            );
            there_and_back(
                format,
                &sheet(&[(*text, Kind::Text)]),
                &[vec!["y".to_owned()]],
            );
        }
    }
}

#[test]
fn the_longest_text_of_excel_fits_and_one_more_is_refused_there_only() {
    let columns = sheet(&[("a", Kind::Text)]);
    let (fits, over) = ("é".repeat(32_767), "é".repeat(32_768));
    for format in Format::ALL {
        there_and_back(format, &columns, &[vec![fits.clone()]]);
    }
    for format in [Format::Csv, Format::Ods] {
        there_and_back(format, &columns, &[vec![over.clone()]]);
    }
    let mut writer = Writer::new(Format::Xlsx, &columns, Vec::new()).unwrap();
    writer.row(&["x"]).unwrap();
    let refused = writer.row(&[&over]).unwrap_err();
    assert!(matches!(
        refused,
        NotWritten::TooLong {
            row: 3,
            column: 0,
            units: 32_768,
            most: 32_767
        }
    ));
}

#[test]
fn what_cannot_be_a_list_is_refused() {
    let refused = |columns: &[(&str, Kind)]| {
        Writer::new(Format::Csv, &sheet(columns), Vec::new())
            .err()
            .unwrap()
    };
    let none = refused(&[]);
    assert!(matches!(none, NotWritten::Columns { found: 0, .. }));
    let unnamed = refused(&[("a", Kind::Text), ("", Kind::Text)]);
    assert!(matches!(unnamed, NotWritten::NoName { column: 1 }));
    let mut writer = Writer::new(Format::Ods, &sheet(&[("a", Kind::Text)]), Vec::new()).unwrap();
    let wide = writer.row(&["1", "2"]).unwrap_err();
    assert!(matches!(wide, NotWritten::Width { .. }));
    assert!(writer.row(&["1"]).is_ok());
}

#[test]
fn a_full_disk_is_said() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    for format in Format::ALL {
        let written = Writer::new(format, &sheet(&[("a", Kind::Text)]), Full)
            .and_then(|writer| writer.finish());
        assert!(matches!(written.err().unwrap(), NotWritten::Io(_)));
    }
}

#[test]
fn the_same_list_gives_the_same_bytes() {
    let columns = sheet(&[("a", Kind::Whole)]);
    for format in Format::ALL {
        let rows = [vec!["1".to_owned()]];
        assert_eq!(
            write(format, &columns, &rows),
            write(format, &columns, &rows)
        );
    }
}

/// Texts in which what programs trip over stands close together.
fn text() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        4 => any::<char>().prop_map(String::from),
        4 => proptest::sample::select(TEXTS).prop_map(str::to_owned),
        2 => (-1000_i64..1000).prop_map(|number| number.to_string()),
    ];
    prop::collection::vec(bit, 0..4).prop_map(|bits| bits.concat())
}

fn kind() -> impl Strategy<Value = Kind> {
    proptest::sample::select(vec![Kind::Text, Kind::Whole, Kind::Date])
}

fn table() -> impl Strategy<Value = (Vec<(String, Kind)>, Vec<Vec<String>>)> {
    (1_usize..6).prop_flat_map(|width| {
        let name = text().prop_filter("a name", |name| !name.is_empty());
        let columns = prop::collection::vec((name, kind()), width);
        let row = prop::collection::vec(text(), width);
        (columns, prop::collection::vec(row, 0..12))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_table_comes_back((columns, rows) in table()) {
        let columns: Vec<(&str, Kind)> =
            columns.iter().map(|(name, kind)| (name.as_str(), *kind)).collect();
        for format in Format::ALL {
            there_and_back(format, &sheet(&columns), &rows);
        }
    }
}
