// SPDX-License-Identifier: EUPL-1.2
//! Whether a shape has a place in common with a box, in whole numbers and so exactly.

use super::{Bounds, Geometry, check::turn};
use crate::Place;

impl Bounds {
    /// True when all of the other lies in this, its sides included.
    pub fn holds(self, other: Self) -> bool {
        self.has(other.least) && self.has(other.most)
    }

    /// True when the two have a place in common.
    pub fn meets(self, other: Self) -> bool {
        let (one, two) = (self, other);
        one.least.lon <= two.most.lon
            && two.least.lon <= one.most.lon
            && one.least.lat <= two.most.lat
            && two.least.lat <= one.most.lat
    }

    fn has(self, place: Place) -> bool {
        let (lon, lat) = (place.lon, place.lat);
        let wide = self.least.lon <= lon && lon <= self.most.lon;
        wide && self.least.lat <= lat && lat <= self.most.lat
    }

    fn corners(self) -> [Place; 4] {
        let corner = |lon, lat| Place { lon, lat };
        let (least, most) = (self.least, self.most);
        [
            least,
            corner(least.lon, most.lat),
            most,
            corner(most.lon, least.lat),
        ]
    }

    /// True when a side between these lies in the box for a part. They are apart when their boxes
    /// are, or when all corners lie on one side of the line.
    fn cut_by(self, from: Place, to: Place) -> bool {
        if !Bounds::around([from, to]).is_some_and(|side| self.meets(side)) {
            return false;
        }
        let turns = self.corners().map(|corner| turn(from, to, corner));
        !(turns.iter().all(|it| *it > 0) || turns.iter().all(|it| *it < 0))
    }
}

impl Geometry {
    /// True when the shape has a place in common with the box: a side or a corner is enough, a box
    /// in a hole of an area is not.
    pub fn touches(&self, bounds: Bounds) -> bool {
        match self {
            Self::Point(place) => bounds.has(*place),
            Self::LineString(places) => cut(places, bounds),
            Self::Polygon(rings) => {
                rings.iter().any(|ring| cut(ring, bounds)) || inside(rings, bounds.least)
            }
        }
    }
}

fn sides(places: &[Place]) -> impl Iterator<Item = (Place, Place)> {
    let ends = places.iter().zip(places.iter().skip(1));
    ends.map(|(from, to)| (*from, *to))
}

fn cut(places: &[Place], bounds: Bounds) -> bool {
    sides(places).any(|(from, to)| bounds.cut_by(from, to))
}

/// True when a place lies in an area: a walk from it to the east goes over its borders an odd
/// number of times.
fn inside(rings: &[Vec<Place>], place: Place) -> bool {
    let crossed = rings.iter().flat_map(|ring| sides(ring));
    let crossed = crossed.filter(|(from, to)| {
        let (low, high) = if from.lat <= to.lat {
            (*from, *to)
        } else {
            (*to, *from)
        };
        low.lat <= place.lat && place.lat < high.lat && turn(low, high, place) > 0
    });
    crossed.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(west: i64, south: i64, east: i64, north: i64) -> Bounds {
        Bounds {
            least: at(west, south),
            most: at(east, north),
        }
    }

    fn at(lon: i64, lat: i64) -> Place {
        Place { lon, lat }
    }

    fn ring(places: &[(i64, i64)]) -> Vec<Place> {
        places.iter().map(|&(lon, lat)| at(lon, lat)).collect()
    }

    #[test]
    fn a_shape_touches_a_box_and_not_only_its_own_box_does() {
        let point = Geometry::Point(at(5, 5));
        assert!(point.touches(boxed(5, 5, 9, 9)) && point.touches(boxed(5, 5, 5, 5)));
        assert!(!point.touches(boxed(6, 0, 9, 9)));
        let line = Geometry::LineString(ring(&[(0, 0), (10, 10)]));
        assert!(line.touches(boxed(4, 4, 6, 6)) && line.touches(boxed(5, 0, 9, 5)));
        assert!(!line.touches(boxed(6, 0, 9, 5)), "under the line");
        let area = Geometry::Polygon(vec![
            ring(&[(0, 0), (20, 0), (20, 20), (0, 20), (0, 0)]),
            ring(&[(5, 5), (15, 5), (15, 15), (5, 15), (5, 5)]),
        ]);
        assert!(area.touches(boxed(1, 1, 2, 2)), "all in the area");
        assert!(area.touches(boxed(-9, -9, 99, 99)), "all around it");
        assert!(area.touches(boxed(15, 8, 15, 9)), "on the side of the hole");
        assert!(!area.touches(boxed(8, 8, 9, 9)), "in the hole");
        let corner = Geometry::Polygon(vec![ring(&[(0, 0), (10, 0), (0, 10), (0, 0)])]);
        assert!(!corner.touches(boxed(8, 8, 9, 9)), "in its box, not in it");
        assert!(corner.touches(boxed(5, 5, 9, 9)), "a corner on its side");
    }
}
