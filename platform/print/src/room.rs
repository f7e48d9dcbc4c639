// SPDX-License-Identifier: EUPL-1.2
//! How many documents are typeset at once: a flood of requests waits, and at last is told so,
//! while everything else on the machine goes on.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Places, and those who wait for one.
pub(crate) struct Room {
    places: usize,
    benches: usize,
    taken: Mutex<Taken>,
    left: Condvar,
}

struct Taken {
    places: usize,
    benches: usize,
}

/// A place in the room, given back when dropped.
pub(crate) struct Place<'a> {
    room: &'a Room,
}

impl Room {
    /// A room with so many places, and so many that may wait for one.
    pub const fn new(places: usize, benches: usize) -> Self {
        Self {
            places,
            benches,
            taken: Mutex::new(Taken {
                places: 0,
                benches: 0,
            }),
            left: Condvar::new(),
        }
    }

    /// Takes a place as soon as there is one; none when too many wait already or when it takes
    /// longer than `patience`.
    pub fn enter(&self, patience: Duration) -> Option<Place<'_>> {
        let until = Instant::now() + patience;
        let mut taken = self.taken();
        if taken.places >= self.places {
            if taken.benches >= self.benches {
                return None;
            }
            taken.benches += 1;
            while taken.places >= self.places {
                let rest = until.saturating_duration_since(Instant::now());
                if rest.is_zero() {
                    taken.benches -= 1;
                    return None;
                }
                let waited = self.left.wait_timeout(taken, rest);
                taken = waited.unwrap_or_else(PoisonError::into_inner).0;
            }
            taken.benches -= 1;
        }
        taken.places += 1;
        Some(Place { room: self })
    }

    /// Nobody panics while holding it, so that its numbers are right also when somebody did.
    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.room.taken().places -= 1;
        self.room.left.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: Duration = Duration::from_millis(20);
    const LONG: Duration = Duration::from_secs(30);

    #[test]
    fn who_comes_when_it_is_full_waits_until_somebody_leaves() {
        let room = Room::new(2, 4);
        let first = room.enter(SHORT).unwrap();
        let _second = room.enter(SHORT).unwrap();
        assert!(room.enter(SHORT).is_none());
        std::thread::scope(|scope| {
            let waits = scope.spawn(|| room.enter(LONG).is_some());
            drop(first);
            assert!(waits.join().unwrap());
        });
    }

    #[test]
    fn nobody_waits_when_there_is_no_bench() {
        let room = Room::new(1, 0);
        let _first = room.enter(SHORT).unwrap();
        let before = Instant::now();
        assert!(room.enter(LONG).is_none());
        assert!(before.elapsed() < LONG);
    }
}
