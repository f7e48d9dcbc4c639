// SPDX-License-Identifier: EUPL-1.2
//! The description of this door in OpenAPI 3.0, made from the collections.

use paraat_contract::{Called, Collection, ColumnKind};
use serde_json::{Map, Value, json};

use crate::describe::marked;

/// The description.
pub fn document(called: &Called, collections: &[&'static Collection]) -> Value {
    let mut paths = Map::new();
    for (path, name) in [
        ("/", "landing"),
        ("/conformance", "conformance"),
        ("/api", "api"),
        ("/collections", "collections"),
    ] {
        paths.insert(path.to_owned(), get(name, &[], "application/json"));
    }
    for collection in collections {
        let own = format!("/collections/{}", collection.name);
        let called = |what: &str| format!("{what}-{}", collection.name);
        paths.insert(
            own.clone(),
            get(&called("describe"), &[], "application/json"),
        );
        let items = get(
            &called("items"),
            &parameters(collection),
            "application/geo+json",
        );
        paths.insert(format!("{own}/items"), items);
        let id = json!({
            "name": "featureId", "in": "path", "required": true, "schema": { "type": "string" },
        });
        let one = [
            id,
            parameter("crs", json!({ "type": "string", "format": "uri" })),
        ];
        let item = get(&called("item"), &one, "application/geo+json");
        paths.insert(format!("{own}/items/{{featureId}}"), item);
    }
    let title = marked(called, "Paraat: features");
    json!({
        "openapi": "3.0.3",
        "info": { "title": title, "version": env!("CARGO_PKG_VERSION") },
        "servers": [{ "url": called.base }],
        "security": [{ "key": [] }, { "password": [] }],
        "paths": paths,
        "components": {
            "securitySchemes": {
                "key": { "type": "http", "scheme": "bearer" },
                "password": { "type": "http", "scheme": "basic" },
            },
        },
    })
}

fn parameter(name: &str, schema: Value) -> Value {
    json!({
        "name": name, "in": "query", "required": false, "schema": schema,
        "style": "form", "explode": false,
    })
}

fn get(name: &str, parameters: &[Value], kind: &str) -> Value {
    let form = parameter("f", json!({ "type": "string", "enum": ["json", "html"] }));
    let parameters: Vec<Value> = parameters.iter().cloned().chain([form]).collect();
    let said = json!({ "schema": { "type": "object" } });
    let exception = json!({
        "description": "Why not.",
        "content": { "application/json": { "schema": {
            "type": "object",
            "required": ["code"],
            "properties": {
                "code": { "type": "string" },
                "description": { "type": "string" },
            },
        } } },
    });
    json!({ "get": {
        "operationId": name,
        "parameters": parameters,
        "responses": {
            "200": {
                "description": "What was asked for.",
                "content": { kind: said, "text/html": { "schema": { "type": "string" } } },
            },
            "400": exception,
            "401": exception,
            "404": exception,
        },
    } })
}

fn parameters(collection: &Collection) -> Vec<Value> {
    let uri = || json!({ "type": "string", "format": "uri" });
    let numbers = json!({
        "type": "array", "items": { "type": "number" }, "minItems": 4, "maxItems": 6,
    });
    let mut all = vec![
        parameter("bbox", numbers),
        parameter("bbox-crs", uri()),
        parameter("crs", uri()),
        parameter(
            "limit",
            json!({ "type": "integer", "minimum": 1, "maximum": 10_000, "default": 100 }),
        ),
        parameter(
            "offset",
            json!({ "type": "integer", "minimum": 0, "default": 0 }),
        ),
        parameter("datetime", json!({ "type": "string" })),
    ];
    for name in collection.properties {
        let column = collection.table.columns.iter().find(|it| it.name == *name);
        let kind = match column.map(|it| it.kind) {
            Some(ColumnKind::Whole) => "integer",
            _ => "string",
        };
        all.push(parameter(name, json!({ "type": kind })));
    }
    all
}
