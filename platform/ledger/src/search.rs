// SPDX-License-Identifier: EUPL-1.2
//! Full-text search over cards, in `search.db`: it follows the ledger by cursor and can be made
//! again from it. FTS5 over words and their Dutch stems, filtered by class.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use frostem::{Algorithm, Stemmer};
use paraat_kernel::{OrganisationId, Text};
use rusqlite::{Connection, OptionalExtension as _, ToSql, params};

use crate::core::unsigned;
use crate::words::{indexed, question};
use crate::{Fault, conditions};

/// The index is made again when this changes: stemmer, tokens or columns are other ones.
const VERSION: &str = "2 frostem 2.20261016.1 dutch";

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Address of its stream.
    pub stream: String,
    /// The part of the stream.
    pub part: String,
}

/// What of the ledger the index was made from, by name in its table `reading`: how the read
/// tables were made, and how many payloads were erased. When one is another, the index is made
/// again: rows may have changed behind its cursor, and no withdrawn word may remain.
const MADE_FROM: [&str; 2] = ["tables", "erased"];
/// And from which names of organisations: a card is found by the name of who holds it.
const NAMES: &str = "names";

/// The values of these, none where the index never looked.
type MadeFrom = Vec<Option<Vec<u8>>>;

/// Names of organisations, as the registers have them.
type Names = BTreeMap<OrganisationId, Text>;

/// The search index.
pub struct Search {
    path: PathBuf,
    index: Mutex<Connection>,
}

impl Search {
    /// Opens the index, makes it when it is new, of another version, or cannot be read: all it
    /// holds comes from the ledger.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let index = match open(path) {
            Ok(index) => index,
            Err(fault) => {
                tracing::warn!(%fault, "the search index is made again");
                remove(path)?;
                open(path)?
            }
        };
        Ok(Self {
            path: path.to_owned(),
            index: Mutex::new(index),
        })
    }

    /// Brings the index up to the newest entry. Answers the position it stands at. After
    /// something was withdrawn, or read tables were made again, it is made again from the start.
    pub fn catch_up(&self, ledger: &Connection, names: &Names) -> Result<i64, Fault> {
        let index = self.index.lock().unwrap_or_else(PoisonError::into_inner);
        // One moment of the ledger, so that what is indexed is what the cursor says.
        let moment = ledger.unchecked_transaction()?;
        let (newest, mut made_from) = ledger_now(&moment)?;
        made_from.push(Some(digest(names)));
        let change = index.unchecked_transaction()?;
        let mut cursor = cursor(&change)?;
        let again = newest < cursor || made_from != followed(&change)?;
        if again {
            empty(&change)?;
            cursor = -1;
            for (name, value) in MADE_FROM.into_iter().chain([NAMES]).zip(&made_from) {
                set(&change, name, value)?;
            }
        }
        if newest > cursor {
            follow(&change, &moment, (cursor, newest), names)?;
        }
        change.commit()?;
        drop(moment);
        if again {
            empty_log(&index)?;
        }
        Ok(newest)
    }

    /// Throws the index away and makes it from nothing: when it could not catch up.
    pub fn make_again(&self, ledger: &Connection, names: &Names) -> Result<i64, Fault> {
        {
            let mut index = self.index.lock().unwrap_or_else(PoisonError::into_inner);
            // Closes the file, so that it can be removed.
            *index = Connection::open_in_memory()?;
            remove(&self.path)?;
            *index = open(&self.path)?;
        }
        self.catch_up(ledger, names)
    }

    /// What holds all words of the text, best first, among the classes that may be seen; and how
    /// many there are in all.
    pub fn find(
        &self,
        text: &str,
        seen: &[i64],
        module: Option<&str>,
        (offset, limit): (u32, u32),
    ) -> Result<(Vec<Hit>, u64), Fault> {
        let Some(question) = question(text) else {
            return Ok((Vec::new(), 0));
        };
        let index = self.index.lock().unwrap_or_else(PoisonError::into_inner);
        let filter = format!(
            "word MATCH ?1 AND d.class IN ({}) AND (?2 IS NULL OR d.module = ?2)",
            conditions::class_list(seen)
        );
        let mut statement = index.prepare_cached(&format!(
            "SELECT d.stream, d.part FROM word JOIN doc d ON d.id = word.rowid WHERE {filter}
             ORDER BY bm25(word, 8.0, 1.0), d.id LIMIT ?3 OFFSET ?4"
        ))?;
        let rows = statement.query_map(params![question, module, limit, offset], |row| {
            Ok(Hit {
                stream: row.get(0)?,
                part: row.get(1)?,
            })
        })?;
        let hits = rows.collect::<Result<Vec<_>, _>>()?;
        let mut statement = index.prepare_cached(&format!(
            "SELECT count(*) FROM word JOIN doc d ON d.id = word.rowid WHERE {filter}"
        ))?;
        let total = statement.query_row(params![question, module], |row| row.get(0))?;
        Ok((hits, unsigned(total)))
    }
}

