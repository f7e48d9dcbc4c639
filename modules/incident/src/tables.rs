// SPDX-License-Identifier: EUPL-1.2
//! Read tables of incidents. Each row names its incident, so that a composition asks for many.

use paraat_contract::{Table, flag, text, whole};

/// Incidents, one row a stream; `incident` is its own address. `entered` is when it came to stand
/// as it does: the first row says when it was opened.
pub static INCIDENT: Table = Table {
    name: "incident_incident",
    columns: &[
        flag("incident"),
        text("title"),
        flag("sort"),
        flag("phase"),
        flag("standing"),
        text("reason"),
        text("entered"),
    ],
};

/// Which incident said that it is the same crisis as which other; part `joined/{other}`.
pub static JOINED: Table = Table {
    name: "incident_joined",
    columns: &[flag("incident"), flag("other")],
};

/// Which incident says that it has nothing to do with which other, whoever joined them; part
/// `apart/{other}`.
pub static APART: Table = Table {
    name: "incident_apart",
    columns: &[flag("incident"), flag("other")],
};

/// The clock by which an organisation reports: minutes from one report to the next.
pub static CLOCK: Table = Table {
    name: "incident_clock",
    columns: &[
        flag("incident"),
        flag("by"),
        whole("every"),
        text("first"),
        text("for_whom"),
    ],
};

/// How far organisations scaled up; part `scale/{scale}`.
pub static SCALE: Table = Table {
    name: "incident_scale",
    columns: &[
        flag("incident"),
        flag("scale"),
        flag("level"),
        text("reason"),
        text("decided_by"),
        text("decided"),
    ],
};

/// Who says what about directing the picture. `answers` is which offer of `other` it answers, as
/// that one's `said`.
pub static DIRECTION: Table = Table {
    name: "incident_direction",
    columns: &[
        flag("incident"),
        flag("stance"),
        text("other"),
        text("reason"),
        text("said"),
        text("answers"),
    ],
};

/// Which offer of whom an organisation accepted; part `accepted/{from}`.
pub static ACCEPTED: Table = Table {
    name: "incident_accepted",
    columns: &[flag("incident"), text("giver"), text("offered")],
};

/// Teams, whether they sit and how they are reached.
pub static TEAM: Table = Table {
    name: "incident_team",
    columns: &[
        flag("incident"),
        flag("team"),
        flag("standing"),
        text("place"),
        text("reach"),
        text("said"),
    ],
};

/// Lines of the logs; part `log-line/{number}`.
pub static LINE: Table = Table {
    name: "incident_line",
    columns: &[
        flag("incident"),
        flag("team"),
        whole("number"),
        text("text"),
        flag("theme"),
        flag("reliability"),
        text("source"),
        text("happened"),
    ],
};

/// Lines that were confirmed after they were written; part `confirmed/{number}`. `line` is the
/// address of the log, `#`, and the number.
pub static CONFIRMED: Table = Table {
    name: "incident_confirmed",
    columns: &[
        text("incident"),
        flag("line"),
        text("source"),
        text("confirmed"),
    ],
};

/// Facts: one figure of one place, as one team knows it.
pub static FACT: Table = Table {
    name: "incident_fact",
    columns: &[
        flag("incident"),
        flag("team"),
        flag("definition"),
        text("what"),
        text("area"),
        text("value"),
        text("datum"),
        flag("reliability"),
        text("source"),
        text("observed"),
        text("until"),
        text("held"),
        text("informed_by"),
        text("informed_at"),
        text("line"),
    ],
};

/// That there are sealed records: for who was let in, and nothing of what they say.
pub static SEALED: Table = Table {
    name: "incident_sealed",
    columns: &[
        flag("incident"),
        text("compartment"),
        text("team"),
        text("standing"),
        text("at"),
    ],
};

/// What sealed records say, for who opened them; part `entry/{number}`.
pub static SEALED_ENTRY: Table = Table {
    name: "incident_sealed_entry",
    columns: &[
        whole("number"),
        text("text"),
        text("reason"),
        text("function"),
        text("at"),
    ],
};

/// Facts that an organisation holds back.
pub static HELD: Table = Table {
    name: "incident_held",
    columns: &[
        flag("incident"),
        text("team"),
        flag("definition"),
        text("what"),
        text("area"),
        text("value"),
        text("source"),
        text("observed"),
    ],
};

/// Which organisation knows a fact of another otherwise.
pub static DISPUTE: Table = Table {
    name: "incident_dispute",
    columns: &[
        flag("fact"),
        text("value"),
        text("reason"),
        text("source"),
        text("said"),
    ],
};

