// SPDX-License-Identifier: EUPL-1.2
//! The description of the API (OpenAPI 3.1), made from what the modules declare, so that it
//! cannot differ from what is done. Follows the NL API Design Rules.

use paraat_contract::{AnyKind, Mode, Scope, Verb};
use paraat_kernel::Language;
use paraat_ui::words::kebab;
use serde_json::{Map, Value, json};

use super::{described_files, described_lists, schema};
use crate::site::Site;

/// The language that the description is written in: that of its paths and names.
const LANGUAGE: Language = Language::En;

/// The document as JSON.
pub(crate) fn document(site: &Site) -> Vec<u8> {
    let mut paths = reading();
    let mut schemas = schema::common();
    schemas.extend(described_lists::schemas());
    schemas.extend(described_files::schemas());
    paths.extend(described_files::paths());
    paths.insert(
        described_lists::PATH.to_owned(),
        described_lists::path(site),
    );
    let mut tags = vec![json!({"name": "record", "description": "Reading the record."})];
    for module in site.desk.modules() {
        tags.push(json!({"name": module.name, "description": about(site, module.name)}));
        for kind in module.kinds {
            for verb in kind.verbs() {
                let name = schema::name(*kind, verb);
                schemas.insert(name, schema::request(site, LANGUAGE, *kind, verb));
                add_verb(site, &mut paths, *kind, verb);
            }
        }
    }
    let contact = &site.settings.contact;
    let settings = &site.settings;
    let public = settings.public_base_url.as_deref().unwrap_or("");
    let server = format!("{}{}/v1", public.trim_end_matches('/'), settings.prefix());
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Paraat",
            "description": "One shared record for national crisis management. What pages can \
                do, programs can do. Moments are RFC 3339; a cursor is opaque.",
            "version": site.settings.version,
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
            "contact": {"name": contact.name, "email": contact.email, "url": contact.url},
        },
        "servers": [{"url": server, "description": "This node"}],
        "security": [{"key": []}, {"session": []}],
        "tags": tags,
        "paths": paths,
        "components": {
            "schemas": schemas,
            "responses": problems(),
            "headers": {"apiVersion": {
                "description": "Version of the API.",
                "schema": {"type": "string", "examples": [site.settings.version]},
            }},
            "parameters": parameters(),
            "securitySchemes": {
                "key": {"type": "http", "scheme": "bearer",
                    "description": "A key for programs, made on the page of one's account."},
                "session": {"type": "apiKey", "in": "cookie", "name": session_name(site),
                    "description": "The session of a browser."},
            },
        },
    })
    .to_string()
    .into_bytes()
}

fn session_name(site: &Site) -> &'static str {
    if site.settings.secure_cookies {
        "__Host-paraat"
    } else {
        "paraat"
    }
}

fn about(site: &Site, module: &str) -> String {
    let found = site.words.find(LANGUAGE, &format!("{module}-nav"), &[]);
    found.unwrap_or_else(|| module.to_owned())
}

/// What an operation can answer besides success.
pub(super) fn refusals(statuses: &[u16]) -> Map<String, Value> {
    let one = |status: &u16| {
        let place = format!("#/components/responses/problem{status}");
        (status.to_string(), json!({"$ref": place}))
    };
    statuses.iter().map(one).collect()
}

fn problems() -> Value {
    let statuses = [
        (400, "The request cannot be read."),
        (401, "Nobody is signed in, or the key opens nothing."),
        (403, "Not permitted; the reasons are named."),
        (404, "Not there, or not to be seen by who asks."),
        (409, "It goes on at another byte, which is named."),
        (
            412,
            "The stream moved on; what was recorded meanwhile is named.",
        ),
        (413, "The body is larger than 256 KiB."),
        (415, "The body is not JSON."),
        (
            422,
            "Fields were not taken, or the rule refused; all are named.",
        ),
        (428, "The version that was seen is missing (If-Match)."),
        (429, "Too many requests; Retry-After says how long to wait."),
        (500, "A defect; the log has it under the reference."),
        (503, "The disk takes no more; reading goes on."),
    ];
    let answers = statuses.map(|(status, text)| {
        let mut headers = json!({"API-Version": {"$ref": "#/components/headers/apiVersion"}});
        if let (429, Value::Object(own)) = (status, &mut headers) {
            let wait = json!({"description": "Seconds.", "schema": {"type": "integer"}});
            own.insert("Retry-After".to_owned(), wait);
        }
        let answer = json!({
            "description": text,
            "headers": headers,
            "content": {"application/problem+json": {
                "schema": {"$ref": "#/components/schemas/Problem"},
            }},
        });
        (format!("problem{status}"), answer)
    });
    Value::Object(answers.into_iter().collect())
}

fn parameters() -> Value {
    json!({
        "idempotencyKey": {
            "name": "Idempotency-Key", "in": "header", "required": false,
            "description": "The caller's own name for this request: sent again with the same \
                body it is answered, not done, twice.",
            "schema": {"type": "string", "minLength": 1, "maxLength": 200,
                "pattern": "^[!#-~]([ !#-~]*[!#-~])?$"},
        },
        "ifMatch": {
            "name": "If-Match", "in": "header", "required": false,
            "description": "The version of the stream that was seen, between quotation marks. \
                Needed when the stream exists.",
            "schema": {"type": "string", "pattern": "^\"[0-9]{1,15}\"$", "examples": ["\"3\""]},
        },
        "readReason": {
            "name": "Read-Reason", "in": "header", "required": false,
            "description": "Why a sealed stream is read or written to; it is written down. Needed \
                each time, with a key that names its compartment.",
            "schema": {"type": "string", "minLength": 1, "maxLength": 300,
                "pattern": "^[!-~]([ -~]*[!-~])?$"},
        },
        "stream": {
            "name": "stream", "in": "path", "required": true,
            "description": "Address of a stream.",
            "schema": {"$ref": "#/components/schemas/StreamId"},
        },
        "pageSize": {
            "name": "pageSize", "in": "query", "required": false,
            "description": "Rows on a page.",
            "schema": {"type": "integer", "format": "int32", "minimum": 1, "maximum": 1000,
                "default": 100},
        },
        "after": {
            "name": "after", "in": "query", "required": false,
            "description": "The value of next from the answer before.",
            "schema": {"type": "string", "pattern": "^p[0-9a-f]{1,8}$"},
        },
    })
}

