// SPDX-License-Identifier: EUPL-1.2
//! Up to where somebody has seen what changed. It moves only when they say so: a page that was
//! opened and not read has not been seen.

use paraat_kernel::{StreamId, Timestamp, Uuid};
use rusqlite::OptionalExtension as _;

use crate::columns::{Id, Moment};
use crate::{Fault, Node};

/// Up to where an account has seen what changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looked {
    /// When it said so.
    pub at: Timestamp,
    /// What was recorded here up to this position of the ledger was seen.
    pub until: i64,
}

impl Node {
    /// Up to where an account has seen what changed of one thing and its parts, or of everything;
    /// none while it never said so.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn looked(&self, account: Uuid, about: Option<&StreamId>) -> Result<Option<Looked>, Fault> {
        self.read(|connection| {
            let mut statement = connection
                .prepare_cached("SELECT at, position FROM looked WHERE account=?1 AND about=?2")?;
            let looked = statement.query_row((Id(account), named(about)), |row| {
                Ok(Looked {
                    at: row.get::<_, Moment>(0)?.0,
                    until: row.get(1)?,
                })
            });
            Ok(looked.optional()?)
        })
    }

    /// An account says up to where it has seen what changed. It never moves back: of two pages
    /// that were open, the older one takes nothing away.
    ///
    /// # Errors
    /// `Fault` when the disk refuses or there is no such account.
    pub fn look(
        &self,
        account: Uuid,
        about: Option<&StreamId>,
        until: i64,
        now: Timestamp,
    ) -> Result<(), Fault> {
        let sql = "INSERT INTO looked (account, about, at, position) VALUES (?1, ?2, ?3, ?4)
                   ON CONFLICT DO UPDATE SET at=excluded.at,
                   position=max(position, excluded.position)";
        let values = (Id(account), named(about), Moment(now), until);
        self.write(|transaction| Ok(transaction.execute(sql, values).map(|_rows| ())?))
    }
}

/// A thing as it stands in the file; everything has no name.
fn named(about: Option<&StreamId>) -> String {
    about.map(ToString::to_string).unwrap_or_default()
}
