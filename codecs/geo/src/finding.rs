// SPDX-License-Identifier: EUPL-1.2
use std::fmt;

use crate::Point;

/// Something about one area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The place of the area in the file, from 1.
    pub place: usize,
    /// Its code and name, as far as the file gives them.
    pub named: String,
    /// What it is.
    pub problem: Problem,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "area {}", self.place)?;
        if !self.named.is_empty() {
            write!(f, " ({})", self.named)?;
        }
        write!(f, ": {}", self.problem)
    }
}

/// What was found. Rings are counted from 1 within their area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// So many rings did not end where they begin; they were closed.
    RingsClosed(usize),
    /// So many rings ran the wrong way round; they were turned.
    RingsTurned(usize),
    /// Latitude stood before longitude, or north before east; they were exchanged.
    OrderSwapped,
    /// It has the code and name of an area before it; they were joined.
    Joined {
        /// The place of that area.
        with: usize,
    },
    /// A ring has too few points to enclose anything; it was left out.
    TooFewPoints {
        /// The ring.
        ring: usize,
    },
    /// A ring crosses itself.
    SelfCrossing {
        /// The ring.
        ring: usize,
        /// A point near by.
        at: Point,
    },
    /// A ring crosses itself over less than a thousandth of its area; it is kept as it stands.
    SmallCrossing {
        /// The ring.
        ring: usize,
        /// A point near by.
        at: Point,
    },
    /// A ring is so tangled that it was not settled whether it crosses itself.
    TooTangled {
        /// The ring.
        ring: usize,
    },
    /// It has no polygon.
    NoPolygon {
        /// What it has instead.
        found: String,
    },
    /// It has no code and no name.
    NoName,
    /// It lies, in part at least, outside the Kingdom of the Netherlands.
    OutsideKingdom {
        /// The first point that does.
        at: Point,
    },
}

impl Problem {
    /// A stable name.
    pub fn key(&self) -> &'static str {
        match self {
            Self::RingsClosed(_) => "rings-closed",
            Self::RingsTurned(_) => "rings-turned",
            Self::OrderSwapped => "order-swapped",
            Self::Joined { .. } => "joined",
            Self::TooFewPoints { .. } => "too-few-points",
            Self::SelfCrossing { .. } => "self-crossing",
            Self::SmallCrossing { .. } => "small-crossing",
            Self::TooTangled { .. } => "too-tangled",
            Self::NoPolygon { .. } => "no-polygon",
            Self::NoName => "no-name",
            Self::OutsideKingdom { .. } => "outside-kingdom",
        }
    }

    /// True when somebody must look at the file; false for what was mended and for what matters
    /// too little.
    pub fn is_wrong(&self) -> bool {
        match self {
            Self::RingsClosed(_)
            | Self::RingsTurned(_)
            | Self::OrderSwapped
            | Self::Joined { .. }
            | Self::SmallCrossing { .. } => false,
            Self::TooFewPoints { .. }
            | Self::SelfCrossing { .. }
            | Self::TooTangled { .. }
            | Self::NoPolygon { .. }
            | Self::NoName
            | Self::OutsideKingdom { .. } => true,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RingsClosed(1) => {
                write!(f, "one ring did not end where it begins; it was closed")
            }
            Self::RingsClosed(n) => {
                write!(
                    f,
                    "{n} rings did not end where they begin; they were closed"
                )
            }
            Self::RingsTurned(1) => write!(f, "one ring ran the wrong way round; it was turned"),
            Self::RingsTurned(n) => {
                write!(f, "{n} rings ran the wrong way round; they were turned")
            }
            Self::OrderSwapped => {
                write!(
                    f,
                    "its coordinates stood in the wrong order; they were exchanged"
                )
            }
            Self::Joined { with } => {
                write!(
                    f,
                    "it has the code and name of area {with}; they were joined"
                )
            }
            Self::TooFewPoints { ring } => {
                write!(f, "ring {ring} has too few points to enclose anything")
            }
            Self::SelfCrossing { ring, at } => {
                write!(f, "ring {ring} crosses itself near ")?;
                degrees(f, *at)
            }
            Self::SmallCrossing { ring, at } => {
                write!(f, "ring {ring} crosses itself near ")?;
                degrees(f, *at)?;
                write!(f, ", over less than a thousandth of its area; it is kept")
            }
            Self::TooTangled { ring } => {
                write!(
                    f,
                    "ring {ring} is too tangled to tell whether it crosses itself"
                )
            }
            Self::NoPolygon { found } => write!(f, "it has no polygon but {found}"),
            Self::NoName => write!(f, "it has no code and no name"),
            Self::OutsideKingdom { at } => {
                write!(f, "it lies outside the Kingdom of the Netherlands, at ")?;
                degrees(f, *at)
            }
        }
    }
}

/// A point for people: north, then east, in degrees.
fn degrees(f: &mut fmt::Formatter<'_>, at: Point) -> fmt::Result {
    let [lat, lon] = [at.lat, at.lon].map(|whole| f64::from(whole) / 1e7);
    write!(f, "{lat:.5} N {lon:.5} E")
}
