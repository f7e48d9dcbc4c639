// SPDX-License-Identifier: EUPL-1.2
//! One transaction of the writer: what jobs do to the ledger goes through here.

use std::collections::{BTreeMap, BTreeSet};

use paraat_authority::Audience;
use paraat_contract::{AnyKind, AnyState, CARDS, Filter, Home, Order, Query, card_of};
use paraat_kernel::{Circle, Class, Cut, Known, LaneId, Live, StreamId, Timestamp, Uuid};
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::core::{Core, Lane, signed, unsigned};
use crate::envelope::Hash;
use crate::{Fault, conditions, select};

/// The head of a stream, as jobs see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadInfo {
    /// Full name of its kind.
    pub kind: String,
    /// Its newest version.
    pub version: u64,
    /// Its class.
    pub class: Class,
    /// True when this node writes it.
    pub own: bool,
}

/// A request that was answered before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// Digest of what was asked.
    pub digest: Vec<u8>,
    /// The stream it went to.
    pub stream: String,
    /// The version it made.
    pub version: u64,
}

/// What a commit changed, for those who look: tables by class, never content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notice {
    /// Position of the last entry.
    pub position: i64,
    /// Tables that have changed rows, with the class of each change.
    pub changed: BTreeSet<(&'static str, i64)>,
    /// True when a payload was erased: whoever keeps copies must look again.
    pub erased: bool,
}

/// A lane as it was before a job: its head, and the run that the transaction had begun on it.
type LaneBefore = (LaneId, Option<Lane>, Option<(i64, Hash)>);

/// The open transaction. A job that answers an error leaves no trace; a fault undoes the whole
/// transaction, and nobody who waits for it is told that something was recorded.
pub struct Batch<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) core: &'a mut Core,
    pub(crate) notice: Notice,
    pub(crate) fault: Option<Fault>,
    /// Last entry of each lane that this transaction wrote: what it signs.
    pub(crate) runs: BTreeMap<LaneId, (i64, Hash)>,
    pub(crate) touched_streams: Vec<StreamId>,
    pub(crate) lanes_before: Vec<LaneBefore>,
    position_before: i64,
    changed_before: BTreeSet<(&'static str, i64)>,
    undoable: bool,
    changes_before: u64,
}

/// Whether whoever holds what is recorded at this home can hold this lane as well.
fn held_with(lane: &LaneId, home: &Home) -> bool {
    match &lane.circle {
        Circle::Public | Circle::Partners => true,
        Circle::Own => home.circle == Circle::Own && lane.origin.organisation == home.stream.owner,
        made @ Circle::Made(_) => *made == home.circle,
    }
}

/// Under which name the last number of the rows of a query is kept.
fn number_of(query: &Query) -> String {
    let scope = format!("{} {:?}", query.table.name, query.filters);
    format!("number {}", blake3::hash(scope.as_bytes()).to_hex())
}

impl<'a> Batch<'a> {
    pub(crate) fn new(connection: &'a Connection, core: &'a mut Core) -> Self {
        let position = core.position;
        Self {
            connection,
            core,
            notice: Notice::default(),
            fault: None,
            runs: BTreeMap::new(),
            touched_streams: Vec::new(),
            lanes_before: Vec::new(),
            position_before: position,
            changed_before: BTreeSet::new(),
            undoable: true,
            changes_before: 0,
        }
    }

    /// The time, by the clock of this node, in whole milliseconds: what is recorded.
    pub fn now(&self) -> Timestamp {
        let millis = self.core.setup.clock.now().as_millisecond();
        Timestamp::from_millisecond(millis).unwrap_or_default()
    }

    /// That this ledger is of the real world; none in that of an exercise.
    pub fn live(&self) -> Option<Live> {
        Live::of(&self.core.setup.space)
    }

    /// A fresh id.
    pub fn fresh(&self, now: Timestamp) -> Uuid {
        paraat_kernel::seams::fresh_id(now, &*self.core.setup.entropy)
    }

    pub(crate) fn begin_job(&mut self, undoable: bool) -> Result<(), Fault> {
        if undoable {
            self.connection
                .prepare_cached("SAVEPOINT job")?
                .execute([])?;
            self.changed_before.clone_from(&self.notice.changed);
        }
        self.undoable = undoable;
        self.changes_before = self.connection.total_changes();
        self.touched_streams.clear();
        self.lanes_before.clear();
        self.position_before = self.core.position;
        Ok(())
    }

