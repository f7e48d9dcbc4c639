// SPDX-License-Identifier: EUPL-1.2
//! The files that pages load. Their names change with their content, so browsers keep them.

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use paraat_ui::AssetPaths;

struct File {
    name: &'static str,
    kind: &'static str,
    plain: &'static [u8],
    gzip: &'static [u8],
    brotli: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// Addresses of what every page loads.
pub(crate) fn paths() -> AssetPaths {
    AssetPaths {
        css: CSS.to_owned(),
        js: JS.to_owned(),
        font: FONT.map(str::to_owned),
    }
}

/// Address of the file whose name begins so; none when this was built without it.
pub(crate) fn address(stem: &str) -> Option<String> {
    let is = |file: &&File| file.name.split('.').next() == Some(stem);
    let file = FILES.iter().find(is)?;
    Some(format!("/static/{}", file.name))
}

/// The worker that lets a browser read on without a line. Its address never changes, so browsers
/// ask each time whether there is another one. None in the lite set.
pub(crate) fn worker(headers: &HeaderMap) -> Option<Response> {
    let address = address("worker")?;
    let mut response = file(address.strip_prefix("/static/")?, headers)?;
    let always = HeaderValue::from_static("no-cache");
    response.headers_mut().insert(header::CACHE_CONTROL, always);
    Some(response)
}

/// The file with this name; none when there is no such file.
pub(crate) fn file(name: &str, headers: &HeaderMap) -> Option<Response> {
    let file = FILES.iter().find(|file| file.name == name)?;
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|it| it.to_str().ok());
    let accepted = accepted.unwrap_or("");
    let takes = |coding: &str| {
        accepted.split(',').any(|one| {
            let (name, weight) = one.split_once(';').unwrap_or((one, ""));
            name.trim().eq_ignore_ascii_case(coding) && !matches!(weight.trim(), "q=0" | "q=0.0")
        })
    };
    let (bytes, coding) = if !file.brotli.is_empty() && takes("br") {
        (file.brotli, Some("br"))
    } else if !file.gzip.is_empty() && takes("gzip") {
        (file.gzip, Some("gzip"))
    } else {
        (file.plain, None)
    };
    let mut response = Response::new(Body::from(Bytes::from_static(bytes)));
    *response.status_mut() = StatusCode::OK;
    let own = response.headers_mut();
    own.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.kind));
    own.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
    own.insert(header::CACHE_CONTROL, forever);
    if let Some(coding) = coding {
        own.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    Some(response)
}
