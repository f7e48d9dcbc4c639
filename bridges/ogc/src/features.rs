// SPDX-License-Identifier: EUPL-1.2
//! Rows as features.

use paraat_contract::{
    Answer, Broken, Called, Collection, Desk, Filter, Need, Query, Row, Rows, Value as Cell,
};
use paraat_kernel::{Geometry, StreamId};
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::Value;

use crate::ask::{self, parameter};
use crate::crs::{Crs, Drawn};
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

/// A row as a feature.
#[derive(serde::Serialize)]
struct Feature<'a> {
    r#type: &'static str,
    id: String,
    geometry: Option<Drawn>,
    properties: Properties<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<Value>,
}

/// The columns of a collection: the name of each, and where it stands in a row. Looked up once for
/// all features.
struct Columns(Vec<(&'static str, usize)>);

impl Columns {
    fn of(collection: &Collection) -> Self {
        let columns = collection.table.columns;
        let at = |name: &&'static str| {
            let at = columns.iter().position(|it| it.name == *name)?;
            Some((*name, at))
        };
        Self(collection.properties.iter().filter_map(at).collect())
    }
}

/// What is served of a row: whose it is, and the columns that the collection names.
struct Properties<'a>(&'a Row, &'a Columns);

impl Serialize for Properties<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(row, Columns(columns)) = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("owner", row.stream.owner.as_str())?;
        for (name, at) in columns {
            match row.values.get(*at) {
                Some(Cell::Whole(number)) => map.serialize_entry(name, number)?,
                Some(Cell::Text(text)) => map.serialize_entry(name, text)?,
                Some(Cell::Empty) | None => map.serialize_entry(name, &())?,
            }
        }
        map.end()
    }
}

impl<'a> Feature<'a> {
    fn of(row: &'a Row, columns: &'a Columns, crs: Crs, links: Vec<Value>) -> Self {
        let geometry = Geometry::from_text(row.text("geometry"));
        Self {
            r#type: "Feature",
            id: id(row),
            geometry: geometry.and_then(|it| crs.write(&it)),
            properties: Properties(row, columns),
            links,
        }
    }
}

/// A page of features.
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    r#type: &'static str,
    features: Vec<Feature<'a>>,
    links: Vec<Value>,
    number_matched: u64,
    number_returned: usize,
    time_stamp: String,
}

fn json(value: &impl Serialize) -> Result<Vec<u8>, Not> {
    serde_json::to_vec(value).map_err(|why| Broken(why.to_string()).into())
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
    let columns = Columns::of(collection);
    let feature = |row| Feature::of(row, &columns, selected.crs, Vec::new());
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
    let all = json(&Page {
        r#type: "FeatureCollection",
        features: found.rows.iter().map(feature).collect(),
        links,
        number_matched: found.total,
        number_returned: found.rows.len(),
        time_stamp: called.now.to_string(),
    })?;
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
    let own = format!("{}/collections/{}", called.base, collection.name);
    let itself = format!("{own}/items/{id}");
    let links = vec![
        link("self", "application/geo+json", &itself),
        link("alternate", "text/html", &format!("{itself}?f=html")),
        link("collection", "application/json", &own),
    ];
    let columns = Columns::of(collection);
    let feature = json(&Feature::of(row, &columns, crs, links))?;
    Ok(Told::Features(feature, id.to_owned(), crs.uri()))
}
