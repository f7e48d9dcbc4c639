// SPDX-License-Identifier: EUPL-1.2
//! One writes at a time. Jobs that wait together share one transaction and one fsync; each is
//! answered after the disk has it.
//!
//! Who finds nobody writing, and a disk that is quick, takes the turn on the thread it is on; all
//! others leave their job to the writer thread. On a quiet node a write so costs no change of
//! thread, which took longer than the rules and the signature together; on a busy one the thread
//! gathers what waits.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::Connection;
use tokio::sync::{broadcast, mpsc, oneshot};

use crate::Fault;
use crate::batch::{Batch, Notice};
use crate::core::Core;

/// How many jobs share a transaction at most.
const MOST_JOBS: usize = 256;
/// How many jobs wait at most; one more waits for a place (and its sender with it).
const MOST_WAITING: usize = 1024;
/// How many notices a slow listener may fall behind before it is told to ask again.
const NOTICES: usize = 1024;
/// A transaction that takes no longer than this may be done on a thread that answers requests: it
/// holds others up no longer than drawing a page does. After a longer one the disk counts as slow,
/// and all go to the writer thread, until one was quick again.
const QUICK: Duration = Duration::from_millis(3);

/// What a job says, or the fault that undid its transaction.
type Outcome<T, E> = Result<Result<T, E>, Fault>;
type Answer = Box<dyn FnOnce(Result<(), &Fault>) + Send>;
type Run = Box<dyn FnOnce(&mut Batch) -> (bool, Answer) + Send>;

struct Job {
    run: Run,
    /// True when it may write and then answer `Err`: only then does it need a savepoint, with a
    /// copy of every page that it touches.
    undoable: bool,
}

/// Takes jobs. Cheap to copy.
#[derive(Clone)]
pub struct Writer {
    turn: Arc<Mutex<Turn>>,
    jobs: mpsc::Sender<Job>,
    notices: broadcast::Sender<Arc<Notice>>,
    said: Arc<Said>,
    gone: Arc<AtomicBool>,
}

/// What the last transactions tell those who ask.
#[derive(Default)]
struct Said {
    /// True since the disk refused a write, until one succeeds.
    read_only: AtomicBool,
    /// True when the last transaction was `QUICK`.
    quick: AtomicBool,
    /// For each table the position of the last entry that changed rows of it.
    changed: Mutex<BTreeMap<&'static str, i64>>,
}

/// Stands for every table: what is made again after something was erased.
const EVERY: &str = "";

impl Said {
    fn note(&self, notice: &Notice) {
        let erased = notice.erased.then_some(EVERY);
        let tables = notice.changed.iter().map(|(table, _)| *table).chain(erased);
        let mut changed = self.changed();
        changed.extend(tables.map(|table| (table, notice.position)));
    }

