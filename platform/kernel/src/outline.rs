// SPDX-License-Identifier: EUPL-1.2
//! Outlines of areas, and the text in which they are kept.

use std::fmt;
use std::str::FromStr;

/// A place on the earth: WGS 84, in whole numbers of 1e-7 degree, about a centimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place {
    /// East of Greenwich.
    pub lon: i64,
    /// North of the equator.
    pub lat: i64,
}

/// The outline of an area: polygons, each an outer ring and then its holes. A ring is closed, and
/// its first place does not come again at the end.
///
/// It is kept as text. Polygons are parted by `;`, the rings of one by `,`, numbers by one space.
/// A ring is the longitude and latitude of its first place and then, for each next one, how much
/// further east and north it lies than the one before, all in 1e-7 degree.
///
/// ```
/// use paraat_kernel::{Outline, Place};
/// let outline: Outline = "50000000 520000000 1000000 0 0 1000000".parse()?;
/// let third = Place { lon: 51_000_000, lat: 521_000_000 };
/// assert_eq!(outline.0[0][0][2], third);
/// assert_eq!(outline.to_string(), "50000000 520000000 1000000 0 0 1000000");
/// # Ok::<(), paraat_kernel::BadOutline>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Outline(pub Vec<Vec<Vec<Place>>>);

/// A text that is no outline: the place of the number, from 1, where reading ended.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an outline: number {0} cannot be read, or is out of place")]
pub struct BadOutline(pub usize);

impl Outline {
    /// All its rings.
    pub fn rings(&self) -> impl Iterator<Item = &Vec<Place>> {
        self.0.iter().flatten()
    }

    /// How many places it has in all.
    pub fn places(&self) -> usize {
        self.rings().map(Vec::len).sum()
    }
}

impl fmt::Display for Outline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, polygon) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(";")?;
            }
            for (at, ring) in polygon.iter().enumerate() {
                if at > 0 {
                    f.write_str(",")?;
                }
                write_ring(f, ring)?;
            }
        }
        Ok(())
    }
}

fn write_ring(f: &mut fmt::Formatter<'_>, ring: &[Place]) -> fmt::Result {
    let mut before = Place::default();
    for (at, place) in ring.iter().enumerate() {
        if at > 0 {
            f.write_str(" ")?;
        }
        let (east, north) = (place.lon - before.lon, place.lat - before.lat);
        write!(f, "{east} {north}")?;
        before = *place;
    }
    Ok(())
}

impl FromStr for Outline {
    type Err = BadOutline;

    /// Reads the one form in which an outline is written, so that equal outlines are equal texts:
    /// another one (a leading zero, a double space, a ring of two places) is refused.
    fn from_str(text: &str) -> Result<Self, BadOutline> {
        let mut read = 0;
        let mut ring = |text: &str| ring(text, &mut read);
        let mut polygon = |text: &str| text.split(',').map(&mut ring).collect();
        let outline = Self(
            text.split(';')
                .map(&mut polygon)
                .collect::<Result<_, _>>()?,
        );
        if outline.to_string() == text {
            Ok(outline)
        } else {
            Err(BadOutline(read))
        }
    }
}

/// The longest step there is on earth, either way, so that no sum overflows.
const FAR: std::ops::RangeInclusive<i64> = -3_600_000_000..=3_600_000_000;

fn ring(text: &str, read: &mut usize) -> Result<Vec<Place>, BadOutline> {
    let mut ring = Vec::new();
    let mut before = Place::default();
    let mut numbers = text.split(' ');
    while let Some(east) = numbers.next() {
        let mut number = |text: Option<&str>| {
            *read += 1;
            text.and_then(|text| text.parse::<i64>().ok())
                .filter(|number| FAR.contains(number))
                .ok_or(BadOutline(*read))
        };
        let (east, north) = (number(Some(east))?, number(numbers.next())?);
        before = Place {
            lon: before.lon + east,
            lat: before.lat + north,
        };
        let on_earth = before.lon.abs() <= 1_800_000_000 && before.lat.abs() <= 900_000_000;
        if !on_earth {
            return Err(BadOutline(*read));
        }
        ring.push(before);
    }
    if ring.len() < 3 {
        return Err(BadOutline(*read));
    }
    Ok(ring)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn parts_and_holes_read_back() {
        let text = "0 0 9 0 0 9,1 1 1 0 0 1;-50 20 3 0 0 -3";
        let outline: Outline = text.parse().unwrap();
        let shape: Vec<usize> = outline.0.iter().map(Vec::len).collect();
        assert_eq!((shape, outline.places()), (vec![2, 1], 9));
        assert_eq!(outline.0[1][0][2], Place { lon: -47, lat: 17 });
        assert_eq!(outline.to_string(), text);
    }

    #[test]
    fn another_form_is_refused() {
        for bad in [
            "",
            "0 0 1 1",
            "0 0 1 0 0",
            "0 0 1 0 0 01",
            "0 0 1 0 0 +1",
            "0  0 1 0 0 1",
            "0 0 1 0 0 1;",
            "0 0 1 0 0 1,",
            "0 0 1 0 0 1.5",
            "1800000000 0 1 0 0 1",
            "0 900000000 0 1 1 0",
            "0 0 99999999999 0 0 1",
        ] {
            assert!(bad.parse::<Outline>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "[-0-9 ,;a]{0,80}") {
            if let Ok(outline) = text.parse::<Outline>() {
                prop_assert_eq!(outline.to_string(), text);
            }
        }

        #[test]
        fn what_is_written_reads_back(rings in prop::collection::vec(prop::collection::vec(
            (-1_000_000_000..1_000_000_000_i64, -900_000_000..900_000_000_i64), 3..20), 1..5)
        ) {
            let place = |&(lon, lat): &(i64, i64)| Place { lon, lat };
            let ring = |it: &Vec<(i64, i64)>| vec![it.iter().map(place).collect()];
            let outline = Outline(rings.iter().map(ring).collect());
            prop_assert_eq!(outline.to_string().parse::<Outline>(), Ok(outline));
        }
    }
}
