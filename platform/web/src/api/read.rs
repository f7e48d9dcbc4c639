// SPDX-License-Identifier: EUPL-1.2
//! Reading by API: streams, their history, cards.

use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use paraat_contract::{Answer, CARDS, Filter, Need, Order, Query, Seen, card_of};
use paraat_kernel::{Card, OrganisationId, StreamId, Text, Timestamp};
use serde_json::{Map, Value, json};

use super::admit;
use crate::ask::{Ask, Asked};
use crate::keeper::Opens;
use crate::pages::sealed;
use crate::refused::past;
use crate::reply;
use crate::wrong::{FieldWrong, Wrong};

/// Rows on a page when nothing is said, and at most.
const PAGE: (u32, u32) = (100, 1_000);

/// `GET /v1/streams/{stream}`.
pub(super) async fn stream(ask: Ask, Path(stream): Path<String>) -> Result<Response, Wrong> {
    admit(&ask, Opens::Read)?;
    known(&ask, &[])?;
    sealed::pass(&ask).await?;
    let stream = address(&stream)?;
    let at = stream.clone();
    let seen = ask
        .read(move |_, desk, audience| desk.stream(audience, &at))
        .await?;
    let seen: Seen = seen.ok_or_else(|| Wrong::status(404))?;
    let cards: Vec<Value> = seen
        .cards
        .iter()
        .map(|it| Value::Object(card(it)))
        .collect();
    let answer = json!({
        "stream": stream.to_string(),
        "kind": seen.kind,
        "version": seen.version,
        "cards": cards,
    });
    let mut response = reply::json(StatusCode::OK, "application/json", &answer);
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", seen.version)) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    Ok(response)
}

/// `GET /v1/streams/{stream}/history`, newest first.
pub(super) async fn history(ask: Ask, Path(stream): Path<String>) -> Result<Response, Wrong> {
    admit(&ask, Opens::Read)?;
    known(&ask, &["pageSize", "after"])?;
    sealed::pass(&ask).await?;
    let stream = address(&stream)?;
    let (offset, size) = paging(&ask)?;
    let read = ask.read(move |_, desk, audience| {
        let Some(seen) = desk.stream(audience, &stream)? else {
            return Ok(None);
        };
        let need = Need::History(stream, offset.saturating_add(size));
        let (mut answers, _) = desk.answers(audience, &[need])?;
        Ok(match answers.pop() {
            // A version is the number of an entry in its stream.
            Some(Answer::History(entries)) => Some((entries, seen.version)),
            _ => None,
        })
    });
    let (entries, total) = read.await?.ok_or_else(|| Wrong::status(404))?;
    let shown = entries.iter().skip(offset as usize).take(size as usize);
    let items: Vec<Value> = shown.map(past).collect();
    Ok(list(items, total, offset))
}

const ASKED: [&str; 8] = [
    "module",
    "kind",
    "under",
    "waitingFor",
    "text",
    "changedSince",
    "pageSize",
    "after",
];

/// `GET /v1/cards`.
pub(super) async fn cards(ask: Ask) -> Result<Response, Wrong> {
    admit(&ask, Opens::Read)?;
    known(&ask, &ASKED)?;
    match ask.parameter("text") {
        Some(text) => found(&ask, text.chars().take(200).collect()).await,
        None => listed(&ask).await,
    }
}

async fn found(ask: &Ask, text: String) -> Result<Response, Wrong> {
    for name in ["kind", "under", "waitingFor", "changedSince"] {
        if ask.parameter(name).is_some() {
            return Err(bad(ask, name, "web-not-with-text"));
        }
    }
    let (offset, size) = paging(ask)?;
    let module = ask.parameter("module").map(str::to_owned);
    let found = ask.read(move |_, desk, audience| {
        desk.search(audience, &text, module.as_deref(), (offset, size))
    });
    let found = found.await?;
    let items = found
        .cards
        .iter()
        .map(|it| Value::Object(card(it)))
        .collect();
    Ok(list(items, found.total, offset))
}

