// SPDX-License-Identifier: EUPL-1.2
//! The event stream: says that something visible changed and which tables it touched, never
//! what. Each page asks again, under its own reader's rights.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use futures_core::Stream;
use tokio::sync::mpsc;

use crate::ask::Ask;
use crate::connections::{Connection, Connections};
use crate::cookie::Cookie;
use crate::keeper::{Opens, Person};
use crate::pages::exercises;
use crate::tasks;
use crate::wrong::Wrong;

/// After so long without news it is said that the line is open, so that who hears nothing knows
/// that it is not. A comment would not do: scripts never see one.
const KEEP_ALIVE: Duration = Duration::from_secs(10);
const STILL: &[u8] = b"event: still\ndata: .\n\n";
/// Most streams of one account: the tabs of a browser share one.
const PER_ACCOUNT: usize = 12;
/// Most streams of the node.
const IN_ALL: usize = 4_000;

/// Nobody listens yet.
pub(crate) fn connections() -> Arc<Connections> {
    Connections::new(PER_ACCOUNT, IN_ALL)
}

/// Opens a stream from a cursor on: `Last-Event-ID`, else `?after=`, else now.
pub(crate) async fn open(ask: Ask) -> Result<Response, Wrong> {
    let person = ask.person()?;
    if !ask.caller.opens(Opens::Read) {
        return Err(Wrong::because(403, "web-key-does-not-open"));
    }
    let Some(place) = ask.shell.streams.enter(person.account) else {
        return Err(Wrong::wait(30));
    };
    let after = ask
        .header("last-event-id")
        .or_else(|| ask.parameter("after"));
    let after = after.map(str::to_owned);
    let (sender, receiver) = mpsc::channel(4);
    let follower = ask.clone();
    tasks::spawn("event stream", async move {
        follow(follower, place, after, sender).await
    });
    let mut response = Response::new(Body::from_stream(Lines(receiver)));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/event-stream"),
    );
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(response)
}

/// Sends news until the reader goes or the session ends.
async fn follow(
    ask: Ask,
    _connection: Connection,
    mut after: Option<String>,
    sender: mpsc::Sender<Bytes>,
) {
    if sender
        .send(Bytes::from_static(b"retry: 3000\n\n"))
        .await
        .is_err()
    {
        return;
    }
    while let Some(person) = still_signed_in(&ask) {
        // Circles and functions may have changed since the last news.
        let here = ask.read(move |ask, desk, _| {
            let caller = &ask.caller;
            let audience = desk.audience(Some(&person.actor()), caller.language, &caller.zone)?;
            let (_, cursor) = desk.answers(&audience, &[])?;
            Ok((audience, cursor))
        });
        let Ok((audience, cursor)) = here.await else {
            return;
        };
        let from = after.get_or_insert(cursor).clone();
        let news = ask.site().desk.changed(&audience, Some(&from));
        let line = tokio::select! {
            () = sender.closed() => return,
            changed = tokio::time::timeout(KEEP_ALIVE, news) => match changed {
                Err(_quiet) => Bytes::from_static(STILL),
                Ok(changed) => {
                    // Every page of a space that was left asks again, and is sent on.
                    let left = exercises::left(&ask).then_some("space");
                    let topics = changed.topics.into_iter().chain(left);
                    let topics = topics.collect::<Vec<_>>().join(" ");
                    let line =
                        format!("id: {}\nevent: changed\ndata: {topics}\n\n", changed.cursor);
                    after = Some(changed.cursor);
                    Bytes::from(line)
                }
            },
        };
        if still_signed_in(&ask).is_none() || sender.send(line).await.is_err() {
            return;
        }
    }
}

/// Who sent this request, when they are still signed in.
pub(crate) fn still_signed_in(ask: &Ask) -> Option<Person> {
    let site = ask.site();
    match Cookie::Session.read(&site.settings, &ask.headers) {
        Some(secret) => site.keeper.session(secret),
        None => {
            let (_, secret) = ask.header("authorization")?.split_once(' ')?;
            site.keeper.token(secret.trim()).map(|holder| holder.person)
        }
    }
}

/// A channel as a body.
struct Lines(mpsc::Receiver<Bytes>);

impl Stream for Lines {
    type Item = Result<Bytes, std::convert::Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context).map(|line| line.map(Ok))
    }
}
