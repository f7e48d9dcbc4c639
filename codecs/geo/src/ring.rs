// SPDX-License-Identifier: EUPL-1.2
//! One ring: closed, without repeats, the right way round.

use crate::{Point, Ring};

/// A ring as we keep it, and whether it had to be closed.
pub fn clean(mut points: Vec<Point>) -> (Ring, bool) {
    points.dedup();
    let closed = points.len() > 1 && points.first() == points.last();
    if closed {
        points.pop();
    }
    (points, !closed)
}

/// Twice the area that a ring encloses; below zero when it runs with the clock.
pub fn area(ring: &[Point]) -> i128 {
    let ends = ring.iter().skip(1).chain(ring.first());
    let each = |(one, next): (&Point, &Point)| {
        let [a, b, c, d] = [one.lon, next.lat, next.lon, one.lat].map(i128::from);
        a * b - c * d
    };
    ring.iter().zip(ends).map(each).sum()
}

/// Twice the area of a triangle; above zero when it turns to the left.
pub fn turn(a: Point, b: Point, c: Point) -> i128 {
    let apart = |one: i32, other: i32| i128::from(one) - i128::from(other);
    apart(b.lon, a.lon) * apart(c.lat, a.lat) - apart(b.lat, a.lat) * apart(c.lon, a.lon)
}

/// True when a point lies in a triangle or on its sides.
pub fn in_triangle(point: Point, [a, b, c]: [Point; 3]) -> bool {
    let turns = [turn(a, b, point), turn(b, c, point), turn(c, a, point)];
    turns.iter().all(|turn| *turn >= 0) || turns.iter().all(|turn| *turn <= 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    pub fn points(of: &[(i32, i32)]) -> Vec<Point> {
        of.iter().map(|&(lon, lat)| Point { lon, lat }).collect()
    }

    #[test]
    fn an_open_ring_is_closed_and_repeats_are_dropped() {
        let square = points(&[(0, 0), (1, 0), (1, 0), (1, 1), (0, 1), (0, 0)]);
        let (ring, opened) = clean(square);
        assert_eq!((ring.len(), opened), (4, false));
        let (ring, opened) = clean(ring);
        assert_eq!((ring.len(), opened), (4, true));
    }

    #[test]
    fn the_sign_of_an_area_tells_the_direction() {
        let mut square = points(&[(0, 0), (2, 0), (2, 2), (0, 2)]);
        assert_eq!(area(&square), 8);
        square.reverse();
        assert_eq!(area(&square), -8);
        let whole = [i32::MIN, i32::MAX];
        let corners = [(0, 0), (1, 0), (1, 1), (0, 1)];
        let world: Vec<Point> = corners
            .map(|(x, y)| Point {
                lon: whole[x],
                lat: whole[y],
            })
            .into();
        assert_eq!(area(&world), 2 * i128::from(u32::MAX).pow(2));
    }
}
