// SPDX-License-Identifier: EUPL-1.2
//! The pages of trust.

/// All of them.
pub const ALL: &[paraat_contract::View] = &[];
