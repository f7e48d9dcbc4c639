// SPDX-License-Identifier: EUPL-1.2
//! Commands on a data folder: verify, backup, restore.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, RwLock};

use paraat_kernel::{Function, Space, StreamId, Uuid};
use paraat_ledger::envelope::Author;
use paraat_ledger::seal::Signer;
use paraat_ledger::{Ledger, NotWithdrawn, Setup, rows_in, verify};
use paraat_spine::{SystemClock, SystemEntropy};

use crate::Stop;
use crate::blobs::{self, BLOBS};
use crate::folder::Folder;
use crate::modules::MODULES;
use crate::node::Running;

/// Files that a backup holds besides the ledger; keys are among them, so keep backups safe.
const BESIDE: &[&str] = &["config.toml", "demo-folder", "accounts.txt"];

/// How a ledger is opened, with this signer.
pub fn setup(space: Space, signer: Signer) -> Setup {
    Setup {
        space,
        modules: MODULES.to_vec(),
        clock: Arc::new(SystemClock),
        entropy: Arc::new(SystemEntropy),
        signer: Arc::new(RwLock::new(signer)),
    }
}

/// Proves that the ledger is whole, without the node. Exit code 1 when it is not.
pub fn check(data: &Path) -> Result<(), Stop> {
    let folder = Folder::existing(data)?;
    let signer = Signer::new(&[0; 32], BTreeMap::new());
    let report = verify(&folder.ledger(), &setup(folder.own_space(), signer))?;
    for (organisation, root) in &report.roots {
        println!("root key\t{organisation}\t{root}");
    }
    let (entries, lanes) = (report.entries, report.lanes);
    println!(
        "entries\t{entries}\nlanes\t{lanes}\nwithdrawn\t{}",
        report.withdrawn
    );
    println!("unsigned\t{}", report.unsigned);
    let broken = match report.broken {
        None => files_broken(&folder)?,
        broken => broken,
    };
    match broken {
        None => {
            println!("whole");
            Ok(())
        }
        Some(broken) => {
            println!("broken\t{broken}");
            Err(Stop::wrong(format!("the ledger is not whole: {broken}")))
        }
    }
}

