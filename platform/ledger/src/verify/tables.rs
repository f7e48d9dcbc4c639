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
        if table.shaped() && !boxes_hold(connection, table)? {
            let name = table.name;
            return Ok(Some(format!("boxes of {name}: not those of its rows")));
        }
    }
    let moments = "SELECT known, position FROM moment";
    for (one, other) in [(MOMENTS, moments), (moments, MOMENTS)] {
        let sql = format!("SELECT EXISTS (SELECT * FROM ({one}) EXCEPT SELECT * FROM ({other}))");
        if connection.query_row(&sql, [], |row| row.get(0))? {
            let why = "moments: not those at which the entries became known";
            return Ok(Some(why.to_owned()));
        }
    }
    Ok(None)
}

/// The moments as the entries make them: those after which nothing became known earlier.
const MOMENTS: &str = "SELECT known, max(position) FROM (
      SELECT coalesce(arrived, recorded) AS known, position,
        min(coalesce(arrived, recorded)) OVER (
          ORDER BY position DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS later
      FROM entry
    ) WHERE later IS NULL OR known <= later GROUP BY known";

/// True when what finds shapes by their place is what the rows say, no more and no less: a box that
/// is not there would hide a row.
fn boxes_hold(connection: &Connection, table: &paraat_contract::Table) -> Result<bool, Fault> {
    let name = schema::table_name(table);
    let boxes = schema::boxes_name(&name);
    let placed = "t.to_position IS NULL AND t.c_west IS NOT NULL";
    let sql = format!(
        "SELECT (SELECT count(*) FROM {name} t WHERE {placed}),
           (SELECT count(*) FROM {boxes}),
           (SELECT count(*) FROM {name} t JOIN {boxes} b ON b.id = t.id
            WHERE {placed} AND b.west = t.c_west AND b.east = t.c_east
              AND b.south = t.c_south AND b.north = t.c_north)"
    );
    let [rows, boxes, same]: [i64; 3] =
        connection.query_row(&sql, [], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]))?;
    Ok(rows == boxes && rows == same)
}

fn digest(connection: &Connection, table: &paraat_contract::Table) -> Result<blake3::Hash, Fault> {
    let mut sql = "SELECT s.address, t.part, c.definition, t.version, t.recorded, t.from_position,
                   t.to_position, t.fork"
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
