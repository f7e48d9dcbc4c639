// SPDX-License-Identifier: EUPL-1.2
//! For whom a device may keep a page to read on without a line. The worker of the browser keeps
//! only pages that name their reader, and throws away what another account, or other rights, left.

use std::hash::{DefaultHasher, Hasher as _};

use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::Response;

use crate::ask::Ask;
use crate::caller::Means;

/// `{account}-{rights}`, as two digests that mean nothing elsewhere.
const READER: HeaderName = HeaderName::from_static("paraat-reader");
/// What shows something sealed says so, and is kept nowhere.
const SEALED: HeaderName = HeaderName::from_static("paraat-sealed");

/// True when the answer says of itself how it is kept. `no-store` is what every page says to the
/// caches of browsers and proxies; only an answer that says so on its own account means the device.
pub(crate) fn says_how(response: &Response) -> bool {
    response.headers().contains_key(header::CACHE_CONTROL)
}

/// Says on a page for whom it may be kept; nothing on what is no page of a session.
pub(crate) async fn name(ask: &Ask, response: &mut Response) {
    let headers = response.headers();
    let kind = headers.get(header::CONTENT_TYPE);
    let page = kind.is_some_and(|it| it.as_bytes().starts_with(b"text/html"));
    let session = ask.caller.means == Means::Session;
    let asked = ask.method == Method::GET && response.status() == StatusCode::OK;
    if !page || !session || !asked || headers.contains_key(SEALED) {
        return;
    }
    let Some(person) = &ask.caller.person else {
        return;
    };
    let account = digest(&person.account);
    let rights = ask.read(|_, _, it| {
        let functions = it.functions.iter().map(|it| it.name()).collect::<Vec<_>>();
        let circles = it.circles.iter().map(ToString::to_string);
        let circles = circles.collect::<Vec<_>>();
        let organisation = it.organisation.as_ref().map(ToString::to_string);
        Ok(digest(&(
            organisation,
            functions,
            circles,
            &it.compartments,
        )))
    });
    if let Ok(rights) = rights.await
        && let Ok(reader) = HeaderValue::from_str(&format!("{account:016x}-{rights:016x}"))
    {
        response.headers_mut().insert(READER, reader);
    }
}

fn digest(what: &impl std::hash::Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}
