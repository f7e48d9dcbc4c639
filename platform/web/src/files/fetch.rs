// SPDX-License-Identifier: EUPL-1.2
//! A file of the record, by its stream and the name it has there. One question to the record says
//! whether who asks may see it, as for every row; nothing leads to its bytes but this.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use futures_core::Stream;
use paraat_contract::{Answer, FILES, Filter, Need, Query, Row};
use paraat_kernel::StreamId;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::sync::mpsc;

use crate::api::admit;
use crate::ask::{Ask, Asked};
use crate::keeper::Opens;
use crate::pages::exercises;
use crate::tasks;
use crate::wrong::Wrong;

/// Bytes that are sent at a time; so many pieces wait for a reader that is slow.
const PIECE: usize = 64 * 1024;
const WAITING: usize = 4;
/// A reader that takes nothing for so long has gone.
const GONE: Duration = Duration::from_secs(60);
/// What stands in `filename*` as it is (RFC 8187, attr-char).
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');
/// A file is never a page of this site, whatever stands in it.
const POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

type Address = Path<(String, String)>;

/// `GET /attachments/{stream}/{name}`, for who is signed in.
pub(crate) async fn by_page(ask: Ask, Path(address): Address) -> Result<Response, Wrong> {
    ask.person()?;
    answer(&ask, address).await
}

/// `GET /v1/attachments/{stream}/{name}`, for programs.
pub(crate) async fn by_api(ask: Ask, Path(address): Address) -> Result<Response, Wrong> {
    admit(&ask, Opens::Read)?;
    answer(&ask, address).await
}

async fn answer(ask: &Ask, (stream, name): (String, String)) -> Result<Response, Wrong> {
    let stream: StreamId = stream.parse().map_err(|_bad| Wrong::status(404))?;
    let row = ask.read(move |_, desk, audience| {
        let named = Query::all(&FILES).filter(Filter::Stream(stream));
        let (answers, _) =
            desk.answers(audience, &[Need::Rows(named.is("name", name.as_str()))])?;
        Ok(answers.into_iter().find_map(|answer| match answer {
            Answer::Rows(mut rows) => rows.rows.pop(),
            Answer::History(_) => None,
        }))
    });
    let row = row.await?.ok_or_else(|| Wrong::status(404))?;
    let uploads = Arc::clone(&ask.site().uploads);
    let code = row.text("code").to_owned();
    let opened = tasks::blocking(move || {
        let file = uploads.open(&code)?;
        let length = file.metadata()?.len();
        Ok::<_, io::Error>((file, length))
    });
    match opened.await.ok_or_else(|| Wrong::status(500))? {
        Ok((file, length)) => Ok(sent(ask, &row, file, length)),
        // The record came from a partner, the file did not.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(Wrong::because(404, "file-not-here"))
        }
        Err(error) => {
            tracing::error!(%error, "a file cannot be read");
            Err(Wrong::status(500))
        }
    }
}

/// First and last byte of a range that is asked for; none for all of it (RFC 9110, 14.2). A range
/// that does not read, or several, count as none.
fn range(asked: &str, length: u64) -> Option<Result<(u64, u64), ()>> {
    let (first, last) = asked.strip_prefix("bytes=")?.split_once('-')?;
    let whole = |text: &str| {
        let digits = text.bytes().all(|it| it.is_ascii_digit());
        digits.then(|| text.parse::<u64>().ok()).flatten()
    };
    let (first, last) = match (first, last) {
        ("", last) => (length.saturating_sub(whole(last)?.min(length)), length - 1),
        (first, "") => (whole(first)?, length - 1),
        (first, last) => {
            let (first, last) = (whole(first)?, whole(last)?);
            if last < first {
                return None;
            }
            (first, last.min(length - 1))
        }
    };
    Some(if first < length && first <= last {
        Ok((first, last))
    } else {
        Err(())
    })
}

