// SPDX-License-Identifier: EUPL-1.2
//! Refusals: who was refused what and why. Kept outside the chain, since anybody can cause as
//! many as he likes; rows are added and grow old, never changed.

use paraat_kernel::{OrganisationId, Timestamp, Uuid};
use rusqlite::{Row, Transaction};

use crate::columns::{Id, Moment, Organisation, cut};
use crate::{Fault, Node};

/// So many refusals are kept at most; the oldest go.
pub(crate) const MOST: i64 = 200_000;

/// The verb, stream and reason of the row that counts what came after the limit.
const AND_MORE: &str = "*";

/// A refusal to be written down.
#[derive(Debug, Clone, Copy)]
pub struct Refused<'a> {
    /// Who; none for somebody who is not signed in.
    pub account: Option<Uuid>,
    /// On whose behalf.
    pub organisation: Option<&'a OrganisationId>,
    /// What was asked, such as `agenda.progress.report`; cut at 200 bytes.
    pub verb: &'a str,
    /// The stream it was asked for, empty for a new one; cut at 200 bytes.
    pub stream: &'a str,
    /// The key of the reason that the page showed; cut at 200 bytes.
    pub reason: &'a str,
    /// How many times at once: the lines of a file.
    pub times: u64,
}

/// A refusal that was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Its number, for the next page of a list.
    pub number: i64,
    /// When; of a row that counts, when it was last added to.
    pub at: Timestamp,
    /// Who.
    pub account: Option<Uuid>,
    /// On whose behalf.
    pub organisation: Option<OrganisationId>,
    /// What was asked; `*` in a row that counts.
    pub verb: String,
    /// The stream.
    pub stream: String,
    /// The key of the reason.
    pub reason: String,
    /// How many refusals the row stands for: the lines of a file, or what came after the limit of
    /// a minute.
    pub times: u64,
}

fn refusal(row: &Row<'_>) -> rusqlite::Result<Refusal> {
    Ok(Refusal {
        number: row.get(0)?,
        at: row.get::<_, Moment>(1)?.0,
        account: row.get::<_, Option<Id>>(2)?.map(|id| id.0),
        organisation: row
            .get::<_, Option<Organisation>>(3)?
            .map(|organisation| organisation.0),
        verb: row.get(4)?,
        stream: row.get(5)?,
        reason: row.get(6)?,
        times: row.get::<_, i64>(7)?.unsigned_abs(),
    })
}

fn insert(
    transaction: &Transaction<'_>,
    refused: &Refused<'_>,
    now: Timestamp,
    counts: bool,
) -> Result<(), Fault> {
    let mut statement = transaction.prepare_cached(
        "INSERT INTO refusal
         (at, minute, account, organisation, verb, stream, reason, times, counts)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?9, ?8)",
    )?;
    statement.execute((
        Moment(now),
        minute(now),
        refused.account.map(Id),
        refused.organisation.map(OrganisationId::as_str),
        cut(refused.verb, 200),
        cut(refused.stream, 200),
        cut(refused.reason, 200),
        counts,
        times(refused),
    ))?;
    let number = transaction.last_insert_rowid();
    if number % 1_000 == 0 {
        transaction.execute("DELETE FROM refusal WHERE id<=?1", [number - MOST])?;
    }
    Ok(())
}

fn times(refused: &Refused<'_>) -> i64 {
    i64::try_from(refused.times).unwrap_or(i64::MAX)
}

fn minute(now: Timestamp) -> i64 {
    now.as_second().div_euclid(60)
}

impl Node {
    /// Writes a refusal down. After `Config::refusals_per_minute` rows of one account in one
    /// minute a single row counts the rest; all who are not signed in share one account here.
    ///
    /// # Errors
    /// `Fault` when the disk refuses; the refusal itself stands all the same.
    pub fn refused(&self, refused: &Refused<'_>, now: Timestamp) -> Result<(), Fault> {
        let limit = i64::from(self.inner.config.refusals_per_minute);
        let key = (refused.account.map(Id), minute(now));
        self.note(|transaction| {
            let rows: i64 = transaction
                .prepare_cached("SELECT count(*) FROM refusal WHERE account IS ?1 AND minute=?2")?
                .query_row(key, |row| row.get(0))?;
            if rows < limit {
                return insert(transaction, refused, now, false);
            }
            let counted = transaction.execute(
                "UPDATE refusal SET times=times+?4, at=?3
                 WHERE account IS ?1 AND minute=?2 AND counts=1",
                (key.0, key.1, Moment(now), times(refused)),
            )?;
            if counted == 0 {
                let more = Refused {
                    verb: AND_MORE,
                    stream: AND_MORE,
                    reason: AND_MORE,
                    ..*refused
                };
                insert(transaction, &more, now, true)?;
            }
            Ok(())
        })
    }

    /// Refusals, the newest first; `before` is the number of the last one of the page before;
    /// at most 500 come at once.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn refusals(&self, before: Option<i64>, most: u32) -> Result<Vec<Refusal>, Fault> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT id, at, account, organisation, verb, stream, reason, times FROM refusal
                 WHERE id<?1 ORDER BY id DESC LIMIT ?2",
            )?;
            let values = (before.unwrap_or(i64::MAX), most.min(500));
            let rows = statement.query_map(values, refusal)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}
