// SPDX-License-Identifier: EUPL-1.2
//! Bodies of requests: within a limit, in UTF-8, as a form.

use axum::body::{self, Body};
use axum::http::{HeaderMap, header};

use crate::ask::reads;
use crate::wrong::Wrong;

/// Most bytes that a request may bring: more than the longest form, less than would hurt.
pub(crate) const MOST: usize = 256 * 1024;

/// All bytes of a body.
pub(crate) async fn bytes(headers: &HeaderMap, body: Body) -> Result<Vec<u8>, Wrong> {
    bytes_within(headers, body, MOST).await
}

/// The same within another limit.
pub(crate) async fn bytes_within(
    headers: &HeaderMap,
    body: Body,
    most: usize,
) -> Result<Vec<u8>, Wrong> {
    let told = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|it| it.to_str().ok());
    if told
        .and_then(|it| it.parse::<u64>().ok())
        .is_some_and(|told| told > most as u64)
    {
        return Err(Wrong::status(413));
    }
    if headers.contains_key(header::CONTENT_ENCODING) {
        return Err(Wrong::status(415));
    }
    match body::to_bytes(body, most).await {
        Ok(bytes) => Ok(bytes.into()),
        Err(error) if is_limit(&error) => Err(Wrong::status(413)),
        // The sender went away or broke off; nobody is there to read the answer.
        Err(_) => Err(Wrong::because(400, "web-body-broken-off")),
    }
}

fn is_limit(error: &axum::Error) -> bool {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(one) = cause {
        if one.to_string().contains("length limit exceeded") {
            return true;
        }
        cause = one.source();
    }
    false
}

/// True when the body says it is of this kind.
pub(crate) fn is_of(headers: &HeaderMap, kind: &str) -> bool {
    let told = headers
        .get(header::CONTENT_TYPE)
        .and_then(|it| it.to_str().ok())
        .unwrap_or("");
    told.split(';')
        .next()
        .unwrap_or("")
        .trim()
        .eq_ignore_ascii_case(kind)
}

/// A form as pairs, in order.
pub(crate) async fn form(headers: &HeaderMap, body: Body) -> Result<Vec<(String, String)>, Wrong> {
    form_within(headers, body, MOST).await
}

/// The same within another limit.
pub(crate) async fn form_within(
    headers: &HeaderMap,
    body: Body,
    most: usize,
) -> Result<Vec<(String, String)>, Wrong> {
    let bytes = bytes_within(headers, body, most).await?;
    if bytes.is_empty() {
        return Ok(Vec::new());
    }
    if !is_of(headers, "application/x-www-form-urlencoded") {
        return Err(Wrong::status(415));
    }
    if !reads(&bytes) {
        return Err(Wrong::because(400, "web-not-utf8"));
    }
    let pairs = form_urlencoded::parse(&bytes);
    Ok(pairs
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect())
}
