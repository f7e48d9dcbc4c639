// SPDX-License-Identifier: EUPL-1.2
//! The kinds of stream of the agenda, one file each: state, events, rows.

pub mod activity;
pub mod ambition;
pub mod comment;
pub mod edition;
pub mod progress;