/// Actions, as who gave them says they stand. `by` is who gave it.
pub static ACTION: Table = Table {
    name: "incident_action",
    columns: &[
        flag("incident"),
        flag("by"),
        flag("team"),
        whole("number"),
        text("text"),
        flag("to"),
        text("to_team"),
        text("due"),
        flag("standing"),
        text("outcome"),
        text("line"),
    ],
};

/// Bottlenecks, as who raised them says they stand.
pub static BOTTLENECK: Table = Table {
    name: "incident_bottleneck",
    columns: &[
        flag("incident"),
        flag("by"),
        flag("team"),
        whole("number"),
        text("text"),
        text("consequence"),
        text("wanted"),
        flag("to"),
        text("to_team"),
        text("below"),
        flag("standing"),
        text("outcome"),
        text("line"),
    ],
};

/// Questions for information.
pub static QUESTION: Table = Table {
    name: "incident_question",
    columns: &[
        flag("incident"),
        flag("by"),
        flag("team"),
        whole("number"),
        text("text"),
        text("decision"),
        text("form"),
        flag("to"),
        text("due"),
        flag("standing"),
        text("outcome"),
    ],
};

/// What was said to an action, a bottleneck or a question of another. `seen_in` is where the answer
/// stands in the picture: the address of a fact, or an incident, `#` and a theme.
pub static RESPONSE: Table = Table {
    name: "incident_response",
    columns: &[
        flag("incident"),
        flag("of"),
        flag("standing"),
        text("text"),
        text("said"),
        text("seen_in"),
    ],
};

/// Decisions; the grounds last, in the order of `Grounds::named`.
pub static DECISION: Table = Table {
    name: "incident_decision",
    columns: &[
        flag("incident"),
        flag("by"),
        flag("team"),
        whole("number"),
        text("text"),
        text("rests_on"),
        flag("standing"),
        text("outcome"),
        text("effect"),
        text("line"),
        text("meeting"),
        text("options"),
        text("advice"),
        text("dissent"),
        text("assumptions"),
        text("uncertainty"),
        text("society"),
        text("legal_basis"),
        text("carried_out_by"),
        text("check_on"),
    ],
};

/// Meetings.
pub static MEETING: Table = Table {
    name: "incident_meeting",
    columns: &[
        flag("incident"),
        flag("by"),
        flag("team"),
        whole("number"),
        text("at"),
        text("place"),
        text("text"),
        flag("standing"),
        text("outcome"),
    ],
};

/// The one page that says it all; part `synthesis/{number}`.
pub static SYNTHESIS: Table = Table {
    name: "incident_synthesis",
    columns: &[
        flag("incident"),
        whole("number"),
        text("officer"),
        text("what"),
        text("expected"),
        text("bottlenecks"),
        text("wanted"),
        text("published"),
    ],
};

/// Situation reports; part `report/{number}`. `seen` is the moment of their picture.
pub static REPORT: Table = Table {
    name: "incident_report",
    columns: &[
        flag("incident"),
        whole("number"),
        text("seen"),
        text("note"),
        text("expected"),
    ],
};

/// What teams see, a row a theme; part `theme/{theme}`.
pub static PART: Table = Table {
    name: "incident_part",
    columns: &[
        flag("incident"),
        flag("team"),
        flag("theme"),
        flag("status"),
        text("text"),
        text("confirmed"),
        text("stale"),
        text("every"),
    ],
};

/// The colour that an organisation chose for itself; part `colour`.
pub static COLOUR: Table = Table {
    name: "incident_colour",
    columns: &[flag("by"), flag("colour"), flag("pattern")],
};

/// The set of signs that a team chose for its layer; part `symbols`.
pub static SYMBOLS: Table = Table {
    name: "incident_symbols",
    columns: &[flag("incident"), flag("team"), text("set")],
};

/// Objects on the layers; part `object/{number}`. `geometry` is the text of a shape, the sides are
/// those of its box, in units of 1e-7 degree, WGS 84; none when its place is known in words only.
pub static OBJECT: Table = Table {
    name: "incident_object",
    columns: &[
        flag("incident"),
        flag("team"),
        whole("number"),
        flag("kind"),
        text("title"),
        text("form"),
        text("geometry"),
        text("area"),
        whole("west"),
        whole("south"),
        whole("east"),
        whole("north"),
        text("source"),
        text("observed"),
        text("stale"),
        text("note"),
        text("key"),
        text("line"),
    ],
};
