// SPDX-License-Identifier: EUPL-1.2
//! Headings, panels, buttons, notices and figures.

use maud::{Markup, html};

use super::sign::{Mark, Tone, mark};
use crate::icon::icon;

/// What everyone must know now: a change of phase, a disk that is full. Never for a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Banner {
    /// How serious it is.
    pub tone: Tone,
    /// What is the matter, in a few words.
    pub title: String,
    /// What it means and what to do.
    pub text: String,
    /// Where to read on: address and words.
    pub link: Option<(String, String)>,
}

/// The shape that belongs to a colour when nothing else is said.
fn usual_mark(tone: Tone) -> Mark {
    match tone {
        Tone::Neutral | Tone::Info | Tone::Good => Mark::Dot,
        Tone::Elevated => Mark::Square,
        Tone::Serious => Mark::Diamond,
        Tone::Critical => Mark::Triangle,
    }
}

/// A banner across the page.
pub fn banner(banner: &Banner) -> Markup {
    html! {
        section class={ "banner tone-" (banner.tone.name()) } aria-label=(banner.title) {
            (mark(usual_mark(banner.tone)))
            p {
                strong { (banner.title) } " " (banner.text)
                @if let Some((href, words)) = &banner.link { " " a href=(href) { (words) } }
            }
        }
    }
}

/// A remark within a page.
pub fn notice(tone: Tone, title: &str, body: Markup) -> Markup {
    html! {
        div class={ "notice tone-" (tone.name()) } {
            (mark(usual_mark(tone)))
            div { @if !title.is_empty() { strong { (title) } } div { (body) } }
        }
    }
}

/// The head of a page: its one `h1`, a line beside it, and its buttons.
pub fn page_bar(title: &str, beside: Markup, actions: Markup) -> Markup {
    html! {
        div.page-bar {
            h1 { (title) }
            div.page-beside { (beside) }
            div.page-actions { (actions) }
        }
    }
}

/// A part of a page under its own `h2`. Parts touch; there are no floating cards.
pub fn panel(id: &str, title: &str, beside: Markup, body: Markup) -> Markup {
    html! {
        section.panel aria-labelledby={ (id) "-title" } #(id) {
            div.panel-head { h2 id={ (id) "-title" } { (title) } div.panel-beside { (beside) } }
            div.panel-body { (body) }
        }
    }
}

/// A link that looks like a button; `primary` for the one main act of a page.
pub fn button_link(href: &str, icon_name: &str, label: &str, primary: bool) -> Markup {
    html! {
        a.button.primary[primary] href=(href) {
            @if !icon_name.is_empty() { (icon(icon_name)) }
            span { (label) }
        }
    }
}

/// A form with nothing but a button and hidden values, for an act that asks nothing.
pub fn post_button(action: &str, hidden: &[(&str, &str)], label: &str, primary: bool) -> Markup {
    html! {
        form.post-button action=(action) method="post" {
            @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
            button.button.primary[primary] { (label) }
        }
    }
}

/// One of several ways to see the same rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub label: String,
    /// Name of its icon.
    pub icon: &'static str,
    /// True for the one on screen.
    pub current: bool,
}

/// Links between ways to see the same rows: tree, board, timeline.
pub fn views(label: &str, views: &[View]) -> Markup {
    html! {
        nav.views aria-label=(label) {
            ul {
                @for view in views {
                    @let current = view.current.then_some("page");
                    li {
                        a href=(view.href) aria-current=[current] {
                            (icon(view.icon)) span { (view.label) }
                        }
                    }
                }
            }
        }
    }
}

/// Facts in pairs: what it is, and what it is for this thing.
pub fn facts(pairs: &[(String, Markup)]) -> Markup {
    html! {
        dl.facts {
            @for (name, value) in pairs { div { dt { (name) } dd { (value) } } }
        }
    }
}

/// One figure of a row of figures.
#[derive(Debug, Clone)]
pub struct Figure {
    /// What is counted.
    pub label: String,
    /// The figure, with decimal comma or point as the language has it.
    pub value: String,
    /// What it is counted in, or out of how many.
    pub unit: String,
    /// A tag, or where to read on; empty markup for none.
    pub beside: Markup,
}

/// A row of figures.
pub fn figures(label: &str, figures: &[Figure]) -> Markup {
    html! {
        section.figures aria-label=(label) {
            @for figure in figures {
                div {
                    p.figure-label { span { (figure.label) } (figure.beside) }
                    p.figure-value { (figure.value) " " small { (figure.unit) } }
                }
            }
        }
    }
}

/// What stands where a list has nothing: one sentence and one thing to do.
pub fn empty(sentence: &str, action: Option<(&str, &str)>) -> Markup {
    html! {
        div.empty {
            p { (sentence) }
            @if let Some((href, label)) = action { (button_link(href, "", label, false)) }
        }
    }
}
