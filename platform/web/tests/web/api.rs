// SPDX-License-Identifier: EUPL-1.2
//! The API: verbs, reading, its description, health, files, the event stream.

use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use crate::common::{Answer, MODULE, Node, known};
use axum::body::Body;
use axum::http::Request;
use paraat_authority::{Reason, Verdict};
use paraat_contract::{Refusal, Refused, Scope};
use serde_json::{Value, json};
use tower::ServiceExt;

const WRITE: &str = "/v1/notes/note/write";

fn body() -> String {
    json!({"about": known().to_string(), "title": "één", "tags": ["red", "blue"], "count": 3})
        .to_string()
}

#[track_caller]
fn is_problem(answer: &Answer, status: u16) -> Value {
    answer.is(status);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(answer.header("api-version"), env!("CARGO_PKG_VERSION"));
    let problem = answer.json();
    assert_eq!(problem["status"], status);
    for member in ["type", "title", "detail", "instance"] {
        assert!(!problem[member].as_str().unwrap().is_empty(), "{member}");
    }
    assert!(!answer.text.contains('«'), "{}", answer.text);
    problem
}

#[tokio::test]
async fn a_verb_is_recorded() {
    let node = Node::new();
    let answer = node
        .call(WRITE, &body(), &[("idempotency-key", "k-1")])
        .await;
    assert_eq!(
        answer.is(201).json(),
        json!({"stream": known().to_string(), "version": 7})
    );
    assert_eq!(
        answer.header("location"),
        format!("/v1/streams/{}", known())
    );
    assert_eq!(answer.header("etag"), "\"7\"");
    let intent = node.desk.submitted().unwrap();
    assert_eq!(intent.typed.get("tags"), "red,blue");
    assert_eq!(intent.typed.get("count"), "3");
    assert_eq!(intent.key.as_deref(), Some("k-1"));
    assert_eq!(intent.seen, None);
    let amend = format!("/v1/streams/{}/amend", known());
    let answer = node
        .call(&amend, r#"{"title":"x"}"#, &[("if-match", "\"6\"")])
        .await;
    answer.is(200);
    let intent = node.desk.submitted().unwrap();
    assert_eq!((intent.seen, intent.target), (Some(6), Some(known())));
}

#[tokio::test]
async fn every_refusal_has_its_status_and_reason() {
    let node = Node::new();
    let call = async |refused: Refused| {
        node.desk.then(Err(refused));
        node.call(WRITE, &body(), &[("accept-language", "en")])
            .await
    };
    is_problem(&call(Refused::NotThere).await, 404);
    let against = vec![Reason::OtherOrganisation("vr24".parse().unwrap())];
    let verdict = Verdict {
        grants: vec![],
        against,
    };
    let problem = is_problem(&call(Refused::NotPermitted(verdict)).await, 403);
    assert_eq!(problem["detail"], "Only Safety region 24 may do this.");
    assert_eq!(problem["reasons"], json!(["permit-other-organisation"]));
    let rule = Refusal::new("notes-refusal-full")
        .with("most", "3")
        .at("title");
    let problem = is_problem(&call(Refused::Rule(rule)).await, 422);
    assert_eq!(problem["errors"][0]["field"], "title");
    assert_eq!(problem["errors"][0]["reason"], "notes-refusal-full");
    let stale = Refused::Stale {
        version: 9,
        since: vec![crate::common::past(9)],
    };
    let problem = is_problem(&call(stale).await, 412);
    assert_eq!(
        (&problem["version"], &problem["since"][0]["version"]),
        (&json!(9), &json!(9))
    );
    assert_eq!(
        is_problem(&call(Refused::NotSeen { version: 9 }).await, 428)["version"],
        9
    );
    let problem = is_problem(&call(Refused::KeyReused).await, 422);
    assert_eq!(problem["reasons"], json!(["web-key-reused"]));
    is_problem(&call(Refused::ReadOnly).await, 503);
    let problem = is_problem(&call(Refused::Broken("ref-9".to_owned())).await, 500);
    assert_eq!(problem["reference"], "ref-9");
}

#[tokio::test]
async fn fields_that_are_not_taken_are_all_named() {
    let node = Node::new();
    let wrong = json!({"title": {"nl": "x"}, "mood": "angry", "colour": "red", "text": true});
    let problem = is_problem(&node.call(WRITE, &wrong.to_string(), &[]).await, 422);
    let mut named: Vec<(String, String)> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            let text = |name: &str| it[name].as_str().unwrap().to_owned();
            (text("field"), text("reason"))
        })
        .collect();
    named.sort();
    let expected = [
        ("about", "field-missing"),
        ("colour", "field-unknown"),
        ("mood", "field-not-a-choice"),
        ("text", "field-wrong-type"),
        ("title", "field-wrong-type"),
    ];
    let named: Vec<(&str, &str)> = named
        .iter()
        .map(|(f, r)| (f.as_str(), r.as_str()))
        .collect();
    assert_eq!(named, expected);
    for bad in ["1.5", "null", "{}", "[1]", "true"] {
        let wrong = format!(r#"{{"title": {bad}}}"#);
        let problem = is_problem(&node.call(WRITE, &wrong, &[]).await, 422);
        assert!(
            problem["errors"].to_string().contains("field-wrong-type"),
            "{bad}"
        );
    }
    assert!(node.desk.submitted().is_none());
}

