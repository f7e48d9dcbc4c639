// SPDX-License-Identifier: EUPL-1.2
//! What leaves in a file: the objects on the map.

pub mod collections;

use paraat_contract::{
    Answer, Filter, Holds, List, ListColumn, Params, Query, Role, Row, Scene, Value,
};
use paraat_kernel::Geometry;

use crate::tables::OBJECT;
use crate::terms::signs::NAMES;
use crate::views::as_known;

/// The objects of an incident, one a line, its shape as well-known text in degrees.
pub static OBJECTS: List = List {
    name: "objects",
    title: "incident-map-objects",
    columns: COLUMNS,
    needs: |_params| Vec::new(),
    rows: query,
    lines,
    import: None,
};

const COLUMNS: &[ListColumn] = &[
    out("owner", "incident-column-who", Holds::Organisation),
    out("team", "incident-column-team", Holds::Text),
    out("number", "incident-column-object", Holds::Whole),
    out(
        "kind",
        "incident-column-sign",
        Holds::Choice("incident-layer-kind", NAMES),
    ),
    out("title", "incident-column-what", Holds::Text),
    out("geometry", "incident-column-where", Holds::Text),
    out("area", "incident-column-area", Holds::Text),
    out("source", "incident-column-source", Holds::Text),
    out("observed", "incident-column-observed", Holds::Moment),
    out("stale", "incident-column-until", Holds::Moment),
    out("note", "incident-column-note", Holds::Text),
];

const fn out(key: &'static str, label: &'static str, holds: Holds) -> ListColumn {
    ListColumn::own(key, label, holds).role(Role::Fixed)
}

fn query(params: &Params) -> Query {
    let all = Query::all(&OBJECT).as_known(as_known(params));
    match params
        .stream("stream")
        .or(params.get("stream").and_then(|it| it.parse().ok()))
    {
        Some(stream) => all.is("incident", stream.to_string()),
        // Of no incident in particular there are no objects.
        None => all.filter(Filter::Any(Vec::new())),
    }
}

fn lines(rows: &[Row], _answers: &[Answer], _scene: &Scene) -> Vec<Vec<Value>> {
    let line = |row: &Row| {
        let cell = |column: &ListColumn| match column.key {
            "owner" => row.stream.owner.as_str().into(),
            "geometry" => {
                let shape = Geometry::from_text(row.text("geometry"));
                shape.map_or(Value::Empty, |shape| shape.to_wkt().into())
            }
            key => row.value(key).clone(),
        };
        COLUMNS.iter().map(cell).collect()
    };
    rows.iter().map(line).collect()
}