/// What is wrong with the bytes of the files that the record names: none when those of the
/// organisations of this node are all there, and all that are there are what was recorded.
fn files_broken(folder: &Folder) -> Result<Option<String>, Stop> {
    let rows = rows_in(&folder.ledger(), &blobs::every())?.rows;
    let hosted = folder.hosted()?;
    println!("files\t{}", rows.len());
    for row in rows {
        let said = |what: &str| {
            let (stream, name) = (&row.stream, row.text("name"));
            Ok(Some(format!("stream {stream}, file {name}: {what}")))
        };
        let code = row.text("code");
        if !blobs::is_code(code) {
            return said("it has no code");
        }
        match std::fs::read(folder.path(BLOBS).join(code)) {
            Ok(bytes) if blobs::digest(&bytes) == row.text("digest") => {}
            Ok(_) => return said("its bytes were changed"),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                if hosted.contains(&row.stream.owner) {
                    return said("its bytes are gone");
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(None)
}

/// Copies the files of a node that is open into a new folder. The node's own file comes first and
/// the ledger after it: every function, token and session in the copy is then of a moment that the
/// copied ledger knows.
pub fn backup(node: &Running, to: &Path) -> Result<(), Stop> {
    let folder = &node.folder;
    if to.exists() && std::fs::read_dir(to)?.next().is_some() {
        return Err(Stop::usage(format!("{} is not empty", to.display())));
    }
    let target = Folder::open(to, folder.path("demo-folder").exists())?;
    node.store
        .backup(&target.path("node.db"))
        .map_err(|e| Stop::wrong(e.to_string()))?;
    copy_beside(folder, &target)?;
    node.spine.ledger().backup(&target.ledger())?;
    // What the copied ledger names was on the disk, whole and for good, before it was recorded.
    let named = blobs::codes(&rows_in(&target.ledger(), &blobs::every())?);
    node.blobs.copy(&named, &target.path(BLOBS))
}

fn copy_beside(from: &Folder, to: &Folder) -> Result<(), Stop> {
    for name in BESIDE {
        let file = from.path(name);
        if file.exists() {
            std::fs::copy(&file, to.path(name))?;
        }
    }
    for entry in std::fs::read_dir(from.path("keys"))? {
        let entry = entry?;
        std::fs::copy(entry.path(), to.path("keys").join(entry.file_name()))?;
    }
    Ok(())
}

/// Puts a backup back into an empty folder, erases again what was withdrawn, and proves it whole
/// before anything serves it.
pub fn restore(from: &Path, data: &Path) -> Result<(), Stop> {
    let source = Folder::existing(from)?;
    if data.exists() && std::fs::read_dir(data)?.next().is_some() {
        let said = "is not empty; restore into a new or empty folder";
        return Err(Stop::usage(format!("{} {said}", data.display())));
    }
    let target = Folder::open(data, source.path("demo-folder").exists())?;
    let _lock = target.lock()?;
    copy_beside(&source, &target)?;
    for name in ["ledger.db", "node.db"] {
        std::fs::copy(source.path(name), target.path(name))?;
    }
    let signer = target.signer(&SystemEntropy)?;
    let ledger = Ledger::open(&target.ledger(), setup(Space::live(), signer))?;
    let again = ledger
        .writer
        .submit_blocking(|batch| batch.withdraw_again().map(Ok::<_, ()>))?
        .unwrap_or_default();
    // After that, so that the bytes of what was withdrawn do not come back.
    let named = blobs::codes(&ledger.reader.rows_for_judge(&blobs::every())?);
    blobs::copy(&source.path(BLOBS), &named, &target.path(BLOBS))?;
    drop(ledger);
    println!("sessions ended\t{}", end_sessions(&target)?);
    println!("withdrawn again\t{again}");
    check(data)
}

/// Ends the sessions that came back with a backup: who was signed in then signs in again.
fn end_sessions(folder: &Folder) -> Result<usize, Stop> {
    let wrong = |fault: paraat_node::Fault| Stop::wrong(fault.to_string());
    let entropy = Arc::new(SystemEntropy);
    let config = paraat_node::Config::default();
    let store = paraat_node::Node::open(&folder.path("node.db"), config, entropy).map_err(wrong)?;
    let mut ended = 0;
    let mut after = None;
    loop {
        let accounts = store.accounts(None, after, 500).map_err(wrong)?;
        let Some(last) = accounts.last() else {
            return Ok(ended);
        };
        after = Some(last.id);
        for account in &accounts {
            ended += store.end_sessions(account.id).map_err(wrong)?;
        }
    }
}

/// Erases the payload of one entry of an organisation of this node. The entry, its number and
/// its hash stay; another one says what was withdrawn and why.
pub async fn withdraw(
    node: &Running,
    stream: StreamId,
    version: u64,
    reason: String,
) -> Result<String, Stop> {
    if reason.trim().is_empty() {
        return Err(Stop::usage("say why it is withdrawn: --reason \"…\""));
    }
    let author = Author {
        account: Uuid::nil(),
        function: Function::Admin.name().to_owned(),
        organisation: stream.owner.clone(),
    };
    let said = format!("{stream}, version {version}");
    let writer = &node.spine.ledger().writer;
    let done = writer
        .submit(move |batch| {
            let now = batch.now();
            batch.withdraw(&stream, version, &reason, author, now)
        })
        .await?;
    match done {
        Ok(_) => {
            // The bytes of a file that the entry named go with it, when no other entry names them.
            let forgotten = node.store.forget_recorded_uploads();
            forgotten.map_err(|fault| Stop::wrong(fault.to_string()))?;
            blobs::sweep(&node.blobs, &node.spine)?;
            Ok(format!("withdrawn: {said}"))
        }
        Err(NotWithdrawn::NotThere) => Err(Stop::wrong(format!("{said}: there is no such entry"))),
        Err(NotWithdrawn::Already) => Err(Stop::wrong(format!("{said}: withdrawn before"))),
        Err(NotWithdrawn::IsWithdrawal) => Err(Stop::wrong(format!(
            "{said}: this records a withdrawal and stays"
        ))),
        Err(NotWithdrawn::NotOwn) => Err(Stop::wrong(format!(
            "{said}: its owner's node withdraws it"
        ))),
    }
}
