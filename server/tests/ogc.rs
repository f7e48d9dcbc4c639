// SPDX-License-Identifier: EUPL-1.2
//! What GIS programs read at `/ogc`: who may, what they find, and what they are told when they ask
//! something that is not there.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing unwrap in a test is a failing test"
)]

mod common;

use common::{Scratch, Server, json};
use serde_json::Value;

const RD: &str = "http://www.opengis.net/def/crs/EPSG/0/28992";

struct Door {
    server: Server,
    bearer: String,
}

impl Door {
    fn open(name: &str) -> (Scratch, Self) {
        Self::of(name, "editor-vr23")
    }

    fn of(name: &str, account: &str) -> (Scratch, Self) {
        let scratch = Scratch::new(name);
        let server = Server::demo(&scratch.path("demo"));
        let bearer = format!("Bearer {}", server.token(account));
        (scratch, Self { server, bearer })
    }

    fn post(&self, path: &str, key: &str, body: &str) -> Value {
        let headers = json(&self.bearer, key);
        let answer = self.server.post(path, &headers, body);
        assert_eq!(answer.status, 201, "{}", answer.body);
        serde_json::from_str(&answer.body).unwrap()
    }

    fn incident(&self, key: &str) -> String {
        let opened = r#"{"title":"Hoogwater"}"#;
        let said = self.post("/v1/incident/incident/open", key, opened);
        said["stream"].as_str().unwrap().to_owned()
    }

    fn place(&self, incident: &str, key: &str, title: &str, at: &str) {
        let body = serde_json::json!({
            "incident": incident, "kind": "command-post", "title": title, "at": at,
        });
        self.post("/v1/incident/layer/place", key, &body.to_string());
    }

    fn ask(&self, path: &str) -> (u16, Value) {
        let headers = [("Authorization", self.bearer.as_str())];
        let answer = self.server.get(path, &headers);
        let body = serde_json::from_str(&answer.body).unwrap_or_default();
        (answer.status, body)
    }

    fn items(&self, query: &str) -> Value {
        let (status, all) = self.ask(&format!("/ogc/collections/incident-objects/items?{query}"));
        assert_eq!(status, 200, "{query}: {all}");
        all
    }
}

fn titles(all: &Value) -> Vec<&str> {
    let features = all["features"].as_array().unwrap().iter();
    features
        .map(|it| it["properties"]["title"].as_str().unwrap())
        .collect()
}

fn link(all: &Value, rel: &str) -> Option<String> {
    let mut links = all["links"].as_array().unwrap().iter();
    let found = links.find(|it| it["rel"] == rel)?;
    Some(found["href"].as_str().unwrap().to_owned())
}

#[test]
fn features_are_found_by_box_by_time_and_by_what_they_say() {
    let (_scratch, door) = Door::open("ogc-found");
    let incident = door.incident("a");
    door.place(&incident, "b", "Amersfoort", "155000, 463000");
    door.place(&incident, "c", "Venlo", "51.37, 6.17");
    door.place(&incident, "d", "Saba", "17.63, -63.23");
    let of = format!("incident={incident}");
    assert_eq!(titles(&door.items(&of)), ["Amersfoort", "Venlo", "Saba"]);
    let boxed = door.items(&format!("{of}&bbox=5,51,7,53&limit=1"));
    assert_eq!(titles(&boxed), ["Amersfoort"]);
    assert_eq!(
        (&boxed["numberMatched"], &boxed["numberReturned"]),
        (&2.into(), &1.into())
    );
    // The next page keeps what selects.
    let next = link(&boxed, "next").unwrap();
    let path = next.split_once("/ogc").unwrap().1;
    let (_, second) = door.ask(&format!("/ogc{path}"));
    assert_eq!(titles(&second), ["Venlo"]);
    assert_eq!(link(&second, "next"), None);
    let rd = door.items(&format!(
        "{of}&bbox=154000,462000,156000,464000&bbox-crs={RD}&crs={RD}"
    ));
    assert_eq!(titles(&rd), ["Amersfoort"]);
    let at = &rd["features"][0]["geometry"]["coordinates"];
    assert!((at[0].as_f64().unwrap() - 155_000.0).abs() < 0.1, "{at}");
    assert_eq!(
        titles(&door.items(&format!("{of}&bbox=170,-90,-60,90"))),
        ["Saba"]
    );
    assert_eq!(titles(&door.items(&format!("{of}&title=Venlo"))), ["Venlo"]);
    assert!(titles(&door.items(&format!("{of}&datetime=../2020-01-01T00:00:00Z"))).is_empty());
    assert_eq!(
        titles(&door.items(&format!("{of}&datetime=2020-01-01T00:00:00Z/.."))).len(),
        3
    );
    let id = boxed["features"][0]["id"].as_str().unwrap();
    let (status, one) = door.ask(&format!("/ogc/collections/incident-objects/items/{id}"));
    assert_eq!(
        (status, &one["properties"]["title"]),
        (200, &"Amersfoort".into())
    );
    let (_, described) = door.ask("/ogc/collections/incident-objects");
    let extent = &described["extent"]["spatial"]["bbox"][0];
    assert_eq!((&extent[0], &extent[1]), (&(-63.23).into(), &17.63.into()));
}

