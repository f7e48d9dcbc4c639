// SPDX-License-Identifier: EUPL-1.2
//! Readings of sealed data: who read which part when. Written down before the part is shown.

use paraat_kernel::{StreamId, Timestamp, Uuid};
use rusqlite::Row;

use crate::columns::{Id, Moment, cut};
use crate::{Fault, Node};

/// So many readings are kept at most; the oldest go.
pub(crate) const MOST: i64 = 2_000_000;

/// A reading of a sealed part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedRead {
    /// Its number, for the next page of a list.
    pub number: i64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub account: Uuid,
    /// Of which stream.
    pub stream: StreamId,
    /// Which part.
    pub part: String,
}

fn reading(row: &Row<'_>) -> rusqlite::Result<SealedRead> {
    let stream: String = row.get(3)?;
    Ok(SealedRead {
        number: row.get(0)?,
        at: row.get::<_, Moment>(1)?.0,
        account: row.get::<_, Id>(2)?.0,
        stream: stream
            .parse()
            .map_err(rusqlite::types::FromSqlError::other)?,
        part: row.get(4)?,
    })
}

impl Node {
    /// Writes a reading down; it is on the disk when this returns. Show the part only then.
    /// The name of the part is cut at 200 bytes.
    ///
    /// # Errors
    /// `Fault` when the disk refuses: then the part is not shown.
    pub fn sealed_read(
        &self,
        account: Uuid,
        stream: &StreamId,
        part: &str,
        now: Timestamp,
    ) -> Result<(), Fault> {
        self.write(|transaction| {
            transaction.execute(
                "INSERT INTO sealed_read (at, account, stream, part) VALUES (?1, ?2, ?3, ?4)",
                (Moment(now), Id(account), stream.to_string(), cut(part, 200)),
            )?;
            let number = transaction.last_insert_rowid();
            if number % 1_000 == 0 {
                transaction.execute("DELETE FROM sealed_read WHERE id<=?1", [number - MOST])?;
            }
            Ok(())
        })
    }

    /// Readings, the newest first, of one stream or of all; `before` is the number of the last
    /// one of the page before; at most 500 come at once.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn sealed_reads(
        &self,
        stream: Option<&StreamId>,
        before: Option<i64>,
        most: u32,
    ) -> Result<Vec<SealedRead>, Fault> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT id, at, account, stream, part FROM sealed_read
                 WHERE id<?1 AND (?2 IS NULL OR stream=?2) ORDER BY id DESC LIMIT ?3",
            )?;
            let stream = stream.map(ToString::to_string);
            let values = (before.unwrap_or(i64::MAX), stream, most.min(500));
            let rows = statement.query_map(values, reading)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}
