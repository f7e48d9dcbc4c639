// SPDX-License-Identifier: EUPL-1.2
//! How the node is doing, for those who watch it.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::json;

use crate::ask::Ask;
use crate::assets;
use crate::caller::Means;
use crate::keeper::Opens;
use crate::reply;
use crate::wrong::Wrong;

/// The node runs.
pub(crate) async fn health(ask: Ask) -> Response {
    let health = ask.site().desk.health();
    let answer = json!({
        "status": "ok",
        "version": ask.site().settings.version,
        "lite": assets::LITE,
        "demo": ask.site().settings.demo,
        "writes": health.writes,
        "searchCurrent": health.search_current,
    });
    reply::json(StatusCode::OK, "application/json", &answer)
}

/// The node takes work: it can write.
pub(crate) async fn ready(ask: Ask) -> Response {
    let health = ask.site().desk.health();
    let (status, word) = if health.writes {
        (StatusCode::OK, "ready")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "read-only")
    };
    reply::json(status, "application/json", &json!({"status": word}))
}

/// Figures, for this machine itself and for keys that open them. For others they are not there.
pub(crate) async fn metrics(ask: Ask) -> Result<Response, Wrong> {
    let by_key = matches!(&ask.caller.means, Means::Key(opens) if opens.contains(&Opens::Metrics));
    if !by_key && !ask.caller.loopback {
        return Err(Wrong::status(404));
    }
    let health = ask.site().desk.health();
    let shell = &ask.shell;
    let text = shell
        .metrics
        .text(health.entries, health.writes, shell.streams.open());
    let mut response = Response::new(Body::from(text));
    let kind = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    Ok(response)
}
