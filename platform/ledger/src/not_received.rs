// SPDX-License-Identifier: EUPL-1.2
//! What came of entries of others: what they brought, or why they were not taken.

/// Why entries of another organisation are not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotReceived {
    /// The bytes of an entry do not read as an entry.
    #[error("entry {0} of the run does not read: {1}")]
    Unreadable(usize, String),
    /// Entries of several lanes came in one run.
    #[error("a run of more than one lane")]
    Mixed,
    /// Entries are missing before this one.
    #[error("lane {lane}: entry {wanted} is missing, {found} came")]
    Gap {
        /// The lane.
        lane: String,
        /// The number that would come next.
        wanted: u64,
        /// The number that came.
        found: u64,
    },
    /// The entry does not follow from the one before it, or its payload was changed.
    #[error("lane {0}: entry {1} does not fit the chain")]
    Broken(String, u64),
    /// Another entry with the same number is already here: two nodes write one lane.
    #[error("lane {0}: entry {1} exists with other content; two nodes write this lane")]
    Fork(String, u64),
    /// No trusted root key lets this node sign, or the signature does not hold.
    #[error("lane {0}: the run is not signed by a node that its organisation let sign")]
    NotSigned(String),
    /// The stream, or the author, is of another organisation than the lane.
    #[error("lane {0}: entry {1} is for a stream of another organisation")]
    NotOwner(String, u64),
    /// It is of another world: an exercise, or the real one.
    #[error("lane {0}: this is of another space")]
    OtherSpace(String),
    /// It is a lane that this node writes itself.
    #[error("lane {0}: this node writes it itself")]
    OwnLane(String),
}

/// What a received run brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Received {
    /// Entries that are new here.
    pub fresh: u64,
    /// Entries that were here before.
    pub known: u64,
    /// Entries that want a newer Paraat: kept as they are.
    pub opaque: u64,
}
