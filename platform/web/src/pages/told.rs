// SPDX-License-Identifier: EUPL-1.2
//! What somebody told a form of accounts, what was wrong with it, and parts that the pages of
//! accounts share.

use axum::http::StatusCode;
use axum::response::Response;
use paraat_kernel::{Function, Timestamp, Uuid};
use paraat_ui::field::Typed;
use paraat_ui::widgets::{
    Ask as Question, AskKind, Column, Tone, Wrong as Mistake, button_link, empty, error_summary,
    notice, page_bar, post_button, table_under,
};
use paraat_ui::{Markup, html, time};

use crate::ask::{Asked, typed};
use crate::keeper::{NotDone, SessionShown};
use crate::reply::{self, Page};
use crate::wrong::Wrong;

/// What was told, and what was wrong with it.
pub(super) struct Told {
    typed: Typed,
    mistakes: Vec<(&'static str, String, String)>,
    good: Option<&'static str>,
}

impl Told {
    /// Nothing yet.
    pub(super) fn nothing() -> Self {
        Self::of(Vec::new())
    }

    /// What stands in a form.
    pub(super) fn of(pairs: Vec<(String, String)>) -> Self {
        Self {
            typed: typed(&pairs),
            mistakes: Vec::new(),
            good: None,
        }
    }

    /// It was done; this is the key of the sentence that says so.
    pub(super) fn good(key: &'static str) -> Self {
        Self {
            good: Some(key),
            ..Self::nothing()
        }
    }

    /// What was told in a field.
    pub(super) fn value(&self, name: &str) -> String {
        self.typed.get(name).to_owned()
    }

    /// The same, not to be shown again.
    pub(super) fn take(&mut self, name: &str) -> String {
        self.typed.0.remove(name).unwrap_or_default()
    }

    /// Puts a moment that was asked for as day and time into one piece.
    pub(super) fn moment(&mut self, ask: &Asked, name: &str) {
        let mut part = |part: &str| self.typed.0.remove(&format!("{name}-{part}"));
        if let (Some(day), Some(clock)) = (part("day"), part("time")) {
            let moment = time::typed_moment(&day, &clock, &ask.caller.zone);
            self.typed.0.insert(name.to_owned(), moment);
        }
    }

    /// Notes what is wrong with a field: its name, its label, the key of the reason.
    pub(super) fn wrong(&mut self, ask: &Asked, field: &'static str, label: &str, reason: &str) {
        let voice = ask.voice();
        self.mistakes
            .push((field, voice.say(label), voice.say(reason)));
    }

    /// Notes what the keeper refused about a field; hands on what is no refusal.
    pub(super) fn after<T>(
        &mut self,
        ask: &Asked,
        done: Result<T, NotDone>,
        field: &'static str,
        label: &str,
    ) -> Result<Option<T>, Wrong> {
        match done {
            Ok(answer) => Ok(Some(answer)),
            Err(NotDone::Refused(reason)) => {
                self.wrong(ask, field, label, reason);
                Ok(None)
            }
            Err(other) => Err(other.into()),
        }
    }

    /// True when anything is wrong.
    pub(super) fn is_wrong(&self) -> bool {
        !self.mistakes.is_empty()
    }

    /// What is wrong with a field.
    pub(super) fn error(&self, field: &str) -> Option<String> {
        let found = self.mistakes.iter().find(|(own, _, _)| *own == field);
        found.map(|(_, _, reason)| reason.clone())
    }

    /// A question with what was told and what is wrong with it.
    pub(super) fn ask(&self, ask: &Asked, name: &str, label: &str, kind: AskKind) -> Question {
        let mut question = Question::new(name, &ask.voice().say(label), kind);
        question.value = self.value(name);
        question.error = self.error(name);
        question
    }

    /// What is wrong, or that it was done, above the page.
    pub(super) fn summary(&self, ask: &Asked) -> Markup {
        let voice = ask.voice();
        let mistakes: Vec<Mistake> = self
            .mistakes
            .iter()
            .map(|(field, label, reason)| Mistake {
                anchor: format!("field-{field}"),
                sentence: format!("{label}: {reason}"),
            })
            .collect();
        html! {
            (error_summary(voice, &mistakes))
            @if let Some(key) = self.good {
                div role="status" { (notice(Tone::Good, "", html! { (voice.say(key)) })) }
            }
        }
    }
}

/// The button under a form.
pub(super) fn button(label: &str) -> Markup {
    html! { div.form-actions { button.button.primary type="submit" { (label) } } }
}

/// A moment in the zone of the reader.
pub(super) fn moment(ask: &Asked, at: Timestamp) -> Markup {
    let zone = time::zone(&ask.caller.zone);
    zone.map(|zone| time::moment(ask.voice(), at, &zone))
        .unwrap_or_default()
}

/// Functions by name.
pub(super) fn functions(ask: &Asked, functions: &[Function]) -> String {
    let named = functions
        .iter()
        .map(|it| ask.voice().say(&format!("function-{}", it.name())));
    named.collect::<Vec<_>>().join(", ")
}

/// Sessions that go on, each with a button that ends it.
pub(super) fn sessions(
    ask: &Asked,
    all: &[SessionShown],
    action: &dyn Fn(Uuid) -> String,
) -> Markup {
    let voice = ask.voice();
    if all.is_empty() {
        return empty(&voice.say("admin-sessions-empty"), None);
    }
    let columns = [
        "admin-account",
        "admin-session-started",
        "admin-session-seen",
        "web-act",
    ]
    .map(|key| Column::text(voice.say(key)));
    let own = ask.caller.person.as_ref().and_then(|it| it.session);
    let rows: Vec<Vec<Markup>> = all
        .iter()
        .map(|session| {
            let here = own == Some(session.id);
            vec![
                html! {
                    (session.name)
                    @if here { " (" (voice.say("web-session-here")) ")" }
                },
                moment(ask, session.started),
                moment(ask, session.seen),
                post_button(
                    &action(session.id),
                    &[],
                    &voice.say("admin-session-end"),
                    false,
                ),
            ]
        })
        .collect();
    table_under(&voice.say("admin-sessions"), &columns, &rows)
}

/// A secret that is shown this one time.
pub(super) fn shown_once(
    ask: &Asked,
    title: &str,
    sentence: &str,
    secret: &str,
    back: &str,
) -> Response {
    let voice = ask.voice();
    let title = voice.say(title);
    let main = html! {
        (page_bar(&title, html! {}, html! {}))
        div.prose {
            (notice(Tone::Info, "", html! { (sentence) }))
            p { code #secret { (secret) } }
            p { (button_link(back, "", &voice.say("back"), false)) }
        }
    };
    reply::page(ask, StatusCode::OK, Page::still(title, main))
}
