// SPDX-License-Identifier: EUPL-1.2
//! Commands to a node: over `control.sock` when it runs, else by opening its folder. The socket
//! lies in the folder, so whoever may read the folder's keys may give commands, and nobody else.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use paraat_kernel::{Function, OrganisationId, StreamId};
use paraat_node::LOCAL;
use serde::{Deserialize, Serialize};
use tokio::runtime::Handle;

use crate::config::Config;
use crate::folder::Folder;
use crate::node::Running;
use crate::{Stop, accounts, boundaries, lists, maintenance};

/// Longest request that is read, in bytes: the borders of a file take the most.
const LONGEST: u64 = 4 * 1024 * 1024;

/// A command to a node.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Request {
    /// Add an account.
    UserAdd {
        /// Name to sign in with.
        name: String,
        /// Its organisation.
        organisation: OrganisationId,
        /// Functions it holds.
        functions: Vec<Function>,
    },
    /// Make a key for programs.
    UserToken {
        /// Name of the account.
        name: String,
        /// What it opens.
        opens: Vec<String>,
        /// Which sealed compartments it opens, when its account may.
        #[serde(default)]
        sealed: Vec<String>,
    },
    /// Let an account into sealed compartments, or shut it out of them.
    UserCompartment {
        /// Name of the account.
        name: String,
        /// Into these.
        add: Vec<String>,
        /// Out of these.
        remove: Vec<String>,
    },
    /// Take the text of one entry out of the record for good.
    Withdraw {
        /// The stream it stands in.
        stream: StreamId,
        /// Its version.
        version: u64,
        /// Why, in words.
        reason: String,
    },
    /// Copy everything to a new folder.
    Backup {
        /// The folder.
        to: PathBuf,
    },
    /// Take borders into the registers.
    ImportBoundaries(boundaries::Found),
    /// Write a list to a file.
    ListOut(lists::Out),
    /// Take a file into a list.
    ListIn {
        /// Name of the list.
        name: String,
        /// The file and how it is taken.
        file: lists::In,
    },
}

#[derive(Serialize, Deserialize)]
struct Reply {
    code: u8,
    said: String,
}

/// Gives a command to the node of this folder; answers what it says.
pub fn ask(data: &Path, request: Request) -> Result<String, Stop> {
    if let Ok(stream) = UnixStream::connect(data.join("control.sock")) {
        return ask_running(stream, &request);
    }
    let demo = data.join("demo-folder").exists();
    let folder = Folder::open(data, demo)?;
    let config = Config::read(folder.root())?;
    let runtime = tokio::runtime::Runtime::new()?;
    let node = Running::open(folder, &config)?;
    runtime.block_on(answer(&node, request))
}

fn ask_running(mut stream: UnixStream, request: &Request) -> Result<String, Stop> {
    let wrong = |error: serde_json::Error| Stop::wrong(error.to_string());
    let mut line = serde_json::to_vec(request).map_err(wrong)?;
    line.push(b'\n');
    stream.write_all(&line)?;
    let mut said = String::new();
    stream.read_to_string(&mut said)?;
    let reply: Reply = serde_json::from_str(&said).map_err(wrong)?;
    if reply.code == 0 {
        Ok(reply.said)
    } else {
        Err(Stop {
            code: reply.code,
            said: reply.said,
        })
    }
}

async fn answer(node: &Running, request: Request) -> Result<String, Stop> {
    match request {
        Request::UserAdd {
            name,
            organisation,
            functions,
        } => accounts::add(node, &name, &organisation, &functions).await,
        Request::UserToken {
            name,
            opens,
            sealed,
        } => token(node, &name, &opens, &sealed),
        Request::UserCompartment { name, add, remove } => {
            accounts::compartments(node, &name, &add, true).await?;
            accounts::compartments(node, &name, &remove, false).await?;
            Ok(format!("recorded for {name}"))
        }
        Request::Withdraw {
            stream,
            version,
            reason,
        } => maintenance::withdraw(node, stream, version, reason).await,
        Request::Backup { to } => {
            maintenance::backup(node, &to)?;
            Ok(format!("copied to {}", to.display()))
        }
        Request::ListOut(asked) => lists::out(node, &asked),
        Request::ListIn { name, file } => lists::take_in(node, &name, &file).await,
        Request::ImportBoundaries(found) => boundaries::import(node, found).await,
    }
}

fn token(node: &Running, name: &str, opens: &[String], sealed: &[String]) -> Result<String, Stop> {
    let wrong = |error: paraat_node::Fault| Stop::wrong(error.to_string());
    let account = node.store.account_of(LOCAL, name).map_err(wrong)?;
    let account = account.ok_or_else(|| Stop::wrong(format!("there is no account {name}")))?;
    accounts::make_token(
        &node.store,
        account.id,
        ("paraat user token", opens, sealed),
        node.now(),
    )
}

/// Listens for commands until the node ends.
pub fn listen(node: Arc<Running>, runtime: Handle) -> Result<(), Stop> {
    let path = node.folder.path("control.sock");
    // The folder is ours (it is locked): a socket that lies there is left over.
    let _ = std::fs::remove_file(&path);
    let listener = UnixListener::bind(path)?;
    let run = move || {
        for stream in listener.incoming().flatten() {
            if let Err(error) = serve_one(&node, &runtime, stream) {
                tracing::warn!(%error, "a command could not be answered");
            }
        }
    };
    std::thread::Builder::new()
        .name("control".to_owned())
        .spawn(run)?;
    Ok(())
}

fn serve_one(node: &Running, runtime: &Handle, stream: UnixStream) -> Result<(), Stop> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut line = String::new();
    BufReader::new(stream.try_clone()?)
        .take(LONGEST)
        .read_line(&mut line)?;
    let reply = match serde_json::from_str(&line) {
        Ok(request) => match runtime.block_on(answer(node, request)) {
            Ok(said) => Reply { code: 0, said },
            Err(stop) => Reply {
                code: stop.code,
                said: stop.said,
            },
        },
        Err(error) => Reply {
            code: 2,
            said: error.to_string(),
        },
    };
    let bytes = serde_json::to_vec(&reply).map_err(|error| Stop::wrong(error.to_string()))?;
    (&stream).write_all(&bytes)?;
    Ok(())
}
