// SPDX-License-Identifier: EUPL-1.2
//! A ledger that is open: its writer, its readers, its file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use paraat_contract::{Query, Rows};
use rusqlite::{Connection, OptionalExtension as _};

use crate::classes::Classes;
use crate::core::{Core, Setup};
use crate::envelope::{Entry, Hash};
use crate::{Fault, Reader, Writer, lanes, replay, schema, select, withdraw, writer};

/// An open ledger. Cheap to copy; the writer thread ends with the last copy.
#[derive(Clone)]
pub struct Ledger {
    /// Writes.
    pub writer: Writer,
    /// Reads.
    pub reader: Reader,
    path: Arc<PathBuf>,
}

impl Ledger {
    /// Opens a ledger file, makes it when it is new. When the read tables were made by other
    /// declarations or another baseline than this Paraat has, they are made again first.
    pub fn open(path: &Path, setup: Setup) -> Result<Self, Fault> {
        let connection = schema::open_writer(path)?;
        let classes = Arc::new(Classes::load(&connection)?);
        let mut core = Core::load(setup.clone(), Arc::clone(&classes), &connection)?;
        let made: Option<Vec<u8>> = connection
            .query_row(
                "SELECT digest FROM reading WHERE name='tables'",
                [],
                |row| row.get(0),
            )
            .optional()?;
        if made.is_none_or(|made| made != replay::reading_digest(&core).as_bytes()) {
            rebuild_in(&connection, &mut core)?;
        }
        // A crash may have come between a withdrawal and the emptying of the log. Nobody reads yet.
        if withdraw::erased(&connection)? > 0 {
            writer::empty_log(&connection);
        }
        let reader = Reader::new(path, classes, setup);
        let writer = Writer::start(connection, core)?;
        Ok(Self {
            writer,
            reader,
            path: Arc::new(path.to_owned()),
        })
    }

    /// Copies the ledger while it is in use: one consistent moment of it. The copy is a whole
    /// file without a log beside it.
    pub fn backup(&self, to: &Path) -> Result<(), Fault> {
        let from = schema::open_reader(&self.path)?;
        copy(&from, to)
    }

    /// The heads of all lanes: name, number of the newest entry, its hash.
    pub fn heads(&self) -> Result<Vec<(String, u64, Hash)>, Fault> {
        lanes::heads(&schema::open_reader(&self.path)?)
    }

    /// Entries of a lane from a number on, at most so many, ending in a signed one.
    pub fn range(&self, lane: &str, from: u64, most: u32) -> Result<Vec<Entry>, Fault> {
        lanes::range(&schema::open_reader(&self.path)?, lane, from, most)
    }

    /// A connection that only reads, for those who follow the ledger by cursor.
    pub fn follow(&self) -> Result<Connection, Fault> {
        schema::open_reader(&self.path)
    }
}

/// Copies a database that is open into a new file.
fn copy(from: &Connection, to: &Path) -> Result<(), Fault> {
    let mut target = Connection::open(to)?;
    copy_pages(from, &mut target)?;
    // Restored files start their own log; the copy stands alone until then.
    target.query_row("PRAGMA journal_mode=DELETE", [], |_row| Ok(()))?;
    Ok(())
}

/// Copies all pages in one step, which is one read transaction, or the one that the connection
/// is in. In more steps every write in between would start the copy over: under load it would
/// never end. Writers go on meanwhile, since the log keeps what they add.
pub(crate) fn copy_pages(from: &Connection, to: &mut Connection) -> Result<(), Fault> {
    let backup = rusqlite::backup::Backup::new(from, to)?;
    match backup.step(-1)? {
        rusqlite::backup::StepResult::Done => Ok(()),
        _ => Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY),
            Some("the file is locked and cannot be copied".to_owned()),
        )
        .into()),
    }
}

/// Rows of a ledger file without its node, whatever their class: for who looks after the file.
pub fn rows_in(path: &Path, query: &Query) -> Result<Rows, Fault> {
    let connection = schema::open_reader(path)?;
    schema::check_format(&connection)?;
    let classes = Classes::load(&connection)?;
    select::rows(&connection, &classes, query, &classes.every())
}

/// Makes the read tables again from the entries. Answers how many entries were read.
pub fn rebuild(path: &Path, setup: Setup) -> Result<u64, Fault> {
    let connection = schema::open_writer(path)?;
    let classes = Arc::new(Classes::load(&connection)?);
    let mut core = Core::load(setup, classes, &connection)?;
    rebuild_in(&connection, &mut core)
}

fn rebuild_in(connection: &Connection, core: &mut Core) -> Result<u64, Fault> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let outcome = replay::all_again(connection, core);
    connection.execute_batch(if outcome.is_ok() {
        "COMMIT"
    } else {
        "ROLLBACK"
    })?;
    outcome
}
