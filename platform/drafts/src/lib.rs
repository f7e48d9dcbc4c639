// SPDX-License-Identifier: EUPL-1.2
//! Co-edited drafts (*concepten*): plain text that several people of one organisation type in at
//! once, before one of them records it. What others see and what is kept of it is decided
//! elsewhere; here is the text itself, what is said about it on a socket, and what a store must do.
//!
//! The text merges by Yjs (`yrs`), so any browser with Yjs can join, in any order and after any
//! pause. No clock, no socket and no disk in here.

mod key;
mod shelf;
mod text;
mod wire;

pub use key::{Key, KeyId};
pub use shelf::{Change, Shelf, ShelfFault, Shelved};
pub use text::{Draft, MOST_STATE, MOST_TEXT, NAME, NotTaken, as_one};
pub use wire::{LONGEST_STATE, Malformed, Message, Presence, answer, ask, present, update};
