// SPDX-License-Identifier: EUPL-1.2
//! Queries into SELECTs. Every one filters on the classes that the asker may see; the count is
//! taken after that filter.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt::Write as _;

use paraat_contract::{AsKnown, CARDS, ColumnKind, Count, Filter, Order, Query, Row, Rows, Value};
use paraat_kernel::{StreamId, Timestamp};
use rusqlite::types::Value as Sql;
use rusqlite::{CachedStatement, Connection, OptionalExtension as _, params_from_iter};

use crate::classes::Classes;
use crate::core::unsigned;
use crate::{Fault, schema};

/// The WHERE of a query, with its values.
struct Where {
    sql: String,
    values: Vec<Sql>,
}

impl Where {
    fn and(&mut self, condition: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition);
    }

    fn after(&mut self, position: i64) {
        let mark = self.value(Sql::Integer(position));
        self.and(&format!("t.from_position > {mark}"));
    }

    fn value(&mut self, value: Sql) -> String {
        self.values.push(value);
        format!("?{}", self.values.len())
    }
}

fn sql_value(value: &Value) -> Sql {
    match value {
        Value::Empty => Sql::Null,
        Value::Whole(number) => Sql::Integer(*number),
        Value::Text(text) => Sql::Text(text.clone()),
    }
}

pub(crate) fn class_list(seen: &[i64]) -> String {
    let mut list = String::with_capacity(seen.len() * 4);
    for (at, id) in seen.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = write!(list, "{}{id}", if at > 0 { "," } else { "" });
    }
    list
}

/// The last entry that was known on this node at a moment.
pub(crate) fn position_at(connection: &Connection, at: Timestamp) -> Result<i64, Fault> {
    let position: Option<i64> = connection
        .prepare_cached("SELECT max(position) FROM entry WHERE coalesce(arrived, recorded) <= ?1")?
        .query_row([at.as_millisecond()], |row| row.get(0))
        .optional()?
        .flatten();
    Ok(position.unwrap_or(0))
}

fn conditions(connection: &Connection, query: &Query, seen: &[i64]) -> Result<Where, Fault> {
    let sql = format!("t.class IN ({})", class_list(seen));
    let mut made = Where {
        sql,
        values: Vec::new(),
    };
    match query.as_known {
        AsKnown::Now => made.and("t.to_position IS NULL"),
        AsKnown::Ever => {}
        AsKnown::At(moment) => {
            let mark = Sql::Integer(position_at(connection, moment)?);
            let mark = made.value(mark);
            made.and(&format!(
                "t.from_position <= {mark} AND (t.to_position IS NULL OR t.to_position > {mark})"
            ));
        }
    }
    for filter in &query.filters {
        condition(connection, &mut made, query, filter)?;
    }
    Ok(made)
}

fn column_of(query: &Query, name: &str) -> Result<String, Fault> {
    let known = query.table.columns.iter().any(|column| column.name == name);
    let unknown = || Fault::Damaged(format!("no column {name} in {}", query.table.name));
    if known {
        Ok(format!("t.c_{name}"))
    } else {
        Err(unknown())
    }
}

fn condition(
    connection: &Connection,
    made: &mut Where,
    query: &Query,
    filter: &Filter,
) -> Result<(), Fault> {
    match filter {
        Filter::Is(name, Value::Empty) => {
            made.and(&format!("{} IS NULL", column_of(query, name)?));
        }
        Filter::Is(name, value) => {
            let mark = made.value(sql_value(value));
            made.and(&format!("{} = {mark}", column_of(query, name)?));
        }
        Filter::Not(name, value) => {
            let mark = made.value(sql_value(value));
            made.and(&format!("{} IS NOT {mark}", column_of(query, name)?));
        }
        Filter::In(name, values) => {
            let marks: Vec<String> = values.iter().map(|v| made.value(sql_value(v))).collect();
            made.and(&format!(
                "{} IN ({})",
                column_of(query, name)?,
                marks.join(",")
            ));
        }
        Filter::Between(name, least, most) => {
            between(made, &column_of(query, name)?, [least, most]);
        }
        Filter::Stream(stream) => {
            let mark = made.value(Sql::Text(stream.to_string()));
            made.and(&format!(
                "t.stream = (SELECT id FROM stream WHERE address = {mark})"
            ));
        }
        Filter::Part(part) => {
            let mark = made.value(Sql::Text(part.clone()));
            made.and(&format!("t.part = {mark}"));
        }
        Filter::Since(moment) => made.after(position_at(connection, *moment)?),
        Filter::After(position) => made.after(*position),
        Filter::NotBy(account) => {
            let mark = made.value(Sql::Text(account.to_string()));
            made.and(&format!(
                "NOT EXISTS (SELECT 1 FROM entry e WHERE e.position = t.from_position AND
                 json_extract(CAST(e.header AS TEXT), '$.author.account') = {mark})"
            ));
        }
        Filter::Any(filters) => {
            let any = any(connection, made, query, filters)?;
            made.and(&format!("({any})"));
        }
        Filter::Neither(filters) => {
            let any = any(connection, made, query, filters)?;
            made.and(&format!("({any}) IS NOT TRUE"));
        }
    }
    Ok(())
}

