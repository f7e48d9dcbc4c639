// SPDX-License-Identifier: EUPL-1.2
//! The accounts of the node behind the pages of a space: the same people with the same functions,
//! and nothing that was kept for one space comes out in another.

use std::sync::{Arc, Mutex, PoisonError};

use paraat_kernel::{Live, Space, StreamId, Uuid};
use paraat_node::Rates;
use paraat_web::keeper::{Looked, NotDone};

use crate::keeper::{API, BAD_KEYS, HOLDS, Inner, MOST_REMEMBERED, NodeKeeper, broken, now};

impl NodeKeeper {
    /// The same accounts, for the pages of a space: what is kept for its forms stays there.
    pub fn in_space(&self, space: &Space) -> Self {
        let inner = &self.0;
        Self(Arc::new(Inner {
            store: inner.store.clone(),
            spine: Arc::clone(&inner.spine),
            hours: inner.hours,
            space: Some(space.as_str().to_owned()),
            live: Live::of(space),
            looked: Mutex::default(),
            zones: inner.zones.clone(),
            languages: inner.languages.clone(),
            people: Mutex::default(),
            api: Rates::new(API, MOST_REMEMBERED),
            bad_keys: Rates::new(BAD_KEYS, MOST_REMEMBERED),
            holds: Rates::new(HOLDS, MOST_REMEMBERED),
        }))
    }
}

impl Inner {
    /// What is kept under this name in the one file of accounts, told apart by space.
    pub fn of_space(&self, name: &str) -> String {
        match &self.space {
            Some(space) => format!("{space}:{name}"),
            None => name.to_owned(),
        }
    }

    /// The name of what was kept in this space; none when it was kept in another one.
    pub fn own(&self, kept: &str) -> Option<String> {
        match &self.space {
            Some(space) => Some(kept.strip_prefix(space)?.strip_prefix(':')?.to_owned()),
            None => Some(kept.to_owned()),
        }
    }

    /// Refuses what may only be done in the real world.
    pub fn only_live(&self) -> Result<Live, NotDone> {
        self.live.ok_or(NotDone::NotThere)
    }

    /// Up to where an account has looked in this space, at one thing or at everything.
    pub fn looked(
        &self,
        account: Uuid,
        about: Option<StreamId>,
    ) -> Result<Option<Looked>, NotDone> {
        if self.space.is_some() {
            let looked = self.looked.lock().unwrap_or_else(PoisonError::into_inner);
            return Ok(looked.get(&(account, about)).copied());
        }
        let looked = self.store.looked(account, about.as_ref()).map_err(broken)?;
        Ok(looked.map(|it| Looked {
            at: it.at,
            until: it.until,
        }))
    }

    /// An account has looked up to this position of this space.
    pub fn look(&self, account: Uuid, about: Option<StreamId>, until: i64) -> Result<(), NotDone> {
        if self.space.is_none() {
            let done = self.store.look(account, about.as_ref(), until, now());
            return done.map_err(broken);
        }
        let mut all = self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (account, about);
        let until = all.get(&key).map_or(until, |it| it.until.max(until));
        all.insert(key, Looked { at: now(), until });
        Ok(())
    }
}
