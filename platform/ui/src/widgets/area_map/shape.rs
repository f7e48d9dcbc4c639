// SPDX-License-Identifier: EUPL-1.2
//! From places on the earth to places in a drawing. All of a drawing is counted in tenths of a
//! pixel, in whole numbers, so that both sides of a border are drawn over each other.

use paraat_kernel::{Outline, Place};

/// Rings in a drawing: x and y, y downwards.
pub type Rings = Vec<Vec<[i64; 2]>>;

/// Equirectangular: a degree is as wide as it is at the middle latitude. Over the height of the
/// Netherlands that is off by at most three hundredths of the width.
pub struct Projection {
    west: i64,
    north: i64,
    /// Tenths of a pixel a unit of 1e-7 degree, to the east and to the south.
    scale: [f64; 2],
    /// Where the north-western corner is drawn.
    at: [i64; 2],
}

impl Projection {
    /// Draws these outlines in the middle of a frame of this size at this place, as large as fits;
    /// none when there is nothing to draw.
    pub fn fit<'a>(
        outlines: impl Iterator<Item = &'a Outline>,
        at: [i64; 2],
        size: [i64; 2],
    ) -> Option<Self> {
        let places: Vec<Place> = outlines
            .flat_map(Outline::rings)
            .flatten()
            .copied()
            .collect();
        let (west, east) = ends(places.iter().map(|place| place.lon))?;
        let (south, north) = ends(places.iter().map(|place| place.lat))?;
        let middle = (south + north) as f64 / 2e7;
        let flat = middle.to_radians().cos();
        let wide = ((east - west) as f64 * flat).max(1.0);
        let high = ((north - south) as f64).max(1.0);
        let [most_wide, most_high] = size;
        let scale = (most_wide as f64 / wide).min(most_high as f64 / high);
        let spare = |most: i64, used: f64| ((most as f64 - used * scale) / 2.0).round() as i64;
        Some(Self {
            west,
            north,
            scale: [scale * flat, scale],
            at: [
                at[0] + spare(most_wide, wide),
                at[1] + spare(most_high, high),
            ],
        })
    }

    /// Where a place is drawn.
    pub fn place(&self, place: Place) -> [i64; 2] {
        let [x, y] = self.scale;
        let far = |units: i64, scale: f64| (units as f64 * scale).round() as i64;
        [
            self.at[0] + far(place.lon - self.west, x),
            self.at[1] + far(self.north - place.lat, y),
        ]
    }

    /// An outline as it is drawn. Places that fall on one spot are one.
    pub fn draw(&self, outline: &Outline) -> Rings {
        let ring = |places: &Vec<Place>| {
            let mut ring: Vec<[i64; 2]> = places.iter().map(|it| self.place(*it)).collect();
            ring.dedup();
            ring
        };
        outline.rings().map(ring).collect()
    }
}

/// The least and the greatest of these.
pub fn ends(numbers: impl Iterator<Item = i64>) -> Option<(i64, i64)> {
    numbers.fold(None, |ends, number| match ends {
        None => Some((number, number)),
        Some((least, most)) => Some((number.min(least), number.max(most))),
    })
}

/// How high a drawing of these outlines is when it is as wide as this.
pub fn height<'a>(outlines: impl Iterator<Item = &'a Outline>, wide: i64) -> Option<i64> {
    let endless = [wide, i64::MAX / 4];
    let outlines: Vec<&Outline> = outlines.collect();
    let projection = Projection::fit(outlines.iter().copied(), [0, 0], endless)?;
    let places = outlines.iter().flat_map(|it| it.rings()).flatten();
    let (south, north) = ends(places.map(|place| place.lat))?;
    Some(((north - south) as f64 * projection.scale[1]).round() as i64)
}

/// The data of a path: absolute where a ring begins, then steps.
pub fn path(rings: &Rings) -> String {
    let mut data = String::new();
    for ring in rings {
        let mut before = [0, 0];
        for (at, [x, y]) in ring.iter().enumerate() {
            data.push_str(match at {
                0 => "M",
                1 => "l",
                _ => "",
            });
            number(&mut data, x - before[0]);
            number(&mut data, y - before[1]);
            before = [*x, *y];
        }
        data.push('z');
    }
    data
}

/// A number in tenths, as short as it can be written.
fn number(data: &mut String, tenths: i64) {
    let after_digit = data.ends_with(|char: char| char.is_ascii_digit());
    if tenths < 0 {
        data.push('-');
    } else if after_digit {
        data.push(' ');
    }
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    if whole != 0 || rest == 0 {
        data.push_str(&whole.to_string());
    }
    if rest != 0 {
        data.push('.');
        data.push_str(&rest.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square() -> Outline {
        "50000000 520000000 10000000 0 0 10000000 -10000000 0"
            .parse()
            .unwrap()
    }

    #[test]
    fn a_degree_is_as_wide_as_it_is_at_the_middle_latitude() {
        let square = square();
        let all = || std::iter::once(&square);
        let high = height(all(), 1000).unwrap();
        // 1 / cos(52.5 degrees) = 1.643.
        assert_eq!(high, 1643);
        let projection = Projection::fit(all(), [0, 0], [1000, high]).unwrap();
        let drawn = projection.draw(&square);
        assert_eq!(drawn, [[[0, 1643], [1000, 1643], [1000, 0], [0, 0]]]);
        assert!(Projection::fit([].into_iter(), [0, 0], [9, 9]).is_none());
    }

    #[test]
    fn what_is_higher_than_wide_stands_in_the_middle() {
        let square = square();
        let projection = Projection::fit([&square].into_iter(), [100, 0], [1000, 822]).unwrap();
        let (left, right) = (
            projection.draw(&square)[0][0][0],
            projection.draw(&square)[0][1][0],
        );
        assert_eq!((left, right), (350, 850));
    }

    #[test]
    fn a_path_is_short() {
        let rings = vec![
            vec![[0, 0], [15, 0], [10, 5], [7, -3]],
            vec![[-5, 20], [0, 0], [3, 3]],
        ];
        assert_eq!(path(&rings), "M0 0l1.5 0-.5 .5-.3-.8zM-.5 2l.5-2 .3 .3z");
    }
}