/// The column has a value between these ends, where they are there.
fn between(made: &mut Where, column: &str, ends: [&Option<Value>; 2]) {
    made.and(&format!("{column} IS NOT NULL"));
    for (sign, end) in [">=", "<="].into_iter().zip(ends) {
        if let Some(end) = end {
            let mark = made.value(sql_value(end));
            made.and(&format!("{column} {sign} {mark}"));
        }
    }
}

/// One of these conditions holds; without any, nothing does.
fn any(
    connection: &Connection,
    made: &mut Where,
    query: &Query,
    filters: &[Filter],
) -> Result<String, Fault> {
    let mut any = "FALSE".to_owned();
    for filter in filters {
        let mut one = Where {
            sql: "TRUE".to_owned(),
            values: std::mem::take(&mut made.values),
        };
        condition(connection, &mut one, query, filter)?;
        made.values = one.values;
        let _ = write!(any, " OR ({})", one.sql);
    }
    Ok(any)
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
    let now = matches!(query.as_known, AsKnown::Now);
    if lately(query) {
        return format!(" INDEXED BY {table}_from");
    }
    if now && !narrowed(query) && query.table.name != CARDS.name {
        format!(" INDEXED BY {table}_now")
    } else {
        String::new()
    }
}

fn order(query: &Query) -> Result<String, Fault> {
    let by = match query.order {
        Order::Up(name) => format!("{}, t.id", column_of(query, name)?),
        Order::Down(name) => format!("{} DESC, t.id DESC", column_of(query, name)?),
        // The same order as that of the rows, and that of the index, so that nothing is sorted.
        Order::Newest if lately(query) => "t.from_position DESC, t.id DESC".to_owned(),
        Order::Newest => "t.id DESC".to_owned(),
        Order::Oldest => "t.id".to_owned(),
        Order::Any => return Ok(String::new()),
    };
    Ok(format!(" ORDER BY {by}"))
}

/// The SELECT of a query.
fn sql(query: &Query, made: &Where, from: &str) -> Result<String, Fault> {
    let mut sql = "SELECT t.part, t.class, t.version, t.recorded, t.stream".to_owned();
    for column in query.table.columns {
        let _ = write!(sql, ", t.c_{}", column.name);
    }
    let order = order(query)?;
    let _ = write!(sql, " FROM {from} WHERE {}{order}", made.sql);
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
    let made = conditions(connection, query, seen)?;
    // In the order of the table nothing is sorted, so no row waits in memory for the others.
    let one_stream = |filter: &Filter| matches!(filter, Filter::Stream(_));
    let by = if narrowed(query) || query.filters.iter().any(one_stream) {
        ""
    } else {
        " NOT INDEXED"
    };
    let from = format!("{} t{by}", schema::table_name(query.table));
    let sql = sql(query, &made, &from)?;
    let mut statement = connection.prepare_cached(&sql)?;
    let mut found = statement.query(params_from_iter(&made.values))?;
    let mut addresses = Addresses::of(connection)?;
    let mut rows = Vec::with_capacity(STEP);
    while let Some(row) = found.next()? {
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
    let made = conditions(connection, query, seen)?;
    let table = schema::table_name(query.table);
    let through = through(query, &table);
    let mut sql = sql(query, &made, &format!("{table} t{through}"))?;
    let _ = write!(sql, " LIMIT {} OFFSET {}", query.limit, query.offset);
    let mut addresses = Addresses::of(connection)?;
    let mut answer = Vec::new();
    let mut statement = connection.prepare_cached(&sql)?;
    let mut found = statement.query(params_from_iter(&made.values))?;
    while let Some(row) = found.next()? {
        let stream = addresses.get(row.get(4)?)?;
        answer.push(read_row(query, row, classes, stream)?);
    }
    let holds = format!("FROM {table} t{through} WHERE {}", made.sql);
    let total = match query.count {
        Count::No => answer.len() as u64,
        Count::All => count(connection, &format!("SELECT count(*) {holds}"), &made)?,
        Count::UpTo(most) => {
            let some = format!("SELECT count(*) FROM (SELECT 1 {holds} LIMIT {most})");
            count(connection, &some, &made)?
        }
    };
    Ok(Rows {
        rows: answer,
        total,
    })
}

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
            ColumnKind::Text => row.get::<_, Option<String>>(at + 5)?.into(),
            ColumnKind::Whole => row.get::<_, Option<i64>>(at + 5)?.into(),
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
