// SPDX-License-Identifier: EUPL-1.2
use crate::cross::{Crossing, crossing, is_small};
use crate::raw::{self, Nest, RawFeature, RawGeometry, short};
use crate::system::{Looks, system};
use crate::{
    Boundaries, Feature, Finding, Point, Polygon, Problem, Refusal, Ring, Size, System, kingdom,
    named, ring,
};

/// Reads a file of boundaries.
///
/// # Errors
/// `Refusal` when nothing in it can be used. What is wrong with one area is a finding instead.
pub fn read(bytes: &[u8]) -> Result<Boundaries, Refusal> {
    // Some programs of Windows put this mark before UTF-8.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    within(Size::Bytes, bytes.len())?;
    within(Size::Depth, raw::depth(bytes))?;
    let (collection, features) = raw::collection(bytes)?;
    within(Size::Features, features.len())?;
    let nests = features
        .iter()
        .filter_map(|it| parts(it.geometry.as_ref()?));
    let (mut looks, mut points) = (Looks::default(), 0);
    for nest in nests {
        points += nest.count();
        nest.each(&mut |x, y| looks.add(x, y));
    }
    within(Size::Points, points)?;
    if points == 0 {
        return Err(Refusal::NoPolygons);
    }
    let system = system(&collection.crs, &looks)?;
    let mut all = All::default();
    for (place, feature) in (1..).zip(&features) {
        all.add(place, feature, system);
    }
    if all.features.is_empty() {
        return Err(Refusal::NoPolygons);
    }
    Ok(Boundaries {
        features: all.features,
        findings: all.findings,
        system,
        year: named::year(&collection.more, &features),
        source: named::source(&collection.more, &features),
    })
}

fn within(size: Size, found: usize) -> Result<(), Refusal> {
    if found > size.most() {
        return Err(Refusal::TooLarge { size, found });
    }
    Ok(())
}

/// The coordinates of a polygon or of several; none of anything else.
fn parts(geometry: &RawGeometry) -> Option<&Nest> {
    let polygons = matches!(geometry.kind.as_str(), "Polygon" | "MultiPolygon");
    geometry.coordinates.as_ref().filter(|_| polygons)
}

/// What was read so far.
#[derive(Default)]
struct All {
    features: Vec<Feature>,
    findings: Vec<Finding>,
}

impl All {
    fn add(&mut self, place: usize, raw: &RawFeature, system: System) {
        let (code, name) = (named::code(raw), named::name(raw));
        let named = named::both(&code, &name);
        let mut problems = Vec::new();
        if named.is_empty() {
            problems.push(Problem::NoName);
        }
        let polygons = match raw.geometry.as_ref() {
            Some(geometry) => match parts(geometry) {
                Some(nest) => Rings::read(nest, system, &mut problems).polygons,
                None => {
                    let found = format!("a {}", short(&geometry.kind));
                    problems.push(Problem::NoPolygon { found });
                    Vec::new()
                }
            },
            None => {
                let found = "no geometry".to_owned();
                problems.push(Problem::NoPolygon { found });
                Vec::new()
            }
        };
        let same = |it: &&mut Feature| it.code == code && it.name == name && !named.is_empty();
        let before = self.features.iter_mut().find(same);
        match before {
            Some(before) if !polygons.is_empty() => {
                problems.push(Problem::Joined { with: before.place });
                before.polygons.extend(polygons);
            }
            None if !polygons.is_empty() => self.features.push(Feature {
                place,
                code,
                name,
                polygons,
            }),
            _ => {}
        }
        self.findings
            .extend(problems.into_iter().map(|problem| Finding {
                place,
                named: named.clone(),
                problem,
            }));
    }
}

