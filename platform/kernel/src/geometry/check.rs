// SPDX-License-Identifier: EUPL-1.2
//! What a shape must be before it is kept, so that no file can hold up whoever draws it.

use super::{DEGREE, Geometry};
use crate::Place;

/// The most places that a shape may have.
pub const MOST_PLACES: usize = 500;

/// The widest and highest that a shape may be, in degrees: wider than any country we know of.
const WIDEST: i64 = 15;

/// Why a shape is not kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadGeometry {
    /// It has more places than are taken.
    #[error("{0} places, and at most {MOST_PLACES} are taken")]
    TooMany(usize),
    /// It has too few places for what it is.
    #[error("too few different places")]
    TooFew,
    /// A point was asked for, and these are so many places.
    #[error("{0} places, and a point is one")]
    NotOne(usize),
    /// It is wider or higher than any area that a crisis has.
    #[error("wider or higher than {WIDEST} degrees")]
    TooLarge,
    /// A place is not on earth.
    #[error("a place that is not on earth")]
    OffEarth,
    /// The border of an area crosses itself.
    #[error("a border that crosses itself")]
    Crosses,
    /// Shapes stand within shapes, or several in one.
    #[error("shapes within a shape")]
    Nested,
    /// It is no shape of GeoJSON that is taken.
    #[error("not a point, a line or an area")]
    NotAShape,
}

impl BadGeometry {
    /// The word by which sentences name it.
    pub fn key(&self) -> &'static str {
        match self {
            Self::TooMany(_) => "too-many",
            Self::TooFew => "too-few",
            Self::NotOne(_) => "not-one",
            Self::TooLarge => "too-large",
            Self::OffEarth => "off-earth",
            Self::Crosses => "crosses",
            Self::Nested => "nested",
            Self::NotAShape => "not-a-shape",
        }
    }
}

impl Geometry {
    /// The same when it may be kept. The number of places comes first: what follows takes time
    /// with its square.
    pub fn checked(self) -> Result<Self, BadGeometry> {
        let places = self.places();
        if places.len() > MOST_PLACES {
            return Err(BadGeometry::TooMany(places.len()));
        }
        let off = |place: &Place| place.lon.abs() > 180 * DEGREE || place.lat.abs() > 90 * DEGREE;
        if places.iter().any(off) {
            return Err(BadGeometry::OffEarth);
        }
        match &self {
            Self::Point(_) => {}
            Self::LineString(places) if different(places) >= 2 => {}
            Self::LineString(_) => return Err(BadGeometry::TooFew),
            Self::Polygon(rings) => rings_checked(rings)?,
        }
        let bounds = self.bounds();
        let wide = bounds.most.lon - bounds.least.lon;
        let high = bounds.most.lat - bounds.least.lat;
        if wide.max(high) > WIDEST * DEGREE {
            return Err(BadGeometry::TooLarge);
        }
        Ok(self)
    }
}

fn different(places: &[Place]) -> usize {
    let mut sorted = places.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.len()
}

fn rings_checked(rings: &[Vec<Place>]) -> Result<(), BadGeometry> {
    let ring_of_four = |ring: &Vec<Place>| ring.len() >= 4 && ring.first() == ring.last();
    if rings.is_empty() || !rings.iter().all(ring_of_four) {
        return Err(BadGeometry::TooFew);
    }
    if rings.iter().any(|ring| different(ring) < 3) {
        return Err(BadGeometry::TooFew);
    }
    if rings.iter().any(|ring| crosses(ring)) {
        return Err(BadGeometry::Crosses);
    }
    Ok(())
}

/// True when two sides of a ring cross in a place that is the end of neither.
fn crosses(ring: &[Place]) -> bool {
    let sides: Vec<(Place, Place)> = ring
        .windows(2)
        .filter_map(|side| match side {
            [from, to] => Some((*from, *to)),
            _ => None,
        })
        .collect();
    sides.iter().enumerate().any(|(at, one)| {
        let rest = sides.iter().skip(at + 1);
        rest.into_iter().any(|other| cross(*one, *other))
    })
}

/// Which way a walk from the first over the second to the third turns.
pub(super) fn turn(a: Place, b: Place, c: Place) -> i128 {
    let wide = |to: i64, from: i64| i128::from(to) - i128::from(from);
    let turned = wide(b.lon, a.lon) * wide(c.lat, a.lat) - wide(b.lat, a.lat) * wide(c.lon, a.lon);
    turned.signum()
}

fn cross((a, b): (Place, Place), (c, d): (Place, Place)) -> bool {
    turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(count: i64) -> Geometry {
        let place = |at| Place { lon: at, lat: 0 };
        Geometry::LineString((0..count).map(place).collect())
    }

    #[test]
    fn what_would_hold_up_others_is_refused() {
        assert!(line(500).checked().is_ok());
        assert_eq!(line(501).checked(), Err(BadGeometry::TooMany(501)));
        let wide = |lon| {
            let ends = [0, lon].map(|lon| Place { lon, lat: 0 });
            Geometry::LineString(ends.to_vec()).checked()
        };
        assert!(wide(15 * DEGREE).is_ok());
        assert_eq!(wide(15 * DEGREE + 1), Err(BadGeometry::TooLarge));
        assert_eq!(wide(181 * DEGREE), Err(BadGeometry::OffEarth));
        let far = Geometry::Point(Place {
            lon: i64::MAX,
            lat: i64::MAX,
        });
        assert_eq!(far.checked(), Err(BadGeometry::OffEarth));
    }

    #[test]
    fn a_border_goes_around_once() {
        let ring = |places: &[(i64, i64)]| {
            let places = places.iter().map(|&(lon, lat)| Place { lon, lat });
            Geometry::Polygon(vec![places.collect()]).checked()
        };
        assert!(ring(&[(0, 0), (9, 0), (9, 9), (0, 9), (0, 0)]).is_ok());
        let bow = ring(&[(0, 0), (9, 9), (9, 0), (0, 9), (0, 0)]);
        assert_eq!(bow, Err(BadGeometry::Crosses));
        let flat = ring(&[(0, 0), (9, 0), (0, 0), (0, 0)]);
        assert_eq!(flat, Err(BadGeometry::TooFew));
        let open = ring(&[(0, 0), (9, 0), (9, 9), (0, 9)]);
        assert_eq!(open, Err(BadGeometry::TooFew));
    }
}
