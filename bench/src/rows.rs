// SPDX-License-Identifier: EUPL-1.2
//! The rows that a ledger wrote, read back from its file: what a yardstick then writes, byte for
//! byte.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params};

use crate::Outcome;

/// A table: its statements as the ledger has them, and its columns.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// The statements that make it and its indexes.
    pub made_by: Vec<String>,
    /// Its columns, in order, with the type they were declared with.
    pub columns: Vec<(String, String)>,
}

/// A row: the place of its table in the list, and its values.
pub type Row = (usize, Vec<Value>);

/// Tables that one write of a comment adds a row to.
pub const WRITTEN: &[&str] = &[
    "entry",
    "payload",
    "run",
    "request",
    "read_agenda_comment",
    "read_card",
];

/// Entries in a transaction, by the rows of `run`: a commit adds one for each lane it writes.
pub fn together(entries: &[Vec<Row>]) -> usize {
    let run = WRITTEN.iter().position(|name| *name == "run");
    let commits = entries
        .iter()
        .flatten()
        .filter(|(place, _)| Some(*place) == run)
        .count();
    entries.len() / commits.max(1)
}

/// Opens a ledger file beside whoever has it open.
pub fn open(ledger: &Path) -> Outcome<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(ledger, flags)?;
    connection.execute_batch("PRAGMA mmap_size=1073741824; PRAGMA busy_timeout=5000;")?;
    Ok(connection)
}

/// The declarations of these tables.
pub fn tables(ledger: &Connection, names: &[&str]) -> Outcome<Vec<Table>> {
    names.iter().map(|name| table(ledger, name)).collect()
}

/// The names of all read tables.
pub fn read_tables(ledger: &Connection) -> Outcome<Vec<String>> {
    let sql = "SELECT name FROM sqlite_schema WHERE type='table' AND name GLOB 'read_*'";
    let mut statement = ledger.prepare(sql)?;
    let names = statement.query_map([], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

fn table(ledger: &Connection, name: &str) -> Outcome<Table> {
    let sql = "SELECT sql FROM sqlite_schema WHERE tbl_name=?1 AND sql IS NOT NULL
               AND type IN ('table', 'index') ORDER BY rowid";
    let made_by = ledger
        .prepare(sql)?
        .query_map([name], |row| row.get(0))?
        .collect::<Result<Vec<String>, _>>()?;
    let mut statement = ledger.prepare("SELECT name, type FROM pragma_table_info(?1)")?;
    let columns = statement.query_map([name], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let columns = columns.collect::<Result<Vec<_>, _>>()?;
    Ok(Table {
        name: name.to_owned(),
        made_by,
        columns,
    })
}

fn all(
    ledger: &Connection,
    table: (usize, &Table),
    rest: &str,
    values: impl rusqlite::Params,
    into: &mut Vec<Row>,
) -> Outcome<()> {
    let (place, table) = table;
    let sql = format!("SELECT t.* FROM {} t {rest}", table.name);
    let mut statement = ledger.prepare_cached(&sql)?;
    let mut rows = statement.query(values)?;
    while let Some(row) = rows.next()? {
        let read = |at: usize| row.get::<_, Value>(at);
        let values = (0..table.columns.len())
            .map(read)
            .collect::<Result<Vec<_>, _>>()?;
        into.push((place, values));
    }
    Ok(())
}

/// What each entry after one position up to another added to the tables of `WRITTEN`. A row says
/// again what it said when it was written: nothing had closed it.
pub fn by_entry(
    ledger: &Connection,
    tables: &[Table],
    after: i64,
    to: i64,
) -> Outcome<Vec<Vec<Row>>> {
    let mut entries = Vec::new();
    for position in after + 1..=to {
        let mut rows = Vec::with_capacity(tables.len());
        for (place, table) in tables.iter().enumerate() {
            let rest = match table.name.as_str() {
                "entry" | "payload" | "run" => "WHERE t.position=?1",
                "request" => {
                    "JOIN entry e ON e.position=?1 JOIN stream s ON s.id=e.stream
                     JOIN asked a ON a.stream=s.address AND a.version=e.version
                     WHERE t.account=a.account AND t.key=a.key"
                }
                _ => {
                    "JOIN entry e ON e.position=?1
                     WHERE t.stream=e.stream AND t.to_position IS NULL
                       AND t.part='comment/' || e.version"
                }
            };
            all(ledger, (place, table), rest, params![position], &mut rows)?;
        }
        entries.push(rows);
    }
    Ok(entries)
}

/// Requests by the entry they made: the ledger itself never asks that, so it has no index for it.
pub fn index_requests(ledger: &Connection) -> Outcome<()> {
    ledger.execute_batch(
        "PRAGMA query_only=OFF; PRAGMA temp_store=MEMORY;
         DROP TABLE IF EXISTS temp.asked;
         CREATE TEMP TABLE asked (stream TEXT, version INTEGER, account BLOB, key TEXT,
           PRIMARY KEY (stream, version)) WITHOUT ROWID;
         INSERT OR IGNORE INTO temp.asked SELECT stream, version, account, key FROM main.request;",
    )?;
    Ok(())
}

/// Where the ledger ends: its last entry and its last stream.
pub fn ends(ledger: &Connection) -> Outcome<(i64, i64)> {
    let sql = "SELECT (SELECT max(position) FROM entry), (SELECT max(id) FROM stream)";
    Ok(ledger.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// All rows of these tables that came after those ends, table by table.
pub fn added(
    ledger: &Connection,
    tables: &[Table],
    (entry, stream): (i64, i64),
) -> Outcome<Vec<Row>> {
    let mut rows = Vec::new();
    for (place, table) in tables.iter().enumerate() {
        let (rest, after) = match table.name.as_str() {
            "entry" | "payload" => ("WHERE t.position>?1", entry),
            "stream" => ("WHERE t.id>?1", stream),
            _ => ("WHERE t.from_position>?1", entry),
        };
        all(ledger, (place, table), rest, params![after], &mut rows)?;
    }
    Ok(rows)
}

/// All rows of read tables, in the order in which entries made them.
pub fn in_entry_order(ledger: &Connection, tables: &[Table]) -> Outcome<Vec<Row>> {
    let mut rows: Vec<(i64, Row)> = Vec::new();
    for (place, table) in tables.iter().enumerate() {
        let from = table
            .columns
            .iter()
            .position(|(name, _)| name == "from_position");
        let from = from.ok_or("a read table without from_position")?;
        let mut found = Vec::new();
        all(ledger, (place, table), "ORDER BY t.id", [], &mut found)?;
        rows.extend(found.into_iter().map(|row| (whole(row.1.get(from)), row)));
    }
    rows.sort_by_key(|(position, _)| *position);
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

fn whole(value: Option<&Value>) -> i64 {
    match value {
        Some(Value::Integer(number)) => *number,
        _ => 0,
    }
}
