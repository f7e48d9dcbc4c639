// SPDX-License-Identifier: EUPL-1.2
//! Accounts: who may sign in here, by (issuer, subject), so that single sign-on can come.

use std::fmt;

use paraat_kernel::{OrganisationId, Timestamp, Uuid};
use rusqlite::{Connection, OptionalExtension as _, Row};

use crate::columns::{Id, Moment, Organisation};
use crate::{Fault, Node};

/// The issuer of accounts that this node keeps itself.
pub const LOCAL: &str = "local";

/// So many accounts a node keeps at most.
const MOST: i64 = 100_000;

/// An account. Its id is a pseudonym: it may stand in the ledger; the rest stays here.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// The pseudonym.
    pub id: Uuid,
    /// Who vouches for the subject: [`LOCAL`], or the address of an identity provider.
    pub issuer: String,
    /// The name at the issuer; for `local` the name that is typed to sign in.
    pub subject: String,
    /// What pages show: the name of the function, not of the person.
    pub display: String,
    /// The home organisation.
    pub organisation: OrganisationId,
    /// False: cannot sign in, holds no functions, its tokens open nothing.
    pub enabled: bool,
    /// When it was made.
    pub created: Timestamp,
    /// True when a second factor is confirmed.
    pub second_factor: bool,
}

/// Shows the pseudonym and the organisation only: names may be of people.
impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account")
            .field("id", &self.id)
            .field("organisation", &self.organisation)
            .field("enabled", &self.enabled)
            .finish_non_exhaustive()
    }
}

/// What an account is made of.
#[derive(Clone)]
pub struct NewAccount<'a> {
    /// Who vouches for the subject; at most 200 bytes.
    pub issuer: &'a str,
    /// The name at the issuer; at most 200 bytes.
    pub subject: &'a str,
    /// What pages show; at most 200 bytes.
    pub display: &'a str,
    /// The home organisation.
    pub organisation: &'a OrganisationId,
}

/// The answer to adding an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    /// It was made.
    Made(Account),
    /// There is one with this (issuer, subject).
    Taken,
    /// A name is empty, longer than 200 bytes, has control characters or spaces at its ends.
    BadName,
    /// The node keeps as many accounts as it can.
    Full,
}

const COLUMNS: &str = "SELECT id, issuer, subject, display, organisation, enabled, created,
    EXISTS (SELECT 1 FROM totp WHERE totp.account=account.id AND confirmed IS NOT NULL)
    FROM account";

fn account(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account {
        id: row.get::<_, Id>(0)?.0,
        issuer: row.get(1)?,
        subject: row.get(2)?,
        display: row.get(3)?,
        organisation: row.get::<_, Organisation>(4)?.0,
        enabled: row.get(5)?,
        created: row.get::<_, Moment>(6)?.0,
        second_factor: row.get(7)?,
    })
}

fn is_name(text: &str) -> bool {
    (1..=200).contains(&text.len()) && text.trim() == text && !text.chars().any(char::is_control)
}

/// The account with this (issuer, subject).
pub(crate) fn named(
    connection: &Connection,
    issuer: &str,
    subject: &str,
) -> Result<Option<Account>, Fault> {
    let sql = format!("{COLUMNS} WHERE issuer=?1 AND subject=?2");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_row([issuer, subject], account).optional()?)
}

impl Node {
    /// Adds an account, enabled, without a password and without functions.
    ///
    /// # Errors
    /// `Fault` when the disk refuses; what is wrong with the names is an answer.
    pub fn add_account(&self, new: &NewAccount<'_>, now: Timestamp) -> Result<Added, Fault> {
        if ![new.issuer, new.subject, new.display]
            .into_iter()
            .all(is_name)
        {
            return Ok(Added::BadName);
        }
        let id = self.fresh_id(now);
        self.write(|transaction| {
            if named(transaction, new.issuer, new.subject)?.is_some() {
                return Ok(Added::Taken);
            }
            let count: i64 =
                transaction.query_row("SELECT count(*) FROM account", [], |row| row.get(0))?;
            if count >= MOST {
                return Ok(Added::Full);
            }
            transaction.execute(
                "INSERT INTO account (id, issuer, subject, display, organisation, enabled, created)
                 VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6)",
                (
                    Id(id),
                    new.issuer,
                    new.subject,
                    new.display,
                    new.organisation.as_str(),
                    Moment(now),
                ),
            )?;
            let made = named(transaction, new.issuer, new.subject)?;
            made.map(Added::Made)
                .ok_or(Fault::Damaged("an account that was just made is gone"))
        })
    }

    /// The account with this pseudonym.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn account(&self, id: Uuid) -> Result<Option<Account>, Fault> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(&format!("{COLUMNS} WHERE id=?1"))?;
            Ok(statement.query_row([Id(id)], account).optional()?)
        })
    }

    /// The account with this (issuer, subject).
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn account_of(&self, issuer: &str, subject: &str) -> Result<Option<Account>, Fault> {
        self.read(|connection| named(connection, issuer, subject))
    }

    /// Accounts by organisation and name; with an organisation, its own only. `after` is the id
    /// of the last one of the page before; at most 500 come at once.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn accounts(
        &self,
        organisation: Option<&OrganisationId>,
        after: Option<Uuid>,
        most: u32,
    ) -> Result<Vec<Account>, Fault> {
        let sql = format!(
            "{COLUMNS} WHERE (?1 IS NULL OR organisation=?1) AND (?2 IS NULL OR
             (organisation, display, id) >
             (SELECT organisation, display, id FROM account WHERE id=?2))
             ORDER BY organisation, display, id LIMIT ?3"
        );
        self.read(|connection| {
            let mut statement = connection.prepare_cached(&sql)?;
            let values = (
                organisation.map(OrganisationId::as_str),
                after.map(Id),
                most.min(500),
            );
            let rows = statement.query_map(values, account)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Enables or disables an account. Disabling ends its sessions and forgets its devices; its
    /// tokens open nothing while it is disabled. False when there is no such account.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn enable_account(&self, id: Uuid, enabled: bool) -> Result<bool, Fault> {
        let found = self.write(|transaction| {
            let sql = "UPDATE account SET enabled=?2 WHERE id=?1";
            let found = transaction.execute(sql, (Id(id), enabled))? == 1;
            if !enabled {
                transaction.execute("DELETE FROM session WHERE account=?1", [Id(id)])?;
                transaction.execute("DELETE FROM device WHERE account=?1", [Id(id)])?;
            }
            Ok(found)
        })?;
        self.inner.tokens.forget();
        Ok(found)
    }

    /// Changes what pages show for an account. False when there is no such account or the name
    /// is not one (see [`Added::BadName`]).
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn rename_account(&self, id: Uuid, display: &str) -> Result<bool, Fault> {
        if !is_name(display) {
            return Ok(false);
        }
        let sql = "UPDATE account SET display=?2 WHERE id=?1";
        self.write(|transaction| Ok(transaction.execute(sql, (Id(id), display))? == 1))
    }
}
