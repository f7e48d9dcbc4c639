// SPDX-License-Identifier: EUPL-1.2
//! Rows as features.

use paraat_contract::{
    Answer, Called, Collection, Desk, Filter, Need, Query, Row, Rows, Value as Cell,
};
use paraat_kernel::{Geometry, StreamId};
use serde_json::{Map, Value, json};

use crate::ask::{self, parameter};
use crate::crs::Crs;
use crate::describe::link;
use crate::{Not, Told, select};

/// Parts the stream of a feature from its part, in its id.
const PARTED: char = '~';

/// The rows that answer one question.
pub fn rows(desk: &dyn Desk, called: &Called, query: Query) -> Result<Rows, Not> {
    let (answers, _) = desk.answers(called.audience, &[Need::Rows(query)])?;
    match answers.into_iter().next() {
        Some(Answer::Rows(rows)) => Ok(rows),
        _ => Ok(Rows::default()),
    }
}

fn id(row: &Row) -> String {
    // A slash would be read as the next part of an address.
    format!("{}{PARTED}{}", row.stream, row.part.replace('/', ":"))
}

fn feature(row: &Row, collection: &Collection, crs: Crs) -> Value {
    let geometry = collection
        .shaped
        .then(|| Geometry::from_text(row.text("geometry")));
    let geometry = geometry.flatten().map(|it| crs.write(&it));
    let mut properties = Map::new();
    properties.insert("owner".to_owned(), json!(row.stream.owner.as_str()));
    for name in collection.properties {
        let value = match row.value(name) {
            Cell::Empty => Value::Null,
            Cell::Whole(number) => json!(number),
            Cell::Text(text) => json!(text),
        };
        properties.insert((*name).to_owned(), value);
    }
    json!({
        "type": "Feature",
        "id": id(row),
        "geometry": geometry,
        "properties": properties,
    })
}

/// The address of a page of the same selection.
fn page(called: &Called, collection: &Collection, change: &[(&str, String)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in called.query {
        if !change.iter().any(|(own, _)| own == name) {
            query.append_pair(name, value);
        }
    }
    for (name, value) in change {
        query.append_pair(name, value);
    }
    let query = query.finish();
    let sign = if query.is_empty() { "" } else { "?" };
    format!(
        "{}/collections/{}/items{sign}{query}",
        called.base, collection.name
    )
}

/// A page of features. The links to other pages keep all that selects.
pub fn items(
    desk: &dyn Desk,
    called: &Called,
    collection: &'static Collection,
) -> Result<Told, Not> {
    let selected = select::selected(called, collection)?;
    let (offset, limit) = (selected.query.offset, selected.query.limit);
    let found = rows(desk, called, selected.query)?;
    let features = found
        .rows
        .iter()
        .map(|row| feature(row, collection, selected.crs));
    let form = |form: &str| page(called, collection, &[("f", form.to_owned())]);
    let mut links = vec![
        link("self", "application/geo+json", &form("json")),
        link("alternate", "text/html", &form("html")),
        link(
            "collection",
            "application/json",
            &format!("{}/collections/{}", called.base, collection.name),
        ),
    ];
    let at = |offset: u32| page(called, collection, &[("offset", offset.to_string())]);
    let next = offset.saturating_add(limit);
    if u64::from(next) < found.total {
        links.push(link("next", "application/geo+json", &at(next)));
    }
    if offset > 0 {
        let before = offset.saturating_sub(limit);
        links.push(link("prev", "application/geo+json", &at(before)));
    }
    let all = json!({
        "type": "FeatureCollection",
        "features": features.collect::<Vec<_>>(),
        "links": links,
        "numberMatched": found.total,
        "numberReturned": found.rows.len(),
        "timeStamp": called.now.to_string(),
    });
    let title = called.words.say(called.audience.language, collection.title);
    Ok(Told::Features(all, title, selected.crs.uri()))
}

/// One feature.
pub fn item(
    desk: &dyn Desk,
    called: &Called,
    collection: &'static Collection,
    id: &str,
) -> Result<Told, Not> {
    ask::only(called, &["f", "crs"])?;
    let crs = Crs::of("crs", parameter(called, "crs"))?;
    let (stream, part) = id.split_once(PARTED).ok_or(Not::There)?;
    let stream: StreamId = stream.parse().map_err(|_not| Not::There)?;
    let query = Query::all(collection.table)
        .filter(Filter::Stream(stream))
        .filter(Filter::Part(part.replace(':', "/")));
    let found = rows(desk, called, query)?;
    let row = found.rows.first().ok_or(Not::There)?;
    let mut feature = feature(row, collection, crs);
    let own = format!("{}/collections/{}", called.base, collection.name);
    let itself = format!("{own}/items/{id}");
    if let Some(members) = feature.as_object_mut() {
        let links = json!([
            link("self", "application/geo+json", &itself),
            link("alternate", "text/html", &format!("{itself}?f=html")),
            link("collection", "application/json", &own),
        ]);
        members.insert("links".to_owned(), links);
    }
    Ok(Told::Features(feature, id.to_owned(), crs.uri()))
}
