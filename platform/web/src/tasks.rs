// SPDX-License-Identifier: EUPL-1.2
//! The only place that starts tasks.

use std::future::Future;

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
