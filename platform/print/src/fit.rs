// SPDX-License-Identifier: EUPL-1.2
//! How wide the columns of a table are, from what stands in them: one answer for every form.

use paraat_kernel::document::{Fact, Spans, Table};

/// Narrowest and widest share of a column, in characters.
const NARROW: usize = 4;
const WIDE: usize = 45;

/// What the space between two columns takes, in characters.
const GAP: usize = 3;

/// What fits beside each other on a line of a table, in characters.
const LINE: usize = 100;

/// How much room a text has for words that cannot be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Width {
    /// A line of the page, or a column that is as wide as its texts want.
    Line,
    /// A column that is narrower.
    Narrow,
}

/// From this many characters on a word can be broken, so that it asks no wider column.
const WORD: usize = 20;

/// The share of each column in the width of its table.
pub(crate) fn shares(table: &Table) -> Vec<usize> {
    let mut shares = vec![NARROW; table.width()];
    for (share, column) in shares.iter_mut().zip(&table.columns) {
        *share = wanted(&column.name).max(*share);
    }
    for row in &table.rows {
        for (share, spans) in shares.iter_mut().zip(row) {
            *share = cell(spans).max(*share);
        }
    }
    shares.iter_mut().for_each(|share| *share += GAP);
    shares
}

/// How much room the texts of a table have.
pub(crate) fn width(table: &Table) -> Width {
    match shares(table).iter().sum::<usize>() {
        ..=LINE => Width::Line,
        _ => Width::Narrow,
    }
}

/// The shares of terms and of what holds for them.
pub(crate) fn fact_shares(facts: &[Fact]) -> [usize; 2] {
    let terms = facts.iter().map(|fact| fact.term.chars().count());
    let term = terms.max().unwrap_or(0).clamp(12, 30) + GAP;
    [term, 80 - term]
}

/// What a cell asks: all of a short text, part of a long one.
fn cell(spans: &Spans) -> usize {
    let length: usize = spans.iter().map(|span| span.text().chars().count()).sum();
    length.min(WIDE)
}

/// What the name of a column asks: its longest word, because a name may take more lines.
fn wanted(name: &str) -> usize {
    let words = name.split_whitespace().map(|word| word.chars().count());
    (words.max().unwrap_or(0) + 1).min(WORD)
}

#[cfg(test)]
mod tests {
    use super::*;
    use paraat_kernel::document::{Column, Span};

    #[test]
    fn long_texts_get_more_room_than_numbers() {
        let table = Table {
            columns: vec![Column::numbers("Nr"), Column::texts("Wat er gebeurde")],
            rows: vec![vec![
                vec![Span::plain("17")],
                vec![Span::plain("woord ".repeat(40))],
            ]],
            ..Table::default()
        };
        assert_eq!(shares(&table), [NARROW + GAP, WIDE + GAP]);
    }
}
