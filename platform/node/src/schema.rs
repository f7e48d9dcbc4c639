// SPDX-License-Identifier: EUPL-1.2
//! The format of `node.db`: numbered migrations, each checked against the one that was applied.

use rusqlite::{Connection, OptionalExtension as _, Transaction};

use crate::Fault;

/// A migration by number. One that was released is never edited: a test of the stored hash fails
/// on the first node that has it.
struct Migration {
    number: i64,
    sql: &'static str,
}

const ALL: &[Migration] = &[
    Migration {
        number: 1,
        sql: include_str!("../migrations/0001-node.sql"),
    },
    Migration {
        number: 2,
        sql: include_str!("../migrations/0002-looked.sql"),
    },
    Migration {
        number: 3,
        sql: include_str!("../migrations/0003-acts.sql"),
    },
    Migration {
        number: 4,
        sql: include_str!("../migrations/0004-files.sql"),
    },
    Migration {
        number: 5,
        sql: include_str!("../migrations/0005-reports.sql"),
    },
    Migration {
        number: 6,
        sql: include_str!("../migrations/0006-positions.sql"),
    },
    Migration {
        number: 7,
        sql: include_str!("../migrations/0007-drafts.sql"),
    },
    Migration {
        number: 8,
        sql: include_str!("../migrations/0008-looked-at.sql"),
    },
    Migration {
        number: 9,
        sql: include_str!("../migrations/0009-uploads.sql"),
    },
    Migration {
        number: 10,
        sql: include_str!("../migrations/0010-sealed-read.sql"),
    },
];

/// The format that this Paraat writes.
pub const FORMAT: i64 = ALL.len() as i64;

/// Brings the file to [`FORMAT`], all or nothing.
pub fn migrate(connection: &mut Connection) -> Result<(), Fault> {
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let found: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > FORMAT {
        return Err(Fault::Newer {
            found,
            known: FORMAT,
        });
    }
    transaction.execute(
        "CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, hash BLOB) STRICT",
        [],
    )?;
    for migration in ALL {
        if migration.number <= found {
            compare(&transaction, migration)?;
        } else {
            apply(&transaction, migration)?;
        }
    }
    transaction.commit()?;
    Ok(())
}

fn compare(transaction: &Transaction<'_>, migration: &Migration) -> Result<(), Fault> {
    let stored: Option<[u8; 32]> = transaction
        .query_row(
            "SELECT hash FROM migration WHERE number=?1",
            [migration.number],
            |row| row.get(0),
        )
        .optional()?;
    match stored {
        Some(hash) if hash == *blake3::hash(migration.sql.as_bytes()).as_bytes() => Ok(()),
        _ => Err(Fault::Foreign(migration.number)),
    }
}

fn apply(transaction: &Transaction<'_>, migration: &Migration) -> Result<(), Fault> {
    transaction.execute_batch(migration.sql)?;
    let hash = blake3::hash(migration.sql.as_bytes());
    let values = (migration.number, hash.as_bytes());
    transaction.execute(
        "INSERT INTO migration (number, hash) VALUES (?1, ?2)",
        values,
    )?;
    transaction.pragma_update(None, "user_version", migration.number)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn migrations_are_numbered_from_one_without_gaps() {
        let numbers: Vec<i64> = ALL.iter().map(|migration| migration.number).collect();
        assert_eq!(numbers, (1..=FORMAT).collect::<Vec<_>>());
    }

    #[test]
    fn a_file_of_a_newer_format_is_refused_and_stays_as_it_was() {
        let mut file = Connection::open_in_memory().unwrap();
        migrate(&mut file).unwrap();
        file.pragma_update(None, "user_version", FORMAT + 1)
            .unwrap();
        let refused = migrate(&mut file).unwrap_err();
        assert!(matches!(refused, Fault::Newer { found, known }
            if found == FORMAT + 1 && known == FORMAT));
        assert!(refused.to_string().contains("newer Paraat"));
    }

    #[test]
    fn a_migration_that_was_changed_afterwards_is_refused() {
        let mut file = Connection::open_in_memory().unwrap();
        migrate(&mut file).unwrap();
        migrate(&mut file).unwrap();
        file.execute("UPDATE migration SET hash=zeroblob(32)", [])
            .unwrap();
        assert!(matches!(migrate(&mut file), Err(Fault::Foreign(1))));
    }
}
