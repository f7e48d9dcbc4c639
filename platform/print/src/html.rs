// SPDX-License-Identifier: EUPL-1.2
//! A document as a page that stands by itself: no script, no style of its own, readable without
//! any style sheet and by a screen reader.

use maud::{DOCTYPE, Markup, html as markup};
use paraat_kernel::Document;
use paraat_kernel::document::{Align, Block, Column, Fact, Level, Span, Table};

use crate::prepare::prepare;
use crate::words::Words;

/// The page. The address of a style sheet is linked when there is one; the classes it can use are
/// `marking`, `organisation`, `subtitle`, `facts`, `note`, `page-break`, `cell-end`, `cell-centre`.
///
/// ```
/// use paraat_kernel::{Document, Language};
///
/// let made = "2026-11-25T09:14:00Z".parse()?;
/// let document = Document::new(Language::Nl, "R&D", "JenV", "2026-11-25".parse()?, made);
/// let page = paraat_print::html(&document, None);
/// assert!(page.contains("<h1>R&amp;D</h1>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn html(document: &Document, stylesheet: Option<&str>) -> String {
    let document = prepare(document);
    let page = markup! {
        (DOCTYPE)
        html lang=(document.language.code()) {
            (head(&document, stylesheet))
            body {
                (header(&document))
                main { @for block in &document.blocks { (self::block(block)) } }
                @if !document.marking.is_empty() {
                    footer { p.marking { (document.marking) } }
                }
            }
        }
    };
    page.into_string()
}

fn head(document: &Document, stylesheet: Option<&str>) -> Markup {
    markup! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            title { (document.title) }
            @if !document.author.is_empty() { meta name="author" content=(document.author); }
            @if !document.subject.is_empty() {
                meta name="description" content=(document.subject);
            }
            @if let Some(href) = stylesheet { link rel="stylesheet" href=(href); }
        }
    }
}

fn header(document: &Document) -> Markup {
    let date = document.date;
    markup! {
        header {
            @if !document.marking.is_empty() { p.marking { (document.marking) } }
            @if !document.author.is_empty() { p.organisation { (document.author) } }
            h1 { (document.title) }
            @if !document.subtitle.is_empty() { p.subtitle { (document.subtitle) } }
            p { time datetime=(date) { (Words::of(document.language).day(date)) } }
        }
    }
}

fn block(block: &Block) -> Markup {
    match block {
        Block::Heading { level, text } => match level {
            Level::First => markup! { h2 { (text) } },
            Level::Second => markup! { h3 { (text) } },
            Level::Third => markup! { h4 { (text) } },
        },
        Block::Paragraph { spans } => markup! { p { (line(spans)) } },
        Block::List { numbered, items } => {
            let items = markup! { @for item in items { li { (line(item)) } } };
            match numbered {
                true => markup! { ol { (items) } },
                false => markup! { ul { (items) } },
            }
        }
        Block::Table(table) => self::table(table),
        Block::Facts { facts } => self::facts(facts),
        Block::Note { title, paragraphs } => markup! {
            div.note role="note" {
                @if !title.is_empty() { p { strong { (title) } } }
                @for spans in paragraphs { p { (line(spans)) } }
            }
        },
        Block::PageBreak => markup! { hr.page-break aria-hidden="true"; },
    }
}

fn table(table: &Table) -> Markup {
    markup! {
        table {
            @if !table.caption.is_empty() { caption { (table.caption) } }
            @if table.columns.iter().any(|column| !column.name.is_empty()) {
                thead { tr { @for column in &table.columns { (column_head(column)) } } }
            }
            tbody {
                @for row in &table.rows {
                    tr {
                        @for (index, (column, spans)) in table.columns.iter().zip(row).enumerate() {
                            @if index == 0 && table.header_column && !spans.is_empty() {
                                th scope="row" class=[class(column)] { (line(spans)) }
                            } @else {
                                td class=[class(column)] { (line(spans)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A column without a name gets no `th`: there is nothing to read out with its cells.
fn column_head(column: &Column) -> Markup {
    markup! {
        @if column.name.is_empty() {
            td {}
        } @else {
            th scope="col" class=[class(column)] { (text(&column.name)) }
        }
    }
}

fn class(column: &Column) -> Option<&'static str> {
    match column.align {
        Align::Start => None,
        Align::Centre => Some("cell-centre"),
        Align::End => Some("cell-end"),
    }
}

fn facts(facts: &[Fact]) -> Markup {
    markup! {
        dl.facts {
            @for fact in facts {
                div { dt { (text(&fact.term)) } dd { (line(&fact.definition)) } }
            }
        }
    }
}

fn line(spans: &[Span]) -> Markup {
    markup! {
        @for span in spans {
            @match span {
                Span::Plain { text } => (self::text(text)),
                Span::Strong { text } => strong { (self::text(text)) },
                Span::Emphasis { text } => em { (self::text(text)) },
                Span::Link { text, href } => a href=(href) { (self::text(text)) },
            }
        }
    }
}

/// Text with its line breaks.
fn text(text: &str) -> Markup {
    markup! {
        @for (index, line) in text.split('\n').enumerate() {
            @if index > 0 { br; }
            (line)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arbitrary;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_text_breaks_out_of_its_element(document in arbitrary::document()) {
            let page = html(&document, Some("/a.css"));
            let wrong = unbalanced(&page);
            prop_assert!(wrong.is_none(), "{wrong:?} in {page}");
            prop_assert!(!page.contains("javascript:") || !page.contains("href=\"javascript:"));
        }
    }

    /// The first tag that closes what is not open, or what stays open.
    fn unbalanced(page: &str) -> Option<String> {
        const VOID: [&str; 5] = ["!DOCTYPE", "meta", "link", "br", "hr"];
        let mut open = Vec::new();
        for tag in page.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap();
            let name = tag.split(' ').next().unwrap();
            if let Some(name) = name.strip_prefix('/') {
                if open.pop() != Some(name) {
                    return Some(name.to_owned());
                }
            } else if !VOID.contains(&name) {
                open.push(name);
            }
        }
        open.pop().map(str::to_owned)
    }

    #[test]
    fn a_table_says_what_its_heads_are_about() {
        let mut document = arbitrary::empty();
        document.blocks = vec![Block::Table(Table {
            caption: "Inzet".to_owned(),
            columns: vec![Column::texts("Regio"), Column::numbers("Aantal")],
            header_column: true,
            rows: vec![vec![vec![Span::plain("VR 23")], vec![Span::strong("7")]]],
        })];
        let page = html(&document, None);
        for part in [
            r#"<html lang="nl">"#,
            "<caption>Inzet</caption>",
            r#"<th scope="col">Regio</th>"#,
            r#"<th scope="row">VR 23</th>"#,
            r#"<td class="cell-end"><strong>7</strong></td>"#,
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert!(!page.contains("style"), "{page}");
    }
}