async fn listed(ask: &Ask) -> Result<Response, Wrong> {
    let mut query = Query::all(&CARDS);
    for name in ["module", "kind"] {
        if let Some(value) = ask.parameter(name) {
            query = query.is(name, value);
        }
    }
    if let Some(under) = ask.parameter("under") {
        let under: StreamId = under
            .parse()
            .map_err(|_bad| bad(ask, "under", "field-not-an-address"))?;
        query = query.is("under", under.to_string());
    }
    if let Some(organisation) = ask.parameter("waitingFor") {
        let organisation: OrganisationId = organisation
            .parse()
            .map_err(|_bad| bad(ask, "waitingFor", "field-not-an-organisation"))?;
        query = query.is("waiting_for", organisation.to_string());
    }
    if let Some(since) = ask.parameter("changedSince") {
        let since: Timestamp = since
            .parse()
            .map_err(|_bad| bad(ask, "changedSince", "field-not-a-moment"))?;
        query = query.filter(Filter::Since(since));
    }
    let (offset, size) = paging(ask)?;
    let query = query.by(Order::Oldest).page(offset, size);
    let rows = ask.read(move |_, desk, audience| {
        let (mut answers, _) = desk.answers(audience, &[Need::Rows(query)])?;
        Ok(match answers.pop() {
            Some(Answer::Rows(rows)) => rows,
            _ => paraat_contract::Rows::default(),
        })
    });
    let rows = rows.await?;
    let items = rows.rows.iter().map(|row| {
        let mut members = card(&card_of(row));
        members.insert("version".to_owned(), row.version.into());
        // Reference data that the node brings along was recorded nowhere.
        if row.since.as_second() > 0 {
            members.insert("recordedAt".to_owned(), row.since.to_string().into());
        }
        Value::Object(members)
    });
    Ok(list(items.collect(), rows.total, offset))
}

fn address(text: &str) -> Result<StreamId, Wrong> {
    text.parse().map_err(|_bad| Wrong::status(404))
}

/// A card as programs read it. What is empty is left out.
fn card(card: &Card) -> Map<String, Value> {
    let mut members = Map::new();
    let mut put = |name: &str, value: String| {
        if !value.is_empty() {
            members.insert(name.to_owned(), Value::String(value));
        }
    };
    put("stream", card.stream.to_string());
    put("part", card.part.clone());
    put("module", card.module.clone());
    put("kind", card.kind.clone());
    put("status", card.status.clone());
    put(
        "holder",
        card.holder
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
    );
    put(
        "under",
        card.under
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
    );
    put("order", card.order.clone());
    put(
        "dueAt",
        card.due.map(|it| it.to_string()).unwrap_or_default(),
    );
    put(
        "staleAfter",
        card.stale_after
            .map(|it| it.to_string())
            .unwrap_or_default(),
    );
    if let Some(waiting) = &card.waiting_for {
        let waiting = json!({
            "organisation": waiting.organisation.as_str(),
            "words": waiting.words,
            "at": waiting.at,
        });
        members.insert("waitingFor".to_owned(), waiting);
    }
    members.insert("title".to_owned(), text(&card.title));
    members.insert("body".to_owned(), text(&card.body));
    members
}

fn text(text: &Text) -> Value {
    let mut members = Map::new();
    members.insert("nl".to_owned(), text.nl.as_str().into());
    if !text.en.is_empty() {
        members.insert("en".to_owned(), text.en.as_str().into());
    }
    Value::Object(members)
}

/// One page of a list, and where the next begins.
fn list(items: Vec<Value>, total: u64, offset: u32) -> Response {
    let end = u64::from(offset) + items.len() as u64;
    let mut answer = json!({"total": total});
    if let Value::Object(members) = &mut answer {
        if end < total && !items.is_empty() {
            members.insert("next".to_owned(), format!("p{end:x}").into());
        }
        members.insert("items".to_owned(), Value::Array(items));
    }
    reply::json(StatusCode::OK, "application/json", &answer)
}

fn paging(ask: &Asked) -> Result<(u32, u32), Wrong> {
    let size = match ask.parameter("pageSize") {
        None => PAGE.0,
        Some(text) => {
            let size = text.parse().ok().filter(|it| (1..=PAGE.1).contains(it));
            size.ok_or_else(|| bad(ask, "pageSize", "web-page-size"))?
        }
    };
    let offset = match ask.parameter("after") {
        None => 0,
        Some(text) => {
            let offset = text
                .strip_prefix('p')
                .and_then(|it| u32::from_str_radix(it, 16).ok());
            offset.ok_or_else(|| bad(ask, "after", "web-after"))?
        }
    };
    Ok((offset, size))
}

/// Refuses parameters that are not known: a misspelt filter must not answer everything.
fn known(ask: &Asked, names: &[&str]) -> Result<(), Wrong> {
    let unknown = ask
        .query
        .iter()
        .find(|(name, _)| !names.contains(&name.as_str()));
    match unknown {
        Some((name, _)) => Err(bad(ask, name, "web-parameter-unknown")),
        None => Ok(()),
    }
}

fn bad(ask: &Asked, name: &str, key: &str) -> Wrong {
    let most = PAGE.1.to_string();
    let detail = ask
        .voice()
        .with(key, &[("name", name.to_owned()), ("most", most.clone())]);
    let values = vec![("name", name.to_owned()), ("most", most)];
    let mut wrong = Wrong::status(400);
    wrong
        .reasons
        .push(crate::wrong::Sentence(key.to_owned(), values));
    wrong.errors.push(FieldWrong {
        field: name.to_owned(),
        reason: key.to_owned(),
        detail,
    });
    wrong
}
