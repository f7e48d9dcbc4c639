// SPDX-License-Identifier: EUPL-1.2
use std::time::Duration;

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Others are being made and enough wait for them: ask again later.
    #[error("other documents are being made: try again in a minute")]
    Busy,
    /// It took longer than it may, and was stopped.
    #[error("the document was not ready within {} seconds", .0.as_secs_f32())]
    OverTime(Duration),
    /// It needed more memory than it may, and was stopped.
    #[error("the document needs more memory than it may use: make it in parts")]
    OverMemory,
    /// The file became larger than it may.
    #[error("the file became larger than {0} bytes: make it in parts")]
    OverSize(u64),
    /// It could not be typeset; the reason is for whoever runs the node.
    #[error("the document could not be typeset: {0}")]
    Refused(String),
    /// What came in is no document.
    #[error("this is no document: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// The child process could not be started or spoken to, or did not get its limits.
    #[error("the child process: {0}")]
    Process(#[from] std::io::Error),
}
