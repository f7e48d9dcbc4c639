// SPDX-License-Identifier: EUPL-1.2
//! What leaves a node: an alert of the real world, whole, to every target, as often as it takes;
//! and nothing at all of an exercise.
#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

mod common;

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::Path;
use std::time::{Duration, Instant};

use common::{Scratch, Server, paraat};
use serde_json::{Value, json};

const SPACE: &str = "/oefening/hoogwater-maas";

/// Does a verb, at the version that stands there.
fn act(node: &Server, key: &str, path: &str, seen: &str, body: &Value) -> Value {
    let bearer = format!("Bearer {key}");
    let mut headers = vec![
        ("Authorization", bearer.as_str()),
        ("Content-Type", "application/json"),
    ];
    if !seen.is_empty() {
        headers.push(("If-Match", seen));
    }
    let answer = node.post(path, &headers, &body.to_string());
    assert!(answer.status < 300, "{path}: {}", answer.body);
    serde_json::from_slice(&answer.bytes()).unwrap()
}

/// Drafts, orders, reviews and hands over an alert; answers its stream.
fn hand_over(node: &Server, prefix: &str, [writer, decider]: [&str; 2]) -> String {
    let alert = json!({
        "language": "nl", "title": "Grote brand", "what": "Rook", "todo": "Blijf binnen",
        "area": "Arcen", "at": "51.477, 6.18",
    });
    let path = format!("{prefix}/v1/communication/alert/draft");
    let drafted = act(node, writer, &path, "", &alert);
    let stream = drafted.get("stream").unwrap().as_str().unwrap().to_owned();
    let order = json!({"orderedBy": "operational-leader", "sender": "control-room"});
    let step = |verb: &str| format!("{prefix}/v1/streams/{stream}/{verb}");
    act(node, decider, &step("order"), "\"1\"", &order);
    act(node, decider, &step("review"), "\"2\"", &json!({}));
    act(node, writer, &step("hand-over"), "\"3\"", &json!({}));
    stream
}

/// The files in a folder that begin with a name, once there are so many; fails after a while.
fn files(folder: &Path, begins: &str, many: usize) -> Vec<String> {
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        let listed = std::fs::read_dir(folder).into_iter().flatten();
        let names = listed.map(|it| it.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|it| it.starts_with(begins)).collect();
        if names.len() >= many {
            names.sort();
            return names;
        }
        assert!(Instant::now() < until, "{} has {names:?}", folder.display());
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn feed(node: &Server, prefix: &str) -> String {
    let answer = node.get(&format!("{prefix}/feeds/alerts.atom"), &[]);
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body
}

#[test]
fn of_an_exercise_nothing_leaves_and_of_the_real_world_all_does() {
    let scratch = Scratch::new("outgoing-exercise");
    let node = Server::demo(&scratch.path("data"));
    let kept = std::fs::read_to_string(node.data.join("accounts.txt")).unwrap();
    let line = kept
        .lines()
        .find(|line| line.starts_with("reader-inspectie"));
    let password = line.unwrap().split('\t').nth(1).unwrap();
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let body = format!("name=reader-inspectie&password={password}&exercise=hoogwater-maas");
    assert_eq!(node.post("/login", &form, &body).status, 303);
    let keys = ["editor-vr23", "decider-vr23"].map(|name| node.token(name));
    let keys = keys.each_ref().map(String::as_str);

    let played = hand_over(&node, SPACE, keys);
    let folder = node.data.join("overdracht");
    let real = hand_over(&node, "", keys);
    let laid = files(&folder, &real, 2);
    let cap = std::fs::read_to_string(folder.join(laid.first().unwrap())).unwrap();
    assert!(cap.contains("<status>Actual</status>"), "{cap}");
    // The real one went after it: had the played one been due, it would lie there.
    assert_eq!(files(&folder, "", 2).len(), 2);
    assert!(
        !node
            .data
            .join("spaces")
            .join("hoogwater-maas")
            .join("overdracht")
            .exists()
    );

    let (own, other) = (feed(&node, SPACE), feed(&node, ""));
    assert!(own.contains(&played) && own.contains("OEFENING"), "{own}");
    assert!(other.contains(&real) && !other.contains(&played), "{other}");
    let file = node.get(&format!("{SPACE}/feeds/cap/{played}-1.xml"), &[]);
    assert!(
        file.body.contains("<status>Exercise</status>"),
        "{}",
        file.body
    );
    assert_eq!(
        node.get(&format!("/feeds/cap/{played}-1.xml"), &[]).status,
        404
    );
}

/// Somebody at an address who answers so, one request after the other; what each of them said.
fn receiver(answers: &'static [&'static str]) -> (String, std::thread::JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/cap", listener.local_addr().unwrap());
    let heard = std::thread::spawn(move || {
        let mut heard = Vec::new();
        for answer in answers {
            let (mut socket, _) = listener.accept().unwrap();
            let (mut said, mut buffer) = (Vec::new(), [0; 4096]);
            while !said.windows(8).any(|it| it == b"</alert>") {
                let read = socket.read(&mut buffer).unwrap();
                assert!(read > 0);
                said.extend_from_slice(buffer.get(..read).unwrap());
            }
            let answer =
                format!("HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            socket.write_all(answer.as_bytes()).unwrap();
            heard.push(String::from_utf8(said).unwrap());
        }
        heard
    });
    (url, heard)
}

#[test]
fn a_target_that_is_out_of_order_gets_it_when_it_works_again_under_the_same_name() {
    let scratch = Scratch::new("outgoing-retry");
    let data = scratch.path("data");
    let (url, heard) = receiver(&["500 Internal Server Error", "200 OK"]);
    drop(Server::start(&data, &[]));
    let settings = data.join("config.toml");
    let usual = std::fs::read_to_string(&settings).unwrap();
    let target = format!(
        "{usual}\n[[target]]\nname = \"omroep\"\nurl = \"{url}\"\nsecret = \"0123456789abcdef\"\n"
    );
    std::fs::write(&settings, target).unwrap();
    let node = Server::start(&data, &[]);
    for (name, role) in [("schrijver", "editor"), ("beslisser", "decider")] {
        let folder = data.to_str().unwrap();
        let done = paraat(&[
            "user", "add", name, "--org", "vr23", "--role", role, "--data", folder,
        ]);
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
    let keys = ["schrijver", "beslisser"].map(|name| node.token(name));
    let stream = hand_over(&node, "", keys.each_ref().map(String::as_str));
    let heard = heard.join().unwrap();
    assert_eq!(heard.len(), 2);
    for said in &heard {
        let named = format!("idempotency-key: {stream}-1");
        assert!(
            said.to_lowercase().contains(&named.to_lowercase()),
            "{said}"
        );
        assert!(
            said.to_lowercase().contains("paraat-signature: t="),
            "{said}"
        );
    }
    let bearer = format!("Bearer {}", keys.first().unwrap());
    let until = Instant::now() + Duration::from_secs(10);
    loop {
        let path = format!("/v1/streams/{stream}/history");
        let history = node.get(&path, &[("Authorization", bearer.as_str())]).body;
        let of = |outcome: &str| {
            history
                .matches(&format!("\"outcome\":\"{outcome}\""))
                .count()
        };
        if of("handed-over") == 2 && of("retried") == 1 {
            break;
        }
        assert!(Instant::now() < until, "{history}");
        std::thread::sleep(Duration::from_millis(100));
    }
}
