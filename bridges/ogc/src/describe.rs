// SPDX-License-Identifier: EUPL-1.2
//! What is there: the first page, what it conforms to, and the collections with their extents as
//! far as who asks may see.

use paraat_contract::{Called, Collection, Desk, Filter, Order, Query, Row, Value as Cell};
use serde_json::{Value, json};

use crate::Not;
use crate::crs::{CRS84, RD, degrees};
use crate::features::rows;

/// The parts of the standards that hold here.
const CONFORMS: &[&str] = &[
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
    "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
];

/// A link.
pub fn link(rel: &str, kind: &str, href: &str) -> Value {
    json!({ "rel": rel, "type": kind, "href": href, "title": rel })
}

/// A title, with the mark of an exercise before it: a map of it is looked at elsewhere.
pub fn marked(called: &Called, title: &str) -> String {
    match called.marking {
        "" => title.to_owned(),
        marking => format!("{marking} · {title}"),
    }
}

/// The first page.
pub fn landing(called: &Called) -> Value {
    let base = called.base;
    let at = |rel, path: &str| link(rel, "application/json", &format!("{base}{path}"));
    let api = format!("{base}/api");
    json!({
        "title": marked(called, "Paraat"),
        "description": "Features of the shared picture, as far as who asks may see them.",
        "links": [
            at("self", ""),
            link("alternate", "text/html", &format!("{base}?f=html")),
            link("service-desc", "application/vnd.oai.openapi+json;version=3.0", &api),
            link("service-doc", "text/html", &format!("{api}?f=html")),
            at("conformance", "/conformance"),
            at("data", "/collections"),
        ],
    })
}

/// What it conforms to.
pub fn conformance() -> Value {
    json!({ "conformsTo": CONFORMS })
}

/// All collections.
pub fn collections(
    desk: &dyn Desk,
    called: &Called,
    all: &[&'static Collection],
) -> Result<Value, Not> {
    let each = all.iter().map(|it| collection(desk, called, it));
    let each: Vec<Value> = each.collect::<Result<_, Not>>()?;
    let base = format!("{}/collections", called.base);
    Ok(json!({
        "links": [
            link("self", "application/json", &base),
            link("alternate", "text/html", &format!("{base}?f=html")),
        ],
        "crs": [CRS84, RD],
        "collections": each,
    }))
}

/// One collection.
pub fn collection(
    desk: &dyn Desk,
    called: &Called,
    collection: &'static Collection,
) -> Result<Value, Not> {
    let own = format!("{}/collections/{}", called.base, collection.name);
    let items = format!("{own}/items");
    let title = called.words.say(called.audience.language, collection.title);
    Ok(json!({
        "id": collection.name,
        "title": marked(called, &title),
        "itemType": "feature",
        "extent": extent(desk, called, collection)?,
        "crs": [CRS84, RD],
        "storageCrs": CRS84,
        "links": [
            link("self", "application/json", &own),
            link("alternate", "text/html", &format!("{own}?f=html")),
            link("items", "application/geo+json", &items),
            link("items", "text/html", &format!("{items}?f=html")),
        ],
    }))
}

/// The first row by a column, of those that have a value there.
fn first(
    desk: &dyn Desk,
    called: &Called,
    collection: &'static Collection,
    (column, order): (&'static str, Order),
) -> Result<Option<Row>, Not> {
    let mut query = Query::all(collection.table)
        .filter(Filter::Not(column, Cell::Empty))
        .by(order);
    query.limit = 1;
    Ok(rows(desk, called, query)?.rows.into_iter().next())
}

fn extent(desk: &dyn Desk, called: &Called, collection: &'static Collection) -> Result<Value, Not> {
    let end = |column, order| -> Result<Option<i64>, Not> {
        let row = first(desk, called, collection, (column, order))?;
        Ok(row.and_then(|row| row.whole(column)))
    };
    let mut extent = json!({});
    if collection.shaped {
        let sides = [
            end("west", Order::Up("west"))?,
            end("south", Order::Up("south"))?,
            end("east", Order::Down("east"))?,
            end("north", Order::Down("north"))?,
        ];
        if let [Some(west), Some(south), Some(east), Some(north)] = sides {
            let sides = [west, south, east, north].map(degrees);
            extent = json!({ "spatial": { "bbox": [sides], "crs": CRS84 } });
        }
    }
    if let Some((begins, _)) = collection.time {
        let row = first(desk, called, collection, (begins, Order::Up(begins)))?;
        let begin = row.map(|row| row.text(begins).to_owned());
        if let (Some(members), Some(begin)) = (extent.as_object_mut(), begin) {
            let interval = json!({ "interval": [[begin, Value::Null]] });
            members.insert("temporal".to_owned(), interval);
        }
    }
    Ok(extent)
}