#[tokio::test]
async fn what_cannot_be_read_is_said() {
    let node = Node::new();
    is_problem(&node.call(WRITE, "{", &[]).await, 400);
    is_problem(&node.call(WRITE, "", &[]).await, 400);
    is_problem(&node.call(WRITE, "[]", &[]).await, 400);
    is_problem(&node.call(WRITE, &body(), &[("if-match", "6")]).await, 400);
    is_problem(
        &node.call(WRITE, &body(), &[("if-match", "W/\"6\"")]).await,
        400,
    );
    let long = "k".repeat(201);
    is_problem(
        &node
            .call(WRITE, &body(), &[("idempotency-key", &long)])
            .await,
        400,
    );
    is_problem(
        &node
            .call(
                WRITE,
                &format!("{{\"title\":\"{}\"}}", "x".repeat(300_000)),
                &[],
            )
            .await,
        413,
    );
    let send = |kind: &'static str, bytes: &'static [u8]| {
        let request = Request::post(WRITE).header("authorization", "bearer all");
        node.send(
            request
                .header("content-type", kind)
                .body(Body::from(bytes))
                .unwrap(),
        )
    };
    let problem = is_problem(
        &send("application/json", b"{\"title\":\"\xff\"}").await,
        400,
    );
    assert_eq!(problem["reasons"], json!(["web-not-utf8"]));
    is_problem(&send("text/plain", b"{}").await, 415);
    is_problem(&node.read("all", "/v1/cards?text=%ff").await, 400);
    let answer = node.read("all", WRITE).await;
    is_problem(&answer, 405);
    assert_eq!(answer.header("allow"), "POST");
    is_problem(&node.call("/v1/cards", "{}", &[]).await, 405);
    is_problem(&node.call("/v1/notes/note/erase", "{}", &[]).await, 404);
    is_problem(&node.call("/v1/other/note/write", "{}", &[]).await, 404);
    is_problem(&node.call("/v1/notes/note/amend", "{}", &[]).await, 404);
}

#[tokio::test]
async fn a_key_opens_what_it_was_made_for() {
    let node = Node::new();
    for key in ["", "unknown"] {
        let answer = node.read(key, "/v1/cards").await;
        is_problem(&answer, 401);
        assert!(answer.header("www-authenticate").starts_with("Bearer"));
    }
    node.read("read", "/v1/cards").await.is(200);
    is_problem(&node.read("metrics", "/v1/cards").await, 403);
    let request = Request::post(WRITE).header("authorization", "Bearer read");
    let request = request.header("content-type", "application/json");
    is_problem(
        &node.send(request.body(Body::from(body())).unwrap()).await,
        403,
    );
    *node.keeper.wait.lock().unwrap() = Some(4);
    for key in ["all", "unknown"] {
        let answer = node.read(key, "/v1/cards").await;
        is_problem(&answer, 429);
        assert_eq!(answer.header("retry-after"), "4");
    }
}

#[tokio::test]
async fn a_door_for_machines_takes_a_key_in_two_ways_and_the_api_in_one() {
    let node = Node::new();
    let basic = |key: &str, path: &str| {
        let pair = match key {
            "read" => "eDpyZWFk",
            _ => "eDptZXRyaWNz",
        };
        let request = Request::get(path).header("authorization", format!("Basic {pair}"));
        request.body(Body::empty()).unwrap()
    };
    let answer = node.send(basic("read", "/ogc/collections/a/")).await;
    assert_eq!(answer.header("content-crs"), "<x>");
    assert!(
        answer.text.contains("/ogc collections/a "),
        "{}",
        answer.text
    );
    node.read("read", "/ogc").await.is(200);
    for request in [basic("metrics", "/ogc"), basic("none", "/ogc")] {
        let answer = node.send(request).await;
        assert_eq!(answer.status, 401);
        assert!(answer.header("www-authenticate").starts_with("Basic"));
    }
    node.read("", "/ogc").await.is(401);
    // A browser keeps such a password: it opens nothing that writes.
    is_problem(&node.send(basic("read", "/v1/cards")).await, 401);
}