fn open(path: &Path) -> Result<Connection, Fault> {
    let mut connection = Connection::open(path)?;
    connection.execute_batch(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;
         PRAGMA busy_timeout=5000;
         CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value) WITHOUT ROWID;",
    )?;
    let made: Option<String> = connection
        .query_row("SELECT value FROM state WHERE name='version'", [], |row| {
            row.get(0)
        })
        .optional()?;
    if made.as_deref() == Some(VERSION) {
        cursor(&connection)?;
    } else {
        let change = connection.transaction()?;
        empty(&change)?;
        change.commit()?;
    }
    // What was made again just before a crash may still stand in the log as it was.
    empty_log(&connection)?;
    Ok(connection)
}

/// Removes the file of the index and what stands beside it.
fn remove(path: &Path) -> Result<(), Fault> {
    for end in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        match std::fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

fn empty_log(index: &Connection) -> Result<(), Fault> {
    index.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_row| Ok(()))?;
    Ok(())
}

fn cursor(index: &Connection) -> Result<i64, Fault> {
    let sql = "SELECT value FROM state WHERE name='cursor'";
    Ok(index.query_row(sql, [], |row| row.get(0))?)
}

fn set(index: &Connection, name: &str, value: impl ToSql) -> Result<(), Fault> {
    index
        .prepare_cached("INSERT OR REPLACE INTO state (name, value) VALUES (?1, ?2)")?
        .execute(params![name, value])?;
    Ok(())
}

/// Position of the newest entry, and what an index of this moment is made from.
fn ledger_now(ledger: &Connection) -> Result<(i64, MadeFrom), Fault> {
    let newest = ledger
        .prepare_cached("SELECT coalesce(max(position), 0) FROM entry")?
        .query_row([], |row| row.get(0))?;
    let mut statement = ledger.prepare_cached("SELECT digest FROM reading WHERE name=?1")?;
    let mut made_from = MadeFrom::new();
    for name in MADE_FROM {
        let digest: Option<Vec<u8>> = statement.query_row([name], |row| row.get(0)).optional()?;
        // Nothing was erased yet: that is known too, unlike in an index that never looked.
        made_from.push(Some(digest.unwrap_or_default()));
    }
    Ok((newest, made_from))
}

/// What the index was made from, as far as it says.
fn followed(index: &Connection) -> Result<MadeFrom, Fault> {
    let mut statement = index.prepare_cached("SELECT value FROM state WHERE name=?1")?;
    let names = MADE_FROM.into_iter().chain([NAMES]);
    let values = names.map(|name| statement.query_row([name], |row| row.get(0)).optional());
    Ok(values.collect::<Result<_, _>>()?)
}

fn digest(names: &Names) -> Vec<u8> {
    let mut hasher = blake3::Hasher::new();
    for (id, name) in names {
        for part in [id.as_str(), &name.nl, &name.en] {
            hasher.update(part.as_bytes()).update(&[0]);
        }
    }
    hasher.finalize().as_bytes().to_vec()
}

