// SPDX-License-Identifier: EUPL-1.2
//! The open file: one connection that writes, a few that read, and what both need.

use std::fmt;
use std::net::IpAddr;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use paraat_kernel::seams::{self, Entropy};
use paraat_kernel::{Timestamp, Uuid};
use rusqlite::{Connection, OpenFlags, OptionalExtension as _, Transaction};

use crate::passwords::{Checker, Effort};
use crate::remembered::Remembered;
use crate::{Fault, Session, schema, tokens};

/// So many idle connections for reading are kept open.
const IDLE_READERS: usize = 4;

/// What a node may choose. `Config::default()` is what a node does without a word about it.
#[derive(Debug, Clone)]
pub struct Config {
    /// How long a session lasts, from sign-in: a shift of 12 hours.
    pub shift: Duration,
    /// What a password costs to check.
    pub effort: Effort,
    /// So many passwords are checked at once; each takes `effort.memory_kib` of memory.
    pub checkers: usize,
    /// So many more may wait for that; who comes after them hears `Busy`.
    pub waiting: usize,
    /// The name of this node in an authenticator app.
    pub issuer: String,
    /// Refusals per account and minute that get a row of their own.
    pub refusals_per_minute: u32,
    /// How long refusals are kept.
    pub refusals_kept: Duration,
    /// How long it is kept what was done to accounts.
    pub acts_kept: Duration,
    /// How long it is kept who read what is sealed.
    pub reads_kept: Duration,
}

impl Default for Config {
    fn default() -> Self {
        let days = |count: u64| Duration::from_secs(count * 24 * 3600);
        Self {
            shift: Duration::from_secs(12 * 3600),
            effort: Effort::default(),
            checkers: 2,
            waiting: 32,
            issuer: "Paraat".to_owned(),
            refusals_per_minute: 30,
            refusals_kept: days(90),
            acts_kept: days(366),
            // What NEN 7513 asks at least of records of care.
            reads_kept: days(5 * 366),
        }
    }
}

/// The store of this node, `node.db`. Cheap to clone. Every call is synchronous; those that
/// write or check a password belong on a thread that may block.
#[derive(Clone)]
pub struct Node {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    path: PathBuf,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    entropy: Arc<dyn Entropy>,
    /// Key of the hashes of remote addresses and names; it never leaves the file.
    blind: [u8; 32],
    pub(crate) config: Config,
    pub(crate) checker: Checker,
    pub(crate) tokens: Remembered<tokens::Found>,
    pub(crate) sessions: Remembered<Session>,
}

impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Node")
            .field("path", &self.inner.path)
            .finish_non_exhaustive()
    }
}

impl Node {
    /// Opens the file, makes it (mode 0600) when it is new, and brings it to this format.
    ///
    /// # Errors
    /// `Fault::Newer` for a file of a newer Paraat, `Fault::Foreign` for one whose migrations
    /// are not ours, `Fault::File` and `Fault::Storage` for what the disk refuses.
    pub fn open(path: &Path, config: Config, entropy: Arc<dyn Entropy>) -> Result<Self, Fault> {
        private(path)?;
        let mut writer = Connection::open(path)?;
        writer.busy_timeout(Duration::from_secs(5))?;
        writer.execute_batch(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;
             PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;",
        )?;
        writer.set_prepared_statement_cache_capacity(128);
        schema::migrate(&mut writer)?;
        let blind = blind(&writer, entropy.as_ref())?;
        let checker = Checker::new(&config, entropy.as_ref())?;
        let inner = Inner {
            path: path.to_owned(),
            writer: Mutex::new(writer),
            readers: Mutex::default(),
            entropy,
            blind,
            config,
            checker,
            tokens: Remembered::default(),
            sessions: Remembered::default(),
        };
        Ok(Self {
            inner: Arc::new(inner),
        })
    }

