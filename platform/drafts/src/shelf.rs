// SPDX-License-Identifier: EUPL-1.2
use paraat_kernel::Timestamp;

use crate::{Key, KeyId};

/// What is kept of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelved {
    /// Names this life of the draft: a draft that began anew has another.
    pub born: u64,
    /// The recorded text that it began from.
    pub base: String,
    /// What was typed, as Yjs updates, oldest first.
    pub updates: Vec<Vec<u8>>,
}

/// What is to be kept of a draft.
#[derive(Debug, Clone)]
pub struct Change<'a> {
    /// Which draft.
    pub key: &'a Key,
    /// Names this life of the draft.
    pub born: u64,
    /// The recorded text that it began from.
    pub base: &'a str,
    /// What was typed since the last time, as one Yjs update; with `whole` all of the draft.
    pub update: Vec<u8>,
    /// True when this stands in the place of all that was kept before.
    pub whole: bool,
}

/// The store could not do it; the sentence is for the log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ShelfFault(pub String);

/// Where drafts are kept. Calls block until the disk has it.
pub trait Shelf: Send + Sync {
    /// What is kept of a draft; none when nothing is.
    ///
    /// # Errors
    /// `ShelfFault` when it cannot be read.
    fn shelved(&self, id: &KeyId) -> Result<Option<Shelved>, ShelfFault>;

    /// Keeps what was typed in several drafts, all or nothing.
    ///
    /// # Errors
    /// `ShelfFault` when the disk refuses.
    fn keep(&self, changes: &[Change<'_>], now: Timestamp) -> Result<(), ShelfFault>;

    /// Throws away what is kept of a draft.
    ///
    /// # Errors
    /// `ShelfFault` when the disk refuses.
    fn discard(&self, id: &KeyId) -> Result<(), ShelfFault>;
}
