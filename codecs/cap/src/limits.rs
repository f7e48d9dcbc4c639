// SPDX-License-Identifier: EUPL-1.2
//! How much of one file is read. Real alerts stay far below all of these.

/// Bytes of a file.
pub const BYTES: usize = 1 << 20;
/// Elements in each other; an alert has four.
pub const DEPTH: usize = 20;
/// Attributes of one element, names of namespaces included.
pub const ATTRIBUTES: usize = 32;
/// Elements, texts and comments.
pub const NODES: u32 = 50_000;
/// Bytes of one value, but for a file that lies in the alert itself.
pub const TEXT: usize = 256 << 10;
/// Areas of an alert.
pub const AREAS: usize = 100;
/// Places in the outlines of one area.
pub const POINTS: usize = 10_000;
/// Findings that are kept; more do not help anybody.
pub const FINDINGS: usize = 200;
