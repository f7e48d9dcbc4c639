// SPDX-License-Identifier: EUPL-1.2
//! The pages of the agenda. Four show the same activities and share their filters, which stand in
//! the address; one shows a single activity.

mod activity;
mod board;
pub mod duties;
mod filters;
mod list;
mod look;
mod moment;
mod past;
mod reports;
mod signs;
mod timeline;
mod tree;

use paraat_contract::{Answer, Past, Row, Rows, View};

/// Tables that the four pages of the whole agenda are drawn from.
const ALL_TABLES: &[&str] = &[
    "agenda_edition",
    "agenda_ambition",
    "agenda_activity",
    "agenda_progress",
];

/// All of them.
pub const ALL: &[View] = &[
    View {
        path: "",
        title: "agenda-nav",
        needs: look::needs,
        render: tree::render,
        topics: ALL_TABLES,
        ..View::PLAIN
    },
    View {
        path: "board",
        title: "agenda-title-board",
        needs: look::needs,
        render: board::render,
        topics: ALL_TABLES,
        ..View::PLAIN
    },
    View {
        path: "timeline",
        title: "agenda-title-timeline",
        needs: look::needs,
        render: timeline::render,
        topics: ALL_TABLES,
        ..View::PLAIN
    },
    View {
        path: "list",
        title: "agenda-title-list",
        needs: look::needs,
        render: list::render,
        topics: ALL_TABLES,
        ..View::PLAIN
    },
    View {
        path: "activity/{stream}",
        title: "agenda-activity",
        needs: activity::needs,
        render: activity::render,
        topics: &[
            "agenda_ambition",
            "agenda_activity",
            "agenda_progress",
            "agenda_comment",
        ],
        ..View::PLAIN
    },
];

/// What answers the need at this place.
fn answer(answers: &[Answer], at: usize) -> Option<&Rows> {
    answers.get(at).and_then(|answer| match answer {
        Answer::Rows(found) => Some(found),
        Answer::History(_) => None,
    })
}

/// The rows that answer the need at this place.
fn rows(answers: &[Answer], at: usize) -> &[Row] {
    answer(answers, at).map_or(&[], |found| &found.rows)
}

/// The history that answers the need at this place.
fn history(answers: &[Answer], at: usize) -> &[Past] {
    match answers.get(at) {
        Some(Answer::History(past)) => past,
        _ => &[],
    }
}
