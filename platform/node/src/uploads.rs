// SPDX-License-Identifier: EUPL-1.2
//! Files that accounts bring in pieces, until the record names them. Here stands who brings what;
//! the bytes lie beside this file, under the same code. How much of one came in is what lies there.

use std::time::Duration;

use data_encoding::HEXLOWER;
use paraat_kernel::{File, Timestamp, Uuid};
use rusqlite::{OptionalExtension as _, Row};

use crate::columns::{Id, Moment, cut, earlier};
use crate::{Fault, Node};

/// How long a file waits, after it was last touched, to be brought whole and to be recorded.
pub const UPLOAD_KEPT: Duration = Duration::from_secs(24 * 3600);
/// One that was touched within this time does not make room for another.
const FRESH: Duration = Duration::from_secs(600);
/// So many files of one account wait at most.
const UPLOADS: u32 = 16;
/// So many bytes of one account, and of all, wait at most.
const BYTES_OF_ONE: i64 = 200 * 1024 * 1024;
const BYTES: i64 = 4 * 1024 * 1024 * 1024;
/// The longest name that is kept, in bytes.
const LONGEST_NAME: usize = 200;

/// A file that an account brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// What it was called where it came from.
    pub name: String,
    /// Its bytes as the account counted them.
    pub size: u64,
    /// What it is, once it was brought whole and cleaned.
    pub whole: Option<File>,
}

/// The answer to beginning to bring a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Begun {
    /// It may be brought under this code.
    Code(String),
    /// Too many files of the account wait already.
    TooMany,
    /// Too much waits for others at this moment.
    TooMuch,
}

const COLUMNS: &str = "name, size, code, media, kept, digest";

fn whole(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

fn upload(row: &Row<'_>) -> rusqlite::Result<Upload> {
    let name: String = row.get(0)?;
    let kept: Option<i64> = row.get(4)?;
    let whole = match kept {
        None => None,
        Some(size) => Some(File {
            code: row.get(2)?,
            name: name.clone(),
            media: row.get(3)?,
            size: size.unsigned_abs(),
            digest: row.get(5)?,
        }),
    };
    Ok(Upload {
        name,
        size: row.get::<_, i64>(1)?.unsigned_abs(),
        whole,
    })
}

impl Node {
    /// Lets an account bring a file of this size to a space. The oldest that nobody goes on with
    /// makes room.
    ///
    /// # Errors
    /// `Fault` when the disk refuses or there is no such account.
    pub fn begin_upload(
        &self,
        (account, space): (Uuid, &str),
        name: &str,
        size: u64,
        now: Timestamp,
    ) -> Result<Begun, Fault> {
        let mut code = [0u8; 16];
        self.entropy().fill(&mut code);
        let code = HEXLOWER.encode(&code);
        self.write(|transaction| {
            transaction.execute(
                "DELETE FROM upload WHERE account=?1 AND touched<=?3 AND code IN
                 (SELECT code FROM upload WHERE account=?1 AND recorded=0
                  ORDER BY touched DESC LIMIT -1 OFFSET ?2)",
                (Id(account), UPLOADS - 1, Moment(earlier(now, FRESH))),
            )?;
            let waits = "SELECT count(*), coalesce(sum(size), 0) FROM upload WHERE recorded=0";
            let both = |row: &Row<'_>| Ok((row.get::<_, u32>(0)?, row.get::<_, i64>(1)?));
            let own = format!("{waits} AND account=?1");
            let (count, bytes) = transaction.query_row(&own, [Id(account)], both)?;
            if count >= UPLOADS || bytes.saturating_add(whole(size)) > BYTES_OF_ONE {
                return Ok(Begun::TooMany);
            }
            let (_, bytes) = transaction.query_row(waits, [], both)?;
            if bytes.saturating_add(whole(size)) > BYTES {
                return Ok(Begun::TooMuch);
            }
            transaction.execute(
                "INSERT INTO upload (code, account, space, name, size, touched)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (
                    &code,
                    Id(account),
                    space,
                    cut(name, LONGEST_NAME),
                    whole(size),
                    Moment(now),
                ),
            )?;
            Ok(Begun::Code(code.clone()))
        })
    }

    /// The file that this account brings to this space under a code.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn upload(
        &self,
        (account, space): (Uuid, &str),
        code: &str,
    ) -> Result<Option<Upload>, Fault> {
        let query =
            format!("SELECT {COLUMNS} FROM upload WHERE code=?1 AND account=?2 AND space=?3");
        let values = (code, Id(account), space);
        self.read(|connection| Ok(connection.query_row(&query, values, upload).optional()?))
    }

    /// Notes that somebody goes on with a file. False when it is not there any more.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn touch_upload(&self, code: &str, now: Timestamp) -> Result<bool, Fault> {
        let sql = "UPDATE upload SET touched=max(touched, ?2) WHERE code=?1";
        self.note(|transaction| Ok(transaction.execute(sql, (code, Moment(now)))? == 1))
    }

    /// Notes that a file was brought whole, and what it is now that it was cleaned. False when it
    /// is not there any more.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn upload_whole(&self, file: &File, now: Timestamp) -> Result<bool, Fault> {
        let sql = "UPDATE upload SET media=?2, kept=?3, digest=?4, touched=?5 WHERE code=?1";
        let (media, size, digest) = (&file.media, whole(file.size), &file.digest);
        let values = (&file.code, media, size, digest, Moment(now));
        self.write(|transaction| Ok(transaction.execute(sql, values)? == 1))
    }

    /// Notes that the record names a file: it waits no more.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn upload_recorded(&self, code: &str) -> Result<(), Fault> {
        let sql = "UPDATE upload SET recorded=1 WHERE code=?1";
        self.note(|transaction| transaction.execute(sql, [code]).map_err(Fault::from))?;
        Ok(())
    }

    /// Forgets a file: it was not taken.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn forget_upload(&self, code: &str) -> Result<(), Fault> {
        let sql = "DELETE FROM upload WHERE code=?1";
        self.write(|transaction| transaction.execute(sql, [code]).map_err(Fault::from))?;
        Ok(())
    }

    /// Forgets the files that the record names: whether one is kept is up to the record alone.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn forget_recorded_uploads(&self) -> Result<(), Fault> {
        let sql = "DELETE FROM upload WHERE recorded=1";
        self.write(|transaction| transaction.execute(sql, []).map_err(Fault::from))?;
        Ok(())
    }

    /// The codes of all files that are brought to a space.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn upload_codes(&self, space: &str) -> Result<Vec<String>, Fault> {
        self.read(|connection| {
            let mut statement = connection.prepare("SELECT code FROM upload WHERE space=?1")?;
            let codes = statement.query_map([space], |row| row.get(0))?;
            Ok(codes.collect::<Result<_, _>>()?)
        })
    }
}
