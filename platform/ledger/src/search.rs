// SPDX-License-Identifier: EUPL-1.2
//! Full-text search over cards, in `search.db`: it follows the ledger by cursor and can be made
//! again from it. FTS5 over words and their Dutch stems, filtered by class.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use frostem::{Algorithm, Stemmer};
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::core::unsigned;
use crate::{Fault, select};

/// The index is made again when this changes: stemmer, tokens or columns are other ones.
const VERSION: &str = "1 frostem 2.20261016.1 dutch";

/// How many words of a query are looked at.
const MOST_WORDS: usize = 12;

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Address of its stream.
    pub stream: String,
    /// The part of the stream.
    pub part: String,
}

/// The search index.
pub struct Search {
    index: Mutex<Connection>,
}

impl Search {
    /// Opens the index, makes it when it is new or of another version.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let connection = Connection::open(path)?;
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
        if made.as_deref() != Some(VERSION) {
            empty(&connection)?;
        }
        Ok(Self {
            index: Mutex::new(connection),
        })
    }

    /// Brings the index up to the newest entry. Answers the position it stands at.
    pub fn catch_up(&self, ledger: &Connection) -> Result<i64, Fault> {
        let index = self.index.lock().unwrap_or_else(PoisonError::into_inner);
        let cursor: i64 =
            index.query_row("SELECT value FROM state WHERE name='cursor'", [], |row| {
                row.get(0)
            })?;
        let newest: i64 = ledger
            .prepare_cached("SELECT coalesce(max(position), 0) FROM entry")?
            .query_row([], |row| row.get(0))?;
        if newest <= cursor {
            return Ok(cursor);
        }
        index.execute_batch("BEGIN")?;
        let outcome = follow(&index, ledger, cursor, newest);
        index.execute_batch(if outcome.is_ok() {
            "COMMIT"
        } else {
            "ROLLBACK"
        })?;
        outcome.map(|()| newest)
    }

    /// Makes the index again: after something was withdrawn, no word of it may remain.
    pub fn again(&self, ledger: &Connection) -> Result<i64, Fault> {
        {
            let index = self.index.lock().unwrap_or_else(PoisonError::into_inner);
            empty(&index)?;
        }
        let position = self.catch_up(ledger)?;
        let index = self.index.lock().unwrap_or_else(PoisonError::into_inner);
        index.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_row| Ok(()))?;
        Ok(position)
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
            select::class_list(seen)
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

fn empty(index: &Connection) -> Result<(), Fault> {
    index.execute_batch(
        "DROP TABLE IF EXISTS word; DROP TABLE IF EXISTS doc;
         CREATE TABLE doc (id INTEGER PRIMARY KEY, stream TEXT NOT NULL, part TEXT NOT NULL,
           class INTEGER NOT NULL, module TEXT NOT NULL);
         CREATE UNIQUE INDEX doc_place ON doc (stream, part);
         CREATE VIRTUAL TABLE word USING fts5 (title, body, 
           tokenize='unicode61 remove_diacritics 2');
         INSERT INTO word (word, rank) VALUES ('secure-delete', 1);
         INSERT OR REPLACE INTO state (name, value) VALUES ('cursor', -1);",
    )?;
    index.execute(
        "INSERT OR REPLACE INTO state (name, value) VALUES ('version', ?1)",
        [VERSION],
    )?;
    Ok(())
}

/// Brings the index from one position to another. Closed rows are found by the entry that closed
/// them, new ones by their own position: what was there before is not looked at.
fn follow(index: &Connection, ledger: &Connection, from: i64, to: i64) -> Result<(), Fault> {
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
                t.c_body_nl, t.c_body_en
         FROM read_card t INDEXED BY read_card_from CROSS JOIN stream s ON s.id = t.stream
         WHERE t.from_position > ?1 AND t.to_position IS NULL",
    )?;
    let stemmer = Stemmer::new(Algorithm::Dutch);
    let mut rows = new.query([from])?;
    while let Some(row) = rows.next()? {
        put_in(index, &stemmer, row)?;
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

fn put_in(index: &Connection, stemmer: &Stemmer, row: &rusqlite::Row<'_>) -> Result<(), Fault> {
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
    let body = indexed(stemmer, &[&text(6)?, &text(7)?]);
    index
        .prepare_cached("INSERT INTO word (rowid, title, body) VALUES (?1, ?2, ?3)")?
        .execute(params![id, title, body])?;
    Ok(())
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
}

/// Each word as it stands, and its stem where that differs: both are found.
fn indexed(stemmer: &Stemmer, texts: &[&str]) -> String {
    let mut out = String::new();
    let mut seen = BTreeSet::new();
    for word in texts.iter().flat_map(|text| words(text)) {
        let stem = stemmer.stem(&word).into_owned();
        out.push_str(&word);
        out.push(' ');
        if stem != word && seen.insert(stem.clone()) {
            out.push_str(&stem);
            out.push(' ');
        }
    }
    out
}

/// The question for FTS5: every word must be found, as it begins or by its stem. Only letters and
/// digits come through, between quotes: no operator can be typed.
fn question(text: &str) -> Option<String> {
    let stemmer = Stemmer::new(Algorithm::Dutch);
    let parts: Vec<String> = words(text)
        .take(MOST_WORDS)
        .map(|word| {
            let stem = stemmer.stem(&word);
            format!("(\"{word}\"* OR \"{stem}\")")
        })
        .collect();
    if parts.is_empty() {
        None
    } else {
        Some(parts.join(" AND "))
    }
}

#[cfg(test)]
mod tests {
    use super::question;

    #[test]
    fn operators_that_are_typed_are_words() {
        let asked = question("NEAR(a b) OR \"x* -y").unwrap();
        assert!(
            asked.starts_with("(\"near\"* OR \"near\") AND (\"a\"*"),
            "{asked}"
        );
        assert_eq!(question("  *()\" "), None);
    }
}
