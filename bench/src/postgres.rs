// SPDX-License-Identifier: EUPL-1.2
//! A PostgreSQL of its own for a figure: new folder, loopback only, as it comes from the box, so
//! with `fsync=on` and `synchronous_commit=on`.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::Outcome;
use crate::postgres_wire::{Connection, column_type};
use crate::rows::Table;

/// Where Debian installs the versions.
const INSTALLED: &str = "/usr/lib/postgresql";

/// A running server.
pub struct Cluster {
    child: Child,
    /// Host and port.
    pub address: String,
    /// Its version.
    pub version: String,
}

fn newest() -> Outcome<(String, PathBuf)> {
    let missing = "PostgreSQL is not installed (apt-get install postgresql)";
    let found = std::fs::read_dir(INSTALLED).map_err(|_none| missing)?;
    let mut versions: Vec<(u32, PathBuf)> = found
        .filter_map(|entry| {
            let entry = entry.ok()?;
            Some((
                entry.file_name().to_str()?.parse().ok()?,
                entry.path().join("bin"),
            ))
        })
        .filter(|(_, folder)| folder.join("initdb").exists())
        .collect();
    versions.sort();
    let (version, folder) = versions.pop().ok_or(missing)?;
    Ok((version.to_string(), folder))
}

/// A program of PostgreSQL, which refuses to run as root: then as the user that its package made.
fn program(path: &Path) -> Command {
    let root = std::fs::metadata("/proc/self").is_ok_and(|it| {
        use std::os::unix::fs::MetadataExt as _;
        it.uid() == 0
    });
    if !root {
        return Command::new(path);
    }
    let mut command = Command::new("setpriv");
    command
        .args([
            "--reuid=postgres",
            "--regid=postgres",
            "--clear-groups",
            "--",
        ])
        .arg(path);
    command
}

impl Cluster {
    /// Makes a cluster in a new folder and starts it.
    pub fn start(folder: &Path) -> Outcome<Self> {
        let (version, bin) = newest()?;
        std::fs::create_dir(folder)?;
        // Fails when we are not root: then the folder is ours, and that is who runs it.
        let _ = Command::new("chown")
            .arg("postgres")
            .arg(folder)
            .stderr(Stdio::null())
            .status();
        let data = folder.join("data");
        let made = program(&bin.join("initdb"))
            .args([
                "--auth=trust",
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C",
                "-D",
            ])
            .arg(&data)
            .current_dir(folder)
            .output()?;
        if !made.status.success() {
            return Err(String::from_utf8_lossy(&made.stderr).into_owned().into());
        }
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let child = program(&bin.join("postgres"))
            .arg("-D")
            .arg(&data)
            .args([
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
            ])
            .args(["-c", "fsync=on", "-c", "synchronous_commit=on"])
            .args(["-c", &format!("port={port}")])
            .current_dir(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let cluster = Self {
            child,
            address: format!("127.0.0.1:{port}"),
            version,
        };
        for _ in 0..200 {
            if Connection::new(&cluster.address).is_ok() {
                return Ok(cluster);
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Err("PostgreSQL did not start".into())
    }

    /// Makes the tables as the ledger has them, empty: same columns, keys and indexes.
    pub fn make(&self, tables: &[Table]) -> Outcome<()> {
        let mut connection = Connection::new(&self.address)?;
        connection.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public")?;
        for sql in tables.iter().flat_map(|table| &table.made_by) {
            let mut sql = sql.replace("WITHOUT ROWID", "").replace("STRICT,", "");
            sql = sql.replace("STRICT", "");
            for declared in ["INTEGER", "BLOB"] {
                sql = sql.replace(declared, column_type(declared).0);
            }
            connection.run(&sql)?;
        }
        Ok(())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // SIGQUIT ends it at once with its children; the folder goes anyway.
        let process = self.child.id().to_string();
        let _ = Command::new("kill").args(["-QUIT", &process]).status();
        let _ = self.child.wait();
    }
}
