// SPDX-License-Identifier: EUPL-1.2
//! The release binary, serving a demo folder on a free port of this machine.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::http::{Client, unexpected};

/// A node that serves.
pub struct Server {
    child: Child,
    /// Host and port.
    pub address: String,
    /// From the start of the process until it answers, in seconds.
    pub started_in: f64,
    data: PathBuf,
}

#[expect(
    clippy::disallowed_methods,
    reason = "xtask names the binary it has built; this tool has no configuration to read it from"
)]
fn named() -> Option<String> {
    std::env::var("PARAAT_BIN").ok()
}

/// The binary: the one that xtask names, else the one beside this tool.
fn binary() -> Outcome<PathBuf> {
    let binary = match named() {
        Some(path) => PathBuf::from(path),
        None => std::env::current_exe()?.with_file_name("paraat"),
    };
    if binary.exists() {
        Ok(binary)
    } else {
        Err(format!("{}: not there; build it first", binary.display()).into())
    }
}

impl Server {
    /// Starts a node and waits until it is ready.
    pub fn start(data: &Path) -> Outcome<Self> {
        let began = Instant::now();
        let mut child = Command::new(binary()?)
            .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let out = child.stdout.take().ok_or("no output of the node")?;
        let mut lines = BufReader::new(out).lines().map_while(Result::ok);
        let ready = lines.find(|line| line.contains("ready at"));
        let started_in = began.elapsed().as_secs_f64();
        std::thread::spawn(move || lines.for_each(drop));
        let mut server = Self {
            child,
            address: String::new(),
            started_in,
            data: data.to_owned(),
        };
        let ready = ready.ok_or("the node did not start")?;
        let address = ready.rsplit("//").next().unwrap_or_default();
        server.address = address.trim_end_matches('/').to_owned();
        Ok(server)
    }

    /// Its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Stops it as an operator would, and waits until it has.
    pub fn stop(mut self) -> Outcome<()> {
        let process = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &process]).status()?;
        for _ in 0..600 {
            if self.child.try_wait()?.is_some() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err("the node did not stop".into())
    }

    fn user(&self, arguments: &[&str]) -> Outcome<String> {
        let output = Command::new(binary()?)
            .args(arguments)
            .arg("--data")
            .arg(&self.data)
            .output()?;
        let said = String::from_utf8(output.stdout)?;
        let last = said.lines().last().unwrap_or_default().to_owned();
        if output.status.success() {
            Ok(last)
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into_owned().into())
        }
    }

    /// An account of an organisation; the first one gives it keys on this node.
    pub fn account(&self, organisation: &str) -> Outcome<()> {
        let name = format!("decider-bench-{organisation}");
        let whose = ["--org", organisation, "--role", "decider"];
        self.user(&[&["user", "add", name.as_str()], &whose[..]].concat())?;
        Ok(())
    }

    /// A key for programs of an account.
    pub fn token(&self, name: &str) -> Outcome<String> {
        self.user(&["user", "token", name])
    }

    /// Writes all that everybody reads as files.
    pub fn export_public(&self, folder: &Path) -> Outcome<()> {
        let folder = folder.to_str().ok_or("a folder that is no text")?;
        self.user(&["export", "public", folder]).map(|_said| ())
    }

    /// Keys for programs, as header values, of so many editors of one region: each account has a
    /// limit of its own on how often it may ask.
    pub fn bearers(&self, many: usize) -> Outcome<Vec<String>> {
        let mut bearers = Vec::new();
        for number in 0..many {
            let name = format!("editor-bench-{number}");
            self.user(&["user", "add", &name, "--org", "vr23", "--role", "editor"])?;
            let token = self.user(&["user", "token", &name])?;
            bearers.push(format!("Bearer {token}"));
        }
        Ok(bearers)
    }

    /// Logs in as one of the accounts of the demo; answers its cookie.
    pub fn log_in(&self, name: &str) -> Outcome<String> {
        let accounts = std::fs::read_to_string(self.data.join("accounts.txt"))?;
        let line = accounts.lines().find_map(|line| line.strip_prefix(name));
        let password = line.map(str::trim).ok_or("no such account of the demo")?;
        self.sign_in(name, password)
    }

    /// A new account of an organisation, logged in; answers its cookie.
    pub fn newcomer(&self, name: &str, organisation: &str, role: &str) -> Outcome<String> {
        let whose = ["--org", organisation, "--role", role];
        let password = self.user(&[&["user", "add", name], &whose[..]].concat())?;
        self.sign_in(name, &password)
    }

    fn sign_in(&self, name: &str, password: &str) -> Outcome<String> {
        let form = format!("name={name}&password={password}");
        let origin = format!("http://{}", self.address);
        let headers = [
            ("Content-Type", "application/x-www-form-urlencoded"),
            ("Origin", origin.as_str()),
            ("Sec-Fetch-Site", "same-origin"),
        ];
        let answer =
            Client::new(&self.address)?.ask("POST", "/login", &headers, form.as_bytes())?;
        let cookie = answer
            .header("set-cookie")
            .and_then(|value| value.split(';').next());
        cookie
            .map(str::to_owned)
            .ok_or_else(|| unexpected("/login", &answer))
    }

    /// Presses the button that says that all that is new on a page was seen.
    pub fn seen(&self, cookie: &str, page: &str) -> Outcome<()> {
        let path = page.split(['?', '#']).next().unwrap_or(page);
        let answer = Client::new(&self.address)?.get(path, &[("Cookie", cookie)])?;
        let html = String::from_utf8_lossy(&answer.body).into_owned();
        let value = |name: &str| {
            let (_, after) = html.split_once(&format!("name=\"{name}\" value=\""))?;
            after.split('"').next().map(str::to_owned)
        };
        let fields = value("until").zip(value("about"));
        let (until, about) = fields.ok_or("no button on the page that says seen")?;
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("until", &until)
            .append_pair("about", &about);
        let origin = format!("http://{}", self.address);
        let headers = [
            ("Content-Type", "application/x-www-form-urlencoded"),
            ("Origin", origin.as_str()),
            ("Sec-Fetch-Site", "same-origin"),
            ("Cookie", cookie),
        ];
        let form = form.finish();
        let answer = Client::new(&self.address)?.ask("POST", "/seen", &headers, form.as_bytes())?;
        if answer.status == 303 {
            Ok(())
        } else {
            Err(unexpected("/seen", &answer))
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
