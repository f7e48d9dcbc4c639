// SPDX-License-Identifier: EUPL-1.2
/// What went wrong below the rules: the disk, the file. Never the user's doing; what a user may
/// not do or did wrong is an answer of the call itself.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// SQLite could not do it.
    #[error("node.db: {0}")]
    Storage(#[from] rusqlite::Error),
    /// A file could not be made or its mode could not be set.
    #[error("node.db: {0}")]
    File(#[from] std::io::Error),
    /// The file was made by a newer Paraat.
    #[error("node.db has format {found}, this Paraat knows up to {known}: use a newer Paraat")]
    Newer {
        /// Format of the file.
        found: i64,
        /// Newest format that this Paraat knows.
        known: i64,
    },
    /// A migration that was applied is not the one that this Paraat has under that number.
    #[error("migration {0} of node.db is not the one that this Paraat knows")]
    Foreign(i64),
    /// The password could not be hashed: the figures in the configuration are out of range.
    #[error("argon2: {0}")]
    Hashing(argon2::Error),
    /// What stands in the file cannot be read as what it should be.
    #[error("node.db is damaged: {0}")]
    Damaged(&'static str),
}

impl Fault {
    /// True when the disk takes no more: full, read-only or gone.
    pub fn is_disk(&self) -> bool {
        use rusqlite::ErrorCode as Code;
        let Self::Storage(rusqlite::Error::SqliteFailure(error, _)) = self else {
            return matches!(self, Self::File(_));
        };
        [
            Code::DiskFull,
            Code::ReadOnly,
            Code::SystemIoFailure,
            Code::CannotOpen,
        ]
        .contains(&error.code)
    }
}