    pub(crate) fn end_job(&mut self, keep: bool) -> Result<(), Fault> {
        if !self.undoable {
            return if keep || self.connection.total_changes() == self.changes_before {
                Ok(())
            } else {
                Err(Fault::Damaged("a job refused after it wrote".to_owned()))
            };
        }
        if !keep {
            self.connection
                .prepare_cached("ROLLBACK TO job")?
                .execute([])?;
            let wrote = !self.touched_streams.is_empty();
            for stream in self.touched_streams.drain(..) {
                self.core.heads.remove(&stream);
            }
            for (id, lane, run) in self.lanes_before.drain(..).rev() {
                match lane {
                    Some(lane) => self.core.lanes.insert(id.clone(), lane),
                    None => self.core.lanes.remove(&id),
                };
                match run {
                    Some(run) => self.runs.insert(id, run),
                    None => self.runs.remove(&id),
                };
            }
            self.core.position = self.position_before;
            self.notice.position = self.position_before;
            // Nobody is told of what did not happen.
            self.notice.changed = std::mem::take(&mut self.changed_before);
            if wrote {
                self.core.known.clear();
                self.core.classes.reload(self.connection)?;
            }
        }
        self.connection.prepare_cached("RELEASE job")?.execute([])?;
        Ok(())
    }

    /// Signs the run of each lane that this transaction wrote.
    pub(crate) fn sign_runs(&mut self) -> Result<(), Fault> {
        let signer = self.core.setup.signer.read();
        let signer = signer.unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut statement = self
            .connection
            .prepare_cached("INSERT OR REPLACE INTO run (position, signature) VALUES (?1, ?2)")?;
        for (lane, (position, hash)) in &self.runs {
            if signer.origin(&lane.origin.organisation).as_ref() == Some(&lane.origin) {
                statement.execute(params![position, signer.sign(hash)])?;
            }
        }
        Ok(())
    }

    /// The head of a stream; none when there is no such stream.
    pub fn head(&mut self, stream: &StreamId) -> Result<Option<HeadInfo>, Fault> {
        if !self.load_head(stream)? {
            return Ok(None);
        }
        let own = self.may_write(stream);
        Ok(self.core.heads.get(stream).map(|head| HeadInfo {
            kind: head.kind_name.clone(),
            version: head.version,
            class: head.class.clone(),
            own,
        }))
    }

    fn may_write(&self, stream: &StreamId) -> bool {
        let signer = self.core.setup.signer.read();
        let signer = signer.unwrap_or_else(std::sync::PoisonError::into_inner);
        signer.origin(&stream.owner).is_some()
    }

    /// The state of a stream: what its rules decide on. The empty state when there is none yet.
    pub fn state(
        &mut self,
        stream: &StreamId,
        kind: &'static dyn AnyKind,
    ) -> Result<AnyState, Fault> {
        self.load_head(stream)?;
        let head = self.core.heads.get(stream);
        let state = head
            .and_then(|head| head.state.as_ref())
            .map(|state| kind.copy(state));
        Ok(state.unwrap_or_else(|| kind.empty()))
    }

    /// Calls a function with the state of a stream, without copying it.
    pub fn with_state<T>(
        &mut self,
        stream: &StreamId,
        kind: &'static dyn AnyKind,
        rule: impl FnOnce(&AnyState) -> T,
    ) -> Result<T, Fault> {
        self.load_head(stream)?;
        let state = self
            .core
            .heads
            .get(stream)
            .and_then(|head| head.state.as_ref());
        Ok(match state {
            Some(state) => rule(state),
            None => rule(&kind.empty()),
        })
    }

    /// The number that comes after all that the rows of a query ever had, and after the one that
    /// was kept for them.
    pub fn next_number(&mut self, query: &Query, audience: &Audience) -> Result<i64, Fault> {
        let name = number_of(query);
        let kept: Option<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT digest FROM reading WHERE name = ?1")?
            .query_row([&name], |row| row.get(0))
            .optional()?;
        let kept = kept.and_then(|bytes| bytes.try_into().ok());
        let kept = kept.map_or(0, i64::from_be_bytes);
        Ok(kept
            .max(self.last_number(query, audience)?)
            .saturating_add(1))
    }

