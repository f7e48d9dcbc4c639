// SPDX-License-Identifier: EUPL-1.2
//! The only place that starts tasks.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::runtime::{Handle, RuntimeFlavor};

/// Starts a task with a name; the log says when it ends by a defect.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the wrapper that others are sent to"
)]
pub fn spawn(name: &'static str, task: impl Future<Output = ()> + Send + 'static) {
    let running = tokio::spawn(task);
    tokio::spawn(async move {
        if let Err(ended) = running.await
            && ended.is_panic()
        {
            tracing::error!(task = name, "a task ended by a defect");
        }
    });
}

/// How many threads of the runtime read now without having handed over what else they had to do.
static READING: AtomicUsize = AtomicUsize::new(0);

/// One of these threads, until this is dropped.
struct Reading;

impl Reading {
    /// None when half of the threads read already: the others are left to serve.
    fn begin(threads: usize) -> Option<Self> {
        let counted = Self;
        let before = READING.fetch_add(1, Ordering::Relaxed);
        (before < threads / 2).then_some(counted)
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        READING.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Does what reads for a short while on the thread that it is on: to hand it to another and to wake
/// up again takes longer than most reading. None when a defect ended it.
pub(crate) fn in_place<T>(work: impl FnOnce() -> T) -> Option<T> {
    let caught = || catch_unwind(AssertUnwindSafe(work));
    let runtime = Handle::current();
    let read = match runtime.runtime_flavor() {
        RuntimeFlavor::MultiThread => match Reading::begin(runtime.metrics().num_workers()) {
            Some(_reading) => caught(),
            // Other tasks of this thread go on elsewhere.
            None => tokio::task::block_in_place(caught),
        },
        // There is only this one thread: they wait.
        _ => caught(),
    };
    if read.is_err() {
        tracing::error!("a defect while reading");
    }
    read.ok()
}

/// Does what blocks on a thread where that is allowed; none when a defect ended it.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    match tokio::task::spawn_blocking(work).await {
        Ok(answer) => Some(answer),
        Err(ended) => {
            tracing::error!(%ended, "a defect while reading");
            None
        }
    }
}
