// SPDX-License-Identifier: EUPL-1.2
//! One draft that is open: its text, and who types in it.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use paraat_drafts::{Change, Draft, Key, Message, NotTaken, Presence, as_one};
use paraat_drafts::{answer, ask, present, update};
use serde_json::{Value, json};
use tokio::sync::mpsc;

/// After so many pieces a draft is kept in one piece again.
const MOST_PIECES: usize = 100;
/// The client number under which the node itself speaks: no browser draws it.
const NODE: u64 = 0;

/// Why a socket is closed: codes of our own (RFC 6455, 7.4.2), for the script of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Close {
    /// What came is no message of the protocol.
    Malformed = 4400,
    /// The session ended, or they may not do this any more.
    NotPermitted = 4403,
    /// Nothing was typed for long.
    Idle = 4408,
    /// The text would be too long.
    TooLong = 4413,
    /// The draft can take no more until it is recorded.
    Full = 4414,
    /// Come again: the node lost its thread, or they did not keep up.
    Again = 4503,
}

/// Somebody who types.
pub(crate) struct Seat {
    /// Name of the account: that of a function.
    pub name: String,
    /// What they are sent.
    pub out: mpsc::Sender<Bytes>,
}

struct Sitting {
    seat: Seat,
    /// The client number that they type with, once they said so.
    side: Option<u64>,
    clock: u64,
}

/// What came of a message.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    /// Nothing to be answered.
    Nothing,
    /// An answer for who sent it.
    Answer(Vec<u8>),
}

/// What was typed and is not kept yet.
pub(crate) struct Kept {
    born: u64,
    base: String,
    update: Vec<u8>,
    whole: bool,
}

impl Kept {
    /// As the store wants it.
    pub(crate) fn change<'a>(&'a self, key: &'a Key) -> Change<'a> {
        Change {
            key,
            born: self.born,
            base: &self.base,
            update: self.update.clone(),
            whole: self.whole,
        }
    }
}

/// A draft that is open.
pub(crate) struct Room {
    /// Which draft.
    pub key: Key,
    born: u64,
    inner: Mutex<Inner>,
}

struct Inner {
    draft: Draft,
    base: String,
    pending: Vec<Vec<u8>>,
    pieces: usize,
    people: BTreeMap<u64, Sitting>,
    next: u64,
    clock: u64,
    /// How often it was recorded while it was open, and by whom last.
    recorded: (u32, String),
    /// True when its base has changed and that is not kept yet.
    anew: bool,
    /// False while the disk takes nothing.
    safe: bool,
    /// True when it came to grief: it is read again from what is kept.
    gone: bool,
}

impl Room {
    /// A room for a draft that is kept in so many pieces.
    pub(crate) fn new(key: Key, draft: Draft, (born, base): (u64, String), pieces: usize) -> Self {
        let inner = Inner {
            draft,
            base,
            pending: Vec::new(),
            pieces,
            people: BTreeMap::new(),
            next: 0,
            clock: 0,
            recorded: (0, String::new()),
            anew: false,
            safe: true,
            gone: false,
        };
        Self {
            key,
            born,
            inner: Mutex::new(inner),
        }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// True when nobody may come in any more.
    pub(crate) fn is_gone(&self) -> bool {
        self.inner().gone
    }

    /// True when nobody is in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.inner().people.is_empty()
    }

    /// Somebody comes in. They are told which draft this is, asked what they have, and told who
    /// else is there.
    pub(crate) fn enter(&self, seat: Seat) -> u64 {
        let mut inner = self.inner();
        let number = inner.next;
        inner.next += 1;
        let mut sides = vec![inner.node(self.born)];
        sides.extend(inner.people.values().filter_map(Sitting::presence));
        for message in [present(&sides), ask(&inner.draft.has())] {
            // A new line has room.
            let _ = seat.out.try_send(message.into());
        }
        let sitting = Sitting {
            seat,
            side: None,
            clock: 0,
        };
        inner.people.insert(number, sitting);
        number
    }

    /// Somebody goes. True when they were the last.
    pub(crate) fn leave(&self, number: u64) -> bool {
        let mut inner = self.inner();
        if let Some(gone) = inner.people.remove(&number)
            && let Some(client) = gone.side
        {
            let side = Presence {
                client,
                clock: gone.clock + 1,
                state: "null".to_owned(),
            };
            inner.tell(&present(&[side]).into(), None);
        }
        inner.people.is_empty()
    }

    /// Takes in what somebody sent.
    pub(crate) fn hear(&self, number: u64, message: &[u8]) -> Result<Heard, Close> {
        let message = Message::read(message).map_err(|_malformed| Close::Malformed)?;
        let mut inner = self.inner();
        if inner.gone {
            return Err(Close::Again);
        }
        match message {
            Message::Ask(has) => {
                let lacking = inner.draft.lacking(has);
                let lacking = lacking.map_err(|_malformed| Close::Malformed)?;
                Ok(Heard::Answer(answer(&lacking)))
            }
            Message::Update(bytes) => {
                inner.take(number, bytes)?;
                Ok(Heard::Nothing)
            }
            Message::Present(sides) => {
                inner.present(number, &sides);
                Ok(Heard::Nothing)
            }
            Message::Who => {
                let mut sides = vec![inner.node(self.born)];
                sides.extend(inner.people.values().filter_map(Sitting::presence));
                Ok(Heard::Answer(present(&sides)))
            }
            Message::Other => Ok(Heard::Nothing),
        }
    }

    /// The text as it stands.
    pub(crate) fn text(&self) -> String {
        self.inner().draft.text()
    }

