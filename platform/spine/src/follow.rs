// SPDX-License-Identifier: EUPL-1.2
//! What follows the ledger: the search index, and the hub that wakes those who look.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use paraat_ledger::{Fault, Ledger, Notice, Search};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::watch;

/// How many commits the hub remembers: whoever fell further behind is told to look at all.
const REMEMBERED: usize = 4096;
/// How long the follower gathers commits before it brings search up to date: well within the
/// second in which search must follow.
const GATHER: Duration = Duration::from_millis(150);

/// Remembers what recent commits changed, never content.
pub(crate) struct Hub {
    recent: Mutex<VecDeque<Arc<Notice>>>,
    newest: watch::Sender<i64>,
    /// Position before the oldest commit that is remembered.
    since: AtomicI64,
    /// Position up to which search has come.
    searched: AtomicI64,
}

/// What changed after a position, for those who may see these classes.
pub(crate) enum News {
    Nothing,
    Tables(Vec<&'static str>, i64),
    /// Further back than the hub remembers.
    All(i64),
}

impl Hub {
    pub fn new(position: i64) -> Self {
        Self {
            recent: Mutex::new(VecDeque::new()),
            newest: watch::Sender::new(position),
            since: AtomicI64::new(position),
            searched: AtomicI64::new(-1),
        }
    }

    fn add(&self, notice: Arc<Notice>) {
        let position = notice.position;
        {
            let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
            recent.push_back(notice);
            if recent.len() > REMEMBERED
                && let Some(oldest) = recent.pop_front()
            {
                self.since.store(oldest.position, Ordering::Relaxed);
            }
        }
        self.newest.send_replace(position);
    }

    pub fn newest(&self) -> i64 {
        *self.newest.borrow()
    }

    pub fn searched(&self) -> i64 {
        self.searched.load(Ordering::Relaxed)
    }

    pub fn watch(&self) -> watch::Receiver<i64> {
        self.newest.subscribe()
    }

    pub fn after(&self, position: i64, seen: &[i64]) -> News {
        let newest = self.newest();
        if newest <= position {
            return News::Nothing;
        }
        if position < self.since.load(Ordering::Relaxed) {
            return News::All(newest);
        }
        let recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        let mut tables: Vec<&'static str> = recent
            .iter()
            .rev()
            .take_while(|notice| notice.position > position)
            .flat_map(|notice| notice.changed.iter())
            .filter(|(_, class)| seen.binary_search(class).is_ok())
            .map(|(table, _)| *table)
            .collect();
        tables.sort_unstable();
        tables.dedup();
        if tables.is_empty() {
            News::Nothing
        } else {
            News::Tables(tables, newest)
        }
    }
}

/// Starts the follower: a thread that ends with the ledger.
pub(crate) fn start(ledger: &Ledger, search: Arc<Search>, hub: Arc<Hub>) -> Result<(), Fault> {
    let mut notices = ledger.writer.notices();
    let reader = ledger.follow()?;
    let searched = search.catch_up(&reader)?;
    hub.searched.store(searched, Ordering::Relaxed);
    let run = move || {
        loop {
            let mut erased = match notices.blocking_recv() {
                Ok(notice) => {
                    let erased = notice.erased;
                    hub.add(notice);
                    erased
                }
                // Commits were missed: wake everybody, and look whether anything was erased.
                Err(RecvError::Lagged(_)) => true,
                Err(RecvError::Closed) => return,
            };
            std::thread::sleep(GATHER);
            while let Ok(notice) = notices.try_recv() {
                erased |= notice.erased;
                hub.add(notice);
            }
            let done = if erased {
                search.again(&reader)
            } else {
                search.catch_up(&reader)
            };
            match done {
                Ok(position) => hub.searched.store(position, Ordering::Relaxed),
                Err(fault) => tracing::error!(%fault, "search could not follow the ledger"),
            }
        }
    };
    std::thread::Builder::new()
        .name("ledger-follower".to_owned())
        .spawn(run)?;
    Ok(())
}
