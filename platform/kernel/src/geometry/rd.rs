// SPDX-License-Identifier: EUPL-1.2
//! WGS 84 to the Dutch grid RD New (EPSG:28992), by the polynomials that F.H. Schreutelkamp and
//! G.L. Strang van Hees published ("Benaderingsformules voor de transformatie tussen RD- en
//! WGS84-kaartcoördinaten", Geodesia 43, 2001), and back by coming nearer in steps, so that what
//! goes there and back is the same place. They state 25 cm on land.

use super::DEGREE;
use crate::Place;

/// Where the polynomials are centred: Amersfoort, in metres and in degrees.
const CENTRE: [f64; 4] = [155_000.0, 463_000.0, 52.155_174_40, 5.387_206_21];

/// Terms (power of north, power of east, metres), in units of 10,000 seconds of arc.
const X: &[(i32, i32, f64)] = &[
    (0, 1, 190_094.945),
    (1, 1, -11_832.228),
    (2, 1, -114.221),
    (0, 3, -32.391),
    (1, 0, -0.705),
    (3, 1, -2.340),
    (1, 3, -0.608),
    (0, 2, -0.008),
    (2, 3, 0.148),
];
const Y: &[(i32, i32, f64)] = &[
    (1, 0, 309_056.544),
    (0, 2, 3_638.893),
    (2, 0, 73.077),
    (1, 2, -157.984),
    (3, 0, 59.788),
    (0, 1, 0.433),
    (2, 2, -6.439),
    (1, 1, -0.032),
    (0, 4, 0.092),
    (1, 4, -0.054),
];

/// Where RD New has coordinates, in metres: the land and its territorial waters.
fn within(x: f64, y: f64) -> bool {
    (-7_000.0..=300_000.0).contains(&x) && (289_000.0..=629_000.0).contains(&y)
}

fn project(lat: f64, lon: f64) -> [f64; 2] {
    let [x, y, centre_lat, centre_lon] = CENTRE;
    let (north, east) = (0.36 * (lat - centre_lat), 0.36 * (lon - centre_lon));
    let sum = |terms: &[(i32, i32, f64)]| -> f64 {
        let term = |(p, q, metres): &(i32, i32, f64)| metres * north.powi(*p) * east.powi(*q);
        terms.iter().map(term).sum()
    };
    [x + sum(X), y + sum(Y)]
}

/// The place in metres of RD; none outside the Netherlands.
pub fn to_rd(place: Place) -> Option<[f64; 2]> {
    let degrees = |units: i64| units as f64 / DEGREE as f64;
    let (lat, lon) = (degrees(place.lat), degrees(place.lon));
    // Far from the centre the terms of a high power win and promise places that are not there.
    if !(50.0..=54.5).contains(&lat) || !(2.5..=8.0).contains(&lon) {
        return None;
    }
    let [x, y] = project(lat, lon);
    within(x, y).then_some([x, y])
}

/// The place at these metres of RD; none where RD has no coordinates.
pub fn from_rd(x: f64, y: f64) -> Option<Place> {
    if !within(x, y) {
        return None;
    }
    let [_, _, mut lat, mut lon] = CENTRE;
    for _ in 0..8 {
        let [seen_x, seen_y] = project(lat, lon);
        lat += (y - seen_y) / 111_260.0;
        lon += (x - seen_x) / (111_320.0 * lat.to_radians().cos());
    }
    let units = |degrees: f64| (degrees * DEGREE as f64).round() as i64;
    Some(Place {
        lon: units(lon),
        lat: units(lat),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points of the validation service of RDNAPTRANS (x, y, latitude, longitude).
    const KNOWN: &[(f64, f64, f64, f64)] = &[
        (155_000.0, 463_000.0, 52.155_172_897, 5.387_203_657),
        (117_380.12, 575_040.34, 53.160_753_042, 4.824_761_912),
        (247_380.56, 604_580.78, 53.419_482_050, 6.776_726_674),
        (16_460.91, 377_380.23, 51.368_607_152, 3.397_588_595),
        (182_260.45, 311_480.67, 50.792_584_916, 5.773_795_548),
        (64_640.89, 440_700.010_1, 51.947_393_898, 4.072_887_101),
    ];

    #[test]
    fn known_points_are_met_within_half_a_metre_both_ways() {
        for &(x, y, lat, lon) in KNOWN {
            let [seen_x, seen_y] = project(lat, lon);
            let off = (seen_x - x).hypot(seen_y - y);
            assert!(off < 0.5, "{x} {y}: {off:.2} m off");
            let place = from_rd(x, y).unwrap();
            let again = to_rd(place).unwrap();
            let off = (again[0] - x).hypot(again[1] - y);
            assert!(off < 0.02, "{x} {y}: {off:.3} m off there and back");
        }
    }

    #[test]
    fn there_is_no_rd_outside_the_netherlands() {
        let saba = Place {
            lon: -632_300_000,
            lat: 176_300_000,
        };
        assert_eq!(to_rd(saba), None);
        assert_eq!(from_rd(0.0, 0.0), None);
        assert_eq!(from_rd(f64::NAN, f64::INFINITY), None);
    }
}
