// SPDX-License-Identifier: EUPL-1.2
//! Lists out and in again, files of other programs, and files that are broken.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing unwrap here is a failing test, in helpers too"
)]

mod common;
mod files;
mod hostile;
mod round_trip;
mod stories;
