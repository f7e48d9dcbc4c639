// SPDX-License-Identifier: EUPL-1.2
//! `content.xml`: the text. What it looks like is in `styles.rs`, but for the columns of each
//! table, which follow from what stands in them.

use paraat_kernel::Document;
use paraat_kernel::document::{Align, Block, Fact, Level, Span, Table};

use super::styles;
use super::xml::Xml;
use crate::fit;
use crate::words::Words;

/// Width of the text on an A4 page between our margins, in tenths of a millimetre.
const TEXT_WIDTH: usize = 1_620;

/// The text of the document.
pub(super) fn content(document: &Document) -> String {
    Xml::part("office:document-content", |xml| {
        xml.element("office:automatic-styles", &[], |xml| {
            styles::cells(xml);
            for (number, block) in document.blocks.iter().enumerate() {
                match block {
                    Block::Table(table) => columns(xml, number, &fit::shares(table)),
                    Block::Facts { facts } => columns(xml, number, &fit::fact_shares(facts)),
                    _ => {}
                }
            }
        });
        xml.element("office:body", &[], |xml| {
            xml.element("office:text", &[], |xml| {
                opening(xml, document);
                for (number, block) in document.blocks.iter().enumerate() {
                    self::block(xml, number, block);
                }
            });
        });
    })
}

fn opening(xml: &mut Xml, document: &Document) {
    paragraph(xml, "Title", |xml| xml.say(&document.title));
    if !document.subtitle.is_empty() {
        paragraph(xml, "Subtitle", |xml| xml.say(&document.subtitle));
    }
    let day = Words::of(document.language).day(document.date);
    paragraph(xml, "Date", |xml| {
        xml.say(&day);
        // In the footer too; here it is read out, which a footer is not.
        if !document.marking.is_empty() {
            xml.say(" · ");
            xml.say(&document.marking);
        }
    });
}

fn block(xml: &mut Xml, number: usize, block: &Block) {
    match block {
        Block::Heading { level, text } => heading(xml, *level, text),
        Block::Paragraph { spans } => paragraph(xml, "Text_20_body", |xml| line(xml, spans)),
        Block::List { numbered, items } => {
            let style = if *numbered { "Numbers" } else { "Bullets" };
            xml.element("text:list", &[("text:style-name", style)], |xml| {
                for item in items {
                    xml.element("text:list-item", &[], |xml| {
                        paragraph(xml, "List", |xml| line(xml, item));
                    });
                }
            });
        }
        Block::Table(table) => self::table(xml, number, table),
        Block::Facts { facts } => self::facts(xml, number, facts),
        Block::Note { title, paragraphs } => {
            if !title.is_empty() {
                paragraph(xml, "Note_20_Title", |xml| text(xml, title));
            }
            for spans in paragraphs {
                paragraph(xml, "Note", |xml| line(xml, spans));
            }
        }
        Block::PageBreak => paragraph(xml, "Page_20_Break", |_| {}),
    }
}

fn heading(xml: &mut Xml, level: Level, text: &str) {
    let (style, depth) = match level {
        Level::First => ("Heading_20_1", "1"),
        Level::Second => ("Heading_20_2", "2"),
        Level::Third => ("Heading_20_3", "3"),
    };
    let attributes = [("text:style-name", style), ("text:outline-level", depth)];
    xml.leaf("text:h", &attributes, text);
}

/// The style of a table and of each of its columns, named after the number of its block.
fn columns(xml: &mut Xml, number: usize, shares: &[usize]) {
    let table = [
        ("style:name", format!("T{number}")),
        ("style:family", "table".to_owned()),
    ];
    let width = millimetres(TEXT_WIDTH);
    let look = [
        ("style:width", width.as_str()),
        ("table:align", "margins"),
        ("fo:margin-top", "2mm"),
        ("fo:margin-bottom", "5mm"),
        ("style:may-break-between-rows", "true"),
    ];
    style(xml, &table, "style:table-properties", &look);
    let all: usize = shares.iter().sum::<usize>().max(1);
    for (index, share) in shares.iter().enumerate() {
        let column = [
            ("style:name", format!("T{number}C{index}")),
            ("style:family", "table-column".to_owned()),
        ];
        let width = millimetres((TEXT_WIDTH * share / all).max(1));
        let look = [("style:column-width", width.as_str())];
        style(xml, &column, "style:table-column-properties", &look);
    }
}

fn style(xml: &mut Xml, named: &[(&str, String)], kind: &str, look: &[(&str, &str)]) {
    let named: Vec<(&str, &str)> = named.iter().map(|(k, v)| (*k, v.as_str())).collect();
    xml.element("style:style", &named, |xml| xml.empty(kind, look));
}

