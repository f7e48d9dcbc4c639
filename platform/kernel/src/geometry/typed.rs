// SPDX-License-Identifier: EUPL-1.2
//! Places as people type them, one a line or parted by `;` when a line holds several: degrees with
//! a fraction (`51.5, 6.1`), degrees, minutes and seconds (`51°30'00"N 6°06'00"E`), or metres of
//! RD New (`209000, 383000`). Which of them it is follows from the figures.

use super::{DEGREE, from_rd};
use crate::Place;

/// A line that is no place: its number, from 1, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadPlace {
    /// The line.
    pub line: usize,
    /// Why.
    pub why: Why,
}

/// Why a line is no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is not two figures.
    NotTwo,
    /// Both figures are there and lie nowhere.
    Nowhere,
    /// Degrees of the Netherlands with east before north, or metres of RD with north before east.
    Swapped,
    /// Degrees were asked, and these are metres of RD.
    IsRd,
    /// Metres of RD were asked, and these are degrees.
    IsDegrees,
}

impl Why {
    /// The word by which sentences name it.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotTwo => "not-two",
            Self::Nowhere => "nowhere",
            Self::Swapped => "swapped",
            Self::IsRd => "is-rd",
            Self::IsDegrees => "is-degrees",
        }
    }
}

/// Reads places. `system` is `degrees` or `rd` when one of them is asked for, else empty.
pub fn read_places(text: &str, system: &str) -> Result<Vec<Place>, BadPlace> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut places = Vec::new();
    for (at, line) in lines.enumerate() {
        let bad = |why| BadPlace { line: at + 1, why };
        places.push(place(line, system).map_err(bad)?);
    }
    Ok(places)
}

fn place(line: &str, system: &str) -> Result<Place, Why> {
    let marked = line
        .chars()
        .any(|c| c.is_alphabetic() || "°º'′\"″".contains(c));
    if marked {
        return match system {
            "rd" => Err(Why::IsDegrees),
            _ => in_minutes(line),
        };
    }
    let [one, two] = pair(line).ok_or(Why::NotTwo)?;
    let rd = from_rd(one, two);
    let is_degrees = one.abs() <= 90.0 && two.abs() <= 180.0;
    match (rd, system) {
        (Some(_), "degrees") => Err(Why::IsRd),
        (Some(place), _) => Ok(place),
        (None, "rd") if is_degrees => Err(Why::IsDegrees),
        (None, _) if from_rd(two, one).is_some() => Err(Why::Swapped),
        (None, _) if (3.0..7.5).contains(&one) && (50.0..54.0).contains(&two) => Err(Why::Swapped),
        (None, _) if is_degrees => Ok(of_degrees(one, two)),
        _ => Err(Why::Nowhere),
    }
}

fn of_degrees(lat: f64, lon: f64) -> Place {
    let units = |degrees: f64| (degrees * DEGREE as f64).round() as i64;
    Place {
        lon: units(lon),
        lat: units(lat),
    }
}

/// Two figures. A comma parts them, unless it can only be the sign of a fraction (`51,5 6,1`).
fn pair(line: &str) -> Option<[f64; 2]> {
    let figures = |parts: Vec<&str>| -> Option<[f64; 2]> {
        let [one, two] = parts.as_slice() else {
            return None;
        };
        let figure = |text: &str| {
            let plain = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+');
            let text = text.chars().all(plain).then(|| text.replace(',', "."))?;
            text.parse::<f64>().ok().filter(|it| it.is_finite())
        };
        Some([figure(one)?, figure(two)?])
    };
    let apart = |c: char| c.is_whitespace() || c == ';';
    let by_space = || line.split(apart).map(|it| it.trim_end_matches(','));
    let spaced: Vec<&str> = by_space().filter(|it| !it.is_empty()).collect();
    if spaced.len() == 2 {
        return figures(spaced);
    }
    figures(line.split(',').map(str::trim).collect())
}

/// One part of a place in degrees, minutes and seconds, with the letter of its half of the earth.
#[derive(Default)]
struct Part {
    figures: Vec<f64>,
    letter: Option<char>,
}

impl Part {
    /// Degrees, negative to the south and west.
    fn degrees(&self, most: f64) -> Option<f64> {
        let sixty = |it: &f64| (0.0..60.0).contains(it);
        let whole = match self.figures.as_slice() {
            [degrees] => *degrees,
            [degrees, minutes] if sixty(minutes) => degrees + minutes / 60.0,
            [degrees, minutes, seconds] if sixty(minutes) && sixty(seconds) => {
                degrees + minutes / 60.0 + seconds / 3600.0
            }
            _ => return None,
        };
        let south_or_west = matches!(self.letter, Some('S' | 'Z' | 'W'));
        let signed = if south_or_west { -whole } else { whole };
        (whole <= most).then_some(signed)
    }

    fn is_north(&self) -> bool {
        matches!(self.letter, Some('N' | 'S' | 'Z'))
    }
}

