// SPDX-License-Identifier: EUPL-1.2
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use paraat_kernel::Uuid;

/// Most sockets of one account: a form may have several drafts, and a browser several tabs.
const PER_ACCOUNT: usize = 24;
/// Most sockets of the node.
const IN_ALL: usize = 2_000;

/// The sockets that are open, by account.
#[derive(Default)]
pub(crate) struct Places(Mutex<BTreeMap<Uuid, usize>>);

impl Places {
    /// A place for one more; none when there are too many.
    pub(crate) fn enter(self: &Arc<Self>, account: Uuid) -> Option<Place> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = all.get(&account).copied().unwrap_or(0);
        if own >= PER_ACCOUNT || all.values().sum::<usize>() >= IN_ALL {
            return None;
        }
        all.insert(account, own + 1);
        Some(Place {
            places: Arc::clone(self),
            account,
        })
    }
}

/// A place among the open sockets; given back when the socket closes.
pub(crate) struct Place {
    places: Arc<Places>,
    account: Uuid,
}

impl Drop for Place {
    fn drop(&mut self) {
        let all = self.places.0.lock();
        let mut all = all.unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = all.get_mut(&self.account) {
            *own = own.saturating_sub(1);
            if *own == 0 {
                all.remove(&self.account);
            }
        }
    }
}
