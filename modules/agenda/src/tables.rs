// SPDX-License-Identifier: EUPL-1.2
//! Read tables of the agenda.

use paraat_contract::{Table, flag, text, whole};

/// The edition of the agenda and its pillars.
pub static EDITION: Table = Table {
    name: "agenda_edition",
    columns: &[
        text("slug"),
        text("title_nl"),
        text("title_en"),
        whole("from_year"),
        whole("to_year"),
        text("note_nl"),
        text("note_en"),
        text("source"),
    ],
};

/// Ambitions: what the parties want to reach together. Pillars are rows of their own, without a
/// pillar above them.
pub static AMBITION: Table = Table {
    name: "agenda_ambition",
    columns: &[
        text("slug"),
        flag("pillar"),
        text("number"),
        text("title_nl"),
        text("title_en"),
        text("explanation_nl"),
        text("explanation_en"),
    ],
};

/// Activities: who does what, when.
pub static ACTIVITY: Table = Table {
    name: "agenda_activity",
    columns: &[
        flag("slug"),
        text("number"),
        flag("pillar"),
        flag("ambition"),
        text("title_nl"),
        text("title_en"),
        text("explanation_nl"),
        text("explanation_en"),
        text("remark_nl"),
        text("remark_en"),
        whole("from_year"),
        whole("to_year"),
        text("period"),
        flag("lead"),
        text("collective"),
        text("themes"),
        text("reach"),
        text("source"),
    ],
};

/// How activities stand, as their leads say.
pub static PROGRESS: Table = Table {
    name: "agenda_progress",
    columns: &[
        flag("activity"),
        flag("status"),
        flag("outlook"),
        text("explanation"),
        text("evidence"),
        text("occurred"),
        text("function"),
    ],
};

/// What others say beside it.
pub static COMMENT: Table = Table {
    name: "agenda_comment",
    columns: &[
        flag("activity"),
        text("text"),
        text("organisation"),
        text("occurred"),
        text("function"),
    ],
};
