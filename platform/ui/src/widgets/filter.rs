// SPDX-License-Identifier: EUPL-1.2
//! The bar of filters above a list. It is a form that is sent by GET, so that the filters stand
//! in the address and can be passed on.

use maud::{Markup, html};

use super::ask::Choice;
use crate::icon::icon;
use crate::words::Voice;

/// One filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Name in the address.
    pub name: String,
    /// What is chosen.
    pub label: String,
    /// The values, without the one for "all", which is always there.
    pub choices: Vec<Choice>,
    /// The value chosen, empty for all.
    pub chosen: String,
}

/// The bar.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FilterBar {
    /// The page it filters, without query.
    pub action: String,
    /// A box for words: name in the address, and what stands in it; none for no box.
    pub text: Option<(String, String)>,
    /// The filters.
    pub filters: Vec<Filter>,
    /// What else must stay in the address (`view`, `sort`).
    pub hidden: Vec<(String, String)>,
    /// How many rows there are with these filters.
    pub count: u64,
}

impl FilterBar {
    /// How many filters are in use.
    fn used(&self) -> usize {
        let chosen = self.filters.iter().filter(|it| !it.chosen.is_empty());
        let typed = self.text.iter().filter(|(_, text)| !text.is_empty());
        chosen.count() + typed.count()
    }

    fn cleared(&self) -> String {
        let kept: Vec<String> = self
            .hidden
            .iter()
            .map(|(name, value)| format!("{name}={}", crate::page::encode(value)))
            .collect();
        if kept.is_empty() {
            self.action.clone()
        } else {
            format!("{}?{}", self.action, kept.join("&"))
        }
    }
}

/// Draws the bar, the count and the way to clear it. On a phone the filters fold away; on a wide
/// screen the style sheet keeps them in view.
pub fn filter_bar(voice: Voice<'_>, bar: &FilterBar) -> Markup {
    let count = voice.with("filter-count", &[("count", bar.count.to_string())]);
    let used = bar.used();
    html! {
        form.filter-bar action=(bar.action) method="get" role="search"
            aria-label=(voice.say("filter-label")) {
            @for (name, value) in &bar.hidden {
                input type="hidden" name=(name) value=(value);
            }
            details.filter-fold {
                summary {
                    (icon("filter")) span { (voice.say("filter-label")) }
                    @if used > 0 {
                        " " span.muted {
                            (voice.with("filter-used", &[("count", used.to_string())]))
                        }
                    }
                }
                div.filter-fields { (fields(voice, bar)) }
            }
            p.filter-count {
                (count)
                @if used > 0 { " " a href=(bar.cleared()) { (voice.say("filter-clear")) } }
            }
        }
    }
}

fn fields(voice: Voice<'_>, bar: &FilterBar) -> Markup {
    html! {
        @if let Some((name, value)) = &bar.text {
            div.filter {
                label for={ "filter-" (name) } { (voice.say("filter-text")) }
                input type="search" id={ "filter-" (name) } name=(name) value=(value)
                    autocomplete="off" maxlength="200";
            }
        }
        @for filter in &bar.filters { (select(voice, filter)) }
        button.button type="submit" { (voice.say("filter-apply")) }
    }
}

fn select(voice: Voice<'_>, filter: &Filter) -> Markup {
    html! {
        div.filter.chosen[!filter.chosen.is_empty()] {
            label for={ "filter-" (filter.name) } { (filter.label) }
            select id={ "filter-" (filter.name) } name=(filter.name) {
                option value="" { (voice.say("filter-any")) }
                @for choice in &filter.choices {
                    option value=(choice.value) selected[choice.value == filter.chosen] {
                        (choice.label)
                    }
                }
            }
        }
    }
}
