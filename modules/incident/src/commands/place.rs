// SPDX-License-Identifier: EUPL-1.2
//! Place an object on the layer of one's own team.

use jiff::ToSpan as _;
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::geometry::{BadGeometry, BadPlace, Why, read_places};
use paraat_kernel::{Geometry, Given, Timestamp};
use paraat_ui::field::{Field, Input, Shape};

use super::{AT, FORM, INCIDENT, LINE, OBSERVED, STALE, SYSTEM, TEAM, moment};
use crate::kinds::layer::Placed;
use crate::terms::signs::{self, NAMES};

/// The verb.
pub const VERB: Verb = Verb {
    name: "place",
    fields: &[
        INCIDENT,
        Field::required("kind", Shape::Choice(NAMES)),
        Field::required("title", Shape::Line(120)),
        AT,
        Field::optional("area", Shape::Line(120)),
        Field::optional("source", Shape::Line(200)),
        TEAM,
        FORM.later(),
        SYSTEM.later(),
        OBSERVED.later(),
        STALE.later(),
        Field::optional("note", Shape::Paragraphs(1000)).later(),
        LINE,
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What the event says, still without its shape.
    pub placed: Placed,
    /// The shape as it was typed.
    pub shape: Shaped,
    /// When it was observed; none for now.
    pub observed: Option<Timestamp>,
}

/// A shape as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shaped {
    /// The places.
    pub at: String,
    /// What they make: `point`, `line`, `area`, or empty.
    pub form: String,
    /// In what they are written: `degrees`, `rd`, or empty.
    pub system: String,
}

impl Shaped {
    pub(super) fn of(input: &Input) -> Self {
        Self {
            at: input.text("at"),
            form: input.text("form"),
            system: input.text("system"),
        }
    }

    /// The shape; none when nothing was typed.
    pub(super) fn read(&self) -> Result<Option<Geometry>, Refusal> {
        if self.at.is_empty() {
            return Ok(None);
        }
        if self.at.starts_with('{') {
            let value = serde_json::from_str(&self.at).unwrap_or_default();
            return Geometry::from_geojson(&value).map(Some).map_err(no_shape);
        }
        let places = read_places(&self.at, &self.system).map_err(no_place)?;
        Geometry::of(places, &self.form).map(Some).map_err(no_shape)
    }
}

fn no_place(bad: BadPlace) -> Refusal {
    let key = match bad.why {
        Why::NotTwo => "incident-refusal-place-not-two",
        Why::Nowhere => "incident-refusal-place-nowhere",
        Why::Swapped => "incident-refusal-place-swapped",
        Why::IsRd => "incident-refusal-place-is-rd",
        Why::IsDegrees => "incident-refusal-place-is-degrees",
    };
    Refusal::new(key)
        .with("line", bad.line.to_string())
        .at("at")
}

fn no_shape(bad: BadGeometry) -> Refusal {
    let key = match bad {
        BadGeometry::TooMany(_) => "incident-refusal-shape-too-many",
        BadGeometry::TooFew => "incident-refusal-shape-too-few",
        BadGeometry::NotOne(_) => "incident-refusal-shape-not-one",
        BadGeometry::TooLarge => "incident-refusal-shape-too-large",
        BadGeometry::OffEarth => "incident-refusal-place-nowhere",
        BadGeometry::Crosses => "incident-refusal-shape-crosses",
        BadGeometry::Nested => "incident-refusal-shape-nested",
        BadGeometry::NotAShape => "incident-refusal-shape-unknown",
    };
    let count = match bad {
        BadGeometry::TooMany(count) | BadGeometry::NotOne(count) => count.to_string(),
        _ => String::new(),
    };
    let refusal = Refusal::new(key).with("count", count);
    refusal.with("line", "1").at("at")
}

