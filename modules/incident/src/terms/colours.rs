// SPDX-License-Identifier: EUPL-1.2
//! How an organisation is told from others in a picture and on a map: by its name always, and
//! beside it by a colour with a pattern. The colours are none of those that say how serious
//! something is, and the patterns none of those.

/// The colours, by name; the style sheet has each for light and for dark, with a contrast of at
/// least 3 on every ground.
pub const COLOURS: &[&str] = &["violet", "teal", "magenta", "brown", "indigo", "slate"];

/// The patterns.
pub const PATTERNS: &[&str] = &["plain", "bars", "posts", "grid"];
