// SPDX-License-Identifier: EUPL-1.2
//! Queries into SELECTs. Every one filters on the classes that the asker may see; the count is
//! taken after that filter.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt::Write as _;

use paraat_contract::{AsKnown, CARDS, ColumnKind, Count, Filter, Order, Query, Row, Rows};
use paraat_kernel::{StreamId, Timestamp};
use rusqlite::types::Value as Sql;
use rusqlite::{CachedStatement, Connection, params_from_iter};

use crate::classes::Classes;
use crate::conditions::{Where, column_of, conditions, position_at};
use crate::core::unsigned;
use crate::shapes::Touching;
use crate::{Fault, past, schema};

/// A part of the rows of one state of the world: through which index they are read, and what holds.
/// No row is of two parts.
struct Part {
    through: String,
    holds: String,
}

/// The parts of the state of the world that is asked for.
fn parts(connection: &Connection, query: &Query, made: &mut Where) -> Result<Vec<Part>, Fault> {
    let table = schema::table_name(query.table);
    let part = |through: String, holds: &str| Part {
        through,
        holds: format!("{} AND {holds}", made.sql),
    };
    let moment = match query.as_known {
        AsKnown::Now => {
            return Ok(vec![part(through(query, &table), "t.to_position IS NULL")]);
        }
        AsKnown::Ever => return Ok(vec![part(through(query, &table), "TRUE")]),
        AsKnown::At(moment) => moment,
    };
    let at = position_at(connection, moment)?;
    let newest = connection
        .prepare_cached("SELECT coalesce(max(position), 0) FROM entry")?
        .query_row([], |row| row.get(0))?;
    let held = made.sql.clone();
    let mark = made.value(Sql::Integer(at));
    let mut marks = |mut forks: Vec<i64>| -> String {
        if forks.is_empty() {
            // No fork is this one: without any SQLite finds no way by the index.
            forks.push(-1);
        }
        let marks = forks.into_iter().map(|fork| made.value(Sql::Integer(fork)));
        marks.collect::<Vec<_>>().join(",")
    };
    let [before, after] = past::forks(at, newest).map(&mut marks);
    let part = |through: String, holds: String| Part {
        through,
        holds: format!("{held} AND {holds}"),
    };
    let index = |end: &str| format!(" INDEXED BY {table}_fork_{end}");
    Ok(vec![
        part(
            through(query, &table),
            format!("t.to_position IS NULL AND t.from_position <= {mark}"),
        ),
        part(
            index("to"),
            format!("t.fork IN ({before}) AND t.to_position > {mark}"),
        ),
        part(
            index("from"),
            format!("t.fork IN ({after}) AND t.from_position <= {mark}"),
        ),
    ])
}

/// True when a column with an index narrows it down.
fn narrowed(query: &Query) -> bool {
    query.filters.iter().any(|filter| match filter {
        Filter::Is(name, _) | Filter::In(name, _) => {
            let column = query.table.columns.iter().find(|own| own.name == *name);
            column.is_some_and(|column| column.indexed)
        }
        _ => false,
    })
}

/// True when cards are asked for by when they became what they are: what changed lately is little
/// of all there is.
fn lately(query: &Query) -> bool {
    let since = |filter: &Filter| matches!(filter, Filter::Since(_) | Filter::After(_));
    query.table.name == CARDS.name && query.filters.iter().any(since)
}

/// The index that a query must go through. A whole table as it is now is found by what is so now:
/// in the order of its rows SQLite would pass by all that was ever so. Cards are read a page at a
/// time, and most of them are so now.
fn through(query: &Query, table: &str) -> String {
    if lately(query) {
        return format!(" INDEXED BY {table}_from");
    }
    let ever = matches!(query.as_known, AsKnown::Ever);
    let found = narrowed(query) || query.touches.is_some();
    if !ever && !found && query.table.name != CARDS.name {
        format!(" INDEXED BY {table}_now")
    } else {
        String::new()
    }
}

fn order(query: &Query) -> Result<String, Fault> {
    // The order of the index that the rows are found by, so that nothing is sorted.
    let indexed = lately(query) || (narrowed(query) && query.touches.is_none());
    let by = match query.order {
        Order::Up(name) => format!("{}, t.id", column_of(query, name)?),
        Order::Down(name) => format!("{} DESC, t.id DESC", column_of(query, name)?),
        Order::Newest if indexed => "t.from_position DESC, t.id DESC".to_owned(),
        Order::Newest => "t.id DESC".to_owned(),
        Order::Oldest if indexed => "t.from_position, t.id".to_owned(),
        Order::Oldest => "t.id".to_owned(),
        Order::Any => return Ok(String::new()),
    };
    Ok(format!(" ORDER BY {by}"))
}

