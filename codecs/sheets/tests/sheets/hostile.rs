// SPDX-License-Identifier: EUPL-1.2
//! Files that are broken, or made to harm: each is refused in its own words, no bytes make the
//! reader panic, and none make it take more than its limits.

use std::time::{Duration, Instant};

use crate::common::{BOOK, BOOK_RELS, ODS_TYPE, RELS, STRINGS, STYLES};
use crate::common::{ods_rows, pack, xlsx, xlsx_of, zip, zip_packed};
use paraat_sheets::{Column, Format, Kind, Limits, Refused, Sheet, Writer, read};
use proptest::prelude::*;

fn refused(bytes: &[u8]) -> Refused {
    let begun = Instant::now();
    let refused = read(bytes, &Limits::default()).unwrap_err();
    assert!(begun.elapsed() < Duration::from_secs(20), "{refused}");
    refused
}

/// A file of ours in this format.
fn ours(format: Format) -> Vec<u8> {
    let columns = vec![
        Column::new("naam", Kind::Text),
        Column::new("sinds", Kind::Date),
    ];
    let (title, language) = ("Lijst".to_owned(), "nl".to_owned());
    let mut writer = Writer::new(
        format,
        &Sheet {
            title,
            language,
            columns,
        },
        Vec::new(),
    )
    .unwrap();
    for row in 0..50 {
        writer
            .row(&[format!("rij {row}; \"é\" 😀"), "2024-05-31".to_owned()])
            .unwrap();
    }
    writer.finish().unwrap()
}

#[test]
fn a_file_that_is_cut_off_is_refused_wherever_it_is_cut() {
    for format in [Format::Xlsx, Format::Ods] {
        let bytes = ours(format);
        for length in 4..bytes.len() {
            assert_eq!(
                refused(&bytes[..length]),
                Refused::Truncated,
                "{format:?} {length}"
            );
        }
    }
}

#[test]
fn a_changed_byte_is_found_or_does_not_matter() {
    for format in [Format::Xlsx, Format::Ods] {
        let whole = ours(format);
        let table = read(&whole, &Limits::default()).unwrap();
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x55;
            if let Ok(changed) = read(&bytes, &Limits::default())
                && changed.format == format
            {
                assert_eq!(changed.rows, table.rows, "{format:?}, byte {at}");
            }
        }
    }
}

/// What a part unpacks to when it is made to exhaust.
fn bomb(bytes: usize) -> Vec<u8> {
    [
        &b"<a>"[..],
        &b"<b c='1234567890123456789012345678901234567890'/>".repeat(bytes / 49),
    ]
    .concat()
}

#[test]
fn a_part_that_unpacks_to_too_much_is_refused() {
    let large = bomb(100 << 20);
    let limits = Limits {
        ratio: 50,
        ..Limits::default()
    };
    let is_bomb = |refused: Refused| matches!(refused, Refused::ZipBomb { .. });
    let kind = || pack("mimetype", ODS_TYPE);
    let honest = || pack("content.xml", &large);
    let over = read(&zip_packed(&[kind(), honest()]), &limits).unwrap_err();
    assert!(is_bomb(over));
    // One that claims to be small is found when it has grown.
    let mut liar = honest();
    liar.plain = 100;
    assert!(is_bomb(
        read(&zip_packed(&[kind(), liar]), &limits).unwrap_err()
    ));
    // All parts together count too.
    let limits = Limits {
        unpacked: 1 << 20,
        ..Limits::default()
    };
    let over = read(
        &zip(&[("mimetype", ODS_TYPE), ("content.xml", &bomb(2 << 20))]),
        &limits,
    );
    assert!(is_bomb(over.unwrap_err()));
    // Many small ones take time instead of room.
    let limits = Limits {
        cells: 1000,
        ..Limits::default()
    };
    let small = b"<b/>".repeat(1 << 20);
    let many = read(
        &zip(&[("mimetype", ODS_TYPE), ("content.xml", &small)]),
        &limits,
    );
    assert_eq!(many.unwrap_err().key(), "too-many-pieces");
    let tight = Limits {
        bytes: 10,
        ..Limits::default()
    };
    let over = read(b"01234567890", &tight).unwrap_err();
    assert_eq!(
        over,
        Refused::TooManyBytes {
            found: 11,
            most: 10
        }
    );
}

