// SPDX-License-Identifier: EUPL-1.2
//! What every form needs of a document before it can be made of it: text that a file can hold,
//! headings that follow each other, links that lead somewhere.

use paraat_kernel::Document;
use paraat_kernel::document::{Block, Level, Span, Spans, Table};

use crate::fit::{self, Width};
use crate::words::Words;

/// More than this is no heading any more (the index of a PDF holds 16,383 characters at most,
/// ISO 19005-2, 6.1.13), and becomes a paragraph.
const HEADING: usize = 500;

/// Longest text among the properties of a file; there it is cut, in the document it is whole.
const PROPERTY: usize = 250;

/// Longest text in the header or footer of a page, where it takes two lines at most.
const EDGE: usize = 60;

/// Longest address of a link, after which only its text is shown.
const HREF: usize = 2_000;

/// Stands where a character cannot.
pub(crate) const REPLACEMENT: char = '\u{FFFD}';

/// The document as it is made: same text, same order, nothing in it that breaks a form.
pub(crate) fn prepare(document: &Document) -> Document {
    let mut document = document.clone();
    each_text(&mut document, &mut |text, _| clean(text));
    let lines = [
        &mut document.title,
        &mut document.subtitle,
        &mut document.subject,
        &mut document.author,
        &mut document.marking,
    ];
    for text in lines {
        *text = one_line(text);
    }
    if document.title.is_empty() {
        let untitled = Words::of(document.language).untitled;
        untitled.clone_into(&mut document.title);
    }
    document.blocks = blocks(document.blocks);
    document
}

/// A text as a property of a file: cut where it is too long for one.
pub(crate) fn property(text: &str) -> String {
    cut(text, PROPERTY)
}

/// A text as it stands at the edge of each page.
pub(crate) fn edge(text: &str) -> String {
    cut(text, EDGE)
}

fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
    }
}

/// Changes every text that is shown, by what room it has.
pub(crate) fn each_text(document: &mut Document, change: &mut dyn FnMut(&mut String, Width)) {
    change(&mut document.title, Width::Line);
    change(&mut document.subtitle, Width::Line);
    change(&mut document.subject, Width::Line);
    change(&mut document.author, Width::Line);
    change(&mut document.marking, Width::Line);
    let blocks = &mut document.blocks;
    blocks.iter_mut().for_each(|block| in_block(block, change));
}

fn in_block(block: &mut Block, change: &mut dyn FnMut(&mut String, Width)) {
    let width = match block {
        Block::Table(table) => fit::width(table),
        _ => Width::Line,
    };
    let mut change = |text: &mut String| change(text, width);
    match block {
        Block::Heading { text, .. } | Block::Note { title: text, .. } => change(text),
        Block::Table(table) => {
            change(&mut table.caption);
            let names = table.columns.iter_mut().map(|column| &mut column.name);
            names.for_each(&mut change);
        }
        Block::Facts { facts } => facts.iter_mut().for_each(|fact| change(&mut fact.term)),
        Block::Paragraph { .. } | Block::List { .. } | Block::PageBreak => {}
    }
    for span in spans_of(block) {
        settle(span);
        match span {
            Span::Plain { text }
            | Span::Strong { text }
            | Span::Emphasis { text }
            | Span::Link { text, .. } => change(text),
        }
    }
}

/// Puts in the place of each link its text, with where it leads behind it.
pub(crate) fn unlink(document: &mut Document) {
    let all = document.blocks.iter_mut().flat_map(spans_of);
    for span in all {
        if let Span::Link { text, href } = span {
            let shown = if text == href {
                std::mem::take(text)
            } else {
                format!("{text} ({href})")
            };
            *span = Span::plain(shown);
        }
    }
}

/// Every span of a block.
fn spans_of(block: &mut Block) -> Vec<&mut Span> {
    match block {
        Block::Paragraph { spans } => spans.iter_mut().collect(),
        Block::List { items, .. } => items.iter_mut().flatten().collect(),
        Block::Table(table) => table.rows.iter_mut().flatten().flatten().collect(),
        Block::Facts { facts } => {
            let definitions = facts.iter_mut().map(|fact| &mut fact.definition);
            definitions.flatten().collect()
        }
        Block::Note { paragraphs, .. } => paragraphs.iter_mut().flatten().collect(),
        Block::Heading { .. } | Block::PageBreak => Vec::new(),
    }
}

