// SPDX-License-Identifier: EUPL-1.2
//! The two ways in which coordinates are read and written: degrees, east first (CRS84), and metres
//! of RD New.

use paraat_kernel::geometry::{DEGREE, from_rd, to_rd};
use paraat_kernel::{Bounds, Geometry, Place};
use serde::Serialize;

use crate::ask::Bad;

/// Degrees of WGS 84, east first.
pub const CRS84: &str = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
/// Metres of RD New.
pub const RD: &str = "http://www.opengis.net/def/crs/EPSG/0/28992";

/// A way of writing coordinates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crs {
    /// Degrees.
    Degrees,
    /// RD New.
    Rd,
}

/// A shape as it is written in GeoJSON.
#[derive(Serialize)]
#[serde(tag = "type", content = "coordinates")]
pub enum Drawn {
    /// One place.
    Point([f64; 2]),
    /// Places along a line.
    LineString(Vec<[f64; 2]>),
    /// Rings around an area and its holes.
    Polygon(Vec<Vec<[f64; 2]>>),
}

impl Crs {
    /// What this names; degrees when it is not there.
    pub fn of(name: &str, text: Option<&str>) -> Result<Self, Bad> {
        match text.map(|it| it.trim_matches(['<', '>', '[', ']'])) {
            None | Some(CRS84) => Ok(Self::Degrees),
            Some(RD) => Ok(Self::Rd),
            Some(other) => Err(Bad(format!("{name}={other}: {CRS84} and {RD} are there."))),
        }
    }

    /// Its name.
    pub fn uri(self) -> &'static str {
        match self {
            Self::Degrees => CRS84,
            Self::Rd => RD,
        }
    }

    /// A shape in GeoJSON; none where RD has no coordinates.
    pub fn write(self, geometry: &Geometry) -> Option<Drawn> {
        let line = |places: &Vec<Place>| -> Option<Vec<[f64; 2]>> {
            places.iter().map(|place| self.pair(*place)).collect()
        };
        Some(match geometry {
            Geometry::Point(place) => Drawn::Point(self.pair(*place)?),
            Geometry::LineString(places) => Drawn::LineString(line(places)?),
            Geometry::Polygon(rings) => {
                Drawn::Polygon(rings.iter().map(line).collect::<Option<_>>()?)
            }
        })
    }

    fn pair(self, place: Place) -> Option<[f64; 2]> {
        match self {
            Self::Degrees => Some([degrees(place.lon), degrees(place.lat)]),
            Self::Rd => Some(to_rd(place)?.map(|it| (it * 1000.0).round() / 1000.0)),
        }
    }

    /// The boxes in degrees that `bbox` asks for: two when it goes over the meridian of 180
    /// degrees. A box of RD is read as the box of degrees around it; none where RD has no
    /// coordinates.
    pub fn boxes(self, text: &str) -> Result<Vec<Bounds>, Bad> {
        let bad = || Bad(format!("bbox={text}: four or six numbers, least first."));
        let numbers: Result<Vec<f64>, _> = text.split(',').map(|it| it.trim().parse()).collect();
        let numbers = numbers.map_err(|_not| bad())?;
        let [west, south, east, north] = match numbers.as_slice() {
            [west, south, east, north] | [west, south, _, east, north, _] => {
                [*west, *south, *east, *north]
            }
            _ => return Err(bad()),
        };
        let finite = [west, south, east, north].iter().all(|it| it.is_finite());
        if !finite || south > north {
            return Err(bad());
        }
        match self {
            Self::Rd if west > east => Err(bad()),
            Self::Rd => Ok(around(west, south, east, north).into_iter().collect()),
            Self::Degrees if west > east => Ok(vec![
                bounds(west, south, 180.0, north),
                bounds(-180.0, south, east, north),
            ]),
            Self::Degrees => Ok(vec![bounds(west, south, east, north)]),
        }
    }
}

/// Units as degrees, at most seven figures behind the point.
pub fn degrees(units: i64) -> f64 {
    units as f64 / DEGREE as f64
}

fn bounds(west: f64, south: f64, east: f64, north: f64) -> Bounds {
    let units = |degrees: f64| (degrees.clamp(-360.0, 360.0) * DEGREE as f64).round() as i64;
    Bounds {
        least: Place {
            lon: units(west),
            lat: units(south),
        },
        most: Place {
            lon: units(east),
            lat: units(north),
        },
    }
}

/// The box in degrees around a box of RD: its sides are bent, so places along them count too.
fn around(west: f64, south: f64, east: f64, north: f64) -> Option<Bounds> {
    let (west, east) = (west.max(-7_000.0), east.min(300_000.0));
    let (south, north) = (south.max(289_000.0), north.min(629_000.0));
    if west > east || south > north {
        return None;
    }
    let along = |from: f64, to: f64, step: u8| from + (to - from) * f64::from(step) / 8.0;
    let places = (0..=8).flat_map(|column| {
        (0..=8).filter_map(move |row| from_rd(along(west, east, column), along(south, north, row)))
    });
    Bounds::around(places)
}
