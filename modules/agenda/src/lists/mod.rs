// SPDX-License-Identifier: EUPL-1.2
//! The lists of the agenda: what leaves in a file, and what of it may come back.

mod activities;
mod co_leads;
mod comments;
mod means;
mod own;
mod progress;
mod translations;
mod weighed;

use paraat_contract::{Line, List, Scene, rows_at as rows};

use crate::commands::write;

pub use activities::ACTIVITIES;
pub use co_leads::CO_LEADS;
pub use comments::COMMENTS;
pub use means::MEANS;
pub use own::OWN;
pub use progress::PROGRESS;
pub use translations::{GAPS, TRANSLATIONS};
pub use weighed::WEIGHED;

/// Those of the pages of the whole agenda.
pub const OF_ALL: &[&List] = &[&ACTIVITIES, &PROGRESS];

/// Those of the list of the whole agenda, which shows more of each activity.
pub const OF_LIST: &[&List] = &[&ACTIVITIES, &PROGRESS, &MEANS, &CO_LEADS];

/// Those of the page of one activity.
pub const OF_ONE: &[&List] = &[&PROGRESS, &COMMENTS, &CO_LEADS, &WEIGHED];

/// True when this audience writes for its own organisation.
fn writes(scene: &Scene) -> bool {
    let own = scene.audience.organisation.clone();
    own.is_some_and(|of| scene.permit(&write(of)).permitted())
}

/// The version that a line was made from. Where nothing stands yet nobody can have been first, so
/// that a file of another node comes in too.
fn seen(line: &Line) -> Option<u64> {
    let here = line.was.as_ref().and_then(|was| was.get("version"));
    if here.is_some_and(|version| version == "0") {
        return Some(0);
    }
    line.seen("version")
}
