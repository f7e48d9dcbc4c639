// SPDX-License-Identifier: EUPL-1.2
//! The way to one viewer. What is new is written at once by whoever has it; only what the
//! connection does not take waits, of each sort only the newest: who is slow skips pages.

use std::io;
use std::pin::Pin;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker, ready};

use axum::body::Bytes;
use tokio::io::{AsyncWrite as _, WriteHalf};
use tokio::sync::Notify;

use super::frame::Frames;
use super::handshake::Line;
use crate::ask::Ask;
use crate::cookie::Cookie;

/// What waits, in the order in which it goes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sort {
    /// The answer to their ping.
    Pong,
    /// The page.
    Page,
    /// Who looks.
    Here,
    /// That the line is open.
    Still,
    /// The end.
    Close,
}

/// As many as there are sorts.
const SORTS: usize = 5;

/// Somebody who looks.
pub(super) struct Viewer {
    /// As whom.
    pub ask: Ask,
    /// What opens their session; nothing when they have none.
    secret: String,
    unpacks: bool,
    out: Mutex<Out>,
    /// Something waits that the connection did not take.
    behind: Notify,
    /// They are to be let go.
    lost: Notify,
}

struct Out {
    line: WriteHalf<Line>,
    /// What is left of the frame that is under way.
    rest: Bytes,
    waiting: [Option<Bytes>; SORTS],
    /// Number of the last page that they were told of.
    told: u64,
    /// True while the task of the viewer waits for the connection: nobody else writes.
    blocked: bool,
}

impl Viewer {
    /// Who looks by this line.
    pub(super) fn new(ask: Ask, line: WriteHalf<Line>, unpacks: bool) -> Self {
        let out = Out {
            line,
            rest: Bytes::new(),
            waiting: Default::default(),
            told: 0,
            blocked: false,
        };
        let cookie = Cookie::Session.read(&ask.site().settings, &ask.headers);
        Self {
            secret: cookie.unwrap_or_default().to_owned(),
            ask,
            unpacks,
            out: Mutex::new(out),
            behind: Notify::new(),
            lost: Notify::new(),
        }
    }

    fn out(&self) -> MutexGuard<'_, Out> {
        self.out.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// True while they are signed in as the same, with the same functions.
    pub(super) fn still_may(&self) -> bool {
        let was = self.ask.caller.person.as_ref();
        let now = self.ask.site().keeper.session(&self.secret);
        was.zip(now.as_ref()).is_some_and(|(was, now)| {
            was.account == now.account
                && was.organisation == now.organisation
                && was.functions == now.functions
        })
    }

    /// Tells them of a page, unless they know it or a newer one.
    pub(super) fn show(&self, number: u64, page: &Frames) {
        let mut out = self.out();
        if number > out.told {
            out.told = number;
            self.write(&mut out, Sort::Page, page.fit(self.unpacks));
        }
    }

    /// Tells them something else.
    pub(super) fn say(&self, sort: Sort, said: &Frames) {
        self.write(&mut self.out(), sort, said.fit(self.unpacks));
    }

    /// Tells them that it ends, and nothing that waited.
    pub(super) fn end(&self, said: &Frames) {
        let mut out = self.out();
        out.waiting = Default::default();
        self.write(&mut out, Sort::Close, said.fit(self.unpacks));
    }

    fn write(&self, out: &mut Out, sort: Sort, frame: Bytes) {
        if let Some(waits) = out.waiting.get_mut(sort as usize) {
            *waits = Some(frame);
        }
        if out.blocked {
            return;
        }
        match out.flush(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Ok(())) => {}
            Poll::Ready(Err(_gone)) => self.lost.notify_one(),
            Poll::Pending => {
                out.blocked = true;
                self.behind.notify_one();
            }
        }
    }

    /// Lets them go.
    pub(super) fn let_go(&self) {
        self.lost.notify_one();
    }

    /// Waits until they are to be let go.
    pub(super) async fn lost(&self) {
        self.lost.notified().await;
    }

    /// Waits until something is left to be written.
    pub(super) async fn behind(&self) {
        self.behind.notified().await;
    }

    /// Writes on once the connection takes more. True when nothing is left.
    pub(super) async fn write_on(&self) -> io::Result<bool> {
        std::future::poll_fn(|context| self.out().step(context)).await
    }
}

impl Out {
    /// Writes until nothing is left or the connection takes no more.
    fn flush(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !ready!(self.step(context))? {}
        Poll::Ready(Ok(()))
    }

    /// Writes what the connection takes at once. True when nothing is left.
    fn step(&mut self, context: &mut Context<'_>) -> Poll<io::Result<bool>> {
        if self.rest.is_empty() {
            let next = self.waiting.iter_mut().find_map(Option::take);
            let Some(next) = next else {
                ready!(Pin::new(&mut self.line).poll_flush(context))?;
                self.blocked = false;
                return Poll::Ready(Ok(true));
            };
            self.rest = next;
        }
        let many = ready!(Pin::new(&mut self.line).poll_write(context, &self.rest))?;
        if many == 0 {
            return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
        }
        self.rest = self.rest.slice(many..);
        Poll::Ready(Ok(false))
    }
}
