// SPDX-License-Identifier: EUPL-1.2
//! Boundaries of areas out of GeoJSON (RFC 7946): polygons with a code and a name each, in WGS 84
//! or in the Dutch grid RD New, as whole numbers of 1e-7 degree. Reading never panics. It answers
//! what stands in the file together with what was mended and what is wrong with it, or one reason
//! why the file cannot be read at all.
//!
//! ```
//! let text = br#"{"type": "FeatureCollection", "features": [{"type": "Feature",
//!     "properties": {"code": "VR99", "naam": "Voorbeeld"},
//!     "geometry": {"type": "Polygon",
//!         "coordinates": [[[5.0, 52.0], [5.1, 52.0], [5.1, 52.1], [5.0, 52.0]]]}}]}"#;
//! let read = paraat_geo::read(text)?;
//! assert_eq!(read.features[0].code, "VR99");
//! assert_eq!(read.features[0].polygons[0][0][0].lon, 50_000_000);
//! assert!(read.findings.is_empty());
//! # Ok::<(), paraat_geo::Refusal>(())
//! ```

mod cross;
mod finding;
mod grid;
mod kingdom;
mod named;
mod raw;
mod rd;
mod read;
mod refusal;
mod ring;
mod shape;
mod simplify;
mod system;
mod topology;

pub use finding::{Finding, Problem};
pub use read::read;
pub use refusal::{Refusal, Size};
pub use shape::{Boundaries, Feature, Point, Polygon, Ring, points};
pub use simplify::simplify;
pub use system::System;
