// SPDX-License-Identifier: EUPL-1.2
//! A file in pieces, for programs and for the script of a page. A line that is cut costs what was
//! under way and nothing more: who brings it asks how far it came, and goes on there.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{Path, Request};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use futures_core::Stream as _;
use paraat_kernel::Uuid;
use serde_json::{Value, json};

use super::{NotBrought, Standing, Uploads};
use crate::api::admit;
use crate::ask::Ask;
use crate::keeper::Opens;
use crate::wrong::Wrong;
use crate::{body, reply, tasks};

/// So much is put on the disk at a time.
const PIECE: usize = 32 * 1024;
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");

/// `POST /v1/uploads` with `{name, size}`.
pub(crate) async fn begin(ask: Ask, request: Request) -> Result<Response, Wrong> {
    let account = admit(&ask, Opens::Write)?.account;
    let bytes = body::bytes(&ask.headers, request.into_body()).await?;
    if !body::is_of(&ask.headers, "application/json") {
        return Err(Wrong::status(415));
    }
    let asked: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    let (name, size) = (asked.get("name"), asked.get("size"));
    let (Some(name), Some(size)) = (name.and_then(Value::as_str), size.and_then(Value::as_u64))
    else {
        return Err(Wrong::because(400, "file-name-and-size"));
    };
    let name = name.to_owned();
    let code = of(&ask, move |uploads| uploads.begin(account, &name, size)).await?;
    let standing = own(&ask, account, &code).await?;
    let mut response = told(StatusCode::CREATED, &code, &standing);
    if let Ok(at) = HeaderValue::from_str(&format!("/v1/uploads/{code}")) {
        response.headers_mut().insert(header::LOCATION, at);
    }
    Ok(response)
}

/// `GET /v1/uploads/{code}`.
pub(crate) async fn stand(ask: Ask, Path(code): Path<String>) -> Result<Response, Wrong> {
    let account = admit(&ask, Opens::Write)?.account;
    let standing = own(&ask, account, &code).await?;
    Ok(told(StatusCode::OK, &code, &standing))
}

/// `PATCH /v1/uploads/{code}` with `Upload-Offset`; the body goes behind what came in.
pub(crate) async fn append(
    ask: Ask,
    Path(code): Path<String>,
    request: Request,
) -> Result<Response, Wrong> {
    let account = admit(&ask, Opens::Write)?.account;
    let offset = ask.header(OFFSET.as_str()).and_then(|it| it.parse().ok());
    let offset = offset.ok_or_else(|| Wrong::because(400, "file-offset"))?;
    if ask.headers.contains_key(header::CONTENT_ENCODING) {
        return Err(Wrong::status(415));
    }
    let standing = own(&ask, account, &code).await?;
    if standing.media.is_none() {
        take(&ask, (account, &code), offset, request.into_body()).await?;
    } else if offset != standing.received {
        let most = ask.site().uploads.most();
        return Err(NotBrought::Elsewhere(standing.received).wrong(most));
    }
    let mut standing = own(&ask, account, &code).await?;
    if standing.media.is_none() && standing.received == standing.size {
        let whole = code.clone();
        standing = of(&ask, move |uploads| uploads.finish(account, &whole)).await?;
    }
    Ok(told(StatusCode::OK, &code, &standing))
}

/// Puts a body on the disk as it comes in. What came in stays, also when the rest does not.
async fn take(
    ask: &Ask,
    (account, code): (Uuid, &str),
    mut offset: u64,
    body: Body,
) -> Result<(), Wrong> {
    let mut pieces = body.into_data_stream();
    let mut waiting: Vec<u8> = Vec::new();
    let mut first = true;
    loop {
        let next: Option<Result<Bytes, _>> =
            poll_fn(|context| Pin::new(&mut pieces).poll_next(context)).await;
        let ended = !matches!(next, Some(Ok(_)));
        if let Some(Ok(bytes)) = &next {
            waiting.extend_from_slice(bytes);
        }
        // Also when nothing comes: whether it goes on at the right byte is said at once.
        if waiting.len() >= PIECE || first || (ended && !waiting.is_empty()) {
            let (bytes, code) = (std::mem::take(&mut waiting), code.to_owned());
            let append =
                move |uploads: &dyn Uploads| uploads.append(account, &code, offset, &bytes);
            offset = of(ask, append).await?;
            first = false;
        }
        match next {
            Some(Ok(_)) => {}
            None => return Ok(()),
            // The sender went away or broke off; nobody is there to read the answer.
            Some(Err(_)) => return Err(Wrong::because(400, "web-body-broken-off")),
        }
    }
}

async fn own(ask: &Ask, account: Uuid, code: &str) -> Result<Standing, Wrong> {
    let code = code.to_owned();
    of(ask, move |uploads| uploads.standing(account, &code)).await
}

/// Asks whoever keeps the bytes, on a thread where that may take time.
pub(super) async fn of<T: Send + 'static>(
    ask: &Ask,
    work: impl FnOnce(&dyn Uploads) -> Result<T, NotBrought> + Send + 'static,
) -> Result<T, Wrong> {
    let uploads = Arc::clone(&ask.site().uploads);
    let most = uploads.most();
    let done = tasks::blocking(move || work(&*uploads)).await;
    done.unwrap_or(Err(NotBrought::Broken))
        .map_err(|not| not.wrong(most))
}

fn told(status: StatusCode, code: &str, standing: &Standing) -> Response {
    let said = json!({
        "code": code,
        "name": standing.name,
        "size": standing.size,
        "offset": standing.received,
        "mediaType": standing.media.as_deref().unwrap_or_default(),
    });
    let mut response = reply::json(status, "application/json", &said);
    let offset = HeaderValue::from(standing.received);
    response.headers_mut().insert(OFFSET, offset);
    response
}
