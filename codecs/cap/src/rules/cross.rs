// SPDX-License-Identifier: EUPL-1.2
//! Whether an outline crosses itself. Only sides whose extents from west to east meet are held
//! against each other, and no more pairs than [`STEPS`] in all areas of an alert: an outline that
//! needs more is not judged.

use crate::alert::Point;

/// Pairs of sides that are looked at in one alert, some milliseconds.
pub const STEPS: usize = 1_000_000;

/// A side, by where it begins and ends.
#[derive(Clone, Copy)]
struct Side {
    from: Point,
    to: Point,
    /// Its number along the outline.
    number: usize,
}

impl Side {
    fn west(&self) -> i64 {
        self.from.longitude.min(self.to.longitude)
    }

    fn east(&self) -> i64 {
        self.from.longitude.max(self.to.longitude)
    }
}

/// Where the first side that crosses another begins. The outline must be closed.
pub fn first(outline: &[Point], steps: &mut usize) -> Option<Point> {
    let ends = outline.iter().zip(outline.iter().skip(1));
    let sides = ends.filter(|(from, to)| from != to).enumerate();
    let mut sides: Vec<Side> = sides
        .map(|(number, (from, to))| Side {
            from: *from,
            to: *to,
            number,
        })
        .collect();
    let last = sides.len().saturating_sub(1);
    sides.sort_by_key(Side::west);
    for (at, side) in sides.iter().enumerate() {
        let after = sides.get(at + 1..).unwrap_or_default();
        for other in after.iter().take_while(|other| other.west() <= side.east()) {
            *steps = steps.checked_sub(1)?;
            let apart = side.number.abs_diff(other.number);
            if apart > 1 && apart < last && cross(side, other) {
                return Some(side.from);
            }
        }
    }
    None
}

/// True when two sides cross or touch. Where an outline touches itself in a point of it, it is
/// drawn with a bridge, as outlines with a hole are; that is no crossing.
fn cross(a: &Side, b: &Side) -> bool {
    let shared = [a.from, a.to]
        .iter()
        .any(|point| [b.from, b.to].contains(point));
    let (c, d) = (turn(a, b.from), turn(a, b.to));
    let (e, f) = (turn(b, a.from), turn(b, a.to));
    !shared && c * d < 0 && e * f < 0
}

/// On which side of a line a point lies: -1, 0 or 1.
fn turn(line: &Side, point: Point) -> i128 {
    let wide = |value: i64| i128::from(value);
    let along = wide(line.to.longitude) - wide(line.from.longitude);
    let up = wide(line.to.latitude) - wide(line.from.latitude);
    let across = wide(point.longitude) - wide(line.from.longitude);
    let over = wide(point.latitude) - wide(line.from.latitude);
    (along * over - up * across).signum()
}

#[cfg(test)]
mod tests {
    use super::{STEPS, first};
    use crate::alert::Point;

    fn outline(places: &[(i64, i64)]) -> Vec<Point> {
        let point = |&(latitude, longitude): &(i64, i64)| Point {
            latitude,
            longitude,
        };
        places.iter().map(point).collect()
    }

    #[test]
    fn a_bow_crosses_and_a_square_does_not() {
        let square = outline(&[(0, 0), (0, 2), (2, 2), (2, 0), (0, 0)]);
        assert_eq!(first(&square, &mut STEPS.clone()), None);
        let bow = outline(&[(0, 0), (2, 2), (0, 2), (2, 0), (0, 0)]);
        assert!(first(&bow, &mut STEPS.clone()).is_some());
        assert_eq!(first(&bow, &mut 0), None);
    }

    #[test]
    fn a_bridge_to_a_hole_is_no_crossing() {
        let hole = [
            (0, 0),
            (0, 9),
            (9, 9),
            (9, 0),
            (0, 0),
            (3, 3),
            (3, 6),
            (6, 6),
            (6, 3),
            (3, 3),
            (0, 0),
        ];
        assert_eq!(first(&outline(&hole), &mut STEPS.clone()), None);
    }
}
