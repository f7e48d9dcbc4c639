// SPDX-License-Identifier: EUPL-1.2
//! The pages of incidents.

mod frame;
mod gathered;
mod joins;
mod lines;
mod list;
mod log;
mod moment;
mod picture;
mod scales;
mod signs;
mod teams;
mod themes;

use paraat_contract::View;

/// All of them.
pub const ALL: &[View] = &[
    View {
        path: "",
        title: "incident-nav",
        needs: list::needs,
        render: list::render,
        topics: &["incident_incident"],
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}",
        title: "incident-picture",
        needs: picture::needs,
        render: picture::render,
        topics: &[
            "incident_incident",
            "incident_joined",
            "incident_direction",
            "incident_accepted",
            "incident_scale",
            "incident_team",
            "incident_line",
            "incident_confirmed",
            "incident_part",
        ],
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}/log",
        title: "incident-log",
        needs: log::needs,
        render: log::render,
        topics: &["incident_incident", "incident_line", "incident_confirmed"],
        ..View::PLAIN
    },
];
