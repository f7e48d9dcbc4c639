// SPDX-License-Identifier: EUPL-1.2
//! Read tables of incidents. Each row names its incident, so that a composition asks for many.

use paraat_contract::{Table, flag, text, whole};

/// Incidents, one row a stream; `incident` is its own address.
pub static INCIDENT: Table = Table {
    name: "incident_incident",
    columns: &[flag("incident"), text("title"), text("opened")],
};

/// Which incident said that it is the same crisis as which other; part `joined/{other}`.
pub static JOINED: Table = Table {
    name: "incident_joined",
    columns: &[flag("incident"), flag("other")],
};

/// Lines of the logs; part `log-line/{number}`.
pub static LINE: Table = Table {
    name: "incident_line",
    columns: &[
        flag("incident"),
        whole("number"),
        text("text"),
        text("happened"),
    ],
};

/// What organisations see, a row a theme; part `theme/{theme}`.
pub static PART: Table = Table {
    name: "incident_part",
    columns: &[
        flag("incident"),
        flag("theme"),
        flag("status"),
        text("text"),
        text("confirmed"),
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
