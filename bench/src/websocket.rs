// SPDX-License-Identifier: EUPL-1.2
//! The client's side of a WebSocket (RFC 6455): just enough to measure a server with.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use crate::Outcome;

/// A binary message.
pub const BINARY: u8 = 2;
const PING: u8 = 9;
/// A message of text.
const TEXT: u8 = 1;
/// The answer to a ping.
pub const PONG: u8 = 10;
const CLOSE: u8 = 8;
/// Any key will do for a server that is ours to ask.
const MASK: [u8; 4] = [0x5a, 0x17, 0xc3, 0x2e];
/// Longest head of an answer that is read.
const LONGEST_HEAD: usize = 16 * 1024;

/// What came.
pub enum Came<'a> {
    /// A message.
    Message(&'a [u8]),
    /// To be answered with the same.
    Ping(&'a [u8]),
    /// The other side ends it, with this code.
    Closed(u16),
    /// Nothing of interest.
    Other,
}

/// Opens a socket; answers the stream and what came behind the head of the answer already.
pub fn open(
    address: &str,
    target: &str,
    headers: &[(&str, &str)],
) -> Outcome<(TcpStream, Vec<u8>)> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let mut head = format!(
        "GET {target} HTTP/1.1\r\nHost: {address}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    );
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    let (answer, behind) = until(&mut stream, b"\r\n\r\n")?;
    if answer.starts_with(b"HTTP/1.1 101") {
        return Ok((stream, behind));
    }
    let said = String::from_utf8_lossy(&answer);
    Err(format!("{target}: {}", said.lines().next().unwrap_or_default()).into())
}

/// Reads up to this mark; answers what stands before it, and what came behind it already.
pub fn until(stream: &mut TcpStream, mark: &[u8]) -> Outcome<(Vec<u8>, Vec<u8>)> {
    let mut read = Vec::new();
    let mut more = [0; 4096];
    loop {
        if let Some(at) = read.windows(mark.len()).position(|it| it == mark) {
            let behind = read.split_off(at + mark.len());
            return Ok((read, behind));
        }
        let many = stream.read(&mut more)?;
        if many == 0 || read.len() > LONGEST_HEAD {
            return Err("the server ended the connection".into());
        }
        read.extend_from_slice(more.get(..many).unwrap_or_default());
    }
}

/// A message in one frame, masked as that of every client.
pub fn frame(opcode: u8, message: &[u8]) -> Vec<u8> {
    let mut frame = vec![0x80 | opcode];
    match (u8::try_from(message.len()), u16::try_from(message.len())) {
        (Ok(short @ ..126), _) => frame.push(0x80 | short),
        (_, Ok(length)) => {
            frame.push(0x80 | 126);
            frame.extend_from_slice(&length.to_be_bytes());
        }
        _ => {
            frame.push(0x80 | 127);
            frame.extend_from_slice(&(message.len() as u64).to_be_bytes());
        }
    }
    frame.extend_from_slice(&MASK);
    frame.extend(message.iter().zip(MASK.iter().cycle()).map(|(a, b)| a ^ b));
    frame
}

/// The first frame in these bytes, and how many of them it takes; none when it is not whole.
pub fn take(bytes: &[u8]) -> Option<(Came<'_>, usize)> {
    let (&opcode, rest) = bytes.split_first()?;
    let (&short, rest) = rest.split_first()?;
    let (length, body) = match short & 0x7f {
        126 => {
            let (length, body) = rest.split_first_chunk::<2>()?;
            (usize::from(u16::from_be_bytes(*length)), body)
        }
        127 => {
            let (length, body) = rest.split_first_chunk::<8>()?;
            (usize::try_from(u64::from_be_bytes(*length)).ok()?, body)
        }
        short => (usize::from(short), rest),
    };
    let message = body.get(..length)?;
    let came = match opcode & 0x0f {
        // Only says that the line is open.
        TEXT if message == b"still" => Came::Other,
        TEXT | BINARY => Came::Message(message),
        PING => Came::Ping(message),
        CLOSE => {
            let code = message.first_chunk::<2>().copied().unwrap_or_default();
            Came::Closed(u16::from_be_bytes(code))
        }
        _ => Came::Other,
    };
    Some((came, bytes.len() - body.len() + length))
}
