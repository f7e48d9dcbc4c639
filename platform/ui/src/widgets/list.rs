// SPDX-License-Identifier: EUPL-1.2
//! Tables, page links and the history of a thing.

use maud::{Markup, html};

use super::layout::empty;
use crate::icon::icon;
use crate::words::Voice;

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub label: String,
    /// True when it holds figures: they stand to the right.
    pub figures: bool,
}

impl Column {
    /// A column of words.
    pub fn text(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            figures: false,
        }
    }

    /// A column of figures.
    pub fn figures(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            figures: true,
        }
    }
}

/// A table. The first cell of a row names the row; on a phone each row becomes a block with the
/// headings before the cells. The roles are written out because those blocks would lose them.
pub fn table(caption: &str, columns: &[Column], rows: &[Vec<Markup>]) -> Markup {
    captioned(html! { caption { (caption) } }, columns, rows)
}

/// A table under a heading that says what its caption says: that is for who hears the page.
pub fn table_under(caption: &str, columns: &[Column], rows: &[Vec<Markup>]) -> Markup {
    captioned(html! { caption.unseen { (caption) } }, columns, rows)
}

fn captioned(caption: Markup, columns: &[Column], rows: &[Vec<Markup>]) -> Markup {
    html! {
        table.table role="table" {
            (caption)
            thead role="rowgroup" {
                tr role="row" {
                    @for column in columns {
                        th.figures[column.figures] role="columnheader" scope="col" {
                            (column.label)
                        }
                    }
                }
            }
            tbody role="rowgroup" {
                @for row in rows {
                    tr role="row" {
                        @for (index, (cell, column)) in row.iter().zip(columns).enumerate() {
                            @if index == 0 {
                                th role="rowheader" scope="row" data-label=(column.label) { (cell) }
                            } @else {
                                td.figures[column.figures] role="cell" data-label=(column.label) {
                                    (cell)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Where in a long list the reader is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pages {
    /// Number of the first row shown, counted from 1.
    pub from: u64,
    /// Number of the last row shown.
    pub to: u64,
    /// How many there are.
    pub total: u64,
    /// Address of the page before.
    pub previous: Option<String>,
    /// Address of the page after.
    pub next: Option<String>,
}

/// Links to the pages before and after; nothing when all is on one page.
pub fn pages(voice: Voice<'_>, pages: &Pages) -> Markup {
    let counts = [
        ("from", pages.from.to_string()),
        ("to", pages.to.to_string()),
        ("total", pages.total.to_string()),
    ];
    html! {
        @if pages.previous.is_some() || pages.next.is_some() {
            nav.pages aria-label=(voice.say("pages-label")) {
                @if let Some(href) = &pages.previous {
                    a.button rel="prev" href=(href) {
                        (icon("previous")) span { (voice.say("pages-previous")) }
                    }
                }
                p { (voice.with("pages-shown", &counts)) }
                @if let Some(href) = &pages.next {
                    a.button rel="next" href=(href) {
                        span { (voice.say("pages-next")) } (icon("next"))
                    }
                }
            }
        }
    }
}

/// One line of a history.
#[derive(Debug, Clone)]
pub struct Entry {
    /// When, as [`crate::time::moment`] writes it.
    pub at: Markup,
    /// What was done, in a few words.
    pub what: String,
    /// On whose behalf, and in which function.
    pub who: String,
    /// What was said, or what changed; empty markup for nothing.
    pub detail: Markup,
}

/// What happened to a thing, newest first.
pub fn history(voice: Voice<'_>, entries: &[Entry]) -> Markup {
    html! {
        @if entries.is_empty() { (empty(&voice.say("history-empty"), None)) } @else {
            ol.history {
                @for entry in entries {
                    li {
                        p.history-at { (entry.at) }
                        div {
                            p { strong { (entry.what) } }
                            (entry.detail)
                            p.history-who { (entry.who) }
                        }
                    }
                }
            }
        }
    }
}
