// SPDX-License-Identifier: EUPL-1.2
//! The file as it stands there: JSON in the shape of GeoJSON, nothing judged yet.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::Refusal;

/// A FeatureCollection.
#[derive(Deserialize)]
pub struct Collection {
    #[serde(default, rename = "type")]
    pub kind: String,
    #[serde(default)]
    pub features: Option<Vec<RawFeature>>,
    /// The coordinate system, as files before RFC 7946 name it.
    #[serde(default)]
    pub crs: Value,
    /// Whatever else stands there.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

/// A feature.
#[derive(Deserialize)]
pub struct RawFeature {
    #[serde(default)]
    pub id: Value,
    #[serde(default)]
    pub properties: Option<Map<String, Value>>,
    #[serde(default)]
    pub geometry: Option<RawGeometry>,
}

/// A geometry of any type.
#[derive(Deserialize)]
pub struct RawGeometry {
    #[serde(default, rename = "type")]
    pub kind: String,
    #[serde(default)]
    pub coordinates: Option<Nest>,
}

/// Coordinates: lists within each other, the innermost ones positions.
#[derive(Debug)]
pub enum Nest {
    /// A number outside any position.
    Number(f64),
    /// A position: its first two numbers, x and y. A height is not kept.
    Position(f64, f64),
    /// A list of others.
    List(Vec<Nest>),
}

impl Nest {
    /// How many positions it holds.
    pub fn count(&self) -> usize {
        match self {
            Self::Number(_) => 0,
            Self::Position(..) => 1,
            Self::List(inner) => inner.iter().map(Self::count).sum(),
        }
    }

    /// Gives each position to a function.
    pub fn each(&self, look: &mut impl FnMut(f64, f64)) {
        match self {
            Self::Number(_) => {}
            Self::Position(x, y) => look(*x, *y),
            Self::List(inner) => inner.iter().for_each(|nest| nest.each(look)),
        }
    }

    /// The list, when it is one.
    pub fn list(&self) -> Option<&[Nest]> {
        match self {
            Self::List(inner) => Some(inner),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Nest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Nesting)
    }
}

struct Nesting;

impl<'de> Visitor<'de> for Nesting {
    type Value = Nest;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("coordinates that are lists of numbers")
    }

    fn visit_f64<E>(self, number: f64) -> Result<Nest, E> {
        Ok(Nest::Number(number))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Nest, E> {
        let whole = i32::try_from(number);
        let whole = whole.map_err(|_far| E::custom("a coordinate that is far too large"))?;
        Ok(Nest::Number(f64::from(whole)))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Nest, E> {
        let whole = u32::try_from(number);
        let whole = whole.map_err(|_far| E::custom("a coordinate that is far too large"))?;
        Ok(Nest::Number(f64::from(whole)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Nest, A::Error> {
        let mut inner = Vec::new();
        while let Some(nest) = seq.next_element()? {
            inner.push(nest);
        }
        match inner.as_slice() {
            [Nest::Number(x), Nest::Number(y), ..] => Ok(Nest::Position(*x, *y)),
            [Nest::Number(_), ..] => Err(A::Error::custom("a position of one number")),
            _ => Ok(Nest::List(inner)),
        }
    }
}

/// How deep lists and objects stand within each other.
pub fn depth(bytes: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut quoted, mut escaped) = (false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'[' | b'{' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Reads the file.
pub fn collection(bytes: &[u8]) -> Result<(Collection, Vec<RawFeature>), Refusal> {
    let mut read: Collection = serde_json::from_slice(bytes).map_err(|error| {
        let line = error.line();
        if error.is_data() {
            let found = error.to_string();
            Refusal::NotGeoJson { found }
        } else {
            Refusal::NotJson { line }
        }
    })?;
    let features = read.features.take();
    match (read.kind.as_str(), features) {
        ("FeatureCollection", Some(features)) => Ok((read, features)),
        ("FeatureCollection", None) => Err(Refusal::NotGeoJson {
            found: "a FeatureCollection without features".to_owned(),
        }),
        ("", _) => Err(Refusal::NotGeoJson {
            found: "an object without a type".to_owned(),
        }),
        (other, _) => Err(Refusal::NotGeoJson {
            found: format!("a {} where a FeatureCollection is wanted", short(other)),
        }),
    }
}

/// As much of a text from outside as a sentence can hold.
pub fn short(text: &str) -> String {
    text.chars()
        .filter(|char| !char.is_control())
        .take(80)
        .collect()
}
