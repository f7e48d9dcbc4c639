// SPDX-License-Identifier: EUPL-1.2
//! Places for work that takes much memory: a few at once, some in line, the rest is turned away.

use std::sync::{Condvar, Mutex, PoisonError};

use crate::store::held;

/// Who asks for a place. Strangers never take the last one, so that a crowd of them cannot keep
/// out those whose device is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caller {
    /// Someone on a device that signed in before, or someone who is signed in.
    Known,
    /// Anyone else.
    Stranger,
}

#[derive(Debug, Default)]
struct State {
    working: usize,
    strangers: usize,
    known_in_line: usize,
    strangers_in_line: usize,
}

/// The places.
#[derive(Debug)]
pub struct Permits {
    places: usize,
    line: usize,
    state: Mutex<State>,
    freed: Condvar,
}

/// A place that is taken until this is dropped.
#[derive(Debug)]
pub struct Permit<'a> {
    permits: &'a Permits,
    caller: Caller,
}

impl State {
    fn may_start(&self, caller: Caller, places: usize) -> bool {
        let for_strangers = places.saturating_sub(1).max(1);
        self.working < places && (caller == Caller::Known || self.strangers < for_strangers)
    }

    fn in_line(&mut self, caller: Caller) -> &mut usize {
        match caller {
            Caller::Known => &mut self.known_in_line,
            Caller::Stranger => &mut self.strangers_in_line,
        }
    }
}

impl Permits {
    /// So many places (at least one), and two lines of this length: one for each sort of caller.
    pub fn new(places: usize, line: usize) -> Self {
        Self {
            places: places.max(1),
            line,
            state: Mutex::default(),
            freed: Condvar::new(),
        }
    }

    /// Takes a place, waits in line for one, or answers none when the line is full.
    pub fn enter(&self, caller: Caller) -> Option<Permit<'_>> {
        let mut state = held(&self.state);
        if !state.may_start(caller, self.places) {
            let in_line = state.in_line(caller);
            if *in_line >= self.line {
                return None;
            }
            *in_line += 1;
            let wait = |state: &mut State| !state.may_start(caller, self.places);
            state = self
                .freed
                .wait_while(state, wait)
                .unwrap_or_else(PoisonError::into_inner);
            *state.in_line(caller) -= 1;
        }
        state.working += 1;
        state.strangers += usize::from(caller == Caller::Stranger);
        Some(Permit {
            permits: self,
            caller,
        })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let mut state = held(&self.permits.state);
        state.working -= 1;
        state.strangers -= usize::from(self.caller == Caller::Stranger);
        drop(state);
        self.permits.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_a_full_line_when_one_more_comes_then_he_is_turned_away() {
        let permits = Permits::new(1, 0);
        let first = permits.enter(Caller::Known);
        assert!(first.is_some());
        assert!(permits.enter(Caller::Known).is_none());
        drop(first);
        assert!(permits.enter(Caller::Known).is_some());
    }

    #[test]
    fn given_a_crowd_of_strangers_when_someone_known_comes_then_there_is_a_place() {
        let permits = Permits::new(2, 0);
        let _stranger = permits.enter(Caller::Stranger).unwrap();
        assert!(permits.enter(Caller::Stranger).is_none());
        assert!(permits.enter(Caller::Known).is_some());
    }

    #[test]
    fn never_more_at_work_than_there_are_places() {
        let permits = Permits::new(2, 100);
        let most = Mutex::new((0, 0));
        std::thread::scope(|scope| {
            for number in 0..32 {
                let caller = if number % 2 == 0 {
                    Caller::Known
                } else {
                    Caller::Stranger
                };
                let (permits, most) = (&permits, &most);
                scope.spawn(move || {
                    let _permit = permits.enter(caller).unwrap();
                    let mut seen = most.lock().unwrap();
                    seen.0 += 1;
                    seen.1 = seen.1.max(seen.0);
                    drop(seen);
                    std::thread::yield_now();
                    most.lock().unwrap().0 -= 1;
                });
            }
        });
        let seen = most.into_inner().unwrap();
        assert_eq!(seen.0, 0);
        assert!((1..=2).contains(&seen.1), "{seen:?}");
    }
}
