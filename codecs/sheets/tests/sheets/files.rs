// SPDX-License-Identifier: EUPL-1.2
//! What Excel and LibreOffice look at before they call a file damaged.

use crate::common::{Entry, unzip};
use paraat_sheets::{Column, Format, Kind, Sheet, Writer};
use quick_xml::Reader;
use quick_xml::events::Event;

fn file(format: Format) -> Vec<u8> {
    let sheet = Sheet {
        title: "Wie & wat: \"bijstand\" 's".to_owned(),
        language: "nl-NL".to_owned(),
        columns: vec![
            Column::new("naam", Kind::Text),
            Column::new("aantal", Kind::Whole),
            Column::new("sinds", Kind::Date),
        ],
    };
    let mut writer = Writer::new(format, &sheet, Vec::new()).unwrap();
    for text in ["=1+1", "<b>&", " \u{1} ", "a\nb", ""] {
        writer.row(&[text, "12", "2024-05-31"]).unwrap();
        writer.row(&[text; 3]).unwrap();
    }
    writer.finish().unwrap()
}

fn text<'e>(entries: &'e [Entry], name: &str) -> &'e str {
    let entry = entries.iter().find(|entry| entry.name == name).unwrap();
    std::str::from_utf8(&entry.content).unwrap()
}

/// Names of all elements, in order.
fn elements(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().enable_all_checks(true);
    reader.config_mut().expand_empty_elements = true;
    let mut names = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                // Well-formed attributes, none twice.
                tag.attributes()
                    .for_each(|attribute| drop(attribute.unwrap()));
                names.push(tag.name().as_ref().to_owned());
            }
            Event::Eof => return names,
            _ => {}
        }
    }
}

#[test]
fn every_part_is_well_formed_and_holds_no_formula() {
    for format in [Format::Xlsx, Format::Ods] {
        for entry in unzip(&file(format))
            .iter()
            .filter(|entry| entry.name != "mimetype")
        {
            let xml = std::str::from_utf8(&entry.content).unwrap();
            assert!(
                !elements(xml).iter().any(|name| name == "f"),
                "{}",
                entry.name
            );
            assert!(!xml.contains("formula"), "{}", entry.name);
        }
    }
}

#[test]
fn the_kind_of_an_opendocument_stands_first_and_bare() {
    let bytes = file(Format::Ods);
    // Where the standard promises it: part 2, 3.3.
    assert_eq!(bytes.get(30..38), Some(&b"mimetype"[..]));
    assert_eq!(bytes.get(38..84), Some(Format::Ods.media_type().as_bytes()));
    let entries = unzip(&bytes);
    let stored: Vec<_> = entries.iter().filter(|entry| entry.method == 0).collect();
    assert_eq!(stored.len(), 1);
    // LibreOffice calls a stored entry with its sizes behind it damage.
    assert_eq!(stored.first().unwrap().flags, 0);
}

#[test]
fn the_manifest_names_every_part_and_no_other() {
    let entries = unzip(&file(Format::Ods));
    let manifest = text(&entries, "META-INF/manifest.xml");
    let mut named: Vec<&str> = manifest
        .split("full-path=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|name| *name != "/")
        .collect();
    let mut parts: Vec<&str> = entries
        .iter()
        .map(|entry| entry.name.as_str())
        .filter(|name| !["mimetype", "META-INF/manifest.xml"].contains(name))
        .collect();
    named.sort_unstable();
    parts.sort_unstable();
    assert_eq!(named, parts);
}

#[test]
fn every_part_of_a_workbook_has_a_type_and_a_place() {
    let entries = unzip(&file(Format::Xlsx));
    let types = text(&entries, "[Content_Types].xml");
    for part in [
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/styles.xml",
    ] {
        assert!(types.contains(&format!("PartName=\"/{part}\"")), "{part}");
        assert!(entries.iter().any(|entry| entry.name == part), "{part}");
    }
}

#[test]
fn cells_have_the_type_of_what_they_hold() {
    let entries = unzip(&file(Format::Xlsx));
    let sheet = text(&entries, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<c r=\"A2\" s=\"2\" t=\"inlineStr\"><is><t>=1+1</t></is></c>"));
    assert!(
        sheet.contains("<c r=\"B2\" s=\"3\"><v>12</v></c><c r=\"C2\" s=\"4\"><v>45443</v></c>")
    );
    assert!(sheet.contains("<autoFilter ref=\"A1:C11\"/>"));
    let names = elements(sheet);
    let order = [
        "sheetViews",
        "sheetFormatPr",
        "cols",
        "sheetData",
        "autoFilter",
        "ignoredErrors",
    ];
    let found: Vec<&str> = names
        .iter()
        .map(String::as_str)
        .filter(|name| order.contains(name))
        .collect();
    assert_eq!(found, order);
    let entries = unzip(&file(Format::Ods));
    let content = text(&entries, "content.xml");
    assert!(content.contains("office:value-type=\"float\" office:value=\"12\""));
    assert!(content.contains("office:value-type=\"date\" office:date-value=\"2024-05-31\""));
    assert!(content.contains("<text:p>=1+1</text:p>"));
}

#[test]
fn title_and_language_are_set() {
    let entries = unzip(&file(Format::Xlsx));
    let core = text(&entries, "docProps/core.xml");
    assert!(core.contains("<dc:language>nl-NL</dc:language>"));
    assert!(core.contains("<dc:title>Wie &amp; wat: &quot;bijstand&quot; 's</dc:title>"));
    let entries = unzip(&file(Format::Ods));
    assert!(text(&entries, "meta.xml").contains("<dc:language>nl-NL</dc:language>"));
    assert!(text(&entries, "styles.xml").contains("fo:language=\"nl\" fo:country=\"NL\""));
}

#[test]
fn csv_is_as_excel_opens_it() {
    let bytes = file(Format::Csv);
    let text = std::str::from_utf8(&bytes).unwrap();
    assert!(text.starts_with("\u{feff}naam;aantal;sinds\r\n'=1+1;12;2024-05-31\r\n"));
    assert!(text.contains("\"a\nb\";12;2024-05-31\r\n"));
    assert!(text.ends_with("\r\n"));
}
