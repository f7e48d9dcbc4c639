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

/// Who says what about directing the picture.
pub static DIRECTION: Table = Table {
    name: "incident_direction",
    columns: &[
        flag("incident"),
        flag("stance"),
        text("other"),
        text("reason"),
        text("said"),
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

/// Lines that were confirmed after they were written; part `confirmed/{number}`.
pub static CONFIRMED: Table = Table {
    name: "incident_confirmed",
    columns: &[
        flag("incident"),
        whole("number"),
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
    ],
};

/// Objects on the layers; part `object/{object}`. Coordinates in units of 1e-7 degree, WGS 84.
pub static OBJECT: Table = Table {
    name: "incident_object",
    columns: &[
        flag("incident"),
        text("object"),
        flag("kind"),
        text("title"),
        whole("lat"),
        whole("lon"),
        text("seen"),
    ],
};
