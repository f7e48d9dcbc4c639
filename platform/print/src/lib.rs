// SPDX-License-Identifier: EUPL-1.2
//! A [`Document`](paraat_kernel::Document) as a page to read (HTML), a file to work on (ODT) and
//! a file to keep (PDF).
//!
//! The first two are pure functions. A PDF is typeset by a child process, `paraat print`, because
//! typesetting takes time and memory that grow with what people wrote: the child has limits on
//! both, and what goes wrong in it ends the child and not the node.
//!
//! Other work on what strangers made is done in such a process too (`apart`).
//!
//! Whatever stands in a document, each of the three comes out: `prepare` says what becomes of text
//! that a file cannot hold.

#[cfg(test)]
mod arbitrary;
mod child;
mod fault;
mod fit;
mod glyphs;
mod html;
mod notices;
mod odt;
mod pdf;
mod prepare;
mod room;
mod words;
mod world;

pub use child::{Bounds, bind, child};
pub use fault::Fault;
pub use html::html;
pub use notices::{HELD, NOTICES};
pub use odt::odt;
pub use pdf::{Limits, apart, pdf};
