// SPDX-License-Identifier: EUPL-1.2
//! The lists of the agenda: what leaves in a file, and what of it may come back.

mod activities;
mod comments;
mod progress;
mod translations;

use paraat_contract::{List, rows_at as rows};

pub use activities::ACTIVITIES;
pub use comments::COMMENTS;
pub use progress::PROGRESS;
pub use translations::{GAPS, TRANSLATIONS};

/// Those of the pages of the whole agenda.
pub const OF_ALL: &[&List] = &[&ACTIVITIES, &PROGRESS];

/// Those of the page of one activity.
pub const OF_ONE: &[&List] = &[&PROGRESS, &COMMENTS];
