// SPDX-License-Identifier: EUPL-1.2
//! State and rows from what was recorded: heads on demand, one stream again, everything again.

use std::collections::HashMap;

use paraat_contract::{AnyKind, AnyState, Change, Table};
use paraat_kernel::{Circle, Class, Label, StreamId, Timestamp};
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::append::recorded_of;
use crate::core::{Core, Head, lane_from_name, signed, unsigned};
use crate::envelope::Header;
use crate::{Fault, project, schema};

/// A state is kept as a snapshot at every so many versions.
const SNAPSHOT_EVERY: u64 = 256;

/// Keeps the state of a long stream, now and then.
pub(crate) fn snapshot(
    connection: &Connection,
    kind: &dyn AnyKind,
    head: &Head,
) -> Result<(), Fault> {
    if !head.version.is_multiple_of(SNAPSHOT_EVERY) {
        return Ok(());
    }
    let Some(state) = head.state.as_ref().and_then(|state| kind.freeze(state)) else {
        return Ok(());
    };
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO snapshot (stream, version, state) VALUES (?1, ?2, ?3)",
        )?
        .execute(params![head.row, signed(head.version), state])?;
    Ok(())
}

/// The head of a stream as the file has it.
pub(crate) fn head(
    connection: &Connection,
    core: &Core,
    stream: &StreamId,
) -> Result<Option<Head>, Fault> {
    let found: Option<(i64, String, i64, String, i64)> = connection
        .prepare_cached(
            "SELECT s.id, s.kind, s.class, l.name,
               (SELECT coalesce(max(version), 0) FROM entry WHERE stream = s.id)
             FROM stream s JOIN lane l ON l.id = s.lane WHERE s.address = ?1",
        )?
        .query_row([stream.to_string()], |row| {
            Ok((
                row.get(0)?,
                row.get(1)?,
                row.get(2)?,
                row.get(3)?,
                row.get(4)?,
            ))
        })
        .optional()?;
    let Some((row, kind_name, class_row, lane, version)) = found else {
        return Ok(None);
    };
    let kind = core.setup.kind(&kind_name);
    let state = match kind {
        Some(kind) => Some(state(connection, kind, row)?),
        None => None,
    };
    let class = core.classes.get(class_row);
    let class = class.ok_or_else(|| Fault::Damaged(format!("class of {stream}")))?;
    let lane = lane_from_name(&lane)?;
    let version = unsigned(version);
    Ok(Some(Head {
        row,
        kind_name,
        kind,
        class,
        class_row,
        lane,
        version,
        state,
    }))
}

