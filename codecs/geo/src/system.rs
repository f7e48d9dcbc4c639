// SPDX-License-Identifier: EUPL-1.2
//! Which coordinate system a file is in: what its `crs` says, else what its numbers look like.

use serde_json::Value;

use crate::raw::short;
use crate::{Point, Refusal, rd};

/// A coordinate system that we read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum System {
    /// Degrees of WGS 84, longitude first. ETRS89 is taken for it: in the Netherlands they lie
    /// less than a metre apart.
    Wgs84,
    /// Metres of RD New (EPSG:28992), east first.
    RdNew,
}

impl System {
    /// A point in this system as we keep it. Numbers that are out of reach end at the edge of
    /// what can be kept, which lies outside the kingdom.
    pub(crate) fn point(self, x: f64, y: f64) -> Point {
        let (lon, lat) = match self {
            Self::Wgs84 => (x, y),
            Self::RdNew => rd::to_degrees(x, y),
        };
        // `as` ends at the limits of the type and never wraps.
        let whole = |degrees: f64| (degrees * 1e7).round() as i32;
        Point {
            lon: whole(lon),
            lat: whole(lat),
        }
    }
}

/// What the numbers of a file look like.
#[derive(Default)]
pub struct Looks {
    all: usize,
    degrees: usize,
    rd: usize,
    first: Option<(f64, f64)>,
}

impl Looks {
    /// Takes a position into account.
    pub fn add(&mut self, x: f64, y: f64) {
        self.all += 1;
        self.first.get_or_insert((x, y));
        if x.abs() <= 180.0 && y.abs() <= 180.0 {
            self.degrees += 1;
        } else if in_rd(x, y) || in_rd(y, x) {
            self.rd += 1;
        }
    }
}

/// The area in which RD is used, in metres, with some water around it.
fn in_rd(x: f64, y: f64) -> bool {
    (-50_000.0..=330_000.0).contains(&x) && (280_000.0..=700_000.0).contains(&y)
}

/// The system of a file, by its `crs` member, else by its numbers.
pub fn system(crs: &Value, looks: &Looks) -> Result<System, Refusal> {
    match name(crs) {
        Some(named) => by_name(&named),
        None => by_numbers(looks),
    }
}

/// The name in a `crs` member; none when there is no such member, or nothing in it.
fn name(crs: &Value) -> Option<String> {
    let inner = match crs {
        Value::Null => return None,
        Value::String(name) => return Some(name.clone()),
        other => other.get("properties"),
    };
    let of = |key: &str| inner.and_then(|inner| inner.get(key));
    let found = of("name").or_else(|| of("code")).or_else(|| of("href"));
    Some(match found {
        Some(Value::String(name)) => name.clone(),
        Some(Value::Number(code)) => code.to_string(),
        _ => "a crs without a name".to_owned(),
    })
}

/// The system with this name, in any of the ways it is written (`EPSG:28992`,
/// `urn:ogc:def:crs:OGC:1.3:CRS84`, a web address).
fn by_name(name: &str) -> Result<System, Refusal> {
    let code = name.rsplit([':', '/', '#']).next().unwrap_or(name).trim();
    match code.to_ascii_uppercase().as_str() {
        // WGS 84 and ETRS89, flat and with heights.
        "CRS84" | "CRS84H" | "4326" | "4979" | "4258" | "4937" => Ok(System::Wgs84),
        // RD New, flat and with heights above NAP.
        "28992" | "7415" => Ok(System::RdNew),
        _ => Err(Refusal::UnknownSystem { named: short(name) }),
    }
}

fn by_numbers(looks: &Looks) -> Result<System, Refusal> {
    if looks.degrees == looks.all {
        return Ok(System::Wgs84);
    }
    if looks.rd * 2 > looks.all {
        return Ok(System::RdNew);
    }
    let (x, y) = looks.first.unwrap_or_default();
    Err(Refusal::UnknownSystem {
        named: format!("the file does not name it and its numbers are such as {x} and {y}"),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn named(crs: &Value) -> Result<System, &'static str> {
        let mut looks = Looks::default();
        looks.add(5.0, 52.0);
        system(crs, &looks).map_err(|refusal| refusal.key())
    }

    #[test]
    fn a_system_is_known_in_each_way_it_is_written() {
        let of = |name: &str| named(&json!({"type": "name", "properties": {"name": name}}));
        for rd in [
            "EPSG:28992",
            "urn:ogc:def:crs:EPSG::28992",
            "http://www.opengis.net/def/crs/EPSG/0/28992",
            "urn:ogc:def:crs:EPSG::7415",
        ] {
            assert_eq!(of(rd), Ok(System::RdNew), "{rd}");
        }
        for wgs in ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "epsg:4258"] {
            assert_eq!(of(wgs), Ok(System::Wgs84), "{wgs}");
        }
        let old = json!({"type": "EPSG", "properties": {"code": 28992}});
        assert_eq!(named(&old), Ok(System::RdNew));
        assert_eq!(named(&Value::Null), Ok(System::Wgs84));
    }

    #[test]
    fn another_system_is_refused_by_its_name() {
        let crs = json!({"type": "name", "properties": {"name": "EPSG:31370"}});
        let refusal = system(&crs, &Looks::default()).unwrap_err();
        assert!(refusal.to_string().contains("EPSG:31370"), "{refusal}");
        assert_eq!(named(&json!(7)), Err("unknown-coordinate-system"));
        assert_eq!(named(&json!({})), Err("unknown-coordinate-system"));
    }

    #[test]
    fn numbers_tell_when_nothing_is_named() {
        let of = |x: f64, y: f64| {
            let mut looks = Looks::default();
            looks.add(x, y);
            by_numbers(&looks).map_err(|refusal| refusal.to_string())
        };
        assert_eq!(of(5.4, 52.1), Ok(System::Wgs84));
        assert_eq!(of(155_000.0, 463_000.0), Ok(System::RdNew));
        assert_eq!(of(463_000.0, 155_000.0), Ok(System::RdNew));
        let mercator = of(600_000.0, 6_800_000.0).unwrap_err();
        assert!(
            mercator.contains("such as 600000 and 6800000"),
            "{mercator}"
        );
    }
}
