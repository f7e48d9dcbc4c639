// SPDX-License-Identifier: EUPL-1.2
//! The pages of incidents.

mod picture;

use paraat_contract::View;

/// All of them.
pub const ALL: &[View] = &[View {
    path: "incident/{stream}",
    title: "incident-picture",
    needs: picture::needs,
    render: picture::render,
    topics: &[
        "incident_incident",
        "incident_joined",
        "incident_line",
        "incident_part",
        "incident_object",
    ],
    ..View::PLAIN
}];
