// SPDX-License-Identifier: EUPL-1.2
//! What did not go, before it is known in which form it is said.

use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use paraat_contract::Broken;
use paraat_ui::Markup;
use paraat_ui::page::encode;
use paraat_ui::widgets::Trouble;
use serde_json::{Value, json};

use crate::ask::Asked;
use crate::keeper::NotDone;
use crate::metrics::Sort;
use crate::reply;

/// A sentence by its key, with the values it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence(pub String, pub Vec<(&'static str, String)>);

/// What is wrong with one field, for programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FieldWrong {
    /// Name of the field.
    pub field: String,
    /// Key of the reason.
    pub reason: String,
    /// The reason as a sentence.
    pub detail: String,
}

/// What did not go. Routes answer it; the guard says it, as it knows who asked.
#[derive(Clone, Default)]
pub(crate) struct Wrong {
    /// Status of the answer.
    pub status: u16,
    /// Why, as keys of sentences.
    pub reasons: Vec<Sentence>,
    /// Fields that were not taken.
    pub errors: Vec<FieldWrong>,
    /// What an administrator can find it by.
    pub reference: Option<Box<str>>,
    /// What else helps on a page.
    pub more: Option<Box<Markup>>,
    /// Further members for programs.
    pub members: Vec<(&'static str, Value)>,
    /// A further header.
    pub header: Option<Box<(HeaderName, HeaderValue)>>,
}

impl Wrong {
    /// With nothing to add to the words of its status.
    pub(crate) fn status(status: u16) -> Self {
        Self {
            status,
            ..Self::default()
        }
    }

    /// With one reason.
    pub(crate) fn because(status: u16, key: &str) -> Self {
        Self {
            reasons: vec![Sentence(key.to_owned(), Vec::new())],
            ..Self::status(status)
        }
    }

    /// The same with a header.
    #[must_use]
    pub(crate) fn header(mut self, name: HeaderName, value: &str) -> Self {
        self.header = HeaderValue::from_str(value)
            .ok()
            .map(|value| Box::new((name, value)));
        self
    }

    /// Too many, and how long to wait.
    pub(crate) fn wait(seconds: u32) -> Self {
        let mut wrong = Self::status(429).header(header::RETRY_AFTER, &seconds.to_string());
        let values = vec![("seconds", seconds.to_string())];
        wrong.reasons.push(Sentence("web-wait".to_owned(), values));
        wrong
    }

    /// Why, in the language of the answer.
    pub(crate) fn sentences(&self, ask: &Asked) -> Vec<String> {
        let voice = ask.voice();
        self.reasons
            .iter()
            .map(|Sentence(key, values)| voice.with(key, values))
            .collect()
    }

    /// As a page or, for a program, as a problem (RFC 9457). Who opens a page without being
    /// signed in is sent to the login and comes back.
    pub(crate) fn answer(self, ask: &Asked) -> Response {
        if self.status == 401 && Sort::of(&ask.path) == Sort::Page {
            let back = if ask.method == Method::POST {
                "/"
            } else {
                &ask.target
            };
            return reply::see_other(&format!("/login?next={}", encode(back)));
        }
        let mut response = if ask.by_api() {
            self.problem(ask)
        } else {
            self.page(ask)
        };
        if self.status == 401 && ask.by_api() {
            let bearer = HeaderValue::from_static("Bearer realm=\"paraat\"");
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, bearer);
        }
        if let Some(header) = self.header {
            response.headers_mut().insert(header.0, header.1);
        }
        response
    }

    fn code(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn page(&self, ask: &Asked) -> Response {
        let trouble = Trouble {
            status: self.status,
            reasons: self.sentences(ask),
            reference: self.reference.as_deref().map(str::to_owned),
            way_on: (matches!(self.status, 403 | 404) && self.more.is_none())
                .then(|| ("/".to_owned(), ask.voice().say("web-to-start"))),
            more: self.more.as_deref().cloned(),
        };
        reply::trouble(ask, self.code(), &trouble)
    }

    fn problem(&self, ask: &Asked) -> Response {
        let voice = ask.voice();
        let status = self.status;
        let say = |end: &str| {
            let own = voice.find(&format!("problem-{status}-{end}"));
            let usual = if status >= 500 { 500 } else { 400 };
            own.unwrap_or_else(|| voice.say(&format!("problem-{usual}-{end}")))
        };
        let reasons = self.sentences(ask);
        let detail = if reasons.is_empty() {
            say("do")
        } else {
            reasons.join(" ")
        };
        let mut problem = json!({
            "type": "about:blank",
            "title": say("title"),
            "status": status,
            "detail": detail,
            "instance": format!("urn:paraat:request:{}", ask.id),
        });
        if let Value::Object(members) = &mut problem {
            if !self.reasons.is_empty() {
                let keys = self
                    .reasons
                    .iter()
                    .map(|Sentence(key, _)| key.as_str().into());
                members.insert("reasons".to_owned(), Value::Array(keys.collect()));
            }
            if !self.errors.is_empty() {
                let errors = self.errors.iter().map(
                    |one| json!({"field": one.field, "reason": one.reason, "detail": one.detail}),
                );
                members.insert("errors".to_owned(), Value::Array(errors.collect()));
            }
            if let Some(reference) = &self.reference {
                members.insert("reference".to_owned(), Value::String(reference.to_string()));
            }
            for (name, value) in &self.members {
                members.insert((*name).to_owned(), value.clone());
            }
        }
        reply::json(self.code(), "application/problem+json", &problem)
    }
}

impl IntoResponse for Wrong {
    fn into_response(self) -> Response {
        let mut response = Response::default();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Broken> for Wrong {
    fn from(Broken(reference): Broken) -> Self {
        Self {
            reference: Some(reference.into()),
            ..Self::status(500)
        }
    }
}

impl From<NotDone> for Wrong {
    fn from(not_done: NotDone) -> Self {
        match not_done {
            NotDone::NotThere => Self::status(404),
            NotDone::Refused(key) => Self::because(422, key),
            NotDone::Broken(reference) => Broken(reference).into(),
        }
    }
}
