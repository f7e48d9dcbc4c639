// SPDX-License-Identifier: EUPL-1.2
//! Who speaks to the public in a crisis. Each keeps its own voice; the words name them.

/// Those who may be the sender of a message: of the municipality the mayor, of the region the chair
/// (*Wet veiligheidsregio's*, art. 39), in criminal matters the public prosecutor, of the water the
/// water board, of the State the minister, on an island the governor of that island.
pub const AUTHORITIES: &[&str] = &[
    "mayor",
    "chair",
    "prosecutor",
    "water-board",
    "minister",
    "island-governor",
    "health",
    "provider",
    "other",
];
