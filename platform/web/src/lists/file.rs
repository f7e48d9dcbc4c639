// SPDX-License-Identifier: EUPL-1.2
//! A list as the body of an answer, written while it is sent.

use std::io::{self, Write};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes};
use axum::response::Response;
use futures_core::Stream;
use paraat_contract::Params;
use paraat_sheets::Format;
use tokio::runtime::Handle;
use tokio::sync::mpsc;

use super::write::{NotOut, named, write};
use super::{Listed, Room};
use crate::ask::{Ask, Asked};
use crate::attached::attached;
use crate::tasks;
use crate::wrong::Wrong;

/// Bytes that are sent at a time; so many pieces wait for a reader that is slow.
const PIECE: usize = 64 * 1024;
const WAITING: usize = 4;
/// A reader that takes nothing for so long has gone: what it holds is wanted by others.
const PATIENCE: Duration = Duration::from_secs(20);
/// No reader takes longer over a whole list: as long as one is read, the ledger cannot tidy up
/// behind what is written meanwhile.
const WHOLE: Duration = Duration::from_secs(300);
type Piece = io::Result<Bytes>;

/// Sends what is written in pieces; an error when the reader has gone.
struct Sending {
    piece: Vec<u8>,
    pieces: mpsc::Sender<Piece>,
    runtime: Handle,
    /// Not a piece more after this.
    until: Instant,
}

impl Sending {
    fn send(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::Error::from(io::ErrorKind::TimedOut));
        }
        let patience = PATIENCE.min(left);
        let sent = self.pieces.send_timeout(Ok(Bytes::from(piece)), patience);
        let gone = |_error| io::Error::from(io::ErrorKind::BrokenPipe);
        self.runtime.block_on(sent).map_err(gone)
    }
}

impl Write for Sending {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.send()?;
        }
        Ok(bytes.len())
    }

    /// What is not a whole piece yet waits for the rest: packing flushes often.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The pieces as a body.
struct Pieces(Option<Piece>, mpsc::Receiver<Piece>);

impl Stream for Pieces {
    type Item = Piece;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Piece>> {
        match self.0.take() {
            Some(first) => Poll::Ready(Some(first)),
            None => self.1.poll_recv(context),
        }
    }
}

/// A list as a file, with the filters in the address. It goes on while the reader reads, and the
/// connection to the record is given back when the reader goes away.
pub(crate) async fn download(
    ask: &Ask,
    listed: Listed,
    params: Params,
    format: Format,
) -> Result<Response, Wrong> {
    let place = ask.shell.exports.take()?;
    let (pieces, mut receiver) = mpsc::channel(WAITING);
    let asked = ask.clone();
    let runtime = Handle::current();
    tasks::spawn("list", async move {
        let _ = tasks::blocking(move || {
            let _place = place;
            written(&asked, listed, &params, format, pieces, runtime);
        })
        .await;
    });
    // Whoever cannot be given the beginning is told so; later the answer can only break off.
    let first = match receiver.recv().await {
        Some(Ok(first)) => Ok(first),
        _ => return Err(Wrong::status(500)),
    };
    let body = Body::from_stream(Pieces(Some(first), receiver));
    let title = ask.voice().say(listed.list.title);
    let name = named(&title, ask.now, &ask.caller.zone);
    let (extension, kind) = (format.extension(), format.media_type());
    let demo = ask.site().settings.demo;
    Ok(attached(body, &name, demo, extension, kind))
}

/// Writes it all, on a thread that may block.
fn written(
    ask: &Asked,
    listed: Listed,
    params: &Params,
    format: Format,
    pieces: mpsc::Sender<Piece>,
    runtime: Handle,
) {
    let mut sending = Sending {
        piece: Vec::with_capacity(PIECE),
        pieces: pieces.clone(),
        runtime,
        until: Instant::now() + WHOLE,
    };
    let done = ask.audience().map_err(|it| NotOut::Broken(it.0));
    let done = done.and_then(|audience| {
        let room = ask.room(&*ask.site().desk, &audience);
        write(&room, listed, params, format, &mut sending)
    });
    let done = done.and_then(|_lines| {
        let gone = |error| NotOut::NotWritten(paraat_sheets::NotWritten::Io(error));
        sending.send().map_err(gone)
    });
    if let Err(not) = done {
        tracing::warn!(request = ask.id, ?listed, ?not, "a list was not sent whole");
        // An answer that ends like any other would pass for whole.
        let broken = Err(io::Error::from(io::ErrorKind::UnexpectedEof));
        let _ = sending
            .runtime
            .block_on(pieces.send_timeout(broken, PATIENCE));
    }
}

impl Asked {
    /// Who works with a list in this request.
    pub(crate) fn room<'a>(
        &'a self,
        desk: &'a dyn paraat_contract::Desk,
        audience: &'a paraat_authority::Audience,
    ) -> Room<'a> {
        Room {
            desk,
            words: &self.site().words,
            audience,
            actor: None,
            now: self.now,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_reader_that_goes_on_too_long_is_sent_no_more() {
        let (pieces, mut receiver) = mpsc::channel(WAITING);
        let runtime = Handle::current();
        let sent = tokio::task::spawn_blocking(move || {
            let mut sending = Sending {
                piece: Vec::new(),
                pieces,
                runtime,
                until: Instant::now() + WHOLE,
            };
            sending.write_all(b"a").unwrap();
            sending.send().unwrap();
            sending.until = Instant::now();
            sending.write_all(b"b").unwrap();
            sending.send().unwrap_err().kind()
        });
        assert_eq!(sent.await.unwrap(), io::ErrorKind::TimedOut);
        assert_eq!(receiver.recv().await.unwrap().unwrap(), "a");
        assert!(receiver.recv().await.is_none());
    }
}
