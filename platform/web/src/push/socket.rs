// SPDX-License-Identifier: EUPL-1.2
//! The socket of one viewer: what comes of them, and what they did not take at once.

use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, ReadHalf};
use tokio::sync::watch;
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};

use super::frame::{self, Came, Frames};
use super::handshake::Line;
use super::people::Room;
use super::picture::Picture;
use super::viewer::{Sort, Viewer};
use crate::ask::Ask;

/// It is looked at so often whether they still may, and said that the line is open.
const LOOK_EVERY: Duration = Duration::from_secs(10);
/// Says that the line is open: a script never sees a ping.
const STILL: &str = "still";
/// Who takes nothing for so long is let go: their page asks for itself and comes again.
const PATIENCE: Duration = Duration::from_secs(10);
/// Who does nothing for so long is not named among those who look.
const IDLE: Duration = Duration::from_secs(300);
/// More messages than this between two looks is no page of ours.
const MOST_SIGNS: u32 = 20;
/// After the last word the other side has so long to end it too.
const LAST_WORD: Duration = Duration::from_secs(2);
/// They end it, as they said.
const NORMAL: u16 = 1000;
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

/// Serves a viewer whose page is of `known`, until one side ends it.
pub(super) async fn serve(
    (line, unpacks): (Line, bool),
    ask: Ask,
    picture: &Picture,
    mut ended: watch::Receiver<bool>,
    known: Option<i64>,
) {
    let (mut read, write) = tokio::io::split(line);
    let viewer = Arc::new(Viewer::new(ask, write, unpacks));
    let code = match viewer.still_may() {
        false => ASK,
        true => {
            let _entered = picture.enter(&viewer, known);
            tokio::select! {
                code = hear(&mut read, &viewer, picture) => code,
                () = write_on(&viewer) => ASK,
                () = viewer.lost() => ASK,
                // The picture outlives who looks at it.
                _ = ended.wait_for(|ended| *ended) => ASK,
            }
        }
    };
    viewer.end(&frame::close(code));
    let _ = timeout(LAST_WORD, last_word(&mut read, &viewer)).await;
}

/// Writes what was not taken at once; ends when nothing is taken for long, or they may no more.
async fn write_on(viewer: &Viewer) {
    loop {
        viewer.behind().await;
        let mut left = true;
        while left {
            if !viewer.still_may() {
                return;
            }
            let Ok(Ok(nothing_left)) = timeout(PATIENCE, viewer.write_on()).await else {
                return;
            };
            left = !nothing_left;
        }
    }
}

/// Hears what comes; answers why it ends.
async fn hear(read: &mut ReadHalf<Line>, viewer: &Viewer, picture: &Picture) -> u16 {
    let mut look = interval(LOOK_EVERY);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    look.reset();
    let (mut acted, mut signs) = (Instant::now(), 0);
    let still = Frames::of(STILL);
    let mut named = here(&viewer.ask, picture);
    let (mut heard, mut more) = (Vec::new(), [0; 256]);
    loop {
        tokio::select! {
            many = read.read(&mut more) => match many {
                Ok(many @ 1..) => heard.extend_from_slice(more.get(..many).unwrap_or_default()),
                _ => return NORMAL,
            },
            _ = look.tick() => {
                if !viewer.still_may() {
                    return ASK;
                }
                signs = 0;
                if acted.elapsed() > IDLE {
                    named = None;
                }
                viewer.say(Sort::Still, &still);
            }
        }
        while let Some(came) = frame::take(&mut heard).transpose() {
            signs += 1;
            match came {
                _ if signs > MOST_SIGNS => return ASK,
                Ok(Came::Sign) => {
                    acted = Instant::now();
                    if named.is_none() {
                        named = here(&viewer.ask, picture);
                    }
                }
                Ok(Came::Ping(said)) => viewer.say(Sort::Pong, &frame::pong(&said)),
                Ok(Came::Pong) => {}
                Ok(Came::Close) => return NORMAL,
                Err(_strange) => return ASK,
            }
        }
    }
}

/// Brings the last word, and waits until the other side has said that it has it.
async fn last_word(read: &mut ReadHalf<Line>, viewer: &Viewer) {
    while let Ok(false) = viewer.write_on().await {}
    let _ = read.read(&mut [0; 256]).await;
}
