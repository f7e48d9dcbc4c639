// SPDX-License-Identifier: EUPL-1.2
//! What was done to accounts: made, closed, given a key, a second factor taken off. Functions that
//! are lent stand in the record itself; the rest is of this node, and is written down here for its
//! administrators.

use paraat_kernel::{OrganisationId, Timestamp, Uuid};
use rusqlite::Row;
use rusqlite::types::FromSqlError;

use crate::columns::{Id, Moment, Organisation};
use crate::{Fault, Node};

/// So many acts are kept at most; the oldest go.
pub(crate) const MOST: i64 = 100_000;

/// What can be done to an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountAct {
    /// It was made.
    Made,
    /// It was closed.
    Closed,
    /// It was opened again.
    Opened,
    /// It got a new password from an administrator.
    PasswordReset,
    /// It got a key for programs.
    KeyMade,
    /// A key of it was revoked.
    KeyRevoked,
    /// A session of it was ended from elsewhere.
    SessionEnded,
    /// From then on signing in asks for a code.
    SecondFactorOn,
    /// From then on it does not.
    SecondFactorOff,
}

impl AccountAct {
    /// Every act.
    pub const ALL: [Self; 9] = [
        Self::Made,
        Self::Closed,
        Self::Opened,
        Self::PasswordReset,
        Self::KeyMade,
        Self::KeyRevoked,
        Self::SessionEnded,
        Self::SecondFactorOn,
        Self::SecondFactorOff,
    ];

    /// Its name in the file and in the words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Closed => "closed",
            Self::Opened => "opened",
            Self::PasswordReset => "password-reset",
            Self::KeyMade => "key-made",
            Self::KeyRevoked => "key-revoked",
            Self::SessionEnded => "session-ended",
            Self::SecondFactorOn => "second-factor-on",
            Self::SecondFactorOff => "second-factor-off",
        }
    }
}

/// An act on an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acted {
    /// Organisation of the account.
    pub organisation: OrganisationId,
    /// The account.
    pub account: Uuid,
    /// Who did it; none for who works on the machine itself.
    pub by: Option<Uuid>,
    /// What was done.
    pub act: AccountAct,
}

fn acted(row: &Row<'_>) -> rusqlite::Result<(Timestamp, Acted)> {
    let name: String = row.get(4)?;
    let act = AccountAct::ALL.into_iter().find(|act| act.name() == name);
    let acted = Acted {
        organisation: row.get::<_, Organisation>(1)?.0,
        account: row.get::<_, Id>(2)?.0,
        by: row.get::<_, Option<Id>>(3)?.map(|by| by.0),
        act: act.ok_or(FromSqlError::InvalidType)?,
    };
    Ok((row.get::<_, Moment>(0)?.0, acted))
}

impl Node {
    /// Writes an act down.
    ///
    /// # Errors
    /// `Fault` when the disk refuses; the act itself stands all the same.
    pub fn acted(&self, acted: &Acted, now: Timestamp) -> Result<(), Fault> {
        let sql = "INSERT INTO account_act (at, organisation, account, author, act)
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        let values = (
            Moment(now),
            acted.organisation.as_str(),
            Id(acted.account),
            acted.by.map(Id),
            acted.act.name(),
        );
        self.write(|transaction| Ok(transaction.execute(sql, values).map(|_rows| ())?))
    }

    /// What was done to accounts of an organisation and when, newest first; at most 500 come.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn acts(
        &self,
        organisation: &OrganisationId,
        most: u32,
    ) -> Result<Vec<(Timestamp, Acted)>, Fault> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT at, organisation, account, author, act FROM account_act
                 WHERE organisation=?1 ORDER BY id DESC LIMIT ?2",
            )?;
            let rows = statement.query_map((organisation.as_str(), most.min(500)), acted)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}
