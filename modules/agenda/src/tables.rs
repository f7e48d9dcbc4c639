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

/// Activities: who does what, when. `issued` is the number of the entry that issued the text as it
/// stands; who leads changes without it.
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
        whole("issued"),
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

/// New policy, laws and investments that are weighed for the Caribbean Netherlands.
pub static PROPOSAL: Table = Table {
    name: "agenda_proposal",
    columns: &[
        flag("sort"),
        text("title_nl"),
        text("title_en"),
        text("description_nl"),
        text("description_en"),
        whole("expected_year"),
        flag("status"),
        text("reason"),
        text("occurred"),
    ],
};

/// What leads declare for an island: comply, something else, or explain.
pub static EXPLANATION: Table = Table {
    name: "agenda_explanation",
    columns: &[
        flag("subject"),
        flag("island"),
        text("outcome"),
        text("need"),
        text("reasons"),
        text("text"),
        text("occurred"),
        text("function"),
    ],
};

/// What islands answer. `version` is the number of the declaration that is answered.
pub static CONSULTATION: Table = Table {
    name: "agenda_consultation",
    columns: &[
        flag("subject"),
        flag("island"),
        text("explanation"),
        whole("version"),
        text("answer"),
        text("text"),
        text("consulted"),
        text("occurred"),
        text("function"),
    ],
};

/// Who carries an activity along with its lead, and who did.
pub static CO_LEAD: Table = Table {
    name: "agenda_co_lead",
    columns: &[
        flag("activity"),
        flag("organisation"),
        text("status"),
        text("reason"),
        text("occurred"),
        text("function"),
    ],
};

/// How activities stand in the eyes of their co-leads.
pub static STATEMENT: Table = Table {
    name: "agenda_statement",
    columns: &[
        flag("activity"),
        text("status"),
        text("outlook"),
        text("explanation"),
        text("occurred"),
    ],
};

/// Whether activities are done within existing means. `outcome` tells how extra was arranged, or
/// how the activity was adjusted instead.
pub static MEANS: Table = Table {
    name: "agenda_means",
    columns: &[
        flag("activity"),
        flag("status"),
        whole("amount"),
        text("explanation"),
        text("outcome"),
        text("source"),
        text("occurred"),
        text("function"),
    ],
};

/// The joint plan of the regions, one line on an activity.
pub static JOINT_PLAN: Table = Table {
    name: "agenda_joint_plan",
    columns: &[
        flag("activity"),
        flag("stance"),
        text("plan"),
        text("paragraph"),
        text("reason"),
    ],
};

/// Plans of organisations, each seen by its owner alone.
pub static PLAN: Table = Table {
    name: "agenda_plan",
    columns: &[
        text("title"),
        flag("sort"),
        whole("from_year"),
        whole("to_year"),
    ],
};

/// Their paragraphs, in the order of the plan by part.
pub static PARAGRAPH: Table = Table {
    name: "agenda_paragraph",
    columns: &[text("plan"), text("number"), text("heading")],
};

/// Drafts, each seen by its owner alone. `joint` marks the line of the joint plan that was taken
/// over (`cards::mark_of`).
pub static DRAFT: Table = Table {
    name: "agenda_draft",
    columns: &[
        flag("activity"),
        flag("stance"),
        text("plan"),
        text("paragraph"),
        text("reason"),
        text("joint"),
    ],
};

/// How organisations take up activities, as their boards adopted it. `issue` is the number of the
/// entry of the activity that stood then.
pub static TRANSLATION: Table = Table {
    name: "agenda_translation",
    columns: &[
        flag("activity"),
        flag("stance"),
        text("plan"),
        text("paragraph"),
        text("reason"),
        text("decided_on"),
        text("body"),
        whole("issue"),
    ],
};

/// The stances of translations without their words: `activity` is `cards::place` of its address,
/// `stance` the place in `STANCES`. The matrix draws two thousand cells and reads no more for each
/// than it draws.
pub static STANCE: Table = Table {
    name: "agenda_stance",
    columns: &[whole("activity"), whole("stance"), whole("issue")],
};

/// What organisations answer for, in which round of the hearing.
pub static ACCOUNT: Table = Table {
    name: "agenda_account",
    columns: &[
        flag("edition"),
        text("explanation"),
        text("planned"),
        whole("round"),
    ],
};

/// By which day they are asked to, and in which round.
pub static HEARING: Table = Table {
    name: "agenda_hearing",
    columns: &[flag("edition"), text("answer_by"), whole("round")],
};
