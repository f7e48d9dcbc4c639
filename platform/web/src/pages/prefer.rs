// SPDX-License-Identifier: EUPL-1.2
//! What a device prefers: language, light or dark. Kept in cookies, so that a page is right from
//! its first byte.

use axum::extract::Request;
use axum::http::header;
use axum::response::Response;
use paraat_kernel::Language;
use paraat_ui::Theme;

use crate::ask::Ask;
use crate::body;
use crate::cookie::{Cookie, LONG};
use crate::reply;
use crate::wrong::Wrong;

/// Another language.
pub(crate) async fn language(ask: Ask) -> Result<Response, Wrong> {
    let next = reply::own_path(ask.parameter("next").unwrap_or("/"));
    match ask.parameter("to").and_then(Language::from_code) {
        Some(language) => Ok(remember(&ask, Cookie::Language, language.code(), next)),
        None => Err(Wrong::status(404)),
    }
}

/// Light or dark.
pub(crate) async fn theme(ask: Ask, request: Request) -> Result<Response, Wrong> {
    let form = body::form(&ask.headers, request.into_body()).await?;
    let value = |name: &str| {
        form.iter()
            .find(|(own, _)| own == name)
            .map(|(_, it)| it.as_str())
    };
    let next = reply::own_path(value("next").unwrap_or("/"));
    match value("theme").and_then(Theme::from_name) {
        Some(theme) => Ok(remember(&ask, Cookie::Theme, theme.name(), next)),
        None => Err(Wrong::status(422)),
    }
}

fn remember(ask: &Ask, cookie: Cookie, value: &str, next: &str) -> Response {
    let mut response = reply::see_other(next);
    if let Some(set) = cookie.set(&ask.site().settings, value, LONG) {
        response.headers_mut().append(header::SET_COOKIE, set);
    }
    response
}
