// SPDX-License-Identifier: EUPL-1.2
//! The path prefix of a space. Pages, forms and rules know nothing of it: it is taken off every
//! request that comes in, and put before every address that goes out, here and nowhere else.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use paraat_ui::page::TO_LIVE;
use tower::ServiceExt as _;

use crate::exercises::{Door, Exercises};
use crate::metrics::Sort;
use crate::reply;

/// What paths of spaces start with.
const SPACES: &str = "/oefening/";
/// What outside a space its pages may lead to: the leader's page, files that all pages load, and
/// what is of accounts.
const OUTSIDE: [&str; 4] = ["/oefening", "/static", "/account", "/admin"];
/// Attributes that hold an address.
const ATTRIBUTES: [&str; 7] = [
    " href",
    " action",
    " formaction",
    " src",
    " data-href",
    " data-address",
    " data-script",
];

/// True for what is of accounts and of the node: no space has it.
pub(crate) fn only_live(path: &str) -> bool {
    let first = path.split('/').nth(1).unwrap_or("");
    matches!(first, "account" | "admin" | "oefening" | "metrics")
}

/// True for the path of a page in a space: in the real world no such path is served.
pub(crate) fn is_of_a_space(path: &str) -> bool {
    let parts = path.parse().ok().and_then(|uri| split(&uri));
    parts.is_some_and(|(_, rest)| Sort::of(&rest) == Sort::Page)
}

/// Stands before the routes of the real world, and hands what is for a space to its own routes.
pub(crate) async fn enter(
    State(exercises): State<Arc<dyn Exercises>>,
    mut request: Request,
    next: Next,
) -> Response {
    let Some((space, rest)) = split(request.uri()) else {
        return next.run(request).await;
    };
    let sort = Sort::of(rest.split('?').next().unwrap_or(""));
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    match exercises.door(&space) {
        Door::Open(routes) => {
            let Ok(uri) = rest.parse() else {
                return StatusCode::BAD_REQUEST.into_response();
            };
            *request.uri_mut() = uri;
            match routes.oneshot(request).await {
                Ok(response) => response,
                Err(never) => match never {},
            }
        }
        Door::Moved(prefix) if reads && sort == Sort::Page => reply::see_other(&prefix),
        // Whoever looked at the exercise looks at the real world from here on.
        Door::Stopped if reads && sort == Sort::Page => reply::see_other(TO_LIVE),
        // As a path that is not there: whoever sent this hears that nothing was done.
        _ => next.run(request).await,
    }
}

/// The space and the path in it, with the query.
fn split(uri: &Uri) -> Option<(String, String)> {
    let whole = uri.path_and_query()?.as_str();
    let rest = whole.strip_prefix(SPACES)?;
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (space, rest) = rest.split_at_checked(end)?;
    let rest = match rest.strip_prefix('/') {
        Some(path) => format!("/{path}"),
        None => format!("/{rest}"),
    };
    (!space.is_empty()).then(|| (space.to_owned(), rest))
}

/// An answer of a space, with its prefix before every address, and its name on every file.
pub(crate) async fn leave(prefix: &str, mut response: Response) -> Response {
    let headers = response.headers_mut();
    let text = |value: &HeaderValue| value.to_str().map(str::to_owned).unwrap_or_default();
    if let Some(to) = headers.get(header::LOCATION).map(text)
        && stays(&to)
        && let Ok(to) = HeaderValue::from_str(&format!("{prefix}{to}"))
    {
        headers.insert(header::LOCATION, to);
    }
    if let Some(named) = headers.get(header::CONTENT_DISPOSITION).map(text)
        && let Ok(named) =
            HeaderValue::from_str(&named.replacen("filename=\"", "filename=\"OEFENING-", 1))
    {
        // A file is passed on without the page that it came from.
        headers.insert(header::CONTENT_DISPOSITION, named);
    }
    let kind = headers.get(header::CONTENT_TYPE).map(text);
    if !kind.is_some_and(|it| it.starts_with("text/html")) {
        return response;
    }
    let (parts, body) = response.into_parts();
    // Pages are made whole in memory before they are sent.
    let page = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let page = with_prefix(prefix, &String::from_utf8_lossy(&page));
    Response::from_parts(parts, Body::from(page))
}

