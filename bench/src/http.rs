// SPDX-License-Identifier: EUPL-1.2
//! A client that keeps its connection: just enough HTTP/1.1 to measure a server with, and thin, so
//! that the client takes as little as possible of the processor it shares with the server.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use crate::Outcome;

/// A connection.
pub struct Client {
    address: String,
    connection: BufReader<TcpStream>,
    out: Vec<u8>,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Names, in lower case, and values.
    pub headers: Vec<(String, String)>,
    /// The bytes of the body as they came.
    pub body: Vec<u8>,
}

impl Answer {
    /// The first header with this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }
}

impl Client {
    /// Connects.
    pub fn new(address: &str) -> Outcome<Self> {
        let connection = TcpStream::connect(address)?;
        connection.set_nodelay(true)?;
        connection.set_read_timeout(Some(Duration::from_secs(60)))?;
        let connection = BufReader::new(connection);
        Ok(Self {
            address: address.to_owned(),
            connection,
            out: Vec::new(),
        })
    }

    /// Asks and waits for the answer.
    pub fn ask(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Outcome<Answer> {
        let Self {
            address,
            out,
            connection,
        } = self;
        out.clear();
        write!(out, "{method} {path} HTTP/1.1\r\nHost: {address}\r\n")?;
        for (name, value) in headers {
            write!(out, "{name}: {value}\r\n")?;
        }
        write!(out, "Content-Length: {}\r\n\r\n", body.len())?;
        out.extend_from_slice(body);
        connection.get_mut().write_all(out)?;
        self.answer()
    }

    /// Asks for a page.
    pub fn get(&mut self, path: &str, headers: &[(&str, &str)]) -> Outcome<Answer> {
        let answer = self.ask("GET", path, headers, b"")?;
        if answer.status == 200 {
            Ok(answer)
        } else {
            Err(unexpected(path, &answer))
        }
    }

    fn line(&mut self) -> Outcome<String> {
        let mut line = String::new();
        if self.connection.read_line(&mut line)? == 0 {
            return Err("the server closed the connection".into());
        }
        Ok(line.trim_end().to_owned())
    }

    fn answer(&mut self) -> Outcome<Answer> {
        let first = self.line()?;
        let status = first.split(' ').nth(1).unwrap_or_default().parse()?;
        let mut headers = Vec::new();
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(':') else {
                break;
            };
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let mut answer = Answer {
            status,
            headers,
            body: Vec::new(),
        };
        if let Some(length) = answer.header("content-length") {
            answer.body = vec![0; length.parse()?];
            self.connection.read_exact(&mut answer.body)?;
        } else if answer.header("transfer-encoding") == Some("chunked") {
            loop {
                let length = u64::from_str_radix(&self.line()?, 16)?;
                let mut chunk = (&mut self.connection).take(length);
                chunk.read_to_end(&mut answer.body)?;
                self.line()?;
                if length == 0 {
                    break;
                }
            }
        }
        Ok(answer)
    }
}

/// What to say of an answer that was not the one hoped for.
pub fn unexpected(path: &str, answer: &Answer) -> Box<dyn std::error::Error + Send + Sync> {
    let body = String::from_utf8_lossy(&answer.body);
    let body: String = body.chars().take(300).collect();
    format!("{path}: {} {body}", answer.status).into()
}
