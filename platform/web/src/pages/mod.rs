// SPDX-License-Identifier: EUPL-1.2
//! Pages. Which there are, the modules declare; here is how each sort is made.

pub(crate) mod about;
pub(crate) mod account;
pub(crate) mod admin;
mod admin_account;
mod aid;
mod cards;
mod changed;
mod download;
mod draw;
pub(crate) mod exercises;
mod file;
mod form;
mod holding;
pub(crate) mod home;
pub(crate) mod import;
mod import_report;
mod intake;
mod intake_read;
pub(crate) mod login;
mod many;
mod mine;
pub(crate) mod news;
pub(crate) mod prefer;
mod reads;
mod said;
pub(crate) mod sealed;
pub(crate) mod search;
mod shut;
mod stale;
pub(crate) mod together;
mod told;
pub(crate) mod view;

pub(crate) use download::format as download_format;
pub(crate) use import_report::{about as about_file, why as why_not_read};
pub(crate) use many::sentence;

use axum::extract::Request;
use axum::http::Method;
use axum::response::Response;

use crate::ask::Ask;
use crate::wrong::Wrong;

/// Whatever no other route named: `/{module}`, `/{module}/{path}`, `/{module}/{kind}/{verb}`,
/// `/streams/{stream}` and `/streams/{stream}/{verb}`.
pub(crate) async fn any(ask: Ask, request: Request) -> Result<Response, Wrong> {
    if let Some(mention) = sealed::pass(&ask).await? {
        return sealed::before(&ask, mention, request.into_body()).await;
    }
    match (&ask.method, form::Door::at(&*ask.site().desk, &ask.path)) {
        (&Method::POST, Some(door)) => form::submit(&ask, door, request.into_body()).await,
        (&Method::GET | &Method::HEAD, Some(door)) => form::show(&ask, door).await,
        (&Method::GET | &Method::HEAD, None) => view::show(&ask).await,
        (&Method::POST, None) => intake::take(&ask, request.into_body()).await,
        _ => Err(Wrong::status(405).header(axum::http::header::ALLOW, "GET, HEAD")),
    }
}