/// Gives a link without text its address as text, and one that leads nowhere no address.
fn settle(span: &mut Span) {
    if let Span::Link { text, href } = span {
        if text.trim().is_empty() {
            href.clone_into(text);
        }
        if !leads(href) {
            *span = Span::plain(std::mem::take(text));
        }
    }
}

/// True for an address that leads somewhere from any place, and only to where a reader expects:
/// no script, no file of this machine.
fn leads(href: &str) -> bool {
    const SCHEMES: [&str; 4] = ["https://", "http://", "mailto:", "tel:"];
    let bad =
        |char: char| char.is_whitespace() || char.is_control() || "<>\"\\^`{|}".contains(char);
    let known = |scheme: &&str| {
        let (start, rest) = (href.get(..scheme.len()), href.get(scheme.len()..));
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && rest.is_some_and(|rest| !rest.is_empty())
    };
    href.len() <= HREF && !href.contains(bad) && SCHEMES.iter().any(known)
}

/// Takes out of a text what XML 1.0 or a PDF for archives cannot hold. What had a meaning for a
/// reader keeps it; what can only confuse (marks that turn the direction of reading) goes.
fn clean(text: &mut String) {
    let plain = |char: char| matches!(char, ' '..='~' | '\u{A0}'..='\u{24F}' | '\n');
    if text.chars().all(plain) {
        return;
    }
    *text = text.replace("\r\n", "\n");
    *text = text.chars().filter_map(cleaned).collect();
}

fn cleaned(char: char) -> Option<char> {
    match char {
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => None,
        '\u{FDD0}'..='\u{FDEF}' => Some(REPLACEMENT),
        _ if char.is_control() || u32::from(char) & 0xFFFE == 0xFFFE => Some(REPLACEMENT),
        _ => Some(char),
    }
}

/// A text on one line, single spaces between its words.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn blocks(blocks: Vec<Block>) -> Vec<Block> {
    let mut depth = 0u8;
    let mut made: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block {
            Block::Heading { level, text } => made.extend(heading(level, &text, &mut depth)),
            Block::Table(table) => made.extend(whole(table)),
            // A break at the start, or after another, would make an empty page.
            Block::PageBreak if matches!(made.last(), None | Some(Block::PageBreak)) => {}
            Block::List { items, .. } if items.is_empty() => {}
            Block::Facts { facts } if facts.is_empty() => {}
            Block::Note { title, paragraphs } if title.trim().is_empty() && empty(&paragraphs) => {}
            other => made.push(other),
        }
    }
    if matches!(made.last(), Some(Block::PageBreak)) {
        made.pop();
    }
    made
}

/// A heading at most one level below the one before it (PDF/UA-1, 7.4.2), or what it is instead.
fn heading(level: Level, text: &str, depth: &mut u8) -> Option<Block> {
    let text = one_line(text);
    if text.is_empty() {
        return None;
    }
    if text.chars().count() > HEADING {
        let spans = vec![Span::strong(text)];
        return Some(Block::Paragraph { spans });
    }
    let number = u8::from(level).min(*depth + 1);
    let level = Level::try_from(number).unwrap_or(level);
    *depth = number;
    Some(Block::Heading { level, text })
}

/// A table with rows and columns of equal length, or its caption when there is nothing in it.
fn whole(mut table: Table) -> Option<Block> {
    table.caption = one_line(&table.caption);
    let width = table.width();
    let unnamed = table.columns.iter().all(|column| column.name.is_empty());
    if width == 0 || (table.rows.is_empty() && unnamed) {
        return (!table.caption.is_empty()).then(|| Block::paragraph(table.caption));
    }
    table.columns.resize_with(width, Default::default);
    for row in &mut table.rows {
        row.resize_with(width, Spans::new);
    }
    Some(Block::Table(table))
}

