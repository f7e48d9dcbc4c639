// SPDX-License-Identifier: EUPL-1.2
//! What the pages ask of whoever keeps who reads what is sealed, and who was let in.

use paraat_kernel::{StreamId, Timestamp, Uuid};

use crate::keeper::{Kept, Person};

/// Minutes that a reason holds for one record in one session.
pub const REASON_HOLDS: u32 = 60;

/// What is read when somebody gives the reason for reading.
pub const OPENED: &str = "opened";

/// A reading: of what, and what of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The stream.
    pub stream: StreamId,
    /// The compartment that it stands in.
    pub compartment: String,
    /// What of it: `page`, `history`, or `{module}.{kind} {verb}`.
    pub what: String,
}

/// Why somebody reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// One of the reasons that the page offers; `program` for a program.
    pub reason: String,
    /// In their own words; empty for none.
    pub note: String,
}

/// A reading as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadShown {
    /// Its number, for the next page of the list.
    pub number: i64,
    /// When.
    pub at: Timestamp,
    /// Name of the account.
    pub name: String,
    /// Functions that it held then, by name, with spaces between.
    pub functions: String,
    /// Of what.
    pub reading: Reading,
    /// Why.
    pub why: Why,
}

/// Whoever keeps the readings. They are kept of each space apart.
pub trait Reads: Send + Sync {
    /// Writes down why the person reads a sealed record in this session from now on; it holds for
    /// `REASON_HOLDS` minutes.
    fn open(&self, person: &Person, reading: Reading, why: Why) -> Kept<'_, ()>;
    /// Writes a reading down, for the reason that is given here or else the one that holds. False
    /// when there is none: then nothing was written down, and nothing may be shown.
    fn read(&self, person: &Person, reading: Reading, why: Option<Why>) -> Kept<'_, bool>;
    /// Readings by people of the person's organisation, of one record or of all, newest first, at
    /// most so many before a number.
    fn reads(
        &self,
        person: &Person,
        of: Option<StreamId>,
        before: Option<i64>,
        most: u32,
    ) -> Kept<'_, Vec<ReadShown>>;
    /// Lets an account of the administrator's organisation into a compartment, or shuts it out.
    fn let_in(&self, admin: &Person, account: Uuid, to: &str, is_in: bool) -> Kept<'_, ()>;
}
