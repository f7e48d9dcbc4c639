// SPDX-License-Identifier: EUPL-1.2
//! Withdrawing: the payload is erased physically, the chain stays whole, and an entry says what
//! was withdrawn, by whom and why.

use paraat_kernel::{StreamId, Timestamp, canonical};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};

use crate::batch::Batch;
use crate::core::{signed, unsigned};
use crate::envelope::{Author, Hash, SALT, digest_of};
use crate::{Fault, replay};

/// Name of the event, in every module's streams.
pub const EVENT: &str = "ledger.withdrawn.v1";

/// What the entry says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    /// Digest of the payload that was erased.
    pub digest: Hash,
    /// Why, in words.
    pub reason: String,
    /// Version of the stream whose payload was erased.
    pub version: u64,
}

/// Why something cannot be withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotWithdrawn {
    /// There is no such stream or version on this node.
    NotThere,
    /// It was withdrawn before.
    Already,
    /// It is itself a withdrawal: that stays.
    IsWithdrawal,
    /// Another organisation's node writes this stream.
    NotOwn,
}

/// How many payloads were ever erased from this file: whoever keeps copies compares it with
/// what it saw last.
pub(crate) fn erased(connection: &Connection) -> Result<u64, Fault> {
    let digest: Option<Vec<u8>> = connection
        .prepare_cached("SELECT digest FROM reading WHERE name='erased'")?
        .query_row([], |row| row.get(0))
        .optional()?;
    let Some(digest) = digest else { return Ok(0) };
    let bytes = digest.try_into();
    bytes
        .map(u64::from_be_bytes)
        .map_err(|_other| Fault::Damaged("how many payloads were erased".to_owned()))
}

/// Raises the count in the transaction that erases: no crash comes between the two.
fn count_erased(connection: &Connection) -> Result<(), Fault> {
    let count = erased(connection)?.saturating_add(1).to_be_bytes();
    connection
        .prepare_cached("INSERT OR REPLACE INTO reading (name, digest) VALUES ('erased', ?1)")?
        .execute([count.as_slice()])?;
    Ok(())
}

impl Batch<'_> {
    /// Erases the payload of one version of an own stream and records that it was.
    pub fn withdraw(
        &mut self,
        stream: &StreamId,
        version: u64,
        reason: &str,
        author: Author,
        now: Timestamp,
    ) -> Result<Result<u64, NotWithdrawn>, Fault> {
        match self.head(stream)? {
            None => return Ok(Err(NotWithdrawn::NotThere)),
            Some(head) if !head.own => return Ok(Err(NotWithdrawn::NotOwn)),
            Some(_) => {}
        }
        let found = self.entry_of(stream, version)?;
        let Some((header, present)) = found else {
            return Ok(Err(NotWithdrawn::NotThere));
        };
        let header = replay::header_of(&header)?;
        if header.event == EVENT {
            return Ok(Err(NotWithdrawn::IsWithdrawal));
        }
        if !present {
            return Ok(Err(NotWithdrawn::Already));
        }
        let said = Withdrawn {
            digest: header.digest,
            reason: reason.to_owned(),
            version,
        };
        let payload = canonical::to_bytes(&said).map_err(|e| Fault::Damaged(e.to_string()))?;
        let mut salt = [0u8; SALT];
        self.core.setup.entropy.fill(&mut salt);
        let (header, lane) = self.next_header(stream, |header| {
            header.author = author;
            header.digest = digest_of(&salt, &payload);
            header.event = EVENT.to_owned();
            header.occurred = now;
            header.recorded = now;
        })?;
        let made = header.version;
        self.store(&header, &lane, Some((&salt, &payload)))?;
        self.erase(stream, version)?;
        Ok(Ok(made))
    }

    pub(crate) fn entry_of(
        &self,
        stream: &StreamId,
        version: u64,
    ) -> Result<Option<(Vec<u8>, bool)>, Fault> {
        let mut statement = self.connection.prepare_cached(
            "SELECT e.header, p.position IS NOT NULL FROM entry e
             JOIN stream s ON s.id = e.stream LEFT JOIN payload p ON p.position = e.position
             WHERE s.address = ?1 AND e.version = ?2",
        )?;
        let row = statement.query_row(params![stream.to_string(), signed(version)], |row| {
            Ok((row.get(0)?, row.get(1)?))
        });
        Ok(row.optional()?)
    }

    /// Forgets the request that made an entry: its digest is of what was typed. Entries that one
    /// request made were recorded at one moment, and the request is kept with the last of them.
    fn forget_request(&self, stream: &StreamId, version: u64) -> Result<(), Fault> {
        if let Some((header, _)) = self.entry_of(stream, version)? {
            let recorded = replay::header_of(&header)?.recorded.as_millisecond();
            self.connection.execute(
                "DELETE FROM request WHERE stream = ?1 AND version >= ?2 AND recorded = ?3",
                params![stream.to_string(), signed(version), recorded],
            )?;
        }
        Ok(())
    }

    /// Erases a payload and makes the rows of its stream again without it.
    pub(crate) fn erase(&mut self, stream: &StreamId, version: u64) -> Result<(), Fault> {
        self.forget_request(stream, version)?;
        self.connection.execute(
            "DELETE FROM payload WHERE position = (SELECT e.position FROM entry e
             JOIN stream s ON s.id = e.stream WHERE s.address = ?1 AND e.version = ?2)",
            params![stream.to_string(), signed(version)],
        )?;
        let class = self.core.heads.get(stream).map(|head| head.class_row);
        replay::stream_again(self.connection, self.core, stream)?;
        self.touched_streams.push(stream.clone());
        for table in self.core.setup.tables() {
            self.notice
                .changed
                .extend(class.map(|class| (table.name, class)));
        }
        self.notice.erased = true;
        count_erased(self.connection)
    }

    /// Erases again what the entries say was withdrawn: after a backup was put back. Answers how
    /// many payloads were erased.
    pub fn withdraw_again(&mut self) -> Result<u64, Fault> {
        let mut again = Vec::new();
        {
            let mut statement = self.connection.prepare(
                "SELECT s.address, p.body FROM entry e JOIN payload p ON p.position = e.position
                 JOIN stream s ON s.id = e.stream
                 WHERE e.header LIKE '%\"event\":\"ledger.withdrawn.v1\"%'",
            )?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let (address, body): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
                let said: Option<Withdrawn> = serde_json::from_slice(&body).ok();
                if let (Ok(stream), Some(said)) = (address.parse::<StreamId>(), said) {
                    again.push((stream, said.version));
                }
            }
        }
        let mut count = 0;
        for (stream, version) in again {
            if let Some((_, true)) = self.entry_of(&stream, version)? {
                self.load_head(&stream)?;
                self.erase(&stream, version)?;
                count += 1;
            }
        }
        Ok(count)
    }

    /// The version of an own stream whose payload is asked for, none when it was withdrawn.
    pub fn newest(&mut self, stream: &StreamId) -> Result<u64, Fault> {
        let newest: Option<i64> = self
            .connection
            .prepare_cached(
                "SELECT max(e.version) FROM entry e JOIN stream s ON s.id = e.stream
                 WHERE s.address = ?1",
            )?
            .query_row([stream.to_string()], |row| row.get(0))?;
        Ok(unsigned(newest.unwrap_or(0)))
    }
}
