// SPDX-License-Identifier: EUPL-1.2
//! Reading beside the writer: a small pool of connections that can only read.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use paraat_authority::Audience;
use paraat_contract::{Past, Query, Row, Rows};
use paraat_kernel::StreamId;
use rusqlite::{Connection, OptionalExtension as _};

use crate::classes::Classes;
use crate::core::Setup;
use crate::{Fault, conditions, replay, schema, select};

/// Reads the ledger. Cheap to copy.
#[derive(Clone)]
pub struct Reader(Arc<Inner>);

struct Inner {
    path: PathBuf,
    classes: Arc<Classes>,
    setup: Setup,
    idle: Mutex<Vec<Connection>>,
    open: Mutex<usize>,
    freed: Condvar,
}

/// How many connections read at once; one more waits.
const MOST_READERS: usize = 8;

/// One consistent view of the ledger: everything asked of it is of the same moment.
pub struct Session<'a> {
    connection: &'a Connection,
    inner: &'a Inner,
    seen: Arc<[i64]>,
}

impl Reader {
    pub(crate) fn new(path: &Path, classes: Arc<Classes>, setup: Setup) -> Self {
        Self(Arc::new(Inner {
            path: path.to_owned(),
            classes,
            setup,
            idle: Mutex::new(Vec::new()),
            open: Mutex::new(0),
            freed: Condvar::new(),
        }))
    }

    /// Asks questions on behalf of an audience, all of the same moment.
    pub fn session<T>(
        &self,
        audience: &Audience,
        ask: impl FnOnce(&Session) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let connection = self.take()?;
        connection.prepare_cached("BEGIN")?.execute([])?;
        let seen = self.0.classes.seen_by(audience);
        ask(&Session {
            connection: &connection,
            inner: &self.0,
            seen,
        })
    }

    /// The same on a connection of its own, for what reads long: it takes none from those who wait
    /// for a page. The caller bounds how many there are.
    pub fn walk<T>(
        &self,
        audience: &Audience,
        ask: impl FnOnce(&Session) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let connection = schema::open_walker(&self.0.path)?;
        connection.prepare_cached("BEGIN")?.execute([])?;
        let seen = self.0.classes.seen_by(audience);
        ask(&Session {
            connection: &connection,
            inner: &self.0,
            seen,
        })
    }

    /// One query on behalf of an audience.
    pub fn rows(&self, audience: &Audience, query: &Query) -> Result<Rows, Fault> {
        self.session(audience, |session| session.rows(query))
    }

    /// Answers a query whatever its class. Only for the judge itself, which must know the members
    /// of circles before it can say who may see them; what it answers is shown to nobody.
    pub fn rows_for_judge(&self, query: &Query) -> Result<Rows, Fault> {
        let connection = self.take()?;
        let every = self.0.classes.every();
        select::rows(&connection, &self.0.classes, query, &every)
    }

    /// The classes of this ledger, for those who push changes.
    pub fn seen_by(&self, audience: &Audience) -> Arc<[i64]> {
        self.0.classes.seen_by(audience)
    }

    /// Position of the newest entry.
    pub fn position(&self) -> Result<i64, Fault> {
        let connection = self.take()?;
        let mut statement =
            connection.prepare_cached("SELECT coalesce(max(position), 0) FROM entry")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    fn take(&self) -> Result<Taken<'_>, Fault> {
        let connection = Some(self.connection()?);
        let inner = &self.0;
        Ok(Taken { connection, inner })
    }

    fn connection(&self) -> Result<Connection, Fault> {
        if let Some(connection) = lock(&self.0.idle).pop() {
            return Ok(connection);
        }
        let mut open = lock(&self.0.open);
        while *open >= MOST_READERS {
            if let Some(connection) = lock(&self.0.idle).pop() {
                return Ok(connection);
            }
            open = self
                .0
                .freed
                .wait(open)
                .unwrap_or_else(PoisonError::into_inner);
        }
        let connection = schema::open_reader(&self.0.path)?;
        *open += 1;
        Ok(connection)
    }
}

/// A connection of the pool, for as long as somebody reads with it. It goes back however the
/// reading ended, a panic included; it is thrown away when its transaction could not be ended.
struct Taken<'a> {
    /// There until the drop.
    connection: Option<Connection>,
    inner: &'a Inner,
}

