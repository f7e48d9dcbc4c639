// SPDX-License-Identifier: EUPL-1.2
//! Drafts: what was typed into a form and not sent, and what was sent when the session had
//! ended. Nothing typed is lost.
//!
//! What is typed is kept as the web gives it, a JSON text of the fields; this store does not
//! look into it. It never belongs in a log, so no debug line shows it.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use paraat_kernel::{Timestamp, Uuid};
use rusqlite::{OptionalExtension as _, Row, Transaction};

use crate::columns::{Id, Moment, later};
use crate::secret::Opens;
use crate::store::remote_key;
use crate::{Fault, Node, Secret};

/// The longest text that is kept of one form, in bytes.
pub const LARGEST: usize = 256 * 1024;
/// The longest path of a form, in bytes.
pub const LONGEST_PATH: usize = 2_048;
/// How long a form waits for its sender to sign in.
pub const HELD_FOR: Duration = Duration::from_secs(24 * 3600);
/// How long a draft is kept after it was saved last.
pub const DRAFT_KEPT: Duration = Duration::from_secs(60 * 24 * 3600);
/// So many drafts one account has at most; the oldest goes.
const DRAFTS: u32 = 200;
/// So many forms are held for one remote address (an office may share one), and for all.
const HELD_PER_REMOTE: i64 = 200;
const HELD: i64 = 2_000;
/// So many bytes of forms are held in all.
const HELD_BYTES: i64 = 128 * 1024 * 1024;

/// A form that was not sent yet.
#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    /// Where the form stands.
    pub path: String,
    /// What was typed: the JSON text that was given.
    pub typed: String,
    /// When it was saved.
    pub saved: Timestamp,
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft")
            .field("saved", &self.saved)
            .finish_non_exhaustive()
    }
}

/// The answer to saving a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// It is on the disk.
    Kept,
    /// More than [`LARGEST`], or a path longer than [`LONGEST_PATH`].
    TooLarge,
}

/// The answer to holding a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// It is on the disk; this code fetches it once, after signing in.
    Kept(Secret),
    /// More than [`LARGEST`], or a path longer than [`LONGEST_PATH`].
    TooLarge,
    /// Too many forms are held, for this address or for all: show it again instead, filled in.
    TooMany,
}

fn fits(path: &str, typed: &str) -> bool {
    path.len() <= LONGEST_PATH && typed.len() <= LARGEST
}

fn draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        path: row.get(0)?,
        typed: row.get(1)?,
        saved: row.get::<_, Moment>(2)?.0,
    })
}

fn put(transaction: &Transaction<'_>, account: Uuid, draft: &Draft) -> Result<(), Fault> {
    transaction.execute(
        "INSERT INTO draft (account, path, typed, saved) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET typed=excluded.typed, saved=excluded.saved",
        (Id(account), &draft.path, &draft.typed, Moment(draft.saved)),
    )?;
    transaction.execute(
        "DELETE FROM draft WHERE account=?1 AND path IN (SELECT path FROM draft
         WHERE account=?1 ORDER BY saved DESC LIMIT -1 OFFSET ?2)",
        (Id(account), DRAFTS),
    )?;
    Ok(())
}

impl Node {
    /// Saves what is typed in a form; replaces what was saved of it before.
    ///
    /// # Errors
    /// `Fault` when the disk refuses or there is no such account.
    pub fn save_draft(
        &self,
        account: Uuid,
        path: &str,
        typed: &str,
        now: Timestamp,
    ) -> Result<Saved, Fault> {
        if !fits(path, typed) {
            return Ok(Saved::TooLarge);
        }
        let saved = Draft {
            path: path.to_owned(),
            typed: typed.to_owned(),
            saved: now,
        };
        self.write(|transaction| put(transaction, account, &saved))?;
        Ok(Saved::Kept)
    }

    /// What an account has typed in a form.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn draft(&self, account: Uuid, path: &str) -> Result<Option<Draft>, Fault> {
        let query = "SELECT path, typed, saved FROM draft WHERE account=?1 AND path=?2";
        self.read(|connection| {
            let mut statement = connection.prepare_cached(query)?;
            Ok(statement.query_row((Id(account), path), draft).optional()?)
        })
    }

    /// The forms in which an account has typed something, with when: the newest first.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn drafts(&self, account: Uuid) -> Result<Vec<(String, Timestamp)>, Fault> {
        let query = "SELECT path, saved FROM draft WHERE account=?1 ORDER BY saved DESC, path";
        self.read(|connection| {
            let mut statement = connection.prepare_cached(query)?;
            let rows = statement.query_map([Id(account)], |row| {
                Ok((row.get(0)?, row.get::<_, Moment>(1)?.0))
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Forgets a draft, after its form was sent or thrown away. False when there was none.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn drop_draft(&self, account: Uuid, path: &str) -> Result<bool, Fault> {
        let sql = "DELETE FROM draft WHERE account=?1 AND path=?2";
        self.write(|transaction| Ok(transaction.execute(sql, (Id(account), path))? == 1))
    }

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
    pub fn held(&self, code: &Secret, now: Timestamp) -> Result<Option<Draft>, Fault> {
        let values = (code.hash(Opens::Held), Moment(now));
        let query = "SELECT path, typed, saved FROM held WHERE hash=?1 AND expires>?2";
        self.read(|connection| Ok(connection.query_row(query, values, draft).optional()?))
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

    /// Makes the form that a code fetches a draft of the account that signed in, in one step:
    /// it is in one place or the other, also when the browser stops here. What the account
    /// had saved of the same form before is replaced: what was sent is newer. The code works
    /// once.
    ///
    /// # Errors
    /// `Fault` when the disk refuses or there is no such account.
    pub fn claim_held(
        &self,
        code: &Secret,
        account: Uuid,
        now: Timestamp,
    ) -> Result<Option<Draft>, Fault> {
        let hash = code.hash(Opens::Held);
        self.write(|transaction| {
            let query = "SELECT path, typed, saved FROM held WHERE hash=?1 AND expires>?2";
            let found = transaction
                .query_row(query, (hash, Moment(now)), draft)
                .optional()?;
            if let Some(form) = &found {
                transaction.execute("DELETE FROM held WHERE hash=?1", [hash])?;
                put(transaction, account, form)?;
            }
            Ok(found)
        })
    }
}
