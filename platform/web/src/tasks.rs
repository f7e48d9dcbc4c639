// SPDX-License-Identifier: EUPL-1.2
//! The only place that starts tasks.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};

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

/// Does what reads for a short while on the thread that it is on: to hand it to another and to wake
/// up again takes longer than most reading. None when a defect ended it.
pub(crate) fn in_place<T>(work: impl FnOnce() -> T) -> Option<T> {
    let caught = || catch_unwind(AssertUnwindSafe(work));
    // Other tasks of this thread go on elsewhere; where there is only this one they wait.
    let read = match Handle::current().runtime_flavor() {
        RuntimeFlavor::MultiThread => tokio::task::block_in_place(caught),
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
