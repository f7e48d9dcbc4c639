// SPDX-License-Identifier: EUPL-1.2
//! API tokens: shown once, kept as a hash, scoped, revocable.
//!
//! A token that was found is remembered, so that a request costs no query. Whatever can make a
//! token open less (revoking it, disabling its account) forgets all of them; a look-up that was
//! under way meanwhile does not put its answer back.

use std::time::Duration;

use paraat_kernel::{Timestamp, Uuid};
use rusqlite::{OptionalExtension as _, Row};

use crate::columns::{Id, Moment, later};
use crate::scopes::Scopes;
use crate::secret::Opens;
use crate::{Fault, Node, Secret, SecretText};

/// What every token begins with, so that a leaked one is recognised by scanners.
pub const PREFIX: &str = "paraat_";
/// So many tokens one account may have that are neither revoked nor expired.
const MOST: i64 = 100;
/// When a token was last used is written down at most once in this time.
const USED_EVERY: Duration = Duration::from_secs(60);

/// What a new token is made of.
#[derive(Debug, Clone, Copy)]
pub struct NewToken<'a> {
    /// Whose it is.
    pub account: Uuid,
    /// What it is for, in the owner's words; 1 to 80 characters.
    pub name: &'a str,
    /// What it may be used for.
    pub scopes: &'a Scopes,
    /// When it ends; none means when it is revoked.
    pub expires: Option<Timestamp>,
}

/// The answer to asking for a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Issued {
    /// Show the text now: it cannot be shown again.
    Made {
        /// The id for lists and for revoking.
        id: Uuid,
        /// `paraat_` and 43 characters of base64url.
        text: SecretText,
    },
    /// The name is empty, longer than 80 characters or has control characters.
    BadName,
    /// The account has as many tokens as it may.
    TooMany,
    /// There is no such account, or it is disabled.
    NoAccount,
}

/// A token as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its id; it opens nothing.
    pub id: Uuid,
    /// Whose it is.
    pub account: Uuid,
    /// What it is for.
    pub name: String,
    /// What it may be used for.
    pub scopes: Scopes,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last used, to the minute.
    pub used: Option<Timestamp>,
    /// When it ends.
    pub expires: Option<Timestamp>,
    /// When it was revoked.
    pub revoked: Option<Timestamp>,
}

/// Who a token speaks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearer {
    /// The id of the token.
    pub token: Uuid,
    /// The account.
    pub account: Uuid,
    /// What the token may be used for.
    pub scopes: Scopes,
}

#[derive(Debug, Clone)]
pub(crate) struct Found {
    bearer: Bearer,
    expires: Option<Timestamp>,
    used: Option<Timestamp>,
}

fn scopes(row: &Row<'_>, column: usize) -> rusqlite::Result<Scopes> {
    let text: String = row.get(column)?;
    text.parse()
        .map_err(|wrong| rusqlite::types::FromSqlError::other(wrong).into())
}

