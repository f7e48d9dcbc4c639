// SPDX-License-Identifier: EUPL-1.2
//! The lists of the agenda: what leaves in a file, and what of it may come back.

mod activities;
mod comments;
mod progress;

use paraat_contract::{Answer, List, Row};

pub use activities::ACTIVITIES;
pub use comments::COMMENTS;
pub use progress::PROGRESS;

/// Those of the pages of the whole agenda.
pub const OF_ALL: &[&List] = &[&ACTIVITIES, &PROGRESS];

/// Those of the page of one activity.
pub const OF_ONE: &[&List] = &[&PROGRESS, &COMMENTS];

/// The rows that answer the need at this place.
fn rows(answers: &[Answer], at: usize) -> &[Row] {
    match answers.get(at) {
        Some(Answer::Rows(found)) => &found.rows,
        _ => &[],
    }
}
