// SPDX-License-Identifier: EUPL-1.2
//! The read tables, made again in a copy and compared.

use std::path::Path;
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension as _};

use crate::core::{Core, Setup};
use crate::store::copy_pages;
use crate::{Classes, Fault, replay, schema};

/// Files that the copy may leave, also that of a run that was cut off.
const LEFT: [&str; 4] = ["verify", "verify-wal", "verify-shm", "verify-journal"];

/// Makes the read tables again in a copy and compares: a row that does not follow from the
/// entries was put there by hand. The connection is inside a read transaction, so that the copy
/// and what it is compared with are of one moment.
pub(super) fn check(
    connection: &Connection,
    path: &Path,
    setup: &Setup,
) -> Result<Option<String>, Fault> {
    clear(path);
    let outcome = compare(connection, &path.with_extension("verify"), setup);
    clear(path);
    outcome
}

fn clear(path: &Path) {
    for end in LEFT {
        let _ = std::fs::remove_file(path.with_extension(end));
    }
}

fn compare(connection: &Connection, copy: &Path, setup: &Setup) -> Result<Option<String>, Fault> {
    let kept: Option<Vec<u8>> = connection
        .query_row(
            "SELECT digest FROM reading WHERE name='tables'",
            [],
            |row| row.get(0),
        )
        .optional()?;
    let mut other = Connection::open(copy)?;
    copy_pages(connection, &mut other)?;
    other.execute_batch("PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; BEGIN")?;
    // The classes of entries and streams were held against the headers. What other classes mean
    // is not taken from the file: they are named anew as rows want them.
    other.execute(
        "DELETE FROM class WHERE id NOT IN
           (SELECT class FROM entry UNION SELECT class FROM stream)",
        [],
    )?;
    let classes = Arc::new(Classes::load(&other)?);
    let mut core = Core::load(setup.clone(), classes, &other)?;
    let current = replay::reading_digest(&core);
    if kept.is_none_or(|kept| kept != current.as_bytes()) {
        // Made by another version of Paraat: the node makes them again when it starts.
        return Ok(None);
    }
    replay::all_again(&other, &mut core)?;
    for table in setup.tables() {
        if digest(connection, table)? != digest(&other, table)? {
            let name = table.name;
            return Ok(Some(format!(
                "read table {name}: a row does not follow from the entries"
            )));
        }
    }
    Ok(None)
}

fn digest(connection: &Connection, table: &paraat_contract::Table) -> Result<blake3::Hash, Fault> {
    let mut sql = "SELECT s.address, t.part, c.definition, t.version, t.recorded, t.from_position,
                   t.to_position"
        .to_owned();
    for column in table.columns {
        sql.push_str(&format!(", t.c_{}", column.name));
    }
    sql.push_str(&format!(
        " FROM {} t LEFT JOIN stream s ON s.id = t.stream LEFT JOIN class c ON c.id = t.class
         ORDER BY s.address, t.part, t.from_position, t.version",
        schema::table_name(table)
    ));
    let mut hasher = blake3::Hasher::new();
    let mut statement = connection.prepare(&sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        for at in 0..columns {
            hasher.update(format!("{:?}\n", row.get_ref(at)?).as_bytes());
        }
    }
    Ok(hasher.finalize())
}
