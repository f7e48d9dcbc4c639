// SPDX-License-Identifier: EUPL-1.2
//! The file to work on, as another program meets it.
#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

use std::io::{Cursor, Read as _};

use paraat_kernel::document::{Block, Column, Fact, Level, Span, Table};
use paraat_kernel::{Document, Language};
use zip::{CompressionMethod, ZipArchive};

fn document() -> Document {
    let made = "2026-11-25T09:14:00Z".parse().unwrap();
    let date = "2026-11-25".parse().unwrap();
    let mut document = Document::new(Language::En, "Progress <2026> & on", "JenV", date, made);
    document.marking = "TLP:AMBER".to_owned();
    document
}

fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    let mut entry = archive.by_name(name).unwrap();
    entry.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn its_kind_can_be_told_from_its_first_bytes() {
    let file = paraat_print::odt(&document());
    let mut archive = ZipArchive::new(Cursor::new(&file[..])).unwrap();
    let first = archive.by_index(0).unwrap();
    assert_eq!(first.name().unwrap(), "mimetype");
    assert_eq!(first.compression(), CompressionMethod::Stored);
    drop(first);
    // The place where programs that look at the first bytes find it (ODF 1.3, part 2, 3.3).
    assert_eq!(
        &file[30..77],
        b"mimetypeapplication/vnd.oasis.opendocument.text"
    );
    assert_eq!(
        file,
        paraat_print::odt(&document()),
        "equal documents give equal files"
    );
}

#[test]
fn it_carries_its_title_author_language_and_marking() {
    let file = paraat_print::odt(&document());
    let meta = part(&file, "meta.xml");
    assert!(meta.contains("<dc:title>Progress &lt;2026&gt; &amp; on</dc:title>"));
    assert!(meta.contains("<dc:creator>JenV</dc:creator>"));
    assert!(meta.contains("<dc:language>en</dc:language>"));
    let styles = part(&file, "styles.xml");
    assert!(styles.contains(r#"fo:language="en" fo:country="GB""#));
    let footer = styles.split("<style:footer>").nth(1).unwrap();
    assert!(footer.contains("Page <text:page-number"), "{footer}");
    assert!(footer.contains("TLP:AMBER"), "{footer}");
}

#[test]
fn headings_tables_and_lists_have_styles_that_an_organisation_can_change() {
    let mut document = document();
    document.blocks = vec![
        Block::heading(Level::First, "Now"),
        Block::List {
            numbered: true,
            items: vec![vec![Span::strong("One")]],
        },
        Block::Facts {
            facts: vec![Fact::plain("To", "All regions")],
        },
        Block::Table(Table {
            caption: "Means".to_owned(),
            columns: vec![Column::texts("What"), Column::numbers("Number")],
            rows: vec![vec![
                vec![Span::plain("Pumps\nlarge")],
                vec![Span::plain("3")],
            ]],
            header_column: true,
        }),
    ];
    let file = paraat_print::odt(&document);
    let content = part(&file, "content.xml");
    for wanted in [
        r#"<text:h text:style-name="Heading_20_1" text:outline-level="1">Now</text:h>"#,
        r#"<text:list text:style-name="Numbers">"#,
        r#"<text:span text:style-name="Strong_20_Emphasis">One</text:span>"#,
        r#"<table:table-header-rows>"#,
        r#"<text:p text:style-name="Table_20_Heading">Pumps<text:line-break/>large</text:p>"#,
        r#"<text:p text:style-name="Table_20_End">3</text:p>"#,
    ] {
        assert!(content.contains(wanted), "{wanted} in {content}");
    }
    let styles = part(&file, "styles.xml");
    for text in [&content, &styles] {
        for used in text.split("text:style-name=\"").skip(1) {
            let name = used.split('"').next().unwrap();
            let declared = format!("style:name=\"{name}\"");
            assert!(styles.contains(&declared), "there is no style {name}");
        }
    }
}