    /// True when nothing is in it that is not recorded.
    pub(crate) fn says_what_is_recorded(&self) -> bool {
        let inner = self.inner();
        !inner.gone && inner.draft.text().trim() == inner.base.trim()
    }

    /// A text was recorded. What others typed while that was under way stays: nobody's words are
    /// taken from under their hands, and who records them next sees what was recorded before.
    pub(crate) fn recorded(&self, text: &str, by: &str) {
        let mut inner = self.inner();
        text.clone_into(&mut inner.base);
        inner.anew = true;
        inner.recorded.0 += 1;
        by.clone_into(&mut inner.recorded.1);
        let told: Bytes = present(&[inner.node(self.born)]).into();
        inner.tell(&told, None);
    }

    /// Takes what is to be brought to the disk; none when nothing is. In one piece when that is
    /// asked for, or when it has become many.
    pub(crate) fn to_keep(&self, whole: bool) -> Result<Option<Kept>, NotTaken> {
        let mut inner = self.inner();
        if inner.pending.is_empty() && !inner.anew && !(whole && inner.pieces > 1) {
            return Ok(None);
        }
        let whole = (whole || inner.pieces >= MOST_PIECES) && !inner.gone;
        let pending = std::mem::take(&mut inner.pending);
        inner.anew = false;
        let update = if whole {
            inner.pieces = 1;
            inner.draft.state()
        } else if pending.is_empty() {
            Vec::new()
        } else {
            inner.pieces += 1;
            as_one(&pending)?
        };
        Ok(Some(Kept {
            born: self.born,
            base: inner.base.clone(),
            update,
            whole,
        }))
    }

    /// It is on the disk.
    pub(crate) fn kept(&self) {
        self.safe(true);
    }

    /// It is not: it is kept the next time, in one piece, and everybody is told.
    pub(crate) fn not_kept(&self, kept: Kept) {
        {
            let mut inner = self.inner();
            inner.pending.insert(0, kept.update);
            inner.pieces = MOST_PIECES;
        }
        self.safe(false);
    }

    fn safe(&self, safe: bool) {
        let mut inner = self.inner();
        if inner.safe != safe {
            inner.safe = safe;
            let told: Bytes = present(&[inner.node(self.born)]).into();
            inner.tell(&told, None);
        }
    }

    /// Says again who is there: Yjs forgets who says nothing for half a minute.
    pub(crate) fn still_here(&self) -> Bytes {
        present(&[self.inner().node(self.born)]).into()
    }
}

impl Sitting {
    /// Who they are: the node says so, whatever they say of themselves.
    fn presence(&self) -> Option<Presence> {
        let client = self.side?;
        Some(Presence {
            client,
            clock: self.clock,
            state: json!({ "user": { "name": self.seat.name } }).to_string(),
        })
    }
}

impl Inner {
    fn take(&mut self, number: u64, bytes: &[u8]) -> Result<(), Close> {
        // An answer of who lacks nothing: no blocks, nothing deleted.
        if bytes == [0, 0] {
            return Ok(());
        }
        match self.draft.apply(bytes) {
            Ok(()) => {
                self.pending.push(bytes.to_vec());
                self.tell(&update(bytes).into(), Some(number));
                Ok(())
            }
            Err(NotTaken::Malformed) => Err(Close::Malformed),
            Err(NotTaken::TooLong) => Err(Close::TooLong),
            Err(NotTaken::Full) => Err(Close::Full),
            Err(NotTaken::Broke) => {
                tracing::error!("a draft came to grief and is read again");
                self.gone = true;
                self.people.retain(|own, _| *own == number);
                Err(Close::Again)
            }
        }
    }

    fn present(&mut self, number: u64, sides: &[Presence]) {
        let taken = |side: u64| {
            let mut others = self.people.iter().filter(|(own, _)| **own != number);
            side == NODE || others.any(|(_, it)| it.side == Some(side))
        };
        // A browser also passes on what it heard of others; only what it says of itself counts.
        let own = self.people.get(&number).and_then(|it| it.side);
        let first = sides.iter().find(|side| match own {
            Some(own) => side.client == own,
            None => !taken(side.client),
        });
        let Some(said) = first else { return };
        let (client, clock, goes) = (said.client, said.clock, said.state == "null");
        let Some(sitting) = self.people.get_mut(&number) else {
            return;
        };
        sitting.side = Some(client);
        sitting.clock = sitting.clock.max(clock);
        let side = if goes {
            let (clock, state) = (sitting.clock, "null".to_owned());
            Some(Presence {
                client,
                clock,
                state,
            })
        } else {
            sitting.presence()
        };
        if let Some(side) = side {
            self.tell(&present(&[side]).into(), Some(number));
        }
    }

    /// What the node says of the draft.
    fn node(&mut self, born: u64) -> Presence {
        self.clock += 1;
        let (times, by) = &self.recorded;
        let recorded = if *times == 0 {
            Value::Null
        } else {
            json!({ "times": times, "by": by })
        };
        let state = json!({ "draft": {
            "born": format!("{born:016x}"),
            "kept": self.safe,
            "recorded": recorded,
        } });
        Presence {
            client: NODE,
            clock: self.clock,
            state: state.to_string(),
        }
    }

    /// Sends to all but one. Who does not keep up is let go, and comes again for what they lack.
    fn tell(&mut self, message: &Bytes, but: Option<u64>) {
        self.people.retain(|number, it| {
            Some(*number) == but || it.seat.out.try_send(message.clone()).is_ok()
        });
    }
}
