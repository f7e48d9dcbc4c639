// SPDX-License-Identifier: EUPL-1.2
//! Shapes out of GeoJSON, which has degrees as fractions, east first.

use serde_json::Value;

use super::{BadGeometry, DEGREE, Geometry};
use crate::Place;

impl Geometry {
    /// The shape in a `geometry` of GeoJSON, checked. Several shapes in one are taken when they are
    /// one; a third coordinate (height) is left out.
    pub fn from_geojson(value: &Value) -> Result<Self, BadGeometry> {
        let kind = value.get("type").and_then(Value::as_str);
        if kind == Some("GeometryCollection") {
            return Err(BadGeometry::Nested);
        }
        let all = value.get("coordinates").ok_or(BadGeometry::NotAShape)?;
        let shape = match kind {
            Some("Point") => Self::Point(place(all)?),
            Some("LineString") => Self::LineString(places(all)?),
            Some("Polygon") => Self::Polygon(rings(all)?),
            Some("MultiPoint") => Self::Point(place(only(all)?)?),
            Some("MultiLineString") => Self::LineString(places(only(all)?)?),
            Some("MultiPolygon") => Self::Polygon(rings(only(all)?)?),
            _ => return Err(BadGeometry::NotAShape),
        };
        shape.checked()
    }
}

fn only(all: &Value) -> Result<&Value, BadGeometry> {
    match all.as_array().map(Vec::as_slice) {
        Some([one]) => Ok(one),
        Some([]) => Err(BadGeometry::TooFew),
        Some(_) => Err(BadGeometry::Nested),
        None => Err(BadGeometry::NotAShape),
    }
}

fn list(all: &Value) -> Result<&[Value], BadGeometry> {
    let list = all.as_array().ok_or(BadGeometry::NotAShape)?;
    if list.len() > super::MOST_PLACES {
        return Err(BadGeometry::TooMany(list.len()));
    }
    Ok(list)
}

fn rings(all: &Value) -> Result<Vec<Vec<Place>>, BadGeometry> {
    list(all)?.iter().map(places).collect()
}

fn places(all: &Value) -> Result<Vec<Place>, BadGeometry> {
    list(all)?.iter().map(place).collect()
}

fn place(pair: &Value) -> Result<Place, BadGeometry> {
    let [lon, lat, ..] = pair.as_array().map(Vec::as_slice).unwrap_or_default() else {
        return Err(BadGeometry::NotAShape);
    };
    let units = |degrees: &Value, most: f64| {
        let degrees = degrees.as_f64().ok_or(BadGeometry::NotAShape)?;
        if degrees.abs() > most {
            return Err(BadGeometry::OffEarth);
        }
        Ok((degrees * DEGREE as f64).round() as i64)
    };
    Ok(Place {
        lon: units(lon, 180.0)?,
        lat: units(lat, 90.0)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Geometry, BadGeometry> {
        Geometry::from_geojson(&serde_json::from_str(text).unwrap())
    }

    #[test]
    fn shapes_are_read_and_what_is_several_in_one_is_not() {
        let point = read(r#"{"type":"Point","coordinates":[6.1,51.5,12]}"#);
        let place = Place {
            lon: 61_000_000,
            lat: 515_000_000,
        };
        assert_eq!(point, Ok(Geometry::Point(place)));
        let area = r#"{"type":"MultiPolygon","coordinates":[[[[5,51],[6,51],[6,52],[5,51]]]]}"#;
        assert_eq!(read(area).map(|it| it.form()), Ok("area"));
        for (text, bad) in [
            (
                r#"{"type":"MultiPoint","coordinates":[[5,51],[6,51]]}"#,
                BadGeometry::Nested,
            ),
            (
                r#"{"type":"GeometryCollection","geometries":[]}"#,
                BadGeometry::Nested,
            ),
            (
                r#"{"type":"Point","coordinates":[209000,383000]}"#,
                BadGeometry::OffEarth,
            ),
            (
                r#"{"type":"Point","coordinates":["a","b"]}"#,
                BadGeometry::NotAShape,
            ),
            (r#"{"type":"Point"}"#, BadGeometry::NotAShape),
            (
                r#"{"type":"Polygon","coordinates":[]}"#,
                BadGeometry::TooFew,
            ),
            (
                r#"{"type":"Circle","coordinates":[5,51]}"#,
                BadGeometry::NotAShape,
            ),
            ("null", BadGeometry::NotAShape),
        ] {
            assert_eq!(read(text), Err(bad), "{text}");
        }
    }
}