fn empty(paragraphs: &[Spans]) -> bool {
    let mut spans = paragraphs.iter().flatten();
    spans.all(|span| span.text().trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use paraat_kernel::Language;

    fn prepared(blocks: Vec<Block>) -> Vec<Block> {
        let made = "2026-11-25T09:14:00Z".parse().unwrap();
        let date = "2026-11-25".parse().unwrap();
        let mut document = Document::new(Language::Nl, " \n", "JenV", date, made);
        document.blocks = blocks;
        let document = prepare(&document);
        assert_eq!(document.title, "Zonder titel");
        document.blocks
    }

    #[test]
    fn without_links_a_reader_still_sees_where_they_lead() {
        let spans = vec![
            Span::link("Handboek", "https://a.example/"),
            Span::link("https://b.example/", "https://b.example/"),
        ];
        let mut document = crate::arbitrary::empty();
        document.blocks = vec![Block::Paragraph { spans }];
        unlink(&mut document);
        let shown = ["Handboek (https://a.example/)", "https://b.example/"].map(Span::plain);
        let spans = shown.to_vec();
        assert_eq!(document.blocks, [Block::Paragraph { spans }]);
    }

    #[test]
    fn headings_skip_no_level() {
        let levels = [Level::Third, Level::First, Level::Third, Level::Third];
        let blocks = levels.map(|level| Block::heading(level, "x")).to_vec();
        let found = prepared(blocks).into_iter().map(|block| match block {
            Block::Heading { level, .. } => u8::from(level),
            _ => 0,
        });
        assert_eq!(found.collect::<Vec<_>>(), [1, 1, 2, 3]);
    }

    #[test]
    fn a_heading_without_text_goes_and_an_endless_one_becomes_a_paragraph() {
        let blocks = vec![
            Block::heading(Level::First, " \u{2028} "),
            Block::heading(Level::First, "x".repeat(501)),
        ];
        let found = prepared(blocks);
        assert!(matches!(found[..], [Block::Paragraph { .. }]));
    }

    #[test]
    fn a_link_that_leads_nowhere_is_text_only() {
        let hrefs = [
            "javascript:alert(1)",
            "/agenda",
            "https://",
            "file:///etc/passwd",
            "https://a b",
            "HTTPS://a.example/ë?q=1#x",
            "mailto:a@b.example",
        ];
        let spans: Spans = hrefs.map(|href| Span::link("tekst", href)).to_vec();
        let [Block::Paragraph { spans }] = &prepared(vec![Block::Paragraph { spans }])[..] else {
            panic!("no paragraph");
        };
        let links = spans.iter().map(|it| matches!(it, Span::Link { .. }));
        let expected = [false, false, false, false, false, true, true];
        assert_eq!(links.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn text_loses_what_a_file_cannot_hold_and_nothing_else() {
        let mut text = "a\tb\r\nc\u{0}d\u{202E}e\u{FFFF}f é – €".to_owned();
        clean(&mut text);
        assert_eq!(text, "a b\nc\u{FFFD}de\u{FFFD}f é – €");
    }

    #[test]
    fn breaks_make_no_empty_page() {
        let blocks = vec![
            Block::PageBreak,
            Block::paragraph("a"),
            Block::PageBreak,
            Block::PageBreak,
            Block::paragraph("b"),
            Block::PageBreak,
        ];
        let found = prepared(blocks);
        assert_eq!(found.len(), 3);
        assert_eq!(found[1], Block::PageBreak);
    }

    #[test]
    fn rows_have_a_cell_for_each_column() {
        let table = Table {
            rows: vec![vec![vec![Span::plain("a")]; 3], Vec::new()],
            ..Table::default()
        };
        let [Block::Table(table)] = &prepared(vec![Block::Table(table)])[..] else {
            panic!("no table");
        };
        assert_eq!(table.columns.len(), 3);
        assert!(table.rows.iter().all(|row| row.len() == 3));
    }

    #[test]
    fn a_property_is_cut_between_characters() {
        assert_eq!(property("kort"), "kort");
        assert_eq!(property(&"é".repeat(300)).chars().count(), 251);
    }
}