/// The rings of one area while they are read.
struct Rings<'a> {
    polygons: Vec<Polygon>,
    system: System,
    swapped: bool,
    /// How many rings were met, closed and turned.
    met: usize,
    closed: usize,
    turned: usize,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Rings<'a> {
    /// Reads polygons of any nesting: a list of positions is a ring, a list of rings a polygon.
    fn read(nest: &Nest, system: System, problems: &'a mut Vec<Problem>) -> Self {
        let mut rings = Self {
            polygons: Vec::new(),
            system,
            swapped: is_swapped(nest, system),
            met: 0,
            closed: 0,
            turned: 0,
            problems,
        };
        rings.all(nest);
        if rings.swapped {
            rings.problems.push(Problem::OrderSwapped);
        }
        if rings.closed > 0 {
            rings.problems.push(Problem::RingsClosed(rings.closed));
        }
        if rings.turned > 0 {
            rings.problems.push(Problem::RingsTurned(rings.turned));
        }
        let points = rings.polygons.iter().flatten().flatten();
        if let Some(at) = points.copied().find(|point| !kingdom::holds(*point)) {
            rings.problems.push(Problem::OutsideKingdom { at });
        }
        rings
    }

    fn all(&mut self, nest: &Nest) {
        let Some(inner) = nest.list() else {
            return;
        };
        if inner.iter().any(is_ring) {
            let rings: Vec<Option<Ring>> = inner.iter().map(|nest| self.ring(nest)).collect();
            self.polygon(rings);
        } else {
            inner.iter().for_each(|nest| self.all(nest));
        }
    }

    /// A ring that encloses something.
    fn ring(&mut self, nest: &Nest) -> Option<Ring> {
        self.met += 1;
        let mut points = Vec::with_capacity(nest.count());
        nest.each(&mut |x, y| {
            let (x, y) = if self.swapped { (y, x) } else { (x, y) };
            points.push(self.system.point(x, y));
        });
        let (ring, opened) = ring::clean(points);
        if ring.len() < 3 || ring::area(&ring) == 0 {
            // A figure of eight encloses as much on the left as on the right.
            if ring.len() < 4 || crossing(&ring) == Crossing::None {
                self.problems.push(Problem::TooFewPoints { ring: self.met });
                return None;
            }
        }
        self.closed += usize::from(opened);
        let number = self.met;
        match crossing(&ring) {
            Crossing::None => {}
            Crossing::At(at, _) if is_small(&ring) => {
                self.problems
                    .push(Problem::SmallCrossing { ring: number, at });
            }
            Crossing::At(at, _) => {
                self.problems
                    .push(Problem::SelfCrossing { ring: number, at });
            }
            Crossing::TooTangled => self.problems.push(Problem::TooTangled { ring: number }),
        }
        Some(ring)
    }

    /// A polygon of the rings that are good; without its outer ring there is none.
    fn polygon(&mut self, rings: Vec<Option<Ring>>) {
        let mut rings = rings.into_iter();
        let Some(outer) = rings.next().flatten() else {
            return;
        };
        let outer = self.turn(outer, false);
        let holes: Vec<Ring> = rings.flatten().collect();
        let mut polygon = vec![outer];
        for hole in holes {
            polygon.push(self.turn(hole, true));
        }
        self.polygons.push(polygon);
    }

    /// A ring the right way round.
    fn turn(&mut self, mut ring: Ring, hole: bool) -> Ring {
        if (ring::area(&ring) < 0) != hole {
            ring.reverse();
            self.turned += 1;
        }
        ring
    }
}

/// True for a list of positions.
fn is_ring(nest: &Nest) -> bool {
    let first = nest.list().and_then(<[Nest]>::first);
    matches!(first, Some(Nest::Position(..)))
}

/// True when all of it lies outside the kingdom as it stands, and inside once x and y change
/// places. No part of the kingdom is where another part comes to lie that way.
fn is_swapped(nest: &Nest, system: System) -> bool {
    let (mut outside, mut inside) = (true, true);
    let holds = |point: Point| kingdom::holds(point);
    nest.each(&mut |x, y| {
        outside &= !holds(system.point(x, y));
        inside &= holds(system.point(y, x));
    });
    outside && inside && nest.count() > 0
}
