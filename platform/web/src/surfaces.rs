// SPDX-License-Identifier: EUPL-1.2
//! Doors for machines: each has its own part of the addresses, which only reads. A key opens them
//! as `Bearer` or as the password of `Basic`; a session opens them too, so that a link on a page
//! works.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::get;
use paraat_contract::{Called, Surface};

use crate::ask::{Ask, Asked, Shell};
use crate::keeper::Opens;
use crate::pages::exercises;
use crate::route::only;
use crate::wrong::Wrong;

/// The routes of all doors.
pub(crate) fn routes(doors: &[Arc<dyn Surface>]) -> Router<Arc<Shell>> {
    doors.iter().fold(Router::new(), |routes, door| {
        let name = door.name();
        let paths = [
            format!("/{name}"),
            format!("/{name}/"),
            format!("/{name}/{{*rest}}"),
        ];
        paths.into_iter().fold(routes, |routes, path| {
            let door = Arc::clone(door);
            let answer = move |ask: Ask| answer(ask, Arc::clone(&door));
            routes.route(&path, only(get(answer)))
        })
    })
}

async fn answer(ask: Ask, door: Arc<dyn Surface>) -> Result<Response, Wrong> {
    if !ask.caller.opens(Opens::Read) {
        return Ok(shut(&ask));
    }
    let said = ask.read(move |ask, desk, audience| {
        let base = base(ask, door.name());
        let marking = exercises::marking(ask).unwrap_or_default();
        let path = ask.path.trim_start_matches('/');
        let path = path.strip_prefix(door.name()).unwrap_or(path);
        let called = Called {
            path: path.trim_matches('/'),
            query: &ask.query,
            accept: ask.header("accept").unwrap_or_default(),
            base: &base,
            marking: &marking,
            audience,
            words: &ask.site().words,
            now: ask.now,
        };
        door.answer(desk, &called)
    });
    let said = said.await?;
    let mut response = Response::new(Body::from(said.body));
    *response.status_mut() =
        StatusCode::from_u16(said.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(said.kind));
    for (name, value) in said.headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.append(HeaderName::from_static(name), value);
        }
    }
    Ok(response)
}

/// Where the door is found from outside; that of an exercise under its own path.
fn base(ask: &Asked, name: &str) -> String {
    let settings = &ask.site().settings;
    let prefix = settings.prefix();
    if let Some(public) = &settings.public_base_url {
        return format!("{}{prefix}/{name}", public.trim_end_matches('/'));
    }
    let scheme = if settings.secure_cookies {
        "https"
    } else {
        "http"
    };
    let host = ask.header("host").unwrap_or("localhost");
    format!("{scheme}://{host}{prefix}/{name}")
}

/// Asks for a key in both forms.
fn shut(ask: &Asked) -> Response {
    let said = serde_json::json!({
        "code": "Unauthorized",
        "description": ask.voice().say("problem-401-title"),
    });
    let mut response = Response::new(Body::from(said.to_string()));
    *response.status_mut() = StatusCode::UNAUTHORIZED;
    let headers = response.headers_mut();
    let json = HeaderValue::from_static("application/json");
    headers.insert(header::CONTENT_TYPE, json);
    for way in [
        "Basic realm=\"paraat\", charset=\"UTF-8\"",
        "Bearer realm=\"paraat\"",
    ] {
        headers.append(header::WWW_AUTHENTICATE, HeaderValue::from_static(way));
    }
    response
}
