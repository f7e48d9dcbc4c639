// SPDX-License-Identifier: EUPL-1.2
//! Two texts side by side, line by line, so that a person sees what to keep.

use maud::{Markup, html};

use crate::words::Voice;

/// One row of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row<'a> {
    Same(&'a str),
    Removed(&'a str),
    Added(&'a str),
}

/// Above so many lines no fine comparison is made: its cost grows with the square.
const MOST_LINES: usize = 400;

/// Draws two texts, old on the left and new on the right. Lines that differ carry a sign and a
/// word besides their colour.
pub fn difference(
    voice: Voice<'_>,
    old_title: &str,
    old: &str,
    new_title: &str,
    new: &str,
) -> Markup {
    let rows = compare(old, new);
    let same = rows.iter().all(|row| matches!(row, Row::Same(_)));
    html! {
        @if same { p.difference-none { (voice.say("difference-none")) } }
        div.difference {
            section { h2 { (old_title) } (side(voice, &rows, false)) }
            section { h2 { (new_title) } (side(voice, &rows, true)) }
        }
    }
}

fn side(voice: Voice<'_>, rows: &[Row<'_>], new: bool) -> Markup {
    html! {
        div.difference-text {
            @for row in rows {
                @match row {
                    Row::Same(line) => p { (line) },
                    Row::Removed(line) => @if !new {
                        p.removed {
                            span.unseen { (voice.say("difference-removed")) ": " }
                            del { (line) }
                        }
                    },
                    Row::Added(line) => @if new {
                        p.added {
                            span.unseen { (voice.say("difference-added")) ": " }
                            ins { (line) }
                        }
                    },
                }
            }
        }
    }
}

/// The longest common run of lines, by the usual table.
fn compare<'a>(old: &'a str, new: &'a str) -> Vec<Row<'a>> {
    let old: Vec<&str> = old.lines().collect();
    let new: Vec<&str> = new.lines().collect();
    if old.len() > MOST_LINES || new.len() > MOST_LINES {
        let removed = old.into_iter().map(Row::Removed);
        return removed.chain(new.into_iter().map(Row::Added)).collect();
    }
    let width = new.len() + 1;
    let mut common = vec![0u32; (old.len() + 1) * width];
    let at = |table: &[u32], row: usize, column: usize| {
        table.get(row * width + column).copied().unwrap_or(0)
    };
    for (row, left) in old.iter().enumerate().rev() {
        for (column, right) in new.iter().enumerate().rev() {
            let length = if left == right {
                at(&common, row + 1, column + 1) + 1
            } else {
                at(&common, row + 1, column).max(at(&common, row, column + 1))
            };
            if let Some(cell) = common.get_mut(row * width + column) {
                *cell = length;
            }
        }
    }
    let (mut row, mut column, mut rows) = (0, 0, Vec::new());
    loop {
        match (old.get(row), new.get(column)) {
            (Some(left), Some(right)) if left == right => {
                rows.push(Row::Same(left));
                row += 1;
                column += 1;
            }
            (Some(left), right)
                if right.is_none()
                    || at(&common, row + 1, column) >= at(&common, row, column + 1) =>
            {
                rows.push(Row::Removed(left));
                row += 1;
            }
            (_, Some(right)) => {
                rows.push(Row::Added(right));
                column += 1;
            }
            _ => return rows,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_stayed_are_found_among_those_that_changed() {
        let rows = compare("a\nb\nc", "a\nx\nc\nd");
        let expected = [
            Row::Same("a"),
            Row::Removed("b"),
            Row::Added("x"),
            Row::Same("c"),
            Row::Added("d"),
        ];
        assert_eq!(rows, expected);
        assert_eq!(compare("", ""), []);
        assert_eq!(compare("", "a"), [Row::Added("a")]);
    }
}
