// SPDX-License-Identifier: EUPL-1.2
//! What is spoken about in a crisis, so that it can be agreed who does.

/// The topics of the sender matrix, from the event itself to what it means.
pub const TOPICS: &[&str] = &[
    "event",
    "advice",
    "victims",
    "crime",
    "water",
    "health",
    "supply",
    "evacuation",
    "damage",
    "meaning",
];
