// SPDX-License-Identifier: EUPL-1.2
//! The parent of `paraat print`, and of whatever else is done in a process of its own: starts it,
//! feeds it, and stops it when it takes too much.

use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::{self, Scope, ScopedJoinHandle};
use std::time::{Duration, Instant};

use paraat_kernel::Document;

use crate::fault::Fault;
use crate::room::Room;

/// Two at once: each takes a processor and up to `Limits::memory`, and the node needs both too.
static ROOM: Room = Room::new(2, 16);

/// How much of what a child complains about is kept.
const COMPLAINT: u64 = 4_096;

/// How often is looked whether a child that has said everything has ended.
const GLANCE: Duration = Duration::from_millis(2);

/// What making a PDF may take.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Time from the start of the child until it has ended; also what it may use of a processor,
    /// twice, because it has two threads.
    pub time: Duration,
    /// Memory of the child, in bytes of address space.
    pub memory: u64,
    /// Size of the file, in bytes.
    pub size: u64,
    /// How long to wait while two others are being made.
    pub patience: Duration,
    /// The program whose `print` does the work; this program itself when none is given.
    pub program: Option<PathBuf>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(20),
            memory: 1_536 * 1_024 * 1_024,
            size: 64 * 1_024 * 1_024,
            patience: Duration::from_secs(10),
            program: None,
        }
    }
}

/// The PDF of a document: PDF/A-3a and PDF/UA-1. Blocks while it is made, at most `patience` and
/// `time` together: call it on a thread that may wait.
pub fn pdf(document: &Document, limits: &Limits) -> Result<Vec<u8>, Fault> {
    apart("print", limits, &|input| {
        serde_json::to_writer(input, document).map_err(io::Error::from)
    })
}

/// Writes what a child reads.
type Feed<'a> = &'a (dyn Fn(&mut dyn Write) -> io::Result<()> + Sync);

/// What a command of this program makes of what it is fed, in a process of its own. Blocks as
/// [`pdf`] does, and waits for the same places.
pub fn apart(command: &str, limits: &Limits, feed: Feed<'_>) -> Result<Vec<u8>, Fault> {
    let _place = ROOM.enter(limits.patience).ok_or(Fault::Busy)?;
    let until = Instant::now() + limits.time;
    let mut child = Kept(start(command, limits)?);
    thread::scope(|scope| {
        let made = speak(scope, &mut child, feed, limits, until);
        if made.is_err() {
            // Threads that write to it or read from it end with it, and the scope waits for them.
            child.stop();
        }
        made
    })
}

/// Feeds the child and reads what it makes, each on a thread, so that no full pipe holds all up.
fn speak<'scope>(
    scope: &'scope Scope<'scope, '_>,
    child: &mut Kept,
    feed: Feed<'scope>,
    limits: &Limits,
    until: Instant,
) -> Result<Vec<u8>, Fault> {
    let streams = (
        child.0.stdin.take(),
        child.0.stdout.take(),
        child.0.stderr.take(),
    );
    let (Some(input), Some(output), Some(errors)) = streams else {
        return Err(io::Error::other("it has no streams").into());
    };
    let thread = thread::Builder::new;
    let fed = thread().spawn_scoped(scope, move || fed_with(feed, input))?;
    let complaint = thread().spawn_scoped(scope, move || read(errors, COMPLAINT))?;
    let (tell, told) = mpsc::channel();
    let most = limits.size.saturating_add(1);
    thread().spawn_scoped(scope, move || tell.send(read(output, most)))?;
    let file = match told.recv_timeout(until.saturating_duration_since(Instant::now())) {
        Ok(file) => file?,
        Err(RecvTimeoutError::Timeout) => return Err(Fault::OverTime(limits.time)),
        Err(RecvTimeoutError::Disconnected) => {
            return Err(io::Error::other("its output was lost").into());
        }
    };
    if u64::try_from(file.len()).unwrap_or(u64::MAX) > limits.size {
        return Err(Fault::OverSize(limits.size));
    }
    let status = child.end(until)?.ok_or(Fault::OverTime(limits.time))?;
    if status.success() {
        joined(fed)??;
        return Ok(file);
    }
    let complaint = joined(complaint)??;
    Err(why(status, &String::from_utf8_lossy(&complaint), limits))
}

/// A child that is not left behind, whatever happens.
struct Kept(Child);

impl Kept {
    fn stop(&mut self) {
        // It may have ended by itself: then there is nothing to stop.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }

    /// How it ended; none when it is still there at that moment.
    fn end(&mut self, until: Instant) -> io::Result<Option<ExitStatus>> {
        loop {
            if let Some(status) = self.0.try_wait()? {
                return Ok(Some(status));
            }
            if Instant::now() >= until {
                return Ok(None);
            }
            thread::sleep(GLANCE);
        }
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.stop();
    }
}

fn start(command: &str, limits: &Limits) -> io::Result<Child> {
    let program = match &limits.program {
        Some(program) => program.clone(),
        None => this_program()?,
    };
    let cpu = limits.time.as_secs().saturating_mul(2).max(1);
    Command::new(program)
        .arg(command)
        .args(["--memory", &limits.memory.to_string()])
        .args(["--seconds", &cpu.to_string()])
        .env_clear()
        // Each thread has an arena and a stack, and the address space is limited.
        .env("RAYON_NUM_THREADS", "2")
        .env("MALLOC_ARENA_MAX", "2")
        // KiB that the allocator reserves at a time: by itself a GiB, more than the child may have.
        .env("MIMALLOC_ARENA_RESERVE", "16384")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
}

/// The program that runs now, also when an update has put another in its place on the disk.
fn this_program() -> io::Result<PathBuf> {
    let running = Path::new("/proc/self/exe");
    match running.exists() {
        true => Ok(running.to_owned()),
        false => std::env::current_exe(),
    }
}

/// Feeds a child. One that ends early does not read it all: how it ended says more than the broken
/// pipe.
fn fed_with(feed: Feed<'_>, input: ChildStdin) -> io::Result<()> {
    let mut input = BufWriter::with_capacity(64 * 1_024, input);
    let written = feed(&mut input).and_then(|()| input.flush());
    written.or_else(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(error),
    })
}

fn read(from: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn joined<T>(thread: ScopedJoinHandle<'_, T>) -> io::Result<T> {
    let lost = |_| io::Error::other("a thread that spoke to it panicked");
    thread.join().map_err(lost)
}

/// Why a child ended without a file.
fn why(status: ExitStatus, complaint: &str, limits: &Limits) -> Fault {
    use std::os::unix::process::ExitStatusExt as _;

    /// Signals of Linux: abort, bus error, kill, segment violation, processor time.
    const MEMORY: [i32; 3] = [6, 7, 11];
    const TIME: [i32; 2] = [9, 24];
    /// What is said by who asks for memory, or for a longer stack, and gets none.
    const WANTS_MEMORY: [&str; 2] = ["memory allocation", "Cannot allocate memory"];

    match status.signal() {
        Some(signal) if TIME.contains(&signal) => Fault::OverTime(limits.time),
        Some(signal) if MEMORY.contains(&signal) => Fault::OverMemory,
        _ if WANTS_MEMORY.iter().any(|it| complaint.contains(it)) => Fault::OverMemory,
        _ => Fault::Refused(complaint.trim().to_owned()),
    }
}
