// SPDX-License-Identifier: EUPL-1.2
//! Verbs by API.

use axum::extract::{Path, Request};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use paraat_contract::{AnyKind, Intent, Keep, Receipt, Refused, Scope, Verb, one_of_each};
use paraat_kernel::StreamId;
use paraat_ui::field::{Problem, Reason, Typed};
use serde_json::{Value, json};

use super::admit;
use crate::ask::Ask;
use crate::body;
use crate::keeper::Opens;
use crate::pages::{sealed, sentence};
use crate::refused;
use crate::reply;
use crate::wrong::Wrong;

/// Longest name that a caller gives a request.
const LONGEST_KEY: usize = 200;

/// `POST /v1/{module}/{kind}/{verb}`.
pub(super) async fn at_kind(
    ask: Ask,
    Path((module, kind, verb)): Path<(String, String, String)>,
    request: Request,
) -> Result<Response, Wrong> {
    admit(&ask, Opens::Write)?;
    let kind = ask.site().desk.kind(&format!("{module}.{kind}"));
    let (kind, verb) = find(kind, &verb, Scope::Kind)?;
    let (several, mut receipts) = submit(&ask, kind, verb, None, request).await?;
    let receipt = match receipts.pop() {
        Some(one) if !several => one,
        last => {
            receipts.extend(last);
            return Ok(all_made(&receipts));
        }
    };
    let mut response = made(StatusCode::CREATED, &receipt);
    let address = format!("/v1/streams/{}", receipt.stream);
    if let Ok(address) = HeaderValue::from_str(&address) {
        response.headers_mut().insert(header::LOCATION, address);
    }
    Ok(response)
}

