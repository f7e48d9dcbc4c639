// SPDX-License-Identifier: EUPL-1.2
//! A document as a page that stands by itself: no script, no style of its own, readable without
//! any style sheet and by a screen reader.

use maud::{DOCTYPE, Markup, html as markup};
use paraat_kernel::Document;
use paraat_ui::widgets::document_blocks;

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
                main { (document_blocks(&document.blocks)) }
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

#[cfg(test)]
mod tests {
    use paraat_kernel::document::{Block, Column, Span, Table};

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
