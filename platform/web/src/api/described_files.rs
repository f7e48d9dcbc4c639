// SPDX-License-Identifier: EUPL-1.2
//! Files in the description of the API.

use serde_json::{Map, Value, json};

use super::openapi::{READ, WRITE, refusals};
use super::schema::{CODE, SOME_CODE};

/// The paths of files.
pub(super) fn paths() -> [(String, Value); 3] {
    [
        ("/uploads".to_owned(), begun()),
        ("/uploads/{code}".to_owned(), pieces()),
        ("/attachments/{stream}/{name}".to_owned(), fetched()),
    ]
}

fn version() -> Value {
    json!({"API-Version": {"$ref": "#/components/headers/apiVersion"}})
}

fn answers(statuses: &[u16], more: &[u16], (good, answer): (&str, Value)) -> Map<String, Value> {
    let mut all = refusals(statuses);
    all.extend(refusals(more));
    all.insert(good.to_owned(), answer);
    all
}

/// How far a file has come, as an answer.
fn standing(description: &str, offset: u64, media: &str) -> Value {
    json!({
        "description": description,
        "headers": version(),
        "content": {"application/json": {
            "schema": {"$ref": "#/components/schemas/Upload"},
            "example": {"code": SOME_CODE, "name": "dijk.jpg", "size": 2048, "offset": offset,
                "mediaType": media},
        }},
    })
}

fn begun() -> Value {
    json!({"post": {
        "operationId": "beginUpload", "tags": ["record"],
        "summary": "Begin to bring a file",
        "description": "A photo (JPEG, PNG, WebP) or a PDF, at most 20 MiB. It is brought in \
            pieces with PATCH, and then named in a field of a verb within a day. What it says \
            besides what it shows is taken out.",
        "requestBody": {"required": true, "content": {"application/json": {
            "schema": {"$ref": "#/components/schemas/UploadBegun"},
            "example": {"name": "dijk.jpg", "size": 2048},
        }}},
        "responses": answers(WRITE, &[], ("201", standing("It may be brought.", 0, ""))),
    }})
}

fn pieces() -> Value {
    let code = json!({"name": "code", "in": "path", "required": true,
        "schema": {"type": "string", "pattern": CODE}});
    let offset = json!({"name": "Upload-Offset", "in": "header", "required": true,
        "description": "The byte at which the body goes on: as many as came in before.",
        "schema": {"type": "integer", "format": "int64", "minimum": 0}});
    let bytes = json!({"schema": {"type": "string", "format": "binary"}});
    json!({
        "get": {
            "operationId": "readUpload", "tags": ["record"],
            "summary": "How far a file has come",
            "description": "For the account that began it, and for no other.",
            "parameters": [code],
            "responses": answers(READ, &[], ("200", standing("So far.", 1024, ""))),
        },
        "patch": {
            "operationId": "appendUpload", "tags": ["record"],
            "summary": "Bring a piece of a file",
            "description": "With its last byte it is looked at: from then on `mediaType` says \
                what it is, or the answer says why it is not taken.",
            "parameters": [code, offset],
            "requestBody": {"required": true,
                "content": {"application/offset+octet-stream": bytes}},
            "responses": answers(WRITE, &[409], ("200",
                standing("It came in.", 2048, "image/jpeg"))),
        },
    })
}

fn fetched() -> Value {
    let stream = json!({"name": "stream", "in": "path", "required": true,
        "schema": {"$ref": "#/components/schemas/StreamId"}});
    let name = json!({"name": "name", "in": "path", "required": true,
        "description": "Its name there: the title of its card.",
        "schema": {"type": "string", "minLength": 1, "maxLength": 120}});
    let kinds = ["image/jpeg", "image/png", "image/webp", "application/pdf"];
    let content: Map<String, Value> = kinds
        .into_iter()
        .map(|kind| {
            let bytes = json!({"schema": {"type": "string", "format": "binary"}});
            (kind.to_owned(), bytes)
        })
        .collect();
    let whole = json!({"description": "The file.", "headers": version(), "content": content});
    let part = json!({"description": "A part of it, when `Range` asks for one.",
        "headers": version(), "content": content});
    let mut all = answers(READ, &[], ("200", whole));
    all.insert("206".to_owned(), part);
    json!({"get": {
        "operationId": "readFile", "tags": ["record"],
        "summary": "A file that belongs to something in the record",
        "description": "For whoever may see what it belongs to.",
        "parameters": [stream, name],
        "responses": all,
    }})
}

/// The schemas of what is asked and answered.
pub(super) fn schemas() -> [(String, Value); 2] {
    let bytes = json!({"type": "integer", "format": "int64", "minimum": 0});
    let begun = json!({
        "type": "object",
        "properties": {
            "name": {"type": "string", "description": "What it is called where it comes from."},
            "size": {"type": "integer", "format": "int64", "minimum": 1,
                "description": "Its bytes, counted."},
        },
        "required": ["name", "size"],
    });
    let upload = json!({
        "type": "object",
        "properties": {
            "code": {"type": "string", "pattern": CODE},
            "name": {"type": "string"},
            "size": bytes,
            "offset": bytes,
            "mediaType": {"type": "string", "description": "Empty until it came in whole."},
        },
        "required": ["code", "name", "size", "offset", "mediaType"],
    });
    [
        ("Upload".to_owned(), upload),
        ("UploadBegun".to_owned(), begun),
    ]
}
