// SPDX-License-Identifier: EUPL-1.2
//! Keyed changes of modules into rows with from and to.

use paraat_contract::{Change, Table, Value};
use paraat_kernel::Timestamp;
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::Fault;
use crate::core::{Core, signed};
use crate::past;

/// Which entry a change comes from.
pub(crate) struct At {
    pub stream: i64,
    pub class: i64,
    pub version: u64,
    pub position: i64,
    pub recorded: Timestamp,
}

pub(crate) fn table_of(change: &Change) -> &'static Table {
    match change {
        Change::Put { table, .. } | Change::Close { table, .. } => table,
    }
}

struct Cell<'a>(&'a Value);

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            Value::Empty => ValueRef::Null,
            Value::Whole(number) => ValueRef::Integer(*number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

/// Applies one change; answers the class of the row.
pub(crate) fn change(
    connection: &Connection,
    core: &Core,
    at: &At,
    change: &Change,
) -> Result<i64, Fault> {
    let table = table_of(change);
    let statements = core.statements.get(table.name);
    let statements =
        statements.ok_or_else(|| Fault::Damaged(format!("undeclared table {}", table.name)))?;
    let part = match change {
        Change::Put { part, .. } | Change::Close { part, .. } => part,
    };
    let close = || -> Result<(), Fault> {
        let mut open = connection.prepare_cached(&statements.open)?;
        let found = open.query_row(params![at.stream, part], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
        });
        if let Some((id, from)) = found.optional()? {
            let mut close = connection.prepare_cached(&statements.close)?;
            close.execute(params![at.position, past::fork(from, at.position), id])?;
        }
        Ok(())
    };
    let Change::Put { class, values, .. } = change else {
        close()?;
        return Ok(at.class);
    };
    if values.len() != table.columns.len() {
        return Err(Fault::Damaged(format!(
            "{} values for table {}",
            values.len(),
            table.name
        )));
    }
    let class = match class {
        Some(class) => core.classes.intern(connection, class)?,
        None => at.class,
    };
    // A list grows by parts of their own, and a new stream has no rows: there is seldom anything
    // to close, and the insert itself tells when there is.
    if (at.version <= 1 || !part.is_empty())
        && insert(
            connection,
            &statements.insert_new,
            at,
            (part, class, values),
        )? == 1
    {
        return Ok(class);
    }
    close()?;
    insert(connection, &statements.insert, at, (part, class, values))?;
    Ok(class)
}

fn insert(
    connection: &Connection,
    sql: &str,
    at: &At,
    (part, class, values): (&str, i64, &[Value]),
) -> Result<usize, Fault> {
    let mut statement = connection.prepare_cached(sql)?;
    let version = signed(at.version);
    let recorded = at.recorded.as_millisecond();
    let mut index = 0;
    let mut bind = |value: &dyn ToSql| {
        index += 1;
        statement.raw_bind_parameter(index, value)
    };
    bind(&at.stream)?;
    bind(&part)?;
    bind(&class)?;
    bind(&version)?;
    bind(&recorded)?;
    bind(&at.position)?;
    for value in values {
        bind(&Cell(value))?;
    }
    Ok(statement.raw_execute()?)
}
