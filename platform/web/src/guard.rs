// SPDX-License-Identifier: EUPL-1.2
//! Stands before every route: reads who asks, refuses what other sites send, bounds the time,
//! catches defects, counts, logs without personal data, and puts the headers on every answer.

use std::any::Any;
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::ask::{Ask, Asked, Shell};
use crate::caller::Means;
use crate::files;
use crate::metrics::Sort;
use crate::pages::sealed;
use crate::prefix::{self, is_of_a_space};
use crate::reader;
use crate::wrong::Wrong;

/// A request is answered within this time, or told that it was not. Event streams go on, and a form
/// with a file has its own time.
const PATIENCE: Duration = Duration::from_secs(30);

/// Longest address that is read.
const LONGEST_TARGET: usize = 8 * 1024;

/// What the pages load and where they send to; nothing inline, nothing from elsewhere.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; \
    connect-src 'self'; worker-src 'self'; form-action 'self'; img-src 'self' data:; \
    frame-ancestors 'none'; \
    base-uri 'none'";

const HEADERS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=()",
    ),
    (header::X_FRAME_OPTIONS, "DENY"),
];

/// The guard, as a layer.
pub(crate) async fn stand(
    State(shell): State<Arc<Shell>>,
    request: Request,
    next: Next,
) -> Response {
    let begun = Instant::now();
    let (parts, body) = request.into_parts();
    let (ask, readable) = Ask::new(&shell, &parts);
    let mut request = Request::from_parts(parts, body);
    request.extensions_mut().insert(ask.clone());
    let mut response = match refused(&ask, readable) {
        Some(wrong) => wrong.answer(&ask),
        None => said(&ask, within(&ask, next.run(request)).await),
    };
    let own_way = reader::says_how(&response);
    put_headers(&ask, &mut response);
    if !own_way {
        reader::name(&ask, &mut response).await;
    }
    if let Some(inside) = &ask.site().settings.inside {
        response = prefix::leave(&inside.prefix, response).await;
    }
    let took = begun.elapsed();
    let status = response.status().as_u16();
    shell.metrics.answered(Sort::of(&ask.path), status, took);
    // The path may hold what somebody typed; the first part names the section and no more.
    let section = ask.path.split('/').nth(1).unwrap_or("");
    let section = if status == 404 { "" } else { section };
    let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    if status >= 500 {
        tracing::warn!(request = ask.id, method = %ask.method, section, status, "not answered");
    }
    tracing::debug!(request = ask.id, method = %ask.method, section, status, micros, "answered");
    response
}

fn refused(ask: &Asked, readable: bool) -> Option<Wrong> {
    if ask.target.len() > LONGEST_TARGET {
        return Some(Wrong::status(414));
    }
    if !readable {
        return Some(Wrong::because(400, "web-not-utf8"));
    }
    if !is_safe(&ask.method) && !from_here(ask) {
        return Some(Wrong::because(403, "web-other-site"));
    }
    if ask.site().settings.inside.is_some() && prefix::only_live(&ask.path) {
        // Accounts are of the real world.
        return Some(Wrong::status(404));
    }
    if !is_safe(&ask.method) && ask.site().settings.inside.is_none() && is_of_a_space(&ask.path) {
        // A form of a play that was stopped or began again: nothing of it goes anywhere else.
        return Some(Wrong::because(404, "exercises-closed"));
    }
    None
}

fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// True when no other site made the browser send this. Every browser says where a POST comes
/// from by one of two headers; what says neither is no browser and carries no stray cookie. A
/// key is never sent by a browser of itself.
pub(crate) fn from_here(ask: &Asked) -> bool {
    if matches!(ask.caller.means, Means::Key(_) | Means::BadKey) {
        return true;
    }
    if let Some(site) = ask.header("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = ask.headers.get(header::ORIGIN) else {
        return true;
    };
    let Some((_, origin)) = origin.to_str().ok().and_then(|it| it.split_once("://")) else {
        return false;
    };
    let public = ask.site().settings.public_base_url.as_deref();
    let public = public
        .and_then(|it| it.split_once("://"))
        .map(|(_, rest)| rest);
    let public = public.map(|rest| rest.split('/').next().unwrap_or(rest));
    ask.header("host") == Some(origin) || public == Some(origin)
}

/// The answer, in time and in one piece.
async fn within(ask: &Asked, answer: impl Future<Output = Response>) -> Response {
    let mut answer = pin!(answer);
    let whole =
        poll_fn(
            |context| match catch_unwind(AssertUnwindSafe(|| answer.as_mut().poll(context))) {
                Ok(poll) => poll.map(Ok),
                Err(panic) => Poll::Ready(Err(panic)),
            },
        );
    let patience = files::patience(ask).unwrap_or(PATIENCE);
    match tokio::time::timeout(patience, whole).await {
        Ok(Ok(response)) => response,
        Ok(Err(panic)) => {
            tracing::error!(request = ask.id, what = words_of(&*panic), "a defect");
            Wrong {
                reference: Some(ask.id.as_str().into()),
                ..Wrong::status(500)
            }
            .answer(ask)
        }
        Err(_late) => {
            tracing::warn!(request = ask.id, "no answer in time");
            Wrong::because(503, "web-late").answer(ask)
        }
    }
}

/// What a route answered, with what did not go said to who asked.
fn said(ask: &Asked, mut response: Response) -> Response {
    let Some(wrong) = response.extensions_mut().remove::<Wrong>() else {
        return response;
    };
    let mut answer = wrong.answer(ask);
    if let Some(allowed) = response.headers_mut().remove(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allowed);
    }
    answer
}

fn words_of(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("")
}

fn put_headers(ask: &Asked, response: &mut Response) {
    let settings = &ask.site().settings;
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        // A file that was brought has a stricter policy of its own.
        let value = HeaderValue::from_static(value);
        headers.entry(name).or_insert(value);
    }
    if settings.secure_cookies {
        let year = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    sealed::mark(ask, headers);
    if ask.by_api() {
        headers.insert("api-version", HeaderValue::from_static(settings.version));
    }
    if let Ok(id) = HeaderValue::from_str(&ask.id) {
        headers.insert("x-request-id", id);
    }
}
