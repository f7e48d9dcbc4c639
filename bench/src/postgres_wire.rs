// SPDX-License-Identifier: EUPL-1.2
//! A client for PostgreSQL: protocol 3.0, prepared statements, binary values. It writes a
//! transaction in either of two ways: each statement answered before the next is sent, as programs
//! and `pgbench` do, or all at once with one wait, which is the least that the protocol can cost.

use std::io::{BufReader, Read as _, Write as _};
use std::net::TcpStream;

use rusqlite::types::Value;

use crate::Outcome;
use crate::rows::{Row, Table};

/// Version 3.0 of the protocol, as the start-up message writes it.
const PROTOCOL: i32 = 196_608;

/// A connection with one prepared insert for each table.
pub struct Connection {
    stream: BufReader<TcpStream>,
    out: Vec<u8>,
}

/// The type of a column in PostgreSQL, and its number there.
pub fn column_type(declared: &str) -> (&'static str, i32) {
    match declared {
        "INTEGER" => ("BIGINT", 20),
        "BLOB" => ("BYTEA", 17),
        _ => ("TEXT", 25),
    }
}

impl Connection {
    /// Connects to a server that trusts who comes from this machine.
    pub fn new(address: &str) -> Outcome<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        let mut connection = Self {
            stream: BufReader::new(stream),
            out: Vec::new(),
        };
        let mut start = PROTOCOL.to_be_bytes().to_vec();
        start.extend_from_slice(b"user\0postgres\0database\0postgres\0\0");
        let length = i32::try_from(start.len() + 4)?;
        connection.out.extend_from_slice(&length.to_be_bytes());
        connection.out.extend_from_slice(&start);
        connection.turn()?;
        Ok(connection)
    }

    /// Runs statements that answer nothing.
    pub fn run(&mut self, sql: &str) -> Outcome<()> {
        self.message(b'Q', |body| text(body, sql))?;
        self.turn()
    }

    /// Prepares an insert for each table; its name is the place of the table.
    pub fn prepare(&mut self, tables: &[Table]) -> Outcome<()> {
        for (place, table) in tables.iter().enumerate() {
            let marks: Vec<String> = (1..=table.columns.len())
                .map(|at| format!("${at}"))
                .collect();
            let sql = format!("INSERT INTO {} VALUES ({})", table.name, marks.join(","));
            self.message(b'P', |body| {
                text(body, &place.to_string());
                text(body, &sql);
                short(body, table.columns.len());
                for (_, declared) in &table.columns {
                    body.extend_from_slice(&column_type(declared).1.to_be_bytes());
                }
            })?;
        }
        self.message(b'S', |_| ())?;
        self.turn()
    }

    /// Writes rows in one transaction, each statement answered before the next is sent, and waits
    /// until the server says that it is durable.
    pub fn write_in_turn(&mut self, rows: &[Row]) -> Outcome<()> {
        self.run("BEGIN")?;
        for row in rows {
            self.insert(row)?;
            self.message(b'S', |_| ())?;
            self.turn()?;
        }
        self.run("COMMIT")
    }

    /// The same with all statements sent at once and one wait.
    pub fn write_at_once(&mut self, rows: &[Row]) -> Outcome<()> {
        for row in rows {
            self.insert(row)?;
        }
        // Everything up to the sync is one transaction (PostgreSQL manual, "Pipelining").
        self.message(b'S', |_| ())?;
        self.turn()
    }

    fn insert(&mut self, (place, values): &Row) -> Outcome<()> {
        self.message(b'B', |body| {
            text(body, "");
            text(body, &place.to_string());
            // One format for all: binary.
            short(body, 1);
            short(body, 1);
            short(body, values.len());
            for value in values {
                bind(body, value);
            }
            short(body, 0);
        })?;
        self.message(b'E', |body| {
            text(body, "");
            body.extend_from_slice(&0i32.to_be_bytes());
        })
    }

    fn message(&mut self, kind: u8, fill: impl FnOnce(&mut Vec<u8>)) -> Outcome<()> {
        let mut body = Vec::with_capacity(256);
        fill(&mut body);
        self.out.push(kind);
        self.out
            .extend_from_slice(&i32::try_from(body.len() + 4)?.to_be_bytes());
        self.out.extend_from_slice(&body);
        Ok(())
    }

    /// Sends what was gathered and reads until the server is ready for more.
    fn turn(&mut self) -> Outcome<()> {
        self.stream.get_mut().write_all(&self.out)?;
        self.out.clear();
        let mut wrong = None;
        loop {
            let mut head = [0u8; 5];
            self.stream.read_exact(&mut head)?;
            let [kind, length @ ..] = head;
            let length = usize::try_from(i32::from_be_bytes(length))?;
            let mut body = vec![0; length.saturating_sub(4)];
            self.stream.read_exact(&mut body)?;
            match kind {
                b'E' => wrong = Some(String::from_utf8_lossy(&body).replace('\0', " ")),
                b'Z' => break,
                _ => {}
            }
        }
        wrong.map_or(Ok(()), |wrong| Err(format!("PostgreSQL: {wrong}").into()))
    }
}

fn text(body: &mut Vec<u8>, text: &str) {
    body.extend_from_slice(text.as_bytes());
    body.push(0);
}

fn short(body: &mut Vec<u8>, number: usize) {
    body.extend_from_slice(&u16::try_from(number).unwrap_or(u16::MAX).to_be_bytes());
}

fn bind(body: &mut Vec<u8>, value: &Value) {
    let whole: [u8; 8];
    let bytes: &[u8] = match value {
        Value::Integer(number) => {
            whole = number.to_be_bytes();
            &whole
        }
        Value::Text(text) => text.as_bytes(),
        Value::Blob(bytes) => bytes,
        Value::Null | Value::Real(_) => {
            body.extend_from_slice(&(-1i32).to_be_bytes());
            return;
        }
    };
    let length = i32::try_from(bytes.len()).unwrap_or(i32::MAX);
    body.extend_from_slice(&length.to_be_bytes());
    body.extend_from_slice(bytes);
}
