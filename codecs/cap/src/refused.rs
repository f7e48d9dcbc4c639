// SPDX-License-Identifier: EUPL-1.2
//! What is not read at all, because reading it is not safe or because it is no alert.

use crate::limits;

/// Why nothing was read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// There is nothing in it.
    #[error("there is nothing in it")]
    Empty,
    /// It has too many bytes.
    #[error("it has more than {} bytes; an alert is a few thousand", limits::BYTES)]
    TooLong,
    /// It declares an encoding that we do not read.
    #[error("its encoding {0:?} is not read; write it in UTF-8")]
    Encoding(String),
    /// Its bytes are not in the encoding that it says.
    #[error("its bytes are no UTF-8, which it says or implies; write it in UTF-8")]
    Bytes,
    /// It has a document type, with which a file can read files and fill memories.
    #[error("it has a DOCTYPE, which an alert may not have; leave it out")]
    DocumentType,
    /// Its elements lie too deep in each other.
    #[error("its elements lie more than {} deep", limits::DEPTH)]
    TooDeep,
    /// An element has too many attributes.
    #[error("an element has more than {} attributes", limits::ATTRIBUTES)]
    TooManyAttributes,
    /// It has too many elements.
    #[error("it has more than {} elements and texts", limits::NODES)]
    TooManyNodes,
    /// One value is too long.
    #[error("the text of {0} has more than {most} bytes", most = limits::TEXT)]
    TextTooLong(String),
    /// It has too many areas.
    #[error("it has more than {} areas", limits::AREAS)]
    TooManyAreas,
    /// An area has too many places.
    #[error("the outlines of {0} have more than {most} places", most = limits::POINTS)]
    TooManyPoints(String),
    /// It is not well-formed XML.
    #[error("it is not well-formed XML: {0}")]
    NotWellFormed(String),
    /// It is XML of something else.
    #[error("it is no alert in CAP 1.1 or 1.2, but {0}")]
    NoAlert(String),
}

impl Refused {
    /// A name for programs, which does not change.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too-long",
            Self::Encoding(_) => "encoding",
            Self::Bytes => "bytes",
            Self::DocumentType => "doctype",
            Self::TooDeep => "too-deep",
            Self::TooManyAttributes => "too-many-attributes",
            Self::TooManyNodes => "too-many-elements",
            Self::TextTooLong(_) => "text-too-long",
            Self::TooManyAreas => "too-many-areas",
            Self::TooManyPoints(_) => "too-many-points",
            Self::NotWellFormed(_) => "not-well-formed",
            Self::NoAlert(_) => "no-alert",
        }
    }

    /// The same in Dutch; [`Display`](std::fmt::Display) has it in English.
    #[must_use]
    pub fn dutch(&self) -> String {
        match self {
            Self::Empty => "er staat niets in".to_owned(),
            Self::TooLong => {
                let most = limits::BYTES;
                format!("het heeft meer dan {most} bytes; een alarm heeft er een paar duizend")
            }
            Self::Encoding(name) => {
                format!("de codering {name:?} wordt niet gelezen; schrijf het in UTF-8")
            }
            Self::Bytes => {
                "de bytes zijn geen UTF-8, en dat hoort wel; schrijf het in UTF-8".to_owned()
            }
            Self::DocumentType => {
                "er staat een DOCTYPE in, en dat mag niet in een alarm; laat het weg".to_owned()
            }
            Self::TooDeep => format!("de elementen liggen meer dan {} diep", limits::DEPTH),
            Self::TooManyAttributes => {
                format!(
                    "een element heeft meer dan {} attributen",
                    limits::ATTRIBUTES
                )
            }
            Self::TooManyNodes => {
                format!("het heeft meer dan {} elementen en teksten", limits::NODES)
            }
            Self::TextTooLong(place) => {
                format!("de tekst van {place} heeft meer dan {} bytes", limits::TEXT)
            }
            Self::TooManyAreas => format!("het heeft meer dan {} gebieden", limits::AREAS),
            Self::TooManyPoints(place) => {
                format!(
                    "de omtrekken van {place} hebben meer dan {} punten",
                    limits::POINTS
                )
            }
            Self::NotWellFormed(what) => format!("het is geen welgevormde XML: {what}"),
            Self::NoAlert(what) => format!("het is geen alarm in CAP 1.1 of 1.2, maar {what}"),
        }
    }
}
