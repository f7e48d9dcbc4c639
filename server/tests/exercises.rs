// SPDX-License-Identifier: EUPL-1.2
//! An exercise on a real node: it starts with one press, plays by itself, survives that the plug is
//! pulled, ends with one press, and nothing of it ever mixes with the real world.
#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

mod common;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use common::{Scratch, Server, paraat};
use serde_json::Value;

const SPACE: &str = "/oefening/hoogwater-maas";

/// A browser that is signed in.
struct Browser<'a> {
    node: &'a Server,
    cookie: String,
}

impl<'a> Browser<'a> {
    fn sign_in(node: &'a Server, name: &str, more: &str) -> (Self, String) {
        let kept = std::fs::read_to_string(node.data.join("accounts.txt")).unwrap();
        let line = kept.lines().find(|line| line.starts_with(name)).unwrap();
        let password = line.split('\t').nth(1).unwrap();
        let body = format!("name={name}&password={password}&next=%2F{more}");
        let answer = node.post("/login", &[FORM], &body);
        assert_eq!(answer.status, 303, "{}", answer.body);
        let cookie = header(&answer.headers, "set-cookie: paraat=");
        let cookie = format!("paraat={}", cookie.split(';').next().unwrap());
        (Self { node, cookie }, header(&answer.headers, "location: "))
    }

    fn get(&self, path: &str) -> common::Answer {
        self.node.get(path, &[("cookie", &self.cookie)])
    }

    fn post(&self, path: &str, body: &str) -> common::Answer {
        self.node
            .post(path, &[FORM, ("cookie", &self.cookie)], body)
    }

    fn order(&self, order: &str) -> String {
        let answer = self.post("/oefening", &format!("exercise=hoogwater-maas&{order}"));
        assert_eq!(answer.status, 303, "{order}: {}", answer.body);
        header(&answer.headers, "location: ")
    }
}

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

fn header(headers: &str, name: &str) -> String {
    let lines = headers.lines();
    let mut found = lines.filter_map(|line| {
        let (head, value) = line.split_at_checked(name.len())?;
        head.eq_ignore_ascii_case(name)
            .then(|| value.trim().to_owned())
    });
    // The session comes before the device, and a page sends on to one place only.
    found.next().unwrap_or_default()
}

fn cards(node: &Server, key: &str, prefix: &str, kind: &str) -> Value {
    let path = format!("{prefix}/v1/cards?module=incident&kind={kind}&pageSize=200");
    let bearer = format!("Bearer {key}");
    let answer = node.get(&path, &[("authorization", &bearer)]);
    assert_eq!(answer.status, 200, "{}", answer.body);
    serde_json::from_slice(&answer.bytes()).unwrap()
}

fn titles(cards: &Value) -> BTreeSet<String> {
    let items = cards["items"].as_array().unwrap().iter();
    items.map(|card| card["title"].to_string()).collect()
}

/// Addresses that a page leads or sends to.
fn addresses(page: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for name in [" href=\"", " action=\"", " src=\"", " formaction=\""] {
        let pieces = page.split(name).skip(1);
        found.extend(pieces.map(|it| it.split('"').next().unwrap().replace("&amp;", "&")));
    }
    found
}

#[test]
fn one_press_shows_a_living_picture_and_one_press_ends_it() {
    let scratch = Scratch::new("exercise-press");
    let node = Server::demo(&scratch.path("data"));
    let login = node.get("/login", &[]);
    assert!(login.body.contains("Hoogwater Maas"), "{}", login.body);
    let begun = Instant::now();
    let (reader, there) = Browser::sign_in(&node, "reader-inspectie", "&exercise=hoogwater-maas");
    assert!(there.starts_with(&format!("{SPACE}/streams/")), "{there}");
    let page = reader.get(&there);
    let page = reader.get(&header(&page.headers, "location: "));
    assert!(begun.elapsed() < Duration::from_secs(30));
    assert!(page.body.contains("OEFENING: Hoogwater Maas"));
    assert!(page.body.contains("Ravelsberg"), "{}", page.body);
    // Faster, and to the end at once.
    reader.order("order=speed&speed=60");
    reader.order("order=jump&minute=120");
    let key = node.token("editor-vr23");
    let said = cards(&node, &key, SPACE, "log-line");
    assert!(said["total"].as_u64().unwrap() >= 12, "{said}");
    let start = reader.get(&format!("{SPACE}/"));
    assert!(
        start.body.contains("Alle berichten zijn gespeeld"),
        "{}",
        start.body
    );
    assert!(start.body.contains("84 van 84"), "{}", start.body);
    // One press ends it, for everybody.
    assert_eq!(reader.order("order=stop"), "/?from-exercise");
    let (other, _) = Browser::sign_in(&node, "editor-vr24", "");
    let shut = other.get(&format!("{SPACE}/incident"));
    assert_eq!(
        (shut.status, header(&shut.headers, "location: ").as_str()),
        (303, "/?from-exercise")
    );
    let live = other.get("/?from-exercise");
    assert!(live.status == 200 && !live.body.contains("OEFENING:"));
    // Afresh is another space, and the old path leads there.
    let again = reader.order("order=restart");
    assert!(again.starts_with(&format!("{SPACE}-2/streams/")), "{again}");
    let moved = reader.get(&format!("{SPACE}/incident"));
    assert_eq!(header(&moved.headers, "location: "), format!("{SPACE}-2"));
}

