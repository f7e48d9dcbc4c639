// SPDX-License-Identifier: EUPL-1.2
//! What a request for features selects, as a question to a read table.

use paraat_contract::{Called, Collection, ColumnKind, Filter, Query, Value};
use paraat_kernel::Timestamp;

use crate::ask::{self, Bad, parameter};
use crate::crs::Crs;

/// Features on a page when nothing is said.
const PAGE: u32 = 100;
/// The most on a page.
const MOST: u32 = 10_000;

/// What is selected.
pub struct Selected {
    /// The question, with the page that is asked for.
    pub query: Query,
    /// In which coordinates the answer is.
    pub crs: Crs,
}

/// Reads the parameters of `items`.
pub fn selected(called: &Called, collection: &'static Collection) -> Result<Selected, Bad> {
    let own = [
        "f", "bbox", "bbox-crs", "crs", "limit", "offset", "datetime",
    ];
    let known: Vec<&str> = own.iter().chain(collection.properties).copied().collect();
    ask::only(called, &known)?;
    let limit = ask::whole(called, "limit", PAGE, (1, MOST))?;
    let offset = ask::whole(called, "offset", 0, (0, u32::MAX))?;
    let mut query = Query::all(collection.table).page(offset, limit);
    let crs = Crs::of("crs", parameter(called, "crs"))?;
    let box_crs = Crs::of("bbox-crs", parameter(called, "bbox-crs"))?;
    if let Some(text) = parameter(called, "bbox") {
        let boxes = box_crs.boxes(text)?;
        if collection.shaped {
            query = query.touching(boxes);
        }
    }
    if let Some(text) = parameter(called, "datetime") {
        query = during(query, collection, text)?;
    }
    for name in collection.properties {
        if let Some(text) = parameter(called, name) {
            let column = collection.table.columns.iter().find(|it| it.name == *name);
            let value = match column.map(|it| it.kind) {
                Some(ColumnKind::Whole) => {
                    let number: Result<i64, _> = text.parse();
                    let bad = |_not| Bad(format!("{name}={text}: not a whole number."));
                    Value::Whole(number.map_err(bad)?)
                }
                _ => text.into(),
            };
            query = query.is(name, value);
        }
    }
    Ok(Selected { query, crs })
}

/// A moment, or a stretch of time with `..` or nothing for an open end.
fn during(query: Query, collection: &Collection, text: &str) -> Result<Query, Bad> {
    let bad = || {
        Bad(format!(
            "datetime={text}: a moment, or two with a / between them."
        ))
    };
    let moment = |text: &str| match text {
        "" | ".." => Ok(None),
        text => text.parse::<Timestamp>().map(Some).map_err(|_not| bad()),
    };
    let (from, to) = match text.split_once('/') {
        Some((from, to)) => (moment(from)?, moment(to)?),
        None => {
            let at = moment(text)?.ok_or_else(bad)?;
            (Some(at), Some(at))
        }
    };
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        return Err(bad());
    }
    let Some((begins, ends)) = collection.time else {
        return Ok(query);
    };
    let value = |at: Timestamp| Value::from(at.to_string());
    let mut query = query;
    if let Some(to) = to {
        query = query.filter(Filter::Between(begins, None, Some(value(to))));
    }
    if let Some(from) = from {
        query = query.filter(Filter::Any(vec![
            Filter::Is(ends, "".into()),
            Filter::Is(ends, Value::Empty),
            Filter::Between(ends, Some(value(from)), None),
        ]));
    }
    Ok(query)
}
