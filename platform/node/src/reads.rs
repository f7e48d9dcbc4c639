// SPDX-License-Identifier: EUPL-1.2
//! Readings of what is sealed: who opened it, when and why, and each reading after that. Nothing of
//! it is shown that does not stand here first; rows are added and grow old, never changed.

use paraat_kernel::{OrganisationId, StreamId, Timestamp, Uuid};
use rusqlite::{OptionalExtension as _, Row};

use crate::columns::{Id, Moment, cut};
use crate::{Fault, Node};

/// What is read when somebody gives the reason for reading.
pub const OPENED: &str = "opened";

/// Longest of what was typed as a reason, in bytes.
const LONGEST: usize = 1_000;

/// Why somebody reads: one of the reasons that a page offers, and what they add to it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Why {
    /// One of the reasons that are offered.
    pub reason: String,
    /// In their own words; empty for none. At most 1,000 bytes are kept.
    pub note: String,
}

/// A reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedRead {
    /// Organisation of the reader.
    pub organisation: OrganisationId,
    /// The account.
    pub account: Uuid,
    /// The session; none for a program.
    pub session: Option<Uuid>,
    /// Functions that it held then, by name, with spaces between.
    pub functions: String,
    /// The world that it is of: `live`, or an exercise.
    pub space: String,
    /// What was read.
    pub stream: StreamId,
    /// The compartment that it stands in.
    pub compartment: String,
    /// What of it: [`OPENED`], or the page, form or answer that showed it.
    pub what: String,
    /// Why.
    pub why: Why,
}

/// A reading that was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenRead {
    /// Its number, for the next page of a list.
    pub number: i64,
    /// When.
    pub at: Timestamp,
    /// The reading.
    pub read: SealedRead,
}

/// Which readings a list is of; at most 500 come at once.
#[derive(Debug, Clone, Copy)]
pub struct WhichReads<'a> {
    /// By people of this organisation.
    pub organisation: &'a OrganisationId,
    /// In this world.
    pub space: &'a str,
    /// Of this stream; none for all.
    pub stream: Option<&'a StreamId>,
    /// Before this number: the last one of the page before.
    pub before: Option<i64>,
    /// How many.
    pub most: u32,
}

fn written(row: &Row<'_>) -> rusqlite::Result<WrittenRead> {
    let wrong = |bad: paraat_kernel::BadId| rusqlite::types::FromSqlError::other(bad);
    let text = |at: usize| row.get::<_, String>(at);
    Ok(WrittenRead {
        number: row.get(0)?,
        at: row.get::<_, Moment>(1)?.0,
        read: SealedRead {
            organisation: text(2)?.parse().map_err(wrong)?,
            account: row.get::<_, Id>(3)?.0,
            session: row.get::<_, Option<Id>>(4)?.map(|it| it.0),
            functions: text(5)?,
            space: text(6)?,
            stream: text(7)?.parse().map_err(wrong)?,
            compartment: text(8)?,
            what: text(9)?,
            why: Why {
                reason: text(10)?,
                note: text(11)?,
            },
        },
    })
}

impl Node {
    /// Writes a reading down.
    ///
    /// # Errors
    /// `Fault` when the disk refuses: then nothing may be shown.
    pub fn sealed_read(&self, read: &SealedRead, now: Timestamp) -> Result<(), Fault> {
        let values = (
            Moment(now),
            read.organisation.as_str(),
            Id(read.account),
            read.session.map(Id),
            &read.functions,
            &read.space,
            read.stream.to_string(),
            &read.compartment,
            cut(&read.what, 200),
            cut(&read.why.reason, 200),
            cut(&read.why.note, LONGEST),
        );
        self.write(|transaction| {
            let mut statement = transaction.prepare_cached(
                "INSERT INTO sealed_read (at, organisation, account, session, functions, space,
                 stream, compartment, what, reason, note)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?;
            Ok(statement.execute(values).map(|_rows| ())?)
        })
    }

    /// Why a session opened a stream after this moment; none when it did not.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn opening(
        &self,
        session: Uuid,
        (space, stream): (&str, &StreamId),
        after: Timestamp,
    ) -> Result<Option<Why>, Fault> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT reason, note FROM sealed_read WHERE stream=?1 AND space=?2 AND session=?3
                 AND what=?4 AND at>?5 ORDER BY id DESC LIMIT 1",
            )?;
            let values = (
                stream.to_string(),
                space,
                Id(session),
                OPENED,
                Moment(after),
            );
            let why = statement.query_row(values, |row| {
                Ok(Why {
                    reason: row.get(0)?,
                    note: row.get(1)?,
                })
            });
            Ok(why.optional()?)
        })
    }

    /// Readings, the newest first.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn sealed_reads(&self, which: WhichReads<'_>) -> Result<Vec<WrittenRead>, Fault> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT id, at, organisation, account, session, functions, space, stream,
                 compartment, what, reason, note FROM sealed_read
                 WHERE organisation=?1 AND space=?2 AND (?3 IS NULL OR stream=?3) AND id<?4
                 ORDER BY id DESC LIMIT ?5",
            )?;
            let values = (
                which.organisation.as_str(),
                which.space,
                which.stream.map(ToString::to_string),
                which.before.unwrap_or(i64::MAX),
                which.most.min(500),
            );
            let rows = statement.query_map(values, written)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}
