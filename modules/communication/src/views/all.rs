// SPDX-License-Identifier: EUPL-1.2
//! Every page: what goes out now, one message and all that it becomes, one alert, the channels.

use paraat_contract::View;

use super::{alert, board, contacts, crisis, message, outputs, overview, signals};

/// All of them.
pub const ALL: &[View] = &[
    View {
        path: "",
        title: "communication-nav",
        needs: overview::needs,
        render: overview::render,
        topics: &["communication_message", "communication_alert", "card"],
        ..View::PLAIN
    },
    View {
        path: "board",
        title: "communication-board",
        needs: board::needs,
        render: board::render,
        topics: &["communication_alert", "communication_delivery"],
        ..View::PLAIN
    },
    View {
        path: "contacts",
        title: "communication-contacts",
        needs: contacts::needs,
        render: contacts::render,
        topics: &["communication_contact"],
        ..View::PLAIN
    },
    View {
        path: "signals",
        title: "communication-signals",
        needs: signals::needs,
        render: signals::render,
        topics: &["communication_signal"],
        ..View::PLAIN
    },
    View {
        path: "crisis/{stream}",
        title: "communication-nav",
        needs: crisis::needs,
        render: crisis::render,
        topics: &[
            "card",
            "communication_voice",
            "communication_signal",
            "communication_alert",
            "communication_message",
        ],
        ..View::PLAIN
    },
    View {
        path: "message/{stream}",
        title: "communication-message",
        needs: message::needs,
        render: message::render,
        topics: &[
            "communication_message",
            "communication_variant",
            "communication_say",
            "communication_contact",
        ],
        ..View::PLAIN
    },
    View {
        path: "message/{stream}/outputs",
        title: "communication-outputs",
        needs: outputs::needs,
        render: outputs::render,
        document: Some(outputs::document),
        text: Some(outputs::text),
        ..View::PLAIN
    },
    View {
        path: "alert/{stream}",
        title: "communication-alert",
        needs: alert::needs,
        render: alert::render,
        topics: &[
            "communication_alert",
            "communication_alert_text",
            "communication_handed",
            "communication_delivery",
        ],
        ..View::PLAIN
    },
];
