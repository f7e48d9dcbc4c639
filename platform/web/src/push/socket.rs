// SPDX-License-Identifier: EUPL-1.2
//! The socket of one viewer. Before anything goes out it is asked whether they still may.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket};
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};

use super::people::Room;
use super::picture::{Picture, Seen};
use crate::ask::Ask;
use crate::events::still_signed_in;

/// It is looked at so often whether they still may, and said that the line is open.
const LOOK_EVERY: Duration = Duration::from_secs(10);
/// Says that the line is open: a script never sees a ping.
const STILL: &str = "still";
/// Who takes nothing for so long is let go: their page asks for itself and comes again.
const PATIENCE: Duration = Duration::from_secs(10);
/// Who does nothing for so long is not named among those who look.
const IDLE: Duration = Duration::from_secs(300);
/// More signs of life than this between two looks is no page of ours.
const MOST_SIGNS: u32 = 20;
/// Ask for the page, then come again: a code of our own (RFC 6455, 7.4.2).
const ASK: u16 = 4409;

/// Named among those who look until this is dropped.
struct Here<'a> {
    room: &'a Room,
    number: u64,
}

impl Drop for Here<'_> {
    fn drop(&mut self) {
        self.room.leave(self.number);
    }
}

fn here<'a>(ask: &Ask, picture: &'a Picture) -> Option<Here<'a>> {
    let person = ask.caller.person.as_ref()?;
    let room = picture.room.as_deref()?;
    let looker = (person.organisation.clone(), person.functions.clone());
    let number = room.enter(looker);
    Some(Here { room, number })
}

/// True while they are signed in as the same, with the same functions.
fn still_may(ask: &Ask) -> bool {
    let was = ask.caller.person.as_ref();
    let now = still_signed_in(ask);
    was.zip(now.as_ref()).is_some_and(|(was, now)| {
        was.account == now.account
            && was.organisation == now.organisation
            && was.functions == now.functions
    })
}

/// What somebody is told who comes with a page of `known`.
fn first(seen: &mut Seen, known: Option<i64>) -> Option<Message> {
    // Who came before hear of the newcomer, the newcomer of them.
    seen.here.mark_changed();
    let newest = seen.page.borrow_and_update().clone()?;
    let said = match newest.position > known {
        true => newest.message,
        // Nothing new; the number is said, so that a gap is seen.
        false => number_of(newest.message.as_str()).into(),
    };
    Some(Message::Text(said))
}

/// Serves a viewer whose page is of `known`, until one side closes.
pub(super) async fn serve(
    mut socket: WebSocket,
    ask: &Ask,
    picture: &Arc<Picture>,
    mut seen: Seen,
    known: Option<i64>,
) {
    let mut look = interval(LOOK_EVERY);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    look.reset();
    let (mut acted, mut signs) = (Instant::now(), 0);
    let mut named = here(ask, picture);
    let mut next = first(&mut seen, known);
    while !seen.is_over() {
        if let Some(message) = next.take()
            && (!still_may(ask) || !send(&mut socket, message).await)
        {
            break;
        }
        tokio::select! {
            changed = seen.page.changed() => {
                let newest = seen.page.borrow_and_update().clone();
                match newest.filter(|_| changed.is_ok()) {
                    Some(newest) => next = Some(Message::Text(newest.message)),
                    None => break,
                }
            }
            Ok(()) = seen.here.changed() => {
                next = Some(Message::Text(seen.here.borrow_and_update().clone()));
            }
            message = socket.recv() => match message {
                Some(Ok(Message::Text(_))) if signs < MOST_SIGNS => {
                    (acted, signs) = (Instant::now(), signs + 1);
                    if named.is_none() {
                        named = here(ask, picture);
                    }
                }
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                _ => break,
            },
            _ = look.tick() => {
                signs = 0;
                if acted.elapsed() > IDLE {
                    named = None;
                }
                next = Some(Message::Text(Utf8Bytes::from_static(STILL)));
            }
        }
    }
    let frame = CloseFrame {
        code: ASK,
        reason: "".into(),
    };
    send(&mut socket, Message::Close(Some(frame))).await;
}

/// The head of a message without its page.
fn number_of(message: &str) -> String {
    let number = message.lines().nth(1).unwrap_or_default();
    format!("at\n{number}")
}

/// False when it did not go.
async fn send(socket: &mut WebSocket, message: Message) -> bool {
    matches!(timeout(PATIENCE, socket.send(message)).await, Ok(Ok(())))
}
