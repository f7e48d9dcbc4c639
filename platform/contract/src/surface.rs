// SPDX-License-Identifier: EUPL-1.2
//! Doors for machines beside the API: each answers what is read at its own part of the addresses,
//! from the same desk and for the same audience as a page.

use paraat_authority::Audience;
use paraat_kernel::Timestamp;
use paraat_ui::words::Words;

use crate::{Broken, Desk, Table};

/// A request to such a door.
pub struct Called<'a> {
    /// What follows the name of the door, without slashes at its ends.
    pub path: &'a str,
    /// What stands behind the question mark, in order.
    pub query: &'a [(String, String)],
    /// The header `Accept`, empty when there is none.
    pub accept: &'a str,
    /// Address of the door from outside, without a slash at its end.
    pub base: &'a str,
    /// What must stand on all that it answers: that this is an exercise. Empty in the real world.
    pub marking: &'a str,
    /// As whom they look.
    pub audience: &'a Audience,
    /// The words of all modules.
    pub words: &'a Words,
    /// When it came.
    pub now: Timestamp,
}

/// What a door answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Status of the answer.
    pub status: u16,
    /// Type of the content.
    pub kind: &'static str,
    /// Further headers.
    pub headers: Vec<(&'static str, String)>,
    /// The content.
    pub body: Vec<u8>,
}

/// A door for machines. It only reads; whoever may not read is turned away before it.
pub trait Surface: Send + Sync {
    /// The first part of its addresses.
    fn name(&self) -> &'static str;

    /// Its answer. Blocks for as long as reading takes.
    fn answer(&self, desk: &dyn Desk, called: &Called) -> Result<Said, Broken>;
}

/// Rows of a read table that programs may read as features.
#[derive(Debug, Clone, Copy)]
pub struct Collection {
    /// Its name in addresses, kebab-case.
    pub name: &'static str,
    /// Key of its title in the words.
    pub title: &'static str,
    /// The table.
    pub table: &'static Table,
    /// Its columns that are served, and that can be filtered on.
    pub properties: &'static [&'static str],
    /// True when it has the columns `geometry`, `west`, `south`, `east` and `north`, as
    /// `Geometry::to_text` and `Geometry::bounds` make them.
    pub shaped: bool,
    /// The columns that say from when a row is so, and until when; an empty end is open.
    pub time: Option<(&'static str, &'static str)>,
}