#[tokio::test]
async fn a_session_may_use_the_api_from_its_own_pages_only() {
    let node = Node::new();
    let send = |site: &'static str| {
        let request = Request::post(WRITE)
            .header("cookie", "paraat=good")
            .header("sec-fetch-site", site)
            .header("content-type", "application/json");
        node.send(request.body(Body::from(body())).unwrap())
    };
    is_problem(&send("cross-site").await, 403);
    assert!(node.desk.submitted().is_none());
    send("same-origin").await.is(201);
}

#[tokio::test]
async fn reading() {
    let node = Node::new();
    let stream = known();
    let seen = node.read("read", &format!("/v1/streams/{stream}")).await;
    assert_eq!(seen.is(200).json()["kind"], "notes.note");
    assert_eq!(seen.header("etag"), "\"7\"");
    let past = node
        .read("read", &format!("/v1/streams/{stream}/history?pageSize=1"))
        .await;
    assert_eq!(past.is(200).json()["items"][0]["version"], 7);
    assert_eq!(past.json()["total"], 7);
    let next = past.json()["next"].as_str().unwrap().to_owned();
    let path = format!("/v1/streams/{stream}/history?pageSize=1&after={next}");
    assert_eq!(
        node.read("read", &path).await.json()["items"][0]["version"],
        6
    );
    let path = format!("/v1/streams/{stream}/history?pageSize=1&after=p6");
    let rest = node.read("read", &path).await.json();
    assert_eq!(
        (&rest["items"][0]["version"], rest.get("next")),
        (&json!(1), None)
    );
    let cards = node
        .read("read", "/v1/cards?module=notes&kind=note&pageSize=1")
        .await
        .json();
    assert_eq!((&cards["total"], &cards["next"]), (&json!(3), &json!("p1")));
    assert_eq!(
        cards["items"][0]["title"],
        json!({"nl": "Een notitie", "en": "A note"})
    );
    assert_eq!(
        node.read("read", "/v1/cards?text=x").await.json()["total"],
        1
    );
    for bad in [
        "pageSize=0",
        "pageSize=9999",
        "after=x",
        "under=x",
        "changedSince=x",
        "colour=red",
        "text=x&kind=note",
    ] {
        is_problem(&node.read("read", &format!("/v1/cards?{bad}")).await, 400);
    }
    let other = stream.to_string().replace("aa", "bb");
    for path in ["x", &other, &format!("{other}/history")] {
        is_problem(
            &node.read("read", &format!("/v1/streams/{path}")).await,
            404,
        );
    }
}

/// Every place that a reference in the document names.
fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(place) if name == "$ref" => found.push(place),
                    other => references(other, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|it| references(it, found)),
        _ => {}
    }
}

#[tokio::test]
async fn the_description_lists_every_verb_and_keeps_the_rules_of_the_land() {
    let node = Node::new();
    let answer = node.read("", "/v1/openapi.json").await;
    let document = answer.is(200).json();
    assert_eq!(document["openapi"], "3.1.0");
    assert!(
        document["servers"][0]["url"]
            .as_str()
            .unwrap()
            .contains("/v1")
    );
    for member in ["name", "email", "url"] {
        assert!(document["info"]["contact"][member].is_string());
    }
    for kind in MODULE.kinds {
        for verb in kind.verbs() {
            let path = match verb.scope {
                Scope::Kind => format!("/notes/{}/{}", kind.name(), verb.name),
                Scope::Stream => format!("/streams/{{stream}}/{}", verb.name),
            };
            assert!(
                document["paths"][&path]["post"]["requestBody"].is_object(),
                "{path}"
            );
        }
    }
    let mut found = Vec::new();
    references(&document, &mut found);
    for place in found {
        assert!(
            document.pointer(place.trim_start_matches('#')).is_some(),
            "{place}"
        );
    }
    let mut ids = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        assert!(!path.ends_with('/'));
        for operation in item.as_object().unwrap().values() {
            ids.push(operation["operationId"].as_str().unwrap().to_owned());
            let responses = operation["responses"].as_object().unwrap();
            assert!(responses.contains_key("400"), "{path}");
            for (status, response) in responses {
                let place = response["$ref"].as_str().unwrap_or("");
                let response = document.pointer(place.trim_start_matches('#')).unwrap();
                let response = if place.is_empty() {
                    &responses[status]
                } else {
                    response
                };
                assert!(
                    response["headers"]["API-Version"].is_object(),
                    "{path} {status}"
                );
                let problem = response["content"]["application/problem+json"].is_object();
                assert_eq!(problem, status.as_str() >= "400", "{path} {status}");
            }
        }
    }
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
    let schema = &document["components"]["schemas"]["NotesNoteWrite"];
    assert_eq!(schema["required"], json!(["about", "title"]));
    assert_eq!(schema["additionalProperties"], false);
    let example = &document["paths"]["/notes/note/write"]["post"]["requestBody"]["content"];
    let example = &example["application/json"]["example"];
    node.call(WRITE, &example.to_string(), &[]).await.is(201);
}