    fn changed(&self) -> MutexGuard<'_, BTreeMap<&'static str, i64>> {
        self.changed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Says that the thread has ended, however it ended.
struct Gone(Arc<AtomicBool>);

impl Drop for Gone {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Writer {
    /// Starts the thread; it ends when the last `Writer` is dropped.
    pub(crate) fn start(connection: Connection, core: Core) -> Result<Self, Fault> {
        let (jobs, waiting) = mpsc::channel(MOST_WAITING);
        let (notices, _) = broadcast::channel(NOTICES);
        let said = Arc::new(Said::default());
        let turn = Turn {
            connection,
            core,
            erased: false,
            notices: notices.clone(),
            said: Arc::clone(&said),
        };
        let writer = Self {
            turn: Arc::new(Mutex::new(turn)),
            jobs,
            notices,
            said,
            gone: Arc::new(AtomicBool::new(false)),
        };
        let gone = Gone(Arc::clone(&writer.gone));
        let turn = Arc::clone(&writer.turn);
        let run = move || {
            let _gone = gone;
            work(&turn, waiting);
        };
        std::thread::Builder::new()
            .name("ledger-writer".to_owned())
            .spawn(run)?;
        Ok(writer)
    }

    /// Does a job in the next transaction and answers when the disk has it. A job that answers
    /// `Err` leaves no trace.
    pub async fn submit<T, E>(
        &self,
        job: impl FnOnce(&mut Batch) -> Result<Result<T, E>, Fault> + Send + 'static,
    ) -> Result<Result<T, E>, Fault>
    where
        T: Send + 'static,
        E: Send + 'static,
    {
        self.hand_in(wrap(job, true)).await
    }

    /// The same for a job that decides before it writes, as every command does. One that answers
    /// `Err` after it wrote is a defect: its whole transaction is undone.
    pub async fn submit_decided<T, E>(
        &self,
        job: impl FnOnce(&mut Batch) -> Result<Result<T, E>, Fault> + Send + 'static,
    ) -> Result<Result<T, E>, Fault>
    where
        T: Send + 'static,
        E: Send + 'static,
    {
        self.hand_in(wrap(job, false)).await
    }

    async fn hand_in<T, E>(&self, (job, answer): Waiting<T, E>) -> Outcome<T, E> {
        if let Some(job) = self.at_once(job) {
            self.jobs
                .send(job)
                .await
                .map_err(|_closed| Fault::Stopped)?;
        }
        answer.await.map_err(|_dropped| self.not_done())?
    }

    /// Does a command here and now when nobody writes, nobody waits and the disk is quick; else
    /// gives it back. What may be undone may be long, such as all that a partner sent.
    fn at_once(&self, job: Job) -> Option<Job> {
        let none_waits = self.jobs.capacity() == self.jobs.max_capacity();
        if job.undoable || !none_waits || !self.said.quick.load(Ordering::Relaxed) || self.stopped()
        {
            return Some(job);
        }
        let Ok(mut turn) = self.turn.try_lock() else {
            return Some(job);
        };
        turn.write(vec![job]);
        None
    }

    /// The same from a thread that may block.
    pub fn submit_blocking<T, E>(
        &self,
        job: impl FnOnce(&mut Batch) -> Result<Result<T, E>, Fault> + Send + 'static,
    ) -> Result<Result<T, E>, Fault>
    where
        T: Send + 'static,
        E: Send + 'static,
    {
        let (job, answer) = wrap(job, true);
        self.jobs
            .blocking_send(job)
            .map_err(|_closed| Fault::Stopped)?;
        answer.blocking_recv().map_err(|_dropped| self.not_done())?
    }

    /// Why a job was dropped without being run: an earlier one of its transaction met a fault.
    fn not_done(&self) -> Fault {
        if self.read_only() {
            Fault::ReadOnly("the transaction was undone".to_owned())
        } else if self.stopped() {
            Fault::Stopped
        } else {
            Fault::Undone
        }
    }

    /// What commits change, from now on.
    pub fn notices(&self) -> broadcast::Receiver<Arc<Notice>> {
        self.notices.subscribe()
    }

    /// True since the disk refused a write, until one succeeds.
    pub fn read_only(&self) -> bool {
        self.said.read_only.load(Ordering::Relaxed)
    }

    /// Position of the last entry that changed rows of a table, since the ledger was opened; 0
    /// when none did. Whoever keeps what they read of a table, and asked this first, knows by it
    /// whether that still holds: it moves before anybody is told that something was recorded.
    pub fn changed(&self, table: &str) -> i64 {
        let changed = self.said.changed();
        let of = |table: &str| changed.get(table).copied().unwrap_or(0);
        of(table).max(of(EVERY))
    }

    /// True when the thread is gone: nothing is recorded any more until a restart.
    pub fn stopped(&self) -> bool {
        self.gone.load(Ordering::Relaxed)
    }
}

/// A job, and where its answer comes.
type Waiting<T, E> = (Job, oneshot::Receiver<Outcome<T, E>>);

fn wrap<T, E>(
    job: impl FnOnce(&mut Batch) -> Result<Result<T, E>, Fault> + Send + 'static,
    undoable: bool,
) -> Waiting<T, E>
where
    T: Send + 'static,
    E: Send + 'static,
{
    let (tell, answer) = oneshot::channel();
    let run: Run = Box::new(move |batch| {
        let outcome = job(batch);
        let keep = matches!(outcome, Ok(Ok(_)));
        if let Err(fault) = &outcome {
            batch.fault = Some(repeat(fault));
        }
        let answer: Answer = Box::new(move |committed| {
            let outcome = match committed {
                Ok(()) => outcome,
                Err(fault) => Err(repeat(fault)),
            };
            // The one who asked may have gone away; what was recorded stays recorded.
            let _ = tell.send(outcome);
        });
        (keep, answer)
    });
    (Job { run, undoable }, answer)
}

/// The fault of a transaction, for each who waited for it.
fn repeat(fault: &Fault) -> Fault {
    if fault.is_disk() {
        Fault::ReadOnly(fault.to_string())
    } else {
        Fault::Damaged(fault.to_string())
    }
}

/// Whose turn it is to write has all that writing takes.
struct Turn {
    connection: Connection,
    core: Core,
    /// True while something that was erased may still stand in the log.
    erased: bool,
    notices: broadcast::Sender<Arc<Notice>>,
    said: Arc<Said>,
}

/// Does what waits, all of it in one transaction, until nobody can hand in anything any more.
fn work(turn: &Mutex<Turn>, mut waiting: mpsc::Receiver<Job>) {
    while let Some(first) = waiting.blocking_recv() {
        let mut turn = turn.lock().unwrap_or_else(PoisonError::into_inner);
        let mut jobs = vec![first];
        while jobs.len() < MOST_JOBS {
            match waiting.try_recv() {
                Ok(job) => jobs.push(job),
                Err(_) => break,
            }
        }
        turn.write(jobs);
    }
}

impl Turn {
    /// One transaction; everybody who waited for it is answered.
    fn write(&mut self, jobs: Vec<Job>) {
        let began = Instant::now();
        let mut answers = Vec::with_capacity(jobs.len());
        let mut jobs = jobs.into_iter();
        let (connection, core) = (&self.connection, &mut self.core);
        // Rules and folds of modules run in here. After a panic all that they can have left half
        // done is undone: the transaction by the file, the memory of the core by reading it again.
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            transaction(connection, core, &mut jobs, &mut answers)
        }));
        let outcome = outcome.unwrap_or(Err(Fault::Undone));
        let refused = matches!(&outcome, Err(fault) if fault.is_disk());
        self.said.read_only.store(refused, Ordering::Relaxed);
        let quick = !refused && began.elapsed() <= QUICK;
        self.said.quick.store(quick, Ordering::Relaxed);
        drop(jobs);
        match outcome {
            Ok(notice) => {
                self.erased = (self.erased || notice.erased) && !empty_log(&self.connection);
                self.said.note(&notice);
                for answer in answers {
                    answer(Ok(()));
                }
                if !notice.changed.is_empty() {
                    let _ = self.notices.send(Arc::new(notice));
                }
            }
            Err(fault) => {
                tracing::error!(%fault, "a transaction was undone");
                undo(&self.connection, &mut self.core);
                for answer in answers {
                    answer(Err(&fault));
                }
            }
        }
    }
}

