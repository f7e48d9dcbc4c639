// SPDX-License-Identifier: EUPL-1.2
//! The drafts that are open: a room for each, with the text in memory and everybody who types in
//! it. What was typed is on the disk within a second, for all rooms in one transaction.

mod room;
mod socket;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use paraat_drafts::{Change, Draft, Key, KeyId, NotTaken, ShelfFault};

pub(crate) use self::room::{Close, Heard, Room, Seat};
pub(crate) use self::socket::{LONGEST_MESSAGE, serve};
use crate::ask::Shell;
use crate::connections::Connections;
use crate::site::Site;
use crate::tasks;

/// Most sockets of one account: a form may have several drafts, and a browser several tabs.
const PER_ACCOUNT: usize = 24;
/// Most sockets of the node.
const IN_ALL: usize = 2_000;
/// What was typed is brought to the disk so often: together with the disk itself within a second.
const KEEP_EVERY: Duration = Duration::from_millis(500);

/// A draft could not be opened or kept.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Lost {
    #[error(transparent)]
    Shelf(#[from] ShelfFault),
    #[error(transparent)]
    Damaged(#[from] NotTaken),
}

/// The drafts that are open. Its calls block: the lock is held while the disk writes. What is
/// typed meanwhile goes past it, from socket to room.
pub(crate) struct Drafts {
    rooms: Mutex<HashMap<KeyId, Arc<Room>>>,
    keeping: AtomicBool,
    /// The sockets that are open.
    pub connections: Arc<Connections>,
}

impl Default for Drafts {
    fn default() -> Self {
        Self {
            rooms: Mutex::default(),
            keeping: AtomicBool::new(false),
            connections: Connections::new(PER_ACCOUNT, IN_ALL),
        }
    }
}

impl Drafts {
    fn rooms(&self) -> MutexGuard<'_, HashMap<KeyId, Arc<Room>>> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a seat in the room of a draft, which is opened when it was not. A new draft begins
    /// from what is recorded; so does one in which nothing was changed since it began.
    pub(crate) fn enter(
        &self,
        site: &Site,
        key: &Key,
        recorded: &str,
        seat: Seat,
    ) -> Result<(Arc<Room>, u64), Lost> {
        let mut rooms = self.rooms();
        let id = key.id();
        if let Some(room) = rooms.get(&id).filter(|room| !room.is_gone()) {
            let number = room.enter(seat);
            return Ok((Arc::clone(room), number));
        }
        let room = Arc::new(opened(site, key, recorded)?);
        let number = room.enter(seat);
        rooms.insert(id, Arc::clone(&room));
        Ok((room, number))
    }

    /// Gives a seat back. Who leaves last has all that was typed kept in one piece; a draft that
    /// says what is recorded is no draft any more.
    pub(crate) fn leave(&self, site: &Site, room: &Arc<Room>, number: u64) -> Result<(), Lost> {
        let mut rooms = self.rooms();
        if !room.leave(number) {
            return Ok(());
        }
        let id = room.key.id();
        if rooms.get(&id).is_some_and(|open| Arc::ptr_eq(open, room)) {
            rooms.remove(&id);
        }
        if room.says_what_is_recorded() {
            site.shelf.discard(&id)?;
        } else if let Some(kept) = room.to_keep(true)? {
            site.shelf
                .keep(&[kept.change(&room.key)], site.clock.now())?;
        }
        Ok(())
    }

    /// The text of a draft that was changed since it began; none when there is none.
    pub(crate) fn text(&self, site: &Site, key: &Key) -> Result<Option<String>, Lost> {
        let rooms = self.rooms();
        let id = key.id();
        if let Some(room) = rooms.get(&id) {
            let says = room.says_what_is_recorded();
            return Ok((!says).then(|| room.text()));
        }
        let Some(shelved) = site.shelf.shelved(&id)? else {
            return Ok(None);
        };
        let text = Draft::read(side(site), &shelved.updates)?.text();
        Ok((text.trim() != shelved.base.trim()).then_some(text))
    }

    /// A text was recorded: the draft begins anew from it, and everybody in it is told.
    pub(crate) fn recorded(
        &self,
        site: &Site,
        key: &Key,
        text: &str,
        by: &str,
    ) -> Result<(), Lost> {
        let rooms = self.rooms();
        let id = key.id();
        match rooms.get(&id) {
            Some(room) => room.recorded(text, by),
            None => site.shelf.discard(&id)?,
        }
        Ok(())
    }

    /// Brings to the disk what was typed. True while a room is open.
    fn keep(&self, site: &Site) -> bool {
        let rooms = self.rooms();
        if rooms.is_empty() {
            self.keeping.store(false, Ordering::Release);
            return false;
        }
        let mut taken = Vec::new();
        for room in rooms.values() {
            match room.to_keep(false) {
                Ok(Some(kept)) => taken.push((room, kept)),
                Ok(None) => {}
                Err(lost) => tracing::error!(%lost, "a draft could not be put together"),
            }
        }
        if taken.is_empty() {
            return true;
        }
        let changes: Vec<Change<'_>> = taken
            .iter()
            .map(|(room, kept)| kept.change(&room.key))
            .collect();
        let done = site.shelf.keep(&changes, site.clock.now());
        drop(changes);
        if let Err(fault) = &done {
            tracing::error!(%fault, "drafts could not be kept");
        }
        for (room, kept) in taken {
            match &done {
                Ok(()) => room.kept(),
                Err(_) => room.not_kept(kept),
            }
        }
        true
    }
}

/// Brings what is typed to the disk for as long as a room is open.
pub(crate) fn keep_up(shell: &Arc<Shell>) {
    if shell.drafts.keeping.swap(true, Ordering::AcqRel) {
        return;
    }
    let shell = Arc::clone(shell);
    tasks::spawn("drafts", async move {
        loop {
            tokio::time::sleep(KEEP_EVERY).await;
            let own = Arc::clone(&shell);
            let open = tasks::blocking(move || own.drafts.keep(&own.site)).await;
            if open == Some(false) {
                return;
            }
        }
    });
}

/// A number for what this side types, that no other side has.
fn side(site: &Site) -> u32 {
    let mut random = [0u8; 4];
    site.entropy.fill(&mut random);
    u32::from_be_bytes(random)
}

/// The draft as it is kept, else a new one. It is on the disk before anybody types in it, so that
/// what they type has something to follow on.
fn opened(site: &Site, key: &Key, recorded: &str) -> Result<Room, Lost> {
    if let Some(shelved) = site.shelf.shelved(&key.id())? {
        let draft = Draft::read(side(site), &shelved.updates)?;
        let text = draft.text();
        if text.trim() != shelved.base.trim() || text.trim() == recorded.trim() {
            let rows = shelved.updates.len();
            return Ok(Room::new(
                key.clone(),
                draft,
                (shelved.born, shelved.base),
                rows,
            ));
        }
    }
    let mut random = [0u8; 8];
    site.entropy.fill(&mut random);
    let born = u64::from_be_bytes(random);
    let mut draft = Draft::new(side(site));
    draft.replace(recorded);
    let change = Change {
        key,
        born,
        base: recorded,
        update: draft.state(),
        whole: true,
    };
    site.shelf.keep(&[change], site.clock.now())?;
    Ok(Room::new(
        key.clone(),
        draft,
        (born, recorded.to_owned()),
        1,
    ))
}
