// SPDX-License-Identifier: EUPL-1.2
//! The kinds of stream of the agenda, one file each: state, events, rows.

pub mod account;
pub mod activity;
pub mod ambition;
pub mod co_lead;
pub mod comment;
pub mod consultation;
pub mod draft;
pub mod edition;
pub mod explanation;
pub mod hearing;
pub mod joint_plan;
pub mod means;
pub mod plan;
pub mod progress;
pub mod proposal;
pub mod statement;
pub mod translation;
