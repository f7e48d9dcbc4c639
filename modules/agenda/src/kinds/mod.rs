// SPDX-License-Identifier: EUPL-1.2
//! The kinds of stream of the agenda, one file each: state, events, rows.

pub mod account;
pub mod activity;
pub mod ambition;
pub mod comment;
pub mod draft;
pub mod edition;
pub mod hearing;
pub mod joint_plan;
pub mod plan;
pub mod progress;
pub mod translation;
