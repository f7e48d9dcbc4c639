// SPDX-License-Identifier: EUPL-1.2
//! Sessions: from signing in to the end of a shift.

use std::time::Duration;

use paraat_kernel::{Language, Timestamp, Uuid};
use rusqlite::types::FromSqlError;
use rusqlite::{OptionalExtension as _, Row};

use crate::columns::{Id, Moment, later};
use crate::secret::Opens;
use crate::{Fault, Node, Secret};

/// So many sessions one account may have at once; the oldest ends.
const MOST: u32 = 50;
/// When a session was last seen is written down at most once in this time.
const SEEN_EVERY: Duration = Duration::from_secs(60);

/// Where a session stands with the second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Factor {
    /// The account had none when the session started.
    None,
    /// The password was right, the code has yet to come: nothing else may be done with it.
    Awaited,
    /// The code was right.
    Passed,
}

impl Factor {
    fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Awaited => "awaited",
            Self::Passed => "passed",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [Self::None, Self::Awaited, Self::Passed]
            .into_iter()
            .find(|factor| factor.name() == name)
    }
}

/// A session that runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its name in lists and for ending it; it opens nothing.
    pub handle: Uuid,
    /// Whose it is.
    pub account: Uuid,
    /// The language of its pages.
    pub language: Language,
    /// Where it stands with the second factor.
    pub factor: Factor,
    /// Family of the browser, see [`agent_family`].
    pub agent: String,
    /// When it started.
    pub started: Timestamp,
    /// When it was last seen, to the minute.
    pub seen: Timestamp,
    /// When it ends at the latest.
    pub expires: Timestamp,
}

impl Session {
    /// True when its holder may do things: no code is awaited.
    pub fn is_complete(&self) -> bool {
        self.factor != Factor::Awaited
    }
}

/// The family of a browser or tool by its `User-Agent`: enough to recognise one's own session,
/// too little to follow a person.
pub fn agent_family(user_agent: &str) -> &'static str {
    // The order matters: Edge and Opera say Chrome too, and Chrome says Safari.
    const FAMILIES: [(&str, &str); 8] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chromium/", "Chromium"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
        ("curl/", "curl"),
        ("python", "Python"),
    ];
    let family = FAMILIES
        .into_iter()
        .find(|(mark, _name)| user_agent.contains(mark));
    family.map_or("other", |(_mark, name)| name)
}

const COLUMNS: &str =
    "SELECT handle, account, language, factor, agent, started, seen, expires FROM session";

fn session(row: &Row<'_>) -> rusqlite::Result<Session> {
    let language: String = row.get(2)?;
    let factor: String = row.get(3)?;
    Ok(Session {
        handle: row.get::<_, Id>(0)?.0,
        account: row.get::<_, Id>(1)?.0,
        language: Language::from_code(&language).unwrap_or_default(),
        factor: Factor::from_name(&factor).ok_or(FromSqlError::InvalidType)?,
        agent: row.get(4)?,
        started: row.get::<_, Moment>(5)?.0,
        seen: row.get::<_, Moment>(6)?.0,
        expires: row.get::<_, Moment>(7)?.0,
    })
}

