// SPDX-License-Identifier: EUPL-1.2
//! The verbs of the agenda, one file each: what it asks, the rule, its refusals, its tests.

pub mod assign;
pub mod comment;
pub mod issue_activity;
pub mod issue_ambition;
pub mod issue_edition;
pub mod report;
