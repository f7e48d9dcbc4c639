// SPDX-License-Identifier: EUPL-1.2
//! Figures 1 and 2: comments written over HTTP, each answered after the disk has it, against
//! databases that write the same rows with nothing around them.

use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Instant;

use crate::figure::{Figure, Limit};
use crate::http::{Client, unexpected};
use crate::node::{activities, text};
use crate::postgres::Cluster;
use crate::postgres_wire::Connection;
use crate::rows::Row;
use crate::scratch::Scratch;
use crate::server::Server;
use crate::sqlite::Bare;
use crate::{Effort, Outcome, rows};

/// How many write at once.
const CLIENTS: usize = 16;

/// A node that was written to, and a look at its file.
struct Written {
    server: Server,
    bearers: Vec<String>,
    activities: Vec<String>,
    ledger: rusqlite::Connection,
    tables: Vec<rows::Table>,
    written: usize,
}

impl Written {
    fn start(folder: PathBuf) -> Outcome<Self> {
        let server = Server::start(&folder)?;
        let bearers = server.bearers(CLIENTS)?;
        let ledger = rows::open(&folder.join("ledger.db"))?;
        let tables = rows::tables(&ledger, rows::WRITTEN)?;
        let activities = activities(&folder)?;
        let mut node = Self {
            server,
            bearers,
            activities,
            ledger,
            tables,
            written: 0,
        };
        // The first comments also make the streams; those rows are no part of what is compared.
        node.write(1, node.activities.len())?;
        Ok(node)
    }

    /// So many clients write so many comments; answers how many a second, and what each added.
    fn write(&mut self, clients: usize, many: usize) -> Outcome<(f64, Vec<Vec<Row>>)> {
        let position = "SELECT max(position) FROM entry";
        let before = self.ledger.query_row(position, [], |row| row.get(0))?;
        let mut connections = Vec::new();
        for bearer in self.bearers.iter().take(clients) {
            connections.push((Client::new(&self.server.address)?, bearer.as_str()));
        }
        let numbers = Mutex::new(self.written..self.written + many);
        let started = Instant::now();
        at_once(connections, |(client, bearer)| {
            while let Some(number) = next(&numbers) {
                comment(client, bearer, &self.activities, number)?;
            }
            Ok(())
        })?;
        let a_second = many as f64 / started.elapsed().as_secs_f64();
        self.written += many;
        rows::index_requests(&self.ledger)?;
        let after = self.ledger.query_row(position, [], |row| row.get(0))?;
        let added = rows::by_entry(&self.ledger, &self.tables, before, after)?;
        eprintln!(
            "  {a_second:.0} writes/s, {} in a transaction",
            rows::together(&added)
        );
        Ok((a_second, added))
    }
}

fn next(numbers: &Mutex<std::ops::Range<usize>>) -> Option<usize> {
    numbers
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
        .next()
}

/// Each worker on a thread of its own; the first that fails is what is answered.
fn at_once<W: Send>(workers: Vec<W>, work: impl Fn(&mut W) -> Outcome<()> + Sync) -> Outcome<()> {
    std::thread::scope(|scope| {
        let work = &work;
        let started: Vec<_> = workers
            .into_iter()
            .map(|mut worker| scope.spawn(move || work(&mut worker)))
            .collect();
        let ended: Vec<Outcome<()>> = started
            .into_iter()
            .map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|_| Err("a client stopped".into()))
            })
            .collect();
        ended.into_iter().collect()
    })
}

fn comment(client: &mut Client, bearer: &str, activities: &[String], number: usize) -> Outcome<()> {
    let activity = activities.get(number % activities.len().max(1));
    let body = serde_json::json!({"activity": activity, "text": text(number)}).to_string();
    let key = format!("bench-{number:012}");
    let headers = [
        ("Authorization", bearer),
        ("Content-Type", "application/json"),
        ("Idempotency-Key", key.as_str()),
    ];
    let path = "/v1/agenda/comment/write";
    let answer = client.ask("POST", path, &headers, body.as_bytes())?;
    if answer.status == 201 {
        Ok(())
    } else {
        Err(unexpected(path, &answer))
    }
}

/// One way in which a PostgreSQL client writes a transaction.
type Way = fn(&mut Connection, &[Row]) -> Outcome<()>;

/// All clients write the entries to PostgreSQL; answers how many a second.
fn postgres(
    cluster: &Cluster,
    tables: &[rows::Table],
    entries: &[Vec<Row>],
    way: Way,
) -> Outcome<f64> {
    cluster.make(tables)?;
    let mut connections = Vec::new();
    for _ in 0..CLIENTS {
        let mut connection = Connection::new(&cluster.address)?;
        connection.prepare(tables)?;
        connections.push(connection);
    }
    let numbers = Mutex::new(0..entries.len());
    let started = Instant::now();
    at_once(connections, |connection| {
        while let Some(rows) = next(&numbers).and_then(|number| entries.get(number)) {
            way(connection, rows)?;
        }
        Ok(())
    })?;
    Ok(entries.len() as f64 / started.elapsed().as_secs_f64())
}

/// Figure 1.
pub fn crowd(scratch: &Scratch, effort: &Effort) -> Outcome<Vec<Figure>> {
    let mut node = Written::start(scratch.path("node"))?;
    let cluster = Cluster::start(&scratch.path("postgres"))?;
    let (mut in_turn, mut at_once) = (Vec::new(), Vec::new());
    for pair in 0..=effort.pairs {
        let (ours, entries) = node.write(CLIENTS, effort.crowd)?;
        let tables = &node.tables;
        let turns = postgres(&cluster, tables, &entries, Connection::write_in_turn)?;
        let pipelined = postgres(&cluster, tables, &entries, Connection::write_at_once)?;
        eprintln!("  PostgreSQL {turns:.0} in turn, {pipelined:.0} at once");
        if pair > 0 {
            in_turn.push((ours, turns));
            at_once.push((ours, pipelined));
        }
    }
    let version = &cluster.version;
    let title = |how| format!("16 clients over HTTP / PostgreSQL {version}, 16 clients, {how}");
    let limit = Limit::AtLeast(1.0);
    let turns = title("prepared, a statement at a time");
    let piped = title("all statements at once");
    Ok(vec![
        Figure::ratio("1", turns, "writes/s", in_turn, limit),
        Figure::ratio("1", piped, "writes/s", at_once, Limit::None),
    ])
}

/// Figure 2.
pub fn single(scratch: &Scratch, effort: &Effort) -> Outcome<Vec<Figure>> {
    let mut node = Written::start(scratch.path("node"))?;
    let bare = Bare::new(&scratch.path("bare.db"), &node.tables)?;
    let mut pairs = Vec::new();
    for pair in 0..=effort.pairs {
        let (ours, entries) = node.write(1, effort.single)?;
        let started = Instant::now();
        bare.write(&entries, 1)?;
        let yardstick = entries.len() as f64 / started.elapsed().as_secs_f64();
        if pair > 0 {
            pairs.push((ours, yardstick));
        }
    }
    let title = "one client over HTTP / bare SQLite FULL, same rows, one an fsync";
    Ok(vec![Figure::ratio(
        "2",
        title,
        "writes/s",
        pairs,
        Limit::AtLeast(0.6),
    )])
}
