// SPDX-License-Identifier: EUPL-1.2
//! The card: what everything has in common, so that lists, search, links, the start page, maps
//! and feeds are readers of one table.

use serde::{Deserialize, Serialize};

use crate::{OrganisationId, StreamId, Text, Timestamp};

/// Names one row among those that a stream produces: empty for the stream itself, else the name
/// of a part (`log-line/17`).
pub type Key = String;

/// One thing as the others see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The stream it stands in.
    pub stream: StreamId,
    /// The part of that stream, empty for the whole.
    pub part: Key,
    /// Module and kind of the thing: `agenda`, `activity`.
    pub module: String,
    /// Kind of the thing within its module.
    pub kind: String,
    /// Its name.
    pub title: Text,
    /// What else a person would search it by.
    pub body: Text,
    /// The word of its state, as named in the module's words.
    pub status: String,
    /// The organisation that it concerns now: lead, holder, addressee. Empty when there is none.
    pub holder: Option<OrganisationId>,
    /// The thing it belongs to.
    pub under: Option<StreamId>,
    /// Sorts cards of one kind among themselves: numbers padded to equal length.
    pub order: String,
    /// When it must be done.
    pub due: Option<Timestamp>,
    /// From when it no longer tells how things are.
    pub stale_after: Option<Timestamp>,
    /// From whom the next step is awaited; none while nobody is waited for.
    pub waiting_for: Option<Waiting>,
}

/// The next step of a thing, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// The organisation that is waited for.
    pub organisation: OrganisationId,
    /// Key of the words of that step: the label of a verb (`agenda-progress-report`).
    pub words: String,
    /// Path of the page or form where it is done (`/agenda/progress/report?activity=…`).
    pub at: String,
}

impl Card {
    /// A card with only what each has: its place, kind and title.
    pub fn new(stream: StreamId, module: &str, kind: &str, title: Text) -> Self {
        Self {
            stream,
            part: Key::new(),
            module: module.to_owned(),
            kind: kind.to_owned(),
            title,
            body: Text::default(),
            status: String::new(),
            holder: None,
            under: None,
            order: String::new(),
            due: None,
            stale_after: None,
            waiting_for: None,
        }
    }
}
