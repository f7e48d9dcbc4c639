// SPDX-License-Identifier: EUPL-1.2
//! What everybody reads without signing in: whole files, made from what is of the public class and
//! kept ready, so that who reads them costs nothing and a plain web server can hold a copy.

use std::collections::BTreeMap;

use paraat_kernel::{OrganisationId, Text, Timestamp};

use crate::{Answer, Need};

/// One file that everybody may read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Its path, without a slash at its ends: `public/en`. A page is the index of a folder.
    pub path: String,
    /// Its media type, with the character set.
    pub kind: &'static str,
    /// What stands in it.
    pub body: Vec<u8>,
}

/// What leaves are made with, besides answers.
pub struct Outside<'a> {
    /// Names of organisations by id, as the registers have them.
    pub organisations: &'a BTreeMap<OrganisationId, Text>,
    /// The time zone of the node, an IANA name.
    pub zone: &'a str,
    /// When they are made.
    pub now: Timestamp,
    /// What must stand on all of them: that this is an exercise, or a demo. Else empty.
    pub marking: &'a str,
    /// What stands before their paths from outside: an address without a slash at its end, or
    /// nothing when it is not known.
    pub base: &'a str,
}

/// The public part of a module.
#[derive(Clone, Copy)]
pub struct Public {
    /// What it needs to know.
    pub needs: fn() -> Vec<Need>,
    /// All its files.
    pub leaves: fn(&[Answer], &Outside) -> Vec<Leaf>,
    /// Tables whose change makes them out of date.
    pub topics: &'static [&'static str],
}
