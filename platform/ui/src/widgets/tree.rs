// SPDX-License-Identifier: EUPL-1.2
//! A tree as nested lists that fold, with headings, so that it can be read and walked through by
//! any means.

use maud::{Markup, html};

/// One branch: with children it folds, without it is a line.
#[derive(Debug, Clone)]
pub struct Branch {
    /// Its id on the page, without spaces.
    pub id: String,
    /// What it says: a name, often as a link.
    pub title: Markup,
    /// What stands beside it: tags, counts, a lead.
    pub beside: Markup,
    /// True when it stands open at first.
    pub open: bool,
    /// What belongs under it.
    pub children: Vec<Branch>,
}

/// Draws a tree; the first level gets `h2`, the next `h3` and so on.
pub fn tree(label: &str, branches: &[Branch]) -> Markup {
    html! { div.tree role="group" aria-label=(label) { (level(branches, 2)) } }
}

fn level(branches: &[Branch], depth: u8) -> Markup {
    html! {
        ul class={ "tree-level tree-depth-" (depth) } {
            @for branch in branches {
                li #(branch.id) {
                    @if branch.children.is_empty() {
                        div.tree-leaf {
                            span.tree-title { (branch.title) }
                            span.tree-beside { (branch.beside) }
                        }
                    } @else {
                        details open[branch.open] {
                            summary {
                                (heading(depth, &branch.title))
                                span.tree-beside { (branch.beside) }
                            }
                            (level(&branch.children, depth.saturating_add(1)))
                        }
                    }
                }
            }
        }
    }
}

fn heading(depth: u8, title: &Markup) -> Markup {
    html! {
        @match depth {
            2 => h2.tree-title { (title) },
            3 => h3.tree-title { (title) },
            4 => h4.tree-title { (title) },
            _ => span.tree-title { (title) },
        }
    }
}
