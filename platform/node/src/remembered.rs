// SPDX-License-Identifier: EUPL-1.2
//! What was looked up by the hash of a code, so that it is not looked up for every page and every
//! push. It is forgotten before a change of it is acknowledged.

use std::collections::HashMap;
use std::sync::Mutex;

use crate::store::held;

/// So much is remembered of a sort.
const MOST: usize = 10_000;

/// What was found, by hash. The number goes up when all is forgotten.
pub(crate) struct Remembered<T>(Mutex<(u64, HashMap<[u8; 32], T>)>);

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone> Remembered<T> {
    pub(crate) fn forget(&self) {
        let mut all = held(&self.0);
        all.0 += 1;
        all.1.clear();
    }

    /// What was found, and the turn in which a new find may be remembered.
    pub(crate) fn get(&self, hash: &[u8; 32]) -> (u64, Option<T>) {
        let all = held(&self.0);
        (all.0, all.1.get(hash).cloned())
    }

    /// Remembers, unless all was forgotten since `turn`.
    pub(crate) fn put(&self, turn: u64, hash: [u8; 32], found: T) {
        let mut all = held(&self.0);
        if all.0 == turn {
            if all.1.len() >= MOST {
                all.1.clear();
            }
            all.1.insert(hash, found);
        }
    }
}
