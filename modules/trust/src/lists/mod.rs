// SPDX-License-Identifier: EUPL-1.2
//! The lists of trust: what leaves in a file, and what of it may come back.

mod circles;
mod keys;
mod members;

pub use circles::CIRCLES;
pub use keys::KEYS;
pub use members::MEMBERS;
