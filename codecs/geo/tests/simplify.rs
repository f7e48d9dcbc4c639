// SPDX-License-Identifier: EUPL-1.2
//! Fewer points, the same neighbours.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

use std::collections::BTreeSet;

use paraat_geo::{Feature, Point, Ring, points, simplify};
use proptest::prelude::*;

type Edge = (Point, Point);

fn edges(features: &[Feature]) -> BTreeSet<Edge> {
    let rings = features.iter().flat_map(|it| it.polygons.iter().flatten());
    let of = |ring: &Ring| -> Vec<Edge> {
        let ends = ring.iter().cycle().skip(1);
        ring.iter().copied().zip(ends.copied()).collect()
    };
    rings.flat_map(of).collect()
}

/// Edges with an area on one side only.
fn coast(features: &[Feature]) -> BTreeSet<Edge> {
    let all = edges(features);
    let inner = |(a, b): &Edge| all.contains(&(*b, *a));
    all.iter().copied().filter(|edge| !inner(edge)).collect()
}

fn area(features: &[Feature]) -> i128 {
    let each = |(a, b): &Edge| {
        i128::from(a.lon) * i128::from(b.lat) - i128::from(b.lon) * i128::from(a.lat)
    };
    edges(features).iter().map(each).sum()
}

/// Where a border between two corners of a chequered country runs: the same from both sides.
fn wavy(a: (i32, i32), b: (i32, i32), seed: u64) -> Vec<Point> {
    const STEPS: i32 = 12;
    let (from, to, back) = if a < b { (a, b, false) } else { (b, a, true) };
    let mut state = seed ^ u64::try_from(from.0 * 7919 + from.1 * 104_729 + to.0 * 31).unwrap();
    let mut wave = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        i32::try_from(state >> 40).unwrap() % 3000 - 1500
    };
    let along = |from: i32, to: i32, step: i32| (from * (STEPS - step) + to * step) * 10_000;
    let mut line: Vec<Point> = (0..=STEPS)
        .map(|step| {
            let end = step == 0 || step == STEPS;
            let (east, north) = if end { (0, 0) } else { (wave(), wave()) };
            Point {
                lon: along(from.0, to.0, step) + east * 5,
                lat: along(from.1, to.1, step) + north * 5,
            }
        })
        .collect();
    if back {
        line.reverse();
    }
    line.pop();
    line
}

/// A country of so many by so many areas with wavy borders, the last with an island.
fn country(size: i32, seed: u64) -> Vec<Feature> {
    let mut features = Vec::new();
    for column in 0..size {
        for row in 0..size {
            let (east, north) = (column + 1, row + 1);
            let corners = [(column, row), (east, row), (east, north), (column, north)];
            let ends = corners.iter().cycle().skip(1);
            let ring = corners
                .iter()
                .zip(ends)
                .flat_map(|(a, b)| wavy(*a, *b, seed));
            features.push(Feature {
                place: features.len() + 1,
                code: String::new(),
                name: String::new(),
                polygons: vec![vec![ring.collect()]],
            });
        }
    }
    let far = |lon, lat| Point {
        lon: lon + size * 120_000 + 400_000,
        lat,
    };
    let island = [(0, 0), (90, 10), (100, 50), (60, 100), (20, 90), (-10, 40)];
    let island = island.map(|(lon, lat)| far(lon, lat)).to_vec();
    if let Some(last) = features.last_mut() {
        last.polygons.push(vec![island]);
    }
    features
}

#[test]
fn nothing_is_dropped_and_the_number_is_met() {
    let country = country(4, 1);
    let most = 500;
    let few = simplify(&country, most);
    assert!(points(&country) > 750);
    // A point of an inner border counts twice.
    assert!(
        (most - 1..=most).contains(&points(&few)),
        "{}",
        points(&few)
    );
    let shape = |features: &[Feature]| -> Vec<usize> {
        features.iter().map(|it| it.polygons.len()).collect()
    };
    assert_eq!(shape(&few), shape(&country));
}

#[test]
fn enough_is_left_alone_and_too_few_is_not_forced() {
    let country = country(3, 2);
    assert!(simplify(&country, points(&country)) == country);
    let least = simplify(&country, 0);
    assert!(
        least.iter().all(|it| it.polygons[0][0].len() >= 4),
        "{least:?}"
    );
    assert_eq!(least[8].polygons[1][0].len(), 4);
    assert_eq!(simplify(&[], 10), []);
}

#[test]
fn a_point_stays_when_an_island_lies_in_its_triangle() {
    let at = |lon, lat| Point { lon, lat };
    // A shallow bay with an island in it, and teeth elsewhere that are larger than the bay.
    let mut ring = vec![at(0, 0), at(500, 40), at(1000, 0)];
    let teeth = (0..40).map(|step| at(1000 - step * 25, 1000 + (step % 2) * 900));
    ring.extend(teeth);
    let feature = |place, ring: Ring| Feature {
        place,
        code: String::new(),
        name: String::new(),
        polygons: vec![vec![ring]],
    };
    let island = vec![at(490, 10), at(510, 10), at(500, 20)];
    let few = simplify(&[feature(1, ring), feature(2, island)], 30);
    assert!(few[0].polygons[0][0].contains(&at(500, 40)), "{few:?}");
}

proptest! {
    #[test]
    fn both_sides_of_every_border_stay_equal(
        seed in any::<u64>(), size in 1..5, most in 0..900_usize,
    ) {
        let country = country(size, seed);
        let few = simplify(&country, most);
        // Sides without a neighbour lie along the old coast only: no sliver opened inside.
        let shore: BTreeSet<Point> = coast(&country).into_iter().map(|(a, _)| a).collect();
        for (a, b) in coast(&few) {
            prop_assert!(shore.contains(&a) && shore.contains(&b), "{a:?} {b:?}");
        }
        prop_assert!(points(&few) <= points(&country));
        prop_assert_eq!(few.len(), country.len());
        prop_assert!(area(&few) > 0);
    }

    #[test]
    fn any_areas_are_answered(
        rings in prop::collection::vec(
            prop::collection::vec((-9..9_i32, -9..9_i32), 0..12), 0..8),
        most in 0..50_usize,
    ) {
        let feature = |ring: &Vec<(i32, i32)>| Feature {
            place: 1,
            code: String::new(),
            name: String::new(),
            polygons: vec![vec![ring.iter().map(|&(lon, lat)| Point { lon, lat }).collect()]],
        };
        let features: Vec<Feature> = rings.iter().map(feature).collect();
        let few = simplify(&features, most);
        prop_assert_eq!(few.len(), features.len());
        prop_assert!(points(&few) <= points(&features));
    }
}
