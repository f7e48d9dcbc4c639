// SPDX-License-Identifier: EUPL-1.2
//! Forms that were sent when the session had ended, held until their sender is signed in again.
//! What is typed and not sent stands in the browser's own storage. Nothing typed is lost.
//!
//! What is typed is kept as the web gives it, a JSON text of the fields; this store does not
//! look into it. It never belongs in a log, so no debug line shows it.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use paraat_kernel::Timestamp;
use rusqlite::{OptionalExtension as _, Row};

use crate::columns::{Moment, later};
use crate::secret::Opens;
use crate::store::remote_key;
use crate::{Fault, Node, Secret};

/// The longest text that is kept of one form, in bytes.
pub const LARGEST: usize = 256 * 1024;
/// The longest path of a form, in bytes.
pub const LONGEST_PATH: usize = 2_048;
/// How long a form waits for its sender to sign in.
pub const HELD_FOR: Duration = Duration::from_secs(24 * 3600);
/// So many forms are held for one remote address (an office may share one), and for all.
const HELD_PER_REMOTE: i64 = 200;
const HELD: i64 = 2_000;
/// So many bytes of forms are held in all.
const HELD_BYTES: i64 = 128 * 1024 * 1024;

/// A form that is held.
#[derive(Clone, PartialEq, Eq)]
pub struct Form {
    /// Where the form stands.
    pub path: String,
    /// What was typed: the JSON text that was given.
    pub typed: String,
    /// When it was saved.
    pub saved: Timestamp,
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Form")
            .field("saved", &self.saved)
            .finish_non_exhaustive()
    }
}

/// The answer to holding a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// It is on the disk; this code fetches it after signing in.
    Kept(Secret),
    /// More than [`LARGEST`], or a path longer than [`LONGEST_PATH`].
    TooLarge,
    /// Too many forms are held, for this address or for all: show it again instead, filled in.
    TooMany,
}

fn fits(path: &str, typed: &str) -> bool {
    path.len() <= LONGEST_PATH && typed.len() <= LARGEST
}

fn form(row: &Row<'_>) -> rusqlite::Result<Form> {
    Ok(Form {
        path: row.get(0)?,
        typed: row.get(1)?,
        saved: row.get::<_, Moment>(2)?.0,
    })
}

impl Node {
    /// Holds a form that came with a session that had ended, for [`HELD_FOR`]. Nobody's form is
    /// pushed out by another's: when there is no room, that is the answer.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn hold(
        &self,
        path: &str,
        typed: &str,
        remote: IpAddr,
        now: Timestamp,
    ) -> Result<Held, Fault> {
        if !fits(path, typed) {
            return Ok(Held::TooLarge);
        }
        let code = Secret::draw(self.entropy());
        let remote = self.blinded(&[b"held", remote_key(remote).as_bytes()]);
        let bytes = i64::try_from(path.len() + typed.len()).unwrap_or(i64::MAX);
        let kept = self.write(|transaction| {
            transaction.execute("DELETE FROM held WHERE expires<=?1", [Moment(now)])?;
            let (all, theirs, size): (i64, i64, i64) = transaction.query_row(
                "SELECT count(*), count(*) FILTER (WHERE remote=?1), coalesce(sum(bytes), 0)
                 FROM held",
                [remote],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )?;
            if all >= HELD || theirs >= HELD_PER_REMOTE || size.saturating_add(bytes) > HELD_BYTES {
                return Ok(false);
            }
            transaction.execute(
                "INSERT INTO held (hash, remote, path, typed, bytes, saved, expires)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                (
                    code.hash(Opens::Held),
                    remote,
                    path,
                    typed,
                    bytes,
                    Moment(now),
                    Moment(later(now, HELD_FOR)),
                ),
            )?;
            Ok(true)
        })?;
        Ok(if kept {
            Held::Kept(code)
        } else {
            Held::TooMany
        })
    }

    /// The form that a code fetches, left where it is.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn held(&self, code: &Secret, now: Timestamp) -> Result<Option<Form>, Fault> {
        let values = (code.hash(Opens::Held), Moment(now));
        let query = "SELECT path, typed, saved FROM held WHERE hash=?1 AND expires>?2";
        self.read(|connection| Ok(connection.query_row(query, values, form).optional()?))
    }

    /// Throws away the form that a code fetches. False when there is none.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn drop_held(&self, code: &Secret) -> Result<bool, Fault> {
        let hash = code.hash(Opens::Held);
        let sql = "DELETE FROM held WHERE hash=?1";
        self.write(|transaction| Ok(transaction.execute(sql, [hash])? == 1))
    }
}
