// SPDX-License-Identifier: EUPL-1.2
//! Servers of others that pass on what they hear, each in a process of its own on this machine.

use std::io::{BufRead as _, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::Outcome;
use crate::broadcaster;

/// A running server.
pub struct Yardstick {
    child: Child,
    /// Host and port.
    pub address: String,
}

#[expect(
    clippy::disallowed_methods,
    reason = "xtask names the Node that it has found or fetched"
)]
fn node() -> String {
    std::env::var("PARAAT_NODE").unwrap_or_else(|_| "node".to_owned())
}

impl Yardstick {
    fn start(command: &mut Command, port: u16) -> Outcome<Self> {
        let name = format!("{command:?}");
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let child = child.map_err(|error| format!("{name}: {error}"))?;
        let address = format!("127.0.0.1:{port}");
        let mut server = Self { child, address };
        for _ in 0..200 {
            if TcpStream::connect(&server.address).is_ok() {
                return Ok(server);
            }
            if let Some(status) = server.child.try_wait()? {
                return Err(format!("{name} ended with {status}").into());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(format!("{name} did not start within ten seconds").into())
    }

    /// A program for Node, with the packages that `bench/yardsticks/package-lock.json` names.
    fn of_node(program: &str) -> Outcome<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("yardsticks");
        if !folder.join("node_modules").exists() {
            return Err("its packages are not here; `cargo xtask bench` installs them".into());
        }
        let port = free_port()?;
        let mut command = Command::new(node());
        command
            .arg(folder.join(program))
            .env("HOST", "127.0.0.1")
            .env("PORT", port.to_string());
        Self::start(&mut command, port)
    }

    /// The server of y-websocket, as it comes.
    pub fn y_websocket() -> Outcome<Self> {
        Self::of_node("node_modules/y-websocket/bin/server.cjs")
    }

    /// Hocuspocus without extensions: it keeps nothing.
    pub fn hocuspocus() -> Outcome<Self> {
        Self::of_node("hocuspocus.mjs")
    }

    /// nats-server, as it comes.
    pub fn nats() -> Outcome<Self> {
        let port = free_port()?;
        let port_text = port.to_string();
        let mut command = Command::new("nats-server");
        command.args(["--addr", "127.0.0.1", "--port", &port_text]);
        Self::start(&mut command, port)
    }

    /// The bare broadcaster.
    pub fn axum() -> Outcome<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .arg(broadcaster::ARGUMENT)
            .stdout(Stdio::piped())
            .spawn()?;
        let out = child.stdout.take().ok_or("no output of the broadcaster")?;
        let mut address = String::new();
        BufReader::new(out).read_line(&mut address)?;
        let address = address.trim().to_owned();
        Ok(Self { child, address })
    }

    /// Its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }
}

pub fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

impl Drop for Yardstick {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
