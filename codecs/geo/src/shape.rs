// SPDX-License-Identifier: EUPL-1.2
use crate::{Finding, System, named};

/// A place on the earth: WGS 84, in whole numbers of 1e-7 degree, about a centimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// East of Greenwich.
    pub lon: i32,
    /// North of the equator.
    pub lat: i32,
}

/// A closed line. Its first point does not come again at the end. An outer ring runs against the
/// clock, a hole runs with it (RFC 7946, 3.1.6).
pub type Ring = Vec<Point>;

/// An outer ring, then its holes.
pub type Polygon = Vec<Ring>;

/// One area of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feature {
    /// Its place in the file, from 1.
    pub place: usize,
    /// Its code in capitals (`VR23`), empty when the file gives none.
    pub code: String,
    /// Its name, empty when the file gives none.
    pub name: String,
    /// Its parts.
    pub polygons: Vec<Polygon>,
}

/// What stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boundaries {
    /// The areas that have a polygon, in the order of the file.
    pub features: Vec<Feature>,
    /// What was mended and what is wrong.
    pub findings: Vec<Finding>,
    /// The coordinate system that the file is in.
    pub system: System,
    /// The year for which the boundaries hold, when the file tells.
    pub year: Option<u16>,
    /// Where they come from, when the file tells.
    pub source: Option<String>,
}

impl Boundaries {
    /// True when nothing is wrong with an area, nor with others of its code and name, which were
    /// joined with it.
    pub fn is_good(&self, feature: &Feature) -> bool {
        let named = named::both(&feature.code, &feature.name);
        let about =
            |it: &&Finding| it.place == feature.place || (!named.is_empty() && it.named == named);
        let mut about = self.findings.iter().filter(about);
        !about.any(|finding| finding.problem.is_wrong())
    }
}

/// How many points these areas have in all. A point of a border counts for each side.
pub fn points(features: &[Feature]) -> usize {
    let rings = features
        .iter()
        .flat_map(|feature| feature.polygons.iter().flatten());
    rings.map(Vec::len).sum()
}
