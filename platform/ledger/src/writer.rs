// SPDX-License-Identifier: EUPL-1.2
//! The one thread that writes. Jobs that wait together share one transaction and one fsync; each
//! is answered after the disk has it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

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

/// Hands jobs to the writer thread. Cheap to copy.
#[derive(Clone)]
pub struct Writer {
    jobs: mpsc::Sender<Job>,
    notices: broadcast::Sender<Arc<Notice>>,
    read_only: Arc<AtomicBool>,
    gone: Arc<AtomicBool>,
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
        let read_only = Arc::new(AtomicBool::new(false));
        let writer = Self {
            jobs,
            notices: notices.clone(),
            read_only: Arc::clone(&read_only),
            gone: Arc::new(AtomicBool::new(false)),
        };
        let gone = Gone(Arc::clone(&writer.gone));
        let run = move || {
            let _gone = gone;
            work(connection, core, waiting, &notices, &read_only);
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
        self.jobs
            .send(job)
            .await
            .map_err(|_closed| Fault::Stopped)?;
        answer.await.map_err(|_dropped| self.not_done())?
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
        self.read_only.load(Ordering::Relaxed)
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

fn work(
    connection: Connection,
    mut core: Core,
    mut waiting: mpsc::Receiver<Job>,
    notices: &broadcast::Sender<Arc<Notice>>,
    read_only: &AtomicBool,
) {
    let mut erased = false;
    while let Some(first) = waiting.blocking_recv() {
        let mut jobs = vec![first];
        while jobs.len() < MOST_JOBS {
            match waiting.try_recv() {
                Ok(job) => jobs.push(job),
                Err(_) => break,
            }
        }
        let mut answers = Vec::with_capacity(jobs.len());
        let mut jobs = jobs.into_iter();
        // Rules and folds of modules run in here. After a panic all that they can have left half
        // done is undone: the transaction by the file, the memory of the core by reading it again.
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            transaction(&connection, &mut core, &mut jobs, &mut answers)
        }));
        let outcome = outcome.unwrap_or(Err(Fault::Undone));
        read_only.store(
            matches!(&outcome, Err(fault) if fault.is_disk()),
            Ordering::Relaxed,
        );
        drop(jobs);
        match outcome {
            Ok(notice) => {
                erased = (erased || notice.erased) && !empty_log(&connection);
                for answer in answers {
                    answer(Ok(()));
                }
                if !notice.changed.is_empty() {
                    let _ = notices.send(Arc::new(notice));
                }
            }
            Err(fault) => {
                tracing::error!(%fault, "a transaction was undone");
                undo(&connection, &mut core);
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