#[test]
fn what_is_repeated_counts_as_often_as_it_is() {
    let cell = "<table:table-cell office:value-type=\"string\" \
        table:number-columns-repeated=\"COLUMNS\"><text:p>xxxxxxxxxx</text:p></table:table-cell>";
    let rows = |columns: &str, rows: &str| {
        let cell = cell.replace("COLUMNS", columns);
        ods_rows(&format!(
            "<table:table-row table:number-rows-repeated=\"{rows}\">{cell}</table:table-row>"
        ))
    };
    let limits = Limits::default();
    assert_eq!(
        refused(&rows("1000000", "1")),
        Refused::TooManyColumns {
            most: limits.columns
        }
    );
    assert_eq!(
        refused(&rows("1", "4000000000")),
        Refused::TooManyRows { most: limits.rows }
    );
    assert_eq!(
        refused(&rows("200", "1000000")),
        Refused::TooManyCells { most: limits.cells }
    );
    let spaces = "<table:table-row><table:table-cell><text:p><text:s text:c=\"9999999999\"/>\
        </text:p></table:table-cell></table:table-row>";
    assert_eq!(
        refused(&ods_rows(spaces)),
        Refused::TooMuchText { most: limits.text }
    );
    // A long text that many cells share.
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(30_000));
    let row = "<row><c t=\"s\"><v>0</v></c></row>".repeat(20_000);
    let sheet = format!("<worksheet><sheetData>{row}</sheetData></worksheet>");
    let shared = xlsx_of(BOOK, &strings, &sheet);
    assert_eq!(refused(&shared), Refused::TooMuchText { most: limits.text });
}

#[test]
fn areas_that_overlap_cannot_take_for_ever() {
    let rows: String = (0..20_000)
        .map(|_| "<row><c t=\"str\"><v>x</v></c></row>")
        .collect();
    let merged = "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(100_000);
    let begun = Instant::now();
    assert_eq!(refused(&xlsx(&rows, &merged)).key(), "broken-xml");
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[test]
fn document_types_and_entities_are_refused() {
    let with = |head: &str, text: &str| {
        let content = format!(
            "{head}<office:document-content><office:body><office:spreadsheet><table:table>\
             <table:table-row><table:table-cell><text:p>{text}</text:p></table:table-cell>\
             </table:table-row></table:table></office:spreadsheet></office:body>\
             </office:document-content>"
        );
        zip(&[("mimetype", ODS_TYPE), ("content.xml", content.as_bytes())])
    };
    let part = || "content.xml".to_owned();
    let doctype = "<!DOCTYPE x [<!ENTITY a \"b\">]>";
    assert_eq!(
        refused(&with(doctype, "&a;")),
        Refused::Doctype { part: part() }
    );
    assert_eq!(refused(&with("", "&a;")), Refused::Entity { part: part() });
    assert_eq!(refused(&with("", "</text:q>")).key(), "broken-xml");
    assert!(
        read(
            &with("<?xml version=\"1.0\"?>", "&#233;&amp;"),
            &Limits::default()
        )
        .is_ok()
    );
}

#[test]
fn xml_that_is_deep_or_in_one_piece_is_refused() {
    let deep = "<a>".repeat(1_000_000);
    assert_eq!(refused(&ods_rows(&deep)).key(), "broken-xml");
    let long = format!("<a b=\"{}\"/>", "x".repeat(20 << 20));
    assert_eq!(refused(&ods_rows(&long)).key(), "broken-xml");
    let many: String = (0..200_000).map(|n| format!(" a{n}=\"\"")).collect();
    assert_eq!(
        refused(&ods_rows(&format!("<table:table-row{many}/>"))),
        Refused::NothingInIt
    );
}

#[test]
fn a_broken_zip_file_says_what_is_broken() {
    let kind = || pack("mimetype", ODS_TYPE);
    let content = || pack("content.xml", b"<office:document-content/>");
    let part = || "content.xml".to_owned();
    let with = |change: fn(&mut crate::common::Packed<'_>)| {
        let mut content = content();
        change(&mut content);
        refused(&zip_packed(&[kind(), content]))
    };
    assert_eq!(
        with(|part| part.crc ^= 1),
        Refused::BrokenPart { part: part() }
    );
    assert_eq!(
        with(|part| part.bytes.truncate(3)),
        Refused::BrokenPart { part: part() }
    );
    assert_eq!(with(|part| part.flags = 1), Refused::PasswordProtected);
    let unknown = Refused::UnknownPacking {
        part: part(),
        method: 14,
    };
    assert_eq!(with(|part| part.method = 14), unknown);
    assert_eq!(
        refused(&zip_packed(&[kind()])),
        Refused::PartMissing { part: part() }
    );
    let mut bytes = zip_packed(&[kind(), content()]);
    let end = bytes.len();
    bytes[end - 3] = 0x7f;
    assert_eq!(refused(&bytes), Refused::BrokenZip);
    // A workbook that names a part which is not there.
    let parts = [("_rels/.rels", RELS.as_bytes())];
    assert_eq!(
        refused(&zip(&parts)),
        Refused::PartMissing {
            part: "xl/workbook.xml".to_owned()
        }
    );
}

/// The parts of a workbook and of an OpenDocument sheet, as places to do damage.
fn parts(ods: bool) -> Vec<(&'static str, Vec<u8>)> {
    let sheet = b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>\
        <row r=\"2\"><c r=\"A2\" s=\"2\"><f>1+1</f><v>45443.5</v></c></row></sheetData>\
        <mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>";
    let content = b"<office:document-content><office:body><office:spreadsheet>\
        <table:table table:name=\"x\"><table:table-row table:number-rows-repeated=\"3\">\
        <table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"date\" \
        office:date-value=\"2024-05-31\" table:number-columns-spanned=\"2\"><text:p>a<text:s \
        text:c=\"3\"/>b</text:p></table:table-cell></table:table-row></table:table>\
        </office:spreadsheet></office:body></office:document-content>";
    match ods {
        true => vec![
            ("mimetype", ODS_TYPE.to_vec()),
            ("content.xml", content.to_vec()),
        ],
        false => vec![
            ("_rels/.rels", RELS.as_bytes().to_vec()),
            ("xl/workbook.xml", BOOK.as_bytes().to_vec()),
            ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes().to_vec()),
            ("xl/styles.xml", STYLES.as_bytes().to_vec()),
            ("xl/sharedStrings.xml", STRINGS.as_bytes().to_vec()),
            ("xl/worksheets/sheet1.xml", sheet.to_vec()),
        ],
    }
}

