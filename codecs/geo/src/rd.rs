// SPDX-License-Identifier: EUPL-1.2
//! RD New (EPSG:28992) to WGS 84, by the polynomials that F.H. Schreutelkamp and G.L. Strang van
//! Hees published ("Benaderingsformules voor de transformatie tussen RD- en
//! WGS84-kaartcoördinaten", Geodesia 43, 2001, p. 64-69). They state 25 cm for land; the tests of
//! this crate hold them to half a metre of RDNAPTRANS at its published points. For boundaries
//! that is enough, and it spares a projection library that without its grid file comes no nearer.

/// Where the polynomials are centred: Amersfoort, in metres and in degrees.
const X: f64 = 155_000.0;
const Y: f64 = 463_000.0;
const LAT: f64 = 52.155_174_40;
const LON: f64 = 5.387_206_21;

/// Terms (power of x, power of y, seconds of arc), x and y in units of 100 km from the centre.
const NORTH: &[(i32, i32, f64)] = &[
    (0, 1, 3235.65389),
    (2, 0, -32.58297),
    (0, 2, -0.24750),
    (2, 1, -0.84978),
    (0, 3, -0.06550),
    (2, 2, -0.01709),
    (1, 0, -0.00738),
    (4, 0, 0.00530),
    (2, 3, -0.00039),
    (4, 1, 0.00033),
    (1, 1, -0.00012),
];
const EAST: &[(i32, i32, f64)] = &[
    (1, 0, 5260.52916),
    (1, 1, 105.94684),
    (1, 2, 2.45656),
    (3, 0, -0.81885),
    (1, 3, 0.05594),
    (3, 1, -0.05607),
    (0, 1, 0.01199),
    (3, 2, -0.00256),
    (1, 4, 0.00128),
    (0, 2, 0.00022),
    (2, 0, -0.00022),
    (5, 0, 0.00026),
];

/// Longitude and latitude in degrees of a point in metres of RD.
pub fn to_degrees(x: f64, y: f64) -> (f64, f64) {
    let (east, north) = ((x - X) / 1e5, (y - Y) / 1e5);
    let sum = |terms: &[(i32, i32, f64)]| -> f64 {
        let term = |(p, q, seconds): &(i32, i32, f64)| seconds * east.powi(*p) * north.powi(*q);
        terms.iter().map(term).sum::<f64>() / 3600.0
    };
    (LON + sum(EAST), LAT + sum(NORTH))
}

#[cfg(test)]
mod tests {
    use super::to_degrees;

    /// Metres between two points that lie near each other.
    fn apart(one: (f64, f64), other: (f64, f64)) -> f64 {
        let east = (one.0 - other.0) * one.1.to_radians().cos() * 111_320.0;
        let north = (one.1 - other.1) * 111_200.0;
        east.hypot(north)
    }

    #[test]
    fn the_centre_is_amersfoort() {
        let (lon, lat) = to_degrees(155_000.0, 463_000.0);
        assert_eq!((lat, lon), (52.155_174_40, 5.387_206_21));
    }

    /// Points of the validation service of RDNAPTRANS (x, y, latitude, longitude).
    #[test]
    fn known_points_are_met_within_half_a_metre() {
        let known = [
            (
                "Amersfoort",
                155_000.0,
                463_000.0,
                52.155_172_897,
                5.387_203_657,
            ),
            (
                "Texel",
                117_380.12,
                575_040.34,
                53.160_753_042,
                4.824_761_912,
            ),
            (
                "Noord-Groningen",
                247_380.56,
                604_580.78,
                53.419_482_050,
                6.776_726_674,
            ),
            (
                "Zeeuws-Vlaanderen",
                16_460.91,
                377_380.23,
                51.368_607_152,
                3.397_588_595,
            ),
            (
                "Zuid-Limburg",
                182_260.45,
                311_480.67,
                50.792_584_916,
                5.773_795_548,
            ),
            (
                "Maasvlakte",
                64_640.89,
                440_700.010_1,
                51.947_393_898,
                4.072_887_101,
            ),
        ];
        for (name, x, y, lat, lon) in known {
            let off = apart(to_degrees(x, y), (lon, lat));
            assert!(off < 0.5, "{name}: {off:.2} m off");
        }
    }
}
