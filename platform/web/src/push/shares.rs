// SPDX-License-Identifier: EUPL-1.2
//! How many different pictures an account has open: each costs its rendering at every change, and
//! every other question mark in an address is another one.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use paraat_kernel::Uuid;

/// Most pictures of one account. A function is often held by a whole shift, which looks at the
/// pages of a few crises, each for the teams it writes for.
const PER_ACCOUNT: usize = 48;

/// How often each account looks at each address.
#[derive(Default)]
pub(super) struct Shares(Mutex<BTreeMap<Uuid, BTreeMap<String, usize>>>);

impl Shares {
    fn all(&self) -> MutexGuard<'_, BTreeMap<Uuid, BTreeMap<String, usize>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// This account looks at this address too; none when it looks at too many others.
    pub(super) fn take(self: &Arc<Self>, account: Uuid, address: &str) -> Option<Share> {
        let mut all = self.all();
        let own = all.entry(account).or_default();
        if own.len() >= PER_ACCOUNT && !own.contains_key(address) {
            return None;
        }
        *own.entry(address.to_owned()).or_default() += 1;
        Some(Share {
            shares: Arc::clone(self),
            account,
            address: address.to_owned(),
        })
    }
}

/// One look; given back when it ends.
pub(super) struct Share {
    shares: Arc<Shares>,
    account: Uuid,
    address: String,
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut all = self.shares.all();
        let Some(own) = all.get_mut(&self.account) else {
            return;
        };
        if let Some(times) = own.get_mut(&self.address) {
            *times = times.saturating_sub(1);
        }
        own.retain(|_, times| *times > 0);
        if own.is_empty() {
            all.remove(&self.account);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_has_so_many_pictures_and_looks_at_each_as_often_as_it_wants() {
        let shares = Arc::new(Shares::default());
        let [one, other] = [1, 2].map(Uuid::from_u128);
        let address = |number: usize| format!("/incident?x={number}");
        let mut taken: Vec<Share> = (0..PER_ACCOUNT)
            .map(|number| shares.take(one, &address(number)).unwrap())
            .collect();
        assert!(shares.take(one, "/incident?x=more").is_none());
        let again = shares.take(one, &address(0)).unwrap();
        assert!(shares.take(other, "/incident?x=more").is_some());
        taken.remove(0);
        assert!(
            shares.take(one, "/incident?x=more").is_none(),
            "the first is still looked at"
        );
        drop(again);
        assert!(shares.take(one, "/incident?x=more").is_some());
        taken.clear();
        assert!(shares.all().is_empty());
    }
}
