// SPDX-License-Identifier: EUPL-1.2
//! The real binary in a folder of its own, and a client that speaks just enough HTTP.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that fails here is a failing test"
)]
#![expect(dead_code, reason = "each test file uses its own part of this")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

/// A folder that is gone when the test is.
pub struct Scratch(pub PathBuf);

impl Scratch {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("paraat-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Runs the binary to its end.
pub fn paraat(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_paraat"))
        .args(arguments)
        .output()
        .unwrap()
}

/// A node that serves.
pub struct Server {
    child: Child,
    pub address: String,
    pub data: PathBuf,
}

/// An answer to a request.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: String,
    pub body: String,
    raw: Vec<u8>,
}

impl Answer {
    /// The body as bytes, put together from its pieces when it came in pieces.
    pub fn bytes(&self) -> Vec<u8> {
        if !self
            .headers
            .to_lowercase()
            .contains("transfer-encoding: chunked")
        {
            return self.raw.clone();
        }
        let (mut rest, mut whole) = (self.raw.as_slice(), Vec::new());
        loop {
            let end = rest.windows(2).position(|it| it == b"\r\n").unwrap();
            let length = std::str::from_utf8(&rest[..end]).unwrap();
            let length = usize::from_str_radix(length, 16).unwrap();
            if length == 0 {
                return whole;
            }
            whole.extend_from_slice(&rest[end + 2..end + 2 + length]);
            rest = &rest[end + 2 + length + 2..];
        }
    }
}

impl Server {
    /// Starts a demo node on a free port of this machine.
    pub fn demo(data: &Path) -> Self {
        Self::start(data, &["--demo"])
    }

    /// Starts a node on a free port of this machine.
    pub fn start(data: &Path, more: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_paraat"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let ready = lines
            .by_ref()
            .map(Result::unwrap)
            .find(|line| line.contains("ready at"));
        let ready = ready.expect("the node did not start");
        std::thread::spawn(move || lines.for_each(drop));
        let address = ready
            .rsplit("//")
            .next()
            .unwrap()
            .trim_end_matches('/')
            .to_owned();
        Self {
            child,
            address,
            data: data.to_owned(),
        }
    }

    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// A key for programs of an account.
    pub fn token(&self, name: &str) -> String {
        token(&self.data, name)
    }

    /// Pulls the plug.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// One request on a connection of its own; none when the connection breaks.
    pub fn try_request(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Option<Answer> {
        request(&self.address, method, path, headers, body)
    }

    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.try_request("GET", path, headers, b"").unwrap()
    }

    pub fn post(&self, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        self.try_request("POST", path, headers, body.as_bytes())
            .unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn token(data: &Path, name: &str) -> String {
    let output = paraat(&["user", "token", name, "--data", data.to_str().unwrap()]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let said = String::from_utf8(output.stdout).unwrap();
    said.lines().last().unwrap().to_owned()
}

pub fn request(
    address: &str,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Option<Answer> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream
        .set_read_timeout(Some(Duration::from_secs(30)))
        .ok()?;
    let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("Content-Length: {}\r\n\r\n", body.len()));
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(body).ok()?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).ok()?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (headers, body) = text.split_once("\r\n\r\n")?;
    let begins = bytes.windows(4).position(|it| it == b"\r\n\r\n")?;
    let raw = bytes.split_off(begins + 4);
    let status = headers.split(' ').nth(1)?.parse().ok()?;
    Some(Answer {
        status,
        headers: headers.to_owned(),
        body: body.to_owned(),
        raw,
    })
}

/// Headers of a program that sends JSON.
pub fn json<'a>(bearer: &'a str, key: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut headers = vec![
        ("Authorization", bearer),
        ("Content-Type", "application/json"),
    ];
    if !key.is_empty() {
        headers.push(("Idempotency-Key", key));
    }
    headers
}

/// The address of an activity of the agenda, derived as the module derives it.
pub fn activity(slug: &str) -> String {
    let jenv = "jenv".parse().unwrap();
    paraat_kernel::StreamId::derived(jenv, "agenda.activity", slug).to_string()
}
