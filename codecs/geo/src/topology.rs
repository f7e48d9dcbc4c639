// SPDX-License-Identifier: EUPL-1.2
//! Rings cut into arcs at the points where borders part, so that a border between two areas is
//! one arc, and whatever is done to it is done to both sides.

use std::collections::{HashMap, HashSet};

use crate::{Feature, Point, Ring};

/// A piece of border, from one parting point to the next, both included. The arc of a ring that
/// has no parting point ends where it begins.
pub type Arc = Vec<Point>;

/// A use of an arc.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// Which arc.
    pub arc: usize,
    /// True when it is run from its end to its beginning.
    pub back: bool,
}

/// The arcs of some areas, and of which arcs each ring is made, in the order of the rings.
#[derive(Debug, Default)]
pub struct Topology {
    /// Every arc once.
    pub arcs: Vec<Arc>,
    /// For each ring the arcs along it.
    pub rings: Vec<Vec<Use>>,
}

impl Topology {
    /// Cuts the rings of these areas.
    pub fn of(features: &[Feature]) -> Self {
        let rings = || features.iter().flat_map(|it| it.polygons.iter().flatten());
        let partings = partings(rings());
        let mut known: HashMap<Arc, usize> = HashMap::new();
        let mut topology = Self::default();
        for ring in rings() {
            let mut uses = Vec::new();
            for arc in cut(ring, &partings) {
                let mut turned = arc.clone();
                turned.reverse();
                let back = turned < arc;
                let arc = if back { turned } else { arc };
                let next = topology.arcs.len();
                let arc_number = *known.entry(arc.clone()).or_insert(next);
                if arc_number == next {
                    topology.arcs.push(arc);
                }
                uses.push(Use {
                    arc: arc_number,
                    back,
                });
            }
            topology.rings.push(uses);
        }
        topology
    }
}

/// The points at which borders part: whose neighbours are not the same two everywhere.
fn partings<'a>(rings: impl Iterator<Item = &'a Ring>) -> HashSet<Point> {
    let mut beside: HashMap<Point, [Point; 2]> = HashMap::new();
    let mut found = HashSet::new();
    for ring in rings {
        let count = ring.len();
        let before = ring.iter().cycle().skip(count.saturating_sub(1));
        let after = ring.iter().cycle().skip(1);
        for ((point, before), after) in ring.iter().zip(before).zip(after) {
            let mut both = [*before, *after];
            both.sort_unstable();
            if *beside.entry(*point).or_insert(both) != both {
                found.insert(*point);
            }
        }
    }
    found
}

/// A ring as arcs, in the order in which it runs.
fn cut(ring: &Ring, partings: &HashSet<Point>) -> Vec<Arc> {
    // A ring without partings begins at its first point in order, so that the ring of an enclave
    // and the hole around it are the same arc.
    let parts = ring.iter().position(|point| partings.contains(point));
    let least = || ring.iter().enumerate().min_by_key(|(_, point)| **point);
    let start = parts.or_else(|| least().map(|(at, _)| at)).unwrap_or(0);
    let mut arcs = Vec::new();
    let mut arc = Vec::new();
    let around = ring.iter().cycle().skip(start).take(ring.len() + 1);
    for (step, point) in around.enumerate() {
        arc.push(*point);
        let ends = step == ring.len() || partings.contains(point);
        if step > 0 && ends {
            arcs.push(std::mem::replace(&mut arc, vec![*point]));
        }
    }
    arcs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(place: usize, of: &[(i32, i32)]) -> Feature {
        let ring = of.iter().map(|&(lon, lat)| Point { lon, lat }).collect();
        Feature {
            place,
            code: String::new(),
            name: String::new(),
            polygons: vec![vec![ring]],
        }
    }

    #[test]
    fn the_border_between_two_areas_is_one_arc() {
        let left = area(1, &[(0, 0), (5, 0), (5, 3), (5, 7), (5, 10), (0, 10)]);
        let right = area(2, &[(9, 0), (9, 10), (5, 10), (5, 7), (5, 3), (5, 0)]);
        let topology = Topology::of(&[left, right]);
        assert_eq!(topology.arcs.len(), 3);
        let shared = |ring: usize| topology.rings[ring].iter().map(|it| it.arc);
        let both: Vec<usize> = shared(0)
            .filter(|arc| shared(1).any(|it| it == *arc))
            .collect();
        assert_eq!(both.len(), 1);
        assert_eq!(topology.arcs[both[0]].len(), 4);
    }

    #[test]
    fn an_island_is_one_arc_that_ends_where_it_begins() {
        let topology = Topology::of(&[area(1, &[(5, 5), (9, 5), (7, 9)])]);
        let at = |lon, lat| Point { lon, lat };
        assert_eq!(topology.arcs, [[at(5, 5), at(7, 9), at(9, 5), at(5, 5)]]);
    }

    #[test]
    fn an_enclave_and_the_hole_around_it_are_one_arc() {
        let mut around = area(1, &[(0, 0), (9, 0), (9, 9), (0, 9)]);
        let enclave = area(2, &[(3, 3), (6, 3), (6, 6), (3, 6)]);
        let mut hole = enclave.polygons[0][0].clone();
        hole.reverse();
        hole.rotate_left(2);
        around.polygons[0].push(hole);
        let topology = Topology::of(&[around, enclave]);
        assert_eq!(topology.arcs.len(), 2);
        assert_eq!(topology.rings[1][0].arc, topology.rings[2][0].arc);
        assert_ne!(topology.rings[1][0].back, topology.rings[2][0].back);
    }
}
