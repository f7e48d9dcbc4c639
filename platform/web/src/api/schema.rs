// SPDX-License-Identifier: EUPL-1.2
//! Schemas of the API (JSON Schema 2020-12), from the fields that verbs declare.

use paraat_contract::{AnyKind, Verb};
use paraat_kernel::Language;
use paraat_ui::field::{Field, Shape};
use serde_json::{Map, Value, json};

use crate::site::Site;

const STREAM: &str = "^[a-z0-9][a-z0-9-]{0,39}\\.[0-9a-f]{32}$";
/// How the id of an organisation is written.
pub(super) const ORGANISATION: &str = "^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$";
/// One line: no control characters.
const LINE: &str = r"^[^\x00-\x1f\x7f]*$";
/// The same with something in it.
const FILLED_LINE: &str = r"^[^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f][^\x00-\x1f\x7f]*$";
const SOME_STREAM: &str = "voorbeeld.0190c0ffee00700080000000000000aa";
const SOME_MOMENT: &str = "2026-11-23T10:00:00Z";
/// The code of a file.
pub(super) const CODE: &str = "^[0-9a-f]{32}$";
pub(super) const SOME_CODE: &str = "0190c0ffee00700080000000000000ab";

/// Name of the schema of a verb: `IncidentLogWrite`.
pub(super) fn name(kind: &dyn AnyKind, verb: &Verb) -> String {
    let whole = format!("{}-{}-{}", kind.module(), kind.name(), verb.name);
    let words = whole.split('-').map(|word| {
        let mut letters = word.chars();
        letters
            .next()
            .map(|first| first.to_ascii_uppercase())
            .into_iter()
            .chain(letters)
    });
    words.flatten().collect()
}

/// The same with a small first letter.
pub(super) fn lower(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map(|first| first.to_ascii_lowercase())
        .into_iter()
        .chain(letters)
        .collect()
}