/// What was erased still stands in the log beside the file until that is emptied. A reader can
/// be in the way: then it is tried again after the next commit. True when the log is empty.
pub(crate) fn empty_log(connection: &Connection) -> bool {
    let busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0));
    match busy {
        Ok(0) => true,
        Ok(_) => false,
        Err(error) => {
            tracing::error!(%error, "the log could not be emptied");
            false
        }
    }
}

fn transaction(
    connection: &Connection,
    core: &mut Core,
    jobs: &mut std::vec::IntoIter<Job>,
    answers: &mut Vec<Answer>,
) -> Result<Notice, Fault> {
    connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
    let mut batch = Batch::new(connection, core);
    for job in jobs {
        batch.begin_job(job.undoable)?;
        let (keep, answer) = (job.run)(&mut batch);
        answers.push(answer);
        if let Some(fault) = batch.fault.take() {
            return Err(fault);
        }
        batch.end_job(keep)?;
    }
    batch.sign_runs()?;
    let notice = std::mem::take(&mut batch.notice);
    connection.prepare_cached("COMMIT")?.execute([])?;
    Ok(notice)
}

fn undo(connection: &Connection, core: &mut Core) {
    if !connection.is_autocommit()
        && let Err(error) = connection.execute_batch("ROLLBACK")
    {
        tracing::error!(%error, "a transaction could not be undone");
    }
    if let Err(fault) = core.reload(connection) {
        tracing::error!(%fault, "the heads could not be read again");
    }
}