/// `51°30'36"N 6°06'00"E`, `N51 30.6 E6 6.0` and the like; O is east and Z is south in Dutch.
fn in_minutes(line: &str) -> Result<Place, Why> {
    let parts = parts(line).ok_or(Why::NotTwo)?;
    let [one, two] = &parts;
    let (lat, lon) = if two.is_north() {
        (two, one)
    } else {
        (one, two)
    };
    if lon.is_north() || matches!(lat.letter, Some('E' | 'O' | 'W')) {
        return Err(Why::NotTwo);
    }
    match (lat.degrees(90.0), lon.degrees(180.0)) {
        (Some(lat), Some(lon)) => Ok(of_degrees(lat, lon)),
        _ => Err(Why::Nowhere),
    }
}

fn parts(line: &str) -> Option<[Part; 2]> {
    let mut figures: Vec<f64> = Vec::new();
    let mut letters: Vec<(usize, char)> = Vec::new();
    let mut figure = String::new();
    let line = line.to_uppercase().replace(',', ".");
    for c in line.chars().chain([' ']) {
        if c.is_ascii_digit() || (c == '.' && !figure.is_empty()) {
            figure.push(c);
            continue;
        }
        if !figure.is_empty() {
            figures.push(figure.trim_end_matches('.').parse().ok()?);
            figure.clear();
        }
        match c {
            'N' | 'S' | 'Z' | 'E' | 'O' | 'W' => letters.push((figures.len(), c)),
            c if c.is_whitespace() || "°º'′\"″;.".contains(c) => {}
            _ => return None,
        }
    }
    let split = match letters.as_slice() {
        [] => figures.len() / 2,
        [(0, _), (second, _)] => *second,
        [(first, _), (second, _)] if *second == figures.len() => *first,
        _ => return None,
    };
    let even = !letters.is_empty() || figures.len().is_multiple_of(2);
    let letter = |at: usize| letters.get(at).map(|(_, letter)| *letter);
    let part = |figures: &[f64], letter| Part {
        figures: figures.to_vec(),
        letter,
    };
    let (one, two) = figures.split_at_checked(split)?;
    even.then(|| [part(one, letter(0)), part(two, letter(1))])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one(text: &str) -> Result<(i64, i64), Why> {
        let places = read_places(text, "").map_err(|bad| bad.why)?;
        let place = places.first().copied().unwrap_or_default();
        Ok((place.lat, place.lon))
    }

    #[test]
    fn a_place_is_read_however_it_is_written() {
        for text in [
            "51.51, 6.1",
            "51,51 6,1",
            "51,51; 6,1",
            " 51.51 6.1 ",
            "51,51, 6,1",
            "51°30'36\"N 6°06'00\"E",
            "51° 30,6' N, 6° 6' O",
            "N51 30.6 E6 6.0",
            "6°06'E 51°30.6'N",
            "51°30'36\" 6°06'00\"",
            "51.51N 6.1E",
        ] {
            assert_eq!(one(text), Ok((515_100_000, 61_000_000)), "{text}");
        }
        assert_eq!(one("17°38'Z 63°14'W"), Ok((-176_333_333, -632_333_333)));
        assert_eq!(one("17.63, -63.23"), Ok((176_300_000, -632_300_000)));
    }

    #[test]
    fn metres_of_rd_are_known_by_their_range() {
        for text in [
            "155000, 463000",
            "155000 463000",
            "155000,463000",
            "155000.0; 463000.0",
        ] {
            let (lat, lon) = one(text).unwrap();
            assert_eq!((lat / 1000, lon / 1000), (521_551, 53_872), "{text}");
        }
        let asked = |text, system| read_places(text, system).map_err(|bad| bad.why);
        assert_eq!(asked("155000 463000", "degrees"), Err(Why::IsRd));
        assert_eq!(asked("51.5 6.1", "rd"), Err(Why::IsDegrees));
        assert_eq!(asked("51°30'N 6°E", "rd"), Err(Why::IsDegrees));
    }

    #[test]
    fn what_is_no_place_is_named_by_its_line_and_why() {
        for (text, why) in [
            ("383000, 209000", Why::Swapped),
            ("6.1, 51.5", Why::Swapped),
            ("209000, 100", Why::Nowhere),
            ("91, 5", Why::Nowhere),
            ("51°61'N 6°E", Why::Nowhere),
            ("51.5", Why::NotTwo),
            ("51.5 6.1 12", Why::NotTwo),
            ("Markt 1, Venlo", Why::NotTwo),
            ("51°N 52°N", Why::NotTwo),
            ("NaN, inf", Why::NotTwo),
        ] {
            assert_eq!(one(text), Err(why), "{text}");
        }
        let bad = read_places("51.5 6.1\n\n51.5 6.2\nhier", "").unwrap_err();
        assert_eq!((bad.line, bad.why), (3, Why::NotTwo));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_answered(
            text in "[-0-9NESWO°'\",.;a \n\u{ff10}]{0,40}", any in ".*",
        ) {
            for text in [text, any] {
                if let Ok(places) = read_places(&text, "") {
                    for place in places {
                        prop_assert!(place.lat.abs() <= 90 * DEGREE);
                        prop_assert!(place.lon.abs() <= 180 * DEGREE);
                    }
                }
            }
        }
    }
}
