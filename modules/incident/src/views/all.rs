// SPDX-License-Identifier: EUPL-1.2
//! Every page: the list, the pages of one crisis, the page of each thing in it.

use paraat_contract::View;

use super::{
    actions, bottlenecks, copy, decisions, facts, gathered, list, log, map, national, pack, past,
    paste, picture, questions, report, reports, roles, sealed, sealed_list, synthesis, thing,
};

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
        path: "national",
        title: "incident-national",
        needs: national::needs,
        render: national::render,
        topics: &[
            "incident_incident",
            "incident_joined",
            "incident_apart",
            "incident_scale",
            "incident_direction",
            "incident_accepted",
            "incident_part",
            "incident_bottleneck",
        ],
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}/roles",
        title: "incident-roles",
        needs: roles::needs,
        render: roles::render,
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
            "incident_apart",
            "incident_direction",
            "incident_accepted",
            "incident_scale",
            "incident_team",
            "incident_line",
            "incident_confirmed",
            "incident_part",
            "incident_synthesis",
            "incident_colour",
            "file",
        ],
        news: Some(gathered::streams),
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}/log",
        title: "incident-log",
        needs: log::needs,
        render: log::render,
        topics: &[
            "incident_incident",
            "incident_joined",
            "incident_apart",
            "incident_direction",
            "incident_accepted",
            "incident_line",
            "incident_confirmed",
            "file",
        ],
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}/map",
        title: "incident-map",
        needs: map::needs,
        render: map::render,
        topics: &[
            "incident_incident",
            "incident_joined",
            "incident_apart",
            "incident_direction",
            "incident_accepted",
            "incident_object",
            "incident_colour",
            "incident_symbols",
            "file",
        ],
        lists: &[&crate::lists::OBJECTS],
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}/facts",
        title: "incident-facts",
        needs: facts::needs,
        render: facts::render,
        topics: &[
            "incident_incident",
            "incident_joined",
            "incident_apart",
            "incident_direction",
            "incident_accepted",
            "incident_fact",
            "incident_held",
            "incident_dispute",
        ],
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}/actions",
        title: "incident-actions",
        needs: actions::needs,
        render: actions::render,
        topics: &[
            "incident_incident",
            "incident_joined",
            "incident_apart",
            "incident_direction",
            "incident_accepted",
            "incident_action",
            "incident_response",
        ],
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}/bottlenecks",
        title: "incident-bottlenecks",
        needs: bottlenecks::needs,
        render: bottlenecks::render,
        topics: &[
            "incident_incident",
            "incident_joined",
            "incident_apart",
            "incident_direction",
            "incident_accepted",
            "incident_bottleneck",
            "incident_response",
        ],
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}/decisions",
        title: "incident-decisions",
        needs: decisions::needs,
        render: decisions::render,
        topics: &[
            "incident_incident",
            "incident_joined",
            "incident_apart",
            "incident_direction",
            "incident_accepted",
            "incident_decision",
            "incident_meeting",
        ],
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}/questions",
        title: "incident-questions",
        needs: questions::needs,
        render: questions::render,
        topics: &[
            "incident_incident",
            "incident_joined",
            "incident_apart",
            "incident_direction",
            "incident_accepted",
            "incident_question",
            "incident_response",
            "incident_clock",
            "incident_report",
        ],
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}/sealed",
        title: "incident-sealed-list",
        needs: sealed_list::needs,
        render: sealed_list::render,
        topics: &[
            "incident_incident",
            "incident_joined",
            "incident_apart",
            "incident_direction",
            "incident_accepted",
            "incident_sealed",
        ],
        ..View::PLAIN
    },
    View {
        path: "sealed/{stream}",
        title: "incident-sealed",
        needs: sealed::needs,
        render: sealed::render,
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}/synthesis",
        title: "incident-synthesis",
        needs: synthesis::needs,
        render: synthesis::render,
        topics: &[
            "incident_incident",
            "incident_joined",
            "incident_apart",
            "incident_direction",
            "incident_accepted",
            "incident_synthesis",
        ],
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}/reports",
        title: "incident-reports",
        needs: reports::needs,
        render: reports::render,
        topics: &[
            "incident_incident",
            "incident_joined",
            "incident_apart",
            "incident_direction",
            "incident_accepted",
            "incident_report",
        ],
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}/report",
        title: "incident-report",
        needs: report::needs,
        render: report::render,
        document: Some(report::document),
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}/pack",
        title: "incident-pack",
        needs: pack::needs,
        render: pack::render,
        document: Some(pack::document),
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}/past",
        title: "incident-past",
        needs: past::needs,
        render: past::render,
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}/paste",
        title: "incident-paste",
        needs: paste::needs,
        render: paste::render,
        intake: Some(paste::INTAKE),
        ..View::PLAIN
    },
    View {
        path: "incident/{stream}/copy",
        title: "incident-copy",
        needs: copy::needs,
        render: copy::render,
        text: Some(copy::text),
        ..View::PLAIN
    },
    View {
        path: "action/{stream}",
        title: "incident-action",
        needs: thing::action_needs,
        render: thing::render,
        topics: &[
            "incident_action",
            "incident_response",
            "incident_dispute",
            "incident_incident",
            "file",
        ],
        ..View::PLAIN
    },
    View {
        path: "bottleneck/{stream}",
        title: "incident-bottleneck",
        needs: thing::bottleneck_needs,
        render: thing::render,
        topics: &[
            "incident_bottleneck",
            "incident_response",
            "incident_dispute",
            "incident_incident",
            "file",
        ],
        ..View::PLAIN
    },
    View {
        path: "question/{stream}",
        title: "incident-question",
        needs: thing::question_needs,
        render: thing::render,
        topics: &[
            "incident_question",
            "incident_response",
            "incident_dispute",
            "incident_incident",
            "file",
        ],
        ..View::PLAIN
    },
    View {
        path: "decision/{stream}",
        title: "incident-decision",
        needs: thing::decision_needs,
        render: thing::render,
        topics: &[
            "incident_decision",
            "incident_response",
            "incident_dispute",
            "incident_incident",
            "file",
        ],
        ..View::PLAIN
    },
    View {
        path: "meeting/{stream}",
        title: "incident-meeting",
        needs: thing::meeting_needs,
        render: thing::render,
        topics: &[
            "incident_meeting",
            "incident_response",
            "incident_dispute",
            "incident_incident",
            "file",
            "incident_joined",
            "incident_apart",
            "incident_synthesis",
            "incident_part",
            "incident_fact",
            "incident_action",
            "incident_bottleneck",
            "incident_question",
            "incident_decision",
        ],
        ..View::PLAIN
    },
    View {
        path: "fact/{stream}",
        title: "incident-fact",
        needs: thing::fact_needs,
        render: thing::render,
        topics: &[
            "incident_fact",
            "incident_dispute",
            "incident_response",
            "incident_incident",
            "file",
        ],
        ..View::PLAIN
    },
];