/// `POST /v1/streams/{stream}/{verb}`.
pub(super) async fn at_stream(
    ask: Ask,
    Path((stream, verb)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Wrong> {
    admit(&ask, Opens::Write)?;
    sealed::pass(&ask).await?;
    let stream: StreamId = stream.parse().map_err(|_bad| Wrong::status(404))?;
    let at = stream.clone();
    let seen = ask
        .read(move |_, desk, audience| desk.stream(audience, &at))
        .await?;
    let kind = seen.and_then(|seen| ask.site().desk.kind(&seen.kind));
    let (kind, verb) = find(kind, &verb, Scope::Stream)?;
    let (_, receipts) = submit(&ask, kind, verb, Some(stream), request).await?;
    let receipt = receipts.first().ok_or_else(|| Wrong::status(404))?;
    Ok(made(StatusCode::OK, receipt))
}

type Found = (&'static dyn AnyKind, &'static Verb);

fn find(kind: Option<&'static dyn AnyKind>, verb: &str, scope: Scope) -> Result<Found, Wrong> {
    let kind = kind.ok_or_else(|| Wrong::status(404))?;
    let found = kind
        .verbs()
        .iter()
        .find(|it| it.name == verb && it.scope == scope);
    Ok((kind, found.ok_or_else(|| Wrong::status(404))?))
}

async fn submit(
    ask: &Ask,
    kind: &'static dyn AnyKind,
    verb: &'static Verb,
    target: Option<StreamId>,
    request: Request,
) -> Result<(bool, Vec<Receipt>), Wrong> {
    let key = key(ask)?;
    let seen = seen(ask)?;
    let bytes = body::bytes(&ask.headers, request.into_body()).await?;
    if !body::is_of(&ask.headers, "application/json") {
        return Err(Wrong::status(415));
    }
    let mut intent = Intent {
        module: kind.module().to_owned(),
        kind: kind.name().to_owned(),
        verb: verb.name.to_owned(),
        target,
        typed: Typed::default(),
        seen,
        key,
        actor: ask.caller.actor(),
        // Answered from memory: a thread of its own would cost more than the question.
        audience: ask.audience()?,
    };
    let (typed, lists, mut problems) = typed(&bytes)?;
    if !problems.is_empty() {
        // The rest is checked as well, so that all is mended in one go.
        let others = paraat_ui::field::read(verb.fields, &typed)
            .err()
            .unwrap_or_default();
        let named: Vec<String> = problems.iter().map(|it| it.field.clone()).collect();
        problems.extend(others.into_iter().filter(|it| !named.contains(&it.field)));
        let refused = paraat_contract::Refused::Fields(problems);
        return Err(refused::wrong(ask, &intent, verb, refused));
    }
    intent.typed = typed;
    done(ask, verb, intent, &lists).await
}

/// Does it: once, or for each of a list of addresses.
async fn done(
    ask: &Ask,
    verb: &'static Verb,
    intent: Intent,
    lists: &[String],
) -> Result<(bool, Vec<Receipt>), Wrong> {
    let asked = Intent {
        typed: Typed::default(),
        ..intent.clone()
    };
    let many = verb
        .many()
        .filter(|field| lists.iter().any(|it| it == field.name));
    let done = match many {
        None => ask.site().desk.submit(intent).await.map(|it| vec![it]),
        Some(field) => {
            let each = one_of_each(intent, field.name);
            let done = ask.site().desk.together(each.clone(), Keep::All).await;
            let done = done.map_err(|refused| refused::wrong(ask, &asked, verb, refused))?;
            all(ask, verb, field.name, &each, done.outcomes)?
        }
    };
    let receipts = done.map_err(|refused| refused::wrong(ask, &asked, verb, refused))?;
    for receipt in &receipts {
        ask.shell.metrics.outcome(if receipt.repeated {
            "repeated"
        } else {
            "recorded"
        });
    }
    Ok((many.is_some(), receipts))
}

/// All receipts; else what each was refused for, with the address it is about.
fn all(
    ask: &Ask,
    verb: &Verb,
    field: &str,
    each: &[Intent],
    outcomes: Vec<Result<Receipt, Refused>>,
) -> Result<Result<Vec<Receipt>, Refused>, Wrong> {
    let mut wrong = Wrong::because(422, "web-many-nothing");
    let mut receipts = Vec::with_capacity(outcomes.len());
    for (intent, outcome) in each.iter().zip(outcomes) {
        match outcome {
            Ok(receipt) => receipts.push(receipt),
            // What was sent beside the addresses is the same for all: its mistakes are named once.
            Err(refused @ Refused::Fields(_)) => return Ok(Err(refused)),
            Err(refused) => {
                let detail = sentence(ask, intent, verb, refused);
                wrong.errors.push(crate::wrong::FieldWrong {
                    field: field.to_owned(),
                    reason: intent.typed.get(field).to_owned(),
                    detail,
                });
            }
        }
    }
    if wrong.errors.is_empty() {
        Ok(Ok(receipts))
    } else {
        Err(wrong)
    }
}

/// The answer to a verb that was done for several things.
fn all_made(receipts: &[Receipt]) -> Response {
    let items: Vec<Value> = receipts.iter().map(receipt_of).collect();
    let answer = json!({"items": items, "total": items.len()});
    reply::json(StatusCode::CREATED, "application/json", &answer)
}

fn receipt_of(receipt: &Receipt) -> Value {
    json!({"stream": receipt.stream.to_string(), "version": receipt.version})
}

fn made(status: StatusCode, receipt: &Receipt) -> Response {
    let answer = receipt_of(receipt);
    let mut response = reply::json(status, "application/json", &answer);
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", receipt.version)) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

fn key(ask: &Ask) -> Result<Option<String>, Wrong> {
    let Some(value) = ask.headers.get("idempotency-key") else {
        return Ok(None);
    };
    let key = value.to_str().ok().map(|it| it.trim().trim_matches('"'));
    match key {
        Some(key) if !key.is_empty() && key.len() <= LONGEST_KEY => Ok(Some(key.to_owned())),
        _ => Err(Wrong::because(400, "web-key-bad")),
    }
}

fn seen(ask: &Ask) -> Result<Option<u64>, Wrong> {
    let Some(value) = ask.headers.get(header::IF_MATCH) else {
        return Ok(None);
    };
    let tag = value.to_str().ok().map(str::trim);
    let tag = tag.and_then(|it| it.strip_prefix('"')?.strip_suffix('"'));
    let version = tag.and_then(|it| it.parse().ok());
    version
        .map(Some)
        .ok_or_else(|| Wrong::because(400, "web-if-match-bad"))
}

/// The fields of a JSON object as text. What is neither text, nor a whole number, nor a list of
/// texts has the wrong type. Also answers which of them were lists.
fn typed(bytes: &[u8]) -> Result<(Typed, Vec<String>, Vec<Problem>), Wrong> {
    if std::str::from_utf8(bytes).is_err() {
        return Err(Wrong::because(400, "web-not-utf8"));
    }
    let value = serde_json::from_slice(bytes).map_err(|error: serde_json::Error| {
        let place = vec![
            ("line", error.line().to_string()),
            ("column", error.column().to_string()),
        ];
        let mut wrong = Wrong::status(400);
        wrong
            .reasons
            .push(crate::wrong::Sentence("web-not-json".to_owned(), place));
        wrong
    })?;
    let Value::Object(members) = value else {
        return Err(Wrong::because(400, "web-not-an-object"));
    };
    let mut typed = Typed::default();
    let mut problems = Vec::new();
    let mut lists = Vec::new();
    for (name, value) in members {
        if value.is_array() {
            lists.push(name.clone());
        }
        match text(&value) {
            Some(text) => {
                typed.0.insert(name, text);
            }
            None => problems.push(Problem {
                field: name,
                reason: Reason::WrongType,
            }),
        }
    }
    Ok((typed, lists, problems))
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) if number.is_i64() || number.is_u64() => Some(number.to_string()),
        Value::Array(items) => {
            let words: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
            Some(words?.join(","))
        }
        _ => None,
    }
}
