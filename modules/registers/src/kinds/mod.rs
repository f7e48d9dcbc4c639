// SPDX-License-Identifier: EUPL-1.2
//! The kinds of thing in this module.

pub mod boundary;
pub mod correction;
pub mod record;
