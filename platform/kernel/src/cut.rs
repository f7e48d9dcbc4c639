// SPDX-License-Identifier: EUPL-1.2
//! A state of the world that has a name everywhere.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A state of the world: of each lane (by its name, as [`crate::LaneId`] writes it) the number of
/// the last entry that belongs to it. A moment means something on one node only; a cut means the
/// same on every node that holds those entries, and one that lacks some of them can say so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cut(pub BTreeMap<String, u64>);

impl Cut {
    /// True when it names no lane.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