/// Numbers and signs that parsers trip over.
const SPLINTERS: &[&str] = &[
    "",
    "<",
    ">",
    "\"",
    "&",
    "&#0;",
    "&#x10FFFF;",
    "]]>",
    "<![CDATA[",
    "<!--",
    "-->",
    "<?x?>",
    "-1",
    "0",
    "4294967295",
    "4294967296",
    "99999999999999999999",
    "1e308",
    "NaN",
    "XFD1048576",
    "A0",
    "<row>",
    "</row>",
    "<c>",
    "<v>",
    "<t>",
    "_xFFFF_",
    "\u{0}",
    "é",
    "table:",
    ":",
    "  ",
    "=",
    "..",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = read(&bytes, &Limits::default());
    }

    #[test]
    fn any_text_is_answered(text in "([a;,\t\"'=\r\n€]|.){0,200}") {
        let _ = read(text.as_bytes(), &Limits::default());
    }

    #[test]
    fn any_bytes_behind_a_mark_are_answered(
        mark in prop::sample::select(vec![
            &b"PK\x03\x04"[..], b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"sep=", b"<", b"BM", b"RIFF", b"%PDF-",
        ]),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let _ = read(&[mark, &bytes].concat(), &Limits::default());
    }

    #[test]
    fn damaged_files_are_answered(
        format in prop::sample::select(&Format::ALL[..]),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = ours(format);
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read(&bytes, &Limits::default());
        bytes.remove(cut.index(bytes.len()));
        let _ = read(&bytes, &Limits::default());
    }

    #[test]
    fn damaged_parts_are_answered(
        ods in any::<bool>(),
        damage in prop::collection::vec(
            (
                any::<prop::sample::Index>(),
                any::<prop::sample::Index>(),
                0_usize..12,
                prop::sample::select(SPLINTERS),
            ),
            1..8,
        ),
    ) {
        let mut parts = parts(ods);
        for (part, at, length, splinter) in damage {
            let part = part.index(parts.len());
            let bytes = &mut parts[part].1;
            let from = at.index(bytes.len() + 1);
            let to = (from + length).min(bytes.len());
            bytes.splice(from..to, splinter.bytes());
        }
        let parts: Vec<_> = parts.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        let _ = read(&zip(&parts), &Limits::default());
    }
}
