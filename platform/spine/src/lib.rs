// SPDX-License-Identifier: EUPL-1.2
//! The spine: the one door for writing (`submit` for what is our own, `receive` for what others
//! recorded), the desk for reading, and what follows the ledger. It knows modules only through
//! the contract.

mod bundle;
mod circles;
mod cursor;
mod follow;
mod read;
mod seams;
mod start;
mod submit;
mod together;

use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use jiff::SignedDuration;
use paraat_contract::{Files, Module, Names, Table};
use paraat_kernel::Timestamp;
use paraat_ledger::{Batch, Fault, Ledger, Reader, Search};

pub use bundle::{BadBundle, Taken, read_bundle, receive, write_bundle};
pub use seams::{SystemClock, SystemEntropy};

/// What the key of the digests of requests is derived for.
const REQUEST_KEY: &str = "paraat request digest v1";
/// How long a request that was answered is known when it comes again.
const REPEATED_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What a spine is put together from.
pub struct Parts {
    /// The open ledger.
    pub ledger: Ledger,
    /// The search index, in `search.db`.
    pub search: PathBuf,
    /// The modules of this node.
    pub modules: Vec<&'static Module>,
    /// The table of members of circles: columns `circle` and `organisation`.
    pub members: &'static Table,
    /// Reads the names of organisations from the registers.
    pub names: fn(&Reader) -> Names,
    /// Files that are brought to the node, for this space.
    pub files: Arc<dyn Files>,
    /// Keeps cursors opaque: drawn once per node.
    pub cursor_key: [u8; 32],
}

/// The spine of a node.
pub struct Spine {
    ledger: Ledger,
    search: Arc<Search>,
    modules: Vec<&'static Module>,
    circles: circles::Circles,
    names: fn(&Reader) -> Names,
    named: Mutex<Option<(Instant, Names)>>,
    files: Arc<dyn Files>,
    cursor_key: [u8; 32],
    request_key: [u8; 32],
    hub: Arc<follow::Hub>,
}

impl Spine {
    /// Puts a spine together and starts what follows the ledger.
    pub fn start(parts: Parts) -> Result<Self, Fault> {
        let search = Arc::new(Search::open(&parts.search)?);
        let hub = Arc::new(follow::Hub::new(parts.ledger.reader.position()?));
        follow::start(
            &parts.ledger,
            Arc::clone(&search),
            Arc::clone(&hub),
            parts.names,
        )?;
        Ok(Self {
            ledger: parts.ledger,
            search,
            modules: parts.modules,
            circles: circles::Circles::new(parts.members),
            names: parts.names,
            named: Mutex::default(),
            files: parts.files,
            cursor_key: parts.cursor_key,
            request_key: blake3::derive_key(REQUEST_KEY, &parts.cursor_key),
            hub,
        })
    }

    /// The ledger under it, for backup and for partners.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Throws away which requests were answered longer than thirty days ago, and answers how
    /// many.
    pub async fn prune(&self, now: Timestamp) -> Result<usize, Fault> {
        let before = now.checked_sub(REPEATED_FOR).unwrap_or(Timestamp::MIN);
        let job = move |batch: &mut Batch| batch.prune_requests(before).map(Ok::<_, Infallible>);
        let Ok(count) = self.ledger.writer.submit(job).await?;
        Ok(count)
    }

    /// Writes a byte that says nothing, to learn whether the disk takes writes again. Without
    /// this a node that nobody sends anything to, because it said it cannot write, would never
    /// find out.
    pub async fn try_disk(&self) {
        if self.ledger.writer.read_only() {
            // The answer shows in `health`.
            let _ = self
                .ledger
                .writer
                .submit(|batch| batch.touch().map(Ok::<_, ()>))
                .await;
        }
    }
}
