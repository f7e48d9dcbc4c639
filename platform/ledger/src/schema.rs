// SPDX-License-Identifier: EUPL-1.2
//! Opening the file, numbered migrations, and the statements of read tables.

use std::path::Path;

use paraat_contract::{CARDS, ColumnKind, Table};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, params};

use crate::Fault;

/// Every migration, in order. One that was released is never edited: its hash is kept in the
/// file and checked.
const MIGRATIONS: &[(i64, &str)] = &[
    (1, include_str!("../migrations/0001-ledger.sql")),
    (2, include_str!("../migrations/0002-arrived.sql")),
    (3, include_str!("../migrations/0003-moment.sql")),
];

/// Opens the file for the writer, makes it when it is new, and brings it to this format.
pub fn open_writer(path: &Path) -> Result<Connection, Fault> {
    let mut connection = Connection::open(path)?;
    // FULL: an answer is given after the disk has it. secure_delete: what is withdrawn is
    // overwritten, not only unlinked.
    connection.execute_batch(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;
         PRAGMA busy_timeout=5000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536;
         PRAGMA wal_autocheckpoint=4000;",
    )?;
    keep_statements(&connection)?;
    migrate(&mut connection)?;
    Ok(connection)
}

/// Opens the file for reading only.
pub fn open_reader(path: &Path) -> Result<Connection, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.execute_batch(
        "PRAGMA query_only=ON; PRAGMA busy_timeout=5000; PRAGMA temp_store=MEMORY;
         PRAGMA cache_size=-16384; PRAGMA mmap_size=268435456;",
    )?;
    keep_statements(&connection)?;
    Ok(connection)
}

/// Opens the file to read all of a long list once. It maps nothing and keeps little, so that what
/// it reads does not stay in the memory of the process.
pub fn open_walker(path: &Path) -> Result<Connection, Fault> {
    let connection = open_reader(path)?;
    connection.execute_batch("PRAGMA mmap_size=0; PRAGMA cache_size=-4096;")?;
    Ok(connection)
}

/// A statement is planned once and kept. Without the stability guarantee SQLite plans it anew
/// whenever another value is bound beside a partial index, which cost a third of the writer.
fn keep_statements(connection: &Connection) -> Result<(), Fault> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(())
}

/// Refuses a file of a newer format, or one whose migrations are not ours.
pub fn check_format(connection: &Connection) -> Result<i64, Fault> {
    let known = MIGRATIONS.last().map_or(0, |(number, _)| *number);
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found > known {
        return Err(Fault::NewerFormat { found, known });
    }
    if found > 0 {
        for (number, sql) in MIGRATIONS.iter().filter(|(number, _)| *number <= found) {
            let digest: Vec<u8> = connection
                .query_row(
                    "SELECT digest FROM migration WHERE number=?1",
                    [number],
                    |r| r.get(0),
                )
                .map_err(|_missing| Fault::OtherMigration(*number))?;
            if digest != blake3::hash(sql.as_bytes()).as_bytes() {
                return Err(Fault::OtherMigration(*number));
            }
        }
    }
    Ok(found)
}

fn migrate(connection: &mut Connection) -> Result<(), Fault> {
    let found = check_format(connection)?;
    let transaction = connection.transaction()?;
    if found == 0 {
        transaction.execute_batch(
            "CREATE TABLE migration (number INTEGER PRIMARY KEY, digest BLOB NOT NULL) STRICT;",
        )?;
    }
    for (number, sql) in MIGRATIONS.iter().filter(|(number, _)| *number > found) {
        transaction.execute_batch(sql)?;
        let digest = blake3::hash(sql.as_bytes());
        transaction.execute(
            "INSERT INTO migration (number, digest) VALUES (?1, ?2)",
            params![number, digest.as_bytes().as_slice()],
        )?;
        transaction.pragma_update(None, "user_version", number)?;
    }
    transaction.commit()?;
    Ok(())
}

/// The name of a read table in the file. Names are constants of modules; a test holds them to
/// lower-case letters, digits and underscores.
pub fn table_name(table: &Table) -> String {
    format!("read_{}", table.name)
}

