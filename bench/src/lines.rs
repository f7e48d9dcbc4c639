// SPDX-License-Identifier: EUPL-1.2
//! Many connections on one thread, so that those who look on take as little as possible of the
//! processor that they share with the server.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::os::fd::OwnedFd;
use std::time::{Duration, Instant};

use rustix::buffer::spare_capacity;
use rustix::event::{Timespec, epoll};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::Outcome;
use crate::websocket::{self, Came};

/// So many connections are heard of at once.
const AT_ONCE: usize = 8_192;
/// So many bytes are read at once.
const READ: usize = 256 * 1024;

/// What is spoken on a connection.
#[derive(Debug, Clone, Copy)]
pub enum Speech {
    /// Frames of RFC 6455.
    WebSocket,
    /// The text protocol of NATS.
    Nats,
}

struct Line {
    stream: TcpStream,
    /// What came of a message that is not whole yet.
    rest: Vec<u8>,
}

/// The connections.
pub struct Lines {
    speech: Speech,
    epoll: OwnedFd,
    lines: Vec<Line>,
    events: Vec<epoll::Event>,
    buffer: Vec<u8>,
}

/// Lets this process, and those it starts, have as many files open as the machine allows.
pub fn allow_many() -> Outcome<()> {
    let most = getrlimit(Resource::Nofile).maximum;
    let limit = Rlimit {
        current: most,
        maximum: most,
    };
    Ok(setrlimit(Resource::Nofile, limit)?)
}

impl Lines {
    /// None yet.
    pub fn new(speech: Speech) -> Outcome<Self> {
        Ok(Self {
            speech,
            epoll: epoll::create(epoll::CreateFlags::CLOEXEC)?,
            lines: Vec::new(),
            events: Vec::with_capacity(AT_ONCE),
            buffer: vec![0; READ],
        })
    }

    /// One more, and what came of it already.
    pub fn add(&mut self, (stream, rest): (TcpStream, Vec<u8>)) -> Outcome<()> {
        stream.set_nonblocking(true)?;
        let number = epoll::EventData::new_u64(self.lines.len() as u64);
        epoll::add(&self.epoll, &stream, number, epoll::EventFlags::IN)?;
        self.lines.push(Line { stream, rest });
        Ok(())
    }

    /// A way to speak on one of them, for another thread.
    pub fn voice(&self, number: usize) -> Outcome<Voice> {
        let line = self.lines.get(number).ok_or("no such connection")?;
        Ok(Voice(line.stream.try_clone()?))
    }

    /// Hears for at most so long what comes: on which line, what, and when it was read.
    pub fn hear(
        &mut self,
        wait: Duration,
        heard: &mut dyn FnMut(usize, &[u8], Instant),
    ) -> Outcome<()> {
        self.events.clear();
        let wait = Timespec::try_from(wait)?;
        let came = epoll::wait(&self.epoll, spare_capacity(&mut self.events), Some(&wait));
        match came {
            Err(rustix::io::Errno::INTR) => return Ok(()),
            came => came?,
        };
        for event in &self.events {
            let number = usize::try_from(event.data.u64())?;
            let line = self.lines.get_mut(number).ok_or("no such connection")?;
            let many = match line.stream.read(&mut self.buffer) {
                Ok(0) => return Err("the server ended a connection".into()),
                Ok(many) => many,
                Err(error) if error.kind() == ErrorKind::WouldBlock => continue,
                Err(error) => return Err(error.into()),
            };
            let at = Instant::now();
            let read = self.buffer.get(..many).unwrap_or_default();
            line.take(self.speech, read, &mut |message| heard(number, message, at))?;
        }
        Ok(())
    }

    /// Hears until nothing has come for so long.
    pub fn settle(&mut self, quiet: Duration) -> Outcome<()> {
        let mut last = Instant::now();
        while last.elapsed() < quiet {
            self.hear(Duration::from_millis(20), &mut |_, _, at| last = at)?;
        }
        Ok(())
    }
}

impl Line {
    /// Tells of every message that is whole now.
    fn take(&mut self, speech: Speech, read: &[u8], heard: &mut dyn FnMut(&[u8])) -> Outcome<()> {
        let mut joined = std::mem::take(&mut self.rest);
        let mut bytes = if joined.is_empty() {
            read
        } else {
            joined.extend_from_slice(read);
            &joined
        };
        loop {
            let found = match speech {
                Speech::WebSocket => websocket::take(bytes),
                Speech::Nats => take(bytes)?,
            };
            let Some((came, length)) = found else { break };
            match came {
                Came::Message(message) => heard(message),
                Came::Closed(code) => return Err(format!("closed with code {code}").into()),
                Came::Other => {}
                Came::Ping(ping) => {
                    let pong = match speech {
                        Speech::WebSocket => websocket::frame(websocket::PONG, ping),
                        Speech::Nats => b"PONG\r\n".to_vec(),
                    };
                    say(&mut self.stream, &pong)?;
                }
            }
            bytes = bytes.get(length..).unwrap_or_default();
        }
        self.rest = bytes.to_vec();
        Ok(())
    }
}

/// The first message of NATS in these bytes, and how many of them it takes.
fn take(bytes: &[u8]) -> Outcome<Option<(Came<'_>, usize)>> {
    let Some(end) = bytes.windows(2).take(4_096).position(|it| it == b"\r\n") else {
        return Ok(None);
    };
    let line = bytes.get(..end).unwrap_or_default();
    let behind = end + 2;
    if line.starts_with(b"MSG ") {
        let length = std::str::from_utf8(line)?.rsplit(' ').next();
        let length: usize = length.unwrap_or_default().parse()?;
        let message = bytes.get(behind..behind + length);
        let whole = bytes.len() >= behind + length + 2;
        return Ok(message
            .filter(|_| whole)
            .map(|it| (Came::Message(it), behind + length + 2)));
    }
    match line {
        b"PING" => Ok(Some((Came::Ping(b""), behind))),
        line if line.starts_with(b"-ERR") => Err(String::from_utf8_lossy(line).into()),
        _ => Ok(Some((Came::Other, behind))),
    }
}

/// Speaks on a connection that somebody else hears.
pub struct Voice(TcpStream);

impl Voice {
    /// Says this.
    pub fn say(&mut self, bytes: &[u8]) -> Outcome<()> {
        say(&mut self.0, bytes)
    }
}

/// Says all of it on a stream that does not wait.
fn say(stream: &mut TcpStream, bytes: &[u8]) -> Outcome<()> {
    let mut rest = bytes;
    while !rest.is_empty() {
        match stream.write(rest) {
            Ok(many) => rest = rest.get(many..).unwrap_or_default(),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                std::thread::sleep(Duration::from_millis(1));
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}
