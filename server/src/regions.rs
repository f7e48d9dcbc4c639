// SPDX-License-Identifier: EUPL-1.2
//! The borders of regions and islands as GeoJSON, for maps that have nothing else to stand on: what
//! somebody imported into the registers, in the colour that each chose, as whoever asks may see it.

use std::collections::BTreeSet;

use paraat_contract::{Answer, Broken, Called, Desk, Filter, Need, Query, Row, Said, Surface};
use paraat_incident::tables::COLOUR;
use paraat_kernel::geometry::DEGREE;
use paraat_kernel::{Outline, Place};
use paraat_registers::state::boundary;
use paraat_registers::tables::{BOUNDARY, ORGANISATION};
use serde_json::{Value, json};

/// The door at `/regions`.
pub struct Regions;

impl Surface for Regions {
    fn name(&self) -> &'static str {
        "regions"
    }

    fn answer(&self, desk: &dyn Desk, called: &Called) -> Result<Said, Broken> {
        if !called.path.is_empty() {
            return Ok(said(404, &json!({ "code": "NotFound" })));
        }
        let kinds = ["safety-region", "public-body"].map(Into::into);
        let needs = [
            Need::Rows(Query::all(&ORGANISATION).filter(Filter::In("kind", kinds.into()))),
            Need::Rows(Query::all(&BOUNDARY)),
            Need::Rows(Query::all(&COLOUR)),
        ];
        let (answers, _) = desk.answers(called.audience, &needs)?;
        let rows = |at: usize| match answers.get(at) {
            Some(Answer::Rows(found)) => found.rows.as_slice(),
            _ => &[],
        };
        let (regions, borders, colours) = (rows(0), rows(1), rows(2));
        let chosen = |area: &str| {
            let own = |row: &&Row| row.stream.owner.as_str() == area;
            colours.iter().find(own)
        };
        let named: BTreeSet<&str> = regions.iter().map(|row| row.text("slug")).collect();
        let features: Vec<Value> = named
            .into_iter()
            .filter_map(|area| feature(area, boundary(area, borders)?, chosen(area)))
            .collect();
        let all = json!({ "type": "FeatureCollection", "features": features });
        Ok(said(200, &all))
    }
}

fn said(status: u16, value: &Value) -> Said {
    Said {
        status,
        kind: "application/geo+json",
        headers: Vec::new(),
        body: value.to_string().into_bytes(),
    }
}

fn feature(area: &str, border: &Row, chosen: Option<&Row>) -> Option<Value> {
    let outline: Outline = border.text("rings").parse().ok()?;
    let degrees = |units: i64| units as f64 / DEGREE as f64;
    let place = |it: &Place| json!([degrees(it.lon), degrees(it.lat)]);
    let ring = |places: &Vec<Place>| -> Value { places.iter().map(place).collect() };
    let polygon = |rings: &Vec<Vec<Place>>| -> Value { rings.iter().map(ring).collect() };
    let polygons: Value = outline.0.iter().map(polygon).collect();
    Some(json!({
        "type": "Feature",
        "id": area,
        "properties": {
            "colour": chosen.map(|row| row.text("colour")),
            "name": border.text("name"),
            "pattern": chosen.map(|row| row.text("pattern")),
            "year": border.whole("year"),
            "source": border.text("source"),
        },
        "geometry": { "type": "MultiPolygon", "coordinates": polygons },
    }))
}