/// The SELECT of a query. Of each part no more rows are read than can be on the page.
fn sql(query: &Query, parts: &[Part], limit: &str) -> Result<String, Fault> {
    let mut sql = "SELECT t.part, t.class, t.version, t.recorded, t.stream".to_owned();
    for column in query.table.columns {
        let _ = write!(sql, ", t.c_{}", column.name);
    }
    let table = schema::table_name(query.table);
    let order = order(query)?;
    if let [Part { through, holds }] = parts {
        let _ = write!(sql, " FROM {table} t{through} WHERE {holds}{order}{limit}");
        return Ok(sql);
    }
    let most = if limit.is_empty() {
        String::new()
    } else {
        format!("{order} LIMIT {}", query.offset.saturating_add(query.limit))
    };
    let each = parts.iter().map(|Part { through, holds }| {
        format!("SELECT * FROM (SELECT * FROM {table} t{through} WHERE {holds}{most})")
    });
    let each = each.collect::<Vec<_>>().join(" UNION ALL ");
    let _ = write!(sql, " FROM ({each}) t{order}{limit}");
    Ok(sql)
}

/// Addresses of streams by their row, looked up once. There can be as many streams as rows, so the
/// statement that looks them up is made ready once too.
struct Addresses<'a> {
    statement: CachedStatement<'a>,
    known: HashMap<i64, StreamId>,
}

impl<'a> Addresses<'a> {
    /// How many are remembered.
    const MOST: usize = 10_000;

    fn of(connection: &'a Connection) -> Result<Self, Fault> {
        Ok(Self {
            statement: connection.prepare_cached("SELECT address FROM stream WHERE id=?1")?,
            known: HashMap::new(),
        })
    }

    fn get(&mut self, stream: i64) -> Result<&StreamId, Fault> {
        if self.known.len() >= Self::MOST {
            self.known.clear();
        }
        let vacant = match self.known.entry(stream) {
            Entry::Occupied(known) => return Ok(known.into_mut()),
            Entry::Vacant(vacant) => vacant,
        };
        let mut found = self.statement.query([stream])?;
        let row = found.next()?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
        let text = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        let damaged = |bad: paraat_kernel::BadId| Fault::Damaged(bad.to_string());
        Ok(vacant.insert(text.parse().map_err(damaged)?))
    }
}

/// How many rows are handed over at a time.
const STEP: usize = 1_000;

/// Hands over all rows of a query, whatever its limit, a step at a time.
pub(crate) fn each(
    connection: &Connection,
    classes: &Classes,
    query: &Query,
    seen: &[i64],
    take: &mut dyn FnMut(Vec<Row>) -> bool,
) -> Result<(), Fault> {
    let mut made = conditions(connection, query, seen)?;
    let mut parts = parts(connection, query, &mut made)?;
    // In the order of the table nothing is sorted, so no row waits in memory for the others.
    let one_stream = |filter: &Filter| matches!(filter, Filter::Stream(_));
    let found = narrowed(query) || query.filters.iter().any(one_stream);
    if let [part] = parts.as_mut_slice() {
        part.through = if found || query.touches.is_some() {
            String::new()
        } else {
            " NOT INDEXED".to_owned()
        };
    }
    let sql = sql(query, &parts, "")?;
    let mut statement = connection.prepare_cached(&sql)?;
    let mut found = statement.query(params_from_iter(&made.values))?;
    let mut addresses = Addresses::of(connection)?;
    let touching = Touching::of(query, FIRST);
    let mut rows = Vec::with_capacity(STEP);
    while let Some(row) = found.next()? {
        if !touching.holds(row)? {
            continue;
        }
        let stream = addresses.get(row.get(4)?)?;
        rows.push(read_row(query, row, classes, stream)?);
        if rows.len() == STEP && !take(std::mem::replace(&mut rows, Vec::with_capacity(STEP))) {
            return Ok(());
        }
    }
    if !rows.is_empty() {
        take(rows);
    }
    Ok(())
}