/// The state of a stream, from its newest snapshot and what came after.
fn state(connection: &Connection, kind: &dyn AnyKind, row: i64) -> Result<AnyState, Fault> {
    let kept: Option<(i64, Vec<u8>)> = connection
        .prepare_cached("SELECT version, state FROM snapshot WHERE stream=?1")?
        .query_row([row], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let thawed = kept.and_then(|(version, bytes)| Some((version, kind.thaw(&bytes)?)));
    let (from, mut state) = thawed.unwrap_or_else(|| (0, kind.empty()));
    let mut statement = connection.prepare_cached(
        "SELECT e.header, p.body FROM entry e JOIN payload p ON p.position = e.position
         WHERE e.stream = ?1 AND e.version > ?2 ORDER BY e.version",
    )?;
    let mut rows = statement.query(params![row, from])?;
    while let Some(row) = rows.next()? {
        let header = header_of(row.get_ref(0)?.as_blob().unwrap_or_default())?;
        let body = row.get_ref(1)?.as_blob().unwrap_or_default();
        if let Some(event) = kind.event(&header.event, body) {
            kind.evolve(&mut state, &event);
        }
    }
    Ok(state)
}

/// The state of a stream by its address; the empty one when there is no such stream.
pub(crate) fn state_of(
    connection: &Connection,
    kind: &dyn AnyKind,
    stream: &StreamId,
) -> Result<AnyState, Fault> {
    let row: Option<i64> = connection
        .prepare_cached("SELECT id FROM stream WHERE address=?1")?
        .query_row([stream.to_string()], |row| row.get(0))
        .optional()?;
    row.map_or_else(|| Ok(kind.empty()), |row| state(connection, kind, row))
}

pub(crate) fn header_of(bytes: &[u8]) -> Result<Header, Fault> {
    serde_json::from_slice(bytes).map_err(|e| Fault::Damaged(format!("header: {e}")))
}

/// Makes the rows and the state of one stream again: after a payload of it was erased.
pub(crate) fn stream_again(
    connection: &Connection,
    core: &mut Core,
    stream: &StreamId,
) -> Result<(), Fault> {
    core.heads.remove(stream);
    core.known.remove(stream);
    let Some(mut head) = head(connection, core, stream)? else {
        return Ok(());
    };
    connection.execute("DELETE FROM snapshot WHERE stream=?1", [head.row])?;
    for table in core.setup.tables() {
        let sql = format!("DELETE FROM {} WHERE stream=?1", schema::table_name(table));
        connection.execute(&sql, [head.row])?;
    }
    if let Some(kind) = head.kind {
        let mut state = kind.empty();
        let mut statement = connection.prepare_cached(
            "SELECT e.position, e.class, e.header, p.body
             FROM entry e JOIN payload p ON p.position = e.position
             WHERE e.stream = ?1 ORDER BY e.version",
        )?;
        let mut rows = statement.query([head.row])?;
        while let Some(row) = rows.next()? {
            let header = header_of(row.get_ref(2)?.as_blob().unwrap_or_default())?;
            let body = row.get_ref(3)?.as_blob().unwrap_or_default();
            let (position, class) = (row.get(0)?, row.get(1)?);
            fold(
                connection,
                core,
                kind,
                &mut state,
                &header,
                body,
                (head.row, class, position),
            )?;
        }
        head.state = Some(state);
    }
    core.heads.insert(stream.clone(), head);
    Ok(())
}

/// Applies one stored entry to a state and the read tables.
fn fold(
    connection: &Connection,
    core: &Core,
    kind: &dyn AnyKind,
    state: &mut AnyState,
    header: &Header,
    body: &[u8],
    (stream, class, position): (i64, i64, i64),
) -> Result<(), Fault> {
    let Some(event) = kind.event(&header.event, body) else {
        return Ok(());
    };
    kind.evolve(state, &event);
    let recorded = header.recorded;
    let at = project::At {
        stream,
        class,
        version: header.version,
        position,
        recorded,
    };
    for change in kind.rows(state, &event, &recorded_of(header)) {
        project::change(connection, core, &at, &change)?;
    }
    Ok(())
}

/// The declarations of the read tables, the events that are known and the reference baseline, as
/// one digest: when it differs from what the file was made from, the tables are made again. So
/// entries that wanted a newer Paraat are read as soon as it is there.
pub(crate) fn reading_digest(core: &Core) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    for table in core.setup.tables() {
        hasher.update(schema::create_table(table).as_bytes());
        hasher.update(schema::create_indexes(table).as_bytes());
    }
    for kind in core.setup.modules.iter().flat_map(|module| module.kinds) {
        let (module, name, events) = (kind.module(), kind.name(), kind.events());
        hasher.update(format!("{module}.{name} {events:?} {}", kind.fold()).as_bytes());
    }
    for (stream, change) in core
        .setup
        .modules
        .iter()
        .flat_map(|module| (module.baseline)())
    {
        hasher.update(format!("{stream} {change:?}").as_bytes());
    }
    hasher.finalize()
}