#[test]
fn what_is_not_there_or_cannot_be_read_is_said_as_the_standard_asks() {
    let (_scratch, door) = Door::open("ogc-wrong");
    for query in [
        "bbox=1,2,3",
        "bbox=5,53,7,51",
        "bbox=a,b,c,d",
        "limit=0",
        "limit=x",
        "crs=urn:none",
        "datetime=gisteren",
        "datetime=2026-02-01T00:00:00Z/2026-01-01T00:00:00Z",
        "number=x",
        "unknown=1",
        "f=xml",
    ] {
        let (status, body) = door.ask(&format!("/ogc/collections/incident-objects/items?{query}"));
        assert_eq!(
            (status, body["code"].is_string()),
            (400, true),
            "{query}: {body}"
        );
    }
    for path in [
        "/ogc/nothing",
        "/ogc/collections/nothing",
        "/ogc/collections/incident-objects/items/nothing",
        "/ogc/collections/incident-objects/items/vr23.00000000000000000000000000000000~object:1",
    ] {
        assert_eq!(door.ask(path).0, 404, "{path}");
    }
    for path in ["", "/", "/conformance", "/api", "/collections"] {
        assert_eq!(door.ask(&format!("/ogc{path}")).0, 200, "{path}");
    }
}

#[test]
fn a_key_opens_the_door_in_both_ways_and_shows_what_its_owner_may_see() {
    let (_scratch, door) = Door::of("ogc-rights", "editor-jenv");
    let shut = door.server.get("/ogc/collections", &[]);
    assert_eq!(shut.status, 401);
    assert!(
        shut.headers.to_lowercase().contains("basic realm"),
        "{}",
        shut.headers
    );
    let wrong = door.server.get("/ogc", &[("Authorization", "Basic eDp5")]);
    assert_eq!(wrong.status, 401);
    // A crisis in a circle of which nobody else is.
    let made = r#"{"name": "Stil", "purpose": "toets"}"#;
    let circle = door.post("/v1/trust/circle/make", "circle", made);
    let circle = circle["stream"].as_str().unwrap();
    let opened = format!(r#"{{"title":"Stil","circle":"{circle}"}}"#);
    let incident = door.post("/v1/incident/incident/open", "open", &opened);
    let incident = incident["stream"].as_str().unwrap();
    door.place(incident, "far", "Stille post", "70.0, 20.0");
    let mine = door.items("title=Stille%20post");
    assert_eq!(mine["numberMatched"], 1, "{mine}");
    let id = mine["features"][0]["id"].as_str().unwrap();
    let north = |said: &Value| said["extent"]["spatial"]["bbox"][0][3].as_f64();
    let (_, described) = door.ask("/ogc/collections/incident-objects");
    assert_eq!(north(&described), Some(70.0), "{described}");
    let other = format!("Bearer {}", door.server.token("editor-vr24"));
    let theirs = |path: &str| {
        let path = format!("/ogc/collections/incident-objects{path}");
        let headers = [("Authorization", other.as_str())];
        let answer = door.server.get(&path, &headers);
        let said: Value = serde_json::from_str(&answer.body).unwrap();
        (answer.status, said)
    };
    let (_, found) = theirs("/items?title=Stille%20post");
    assert_eq!(found["numberMatched"], 0, "{found}");
    assert_ne!(north(&theirs("").1), Some(70.0));
    assert_eq!(theirs(&format!("/items/{id}")).0, 404);
}
