// SPDX-License-Identifier: EUPL-1.2
//! Whether a ring crosses itself, and how much that matters.

use crate::grid::{Box2, Grid};
use crate::ring::{area, turn};
use crate::{Point, Ring};

/// What was found about a ring.
#[derive(Debug, PartialEq, Eq)]
pub enum Crossing {
    /// It does not cross itself. It may touch itself.
    None,
    /// It does, at this point, with the sides that begin at these two places in the ring.
    At(Point, [usize; 2]),
    /// Finding out would take too long.
    TooTangled,
}

/// The part of its area, one in so many, that a ring may run through the wrong way round before
/// that matters. Where a dike is narrower than the detail of a file, its two sides come to cross
/// over a few metres; files of public bodies have such places.
const SMALL: i128 = 1_000;
/// The most loops that a ring is taken apart into.
const LOOPS: usize = 100;

/// True when what a ring runs through the wrong way round is too little to matter.
pub fn is_small(ring: &Ring) -> bool {
    let whole = area(ring);
    let mut wrong = 0;
    let mut open = vec![ring.clone()];
    let mut loops = 0;
    while let Some(part) = open.pop() {
        loops += 1;
        match crossing(&part) {
            Crossing::None if area(&part).signum() != whole.signum() => {
                wrong += area(&part).abs();
            }
            Crossing::None => {}
            Crossing::At(at, [first, last]) if loops < LOOPS => {
                open.extend(parted(&part, at, first, last));
            }
            _ => return false,
        }
    }
    wrong * SMALL <= whole.abs()
}

/// The two loops that a ring makes at a crossing.
fn parted(ring: &Ring, at: Point, first: usize, last: usize) -> [Ring; 2] {
    let inner = ring.iter().take(last + 1).skip(first + 1).copied();
    let before = ring.iter().take(first + 1).copied();
    let after = ring.iter().skip(last + 1).copied();
    let mut parts = [
        inner.chain([at]).collect::<Ring>(),
        before.chain([at]).chain(after).collect(),
    ];
    parts.iter_mut().for_each(Vec::dedup);
    parts
}

/// Looks at each two sides that lie near each other. Borders as they are published take a few
/// comparisons a side; what takes very many more is not worth the time.
pub fn crossing(ring: &Ring) -> Crossing {
    let sides: Vec<(Point, Point)> = {
        let ends = ring.iter().skip(1).chain(ring.first());
        ring.iter().copied().zip(ends.copied()).collect()
    };
    let budget = sides.len() * 400 + 100_000;
    let mut grid = Grid::around(ring, sides.len());
    let mut work = 0;
    for (index, side) in sides.iter().enumerate() {
        let cells = grid.cells(Box2::around(&[side.0, side.1]));
        work += cells.len();
        if work > budget {
            return Crossing::TooTangled;
        }
        for cell in cells {
            for other in grid.at(cell) {
                work += 1;
                let met = sides.get(*other).and_then(|it| cross(*it, *side));
                if let Some(at) = met {
                    return Crossing::At(at, [*other, index]);
                }
            }
            grid.put(cell, index);
        }
    }
    Crossing::None
}

/// Where two sides cross, at a point that is an end of neither.
fn cross((a, b): (Point, Point), (c, d): (Point, Point)) -> Option<Point> {
    let parts = |one: i128, other: i128| one.signum() * other.signum() < 0;
    let (one, other) = (turn(c, d, a), turn(c, d, b));
    if !parts(one, other) || !parts(turn(a, b, c), turn(a, b, d)) {
        return None;
    }
    // How far along the first side, to the nearest place that can be kept.
    let along = one as f64 / (one - other) as f64;
    let between = |from: i32, to: i32| {
        let step = (f64::from(to) - f64::from(from)) * along;
        (f64::from(from) + step).round() as i32
    };
    Some(Point {
        lon: between(a.lon, b.lon),
        lat: between(a.lat, b.lat),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(of: &[(i32, i32)]) -> Ring {
        of.iter().map(|&(lon, lat)| Point { lon, lat }).collect()
    }

    #[test]
    fn a_bow_tie_crosses_itself_and_a_square_does_not() {
        let tie = ring(&[(0, 0), (10, 10), (10, 0), (0, 10)]);
        let middle = Point { lon: 5, lat: 5 };
        assert_eq!(crossing(&tie), Crossing::At(middle, [0, 2]));
        assert!(!is_small(&tie));
        let square = ring(&[(0, 0), (10, 0), (10, 10), (0, 10)]);
        assert_eq!(crossing(&square), Crossing::None);
    }

    #[test]
    fn a_ring_that_touches_itself_does_not_cross_itself() {
        let touching = ring(&[(0, 0), (10, 0), (5, 5), (10, 10), (0, 10), (5, 5)]);
        assert_eq!(crossing(&touching), Crossing::None);
    }

    #[test]
    fn a_dike_whose_sides_cross_matters_little() {
        let land = [(0, 0), (1000, 0), (1000, 1000), (520, 1000)];
        // The eastern side of the dike pokes through the western one, to an island and back.
        let dike = [(499, 1050), (520, 1100), (600, 1300), (400, 1300)];
        let back = [(500, 1100), (500, 1000), (0, 1000)];
        let of = |dike: &[(i32, i32)]| ring(&[&land, dike, &back].concat());
        let poking = of(&dike);
        assert!(matches!(crossing(&poking), Crossing::At(..)));
        assert!(is_small(&poking));
        let wide = [(300, 1050), (520, 1100), (600, 1300), (400, 1300)];
        assert!(!is_small(&of(&wide)));
        let turned = [(400, 1300), (600, 1300), (520, 1100)];
        assert!(!is_small(&of(&turned)));
    }

    #[test]
    fn a_long_ring_is_looked_through_in_short_time() {
        let step = |at: i32| (at * 10, (at % 2) * 7 + (at / 1000));
        let mut long: Vec<(i32, i32)> = (0..200_000).map(step).collect();
        long.extend([(2_000_000, -10_000), (0, -10_000)]);
        assert_eq!(crossing(&ring(&long)), Crossing::None);
    }

    #[test]
    fn a_tangle_is_given_up() {
        let side = |at: i32| (if at % 2 == 0 { -at } else { at + 1_000_000 }, at);
        let tangle: Vec<(i32, i32)> = (0..20_000).map(side).collect();
        assert_eq!(crossing(&ring(&tangle)), Crossing::TooTangled);
    }
}
