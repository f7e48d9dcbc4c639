// SPDX-License-Identifier: EUPL-1.2
//! Whether a ring crosses itself.

use crate::grid::{Box2, Grid};
use crate::ring::turn;
use crate::{Point, Ring};

/// What was found about a ring.
#[derive(Debug, PartialEq, Eq)]
pub enum Crossing {
    /// It does not cross itself. It may touch itself.
    None,
    /// It does, near this point.
    At(Point),
    /// Finding out would take too long.
    TooTangled,
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
                let other = sides.get(*other);
                if other.is_some_and(|other| cross(*side, *other)) {
                    return Crossing::At(side.0);
                }
            }
            grid.put(cell, index);
        }
    }
    Crossing::None
}

/// True when two sides cross at a point that is an end of neither.
fn cross((a, b): (Point, Point), (c, d): (Point, Point)) -> bool {
    let parted = |one: i128, other: i128| one.signum() * other.signum() < 0;
    parted(turn(a, b, c), turn(a, b, d)) && parted(turn(c, d, a), turn(c, d, b))
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
        assert!(matches!(crossing(&tie), Crossing::At(_)));
        let square = ring(&[(0, 0), (10, 0), (10, 10), (0, 10)]);
        assert_eq!(crossing(&square), Crossing::None);
    }

    #[test]
    fn a_ring_that_touches_itself_does_not_cross_itself() {
        let touching = ring(&[(0, 0), (10, 0), (5, 5), (10, 10), (0, 10), (5, 5)]);
        assert_eq!(crossing(&touching), Crossing::None);
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
