// SPDX-License-Identifier: EUPL-1.2
//! In the place of a form that there is no use in filling in: why, and where to go.

use axum::http::StatusCode;
use axum::response::Response;
use paraat_contract::{Intent, Refused};
use paraat_kernel::Card;
use paraat_ui::html;
use paraat_ui::widgets::{Tone, notice};

use super::draw::{Drawing, back};
use super::form::{Opened, page};
use super::said::said;
use crate::ask::Asked;
use crate::refused;
use crate::wrong::Wrong;

/// A form that is not shown, because it will be refused whatever is typed in it.
pub(super) struct Shut {
    /// Why.
    pub refused: Refused,
    /// What it is about.
    pub about: Vec<Card>,
    /// What was wanted.
    pub intent: Intent,
}

impl Shut {
    /// Why, and the way back to what it is about.
    pub(super) fn answer(self, ask: &Asked, opened: &Opened) -> Result<Response, Wrong> {
        let drawing = Drawing {
            typed: self.intent.typed.clone(),
            about: self.about,
            ..Drawing::default()
        };
        let back = back(ask, opened, &drawing);
        let not_now = matches!(self.refused, Refused::Rule(_));
        let wrong = refused::said(ask, &self.intent, opened.verb, self.refused);
        if !not_now {
            let act = [("act", opened.title(ask))];
            let more = html! {
                div.prose { p { (ask.voice().with("web-not-yours", &act)) } (back) }
            };
            return Err(Wrong {
                more: Some(Box::new(more)),
                ..wrong
            });
        }
        let reasons = said(ask, &wrong, opened);
        let body = html! {
            div.prose {
                (notice(Tone::Serious, &ask.voice().say("web-not-now"), html! {
                    @for reason in reasons { p { (reason) } }
                }))
                (back)
            }
        };
        Ok(page(ask, StatusCode::CONFLICT, opened, body))
    }
}