/// Kind, state and version of streams, by their row.
type States = HashMap<i64, (Option<&'static dyn AnyKind>, AnyState, u64)>;

/// Drops the read tables and makes them again from the entries. One transaction: readers see the
/// old tables until the new ones are whole. Answers how many entries were read.
pub(crate) fn all_again(connection: &Connection, core: &mut Core) -> Result<u64, Fault> {
    core.heads.clear();
    core.known.clear();
    connection.execute("DELETE FROM snapshot", [])?;
    drop_read_tables(connection)?;
    for table in core.setup.tables() {
        connection.execute_batch(&schema::create_table(table))?;
    }
    baseline(connection, core)?;
    let mut states = States::new();
    let mut statement = connection.prepare(
        "SELECT e.position, e.class, e.stream, e.header, p.body, s.kind FROM entry e
         JOIN payload p ON p.position = e.position JOIN stream s ON s.id = e.stream
         ORDER BY e.position",
    )?;
    let mut count = 0;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (position, class, stream): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let header = header_of(row.get_ref(3)?.as_blob().unwrap_or_default())?;
        let body = row.get_ref(4)?.as_blob().unwrap_or_default();
        if let std::collections::hash_map::Entry::Vacant(vacant) = states.entry(stream) {
            let kind = core
                .setup
                .kind(row.get_ref(5)?.as_str().unwrap_or_default());
            vacant.insert((
                kind,
                kind.map_or_else(|| Box::new(()) as _, AnyKind::empty),
                0,
            ));
        }
        if let Some((Some(kind), state, version)) = states.get_mut(&stream) {
            *version = header.version;
            fold(
                connection,
                core,
                *kind,
                state,
                &header,
                body,
                (stream, class, position),
            )?;
        }
        count += 1;
    }
    keep_long(connection, &states)?;
    for table in core.setup.tables() {
        connection.execute_batch(&schema::create_indexes(table))?;
    }
    connection.execute(
        "INSERT OR REPLACE INTO reading (name, digest) VALUES ('tables', ?1)",
        [reading_digest(core).as_bytes().as_slice()],
    )?;
    Ok(count)
}

/// Keeps the states of long streams as snapshots.
fn keep_long(connection: &Connection, states: &States) -> Result<(), Fault> {
    for (stream, (kind, state, version)) in states {
        let frozen = kind.and_then(|kind| kind.freeze(state));
        if let Some(bytes) = frozen.filter(|_| *version >= SNAPSHOT_EVERY) {
            connection.execute(
                "INSERT OR REPLACE INTO snapshot (stream, version, state) VALUES (?1, ?2, ?3)",
                params![stream, signed(*version), bytes],
            )?;
        }
    }
    Ok(())
}

fn drop_read_tables(connection: &Connection) -> Result<(), Fault> {
    let mut statement = connection.prepare(
        "SELECT name FROM sqlite_schema WHERE type='table' AND name LIKE 'read\\_%' ESCAPE '\\'",
    )?;
    let names: Vec<String> = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for name in names {
        let boxes = schema::boxes_name(&name);
        connection.execute_batch(&format!("DROP TABLE {name}; DROP TABLE IF EXISTS {boxes};"))?;
    }
    Ok(())
}

/// The rows of the reference data in the binary: public, at position 0, of no lane.
fn baseline(connection: &Connection, core: &mut Core) -> Result<(), Fault> {
    connection.execute(
        "INSERT OR IGNORE INTO lane (id, name, space, organisation, incarnation, circle)
         VALUES (0, 'live/reference-0/public', 'live', 'reference', 0, 'public')",
        [],
    )?;
    let rows: Vec<(StreamId, &'static Table, Change)> = core
        .setup
        .modules
        .iter()
        .flat_map(|module| (module.baseline)())
        .map(|(stream, change)| (stream, project::table_of(&change), change))
        .collect();
    for (stream, _, change) in rows {
        let class = Class::open(stream.owner.clone(), Circle::Public, Label::Clear);
        let class = core.classes.intern(connection, &class)?;
        let address = stream.to_string();
        connection
            .prepare_cached(
                "INSERT OR IGNORE INTO stream (address, kind, lane, class)
                 VALUES (?1, 'reference', 0, ?2)",
            )?
            .execute(params![address, class])?;
        let row: i64 = connection
            .prepare_cached("SELECT id FROM stream WHERE address=?1")?
            .query_row([&address], |row| row.get(0))?;
        let recorded = Timestamp::UNIX_EPOCH;
        let at = project::At {
            stream: row,
            class,
            version: 0,
            position: 0,
            recorded,
        };
        project::change(connection, core, &at, &change)?;
    }
    Ok(())
}