/// Answers a query for those who may see these classes.
pub(crate) fn rows(
    connection: &Connection,
    classes: &Classes,
    query: &Query,
    seen: &[i64],
) -> Result<Rows, Fault> {
    let mut made = conditions(connection, query, seen)?;
    let parts = parts(connection, query, &mut made)?;
    if query.touches.is_some() {
        return touching(connection, classes, query, (&parts, &made));
    }
    let limit = format!(" LIMIT {} OFFSET {}", query.limit, query.offset);
    let sql = sql(query, &parts, &limit)?;
    let mut addresses = Addresses::of(connection)?;
    let mut answer = Vec::new();
    let mut statement = connection.prepare_cached(&sql)?;
    let mut found = statement.query(params_from_iter(&made.values))?;
    while let Some(row) = found.next()? {
        let stream = addresses.get(row.get(4)?)?;
        answer.push(read_row(query, row, classes, stream)?);
    }
    let table = schema::table_name(query.table);
    let each = parts.iter();
    let each = each
        .map(|Part { through, holds }| format!("SELECT 1 FROM {table} t{through} WHERE {holds}"));
    let each = each.collect::<Vec<_>>().join(" UNION ALL ");
    let counted = |most: &str| {
        let sql = format!("SELECT count(*) FROM ({each}{most})");
        count(connection, &sql, &made)
    };
    let total = match query.count {
        Count::No => answer.len() as u64,
        Count::All => counted("")?,
        Count::UpTo(most) => counted(&format!(" LIMIT {most}"))?,
    };
    Ok(Rows {
        rows: answer,
        total,
    })
}

/// The same for rows whose shape touches a box. Whether it does is known when its shape was read,
/// so the page is cut, and counted, while the rows go by.
fn touching(
    connection: &Connection,
    classes: &Classes,
    query: &Query,
    (parts, made): (&[Part], &Where),
) -> Result<Rows, Fault> {
    let sql = sql(query, parts, "")?;
    let mut statement = connection.prepare_cached(&sql)?;
    let mut found = statement.query(params_from_iter(&made.values))?;
    let mut addresses = Addresses::of(connection)?;
    let touching = Touching::of(query, FIRST);
    let (offset, limit) = (u64::from(query.offset), u64::from(query.limit));
    let enough = match query.count {
        Count::No => offset + limit,
        Count::UpTo(most) => u64::from(most).max(offset + limit),
        Count::All => u64::MAX,
    };
    let mut answer = Rows::default();
    while answer.total < enough
        && let Some(row) = found.next()?
    {
        if !touching.holds(row)? {
            continue;
        }
        if (offset..offset + limit).contains(&answer.total) {
            let stream = addresses.get(row.get(4)?)?;
            answer.rows.push(read_row(query, row, classes, stream)?);
        }
        answer.total += 1;
    }
    match query.count {
        Count::No => answer.total = answer.rows.len() as u64,
        Count::UpTo(most) => answer.total = answer.total.min(u64::from(most)),
        Count::All => {}
    }
    Ok(answer)
}

/// Where the columns of the table begin in what `sql` selects.
const FIRST: usize = 5;

fn count(connection: &Connection, sql: &str, made: &Where) -> Result<u64, Fault> {
    let mut statement = connection.prepare_cached(sql)?;
    let counted = statement.query_row(params_from_iter(&made.values), |row| row.get(0))?;
    Ok(unsigned(counted))
}

fn read_row(
    query: &Query,
    row: &rusqlite::Row<'_>,
    classes: &Classes,
    stream: &StreamId,
) -> Result<Row, Fault> {
    let mut values = Vec::with_capacity(query.table.columns.len());
    for (at, column) in query.table.columns.iter().enumerate() {
        values.push(match column.kind {
            ColumnKind::Text => row.get::<_, Option<String>>(at + FIRST)?.into(),
            ColumnKind::Whole => row.get::<_, Option<i64>>(at + FIRST)?.into(),
        });
    }
    let class = classes.get(row.get(1)?);
    let class = class.ok_or_else(|| Fault::Damaged("unknown class of a row".to_owned()))?;
    Ok(Row {
        table: query.table,
        stream: stream.clone(),
        part: row.get(0)?,
        class,
        since: Timestamp::from_millisecond(row.get(3)?).unwrap_or_default(),
        version: unsigned(row.get(2)?),
        values,
    })
}
