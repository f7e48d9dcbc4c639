// SPDX-License-Identifier: EUPL-1.2
//! Shapes on the earth: a point, a line or an area, in whole numbers of 1e-7 degree. They are kept
//! in the form of GeoJSON (RFC 7946), with whole numbers in the place of fractions.

mod check;
mod json;
mod rd;
mod touch;
mod typed;
mod wkt;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::Place;

pub use check::{BadGeometry, MOST_PLACES};
pub use rd::{from_rd, to_rd};
pub use typed::{BadPlace, Why, read_places};

/// Units of a coordinate in a degree.
pub const DEGREE: i64 = 10_000_000;

/// A shape. The rings of an area are closed: the first place stands again at the end; the first
/// ring goes around, the others are holes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(tag = "type", content = "coordinates")]
pub enum Geometry {
    /// One place.
    Point(Place),
    /// At least two places.
    LineString(Vec<Place>),
    /// At least one ring of four places.
    Polygon(Vec<Vec<Place>>),
}

/// A box around places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The corner with the least longitude and latitude.
    pub least: Place,
    /// The corner with the greatest.
    pub most: Place,
}

impl Bounds {
    /// The box around these; none around nothing.
    pub fn around(places: impl IntoIterator<Item = Place>) -> Option<Self> {
        places.into_iter().fold(None, |bounds, place| {
            Some(bounds.map_or(Self::at(place), |it: Self| it.with(Self::at(place))))
        })
    }

    fn at(place: Place) -> Self {
        Self {
            least: place,
            most: place,
        }
    }

    /// The box around both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let (one, two) = (self.least, other.least);
        let least = Place {
            lon: one.lon.min(two.lon),
            lat: one.lat.min(two.lat),
        };
        let (one, two) = (self.most, other.most);
        let most = Place {
            lon: one.lon.max(two.lon),
            lat: one.lat.max(two.lat),
        };
        Self { least, most }
    }
}

impl Geometry {
    /// All its places.
    pub fn places(&self) -> Vec<Place> {
        match self {
            Self::Point(place) => vec![*place],
            Self::LineString(places) => places.clone(),
            Self::Polygon(rings) => rings.iter().flatten().copied().collect(),
        }
    }

    /// The box around it.
    pub fn bounds(&self) -> Bounds {
        Bounds::around(self.places()).unwrap_or(Bounds::at(Place::default()))
    }

    /// What it is, in one word: `point`, `line` or `area`.
    pub fn form(&self) -> &'static str {
        match self {
            Self::Point(_) => "point",
            Self::LineString(_) => "line",
            Self::Polygon(_) => "area",
        }
    }

    /// The text in which read tables keep it.
    pub fn to_text(&self) -> String {
        // Whole numbers and words always serialise.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What `to_text` wrote.
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// The shape of these places: one is a point, more are a line, and an area when the last is the
    /// first or when that is asked for.
    pub fn of(mut places: Vec<Place>, form: &str) -> Result<Self, BadGeometry> {
        let closed = places.len() > 3 && places.first() == places.last();
        let shape = match (form, places.as_slice()) {
            ("" | "point", [place]) => Self::Point(*place),
            ("point", _) => return Err(BadGeometry::NotOne(places.len())),
            ("area", _) => {
                if !closed {
                    places.extend(places.first().copied());
                }
                Self::Polygon(vec![places])
            }
            ("", _) if closed => Self::Polygon(vec![places]),
            _ => Self::LineString(places),
        };
        shape.checked()
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.lon, self.lat).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (lon, lat) = Deserialize::deserialize(deserializer)?;
        Ok(Self { lon, lat })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon: i64, lat: i64) -> Place {
        Place {
            lon: lon * DEGREE,
            lat: lat * DEGREE,
        }
    }

    #[test]
    fn places_make_the_shape_that_fits_them() {
        let three = || vec![at(5, 51), at(6, 51), at(6, 52)];
        let form = |places, form| Geometry::of(places, form).map(|it| it.form());
        assert_eq!(form(vec![at(5, 51)], ""), Ok("point"));
        assert_eq!(form(three(), ""), Ok("line"));
        assert_eq!(form(three(), "area"), Ok("area"));
        let closed = [three(), vec![at(5, 51)]].concat();
        assert_eq!(form(closed, ""), Ok("area"));
        assert_eq!(form(three(), "point"), Err(BadGeometry::NotOne(3)));
        assert_eq!(form(vec![at(5, 51)], "area"), Err(BadGeometry::TooFew));
        assert_eq!(form(vec![], ""), Err(BadGeometry::TooFew));
    }

    #[test]
    fn what_is_kept_reads_back() {
        let area = Geometry::of(vec![at(5, 51), at(6, 51), at(6, 52)], "area").unwrap();
        assert_eq!(Geometry::from_text(&area.to_text()), Some(area.clone()));
        let point = Geometry::Point(Place { lon: 1, lat: -2 });
        let text = r#"{"type":"Point","coordinates":[1,-2]}"#;
        assert_eq!(point.to_text(), text);
        let bounds = area.bounds();
        assert_eq!((bounds.least, bounds.most), (at(5, 51), at(6, 52)));
    }
}
