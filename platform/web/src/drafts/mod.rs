// SPDX-License-Identifier: EUPL-1.2
//! The drafts that are open: a room for each, with the text in memory and everybody who types in
//! it. What was typed is on the disk within a second, for all rooms in one transaction.

mod room;
mod socket;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use paraat_drafts::{Change, Draft, Key, KeyId, NotTaken, Shelf, ShelfFault};
use paraat_kernel::Timestamp;

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
        close(&mut rooms, room, &*site.shelf, site.clock.now())
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
        self.keep_on(&*site.shelf, site.clock.now())
    }

    fn keep_on(&self, shelf: &dyn Shelf, now: Timestamp) -> bool {
        let mut rooms = self.rooms();
        let left = rooms.values().filter(|room| room.is_empty());
        for room in left.cloned().collect::<Vec<_>>() {
            if let Err(lost) = close(&mut rooms, &room, shelf, now) {
                tracing::error!(%lost, "a draft that was left could not be kept yet");
            }
        }
        if rooms.is_empty() {
            self.keeping.store(false, Ordering::Release);
            return false;
        }
        let mut taken = Vec::new();
        for room in rooms.values().filter(|room| !room.is_empty()) {
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
        let done = shelf.keep(&changes, now);
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

/// Closes a room that everybody left, with all that was typed kept in one piece. What the disk does
/// not take stays open: it is tried again with the others, and is there for who comes back.
fn close(
    rooms: &mut HashMap<KeyId, Arc<Room>>,
    room: &Arc<Room>,
    shelf: &dyn Shelf,
    now: Timestamp,
) -> Result<(), Lost> {
    let id = room.key.id();
    if room.says_what_is_recorded() {
        shelf.discard(&id)?;
    } else if let Some(kept) = room.to_keep(true)? {
        if let Err(fault) = shelf.keep(&[kept.change(&room.key)], now) {
            room.not_kept(kept);
            return Err(fault.into());
        }
        room.kept();
    }
    if rooms.get(&id).is_some_and(|open| Arc::ptr_eq(open, room)) {
        rooms.remove(&id);
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;
    use paraat_drafts::Shelved;
    use tokio::sync::mpsc;

    /// A shelf that refuses so often, then holds what it is given in one piece.
    #[derive(Default)]
    struct Full {
        refuses: Mutex<u32>,
        held: Mutex<Vec<Vec<u8>>>,
    }

    impl Shelf for Full {
        fn shelved(&self, _id: &KeyId) -> Result<Option<Shelved>, ShelfFault> {
            Ok(None)
        }

        fn keep(&self, changes: &[Change<'_>], _now: Timestamp) -> Result<(), ShelfFault> {
            let mut refuses = self.refuses.lock().unwrap();
            if *refuses > 0 {
                *refuses -= 1;
                return Err(ShelfFault("full".to_owned()));
            }
            let whole = changes.iter().filter(|it| it.whole);
            *self.held.lock().unwrap() = whole.map(|it| it.update.clone()).collect();
            Ok(())
        }

        fn discard(&self, _id: &KeyId) -> Result<(), ShelfFault> {
            Ok(())
        }
    }

    #[test]
    fn what_the_last_one_typed_outlives_a_disk_that_was_full_when_they_left() {
        let (drafts, shelf) = (Drafts::default(), Full::default());
        *shelf.refuses.lock().unwrap() = 2;
        let key = Key {
            space: "live".to_owned(),
            organisation: "vr23".parse().unwrap(),
            form: "incident/part/share".to_owned(),
            about: Vec::new(),
            field: "text".to_owned(),
        };
        let (id, now) = (key.id(), Timestamp::UNIX_EPOCH);
        let mut draft = Draft::new(1);
        draft.replace("De kade houdt het niet.");
        let room = Arc::new(Room::new(key, draft, (1, String::new()), 2));
        drafts.rooms().insert(id, Arc::clone(&room));
        let (out, _in) = mpsc::channel(8);
        let name = "editor-vr23".to_owned();
        let number = room.enter(Seat { name, out });
        assert!(room.leave(number));
        assert!(close(&mut drafts.rooms(), &room, &shelf, now).is_err());
        assert!(drafts.keep_on(&shelf, now), "still open: the disk is full");
        assert_eq!(room.text(), "De kade houdt het niet.");
        assert!(!drafts.keep_on(&shelf, now), "kept and closed");
        let held = shelf.held.lock().unwrap().clone();
        let again = Draft::read(2, &held).unwrap();
        assert_eq!(again.text(), "De kade houdt het niet.");
    }
}
