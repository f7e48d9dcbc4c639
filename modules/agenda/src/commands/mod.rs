// SPDX-License-Identifier: EUPL-1.2
//! The verbs of the agenda, one file each: what it asks, the rule, its refusals, its tests.

pub mod adopt;
pub mod answer;
pub mod assign;
pub mod comment;
pub mod confirm;
pub mod issue_activity;
pub mod issue_ambition;
pub mod issue_edition;
pub mod list_plan;
pub mod open_hearing;
pub mod propose;
pub mod record;
pub mod report;
