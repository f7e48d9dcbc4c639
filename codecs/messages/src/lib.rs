// SPDX-License-Identifier: EUPL-1.2
//! What people have at hand when a crisis starts, as messages: pasted text, an exported chat, a
//! mail, lines of a control room, a tab of another system. Each message has its text, and its time
//! and sender where those stand before it. Reading answers what was found and what was not sure of
//! it; it never fails on what somebody wrote, and no character of it is lost.
//!
//! ```
//! use paraat_messages::{Given, Handed, read};
//!
//! let given = Given {
//!     now: "2026-11-23T21:00:00Z".parse()?,
//!     zone: jiff::tz::TimeZone::UTC,
//!     headings: &[],
//!     senders: &["meldkamer"],
//! };
//! let handed = Handed { name: "", bytes: b"20:14 Meldkamer: dijk verzakt\n20:20 weg dicht" };
//! let found = read(handed, &given)?;
//! assert_eq!(found.messages[0].from, "Meldkamer");
//! assert_eq!(found.messages[1].at, Some("2026-11-23T20:20:00Z".parse()?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod divide;
mod head;
mod mail;
mod message;
mod read;
mod scan;
mod text;
mod walk;
mod when;

pub use message::{Finding, Form, Given, Handed, Message, Read, Refused};
pub use read::read;

/// Most bytes that a file may have: a mail brings its attachments, of which nothing is taken.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;
/// Most bytes of text that are read at once. Some hundred pages; more is no first picture.
pub const MOST_TEXT: usize = 256 * 1024;
/// Most messages that are read at once.
pub const MOST_MESSAGES: usize = 2_000;
/// Most characters of one message. A longer one is divided, at the end of a sentence if it can be.
pub const MOST_CHARACTERS: usize = 4_000;