    /// Keeps a number that was given, so that it is not given again when its stream is withdrawn.
    pub fn keep_number(&mut self, query: &Query, number: i64) -> Result<(), Fault> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO reading (name, digest) VALUES (?1, ?2)")?
            .execute(params![number_of(query), number.to_be_bytes().as_slice()])?;
        Ok(())
    }

    /// The highest `number` among the rows of a query, closed ones too; 0 when there is none.
    fn last_number(&mut self, query: &Query, audience: &Audience) -> Result<i64, Fault> {
        let seen = self.core.classes.seen_by(audience);
        let mut query = query.clone().by(Order::Down("number"));
        query.limit = 1;
        let rows = select::rows(self.connection, &self.core.classes, &query, &seen)?;
        let last = rows.rows.first().and_then(|row| row.whole("number"));
        Ok(last.unwrap_or_default())
    }

    /// The card and class of a stream as this audience may see it.
    pub fn known(
        &mut self,
        stream: &StreamId,
        audience: &Audience,
    ) -> Result<Option<Known>, Fault> {
        let seen = self.core.classes.seen_by(audience);
        if let Some((by, known)) = self.core.known.get(stream)
            && *by == seen
        {
            return Ok(known.clone());
        }
        let known = self.known_part(stream, "", audience)?;
        self.core.make_room();
        let kept = (seen, known.clone());
        self.core.known.insert(stream.clone(), kept);
        Ok(known)
    }

    /// The card and class of a part of a stream as this audience may see it.
    pub fn known_part(
        &self,
        stream: &StreamId,
        part: &str,
        audience: &Audience,
    ) -> Result<Option<Known>, Fault> {
        let seen = self.core.classes.seen_by(audience);
        let query = Query::all(&CARDS)
            .filter(Filter::Stream(stream.clone()))
            .filter(Filter::Part(part.to_owned()));
        let rows = select::rows(self.connection, &self.core.classes, &query, &seen)?;
        Ok(rows.rows.first().map(|row| Known {
            card: card_of(row),
            class: row.class.clone(),
            version: row.version,
        }))
    }

    /// The version of a stream that made the card of one of its parts what it is; 0 for none.
    pub fn part_version(&self, stream: &StreamId, part: &str) -> Result<u64, Fault> {
        let query = Query::all(&CARDS)
            .filter(Filter::Stream(stream.clone()))
            .filter(Filter::Part(part.to_owned()));
        let every = self.core.classes.every();
        let rows = select::rows(self.connection, &self.core.classes, &query, &every)?.rows;
        Ok(rows.first().map_or(0, |row| row.version))
    }

    /// The state of the world as it was known here at a moment, of the lanes that every reader of
    /// this home can hold: who may not read a lane is not told how long it is.
    pub fn cut(&self, home: &Home, at: Timestamp) -> Result<Cut, Fault> {
        let until = conditions::position_at(self.connection, at)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT number FROM entry WHERE lane=?1 AND position<=?2 ORDER BY number DESC LIMIT 1",
        )?;
        let mut cut = Cut::default();
        for (id, lane) in self.core.lanes.iter().filter(|(id, _)| held_with(id, home)) {
            let number = statement.query_row(params![lane.row, until], |row| row.get(0));
            if let Some(number) = number.optional()? {
                cut.0.insert(id.to_string(), unsigned(number));
            }
        }
        Ok(cut)
    }

    /// Writes a row that says nothing, to learn whether the disk takes writes.
    pub fn touch(&self) -> Result<(), Fault> {
        let sql = "INSERT OR REPLACE INTO reading (name, digest) VALUES ('touch', x'00')";
        self.connection.execute(sql, [])?;
        Ok(())
    }

    /// The request with this key, when it was answered before.
    pub fn answered(&self, account: Uuid, key: &str) -> Result<Option<Answered>, Fault> {
        let mut statement = self.connection.prepare_cached(
            "SELECT digest, stream, version FROM request WHERE account=?1 AND key=?2",
        )?;
        let found = statement
            .query_row(params![account.as_bytes().as_slice(), key], |row| {
                Ok(Answered {
                    digest: row.get(0)?,
                    stream: row.get(1)?,
                    version: unsigned(row.get(2)?),
                })
            })
            .optional()?;
        Ok(found)
    }

    /// Throws away which requests were answered before a moment, and answers how many: nobody
    /// repeats them any more.
    pub fn prune_requests(&self, before: Timestamp) -> Result<usize, Fault> {
        let sql = "DELETE FROM request WHERE recorded < ?1";
        Ok(self.connection.execute(sql, [before.as_millisecond()])?)
    }

    /// Keeps the answer to a request, so that it is not done twice.
    pub fn remember(
        &self,
        account: Uuid,
        key: &str,
        answer: &Answered,
        at: Timestamp,
    ) -> Result<(), Fault> {
        self.connection
            .prepare_cached(
                "INSERT INTO request (account, key, digest, stream, version, recorded)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                account.as_bytes().as_slice(),
                key,
                answer.digest,
                answer.stream,
                signed(answer.version),
                at.as_millisecond()
            ])?;
        Ok(())
    }
}