impl Deref for Taken<'_> {
    type Target = Connection;

    #[expect(clippy::expect_used, reason = "only the drop takes it out")]
    fn deref(&self) -> &Connection {
        self.connection.as_ref().expect("there until the drop")
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        let sound = self.connection.take().filter(|connection| {
            let end = || connection.prepare_cached("ROLLBACK")?.execute([]);
            connection.is_autocommit() || end().is_ok()
        });
        let mut open = lock(&self.inner.open);
        match sound {
            Some(connection) => lock(&self.inner.idle).push(connection),
            None => *open = open.saturating_sub(1),
        }
        self.inner.freed.notify_one();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Session<'_> {
    /// Answers a query.
    pub fn rows(&self, query: &Query) -> Result<Rows, Fault> {
        select::rows(self.connection, &self.inner.classes, query, &self.seen)
    }

    /// Hands over all rows of a query, a step at a time, until `take` answers false.
    pub fn each(&self, query: &Query, take: &mut dyn FnMut(Vec<Row>) -> bool) -> Result<(), Fault> {
        select::each(
            self.connection,
            &self.inner.classes,
            query,
            &self.seen,
            take,
        )
    }

    /// The newest version of a stream, when its class may be seen.
    pub fn version(&self, stream: &StreamId) -> Result<Option<u64>, Fault> {
        Ok(self.history(stream, 1)?.first().map(|past| past.version))
    }

    /// What was recorded in a stream, newest first, at most so many. Empty when it is not there
    /// for this audience.
    pub fn history(&self, stream: &StreamId, most: u32) -> Result<Vec<Past>, Fault> {
        self.past(
            stream,
            "?2 >= 0 ORDER BY e.version DESC LIMIT ?2",
            most.into(),
        )
    }

    /// One entry of a stream; none when it is not there for this audience.
    pub fn entry(&self, stream: &StreamId, version: u64) -> Result<Option<Past>, Fault> {
        let version = i64::try_from(version).unwrap_or(i64::MAX);
        Ok(self.past(stream, "e.version = ?2", version)?.pop())
    }

    fn past(&self, stream: &StreamId, which: &str, value: i64) -> Result<Vec<Past>, Fault> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT e.header, p.body, e.class, s.kind FROM entry e
             JOIN stream s ON s.id = e.stream LEFT JOIN payload p ON p.position = e.position
             WHERE s.address = ?1 AND e.class IN ({}) AND {which}",
            conditions::class_list(&self.seen)
        ))?;
        let mut rows = statement.query(rusqlite::params![stream.to_string(), value])?;
        let mut past = Vec::new();
        while let Some(row) = rows.next()? {
            let header = replay::header_of(row.get_ref(0)?.as_blob().unwrap_or_default())?;
            let body: Option<Vec<u8>> = row.get(1)?;
            let kind = self
                .inner
                .setup
                .kind(row.get_ref(3)?.as_str().unwrap_or_default());
            let known = match (&body, kind) {
                (Some(body), Some(kind)) => {
                    kind.event(&header.event, body).is_some()
                        || header.event == crate::withdraw::EVENT
                }
                (Some(_), None) => false,
                (None, _) => true,
            };
            past.push(Past {
                stream: header.stream,
                version: header.version,
                event: header.event,
                occurred: header.occurred,
                recorded: header.recorded,
                organisation: header.author.organisation,
                function: header.author.function,
                payload: body.and_then(|body| serde_json::from_slice(&body).ok()),
                opaque: !known,
            });
        }
        Ok(past)
    }

    /// The state of a stream, for what a form starts with. The caller has seen its kind.
    pub fn state(
        &self,
        stream: &StreamId,
        kind: &'static dyn paraat_contract::AnyKind,
    ) -> Result<paraat_contract::AnyState, Fault> {
        replay::state_of(self.connection, kind, stream)
    }

    /// Full name of the kind of a stream, when its class may be seen.
    pub fn kind(&self, stream: &StreamId) -> Result<Option<String>, Fault> {
        let found: Option<(String, i64)> = self
            .connection
            .prepare_cached("SELECT kind, class FROM stream WHERE address=?1")?
            .query_row([stream.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        Ok(found
            .filter(|(_, class)| self.seen.binary_search(class).is_ok())
            .map(|(kind, _)| kind))
    }

    /// Position of the newest entry at this moment.
    pub fn position(&self) -> Result<i64, Fault> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT coalesce(max(position), 0) FROM entry")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }
}
