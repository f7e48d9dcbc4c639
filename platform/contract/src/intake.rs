// SPDX-License-Identifier: EUPL-1.2
//! What a page takes in that has no form of its own: pasted text, a mail. It becomes a proposal,
//! which is looked over and then recorded, thing by thing, through the one door.

use paraat_ui::Markup;
use paraat_ui::field::Typed;

use crate::{Answer, Params, Receipt, Scene, Want};

/// What was handed in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Handed {
    /// The name of the file; empty for what was pasted.
    pub name: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
    /// What else was filled in beside it.
    pub about: Typed,
}

/// A thing that was read out of it. A form has its fields as `{number}.{field}`, with the number
/// of its place, and `{number}.take` for its tick.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// Whether it is to be recorded.
    pub ticked: bool,
    /// What stands in its fields.
    pub typed: Typed,
    /// Why it was not recorded, in sentences.
    pub wrong: Vec<String>,
}

/// What is shown, and what comes back of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposal {
    /// What is the same for all things; fields of a form that have no number.
    pub about: Typed,
    /// The things.
    pub items: Vec<Item>,
    /// What should be known of the whole, in sentences.
    pub said: Vec<String>,
    /// Why nothing came of it, in a sentence.
    pub wrong: Option<String>,
    /// How many things were recorded before these, and where they are shown.
    pub recorded: Option<(usize, String)>,
    /// Names what is wanted, so that the same request again is answered, not done, twice; and whose
    /// it is.
    pub key: String,
}

/// What a page takes in.
#[derive(Clone, Copy)]
pub struct Intake {
    /// What stands in what was handed in; a proposal that says why when nothing does.
    pub read: fn(&Handed, &Scene) -> Proposal,
    /// What a thing asks for.
    pub want: fn(&Item, &Proposal, &Scene) -> Want,
    /// The page of a proposal, also of the empty one before anything was handed in; none when what
    /// the page is about is not there for this audience. Its forms are sent to their own address
    /// and bring back the key, so that what is in them can be kept over a sign-in.
    pub draw: fn(&Proposal, &[Answer], &Scene) -> Option<Markup>,
    /// Where it is shown what was recorded.
    pub lands: fn(&Params, &[Receipt]) -> String,
}

/// What a page offers to take along as plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainText {
    /// The name of the file, without its ending.
    pub name: String,
    /// What stands in it.
    pub text: String,
}
