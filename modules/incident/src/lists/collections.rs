// SPDX-License-Identifier: EUPL-1.2
//! What programs may read as features.

use paraat_contract::Collection;

use crate::tables::{FACT, OBJECT};

/// All of it.
pub const ALL: &[&Collection] = &[&OBJECTS, &FACTS];

/// What stands on the layers.
static OBJECTS: Collection = Collection {
    name: "incident-objects",
    title: "incident-map-objects",
    table: &OBJECT,
    properties: &[
        "incident", "team", "number", "kind", "title", "area", "source", "observed", "stale",
        "note", "key",
    ],
    shaped: true,
    time: Some(("observed", "stale")),
};

/// Facts. Their place is known in words.
static FACTS: Collection = Collection {
    name: "incident-facts",
    title: "incident-facts",
    table: &FACT,
    properties: &[
        "incident",
        "team",
        "definition",
        "what",
        "area",
        "value",
        "datum",
        "reliability",
        "source",
        "observed",
        "until",
    ],
    shaped: false,
    time: Some(("observed", "until")),
};
