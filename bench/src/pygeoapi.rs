// SPDX-License-Identifier: EUPL-1.2
//! pygeoapi with the versions that `bench/pygeoapi/requirements.txt` names, over a file of points.

use std::fmt::Write as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::Outcome;
use crate::http::Client;
use crate::scratch::Scratch;

/// Debian's Python: others may have SQLite without extensions.
const PYTHON: &str = "/usr/bin/python3";
/// Where SpatiaLite's extension lies on Debian.
const SPATIALITE: &str = "libsqlite3-mod-spatialite";

/// A running server.
pub struct Pygeoapi {
    child: Child,
    /// Host and port.
    pub address: String,
}

fn done(command: &mut Command) -> Outcome<()> {
    let output = command.stdout(Stdio::null()).output()?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("{command:?}: {}", said.lines().last().unwrap_or_default()).into())
}

/// A Python with what it needs, kept beside the built programs for the next time.
fn python(sources: &Path) -> Outcome<PathBuf> {
    let beside = std::env::current_exe()?;
    let folder = beside.with_file_name("pygeoapi-python");
    let python = folder.join("bin/python");
    let stamp = folder.join("installed");
    let wanted = std::fs::read_to_string(sources.join("requirements.txt"))?;
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    done(
        Command::new(PYTHON)
            .args(["-m", "venv", "--clear"])
            .arg(&folder),
    )?;
    let install = ["-m", "pip", "install", "--quiet", "--requirement"];
    done(
        Command::new(&python)
            .args(install)
            .arg(sources.join("requirements.txt")),
    )?;
    std::fs::write(&stamp, wanted)?;
    Ok(python)
}

impl Pygeoapi {
    /// Starts it over these: text columns with these names, longitude and latitude.
    pub fn start<'a>(
        scratch: &Scratch,
        names: &[&str],
        lines: impl Iterator<Item = (Vec<&'a str>, f64, f64)>,
    ) -> Outcome<Self> {
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("pygeoapi");
        let python = python(&sources)?;
        let mut text = format!("{},lon,lat\n", names.join(","));
        for (values, lon, lat) in lines {
            for value in values {
                let _ = write!(text, "\"{}\",", value.replace('"', "\"\""));
            }
            let _ = writeln!(text, "{lon},{lat}");
        }
        let file = scratch.path("objects.csv");
        std::fs::write(&file, text)?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let child = Command::new(python)
            .arg(sources.join("serve.py"))
            .args([&file, &scratch.path("pygeoapi")])
            .arg(port.to_string())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let mut server = Self {
            child,
            address: format!("127.0.0.1:{port}"),
        };
        server.wait()?;
        Ok(server)
    }

    fn wait(&mut self) -> Outcome<()> {
        for _ in 0..600 {
            if let Some(status) = self.child.try_wait()? {
                return Err(
                    format!("pygeoapi did not start ({status}; needs {SPATIALITE})").into(),
                );
            }
            if Client::new(&self.address).is_ok() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        Err("pygeoapi did not start within two minutes".into())
    }
}

impl Drop for Pygeoapi {
    fn drop(&mut self) {
        // Its master ends the workers when it is asked to.
        let process = self.child.id().to_string();
        let _ = Command::new("kill").args(["-TERM", &process]).status();
        let _ = self.child.wait();
    }
}
