// SPDX-License-Identifier: EUPL-1.2
use std::fmt;

/// What a file may have too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// Bytes.
    Bytes,
    /// Lists and objects within each other.
    Depth,
    /// Areas.
    Features,
    /// Points in all.
    Points,
}

impl Size {
    /// The most that is read. Far above what the country takes: the 342 municipalities of 2023
    /// at full detail have some 600,000 points.
    pub fn most(self) -> usize {
        match self {
            Self::Bytes => 64 * 1024 * 1024,
            Self::Depth => 32,
            Self::Features => 5_000,
            Self::Points => 1_000_000,
        }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bytes => "bytes",
            Self::Depth => "lists within each other",
            Self::Features => "areas",
            Self::Points => "points",
        })
    }
}

/// Why a file is not read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is not JSON.
    #[error("this is not JSON: line {line} cannot be read")]
    NotJson {
        /// The line where reading ended, from 1.
        line: usize,
    },
    /// It is JSON, and not a FeatureCollection of GeoJSON.
    #[error("this is not GeoJSON (RFC 7946): {found}")]
    NotGeoJson {
        /// What was found instead.
        found: String,
    },
    /// None of its areas has a polygon.
    #[error("no area in this file has a polygon")]
    NoPolygons,
    /// It is in a coordinate system that we do not know.
    #[error("the coordinate system is not known: {named}; use WGS 84 or RD New (EPSG:28992)")]
    UnknownSystem {
        /// The name in the file, else what its numbers look like.
        named: String,
    },
    /// It is larger than what is read.
    #[error("this is too large: {found} {size}, at most {} are read", size.most())]
    TooLarge {
        /// What there is too much of.
        size: Size,
        /// How much of it.
        found: usize,
    },
}

impl Refusal {
    /// A stable name.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotJson { .. } => "not-json",
            Self::NotGeoJson { .. } => "not-geojson",
            Self::NoPolygons => "no-polygons",
            Self::UnknownSystem { .. } => "unknown-coordinate-system",
            Self::TooLarge { size, .. } => match size {
                Size::Bytes => "too-many-bytes",
                Size::Depth => "too-deep",
                Size::Features => "too-many-features",
                Size::Points => "too-many-points",
            },
        }
    }
}
