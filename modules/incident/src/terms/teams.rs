// SPDX-License-Identifier: EUPL-1.2
//! The teams that keep a picture of their own.

/// The teams, from the place of the incident up to the national bodies, then by column and theme.
/// After the main structure in the decree on safety regions and the national handbook of crisis
/// management (`docs/sources.md`). Who belongs to no team writes for the organisation itself.
pub const TEAMS: &[&str] = &[
    "control-room",
    "copi",
    "rot",
    "gbt",
    "rbt",
    "fire",
    "police",
    "health",
    "population",
    "water",
    "information",
    "communication",
    "liaison",
    "vital",
    "island-desk",
    "dcc",
    "ncc",
    "locc",
    "kcr2",
    "iao",
    "iccb",
    "mccb",
    "nkc",
];