    /// Copies the file while it is in use, one consistent moment of it, to a new file (0600).
    ///
    /// # Errors
    /// `Fault::File` when the target cannot be made, `Fault::Storage` when copying fails.
    pub fn backup(&self, to: &Path) -> Result<(), Fault> {
        private(to)?;
        self.read(|connection| {
            let mut target = Connection::open(to)?;
            let backup = rusqlite::backup::Backup::new(connection, &mut target)?;
            // One step is one read transaction. In more steps every write in between would
            // start the copy over: under load it would never end.
            let outcome = backup.step(-1)?;
            drop(backup);
            if outcome != rusqlite::backup::StepResult::Done {
                let busy = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY);
                return Err(rusqlite::Error::SqliteFailure(busy, None).into());
            }
            target.query_row("PRAGMA journal_mode=DELETE", [], |_row| Ok(()))?;
            Ok(())
        })
    }

    /// Runs a body in one transaction that is on the disk when this returns. What was remembered of
    /// sessions is forgotten by then, whatever it was.
    pub(crate) fn write<T>(
        &self,
        body: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let outcome = self.write_apart(body);
        self.inner.sessions.forget();
        outcome
    }

    /// The same, for what no session rests on and is written often.
    pub(crate) fn write_apart<T>(
        &self,
        body: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let mut writer = held(&self.inner.writer);
        let transaction =
            writer.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let answer = body(&transaction)?;
        transaction.commit()?;
        Ok(answer)
    }

    /// Like `write`, for what may be lost in a power failure (counters, moments last seen): it
    /// does not wait for the disk.
    pub(crate) fn note<T>(
        &self,
        body: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let mut writer = held(&self.inner.writer);
        writer.pragma_update(None, "synchronous", "NORMAL")?;
        let outcome = noted(&mut writer, body);
        writer.pragma_update(None, "synchronous", "FULL")?;
        outcome
    }

    /// Runs a body on a connection that only reads.
    pub(crate) fn read<T>(
        &self,
        body: impl FnOnce(&Connection) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let idle = held(&self.inner.readers).pop();
        let reader = match idle {
            Some(reader) => reader,
            None => reader(&self.inner.path)?,
        };
        let answer = body(&reader);
        let mut readers = held(&self.inner.readers);
        if readers.len() < IDLE_READERS {
            readers.push(reader);
        }
        answer
    }

    pub(crate) fn entropy(&self) -> &dyn Entropy {
        self.inner.entropy.as_ref()
    }

    pub(crate) fn fresh_id(&self, now: Timestamp) -> Uuid {
        seams::fresh_id(now, self.entropy())
    }

    /// A keyed hash of texts: the same within this file, meaningless outside it.
    pub(crate) fn blinded(&self, parts: &[&[u8]]) -> [u8; 16] {
        let mut hasher = blake3::Hasher::new_keyed(&self.inner.blind);
        for part in parts {
            let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
            hasher.update(&length.to_le_bytes()).update(part);
        }
        let mut short = [0u8; 16];
        hasher.finalize_xof().fill(&mut short);
        short
    }
}

/// The part of an address that stands for one remote: an IPv4 address whole, of an IPv6 address
/// the first 64 bits, since one household or office has all the rest (RFC 6177).
pub fn remote_key(remote: IpAddr) -> String {
    match remote.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
    }
}

/// Locks, also after a thread that held the lock came to grief: a transaction that was not
/// committed was rolled back when it went out of scope.
pub(crate) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn noted<T>(
    writer: &mut Connection,
    body: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let transaction = writer.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let answer = body(&transaction)?;
    transaction.commit()?;
    Ok(answer)
}

fn reader(path: &Path) -> Result<Connection, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.execute_batch("PRAGMA query_only=ON; PRAGMA trusted_schema=OFF;")?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(connection)
}

/// Makes the file for its owner alone before SQLite opens it; its log takes over the mode.
fn private(path: &Path) -> Result<(), Fault> {
    let mut options = std::fs::OpenOptions::new();
    let file = options.create(true).append(true).mode(0o600).open(path)?;
    file.set_permissions(std::fs::Permissions::from_mode(0o600))?;
    Ok(())
}

fn blind(connection: &Connection, entropy: &dyn Entropy) -> Result<[u8; 32], Fault> {
    let query = "SELECT value FROM setting WHERE name='blind'";
    let stored = connection
        .query_row(query, [], |row| row.get(0))
        .optional()?;
    if let Some(key) = stored {
        return Ok(key);
    }
    let mut key = [0u8; 32];
    entropy.fill(&mut key);
    connection.execute(
        "INSERT INTO setting (name, value) VALUES ('blind', ?1)",
        [key],
    )?;
    Ok(key)
}
