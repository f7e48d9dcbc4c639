// SPDX-License-Identifier: EUPL-1.2
//! The blocks of a document as they stand on a page: the same on a page of ours and on the page
//! that `platform/print` makes to stand by itself.

use maud::{Markup, html};

use crate::words::Voice;
use paraat_kernel::document::{Align, Block, Column, Fact, Level, Span, Table};

/// The blocks, in order. Headings begin at `h2`: the page has its title.
pub fn document_blocks(blocks: &[Block]) -> Markup {
    html! { @for block in blocks { (self::block(block)) } }
}

/// Links to the same as files: one to work on, one to keep. `here` is the address of the page with
/// what stands behind its question mark.
pub fn document_links(voice: Voice<'_>, here: &str) -> Markup {
    let join = if here.contains('?') { '&' } else { '?' };
    let link = |form: &str, key: &str| {
        html! { a.button href={ (here) (join) "as=" (form) } download { (voice.say(key)) } }
    };
    html! {
        (link("odt", "document-odt"))
        (link("pdf", "document-pdf"))
    }
}

fn block(block: &Block) -> Markup {
    match block {
        Block::Heading { level, text } => match level {
            Level::First => html! { h2 { (text) } },
            Level::Second => html! { h3 { (text) } },
            Level::Third => html! { h4 { (text) } },
        },
        Block::Paragraph { spans } => html! { p { (line(spans)) } },
        Block::List { numbered, items } => {
            let items = html! { @for item in items { li { (line(item)) } } };
            match numbered {
                true => html! { ol { (items) } },
                false => html! { ul { (items) } },
            }
        }
        Block::Table(table) => self::table(table),
        Block::Facts { facts } => self::facts(facts),
        Block::Note { title, paragraphs } => html! {
            div.note role="note" {
                @if !title.is_empty() { p { strong { (title) } } }
                @for spans in paragraphs { p { (line(spans)) } }
            }
        },
        Block::PageBreak => html! { hr.page-break aria-hidden="true"; },
    }
}

fn table(table: &Table) -> Markup {
    html! {
        table.table role="table" {
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
    html! {
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
    html! {
        dl.facts {
            @for fact in facts {
                div { dt { (text(&fact.term)) } dd { (line(&fact.definition)) } }
            }
        }
    }
}

fn line(spans: &[Span]) -> Markup {
    html! {
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
    html! {
        @for (index, line) in text.split('\n').enumerate() {
            @if index > 0 { br; }
            (line)
        }
    }
}
