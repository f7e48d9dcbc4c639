// SPDX-License-Identifier: EUPL-1.2
//! The socket of somebody who types in a draft.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::ws::{CloseFrame, Message, WebSocket};
use tokio::sync::mpsc;
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};

use super::{Close, Heard, Room};

/// Longest message that is read, in bytes: a draft of the longest text, with what Yjs adds.
pub(crate) const LONGEST_MESSAGE: usize = 256 * 1024;
/// It is looked at so often whether they still may, and said that they are still there.
const LOOK_EVERY: Duration = Duration::from_secs(10);
/// Who types nothing for so long is let go.
const IDLE: Duration = Duration::from_secs(3600);
/// Who takes nothing for so long is let go.
const PATIENCE: Duration = Duration::from_secs(10);
/// So many messages and bytes at once, and so many more a second; what comes faster waits.
const MESSAGES: Allowance = Allowance {
    most: 400.0,
    a_second: 50.0,
};
const BYTES: Allowance = Allowance {
    most: 512.0 * 1024.0,
    a_second: 32.0 * 1024.0,
};

#[derive(Clone, Copy)]
struct Allowance {
    most: f64,
    a_second: f64,
}

/// What is left of an allowance.
struct Left {
    of: Allowance,
    left: f64,
    at: Instant,
}

impl Left {
    fn new(of: Allowance) -> Self {
        Self {
            of,
            left: of.most,
            at: Instant::now(),
        }
    }

    /// Takes so much; answers how long to wait before more is read.
    fn take(&mut self, much: f64) -> Duration {
        let now = Instant::now();
        let grown = now.duration_since(self.at).as_secs_f64() * self.of.a_second;
        self.at = now;
        self.left = (self.left + grown).min(self.of.most) - much;
        Duration::from_secs_f64((-self.left).max(0.0) / self.of.a_second)
    }
}

/// What one socket may send.
struct Allowed {
    messages: Left,
    bytes: Left,
}

impl Allowed {
    /// Waits until a message of so many bytes is within what may be sent.
    async fn wait_for(&mut self, length: usize) {
        let much = f64::from(u32::try_from(length).unwrap_or(u32::MAX));
        let wait = self.messages.take(1.0).max(self.bytes.take(much));
        if !wait.is_zero() {
            tokio::time::sleep(wait).await;
        }
    }
}

/// Serves a socket until one side closes it. `may` says whether they still may.
pub(crate) async fn serve<F: Future<Output = bool> + Send>(
    mut socket: WebSocket,
    room: &Arc<Room>,
    number: u64,
    mut out: mpsc::Receiver<Bytes>,
    may: impl Fn() -> F + Send + Sync,
) {
    let mut allowed = Allowed {
        messages: Left::new(MESSAGES),
        bytes: Left::new(BYTES),
    };
    let mut look = interval(LOOK_EVERY);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    look.reset();
    let mut typed = Instant::now();
    let why = loop {
        tokio::select! {
            message = out.recv() => {
                let Some(message) = message else { break Close::Again };
                if !say(&mut socket, message).await {
                    return;
                }
            }
            message = socket.recv() => {
                if matches!(message, Some(Ok(Message::Binary(_)))) {
                    typed = Instant::now();
                }
                match hear(room, number, message, &mut allowed).await {
                    Ok(Heard::Nothing) => {}
                    Ok(Heard::Answer(answer)) => {
                        if !say(&mut socket, answer).await {
                            return;
                        }
                    }
                    Err(Some(why)) => break why,
                    Err(None) => return,
                }
            }
            _ = look.tick() => {
                if !may().await {
                    break Close::NotPermitted;
                }
                if typed.elapsed() > IDLE {
                    break Close::Idle;
                }
                if !say(&mut socket, room.still_here()).await {
                    return;
                }
            }
        }
    };
    let frame = CloseFrame {
        code: why as u16,
        reason: "".into(),
    };
    send(&mut socket, Message::Close(Some(frame))).await;
}

/// What comes of a message. `Err` ends the line: with a reason, or because the other side went.
async fn hear(
    room: &Room,
    number: u64,
    message: Option<Result<Message, axum::Error>>,
    allowed: &mut Allowed,
) -> Result<Heard, Option<Close>> {
    match message {
        Some(Ok(Message::Binary(message))) => {
            allowed.wait_for(message.len()).await;
            room.hear(number, &message).map_err(Some)
        }
        Some(Ok(Message::Ping(_) | Message::Pong(_))) => Ok(Heard::Nothing),
        Some(Ok(Message::Text(_))) => Err(Some(Close::Malformed)),
        Some(Ok(Message::Close(_)) | Err(_)) | None => Err(None),
    }
}

async fn say(socket: &mut WebSocket, message: impl Into<Bytes>) -> bool {
    send(socket, Message::Binary(message.into())).await
}

/// False when it did not go.
async fn send(socket: &mut WebSocket, message: Message) -> bool {
    matches!(timeout(PATIENCE, socket.send(message)).await, Ok(Ok(())))
}
