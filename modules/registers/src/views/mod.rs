// SPDX-License-Identifier: EUPL-1.2
//! The pages of the registers.

/// All of them.
pub const ALL: &[paraat_contract::View] = &[];
