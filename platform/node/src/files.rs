// SPDX-License-Identifier: EUPL-1.2
//! Files that were handed in: looked at, and taken over or not, within the hour. Only the account
//! that brought a file can open it, and only with its code.

use std::fmt;
use std::time::Duration;

use paraat_kernel::{Timestamp, Uuid};
use rusqlite::OptionalExtension as _;

use crate::columns::{Id, Moment, cut, later};
use crate::secret::Opens;
use crate::{Fault, Node, Secret};

/// The largest file that is kept, in bytes.
pub const LARGEST_FILE: usize = 20 * 1024 * 1024;
/// How long a file waits for a word of who brought it.
pub const FILE_KEPT: Duration = Duration::from_secs(3600);
/// So many files of one account are kept; the oldest goes.
const FILES: u32 = 3;
/// So many bytes of files are kept in all.
const FILE_BYTES: i64 = 400 * 1024 * 1024;
/// The longest name that is kept, in bytes.
const LONGEST_NAME: usize = 200;

/// A file that was handed in.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// The list it is for: `{module}/{list}`.
    pub list: String,
    /// What it was called where it came from.
    pub name: String,
    /// What stands in it.
    pub body: Vec<u8>,
    /// What it would change, when that was last tried.
    pub report: String,
    /// What came of it, once it was taken over.
    pub outcome: Option<String>,
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File")
            .field("list", &self.list)
            .finish_non_exhaustive()
    }
}

/// The answer to handing in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandedIn {
    /// It is on the disk; this code opens it for the account.
    Kept(Secret),
    /// More than [`LARGEST_FILE`].
    TooLarge,
    /// Too much is kept for others at this moment.
    TooMuch,
}

impl Node {
    /// Keeps a file of an account for [`FILE_KEPT`].
    ///
    /// # Errors
    /// `Fault` when the disk refuses or there is no such account.
    pub fn hand_in(
        &self,
        account: Uuid,
        list: &str,
        name: &str,
        body: &[u8],
        report: &str,
        now: Timestamp,
    ) -> Result<HandedIn, Fault> {
        if body.len() > LARGEST_FILE {
            return Ok(HandedIn::TooLarge);
        }
        let code = Secret::draw(self.entropy());
        let bytes = i64::try_from(body.len()).unwrap_or(i64::MAX);
        let kept = self.write(|transaction| {
            transaction.execute("DELETE FROM file WHERE expires<=?1", [Moment(now)])?;
            transaction.execute(
                "DELETE FROM file WHERE account=?1 AND hash IN (SELECT hash FROM file
                 WHERE account=?1 ORDER BY saved DESC LIMIT -1 OFFSET ?2)",
                (Id(account), FILES - 1),
            )?;
            let size: i64 = transaction.query_row(
                "SELECT coalesce(sum(length(body)), 0) FROM file",
                [],
                |row| row.get(0),
            )?;
            if size.saturating_add(bytes) > FILE_BYTES {
                return Ok(false);
            }
            transaction.execute(
                "INSERT INTO file (hash, account, list, name, body, report, saved, expires)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                (
                    code.hash(Opens::File),
                    Id(account),
                    list,
                    cut(name, LONGEST_NAME),
                    body,
                    report,
                    Moment(now),
                    Moment(later(now, FILE_KEPT)),
                ),
            )?;
            Ok(true)
        })?;
        Ok(if kept {
            HandedIn::Kept(code)
        } else {
            HandedIn::TooMuch
        })
    }

    /// The file that a code opens for this account.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn file(
        &self,
        account: Uuid,
        code: &Secret,
        now: Timestamp,
    ) -> Result<Option<File>, Fault> {
        let values = (code.hash(Opens::File), Id(account), Moment(now));
        let query = "SELECT list, name, body, report, outcome FROM file
                     WHERE hash=?1 AND account=?2 AND expires>?3";
        let file = |row: &rusqlite::Row<'_>| {
            Ok(File {
                list: row.get(0)?,
                name: row.get(1)?,
                body: row.get(2)?,
                report: row.get(3)?,
                outcome: row.get(4)?,
            })
        };
        self.read(|connection| Ok(connection.query_row(query, values, file).optional()?))
    }

    /// Notes what a file would change now. False when there is no such file, or it was taken over.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn tried(&self, account: Uuid, code: &Secret, report: &str) -> Result<bool, Fault> {
        let values = (code.hash(Opens::File), Id(account), report);
        let sql = "UPDATE file SET report=?3 WHERE hash=?1 AND account=?2 AND outcome IS NULL";
        self.write(|transaction| Ok(transaction.execute(sql, values)? == 1))
    }

    /// Notes what came of a file; what stood in it goes, as nobody needs it any more. False when
    /// there is no such file, or it was taken over before.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn taken_over(&self, account: Uuid, code: &Secret, outcome: &str) -> Result<bool, Fault> {
        let values = (code.hash(Opens::File), Id(account), outcome);
        let sql = "UPDATE file SET outcome=?3, body=x'', report='' WHERE hash=?1 AND account=?2
                   AND outcome IS NULL";
        self.write(|transaction| Ok(transaction.execute(sql, values)? == 1))
    }
}