fn millimetres(tenths: usize) -> String {
    format!("{}.{}mm", tenths / 10, tenths % 10)
}

fn table(xml: &mut Xml, number: usize, table: &Table) {
    if !table.caption.is_empty() {
        paragraph(xml, "Caption", |xml| xml.say(&table.caption));
    }
    framed(xml, number, table.width(), &table.caption, |xml| {
        if table.columns.iter().any(|column| !column.name.is_empty()) {
            xml.element("table:table-header-rows", &[], |xml| {
                row(xml, |xml| {
                    for column in &table.columns {
                        cell(xml, "HeadCell", head_style(column.align), |xml| {
                            text(xml, &column.name);
                        });
                    }
                });
            });
        }
        for spans in &table.rows {
            row(xml, |xml| {
                for (index, (column, spans)) in table.columns.iter().zip(spans).enumerate() {
                    let names = index == 0 && table.header_column;
                    let style = if names { head_style } else { cell_style };
                    cell(xml, "Cell", style(column.align), |xml| line(xml, spans));
                }
            });
        }
    });
}

/// Two columns, because OpenDocument has no list of terms.
fn facts(xml: &mut Xml, number: usize, facts: &[Fact]) {
    framed(xml, number, 2, "", |xml| {
        for fact in facts {
            row(xml, |xml| {
                let term = head_style(Align::Start);
                cell(xml, "FactCell", term, |xml| text(xml, &fact.term));
                let definition = cell_style(Align::Start);
                cell(xml, "FactCell", definition, |xml| {
                    line(xml, &fact.definition)
                });
            });
        }
    });
}

/// A table with the styles that `columns` made for this block.
fn framed(xml: &mut Xml, number: usize, width: usize, title: &str, rows: impl FnOnce(&mut Xml)) {
    let style = format!("T{number}");
    let attributes = [
        ("table:name", style.as_str()),
        ("table:style-name", style.as_str()),
    ];
    xml.element("table:table", &attributes, |xml| {
        if !title.is_empty() {
            xml.leaf("table:title", &[], title);
        }
        for index in 0..width {
            let column = format!("T{number}C{index}");
            xml.empty("table:table-column", &[("table:style-name", &column)]);
        }
        rows(xml);
    });
}

fn row(xml: &mut Xml, cells: impl FnOnce(&mut Xml)) {
    let style = [("table:style-name", "Row")];
    xml.element("table:table-row", &style, cells);
}

fn cell(xml: &mut Xml, look: &str, style: &str, inside: impl FnOnce(&mut Xml)) {
    let attributes = [("table:style-name", look), ("office:value-type", "string")];
    xml.element("table:table-cell", &attributes, |xml| {
        paragraph(xml, style, inside)
    });
}

fn cell_style(align: Align) -> &'static str {
    match align {
        Align::Start => "Table_20_Contents",
        Align::Centre => "Table_20_Centre",
        Align::End => "Table_20_End",
    }
}

fn head_style(align: Align) -> &'static str {
    match align {
        Align::Start => "Table_20_Heading",
        Align::Centre => "Table_20_Heading_20_Centre",
        Align::End => "Table_20_Heading_20_End",
    }
}

fn paragraph(xml: &mut Xml, style: &str, inside: impl FnOnce(&mut Xml)) {
    xml.element("text:p", &[("text:style-name", style)], inside);
}

fn line(xml: &mut Xml, spans: &[Span]) {
    for span in spans {
        match span {
            Span::Plain { text } => self::text(xml, text),
            Span::Strong { text } => styled(xml, "Strong_20_Emphasis", text),
            Span::Emphasis { text } => styled(xml, "Emphasis", text),
            Span::Link { text, href } => {
                let attributes = [
                    ("xlink:type", "simple"),
                    ("xlink:href", href.as_str()),
                    ("text:style-name", "Internet_20_Link"),
                ];
                xml.element("text:a", &attributes, |xml| self::text(xml, text));
            }
        }
    }
}

fn styled(xml: &mut Xml, style: &str, text: &str) {
    xml.element("text:span", &[("text:style-name", style)], |xml| {
        self::text(xml, text);
    });
}

/// Text with its line breaks. Spaces in a row, and at an end, are one space in
/// OpenDocument or none, unless each is named.
fn text(xml: &mut Xml, text: &str) {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            xml.empty("text:line-break", &[]);
        }
        spaced(xml, line);
    }
}

fn spaced(xml: &mut Xml, line: &str) {
    let mut before = "";
    for (index, word) in line.split(' ').enumerate() {
        match (index, before.is_empty() || word.is_empty()) {
            (0, _) => {}
            (_, true) => xml.empty("text:s", &[]),
            (_, false) => xml.say(" "),
        }
        xml.say(word);
        before = word;
    }
}
