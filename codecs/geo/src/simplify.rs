// SPDX-License-Identifier: EUPL-1.2
//! Fewer points for the same areas. The order in which points go is that of Visvalingam and
//! Whyatt ("Line generalisation by repeated elimination of points", The Cartographic Journal 30,
//! 1993): always the point that makes the smallest triangle with its neighbours. Ours works on
//! arcs, so that both sides of a border stay equal, and keeps a point when another one lies in
//! its triangle, so that no border comes to cross another.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::grid::{Box2, Grid};
use crate::ring::{area, in_triangle, turn};
use crate::topology::{Topology, Use};
use crate::{Feature, Point, Ring, points};

/// The largest ring of an area keeps at least so many points, so that a small island beside a
/// large country can still be recognised; any other ring keeps at least `FEWEST`.
const MAIN: usize = 24;
const FEWEST: usize = 4;

/// The same areas with at most so many points in all, as far as that can be done: no area, part
/// or hole is dropped, and borders that were equal stay equal.
pub fn simplify(features: &[Feature], most: usize) -> Vec<Feature> {
    let mut total = points(features);
    if total <= most {
        return features.to_vec();
    }
    let topology = Topology::of(features);
    let mut work = Work::new(&topology, least(features));
    let mut size = usize::MAX;
    while total > most && total < size {
        size = total;
        work.look_anew();
        total = work.remove(total, most);
    }
    let mut rings = topology.rings.iter();
    let mut same = features.to_vec();
    for ring in same
        .iter_mut()
        .flat_map(|it| it.polygons.iter_mut().flatten())
    {
        let uses = rings.next().map(Vec::as_slice).unwrap_or_default();
        *ring = work.ring(uses);
    }
    same
}

/// The fewest points that each ring keeps, in the order of the rings.
fn least(features: &[Feature]) -> Vec<usize> {
    let mut least = Vec::new();
    for feature in features {
        let rings = || feature.polygons.iter().flatten();
        let largest = rings().map(|ring| area(ring)).max();
        least.extend(rings().map(|ring| {
            let main = Some(area(ring)) == largest;
            ring.len().min(if main { MAIN } else { FEWEST })
        }));
    }
    least
}

/// One point of an arc.
struct Node {
    point: Point,
    arc: usize,
    /// Its neighbours; none for the two ends of an arc, which stay.
    beside: Option<[usize; 2]>,
    gone: bool,
}

/// Arcs while points are taken out of them.
struct Work {
    nodes: Vec<Node>,
    /// Node of the first point of each arc, and how many points it has left.
    arcs: Vec<(usize, usize)>,
    /// The rings that run along each arc; a ring that does so twice stands there twice.
    along: Vec<Vec<usize>>,
    /// How many points each ring has, and the fewest that it keeps.
    rings: Vec<(usize, usize)>,
    grid: Grid,
    heap: BinaryHeap<Reverse<(u128, usize)>>,
}

impl Work {
    fn new(topology: &Topology, least: Vec<usize>) -> Self {
        let mut nodes: Vec<Node> = Vec::new();
        let mut arcs = Vec::new();
        for (number, arc) in topology.arcs.iter().enumerate() {
            let first = nodes.len();
            arcs.push((first, arc.len()));
            nodes.extend(arc.iter().enumerate().map(|(at, point)| Node {
                point: *point,
                arc: number,
                beside: (at > 0 && at + 1 < arc.len()).then(|| [first + at - 1, first + at + 1]),
                gone: false,
            }));
        }
        let mut along = vec![Vec::new(); topology.arcs.len()];
        let mut rings = Vec::new();
        for ((number, uses), least) in topology.rings.iter().enumerate().zip(least) {
            let mut points = 0;
            for it in uses {
                points += topology.arcs.get(it.arc).map_or(0, |arc| arc.len() - 1);
                if let Some(along) = along.get_mut(it.arc) {
                    along.push(number);
                }
            }
            rings.push((points, least));
        }
        Self {
            nodes,
            arcs,
            along,
            rings,
            grid: Grid::around(&[], 1),
            heap: BinaryHeap::new(),
        }
    }

    /// Puts every point that is left in a new grid and a new order. A grid that was made for
    /// many more points than are left would have cells too small to search quickly.
    fn look_anew(&mut self) {
        let left: Vec<usize> = {
            let nodes = self.nodes.iter().enumerate();
            nodes
                .filter(|(_, node)| !node.gone)
                .map(|(at, _)| at)
                .collect()
        };
        let at = |node: &usize| self.nodes.get(*node).map(|node| node.point);
        let points: Vec<Point> = left.iter().filter_map(at).collect();
        let mut grid = Grid::around(&points, points.len());
        for (node, point) in left.iter().zip(points) {
            grid.put(grid.cell(point), *node);
        }
        self.grid = grid;
        self.heap.clear();
        for node in left {
            self.weigh(node);
        }
    }