#[tokio::test]
async fn health_and_figures() {
    let node = Node::new();
    let health = node.read("", "/health").await.is(200).json();
    assert_eq!(
        (&health["status"], &health["lite"]),
        (&json!("ok"), &json!(paraat_web::LITE))
    );
    node.read("", "/ready").await.is(200);
    node.desk.read_only.store(true, Relaxed);
    node.read("", "/ready").await.is(503);
    node.get("/notes").await.is(200).has("class=\"banner");
    node.read("", "/metrics").await.is(404);
    node.read("all", "/metrics").await.is(404);
    let figures = node.read("metrics", "/metrics").await;
    figures
        .is(200)
        .has("paraat_requests_total{for=\"page\",status=\"2xx\"} 1");
    figures.has("paraat_entries 42").has("paraat_writes 0");
}

#[tokio::test]
async fn files_are_named_after_their_content_and_kept() {
    let node = Node::new();
    let page = node.get_as("", "/login").await;
    let path = page
        .text
        .split('"')
        .find(|it| it.starts_with("/static/app."))
        .unwrap();
    let ask = |coding: &'static str| {
        let request = Request::get(path).header("accept-encoding", coding);
        node.send(request.body(Body::empty()).unwrap())
    };
    let plain = ask("identity").await;
    plain.is(200).has("{");
    assert_eq!(
        plain.header("cache-control"),
        "public, max-age=31536000, immutable"
    );
    assert_eq!(
        ask("gzip, deflate, br").await.header("content-encoding"),
        "br"
    );
    assert_eq!(ask("gzip").await.header("content-encoding"), "gzip");
    assert_eq!(ask("br;q=0, gzip").await.header("content-encoding"), "gzip");
    let request = Request::get("/notes").header("cookie", "paraat=good");
    let request = request
        .header("accept-encoding", "gzip")
        .body(Body::empty())
        .unwrap();
    assert_eq!(node.send(request).await.header("content-encoding"), "gzip");
}

#[tokio::test]
async fn the_event_stream_names_tables_and_nothing_else() {
    let node = Node::new();
    node.get_as("", "/events").await.is(401);
    let request = Request::get("/events").header("cookie", "paraat=good");
    let request = request
        .header("accept-encoding", "gzip")
        .header("last-event-id", "c1");
    let request = request.body(Body::empty()).unwrap();
    let response = node.router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    assert_eq!(response.headers()["x-accel-buffering"], "no");
    assert!(response.headers().get("content-encoding").is_none());
    let mut body = Box::pin(response.into_body().into_data_stream());
    let mut text = String::new();
    while !text.contains("data:") {
        let next =
            std::future::poll_fn(|context| futures_core::Stream::poll_next(body.as_mut(), context));
        let chunk = tokio::time::timeout(Duration::from_secs(5), next)
            .await
            .unwrap();
        text.push_str(std::str::from_utf8(&chunk.unwrap().unwrap()).unwrap());
    }
    assert_eq!(
        text,
        "retry: 3000\n\nid: c2\nevent: changed\ndata: note card\n\n"
    );
}

#[tokio::test]
async fn one_account_opens_so_many_event_streams_and_no_more() {
    let node = Node::new();
    let open = || {
        let request = Request::get("/events?after=c0").header("cookie", "paraat=good");
        node.router
            .clone()
            .oneshot(request.body(Body::empty()).unwrap())
    };
    let mut streams = Vec::new();
    for _ in 0..12 {
        let response = open().await.unwrap();
        assert_eq!(response.status(), 200);
        streams.push(response);
    }
    assert_eq!(open().await.unwrap().status(), 429);
    node.read("metrics", "/metrics")
        .await
        .has("paraat_event_streams 12");
    drop(streams);
    for _ in 0..200 {
        tokio::time::sleep(Duration::from_millis(5)).await;
        if open().await.unwrap().status() == 200 {
            return;
        }
    }
    panic!("the places were not given back");
}