#[test]
fn every_address_in_a_space_stays_in_it() {
    let scratch = Scratch::new("exercise-links");
    let node = Server::demo(&scratch.path("data"));
    let (editor, there) = Browser::sign_in(&node, "editor-vr23", "&exercise=hoogwater-maas");
    editor.order("order=jump&minute=60");
    let outside = |at: &str| {
        ["/?from-exercise", "/oefening"].contains(&at)
            || ["/static/", "/account", "/admin"]
                .iter()
                .any(|it| at.starts_with(it))
    };
    let mut open = vec![there, format!("{SPACE}/")];
    let mut seen = BTreeSet::new();
    while let Some(at) = open.pop() {
        let path = at.split('#').next().unwrap().to_owned();
        if seen.len() >= 250 || !seen.insert(path.clone()) {
            continue;
        }
        let answer = editor.get(&path);
        assert!(answer.status < 500, "{path}: {}", answer.status);
        let to = header(&answer.headers, "location: ");
        if !to.is_empty() {
            assert!(to.starts_with(SPACE), "{path} leads to {to}");
            open.push(to);
            continue;
        }
        if !answer.headers.contains("text/html") {
            continue;
        }
        assert!(answer.body.contains("OEFENING: "), "{path}");
        for address in addresses(&answer.body) {
            let own = address.starts_with(&format!("{SPACE}/")) || address == SPACE;
            let elsewhere = !address.starts_with('/') || outside(&address);
            assert!(own || elsewhere, "{path} leads out of the space: {address}");
            if own && !address.contains("/logout") {
                open.push(address);
            }
        }
    }
    assert!(seen.len() > 40, "{}", seen.len());
}

