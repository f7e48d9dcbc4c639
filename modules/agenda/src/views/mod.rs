// SPDX-License-Identifier: EUPL-1.2
//! The pages of the agenda. Four show the same activities and share their filters, which stand in
//! the address; one shows a single activity. Three more tell how it all is weighed for the islands
//! of the Caribbean Netherlands.

mod activity;
mod acts;
mod asked;
mod board;
mod board_report;
mod board_report_islands;
mod board_report_joint;
mod board_report_leads;
mod board_report_means;
mod board_report_translation;
pub(crate) mod caribbean;
mod cell;
pub(crate) mod coverage;
mod covered;
pub mod duties;
mod exchange;
pub(crate) mod filters;
pub(crate) mod gaps;
pub(crate) mod islands;
mod joint;
mod list;
mod look;
pub(crate) mod matrix;
mod means;
pub(crate) mod mine;
pub(crate) mod moment;
pub(crate) mod own;
mod own_forms;
mod past;
mod proposal;
mod reports;
pub(crate) mod sheet;
mod signs;
mod stances;
mod suggest;
mod timeline;
mod translated;
mod tree;
mod waits;

use paraat_contract::{Answer, Past, Rows, View, rows_at as rows};

use crate::lists;

/// Tables that the four pages of the whole agenda are drawn from.
const ALL_TABLES: &[&str] = &[
    "agenda_edition",
    "agenda_ambition",
    "agenda_activity",
    "agenda_progress",
];

/// Tables that tell how all is weighed for the islands.
const WEIGHED: &[&str] = &[
    "agenda_activity",
    "agenda_proposal",
    "agenda_explanation",
    "agenda_consultation",
];

/// All of them.
pub const ALL: &[View] = &[
    View {
        path: "",
        title: "agenda-nav",
        needs: look::needs,
        render: tree::render,
        topics: ALL_TABLES,
        lists: lists::OF_ALL,
        ..View::PLAIN
    },
    View {
        path: "board",
        title: "agenda-title-board",
        needs: look::needs,
        render: board::render,
        topics: ALL_TABLES,
        lists: lists::OF_ALL,
        ..View::PLAIN
    },
    View {
        path: "timeline",
        title: "agenda-title-timeline",
        needs: look::needs,
        render: timeline::render,
        topics: ALL_TABLES,
        lists: lists::OF_ALL,
        ..View::PLAIN
    },
    View {
        path: "list",
        title: "agenda-title-list",
        needs: look::needs_of_list,
        render: list::render,
        topics: &[
            "agenda_edition",
            "agenda_ambition",
            "agenda_activity",
            "agenda_progress",
            "agenda_means",
            "agenda_co_lead",
            "agenda_statement",
        ],
        lists: lists::OF_LIST,
        ..View::PLAIN
    },
    View {
        path: "report",
        title: "agenda-title-board-report",
        needs: board_report::needs,
        render: board_report::render,
        topics: board_report::TABLES,
        document: Some(board_report::document),
        from_start: true,
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
            "agenda_explanation",
            "agenda_consultation",
            "agenda_co_lead",
            "agenda_statement",
            "agenda_means",
            "agenda_translation",
            "agenda_draft",
            "agenda_joint_plan",
            "agenda_account",
            "agenda_hearing",
        ],
        lists: lists::OF_ONE,
        ..View::PLAIN
    },
    View {
        path: "caribbean",
        title: "agenda-title-caribbean",
        needs: caribbean::needs,
        render: caribbean::render,
        topics: WEIGHED,
        lists: &[&lists::WEIGHED],
        ..View::PLAIN
    },
    View {
        path: "caribbean/{subject}/{island}",
        title: "agenda-title-caribbean",
        needs: exchange::needs,
        render: exchange::render,
        topics: WEIGHED,
        lists: &[&lists::WEIGHED],
        ..View::PLAIN
    },
    View {
        path: "proposal/{stream}",
        title: "agenda-proposal",
        needs: proposal::needs,
        render: proposal::render,
        topics: &[
            "agenda_proposal",
            "agenda_explanation",
            "agenda_consultation",
        ],
        lists: &[&lists::WEIGHED],
        ..View::PLAIN
    },
    View {
        path: "matrix",
        title: "agenda-title-matrix",
        needs: sheet::needs,
        render: matrix::render,
        topics: sheet::TABLES,
        lists: &[&lists::TRANSLATIONS],
        ..View::PLAIN
    },
    View {
        path: "gaps",
        title: "agenda-title-gaps",
        needs: sheet::needs,
        render: gaps::render,
        topics: sheet::TABLES,
        lists: &[&lists::GAPS],
        ..View::PLAIN
    },
    View {
        path: "own",
        title: "agenda-view-own",
        needs: own::needs,
        render: own::render,
        lists: &[&lists::OWN],
        ..View::PLAIN
    },
    View {
        path: "translation/{organisation}/{activity}",
        title: "agenda-translation",
        needs: cell::needs,
        render: cell::render,
        topics: sheet::TABLES,
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

/// The history that answers the need at this place.
fn history(answers: &[Answer], at: usize) -> &[Past] {
    match answers.get(at) {
        Some(Answer::History(past)) => past,
        _ => &[],
    }
}