/// When something of this sort is out of date, unless somebody named a time.
pub(super) fn stale(typed: &str, kind: &str, seen: Timestamp) -> String {
    if !typed.is_empty() {
        return typed.to_owned();
    }
    let minutes = signs::of(kind).stale_minutes;
    seen.checked_add(minutes.minutes())
        .unwrap_or(seen)
        .to_string()
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<Place> {
    Some(Place {
        placed: Placed {
            area: input.text("area"),
            geometry: None,
            incident: input.stream("incident")?,
            key: String::new(),
            kind: input.text("kind"),
            line: input.text("fromLine"),
            note: input.text("note"),
            source: input.text("source"),
            stale: moment(input, "stale"),
            team: input.text("team"),
            title: input.text("title"),
        },
        shape: Shaped::of(input),
        observed: input.moment("observed"),
    })
}

/// The rule. Nobody is held up for what is missing: an object without a shape has its place in
/// words, or still to be filled in, and stands in the table.
pub fn decide(command: Place, given: &Given) -> Result<Placed, Refusal> {
    let mut placed = command.placed;
    placed.geometry = command.shape.read()?;
    let seen = command.observed.unwrap_or(given.now);
    placed.stale = stale(&placed.stale, &placed.kind, seen);
    Ok(placed)
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_contract::scenario::Scenario;

    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::layer::{Command, Event, Layer};

    /// A post in the north of Limburg, as it was typed.
    pub(crate) fn post(at: &str) -> Place {
        Place {
            placed: Placed {
                geometry: None,
                stale: String::new(),
                ..placed()
            },
            shape: Shaped {
                at: at.to_owned(),
                ..Shaped::default()
            },
            observed: None,
        }
    }

    /// The same, as it is kept. A post is out of date after eight hours.
    pub(crate) fn placed() -> Placed {
        Placed {
            area: String::new(),
            geometry: Some(Geometry::Point(paraat_kernel::Place {
                lon: 61_000_000,
                lat: 515_000_000,
            })),
            incident: incident("vr23"),
            key: String::new(),
            kind: "command-post".to_owned(),
            line: String::new(),
            note: String::new(),
            source: "Verkenner".to_owned(),
            stale: "2026-11-23T18:00:00Z".to_owned(),
            team: "copi".to_owned(),
            title: "Commandopost".to_owned(),
        }
    }

    pub(crate) fn duty() -> Scenario<Layer> {
        on_duty::<Layer>()
    }

    #[test]
    fn a_team_places_on_its_own_layer_by_typed_places() {
        for at in [
            "51.5, 6.1",
            "51°30'N 6°06'E",
            "{\"type\":\"Point\",\"coordinates\":[6.1,51.5]}",
        ] {
            duty()
                .when(Command::Place(post(at)))
                .then(vec![Event::Placed(placed())]);
        }
        let in_words = Placed {
            area: "Bij de kerk van Arcen".to_owned(),
            geometry: None,
            ..placed()
        };
        let typed = Place {
            placed: Placed {
                stale: String::new(),
                ..in_words.clone()
            },
            ..post("")
        };
        duty()
            .when(Command::Place(typed))
            .then(vec![Event::Placed(in_words)]);
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Layer>(|| Command::Place(post("51.5, 6.1")));
    }

    #[test]
    fn a_place_that_is_none_is_named_with_its_line() {
        let refused = |at: &str, system: &str, form: &str, key| {
            let mut command = post(at);
            command.shape.system = system.to_owned();
            command.shape.form = form.to_owned();
            duty().when(Command::Place(command)).refused(key);
        };
        refused("hier", "", "", "incident-refusal-place-not-two");
        refused("6.1, 51.5", "", "", "incident-refusal-place-swapped");
        refused(
            "209000, 383000",
            "degrees",
            "",
            "incident-refusal-place-is-rd",
        );
        refused("51.5, 6.1", "rd", "", "incident-refusal-place-is-degrees");
        refused("99, 6.1", "", "", "incident-refusal-place-nowhere");
        refused("51.5, 6.1", "", "area", "incident-refusal-shape-too-few");
        let bow = "51 6\n52 7\n51 7\n52 6";
        refused(bow, "", "area", "incident-refusal-shape-crosses");
        refused("51 6\n20 6", "", "", "incident-refusal-shape-too-large");
        let many = "51.5, 6.1\n".repeat(501);
        refused(&many, "", "", "incident-refusal-shape-too-many");
        refused("{{{", "", "", "incident-refusal-shape-unknown");
        let nested = "{\"type\":\"GeometryCollection\",\"geometries\":[]}";
        refused(nested, "", "", "incident-refusal-shape-nested");
    }
}
