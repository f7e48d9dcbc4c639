// SPDX-License-Identifier: EUPL-1.2
//! A board: one column per state, the things in that state as lines under it.

use maud::{Markup, html};

use crate::words::Voice;

/// One thing on a board.
#[derive(Debug, Clone)]
pub struct BoardCard {
    /// Where it leads.
    pub href: String,
    /// Its name.
    pub title: String,
    /// A short number or code before the name; empty for none.
    pub number: String,
    /// Tags, lead, age.
    pub beside: Markup,
}

/// One column of a board.
#[derive(Debug, Clone)]
pub struct BoardColumn {
    /// Id on the page, without spaces.
    pub id: String,
    /// Its state, as [`super::tag`] draws it or as a word.
    pub heading: Markup,
    /// What stands in it.
    pub cards: Vec<BoardCard>,
}

/// Draws a board.
pub fn board(voice: Voice<'_>, label: &str, columns: &[BoardColumn]) -> Markup {
    html! {
        div.board role="group" aria-label=(label) {
            @for column in columns {
                @let count = column.cards.len().to_string();
                section.board-column aria-labelledby={ (column.id) "-title" } #(column.id) {
                    h2 id={ (column.id) "-title" } {
                        (column.heading)
                        span.count aria-hidden="true" { (count) }
                        span.unseen { ", " (voice.with("board-count", &[("count", count)])) }
                    }
                    @if column.cards.is_empty() {
                        p.board-empty { (voice.say("board-empty")) }
                    } @else {
                        ul { @for card in &column.cards { li { (draw(card)) } } }
                    }
                }
            }
        }
    }
}

fn draw(card: &BoardCard) -> Markup {
    html! {
        a href=(card.href) {
            @if !card.number.is_empty() { span.number { (card.number) } " " }
            (card.title)
        }
        div.board-beside { (card.beside) }
    }
}
