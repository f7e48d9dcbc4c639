// SPDX-License-Identifier: EUPL-1.2
//! What follows the ledger: the search index, and the hub that wakes those who look.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use paraat_contract::Names;
use paraat_ledger::{Fault, Ledger, Notice, Reader, Search};
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::{broadcast, watch};

/// How many commits the hub remembers: whoever fell further behind is told to look at all.
const REMEMBERED: usize = 4096;
/// How long the follower gathers commits before it brings search up to date: well within the
/// second in which search must follow.
const GATHER: Duration = Duration::from_millis(150);

/// Remembers what recent commits changed, never content.
pub(crate) struct Hub {
    recent: Mutex<Recent>,
    /// Wakes those who wait; what is new they ask of `recent`.
    newest: watch::Sender<i64>,
    /// Position up to which search has come.
    searched: AtomicI64,
}

struct Recent {
    notices: VecDeque<Arc<Notice>>,
    /// Position before the oldest commit that is remembered.
    since: i64,
    /// Position of the newest commit that is known.
    newest: i64,
}

/// What changed after a position, for those who may see these classes; with it the newest
/// position that was looked at.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum News {
    Nothing(i64),
    Tables(Vec<&'static str>, i64),
    /// Further back than the hub remembers.
    All(i64),
}

impl Hub {
    pub fn new(position: i64) -> Self {
        Self {
            recent: Mutex::new(Recent {
                notices: VecDeque::new(),
                since: position,
                newest: position,
            }),
            newest: watch::Sender::new(position),
            searched: AtomicI64::new(-1),
        }
    }

    fn recent(&self) -> MutexGuard<'_, Recent> {
        self.recent.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(&self, notice: Arc<Notice>) {
        let newest = {
            let mut recent = self.recent();
            // After `missed` some come that everybody was told of already.
            if notice.position > recent.newest {
                recent.newest = notice.position;
                recent.notices.push_back(notice);
            }
            if recent.notices.len() > REMEMBERED
                && let Some(oldest) = recent.notices.pop_front()
            {
                recent.since = oldest.position;
            }
            recent.newest
        };
        self.newest.send_replace(newest);
    }

    /// Commits up to this position were missed: everybody is told to look at all.
    fn missed(&self, position: i64) {
        let newest = {
            let mut recent = self.recent();
            recent.notices.clear();
            recent.newest = recent.newest.max(position);
            recent.since = recent.newest;
            recent.newest
        };
        self.newest.send_replace(newest);
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
        let recent = self.recent();
        let newest = recent.newest;
        if newest <= position {
            return News::Nothing(newest);
        }
        if position < recent.since {
            return News::All(newest);
        }
        let notices = recent.notices.iter().rev();
        let mut tables: Vec<&'static str> = notices
            .take_while(|notice| notice.position > position)
            .flat_map(|notice| notice.changed.iter())
            .filter(|(_, class)| seen.binary_search(class).is_ok())
            .map(|(table, _)| *table)
            .collect();
        tables.sort_unstable();
        tables.dedup();
        if tables.is_empty() {
            News::Nothing(newest)
        } else {
            News::Tables(tables, newest)
        }
    }
}

/// Starts the follower: a thread that ends with the ledger. Search that cannot catch up is made
/// again; when that fails too, the node starts without, and tries again after the next commit.
pub(crate) fn start(
    ledger: &Ledger,
    search: Arc<Search>,
    hub: Arc<Hub>,
    names: fn(&Reader) -> Names,
) -> Result<(), Fault> {
    let notices = ledger.writer.notices();
    let reader = ledger.follow()?;
    // Only the ledger's reader: with its writer in hand the thread would never end.
    let position = ledger.reader.clone();
    let searched = match search.catch_up(&reader, &names(&position)) {
        Err(fault) if !fault.is_disk() => {
            tracing::warn!(%fault, "the search index is made again");
            search.make_again(&reader, &names(&position))
        }
        other => other,
    };
    keep(&hub, searched);
    let run = move || {
        follow(notices, &hub, &position, || {
            keep(&hub, search.catch_up(&reader, &names(&position)));
        });
    };
    std::thread::Builder::new()
        .name("ledger-follower".to_owned())
        .spawn(run)?;
    Ok(())
}

fn keep(hub: &Hub, searched: Result<i64, Fault>) {
    match searched {
        Ok(position) => hub.searched.store(position, Ordering::Relaxed),
        Err(fault) => tracing::error!(%fault, "search could not follow the ledger"),
    }
}

fn follow(
    mut notices: broadcast::Receiver<Arc<Notice>>,
    hub: &Hub,
    ledger: &Reader,
    catch_up: impl Fn(),
) {
    let missed = || match ledger.position() {
        Ok(position) => hub.missed(position),
        Err(fault) => {
            tracing::error!(%fault, "what was missed could not be asked");
            hub.missed(hub.newest());
        }
    };
    loop {
        match notices.blocking_recv() {
            Ok(notice) => hub.add(notice),
            Err(RecvError::Lagged(_)) => missed(),
            Err(RecvError::Closed) => return,
        }
        std::thread::sleep(GATHER);
        loop {
            match notices.try_recv() {
                Ok(notice) => hub.add(notice),
                Err(TryRecvError::Lagged(_)) => missed(),
                Err(TryRecvError::Empty | TryRecvError::Closed) => break,
            }
        }
        catch_up();
    }
}

#[cfg(test)]
mod tests {
    use super::{Arc, Hub, News, Notice};

    fn notice(position: i64, class: i64) -> Arc<Notice> {
        Arc::new(Notice {
            position,
            changed: [("card", class)].into(),
            erased: false,
        })
    }

    #[test]
    fn who_waits_goes_on_from_what_was_looked_at() {
        let hub = Hub::new(4);
        hub.add(notice(5, 2));
        let looked = hub.after(4, &[1]);
        // Comes after the look, before the one who waits has written its position down.
        hub.add(notice(6, 1));
        assert_eq!(looked, News::Nothing(5));
        assert_eq!(hub.after(5, &[1]), News::Tables(vec!["card"], 6));
    }

    #[test]
    fn after_commits_were_missed_everybody_looks_again() {
        let hub = Hub::new(4);
        hub.add(notice(5, 1));
        hub.missed(90);
        assert_eq!(hub.after(5, &[1]), News::All(90));
        // One that was still in the queue changes nothing, and the newest never goes back.
        hub.add(notice(80, 1));
        assert_eq!((hub.after(5, &[1]), hub.newest()), (News::All(90), 90));
        hub.add(notice(91, 1));
        assert_eq!(hub.after(90, &[1]), News::Tables(vec!["card"], 91));
        assert_eq!(hub.after(89, &[1]), News::All(91));
    }
}