impl Node {
    /// Starts a session for an account that signed in. When it has a second factor, the session
    /// awaits it. None when the account is disabled or not there.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn start_session(
        &self,
        account: Uuid,
        language: Language,
        user_agent: &str,
        now: Timestamp,
    ) -> Result<Option<Secret>, Fault> {
        let code = Secret::draw(self.entropy());
        let handle = self.fresh_id(now);
        let started = self.write(|transaction| {
            let count = transaction.execute(
                "INSERT INTO session
                 (hash, handle, account, language, factor, agent, started, seen, expires)
                 SELECT ?1, ?2, id, ?4, CASE WHEN EXISTS (SELECT 1 FROM totp
                   WHERE totp.account=account.id AND confirmed IS NOT NULL)
                   THEN 'awaited' ELSE 'none' END, ?5, ?6, ?6, ?7
                 FROM account WHERE id=?3 AND enabled=1",
                (
                    code.hash(Opens::Session),
                    Id(handle),
                    Id(account),
                    language.code(),
                    agent_family(user_agent),
                    Moment(now),
                    Moment(later(now, self.inner.config.shift)),
                ),
            )?;
            transaction.execute(
                "DELETE FROM session WHERE account=?1 AND hash IN (SELECT hash FROM session
                 WHERE account=?1 ORDER BY started DESC, handle DESC LIMIT -1 OFFSET ?2)",
                (Id(account), MOST),
            )?;
            Ok(count == 1)
        })?;
        Ok(started.then_some(code))
    }

    /// The session that a code opens now, and notes that it was seen. A disk that takes no more
    /// does not end sessions: then only the note is lost.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn session(&self, code: &Secret, now: Timestamp) -> Result<Option<Session>, Fault> {
        let hash = code.hash(Opens::Session);
        let (turn, remembered) = self.inner.sessions.get(&hash);
        let is_new = remembered.is_none();
        let looked_up = match remembered {
            Some(found) => Some(found),
            None => self.look_up_session(&hash)?,
        };
        let Some(mut found) = looked_up.filter(|it| it.expires > now) else {
            return Ok(None);
        };
        let due = later(found.seen, SEEN_EVERY) <= now;
        if due {
            let sql = "UPDATE session SET seen=?2 WHERE hash=?1";
            let noted = self.note(|transaction| Ok(transaction.execute(sql, (hash, Moment(now)))?));
            match noted {
                Ok(_) => found.seen = now,
                Err(fault) => tracing::warn!(%fault, "session seen, not noted"),
            }
        }
        if due || is_new {
            self.inner.sessions.put(turn, hash, found.clone());
        }
        Ok(Some(found))
    }

    fn look_up_session(&self, hash: &[u8; 32]) -> Result<Option<Session>, Fault> {
        let sql = format!("{COLUMNS} WHERE hash=?1");
        self.read(|connection| {
            let mut statement = connection.prepare_cached(&sql)?;
            Ok(statement.query_row([hash], session).optional()?)
        })
    }

    /// Marks the second factor as passed after [`Node::check_code`] said so. The session gets a
    /// new code, so that one that was seen before opens nothing more. None when no session
    /// with this code awaits it.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn pass_second_factor(
        &self,
        code: &Secret,
        now: Timestamp,
    ) -> Result<Option<Secret>, Fault> {
        let fresh = Secret::draw(self.entropy());
        let values = (
            code.hash(Opens::Session),
            fresh.hash(Opens::Session),
            Moment(now),
        );
        let passed = self.write(|transaction| {
            Ok(transaction.execute(
                "UPDATE session SET hash=?2, factor='passed', seen=?3
                 WHERE hash=?1 AND factor='awaited' AND expires>?3",
                values,
            )? == 1)
        })?;
        Ok(passed.then_some(fresh))
    }

    /// Changes the language of a session. False when it does not run.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn set_language(&self, code: &Secret, language: Language) -> Result<bool, Fault> {
        let values = (code.hash(Opens::Session), language.code());
        let sql = "UPDATE session SET language=?2 WHERE hash=?1";
        self.write(|transaction| Ok(transaction.execute(sql, values)? == 1))
    }

    /// Signs out: ends the session that a code opens. False when it did not run.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn sign_out(&self, code: &Secret) -> Result<bool, Fault> {
        let hash = code.hash(Opens::Session);
        let sql = "DELETE FROM session WHERE hash=?1";
        self.write(|transaction| Ok(transaction.execute(sql, [hash])? == 1))
    }

    /// Ends one session by its handle. False when it did not run.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn end_session(&self, handle: Uuid) -> Result<bool, Fault> {
        let sql = "DELETE FROM session WHERE handle=?1";
        self.write(|transaction| Ok(transaction.execute(sql, [Id(handle)])? == 1))
    }

    /// Ends every session of an account; answers how many there were.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn end_sessions(&self, account: Uuid) -> Result<usize, Fault> {
        let sql = "DELETE FROM session WHERE account=?1";
        self.write(|transaction| Ok(transaction.execute(sql, [Id(account)])?))
    }

    /// The sessions of an account that run now, the newest first.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn sessions(&self, account: Uuid, now: Timestamp) -> Result<Vec<Session>, Fault> {
        let sql =
            format!("{COLUMNS} WHERE account=?1 AND expires>?2 ORDER BY started DESC, handle");
        self.read(|connection| {
            let mut statement = connection.prepare_cached(&sql)?;
            let rows = statement.query_map((Id(account), Moment(now)), session)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_known_by_its_family() {
        let chrome = "Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 \
                      Safari/537.36";
        assert_eq!(agent_family(chrome), "Chrome");
        assert_eq!(agent_family(&format!("{chrome} Edg/130.0")), "Edge");
        assert_eq!(
            agent_family("Mozilla/5.0 (X11; rv:140.0) Gecko Firefox/140.0"),
            "Firefox"
        );
        assert_eq!(agent_family("curl/8.5.0"), "curl");
        assert_eq!(agent_family(""), "other");
    }
}
