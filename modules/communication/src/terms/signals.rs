// SPDX-License-Identifier: EUPL-1.2
//! What comes from society in a crisis (*omgevingsbeeld*): what people ask, say and feel.

/// Sorts of signals.
pub const SORTS: &[&str] = &["question", "rumour", "disinformation", "feeling"];

/// What is known of what people say.
pub const VERDICTS: &[&str] = &["true", "partly", "false", "unknown"];
