// SPDX-License-Identifier: EUPL-1.2
//! The verbs.

pub mod join;
pub mod move_object;
pub mod open;
pub mod place;
pub mod remove;
pub mod share;
pub mod write;

use paraat_authority::{Ability, Act};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Shape};

/// Every organisation writes for itself.
pub(crate) fn own(given: &Given) -> Act {
    Act {
        ability: Ability::Write,
        of: given.actor.organisation.clone(),
    }
}

/// The incident that a verb is about.
const INCIDENT: Field = Field::given(
    "incident",
    Shape::Stream {
        module: "incident",
        kind: "incident",
    },
);
/// The short name of an object on its layer.
const OBJECT: Field = Field::required("object", Shape::Line(60));
/// Latitude in 1e-7 degree.
const LAT: Field = Field::required("lat", Shape::Whole(-900_000_000, 900_000_000));
/// Longitude in 1e-7 degree.
const LON: Field = Field::required("lon", Shape::Whole(-1_800_000_000, 1_800_000_000));

#[cfg(test)]
pub(crate) mod tests {
    use paraat_kernel::{Card, StreamId, Text};

    /// The incident of an organisation.
    pub(crate) fn incident(organisation: &str) -> StreamId {
        StreamId::derived(organisation.parse().unwrap(), "incident.incident", "test")
    }

    /// Its card.
    pub(crate) fn card(organisation: &str) -> Card {
        let title = Text::typed("Hoogwater");
        Card::new(incident(organisation), "incident", "incident", title)
    }
}