/// The statements that make a read table, with the one index that finds what is so now.
pub fn create_table(table: &Table) -> String {
    let name = table_name(table);
    let mut sql = format!(
        "CREATE TABLE {name} (id INTEGER PRIMARY KEY, stream INTEGER NOT NULL, part TEXT NOT NULL,
         class INTEGER NOT NULL, version INTEGER NOT NULL, recorded INTEGER NOT NULL,
         from_position INTEGER NOT NULL, to_position INTEGER, fork INTEGER"
    );
    for column in table.columns {
        let kind = match column.kind {
            ColumnKind::Text => "TEXT",
            ColumnKind::Whole => "INTEGER",
        };
        sql.push_str(&format!(", c_{} {kind}", column.name));
    }
    sql.push_str(&format!(
        ") STRICT;
         CREATE UNIQUE INDEX {name}_now ON {name} (stream, part) WHERE to_position IS NULL;"
    ));
    if table.shaped() {
        sql.push_str(&boxes(table));
    }
    sql
}

/// The name of the boxes of a table of shapes.
pub fn boxes_name(table: &str) -> String {
    format!("box_of_{table}")
}

/// Where the shapes are that are so now. Kept by the file itself, so that nothing that adds, closes
/// or erases a row can forget it.
fn boxes(table: &Table) -> String {
    let name = table_name(table);
    let boxes = boxes_name(&name);
    format!(
        "CREATE VIRTUAL TABLE {boxes} USING rtree_i32(id, west, east, south, north);
         CREATE TRIGGER {name}_placed AFTER INSERT ON {name}
         WHEN NEW.to_position IS NULL AND NEW.c_west IS NOT NULL BEGIN
           INSERT INTO {boxes}
           VALUES (NEW.id, NEW.c_west, NEW.c_east, NEW.c_south, NEW.c_north);
         END;
         CREATE TRIGGER {name}_left AFTER UPDATE OF to_position ON {name}
         WHEN NEW.to_position IS NOT NULL AND NEW.c_west IS NOT NULL BEGIN
           DELETE FROM {boxes} WHERE id = NEW.id;
         END;
         CREATE TRIGGER {name}_erased AFTER DELETE ON {name} WHEN OLD.c_west IS NOT NULL BEGIN
           DELETE FROM {boxes} WHERE id = OLD.id;
         END;"
    )
}

/// The statements that make the other indexes of a read table. Apart, because many rows at once
/// are sorted into an index faster than they are added one by one.
pub fn create_indexes(table: &Table) -> String {
    let name = table_name(table);
    let mut sql = format!(
        "CREATE INDEX {name}_past ON {name} (stream, to_position) WHERE to_position IS NOT NULL;"
    );
    // What was so once, by the fork of its time and one of its ends: `past.rs` finds by these
    // what was so at a moment.
    for end in ["from", "to"] {
        sql.push_str(&format!(
            "CREATE INDEX {name}_fork_{end} ON {name} (fork, {end}_position)
             WHERE fork IS NOT NULL;"
        ));
    }
    if table.name == CARDS.name {
        // Search follows the cards by position.
        sql.push_str(&format!(
            "CREATE INDEX {name}_from ON {name} (from_position);"
        ));
    }
    // Partial, on what is so now: a hundred times the history does not make a page slower.
    for column in table.columns.iter().filter(|column| column.indexed) {
        sql.push_str(&format!(
            "CREATE INDEX {name}_{0} ON {name} (c_{0}, from_position)
             WHERE to_position IS NULL;",
            column.name
        ));
    }
    sql
}

/// The statement that finds the row of a part, and since when it is so: stream, part.
pub fn open_row(table: &Table) -> String {
    format!(
        "SELECT id, from_position FROM {}
         WHERE stream=?1 AND part=?2 AND to_position IS NULL",
        table_name(table)
    )
}

/// The statement that closes a row: position, fork, id.
pub fn close_row(table: &Table) -> String {
    format!(
        "UPDATE {} SET to_position=?1, fork=?2 WHERE id=?3",
        table_name(table)
    )
}

/// The statement that adds a row: stream, part, class, version, recorded, position, columns.
pub fn insert_row(insert: &str, table: &Table) -> String {
    let mut columns = String::new();
    let mut marks = String::new();
    for (at, column) in table.columns.iter().enumerate() {
        columns.push_str(&format!(", c_{}", column.name));
        marks.push_str(&format!(", ?{}", at + 7));
    }
    format!(
        "{insert} INTO {} (stream, part, class, version, recorded, from_position{columns})
         VALUES (?1, ?2, ?3, ?4, ?5, ?6{marks})",
        table_name(table)
    )
}