fn moment(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Timestamp>> {
    Ok(row.get::<_, Option<Moment>>(column)?.map(|moment| moment.0))
}

fn token(row: &Row<'_>) -> rusqlite::Result<Token> {
    Ok(Token {
        id: row.get::<_, Id>(0)?.0,
        account: row.get::<_, Id>(1)?.0,
        name: row.get(2)?,
        scopes: scopes(row, 3)?,
        created: row.get::<_, Moment>(4)?.0,
        used: moment(row, 5)?,
        expires: moment(row, 6)?,
        revoked: moment(row, 7)?,
    })
}

fn found(row: &Row<'_>) -> rusqlite::Result<Found> {
    let bearer = Bearer {
        token: row.get::<_, Id>(0)?.0,
        account: row.get::<_, Id>(1)?.0,
        scopes: scopes(row, 2)?,
    };
    Ok(Found {
        bearer,
        expires: moment(row, 3)?,
        used: moment(row, 4)?,
    })
}

fn is_name(name: &str) -> bool {
    (1..=80).contains(&name.trim().chars().count()) && !name.chars().any(char::is_control)
}

impl Node {
    /// Makes a token. Its text is shown to its owner now and never again.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn issue_token(&self, new: &NewToken<'_>, now: Timestamp) -> Result<Issued, Fault> {
        if !is_name(new.name) {
            return Ok(Issued::BadName);
        }
        let code = Secret::draw(self.entropy());
        let id = self.fresh_id(now);
        self.write(|transaction| {
            let live: i64 = transaction.query_row(
                "SELECT count(*) FROM token WHERE account=?1 AND revoked IS NULL
                 AND (expires IS NULL OR expires>?2)",
                (Id(new.account), Moment(now)),
                |row| row.get(0),
            )?;
            if live >= MOST {
                return Ok(Issued::TooMany);
            }
            let made = transaction.execute(
                "INSERT INTO token (id, hash, account, name, scopes, created, expires)
                 SELECT ?1, ?2, id, ?4, ?5, ?6, ?7 FROM account WHERE id=?3 AND enabled=1",
                (
                    Id(id),
                    code.hash(Opens::Token),
                    Id(new.account),
                    new.name.trim(),
                    new.scopes.to_string(),
                    Moment(now),
                    new.expires.map(Moment),
                ),
            )?;
            if made == 0 {
                return Ok(Issued::NoAccount);
            }
            let text = SecretText::new(format!("{PREFIX}{}", code.reveal()));
            Ok(Issued::Made { id, text })
        })
    }

    /// Who a token speaks for now; none when it is no token, revoked, expired, or its account
    /// is disabled. Notes the use at most once a minute; a disk that takes no more does not
    /// stop it.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn bearer(&self, text: &str, now: Timestamp) -> Result<Option<Bearer>, Fault> {
        let Some(code) = text.strip_prefix(PREFIX).and_then(Secret::read) else {
            return Ok(None);
        };
        let hash = code.hash(Opens::Token);
        let (turn, remembered) = self.inner.tokens.get(&hash);
        let is_new = remembered.is_none();
        let looked_up = match remembered {
            Some(found) => Some(found),
            None => self.look_up(&hash)?,
        };
        let Some(mut found) = looked_up else {
            return Ok(None);
        };
        if found.expires.is_some_and(|expires| expires <= now) {
            return Ok(None);
        }
        let due = found.used.is_none_or(|used| later(used, USED_EVERY) <= now);
        if due {
            found.used = Some(now);
            let sql = "UPDATE token SET used=?2 WHERE hash=?1";
            let noted = self.note(|transaction| Ok(transaction.execute(sql, (hash, Moment(now)))?));
            if let Err(fault) = noted {
                tracing::warn!(%fault, "token used, not noted");
            }
        }
        let bearer = found.bearer.clone();
        if due || is_new {
            self.inner.tokens.put(turn, hash, found);
        }
        Ok(Some(bearer))
    }

    fn look_up(&self, hash: &[u8; 32]) -> Result<Option<Found>, Fault> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT token.id, account, scopes, expires, used FROM token
                 JOIN account ON account.id=token.account
                 WHERE hash=?1 AND revoked IS NULL AND enabled=1",
            )?;
            Ok(statement.query_row([hash], found).optional()?)
        })
    }

    /// The tokens of an account, ended ones too, the newest first; at most 500.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn tokens(&self, account: Uuid) -> Result<Vec<Token>, Fault> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT id, account, name, scopes, created, used, expires, revoked FROM token
                 WHERE account=?1 ORDER BY created DESC, id DESC LIMIT 500",
            )?;
            let rows = statement.query_map([Id(account)], token)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Revokes a token of an account: when this returns it opens nothing any more. False when
    /// the account has no such token, or it was revoked before.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn revoke_token(&self, account: Uuid, id: Uuid, now: Timestamp) -> Result<bool, Fault> {
        let sql = "UPDATE token SET revoked=?3 WHERE id=?2 AND account=?1 AND revoked IS NULL";
        let values = (Id(account), Id(id), Moment(now));
        let revoked = self.write(|transaction| Ok(transaction.execute(sql, values)? == 1))?;
        self.inner.tokens.forget();
        Ok(revoked)
    }
}
