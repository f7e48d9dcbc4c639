// SPDX-License-Identifier: EUPL-1.2
//! The only place that starts tasks.

use std::future::Future;

use paraat_contract::Broken;

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

/// Does what blocks on a thread where that is allowed.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Broken> {
    // The runtime's own message of a panic names file and line and no person; the log has it.
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|ended| Broken(ended.to_string()))
}
