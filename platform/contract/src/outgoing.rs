// SPDX-License-Identifier: EUPL-1.2
//! What must leave the node, found in what is recorded: no queue stands beside the record, so that
//! a crash between a hand-over and its report only takes the same there again.

use paraat_kernel::{OrganisationId, StreamId, Timestamp};

use crate::{Answer, Leaf, Need};

/// Something to be taken to a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// The stream that tells of it, where what came of it is reported.
    pub stream: StreamId,
    /// The name of the target.
    pub target: String,
    /// Names it for the receiver: the same each time it is taken there.
    pub key: String,
    /// The files, the one that matters most first; their paths are names without a folder.
    pub files: Vec<Leaf>,
}

/// What is to be taken where, and when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Due {
    /// What is due now.
    pub now: Vec<Parcel>,
    /// When something will be that is not yet; none when only news can make something due.
    pub next: Option<Timestamp>,
}

/// The part of a module that has things leave the node. Only in the real world is it asked.
#[derive(Clone, Copy)]
pub struct Outgoing {
    /// What it needs to know.
    pub needs: fn() -> Vec<Need>,
    /// What is due of the things of one organisation, given the names of all targets.
    pub due: fn(&[Answer], &OrganisationId, &[String], Timestamp) -> Due,
    /// The verb of its streams that reports what came of it, with the fields `target`, `outcome`
    /// (`handed-over`, `retried` or `failed`) and `detail`.
    pub report: &'static str,
    /// Tables whose change may make something due.
    pub topics: &'static [&'static str],
}
