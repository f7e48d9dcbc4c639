// SPDX-License-Identifier: EUPL-1.2
//! Connections that stay open: event streams, and sockets of drafts. One account cannot take
//! them all.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use paraat_kernel::Uuid;

/// The connections of one sort that are open, by account.
pub(crate) struct Connections {
    per_account: usize,
    in_all: usize,
    open: Mutex<BTreeMap<Uuid, usize>>,
}

impl Connections {
    /// None yet; at most so many of one account, and of the node.
    pub(crate) fn new(per_account: usize, in_all: usize) -> Arc<Self> {
        Arc::new(Self {
            per_account,
            in_all,
            open: Mutex::default(),
        })
    }

    /// Nobody panics while holding it, so that its numbers are right also when somebody did.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<Uuid, usize>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many are open.
    pub(crate) fn open(&self) -> usize {
        self.lock().values().sum()
    }

    /// One more; none when there are too many.
    pub(crate) fn enter(self: &Arc<Self>, account: Uuid) -> Option<Connection> {
        let mut all = self.lock();
        let own = all.get(&account).copied().unwrap_or(0);
        if own >= self.per_account || all.values().sum::<usize>() >= self.in_all {
            return None;
        }
        all.insert(account, own + 1);
        Some(Connection {
            connections: Arc::clone(self),
            account,
        })
    }
}

/// A connection that is open; given back when it closes.
pub(crate) struct Connection {
    connections: Arc<Connections>,
    account: Uuid,
}

impl Drop for Connection {
    fn drop(&mut self) {
        let mut all = self.connections.lock();
        if let Some(own) = all.get_mut(&self.account) {
            *own = own.saturating_sub(1);
            if *own == 0 {
                all.remove(&self.account);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_has_so_many_the_node_so_many_and_what_closes_is_free_again() {
        let connections = Connections::new(2, 3);
        let [one, other] = [1, 2].map(Uuid::from_u128);
        let first = connections.enter(one).unwrap();
        let _second = connections.enter(one).unwrap();
        assert!(connections.enter(one).is_none());
        let _third = connections.enter(other).unwrap();
        assert!(connections.enter(other).is_none());
        assert_eq!(connections.open(), 3);
        drop(first);
        assert_eq!(connections.open(), 2);
        assert!(connections.enter(one).is_some());
    }
}
