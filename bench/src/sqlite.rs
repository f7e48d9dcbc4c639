// SPDX-License-Identifier: EUPL-1.2
//! The bare yardstick: the same rows into the same tables of a SQLite file of its own, with
//! nothing around it.

use std::path::Path;

use rusqlite::{Connection, Statement, params_from_iter};

use crate::Outcome;
use crate::rows::{Row, Table};

/// A SQLite file with some tables of the ledger.
pub struct Bare {
    connection: Connection,
    inserts: Vec<String>,
}

impl Bare {
    /// A new file. Every transaction reaches the disk before it ends, in the same journal mode and
    /// with the same cache as the ledger.
    pub fn new(path: &Path, tables: &[Table]) -> Outcome<Self> {
        let connection = Connection::open(path)?;
        connection.execute_batch(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;
             PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=4000;",
        )?;
        // The log of a file that was in use for a while is as long as it gets; one that still grows
        // costs a change of the file's size with every fsync, which the ledger no longer pays.
        connection.execute_batch(
            "CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(24000000));
             PRAGMA wal_checkpoint(RESTART); DROP TABLE filler;",
        )?;
        for table in tables {
            for sql in &table.made_by {
                connection.execute_batch(sql)?;
            }
        }
        let inserts = tables.iter().map(|table| {
            let marks = vec!["?"; table.columns.len()].join(",");
            format!("INSERT INTO {} VALUES ({marks})", table.name)
        });
        Ok(Self {
            inserts: inserts.collect(),
            connection,
        })
    }

    /// Writes entries, so many in one transaction.
    pub fn write(&self, entries: &[Vec<Row>], together: usize) -> Outcome<()> {
        let mut begin = self.connection.prepare("BEGIN IMMEDIATE")?;
        let mut commit = self.connection.prepare("COMMIT")?;
        let inserts = self.inserts.iter().map(|sql| self.connection.prepare(sql));
        let mut inserts = inserts.collect::<Result<Vec<_>, _>>()?;
        for batch in entries.chunks(together) {
            begin.execute([])?;
            for row in batch.iter().flatten() {
                insert(&mut inserts, row)?;
            }
            commit.execute([])?;
        }
        Ok(())
    }

    /// Writes all rows in one transaction.
    pub fn write_all(&self, rows: &[Row]) -> Outcome<()> {
        let inserts = self.inserts.iter().map(|sql| self.connection.prepare(sql));
        let mut inserts = inserts.collect::<Result<Vec<_>, _>>()?;
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        for row in rows {
            insert(&mut inserts, row)?;
        }
        self.connection.execute_batch("COMMIT")?;
        Ok(())
    }
}

fn insert(inserts: &mut [Statement<'_>], (place, values): &Row) -> Outcome<()> {
    let statement = inserts.get_mut(*place).ok_or("a row of no table")?;
    statement.execute(params_from_iter(values))?;
    Ok(())
}
