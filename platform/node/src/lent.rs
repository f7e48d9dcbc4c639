// SPDX-License-Identifier: EUPL-1.2
//! Functions that organisations lent to accounts, as this node was told.
//!
//! The record with authority is in the ledger, under `trust`. This table is filled from there by
//! the server, so that a page knows its reader without reading the ledger; it can be made again.

use std::collections::BTreeSet;

use paraat_kernel::{Actor, Function, OrganisationId, Timestamp, Uuid};
use rusqlite::types::FromSqlError;
use rusqlite::{Connection, Row, Transaction};

use crate::columns::{Id, Moment, Organisation};
use crate::{Fault, Node};

/// So many loans one account may have, past ones included: the oldest that have ended go first.
const MOST: i64 = 1_000;

/// A function lent to an account for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loan {
    /// Who it is lent to.
    pub account: Uuid,
    /// Who lends it.
    pub organisation: OrganisationId,
    /// What is lent.
    pub function: Function,
    /// From this moment on.
    pub from: Timestamp,
    /// Up to this moment, itself not included; none means until it is ended.
    pub until: Option<Timestamp>,
}

fn loan(row: &Row<'_>) -> rusqlite::Result<Loan> {
    let name: String = row.get(2)?;
    Ok(Loan {
        account: row.get::<_, Id>(0)?.0,
        organisation: row.get::<_, Organisation>(1)?.0,
        function: Function::from_name(&name).ok_or(FromSqlError::InvalidType)?,
        from: row.get::<_, Moment>(3)?.0,
        until: row.get::<_, Option<Moment>>(4)?.map(|until| until.0),
    })
}

fn insert(transaction: &Transaction<'_>, loan: &Loan) -> Result<bool, Fault> {
    let known = "SELECT EXISTS (SELECT 1 FROM account WHERE id=?1)";
    if !transaction.query_row(known, [Id(loan.account)], |row| row.get::<_, bool>(0))? {
        return Ok(false);
    }
    transaction.execute(
        "INSERT INTO lent (account, organisation, function, from_moment, until_moment)
         VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT DO UPDATE SET until_moment=excluded.until_moment",
        (
            Id(loan.account),
            loan.organisation.as_str(),
            loan.function.name(),
            Moment(loan.from),
            loan.until.map(Moment),
        ),
    )?;
    transaction.execute(
        "DELETE FROM lent WHERE account=?1 AND until_moment IS NOT NULL
         AND (organisation, function, from_moment) IN (
           SELECT organisation, function, from_moment FROM lent WHERE account=?1
           ORDER BY until_moment IS NULL DESC, until_moment DESC LIMIT -1 OFFSET ?2)",
        (Id(loan.account), MOST),
    )?;
    Ok(true)
}

fn held_now(
    connection: &Connection,
    account: Uuid,
    now: Timestamp,
) -> Result<BTreeSet<(OrganisationId, Function)>, Fault> {
    let mut statement = connection.prepare_cached(
        "SELECT account, lent.organisation, function, from_moment, until_moment
         FROM lent JOIN account ON account.id=lent.account WHERE lent.account=?1 AND enabled=1
         AND from_moment<=?2 AND (until_moment IS NULL OR until_moment>?2)",
    )?;
    let rows = statement.query_map((Id(account), Moment(now)), loan)?;
    Ok(rows
        .map(|row| row.map(|loan| (loan.organisation, loan.function)))
        .collect::<Result<_, _>>()?)
}

impl Node {
    /// Notes a loan; one with the same account, organisation, function and start takes the new
    /// end. False when there is no such account.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn lend(&self, loan: &Loan) -> Result<bool, Fault> {
        self.write(|transaction| insert(transaction, loan))
    }

    /// Ends a function at a moment: what runs then ends then, what would start later never
    /// does. Answers how many loans it changed.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn end(
        &self,
        account: Uuid,
        organisation: &OrganisationId,
        function: Function,
        at: Timestamp,
    ) -> Result<usize, Fault> {
        let values = (
            Id(account),
            organisation.as_str(),
            function.name(),
            Moment(at),
        );
        self.write(|transaction| {
            Ok(transaction.execute(
                "UPDATE lent SET until_moment=max(from_moment, ?4)
                 WHERE account=?1 AND organisation=?2 AND function=?3
                 AND (until_moment IS NULL OR until_moment>max(from_moment, ?4))",
                values,
            )?)
        })
    }

    /// The functions that an account holds now, each once, by organisation. None for an account
    /// that is disabled.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn functions(
        &self,
        account: Uuid,
        now: Timestamp,
    ) -> Result<Vec<(OrganisationId, Function)>, Fault> {
        self.read(|connection| Ok(held_now(connection, account, now)?.into_iter().collect()))
    }

    /// Who an account is for one organisation now: its functions there, possibly none.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn actor(
        &self,
        account: Uuid,
        organisation: &OrganisationId,
        now: Timestamp,
    ) -> Result<Actor, Fault> {
        let held = self.read(|connection| held_now(connection, account, now))?;
        let there = held
            .into_iter()
            .filter(|(owner, _function)| owner == organisation);
        Ok(Actor {
            organisation: organisation.clone(),
            functions: there.map(|(_owner, function)| function).collect(),
            account,
        })
    }

    /// Every loan of an account, past and to come, the newest first.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn loans(&self, account: Uuid) -> Result<Vec<Loan>, Fault> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT account, organisation, function, from_moment, until_moment FROM lent
                 WHERE account=?1 ORDER BY from_moment DESC, organisation, function",
            )?;
            let rows = statement.query_map([Id(account)], loan)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Forgets all loans and notes these instead, in one go: for the server that reads them
    /// again from the ledger. Loans of accounts that live elsewhere are left out; answers how
    /// many were noted.
    ///
    /// # Errors
    /// `Fault` when the disk refuses; then the loans are as they were.
    pub fn replace_loans(&self, loans: &[Loan]) -> Result<usize, Fault> {
        self.write(|transaction| {
            transaction.execute("DELETE FROM lent", [])?;
            let mut noted = 0;
            for loan in loans {
                noted += usize::from(insert(transaction, loan)?);
            }
            Ok(noted)
        })
    }
}
