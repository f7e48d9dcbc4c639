// SPDX-License-Identifier: EUPL-1.2
//! The API for programs, generic as the pages are. What pages can do, programs can do.

mod described_files;
mod described_lists;
mod lists;
pub(crate) mod openapi;
mod read;
mod schema;
mod write;

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use axum::routing::{get, post};

use crate::ask::{Ask, Shell};
use crate::caller::Means;
use crate::files;
use crate::keeper::{Limited, Opens, Person};
use crate::route::only;
use crate::wrong::Wrong;

/// The routes under `/v1`.
pub(crate) fn routes() -> Router<Arc<Shell>> {
    Router::new()
        .route("/openapi.json", only(get(description)))
        .route("/cards", only(get(read::cards)))
        .route(
            "/lists/{module}/{list}",
            only(get(lists::out).post(lists::take)),
        )
        .route("/uploads", only(post(files::begin)))
        .route(
            "/uploads/{code}",
            only(get(files::stand).patch(files::append)),
        )
        .route("/attachments/{stream}/{name}", only(get(files::by_api)))
        .route("/streams/{stream}", only(get(read::stream)))
        .route("/streams/{stream}/history", only(get(read::history)))
        .route("/streams/{stream}/{verb}", only(post(write::at_stream)))
        .route("/{module}/{kind}/{verb}", only(post(write::at_kind)))
        .fallback(not_there)
}

async fn not_there() -> Wrong {
    Wrong::status(404)
}

/// The description of the API needs no login.
async fn description(ask: Ask) -> Response {
    let shell = &ask.shell;
    let made = || openapi::document(&shell.site).into();
    let mut response = Response::new(Body::from(shell.openapi.get_or_init(made).clone()));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    );
    response
}

/// Who asks, when they may ask this and do not ask too often.
pub(crate) fn admit(ask: &Ask, opens: Opens) -> Result<&Person, Wrong> {
    let keeper = &ask.site().keeper;
    if ask.caller.means == Means::BadKey
        && let Some(seconds) = keeper.limit(Limited::BadKey(&ask.caller.remote))
    {
        return Err(Wrong::wait(seconds));
    }
    let person = ask.person()?;
    if !ask.caller.opens(opens) {
        return Err(Wrong::because(403, "web-key-does-not-open"));
    }
    match keeper.limit(Limited::Api(person.account)) {
        Some(seconds) => Err(Wrong::wait(seconds)),
        None => Ok(person),
    }
}
