// SPDX-License-Identifier: EUPL-1.2
//! Shapes as well-known text (OGC 06-103r4, section 7), in degrees, east first: what geographical
//! programs read from a column of a table.

use super::{DEGREE, Geometry};
use crate::Place;

impl Geometry {
    /// The shape as well-known text, in degrees of WGS 84.
    pub fn to_wkt(&self) -> String {
        match self {
            Self::Point(place) => format!("POINT ({})", written(*place)),
            Self::LineString(places) => format!("LINESTRING {}", series(places)),
            Self::Polygon(rings) => {
                let rings: Vec<String> = rings.iter().map(|ring| series(ring)).collect();
                format!("POLYGON ({})", rings.join(", "))
            }
        }
    }
}

fn series(places: &[Place]) -> String {
    let places: Vec<String> = places.iter().copied().map(written).collect();
    format!("({})", places.join(", "))
}

fn written(place: Place) -> String {
    format!("{} {}", degrees(place.lon), degrees(place.lat))
}

fn degrees(units: i64) -> String {
    let sign = if units < 0 { "-" } else { "" };
    let (size, one) = (units.unsigned_abs(), DEGREE.unsigned_abs());
    let text = format!("{sign}{}.{:07}", size / one, size % one);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_written_in_full_on_both_sides_of_zero() {
        let saba = Place {
            lon: -632_390_000,
            lat: 176_300_001,
        };
        let point = Geometry::Point(saba).to_wkt();
        assert_eq!(point, "POINT (-63.239 17.6300001)");
        let near = Place {
            lon: -1,
            lat: 510_000_000,
        };
        let line = Geometry::LineString(vec![near, Place::default()]).to_wkt();
        assert_eq!(line, "LINESTRING (-0.0000001 51, 0 0)");
        let ring = vec![near, Place::default(), saba, near];
        let area = Geometry::Polygon(vec![ring]).to_wkt();
        assert!(area.starts_with("POLYGON ((-0.0000001 51, 0 0, "), "{area}");
    }
}