fn parameter(name: &str) -> Value {
    json!({"$ref": format!("#/components/parameters/{name}")})
}

/// An answer of success with this schema.
pub(super) fn success(description: &str, schema: &str, example: Value) -> Value {
    json!({
        "description": description,
        "headers": {"API-Version": {"$ref": "#/components/headers/apiVersion"}},
        "content": {"application/json": {
            "schema": {"$ref": format!("#/components/schemas/{schema}")},
            "example": example,
        }},
    })
}

/// What reading may be refused with.
pub(super) const READ: &[u16] = &[400, 401, 403, 404, 429, 500, 503];
/// What writing may be refused with.
pub(super) const WRITE: &[u16] = &[400, 401, 403, 404, 412, 413, 415, 422, 428, 429, 500, 503];

fn operation(id: &str, summary: &str, parameters: Value, good: (&str, Value)) -> Value {
    let mut responses = refusals(READ);
    responses.insert(good.0.to_owned(), good.1);
    json!({"get": {
        "operationId": id, "summary": summary, "tags": ["record"],
        "parameters": parameters, "responses": responses,
    }})
}

fn reading() -> Map<String, Value> {
    let list = success("One page of cards.", "CardList", schema::example_list());
    let seen = success("The stream.", "Stream", schema::example_stream());
    let past = success(
        "One page of its history.",
        "EntryList",
        schema::example_history(),
    );
    let paged = json!([
        parameter("stream"),
        parameter("readReason"),
        parameter("pageSize"),
        parameter("after")
    ]);
    let stream = json!([parameter("stream"), parameter("readReason")]);
    let cards = operation(
        "listCards",
        "Cards of all that may be seen",
        filters(),
        ("200", list),
    );
    let one = operation("readStream", "A stream", stream, ("200", seen));
    let history = operation(
        "readHistory",
        "Its history, newest first",
        paged,
        ("200", past),
    );
    let paths = [
        ("/cards", cards),
        ("/streams/{stream}", one),
        ("/streams/{stream}/history", history),
    ];
    paths
        .into_iter()
        .map(|(path, operation)| (path.to_owned(), operation))
        .collect()
}

/// What a list of cards can be narrowed by.
fn filters() -> Value {
    let one = |name: &str, description: &str, schema: Value| {
        json!({"name": name, "in": "query", "required": false, "description": description,
            "schema": schema})
    };
    let word = json!({"type": "string", "pattern": "^[a-z][a-z0-9-]{0,39}$"});
    let stream = json!({"$ref": "#/components/schemas/StreamId"});
    let organisation = json!({"type": "string", "pattern": schema::ORGANISATION});
    let words = json!({"type": "string", "minLength": 1, "maxLength": 200});
    let moment = json!({"type": "string", "format": "date-time"});
    json!([
        one("module", "Only of this module.", word.clone()),
        one("kind", "Only of this kind.", word),
        one("under", "Only what belongs to this stream.", stream),
        one(
            "waitingFor",
            "Only what waits for a next step of this organisation.",
            organisation
        ),
        one(
            "text",
            "Only what these words find, best first; goes with module alone.",
            words
        ),
        one(
            "changedSince",
            "Only what was recorded after this moment.",
            moment
        ),
        parameter("pageSize"),
        parameter("after"),
    ])
}

fn add_verb(site: &Site, paths: &mut Map<String, Value>, kind: &dyn AnyKind, verb: &Verb) {
    let (module, name) = (kind.module(), kind.name());
    let key = format!("{module}-{name}-{}", kebab(verb.name));
    let summary = site.words.say(LANGUAGE, &key);
    let schema = schema::name(kind, verb);
    let mut parameters = vec![parameter("idempotencyKey")];
    if verb.mode == Mode::Exact {
        parameters.push(parameter("ifMatch"));
    }
    let (path, status) = match verb.scope {
        Scope::Kind => (format!("/{module}/{name}/{}", verb.name), "201"),
        Scope::Stream => {
            parameters.push(parameter("stream"));
            parameters.push(parameter("readReason"));
            (format!("/streams/{{stream}}/{}", verb.name), "200")
        }
    };
    let mut responses = refusals(WRITE);
    let mut receipt = success("It was recorded.", "Receipt", schema::example_receipt());
    if verb.many().is_some() {
        schema::or_several(&mut receipt);
    }
    responses.insert(status.to_owned(), receipt);
    let body = json!({
        "required": true,
        "content": {"application/json": {
            "schema": {"$ref": format!("#/components/schemas/{schema}")},
            "example": schema::example(verb),
        }},
    });
    let operation = json!({"post": {
        "operationId": schema::lower(&schema), "summary": summary, "tags": [module],
        "parameters": parameters, "requestBody": body, "responses": responses,
    }});
    // Kinds may share the name of a verb of a stream: one path, and either body fits.
    match paths.get_mut(&path) {
        None => {
            paths.insert(path, operation);
        }
        Some(there) => schema::share(there, &schema, summary),
    }
}
