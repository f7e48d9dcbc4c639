// SPDX-License-Identifier: EUPL-1.2
//! The modules of Paraat. A new one is one line here and one in Cargo.toml.

use paraat_contract::{Collection, Module};

/// Every module, in the order of the menu.
pub const MODULES: &[&Module] = &[
    &paraat_incident::MODULE,
    &paraat_communication::MODULE,
    &paraat_agenda::MODULE,
    &paraat_registers::MODULE,
    &paraat_trust::MODULE,
];

/// What programs may read as features, at `/ogc`.
pub const COLLECTIONS: &[&Collection] = paraat_incident::lists::collections::ALL;
