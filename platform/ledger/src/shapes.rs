// SPDX-License-Identifier: EUPL-1.2
//! Rows by where their shape is: first by the box around it, then, where that does not settle it,
//! by the shape itself. The standard asks for the shape (OGC 17-069r4, 7.15.3).

use paraat_contract::{AsKnown, Query, Table};
use paraat_kernel::{Bounds, Geometry, Place};

use crate::{Fault, schema};

/// What holds for the rows whose box meets one of these. What is so now stands in the boxes of its
/// table; what was so once is told by its columns.
pub(crate) fn near(
    query: &Query,
    boxes: &[Bounds],
    mark: &mut dyn FnMut(i64) -> String,
) -> Result<String, Fault> {
    if !query.table.shaped() {
        let name = query.table.name;
        return Err(Fault::Damaged(format!("{name} is no table of shapes")));
    }
    let now = matches!(query.as_known, AsKnown::Now);
    let column = if now { "b." } else { "t.c_" };
    let each = boxes.iter().map(|it| {
        let (west, south) = (mark(it.least.lon), mark(it.least.lat));
        let (east, north) = (mark(it.most.lon), mark(it.most.lat));
        format!(
            "{column}west <= {east} AND {column}east >= {west}
             AND {column}south <= {north} AND {column}north >= {south}"
        )
    });
    let each: Vec<String> = each.collect();
    if each.is_empty() {
        return Ok("FALSE".to_owned());
    }
    if !now {
        return Ok(format!("(({}))", each.join(") OR (")));
    }
    let name = schema::boxes_name(&schema::table_name(query.table));
    let each = each.iter();
    let each = each.map(|it| format!("SELECT b.id FROM {name} b WHERE {it}"));
    Ok(format!(
        "t.id IN ({})",
        each.collect::<Vec<_>>().join(" UNION ")
    ))
}

/// Where a row has its shape, and the boxes that it must touch. Looked up once for all rows.
pub(crate) struct Touching<'a> {
    boxes: Option<&'a [Bounds]>,
    /// West, south, east, north.
    sides: [usize; 4],
    geometry: usize,
}

impl<'a> Touching<'a> {
    /// Of a query whose table's columns begin at `first` in what is selected.
    pub(crate) fn of(query: &'a Query, first: usize) -> Self {
        let at = |name: &str| {
            let found = query.table.columns.iter().position(|it| it.name == name);
            found.map_or(0, |at| at + first)
        };
        Self {
            boxes: query.touches.as_deref(),
            sides: Table::SIDES.map(at),
            geometry: at("geometry"),
        }
    }

    /// True when the shape of a row that is near touches one of the boxes.
    pub(crate) fn holds(&self, row: &rusqlite::Row<'_>) -> Result<bool, Fault> {
        let Some(boxes) = self.boxes else {
            return Ok(true);
        };
        let [west, south, east, north] = self.sides.map(|at| row.get::<_, i64>(at));
        let own = Bounds {
            least: Place {
                lon: west?,
                lat: south?,
            },
            most: Place {
                lon: east?,
                lat: north?,
            },
        };
        if boxes.iter().any(|it| it.holds(own)) {
            return Ok(true);
        }
        let text = row.get_ref(self.geometry)?.as_str().unwrap_or_default();
        let shape = Geometry::from_text(text);
        Ok(shape.is_some_and(|shape| boxes.iter().any(|it| shape.touches(*it))))
    }
}
