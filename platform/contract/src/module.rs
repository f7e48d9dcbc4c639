// SPDX-License-Identifier: EUPL-1.2
use paraat_kernel::{Language, StreamId};

use crate::{AnyKind, Change, Nav, Outgoing, Public, Table, Tasks, View};

/// A module: data that lists what it has. A new one touches its folder and one line in
/// `server/src/modules.rs`.
pub struct Module {
    /// Its name, also the first part of its paths.
    pub name: &'static str,
    /// Its kinds.
    pub kinds: &'static [&'static dyn AnyKind],
    /// Its read tables.
    pub tables: &'static [&'static Table],
    /// The reference data it brings along, as rows of streams that are in nobody's ledger: the
    /// same in every node with this version. Corrections are entries.
    pub baseline: fn() -> Vec<(StreamId, Change)>,
    /// Its pages.
    pub views: &'static [View],
    /// What it finds to be done, beside what cards say of themselves.
    pub tasks: Option<Tasks>,
    /// What everybody reads of it without signing in.
    pub public: Option<Public>,
    /// What of it leaves the node.
    pub outgoing: Option<Outgoing>,
    /// Its menu entry, for those who are signed in.
    pub nav: Option<Nav>,
    /// Its words, one source a language.
    pub words: &'static [(Language, &'static str)],
}
