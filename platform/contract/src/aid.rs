// SPDX-License-Identifier: EUPL-1.2
//! What a form has from the record besides the stream that it goes to: what it begins with, what
//! stands beside its questions, what may be chosen. As pure as views: needs, then a function of
//! their answers. The door does not know of it: whoever sends the fields by a program asks nothing.

use maud::Markup;
use paraat_ui::field::Typed;
use paraat_ui::widgets::Choice;

use crate::{Answer, Need, Params, Scene};

/// How the form of a verb is helped.
#[derive(Clone, Copy)]
pub struct Aid {
    /// What it needs to know; what is filled in so far stands in `Params.query`.
    pub needs: fn(&Params) -> Vec<Need>,
    /// What comes of that.
    pub help: fn(&[Answer], &Scene) -> Help,
    /// The question that it looks along with: what stands below that one follows from what is
    /// typed there, and is asked for again while somebody types. None when nothing does.
    pub looks: Option<&'static str>,
}

/// What a form is helped with.
#[derive(Debug, Clone, Default)]
pub struct Help {
    /// What stands in fields that were left empty so far. What has no such field is left out.
    pub typed: Typed,
    /// How given fields are shown, by name of the field.
    pub facts: Vec<(&'static str, Markup)>,
    /// What stands below a question, by name of the field.
    pub beside: Vec<(&'static str, Markup)>,
    /// Answers to choose from in the place of those that the shape of a field offers.
    pub options: Vec<(&'static str, Vec<Choice>)>,
}