/// Empties the index. Within a transaction: with half of it nothing could be found or followed.
fn empty(index: &Connection) -> Result<(), Fault> {
    index.execute_batch(
        "DROP TABLE IF EXISTS word; DROP TABLE IF EXISTS doc;
         CREATE TABLE doc (id INTEGER PRIMARY KEY, stream TEXT NOT NULL, part TEXT NOT NULL,
           class INTEGER NOT NULL, module TEXT NOT NULL);
         CREATE UNIQUE INDEX doc_place ON doc (stream, part);
         CREATE VIRTUAL TABLE word USING fts5 (title, body, 
           tokenize='unicode61 remove_diacritics 2');
         INSERT INTO word (word, rank) VALUES ('secure-delete', 1);",
    )?;
    set(index, "cursor", -1)?;
    set(index, "version", VERSION)
}

/// Brings the index from one position to another. Closed rows are found by the entry that closed
/// them, new ones by their own position: what was there before is not looked at.
fn follow(
    index: &Connection,
    ledger: &Connection,
    (from, to): (i64, i64),
    names: &Names,
) -> Result<(), Fault> {
    let mut closed = ledger.prepare_cached(
        "SELECT s.address, t.part FROM entry e
         CROSS JOIN read_card t INDEXED BY read_card_past
           ON t.stream = e.stream AND t.to_position = e.position
         CROSS JOIN stream s ON s.id = t.stream WHERE e.position > ?1",
    )?;
    let mut rows = closed.query([from])?;
    while let Some(row) = rows.next()? {
        take_out(
            index,
            row.get_ref(0)?.as_str().unwrap_or_default(),
            &row.get::<_, String>(1)?,
        )?;
    }
    let mut new = ledger.prepare_cached(
        "SELECT s.address, t.part, t.class, t.c_module, t.c_title_nl, t.c_title_en,
                t.c_body_nl, t.c_body_en, t.c_holder
         FROM read_card t INDEXED BY read_card_from CROSS JOIN stream s ON s.id = t.stream
         WHERE t.from_position > ?1 AND t.to_position IS NULL",
    )?;
    let stemmer = Stemmer::new(Algorithm::Dutch);
    let mut rows = new.query([from])?;
    while let Some(row) = rows.next()? {
        put_in(index, &stemmer, names, row)?;
    }
    index.execute("UPDATE state SET value=?1 WHERE name='cursor'", [to])?;
    Ok(())
}

fn take_out(index: &Connection, stream: &str, part: &str) -> Result<(), Fault> {
    let found: Option<i64> = index
        .prepare_cached("DELETE FROM doc WHERE stream=?1 AND part=?2 RETURNING id")?
        .query_row(params![stream, part], |row| row.get(0))
        .optional()?;
    if let Some(id) = found {
        index
            .prepare_cached("DELETE FROM word WHERE rowid=?1")?
            .execute([id])?;
    }
    Ok(())
}

fn put_in(
    index: &Connection,
    stemmer: &Stemmer,
    names: &Names,
    row: &rusqlite::Row<'_>,
) -> Result<(), Fault> {
    let (stream, part): (String, String) = (row.get(0)?, row.get(1)?);
    let (class, module): (i64, String) = (row.get(2)?, row.get(3)?);
    let mut add = index.prepare_cached(
        "INSERT OR IGNORE INTO doc (stream, part, class, module) VALUES (?1, ?2, ?3, ?4)",
    )?;
    if add.execute(params![stream, part, class, module])? == 0 {
        // Its row was put there before the cursor could be moved.
        take_out(index, &stream, &part)?;
        add.execute(params![stream, part, class, module])?;
    }
    let id = index.last_insert_rowid();
    let text = |at: usize| {
        row.get::<_, Option<String>>(at)
            .map(Option::unwrap_or_default)
    };
    let title = indexed(stemmer, &[&text(4)?, &text(5)?]);
    let holder = text(8)?.parse().ok().and_then(|id| names.get(&id));
    let (nl, en) = holder.map_or(("", ""), |name| (name.nl.as_str(), name.en.as_str()));
    let body = indexed(stemmer, &[&text(6)?, &text(7)?, nl, en]);
    index
        .prepare_cached("INSERT INTO word (rowid, title, body) VALUES (?1, ?2, ?3)")?
        .execute(params![id, title, body])?;
    Ok(())
}
