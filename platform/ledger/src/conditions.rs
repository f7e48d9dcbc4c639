// SPDX-License-Identifier: EUPL-1.2
//! The conditions of a query as a WHERE: first of all the classes that the asker may see.

use std::fmt::Write as _;

use paraat_contract::{Filter, Query, Value};
use paraat_kernel::Timestamp;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension as _};

use crate::{Fault, shapes};

/// The WHERE of a query, with its values.
pub(crate) struct Where {
    pub sql: String,
    pub values: Vec<Sql>,
}

impl Where {
    pub(crate) fn and(&mut self, condition: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition);
    }

    fn after(&mut self, position: i64) {
        let mark = self.value(Sql::Integer(position));
        self.and(&format!("t.from_position > {mark}"));
    }

    pub(crate) fn value(&mut self, value: Sql) -> String {
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
        .prepare_cached(
            "SELECT position FROM moment WHERE known <= ?1 ORDER BY known DESC LIMIT 1",
        )?
        .query_row([at.as_millisecond()], |row| row.get(0))
        .optional()?;
    Ok(position.unwrap_or(0))
}

/// What may be seen and holds, whenever it was so.
pub(crate) fn conditions(
    connection: &Connection,
    query: &Query,
    seen: &[i64],
) -> Result<Where, Fault> {
    let sql = format!("t.class IN ({})", class_list(seen));
    let mut made = Where {
        sql,
        values: Vec::new(),
    };
    for filter in &query.filters {
        condition(connection, &mut made, query, filter)?;
    }
    if let Some(boxes) = &query.touches {
        let holds = shapes::near(query, boxes, &mut |side| made.value(Sql::Integer(side)))?;
        made.and(&holds);
    }
    Ok(made)
}

pub(crate) fn column_of(query: &Query, name: &str) -> Result<String, Fault> {
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
        Filter::In(name, values) => among(made, &column_of(query, name)?, values),
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

/// The column has one of these values. Of no values none is there: an empty list would be worked
/// out before an index is chosen, and the index that must be gone through with it.
fn among(made: &mut Where, column: &str, values: &[Value]) {
    let marks = values.iter().map(|value| made.value(sql_value(value)));
    let marks = marks.collect::<Vec<_>>().join(",");
    let marks = if marks.is_empty() { "NULL" } else { &marks };
    made.and(&format!("{column} IN ({marks})"));
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
