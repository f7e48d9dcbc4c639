// SPDX-License-Identifier: EUPL-1.2
//! Lists in the description of the API.

use paraat_sheets::Format;
use serde_json::{Map, Value, json};

use super::openapi::{READ, WRITE, refusals};
use crate::lists;
use crate::site::Site;

/// Where they are.
pub(super) const PATH: &str = "/lists/{module}/{list}";

/// Both ways of a list.
pub(super) fn path(site: &Site) -> Value {
    let name = |of: &str| {
        json!({"name": of, "in": "path", "required": true,
            "schema": {"type": "string", "pattern": "^[a-z][a-z0-9-]{0,39}$"}})
    };
    let formats = Format::ALL.map(Format::extension);
    let form = json!({"name": "as", "in": "query", "required": false,
        "description": "Format of the file.",
        "schema": {"type": "string", "enum": formats, "default": "csv"}});
    let keep = json!({"name": "keep", "in": "query", "required": false,
        "description": "What is recorded: everything or nothing when a line is not good, the good \
            lines, or nothing at all.",
        "schema": {"type": "string", "enum": ["all", "good", "nothing"], "default": "all"}});
    let names = |good: bool| {
        let all = lists::all(&*site.desk).into_iter();
        let all = all.filter(|it| !good || it.list.import.is_some());
        let all: Vec<String> = all
            .map(|it| format!("{}/{}", it.module.name, it.list.name))
            .collect();
        all.join(", ")
    };
    let files: Map<String, Value> = Format::ALL
        .iter()
        .map(|format| {
            let schema = json!({"schema": {"type": "string", "format": "binary"}});
            (format.media_type().to_owned(), schema)
        })
        .collect();
    json!({
        "get": {
            "operationId": "readList", "tags": ["record"],
            "summary": "A list as a file",
            "description": format!("With the filters of its page. Lists: {}.", names(false)),
            "parameters": [name("module"), name("list"), form],
            "responses": answers(READ, json!({
                "description": "The file.",
                "headers": version(),
                "content": files,
            })),
        },
        "post": {
            "operationId": "takeList", "tags": ["record"],
            "summary": "A file into a list",
            "description": format!("At most 20 MiB and 20,000 lines. Lists: {}.", names(true)),
            "parameters": [name("module"), name("list"), keep],
            "requestBody": {"required": true, "content": files},
            "responses": answers(WRITE, json!({
                "description": "What came of it.",
                "headers": version(),
                "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Taken"},
                    "example": {"recorded": 2, "new": 1, "changed": 1, "unchanged": 46,
                        "lines": [], "about": []},
                }},
            })),
        },
    })
}

fn version() -> Value {
    json!({"API-Version": {"$ref": "#/components/headers/apiVersion"}})
}

fn answers(statuses: &[u16], good: Value) -> Map<String, Value> {
    let mut all = refusals(statuses);
    all.insert("200".to_owned(), good);
    all
}

/// The schemas of what came of a file, and of a line that is not good.
pub(super) fn schemas() -> [(String, Value); 2] {
    let count = json!({"type": "integer", "format": "int64", "minimum": 0});
    let text = json!({"type": "string"});
    let line = json!({
        "type": "object",
        "properties": {
            "line": {"type": "integer", "format": "int64", "minimum": 1,
                "description": "As a spreadsheet program numbers it."},
            "column": {"type": "string", "description": "Name of the field; empty for none."},
            "reason": text,
            "detail": text,
        },
        "required": ["line", "column", "reason", "detail"],
    });
    let lines = json!({"type": "array", "items": {"$ref": "#/components/schemas/BadLine"}});
    let taken = json!({
        "type": "object",
        "properties": {
            "recorded": count, "new": count, "changed": count, "unchanged": count,
            "lines": lines,
            "about": {"type": "array", "items": text},
        },
        "required": ["recorded", "new", "changed", "unchanged", "lines", "about"],
    });
    [("BadLine".to_owned(), line), ("Taken".to_owned(), taken)]
}
