// SPDX-License-Identifier: EUPL-1.2
//! Bodies of requests: within a limit, in UTF-8, as a form.

use axum::body::{self, Body};
use axum::http::{HeaderMap, header};

use paraat_ui::widgets::FILE;

use crate::ask::reads;
use crate::multipart;
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

/// A form as pairs, in order, from a page that may also bring files (`{field}-file`) where they are
/// taken: the text of a file takes the place of what was typed in its field.
pub(crate) async fn form_or_files(
    headers: &HeaderMap,
    body: Body,
    takes_files: bool,
) -> Result<Vec<(String, String)>, Wrong> {
    let boundary = takes_files.then(|| multipart::boundary(headers)).flatten();
    let Some(boundary) = boundary else {
        return form(headers, body).await;
    };
    let bytes = bytes(headers, body).await?;
    let parts = multipart::parts(&bytes, &boundary);
    let parts = parts.ok_or_else(|| Wrong::because(400, "web-body-broken-off"))?;
    let mut pairs = Vec::new();
    let mut files = Vec::new();
    for part in parts {
        let text = std::str::from_utf8(part.body);
        let text = text.map_err(|_not| Wrong::because(400, "web-not-utf8"))?;
        match (part.file, part.name.strip_suffix(FILE)) {
            // Where nobody chose a file the browser sends one without a byte.
            (Some(_), _) if text.is_empty() => {}
            (Some(_), Some(field)) => {
                let text = text.strip_prefix('\u{feff}').unwrap_or(text);
                files.push((field.to_owned(), text.to_owned()));
            }
            (Some(_), None) => {}
            (None, _) => pairs.push((part.name, text.to_owned())),
        }
    }
    pairs.retain(|(name, _)| !files.iter().any(|(field, _)| field == name));
    pairs.extend(files);
    Ok(pairs)
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