#[test]
fn an_exercise_and_the_real_world_do_not_mix_on_one_node() {
    let scratch = Scratch::new("exercise-mix");
    let node = Server::demo(&scratch.path("data"));
    let (editor, _) = Browser::sign_in(&node, "editor-vr23", "&exercise=hoogwater-maas");
    editor.order("order=jump&minute=30");
    editor.order("order=pause");
    let key = node.token("editor-vr23");
    let bearer = format!("Bearer {key}");
    let json = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
    ];
    // Programs: the path says where it goes, with the same key.
    let live = node.post(
        "/v1/incident/incident/open",
        &json,
        r#"{"title":"Echt water"}"#,
    );
    assert_eq!(live.status, 201, "{}", live.body);
    let open = format!("{SPACE}/v1/incident/incident/open");
    let made = node.post(&open, &json, r#"{"title":"Geoefend water"}"#);
    assert_eq!(made.status, 201, "{}", made.body);
    let of = |answer: &common::Answer| {
        let said: Value = serde_json::from_slice(&answer.bytes()).unwrap();
        said["stream"].as_str().unwrap().to_owned()
    };
    let (of_live, of_exercise) = (of(&live), of(&made));
    let (in_live, in_space) = (
        titles(&cards(&node, &key, "", "incident")),
        titles(&cards(&node, &key, SPACE, "incident")),
    );
    let has = |titles: &BTreeSet<String>, word: &str| titles.iter().any(|it| it.contains(word));
    assert!(
        has(&in_live, "Echt water") && in_live.len() == 1,
        "{in_live:?}"
    );
    assert!(has(&in_space, "Geoefend") && !has(&in_space, "Echt water"));
    // A line under a thing of the other world: there is no such thing.
    for (prefix, stream) in [("", &of_exercise), (SPACE, &of_live)] {
        let line = format!(r#"{{"incident":"{stream}","text":"Verdwaald"}}"#);
        let path = format!("{prefix}/v1/incident/log/write");
        let answer = node.post(&path, &json, &line);
        assert!(matches!(answer.status, 404 | 422), "{}", answer.status);
        let path = format!("{prefix}/v1/streams/{stream}");
        assert_eq!(node.get(&path, &json[..1]).status, 404, "{path}");
    }
    // Search and the start page of the real world.
    for path in [
        "/search?q=Ravelsberg",
        "/search?q=Geoefend",
        "/incident",
        "/?list=other",
    ] {
        let page = editor.get(path);
        assert!(!page.body.contains("OEFENING:"), "{path}");
        let told = page.body.contains("Veerstraat") || page.body.contains("Geoefend water");
        assert!(!told, "{path}");
    }
    // A form that waits for a login comes back where it was sent, and nowhere else.
    let form = editor.get(&format!("{SPACE}/incident/incident/open"));
    let key = form.body.split("name=\"key\" value=\"").nth(1).unwrap();
    let form = format!(
        "title=Gehouden+water&key={}",
        key.split('"').next().unwrap()
    );
    let held = node.post(&format!("{SPACE}/incident/incident/open"), &[FORM], &form);
    let to = header(&held.headers, "location: ");
    assert!(to.starts_with(&format!("{SPACE}/login?")), "{to}");
    let code = to.split("held=").nth(1).unwrap();
    let there = editor.get(&format!("{SPACE}/incident/incident/open?held={code}"));
    assert!(there.body.contains("Gehouden water"), "{}", there.body);
    let here = editor.get(&format!("/incident/incident/open?held={code}"));
    assert!(!here.body.contains("Gehouden water"));
    // Accounts are of the real world: a space has no page to change them.
    for path in ["/account", "/admin", "/oefening", "/metrics"] {
        assert_eq!(editor.get(&format!("{SPACE}{path}")).status, 404, "{path}");
    }
    // Both are whole, each under its own name, with keys that the other does not have.
    let data = node.data.clone();
    drop(node);
    for folder in [data.clone(), data.join("spaces/hoogwater-maas")] {
        let out = paraat(&["verify", "--data", folder.to_str().unwrap()]);
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        assert!(out.status.success() && said.contains("whole"), "{said}");
    }
    let read = |at: &str| std::fs::read(data.join(at)).unwrap();
    assert_ne!(
        read("keys/node.key"),
        read("spaces/hoogwater-maas/keys/node.key")
    );
    assert!(!data.join("keys/politie.root").exists());
}

#[test]
fn maps_of_an_exercise_hold_its_objects_under_its_own_path_and_say_so() {
    let scratch = Scratch::new("exercise-maps");
    let node = Server::demo(&scratch.path("data"));
    let (editor, _) = Browser::sign_in(&node, "editor-vr23", "&exercise=hoogwater-maas");
    editor.order("order=jump&minute=30");
    let key = node.token("editor-vr23");
    let bearer = format!("Bearer {key}");
    let get = |path: &str| node.get(path, &[("authorization", &bearer)]);
    let items = "/ogc/collections/incident-objects/items?limit=100";
    let (in_space, in_live) = (get(&format!("{SPACE}{items}")), get(items));
    assert_eq!((in_space.status, in_live.status), (200, 200));
    let played = "CoPI Veerstraat";
    assert!(in_space.body.contains(played), "{}", in_space.body);
    assert!(!in_live.body.contains(played), "{}", in_live.body);
    for path in ["", "/collections", "/conformance", "/api"] {
        let said = get(&format!("{SPACE}/ogc{path}"));
        let strays = said.body.replace(&format!("{SPACE}/ogc"), "");
        for end in ["/", "?", "\""] {
            assert!(!strays.contains(&format!("/ogc{end}")), "{}", said.body);
        }
    }
    for path in ["/ogc?f=html", "/ogc/collections?f=html"] {
        assert!(get(&format!("{SPACE}{path}")).body.contains("OEFENING: "));
        assert!(!get(path).body.contains("OEFENING: "));
    }
    let api = get(&format!("{SPACE}/v1/openapi.json"));
    let server = format!("\"url\":\"{SPACE}/v1\"");
    assert!(api.body.replace(": ", ":").contains(&server));
}

#[test]
fn what_is_sent_to_a_play_that_was_left_is_refused_and_recorded_nowhere() {
    let scratch = Scratch::new("exercise-left");
    let node = Server::demo(&scratch.path("data"));
    let (editor, there) = Browser::sign_in(&node, "editor-vr23", "&exercise=hoogwater-maas");
    let stream = there.split("/streams/").nth(1).unwrap().to_owned();
    let line = format!("incident={}&text=Te+laat", stream.replace('/', "%2F"));
    let write = format!("{SPACE}/incident/log/write");
    for order in ["order=stop", "order=restart"] {
        editor.order(order);
        let late = editor.post(&write, &line);
        assert_eq!(late.status, 404, "{order}: {}", late.body);
        assert!(late.body.contains("niet vastgelegd"), "{}", late.body);
    }
    let key = node.token("editor-vr23");
    for prefix in ["", &format!("{SPACE}-2")] {
        let lines = titles(&cards(&node, &key, prefix, "log-line"));
        assert!(!lines.iter().any(|it| it.contains("Te laat")), "{lines:?}");
    }
}

#[test]
fn a_play_goes_on_after_the_plug_is_pulled_and_plays_nothing_twice() {
    let scratch = Scratch::new("exercise-kill");
    let data = scratch.path("data");
    let mut node = Server::demo(&data);
    {
        let (editor, _) = Browser::sign_in(&node, "editor-vr23", "&exercise=hoogwater-maas");
        editor.order("order=speed&speed=60");
    }
    for _ in 0..4 {
        std::thread::sleep(Duration::from_millis(2_300));
        node.kill();
        node = Server::demo(&data);
    }
    let (editor, _) = Browser::sign_in(&node, "editor-vr23", "");
    let before = cards(&node, &node.token("editor-vr23"), SPACE, "log-line");
    assert!(before["total"].as_u64().unwrap() >= 3, "{before}");
    editor.order("order=jump&minute=120");
    let key = node.token("editor-vr23");
    let after = cards(&node, &key, SPACE, "log-line");
    let lines = after["items"].as_array().unwrap().len();
    assert_eq!(titles(&after).len(), lines, "a line was written twice");
    let page = editor.get(&format!("{SPACE}/"));
    assert!(page.body.contains("84 van 84"), "{}", page.body);
    // Paused, it waits; also when the node starts again.
    editor.order("order=restart");
    editor.order("order=pause");
    node.kill();
    let node = Server::demo(&data);
    let (editor, _) = Browser::sign_in(&node, "editor-vr23", "");
    let page = editor.get(&format!("{SPACE}-2/"));
    assert!(page.body.contains("Wacht"), "{}", page.body);
}

#[test]
fn files_of_an_exercise_say_so_in_their_name() {
    let scratch = Scratch::new("exercise-files");
    let node = Server::demo(&scratch.path("data"));
    let (editor, there) = Browser::sign_in(&node, "editor-vr23", "&exercise=hoogwater-maas");
    let page = editor.get(&header(&editor.get(&there).headers, "location: "));
    let files = addresses(&page.body);
    let mut of = files
        .iter()
        .filter(|it| it.contains("as=") || it.contains("format="));
    let file = of
        .next()
        .map_or_else(|| format!("{SPACE}/?list=held&as=csv"), Clone::clone);
    let answer = editor.get(&file);
    let name = header(&answer.headers, "content-disposition: ");
    assert!(
        name.contains("filename=\"OEFENING-"),
        "{file}: {name} {}",
        answer.status
    );
}

#[test]
fn a_damaged_exercise_keeps_no_node_from_starting_and_can_be_started_afresh() {
    let scratch = Scratch::new("exercise-damaged");
    let data = scratch.path("demo");
    let mut node = Server::demo(&data);
    let (leader, _) = Browser::sign_in(&node, "editor-vr23", "");
    leader.order("order=start");
    node.kill();
    let play = data.join("spaces/hoogwater-maas/play.json");
    for torn in [&b"{\"standing\":"[..], b"\xff"] {
        std::fs::write(&play, torn).unwrap();
        let mut node = Server::demo(&data);
        let (leader, _) = Browser::sign_in(&node, "editor-vr23", "");
        assert_eq!(leader.get("/incident").status, 200);
        assert_eq!(std::fs::read(&play).unwrap(), torn, "it stays as it was");
        node.kill();
    }
    let node = Server::demo(&data);
    let (leader, _) = Browser::sign_in(&node, "editor-vr23", "");
    let shown = leader.order("order=start");
    assert!(shown.starts_with("/oefening/hoogwater-maas-2"), "{shown}");
    assert_eq!(leader.get(&shown).status, 303);
}

#[test]
fn a_restart_that_fails_leaves_the_play_that_was_going_on() {
    let scratch = Scratch::new("exercise-restart");
    let data = scratch.path("demo");
    let node = Server::demo(&data);
    let (leader, _) = Browser::sign_in(&node, "editor-vr23", "");
    leader.order("order=start");
    let spaces = data.join("spaces");
    std::fs::rename(&spaces, data.join("away")).unwrap();
    std::fs::write(&spaces, "no folder").unwrap();
    let answer = leader.post("/oefening", "exercise=hoogwater-maas&order=restart");
    assert!(answer.status >= 500, "{answer:?}");
    std::fs::remove_file(&spaces).unwrap();
    std::fs::rename(data.join("away"), &spaces).unwrap();
    let key = node.token("editor-vr23");
    let lines = || cards(&node, &key, SPACE, "log-line")["total"].as_u64();
    let before = lines();
    leader.order("order=speed&speed=60");
    let begun = Instant::now();
    while lines() <= before {
        assert!(begun.elapsed() < Duration::from_secs(60), "it plays on");
        std::thread::sleep(Duration::from_millis(200));
    }
}