    /// The triangle of a point with its neighbours; none for the end of an arc.
    fn triangle(&self, node: usize) -> Option<[Point; 3]> {
        let here = self.nodes.get(node)?;
        let [before, after] = here.beside?;
        let point = |node: usize| self.nodes.get(node).map(|node| node.point);
        Some([point(before)?, here.point, point(after)?])
    }

    fn weigh(&mut self, node: usize) {
        if let Some([a, b, c]) = self.triangle(node) {
            self.heap
                .push(Reverse((turn(a, b, c).unsigned_abs(), node)));
        }
    }

    /// Takes points out until there are at most so many, or half are gone, or none can go.
    /// Answers how many are left.
    fn remove(&mut self, total: usize, most: usize) -> usize {
        let (mut left, enough) = (total, most.max(total / 2));
        while left > enough {
            let Some(Reverse((weight, node))) = self.heap.pop() else {
                break;
            };
            let gone = self.nodes.get(node).is_none_or(|node| node.gone);
            let Some([a, b, c]) = self.triangle(node).filter(|_| !gone) else {
                continue;
            };
            // A point whose neighbours changed was weighed again and stands here twice.
            let current = turn(a, b, c).unsigned_abs() == weight;
            if current && self.may_go(node, [a, b, c]) {
                left -= self.take(node);
            }
        }
        left
    }

    fn may_go(&self, node: usize, triangle: [Point; 3]) -> bool {
        let Some(here) = self.nodes.get(node) else {
            return false;
        };
        let along = self
            .along
            .get(here.arc)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let spares = |ring: &usize| {
            let uses = along.iter().filter(|other| *other == ring).count();
            let counts = self.rings.get(*ring);
            counts.is_some_and(|(points, least)| *points >= *least + uses)
        };
        // An arc that ends where it begins keeps enough points to enclose something.
        let loops = triangle.first() == triangle.last();
        !loops && along.iter().all(spares) && self.is_free(triangle)
    }

    /// True when no other point lies in a triangle.
    fn is_free(&self, triangle: [Point; 3]) -> bool {
        let cells = self.grid.cells(Box2::around(&triangle));
        let mut near = cells.into_iter().flat_map(|cell| self.grid.at(cell));
        near.all(|node| {
            let point = self.nodes.get(*node).map(|node| node.point);
            let inside = |point| !triangle.contains(&point) && in_triangle(point, triangle);
            !point.is_some_and(inside)
        })
    }

    /// Takes a point out; answers by how many the rings together got shorter.
    fn take(&mut self, node: usize) -> usize {
        let Some(here) = self.nodes.get_mut(node) else {
            return 0;
        };
        here.gone = true;
        let (point, arc, beside) = (here.point, here.arc, here.beside);
        self.grid.take(self.grid.cell(point), node);
        if let Some([before, after]) = beside {
            self.join(before, after);
            self.weigh(before);
            self.weigh(after);
        }
        if let Some((_, count)) = self.arcs.get_mut(arc) {
            *count -= 1;
        }
        let along = self.along.get(arc).map(Vec::as_slice).unwrap_or_default();
        for ring in along {
            if let Some((points, _)) = self.rings.get_mut(*ring) {
                *points -= 1;
            }
        }
        along.len()
    }

    /// Makes two points neighbours.
    fn join(&mut self, before: usize, after: usize) {
        if let Some([_, next]) = self.nodes.get_mut(before).and_then(|it| it.beside.as_mut()) {
            *next = after;
        }
        if let Some([last, _]) = self.nodes.get_mut(after).and_then(|it| it.beside.as_mut()) {
            *last = before;
        }
    }

    /// What is left of a ring.
    fn ring(&self, uses: &[Use]) -> Ring {
        let mut ring = Ring::new();
        for it in uses {
            let mut arc = self.arc(it.arc);
            if it.back {
                arc.reverse();
            }
            arc.pop();
            ring.extend(arc);
        }
        ring
    }

    fn arc(&self, number: usize) -> Vec<Point> {
        let (first, end) = {
            let first = self.arcs.get(number).map_or(0, |(first, _)| *first);
            let next = self.arcs.get(number + 1);
            (first, next.map_or(self.nodes.len(), |(first, _)| *first))
        };
        let nodes = self.nodes.iter().take(end).skip(first);
        nodes
            .filter(|node| !node.gone)
            .map(|node| node.point)
            .collect()
    }
}
