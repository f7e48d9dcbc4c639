// SPDX-License-Identifier: EUPL-1.2
//! Read tables of the registers. The first two hold the baseline and nothing else.

use paraat_contract::{Table, flag, text, whole};

/// The list of organisations, as corrections name it.
pub const ORGANISATIONS: &str = "organisations";

/// The short lists, in the order they are shown.
pub const LISTS: &[&str] = &[
    "kinds",
    "themes",
    "baseline-requirements",
    "explain-reasons",
    "time-zones",
    "vital-processes",
    "collectives",
];

/// Organisations. `languages` and `represents` are lists with commas, `optional` and `verified`
/// are `yes` or `no`, days are `YYYY-MM-DD`, `sort` keeps the order of the source.
pub static ORGANISATION: Table = Table {
    name: "registers_organisation",
    columns: &[
        flag("slug"),
        flag("kind"),
        text("name_nl"),
        text("name_en"),
        text("short"),
        text("code"),
        text("province"),
        text("police_unit"),
        text("time_zone"),
        text("languages"),
        text("represents"),
        text("optional"),
        text("source"),
        text("valid_from"),
        text("valid_until"),
        text("verified"),
        text("sort"),
    ],
};

/// Lines of the short lists. `detail` is the IANA name of a time zone, the ministry of a vital
/// process, `threat` or `cross-cutting` of a theme; empty in the other lists.
pub static ENTRY: Table = Table {
    name: "registers_entry",
    columns: &[
        flag("list"),
        flag("slug"),
        text("name_nl"),
        text("name_en"),
        text("explanation_nl"),
        text("explanation_en"),
        text("detail"),
        text("source"),
        text("valid_from"),
        text("verified"),
        text("sort"),
    ],
};

/// Corrections, one row a field; part: the field. A field is named as its column, with hyphens.
pub static CORRECTION: Table = Table {
    name: "registers_correction",
    columns: &[
        flag("list"),
        flag("slug"),
        text("field"),
        text("value"),
        text("source"),
        text("valid_from"),
        flag("organisation"),
    ],
};

/// Boundaries, one row a year; part: the year. `rings` is the text of an outline.
pub static BOUNDARY: Table = Table {
    name: "registers_boundary",
    columns: &[
        flag("area"),
        text("name"),
        whole("year"),
        text("source"),
        text("rings"),
        flag("organisation"),
    ],
};
