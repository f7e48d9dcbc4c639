// SPDX-License-Identifier: EUPL-1.2
/// What went wrong below the rules: the disk, the file, the thread. Never the user's doing.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// SQLite could not do it.
    #[error("storage: {0}")]
    Storage(#[from] rusqlite::Error),
    /// The disk is full or gone: nothing was recorded, reading goes on.
    #[error("the disk takes no more: {0}")]
    ReadOnly(String),
    /// The writer has stopped.
    #[error("the writer has stopped")]
    Stopped,
    /// A job panicked, which is a defect in a rule, or met a fault: its transaction was undone,
    /// with all jobs that shared it.
    #[error("a job panicked or met a fault, its transaction was undone")]
    Undone,
    /// The ledger was made by a newer Paraat.
    #[error("this ledger has format {found}, this Paraat reads up to {known}: use a newer Paraat")]
    NewerFormat {
        /// Format of the file.
        found: i64,
        /// Newest format that this Paraat reads.
        known: i64,
    },
    /// A migration that was applied is not the one this Paraat has.
    #[error("migration {0} of this ledger is not the one this Paraat knows")]
    OtherMigration(i64),
    /// A file could not be read or written.
    #[error("file: {0}")]
    File(#[from] std::io::Error),
    /// What stands in the ledger contradicts itself.
    #[error("the ledger is damaged: {0}")]
    Damaged(String),
    /// The folder is already in use, or is not empty where it must be.
    #[error("{0}")]
    Folder(String),
}

impl Fault {
    /// True when the file system refuses writes: full, read-only or gone.
    pub fn is_disk(&self) -> bool {
        use rusqlite::ErrorCode::{
            CannotOpen, DiskFull, FileLockingProtocolFailed, ReadOnly, SystemIoFailure,
        };
        match self {
            Self::ReadOnly(_) => true,
            Self::Storage(rusqlite::Error::SqliteFailure(error, _)) => matches!(
                error.code,
                DiskFull | ReadOnly | SystemIoFailure | CannotOpen | FileLockingProtocolFailed
            ),
            _ => false,
        }
    }
}
