// SPDX-License-Identifier: EUPL-1.2
//! Pages for when something does not go: what is the matter, why, and what to do now.

use maud::{Markup, html};

use super::layout::{button_link, page_bar};
use crate::words::Voice;

/// What to show on the page of a problem.
#[derive(Debug, Clone, Default)]
pub struct Trouble {
    /// Status of the answer; one without words of its own is shown as 400 or 500.
    pub status: u16,
    /// Why, as sentences; empty when there is nothing to add.
    pub reasons: Vec<String>,
    /// What an administrator can find it by.
    pub reference: Option<String>,
    /// Where to go on: address and words.
    pub way_on: Option<(String, String)>,
    /// What else helps: a form with what was typed, a comparison.
    pub more: Option<Markup>,
}

const KNOWN: [u16; 13] = [
    400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428, 429, 503,
];

/// The key of the words for a status.
fn stem(status: u16) -> String {
    match status {
        known if KNOWN.contains(&known) => format!("problem-{known}"),
        500.. => "problem-500".to_owned(),
        _ => "problem-400".to_owned(),
    }
}

/// The content of the page of a problem.
pub fn problem_page(voice: Voice<'_>, trouble: &Trouble) -> Markup {
    let stem = stem(trouble.status);
    html! {
        div.problem data-problem=(trouble.status) {
            (page_bar(&voice.say(&format!("{stem}-title")), html! {}, html! {}))
            div.prose {
                p { (voice.say(&format!("{stem}-do"))) }
                @if !trouble.reasons.is_empty() {
                    h2 { (voice.say("problem-reasons")) }
                    ul { @for reason in &trouble.reasons { li { (reason) } } }
                }
                @if let Some(reference) = &trouble.reference {
                    p.reference {
                        (voice.with("problem-reference", &[("reference", reference.clone())]))
                    }
                }
                @if let Some((href, label)) = &trouble.way_on {
                    p { (button_link(href, "", label, true)) }
                }
            }
            @if let Some(more) = &trouble.more { (more) }
        }
    }
}