/// True for an address on this site that is within the space.
fn stays(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or("");
    let outside = OUTSIDE.iter().any(|it| {
        let rest = path.strip_prefix(it);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    address.starts_with('/') && !address.starts_with("//") && address != TO_LIVE && !outside
}

/// A page with the prefix before its addresses. Text cannot pass for an attribute: the widgets
/// write a quotation mark in it as `&quot;`.
pub(crate) fn with_prefix(prefix: &str, page: &str) -> String {
    let mut pieces = page.split("=\"/");
    let mut whole = String::with_capacity(page.len() + page.len() / 8);
    let mut before = pieces.next().unwrap_or("");
    whole.push_str(before);
    for piece in pieces {
        let value = piece.split('"').next().unwrap_or("");
        let address = ATTRIBUTES.iter().any(|it| before.ends_with(it));
        whole.push_str("=\"");
        if address && stays(&format!("/{value}")) {
            whole.push_str(prefix);
        }
        whole.push('/');
        whole.push_str(piece);
        before = piece;
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_in_a_space_is_what_stands_behind_its_name() {
        let parts = |text: &str| split(&text.parse().unwrap());
        let own = |space: &str, rest: &str| Some((space.to_owned(), rest.to_owned()));
        assert_eq!(parts("/oefening/maas"), own("maas", "/"));
        assert_eq!(parts("/oefening/maas/"), own("maas", "/"));
        assert_eq!(parts("/oefening/maas?a=b"), own("maas", "/?a=b"));
        assert_eq!(parts("/oefening/maas/v1/x?a=b"), own("maas", "/v1/x?a=b"));
        assert_eq!(parts("/oefening/maas//x"), own("maas", "//x"));
        for outside in ["/", "/oefening", "/oefening/", "/oefeningen/x", "/incident"] {
            assert_eq!(parts(outside), None, "{outside}");
        }
    }

    #[test]
    fn only_pages_of_a_space_are_of_a_space() {
        assert!(is_of_a_space("/oefening/maas/incident/log/write"));
        for other in [
            "/oefening",
            "/oefening/maas/v1/incident/log/write",
            "/incident/log/write",
        ] {
            assert!(!is_of_a_space(other), "{other}");
        }
    }

    #[test]
    fn every_address_of_a_page_stays_in_the_space() {
        let page = r#"<a class="x" href="/incident/1"><form action="/seen" method="post">
            <button formaction="/x"></button><img src="/pictures/1"><a href="/?from-exercise">
            <link href="/static/a.css"><a href="/account"><a href="/oefening"><a href="\#x">
            <a href="/accountant">
            <div data-address="/drafts/x/y" data-script="/static/b.js">
            <input value="/next"><p> href=&quot;/text&quot;</p>"#;
        let said = with_prefix("/oefening/m", page);
        for stays in [
            "href=\"/oefening/m/incident/1\"",
            "action=\"/oefening/m/seen\"",
            "formaction=\"/oefening/m/x\"",
            "src=\"/oefening/m/pictures/1\"",
            "href=\"/oefening/m/accountant\"",
            "data-address=\"/oefening/m/drafts/x/y\"",
            "data-script=\"/static/b.js\"",
            "href=\"/?from-exercise\"",
            "href=\"/static/a.css\"",
            "href=\"/account\"",
            "href=\"/oefening\"",
            "value=\"/next\"",
            "href=&quot;/text&quot;",
        ] {
            assert!(said.contains(stays), "{stays} in {said}");
        }
    }

    #[test]
    fn what_leads_elsewhere_is_left_alone() {
        for address in ["https://paraat.example/", "//other.example/", "#main", ""] {
            assert!(!stays(address), "{address}");
        }
    }
}