/// The schema of what a verb asks.
pub(super) fn request(site: &Site, language: Language, kind: &dyn AnyKind, verb: &Verb) -> Value {
    let of = (kind.module(), kind.name(), verb.name);
    let voice = site.words.voice(language);
    let properties: Map<String, Value> = verb
        .fields
        .iter()
        .map(|field| {
            let mut schema = shape(field);
            let label = voice.field(of, field.name).unwrap_or_default();
            if let Value::Object(members) = &mut schema {
                members.insert("description".to_owned(), label.into());
            }
            (field.name.to_owned(), schema)
        })
        .collect();
    let required: Vec<&str> = verb
        .fields
        .iter()
        .filter(|it| it.required)
        .map(|it| it.name)
        .collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn shape(field: &Field) -> Value {
    // A field that may be left out may also be sent empty.
    let least = usize::from(field.required);
    let or_empty = |schema: Value| {
        if field.required {
            schema
        } else {
            json!({"anyOf": [schema, {"const": ""}]})
        }
    };
    if field.many {
        let one = json!({"type": "string", "pattern": STREAM});
        return json!({"anyOf": [one, {"type": "array", "minItems": 1, "items": one,
            "description": "Done for each of these, or for none."}]});
    }
    match field.shape {
        Shape::Line(most) => json!({"type": "string", "minLength": least, "maxLength": most,
            "pattern": if field.required { FILLED_LINE } else { LINE }}),
        Shape::Paragraphs(most) => {
            json!({"type": "string", "minLength": least, "maxLength": most})
        }
        Shape::Choice(words) if field.required => json!({"type": "string", "enum": words}),
        Shape::Choice(words) => {
            let all: Vec<&str> = words.iter().copied().chain([""]).collect();
            json!({"type": "string", "enum": all})
        }
        Shape::Choices(words) => json!({"type": "array", "uniqueItems": true, "minItems": least,
            "items": {"type": "string", "enum": words}}),
        Shape::Stream { .. } => or_empty(json!({"type": "string", "pattern": STREAM})),
        Shape::Organisation => {
            or_empty(json!({"type": "string", "pattern": ORGANISATION, "maxLength": 40}))
        }
        Shape::Date => or_empty(json!({"type": "string", "format": "date"})),
        Shape::Moment => or_empty(json!({"type": "string", "format": "date-time"})),
        Shape::Whole(low, high) => {
            json!({"type": "integer", "format": "int64", "minimum": low, "maximum": high})
        }
        Shape::Link => or_empty(json!({"type": "string", "format": "uri", "maxLength": 2000,
            "pattern": "^https?://\\S+$"})),
        Shape::File => or_empty(json!({"type": "string", "pattern": CODE,
            "description": "The code of a file that was brought whole: see /uploads."})),
    }
}

/// What a verb may be sent: every field filled in.
pub(super) fn example(verb: &Verb) -> Value {
    let members = verb.fields.iter().map(|field| {
        let value = match field.shape {
            Shape::Line(most) | Shape::Paragraphs(most) => {
                let text: String = "Voorbeeld van een tekst".chars().take(most).collect();
                Value::String(text.trim_end().to_owned())
            }
            Shape::Choice(words) => words.first().copied().unwrap_or("").into(),
            Shape::Choices(words) => words.iter().take(1).copied().collect(),
            Shape::Stream { .. } => SOME_STREAM.into(),
            Shape::Organisation => "voorbeeld".into(),
            Shape::Date => "2026-11-23".into(),
            Shape::Moment => SOME_MOMENT.into(),
            Shape::Whole(low, _) => low.into(),
            Shape::Link => "https://voorbeeld.example/stuk".into(),
            Shape::File => SOME_CODE.into(),
        };
        (field.name.to_owned(), value)
    });
    Value::Object(members.collect())
}

/// Lets a path take the body of one more kind.
pub(super) fn share(path: &mut Value, schema: &str, summary: String) {
    let place = json!({"$ref": format!("#/components/schemas/{schema}")});
    let Some(taken) = path.pointer_mut("/post/requestBody/content/application~1json/schema") else {
        return;
    };
    match taken.pointer_mut("/anyOf").and_then(Value::as_array_mut) {
        Some(all) => all.push(place),
        None => *taken = json!({"anyOf": [taken.clone(), place]}),
    }
    if let Some(Value::String(said)) = path.pointer_mut("/post/summary")
        && !said.split(" / ").any(|one| one == summary)
    {
        said.push_str(" / ");
        said.push_str(&summary);
    }
}

/// Lets an answer also be the receipts of several things.
pub(super) fn or_several(answer: &mut Value) {
    if let Some(schema) = answer.pointer_mut("/content/application~1json/schema") {
        let several = json!({"$ref": "#/components/schemas/ReceiptList"});
        *schema = json!({"anyOf": [schema.clone(), several]});
    }
}

/// Schemas that no verb declares.
pub(super) fn common() -> Map<String, Value> {
    let moment = json!({"type": "string", "format": "date-time"});
    let stream = json!({"$ref": "#/components/schemas/StreamId"});
    let text = json!({"type": "string"});
    let all = [
        (
            "StreamId",
            json!({"type": "string", "pattern": STREAM, "examples": [SOME_STREAM]}),
        ),
        ("Text", object(json!({"nl": text, "en": text}), &["nl"])),
        (
            "Receipt",
            object(
                json!({"stream": stream, "version": version()}),
                &["stream", "version"],
            ),
        ),
        ("ReceiptList", receipts()),
        ("Stream", seen(&stream)),
        ("Card", card(&stream, &moment)),
        ("CardList", list("Card")),
        ("Entry", entry(&stream, &moment)),
        ("EntryList", list("Entry")),
        (
            "FieldProblem",
            object(
                json!({"field": text, "reason": text, "detail": text}),
                &["field", "reason", "detail"],
            ),
        ),
        ("Problem", problem()),
    ];
    all.into_iter()
        .map(|(name, schema)| (name.to_owned(), schema))
        .collect()
}

fn object(properties: Value, required: &[&str]) -> Value {
    json!({"type": "object", "properties": properties, "required": required})
}

fn list(item: &str) -> Value {
    let item = json!({"$ref": format!("#/components/schemas/{item}")});
    object(
        json!({
            "items": {"type": "array", "items": item},
            "total": {"type": "integer", "format": "int64", "minimum": 0,
                "description": "How many there are in all."},
            "next": {"type": "string",
                "description": "For after, to get the next page; left out on the last."},
        }),
        &["items", "total"],
    )
}

/// Of a verb that was done for several things.
fn receipts() -> Value {
    let one = json!({"$ref": "#/components/schemas/Receipt"});
    let total = json!({"type": "integer", "format": "int64", "minimum": 0});
    object(
        json!({"items": {"type": "array", "items": one}, "total": total}),
        &["items", "total"],
    )
}

fn seen(stream: &Value) -> Value {
    object(
        json!({
            "stream": stream,
            "kind": {"type": "string", "examples": ["voorbeeld.ding"]},
            "version": version(),
            "cards": {"type": "array", "items": {"$ref": "#/components/schemas/Card"}},
        }),
        &["stream", "kind", "version", "cards"],
    )
}

fn version() -> Value {
    json!({"type": "integer", "format": "int64", "minimum": 0})
}

fn card(stream: &Value, moment: &Value) -> Value {
    json!({
        "type": "object",
        "properties": {
            "stream": stream,
            "part": {"type": "string"},
            "module": {"type": "string"},
            "kind": {"type": "string"},
            "title": {"$ref": "#/components/schemas/Text"},
            "body": {"$ref": "#/components/schemas/Text"},
            "status": {"type": "string"},
            "holder": {"type": "string", "pattern": ORGANISATION},
            "under": stream,
            "order": {"type": "string"},
            "dueAt": moment,
            "staleAfter": moment,
            "waitingFor": waiting(),
            "version": version(),
            "recordedAt": moment,
        },
        "required": ["stream", "module", "kind", "title", "body"],
    })
}

/// Whose the next step is, and where it is done.
fn waiting() -> Value {
    json!({
        "type": "object",
        "properties": {
            "organisation": {"type": "string", "pattern": ORGANISATION},
            "words": {"type": "string", "description": "Key of the words of the next step."},
            "at": {"type": "string", "description": "Path of the page where it is done."},
        },
        "required": ["organisation", "words", "at"],
    })
}

fn entry(stream: &Value, moment: &Value) -> Value {
    json!({
        "type": "object",
        "properties": {
            "stream": stream,
            "version": version(),
            "event": {"type": "string", "examples": ["voorbeeld.ding-vastgelegd.v1"]},
            "occurredAt": moment,
            "recordedAt": moment,
            "organisation": {"type": "string", "pattern": ORGANISATION},
            "function": {"type": "string"},
            "withdrawn": {"type": "boolean"},
            "opaque": {"type": "boolean",
                "description": "True when this Paraat is too old to read it."},
            "payload": {"type": "object"},
        },
        "required": ["stream", "version", "event", "occurredAt", "recordedAt", "organisation",
            "function", "withdrawn", "opaque"],
    })
}

fn problem() -> Value {
    json!({
        "type": "object",
        "properties": {
            "type": {"type": "string", "format": "uri-reference"},
            "title": {"type": "string"},
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": {"type": "string"},
            "instance": {"type": "string", "format": "uri-reference"},
            "reasons": {"type": "array", "items": {"type": "string"}},
            "errors": {"type": "array", "items": {"$ref": "#/components/schemas/FieldProblem"}},
            "version": version(),
            "since": {"type": "array", "items": {"$ref": "#/components/schemas/Entry"}},
            "reference": {"type": "string"},
            "lines": {"type": "array", "items": {"$ref": "#/components/schemas/BadLine"}},
            "reason": {"type": "string"},
        },
        "required": ["type", "title", "status", "detail"],
    })
}

/// An answer to a verb.
pub(super) fn example_receipt() -> Value {
    json!({"stream": SOME_STREAM, "version": 1})
}

fn example_card() -> Value {
    json!({"stream": SOME_STREAM, "module": "voorbeeld", "kind": "ding",
        "title": {"nl": "Voorbeeld"}, "body": {"nl": ""}})
}

/// A page of cards.
pub(super) fn example_list() -> Value {
    json!({"items": [example_card()], "total": 1})
}

/// A stream.
pub(super) fn example_stream() -> Value {
    json!({"stream": SOME_STREAM, "kind": "voorbeeld.ding", "version": 1,
        "cards": [example_card()]})
}

/// A page of a history.
pub(super) fn example_history() -> Value {
    json!({"items": [{"stream": SOME_STREAM, "version": 1,
        "event": "voorbeeld.ding-vastgelegd.v1", "occurredAt": SOME_MOMENT,
        "recordedAt": SOME_MOMENT, "organisation": "voorbeeld", "function": "editor",
        "withdrawn": false, "opaque": false, "payload": {}}], "total": 1})
}