fn sent(ask: &Asked, row: &Row, file: File, length: u64) -> Response {
    let mark = format!("\"{}\"", row.text("digest"));
    let same = ask.header("if-none-match").is_some_and(|it| it == mark);
    // Of another file than the one that was begun nothing is added to it.
    let fits = ask.header("if-range").is_none_or(|it| it == mark);
    let asked = ask.header("range").filter(|_| fits && length > 0);
    let part = asked.and_then(|it| range(it, length));
    let (status, part) = match part {
        _ if same => (StatusCode::NOT_MODIFIED, None),
        Some(Err(())) => (StatusCode::RANGE_NOT_SATISFIABLE, None),
        Some(Ok(part)) => (StatusCode::PARTIAL_CONTENT, Some(part)),
        None if length == 0 => (StatusCode::OK, None),
        None => (StatusCode::OK, Some((0, length - 1))),
    };
    let body = part.map_or_else(Body::empty, |part| Body::from_stream(read(file, part)));
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let mut put = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    };
    put(header::CONTENT_TYPE, row.text("media"));
    put(
        header::CONTENT_DISPOSITION,
        &disposition(ask, row.text("name")),
    );
    put(header::CONTENT_SECURITY_POLICY, POLICY);
    put(header::CACHE_CONTROL, "private, no-store");
    put(header::ACCEPT_RANGES, "bytes");
    put(header::ETAG, &mark);
    match (status, part) {
        (StatusCode::PARTIAL_CONTENT, Some((first, last))) => {
            put(
                header::CONTENT_RANGE,
                &format!("bytes {first}-{last}/{length}"),
            );
            put(header::CONTENT_LENGTH, &(last - first + 1).to_string());
        }
        (StatusCode::RANGE_NOT_SATISFIABLE, _) => {
            put(header::CONTENT_RANGE, &format!("bytes */{length}"));
        }
        (StatusCode::OK, _) => put(header::CONTENT_LENGTH, &length.to_string()),
        _ => {}
    }
    response
}

/// A file to keep, by its name: for all, and for those who read more than ASCII (RFC 6266, 8187).
/// What comes from a demo or an exercise says so: it is passed on without the page around it.
fn disposition(ask: &Asked, name: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let demo = if ask.site().settings.demo {
        "-demo"
    } else {
        ""
    };
    let name = format!("{stem}{demo}.{ending}");
    let plain: String = name
        .chars()
        .map(|it| match it {
            ' '..='~' if !"\"\\%".contains(it) => it,
            _ => '_',
        })
        .collect();
    let marked = match exercises::marking(ask) {
        Some(_) => format!("OEFENING-{name}"),
        None => name,
    };
    let whole = utf8_percent_encode(&marked, PLAIN);
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}

/// The pieces of a file as a body.
struct Pieces(mpsc::Receiver<io::Result<Bytes>>);

impl Stream for Pieces {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context)
    }
}

/// Reads a part of a file as fast as it is taken.
fn read(file: File, (first, last): (u64, u64)) -> Pieces {
    let (pieces, receiver) = mpsc::channel(WAITING);
    tasks::spawn("file", async move {
        let mut at = first;
        let mut file = Some(file);
        while let Some(mut open) = file.take().filter(|_| at <= last) {
            let read = move || {
                let length = (last - at + 1).min(PIECE as u64);
                let mut bytes = vec![0; usize::try_from(length).unwrap_or(PIECE)];
                open.seek(SeekFrom::Start(at))?;
                open.read_exact(&mut bytes)?;
                Ok::<_, io::Error>((open, bytes))
            };
            let broken = || Err(io::Error::from(io::ErrorKind::Other));
            let piece = tasks::blocking(read).await.unwrap_or_else(broken);
            let piece = piece.map(|(open, bytes)| {
                at += bytes.len() as u64;
                file = Some(open);
                Bytes::from(bytes)
            });
            if pieces.send_timeout(piece, GONE).await.is_err() {
                return;
            }
        }
    });
    Pieces(receiver)
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn one_range_is_answered_and_what_does_not_read_is_all_of_it() {
        assert_eq!(range("bytes=0-3", 10), Some(Ok((0, 3))));
        assert_eq!(range("bytes=4-", 10), Some(Ok((4, 9))));
        assert_eq!(range("bytes=4-99", 10), Some(Ok((4, 9))));
        assert_eq!(range("bytes=-3", 10), Some(Ok((7, 9))));
        assert_eq!(range("bytes=-99", 10), Some(Ok((0, 9))));
        for beyond in ["bytes=10-", "bytes=12-15", "bytes=-0"] {
            assert_eq!(range(beyond, 10), Some(Err(())), "{beyond}");
        }
        for bad in [
            "",
            "lines=0-1",
            "bytes=0-1,3-4",
            "bytes=a-b",
            "bytes=--1",
            "bytes=5-4",
        ] {
            assert_eq!(range(bad, 10), None, "{bad}");
        }
    }
}
