// SPDX-License-Identifier: EUPL-1.2
//! Pages that are pushed: over a real socket of the real binary, for readers with other rights.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failing unwrap in a test is a failing test"
)]

mod common;

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use common::{Scratch, Server, json};

const WAIT: Duration = Duration::from_secs(10);
const ASK: u16 = 4409;

/// Signs in by the form; answers the cookie.
fn sign_in(server: &Server, name: &str) -> String {
    let accounts = std::fs::read_to_string(server.data.join("accounts.txt")).unwrap();
    let line = accounts.lines().find_map(|line| line.strip_prefix(name));
    let form = format!("name={name}&password={}", line.unwrap().trim());
    let headers = [
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("Sec-Fetch-Site", "same-origin"),
    ];
    let answer = server.post("/login", &headers, &form);
    let cookies = answer.headers.lines().filter_map(|line| {
        let (name, value) = line.split_once(": ")?;
        let cookie = value.split(';').next()?;
        name.eq_ignore_ascii_case("set-cookie").then_some(cookie)
    });
    cookies.collect::<Vec<_>>().join("; ")
}

/// Records by the API, as an account of whom this is the key; answers the stream.
fn record(server: &Server, bearer: &str, path: &str, body: &serde_json::Value) -> String {
    let answer = server.post(path, &json(bearer, ""), &body.to_string());
    assert!(answer.status < 300, "{path}: {answer:?}");
    let said: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    said["stream"].as_str().unwrap().to_owned()
}

fn bearer(server: &Server, name: &str) -> String {
    format!("Bearer {}", server.token(name))
}

/// Somebody who has a page open, and how many bytes came.
struct Viewer(TcpStream, usize);

/// What came.
#[derive(Debug, PartialEq)]
enum Came {
    Text(String),
    Closed(u16),
}

impl Viewer {
    /// Opens the socket of a page; the status when there is none.
    fn join(server: &Server, cookie: &str, page: &str, site: &str) -> Result<Self, u16> {
        Self::join_with(server, cookie, page, &format!("Sec-Fetch-Site: {site}"))
    }

    fn join_with(server: &Server, cookie: &str, page: &str, more: &str) -> Result<Self, u16> {
        let mut stream = TcpStream::connect(&server.address).unwrap();
        stream.set_read_timeout(Some(WAIT)).unwrap();
        let head = format!(
            "GET /pushed?at={page} HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\n\
             {more}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
            server.address
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = Vec::new();
        while !answer.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte).unwrap();
            answer.push(byte[0]);
        }
        let answer = String::from_utf8(answer).unwrap();
        match answer.split(' ').nth(1).unwrap().parse().unwrap() {
            101 => Ok(Self(stream, 0)),
            status => Err(status),
        }
    }

    fn bytes(&mut self, many: usize) -> Vec<u8> {
        let mut bytes = vec![0; many];
        self.0.read_exact(&mut bytes).unwrap();
        self.1 += many;
        bytes
    }

    /// The next message; pings are passed over.
    fn next(&mut self) -> Came {
        loop {
            let head = self.bytes(2);
            let length = match head[1] {
                126 => usize::from(u16::from_be_bytes(self.bytes(2).try_into().unwrap())),
                127 => u64::from_be_bytes(self.bytes(8).try_into().unwrap()) as usize,
                short => usize::from(short),
            };
            let body = self.bytes(length);
            match head[0] {
                0x81 => return Came::Text(String::from_utf8(body).unwrap()),
                0xc1 => return Came::Text(unpacked(body)),
                0x88 => return Came::Closed(u16::from_be_bytes(body[..2].try_into().unwrap())),
                _ => {}
            }
        }
    }

    /// Reads on until a page says this; answers the pages up to then.
    fn until(&mut self, words: &str) -> Vec<String> {
        let begun = Instant::now();
        let mut pages = Vec::new();
        while begun.elapsed() < WAIT {
            match self.next() {
                Came::Text(text) if text.starts_with("page\n") => pages.push(text),
                Came::Text(_) => {}
                Came::Closed(code) => panic!("closed with {code} before {words:?}"),
            }
            if pages.last().is_some_and(|it| it.contains(words)) {
                return pages;
            }
        }
        panic!("nobody said {words:?}");
    }

    /// Reads on to the end; answers all that was said, and why it ended.
    fn until_closed(&mut self) -> (String, u16) {
        let mut all = String::new();
        loop {
            match self.next() {
                Came::Text(text) => all.push_str(&text),
                Came::Closed(code) => return (all, code),
            }
        }
    }
}

/// A message that was packed by itself (RFC 7692, 7.2.2).
fn unpacked(mut body: Vec<u8>) -> String {
    body.extend([0, 0, 0xff, 0xff]);
    let mut text = Vec::with_capacity(4 * 1024 * 1024);
    let mut reader = flate2::Decompress::new(false);
    let done = reader.decompress_vec(&body, &mut text, flate2::FlushDecompress::Sync);
    done.unwrap();
    String::from_utf8(text).unwrap()
}

fn number(page: &str) -> u64 {
    page.lines().nth(1).unwrap().parse().unwrap()
}

#[test]
fn other_rights_are_other_bytes_and_a_right_that_is_lost_stops_the_push() {
    let scratch = Scratch::new("pushed-rights");
    let server = Server::demo(&scratch.path("demo"));
    let (decider, own) = (
        bearer(&server, "decider-vr23"),
        bearer(&server, "editor-vr23"),
    );
    let circle = serde_json::json!({"name": "Dijkbewaking"});
    let circle = record(&server, &decider, "/v1/trust/circle/make", &circle);
    let other = serde_json::json!({"organisation": "vr24"});
    record(
        &server,
        &decider,
        &format!("/v1/streams/{circle}/admit"),
        &other,
    );
    let incident = serde_json::json!({"title": "Hoogwater", "circle": circle});
    let incident = record(&server, &own, "/v1/incident/incident/open", &incident);
    let page = format!("/incident/incident/{incident}");
    let write = |text: &str| {
        let line = serde_json::json!({"incident": incident, "text": text});
        record(&server, &own, "/v1/incident/log/write", &line)
    };

    let cookie = sign_in(&server, "editor-vr24");
    let join = |cookie: &str| Viewer::join(&server, cookie, &page, "same-origin");
    let mut here = join(&sign_in(&server, "editor-vr23")).unwrap();
    let mut there = join(&cookie).unwrap();
    let outside = join(&sign_in(&server, "reader-inspectie"));
    assert_eq!(
        outside.err(),
        Some(404),
        "what one may not see is not there"
    );
    assert_eq!(join("").err(), Some(303), "without a session the way to it");
    let elsewhere = Viewer::join(&server, &cookie, &page, "cross-site");
    assert_eq!(elsewhere.err(), Some(403), "no page of another site");

    write("Water op de kade.");
    let seen = [
        here.until("Water op de kade."),
        there.until("Water op de kade."),
    ];
    assert_ne!(
        seen[0].last(),
        seen[1].last(),
        "each audience has a page of its own"
    );

    let gone = serde_json::json!({"organisation": "vr24", "reason": "Gereed"});
    let close = format!("/v1/streams/{circle}/close");
    record(&server, &decider, &close, &gone);
    write("Na het vertrek.");
    here.until("Na het vertrek.");
    let (said, code) = there.until_closed();
    assert!(
        !said.contains("Na het vertrek."),
        "nothing after the right was lost"
    );
    assert_eq!(code, ASK);
    assert_eq!(join(&cookie).err(), Some(404));
}

#[test]
fn who_signs_out_hears_no_more() {
    let scratch = Scratch::new("pushed-out");
    let server = Server::demo(&scratch.path("demo"));
    let own = bearer(&server, "editor-vr23");
    let incident = serde_json::json!({"title": "Hoogwater"});
    let incident = record(&server, &own, "/v1/incident/incident/open", &incident);
    let page = format!("/incident/incident/{incident}");
    let cookies = [
        sign_in(&server, "editor-vr23"),
        sign_in(&server, "editor-vr23"),
    ];
    let [mut goes, mut stays] =
        [0, 1].map(|at| Viewer::join(&server, &cookies[at], &page, "same-origin").unwrap());
    let headers = [
        ("Cookie", cookies[0].as_str()),
        ("Sec-Fetch-Site", "same-origin"),
    ];
    assert_eq!(server.post("/logout", &headers, "").status, 303);
    let line = serde_json::json!({"incident": incident, "text": "Alleen voor wie er is."});
    record(&server, &own, "/v1/incident/log/write", &line);
    stays.until("Alleen voor wie er is.");
    let (said, code) = goes.until_closed();
    assert!(!said.contains("Alleen voor wie er is."), "{said}");
    assert_eq!(code, ASK);
}

#[test]
fn many_changes_are_few_pushes_and_every_viewer_ends_with_the_last() {
    let scratch = Scratch::new("pushed-many");
    let server = Server::demo(&scratch.path("demo"));
    let own = bearer(&server, "editor-vr23");
    let incident = serde_json::json!({"title": "Hoogwater"});
    let incident = record(&server, &own, "/v1/incident/incident/open", &incident);
    let page = format!("/incident/incident/{incident}");
    let cookie = sign_in(&server, "editor-vr23");
    let mut viewers: Vec<Viewer> = (0..20)
        .map(|_| Viewer::join(&server, &cookie, &page, "same-origin").unwrap())
        .collect();
    let begun = Instant::now();
    for line in 1..=20 {
        let line = serde_json::json!({"incident": incident, "text": format!("Regel {line}.")});
        record(&server, &own, "/v1/incident/log/write", &line);
    }
    let all: Vec<Vec<String>> = viewers.iter_mut().map(|it| it.until("Regel 20.")).collect();
    let most = begun.elapsed().as_millis() / 250 + 2;
    for pages in &all {
        assert!(
            pages.len() as u128 <= most,
            "{} pushes, at most {most}",
            pages.len()
        );
        let numbers: Vec<u64> = pages.iter().map(|it| number(it)).collect();
        assert!(numbers.is_sorted_by(|a, b| a < b), "{numbers:?}");
        assert_eq!(
            pages.last(),
            all[0].last(),
            "the same bytes for all who see the same"
        );
    }
}

#[test]
fn who_unpacks_gets_the_same_page_in_fewer_bytes() {
    let scratch = Scratch::new("pushed-packed");
    let server = Server::demo(&scratch.path("demo"));
    let own = bearer(&server, "editor-vr23");
    let incident = serde_json::json!({"title": "Hoogwater"});
    let incident = record(&server, &own, "/v1/incident/incident/open", &incident);
    let page = format!("/incident/incident/{incident}");
    let cookie = sign_in(&server, "editor-vr23");
    let join = |more: &str| {
        let more = format!("Sec-Fetch-Site: same-origin{more}");
        Viewer::join_with(&server, &cookie, &page, &more).unwrap()
    };
    let offer = "\r\nSec-WebSocket-Extensions: permessage-deflate; client_max_window_bits";
    let (mut plain, mut packs) = (join(""), join(offer));
    let line = serde_json::json!({"incident": incident, "text": "Water op de kade."});
    record(&server, &own, "/v1/incident/log/write", &line);
    let [whole, packed] = [&mut plain, &mut packs].map(|it| it.until("Water op de kade."));
    assert_eq!(whole.last(), packed.last());
    assert!(
        packs.1 * 3 < plain.1,
        "{} bytes against {}",
        packs.1,
        plain.1
    );
}

#[test]
fn who_takes_nothing_for_a_while_ends_with_the_last_page_whole() {
    let scratch = Scratch::new("pushed-slow");
    let server = Server::demo(&scratch.path("demo"));
    let own = bearer(&server, "editor-vr23");
    let incident = serde_json::json!({"title": "Hoogwater"});
    let incident = record(&server, &own, "/v1/incident/incident/open", &incident);
    let write = |text: &str| {
        let line = serde_json::json!({"incident": incident, "text": text});
        record(&server, &own, "/v1/incident/log/write", &line);
    };
    // A page of which forty are more than all buffers on the way take.
    for team in [
        "copi", "rot", "gbt", "rbt", "fire", "police", "health", "water",
    ] {
        for theme in ["water", "area", "people", "health", "order"] {
            let part = serde_json::json!({"incident": incident, "team": team, "theme": theme,
                "status": "serious", "text": "De kade houdt. ".repeat(260)});
            record(&server, &own, "/v1/incident/part/share", &part);
        }
    }
    let page = format!("/incident/incident/{incident}");
    let cookie = sign_in(&server, "editor-vr23");
    let join = || Viewer::join(&server, &cookie, &page, "same-origin").unwrap();
    let (mut quick, mut slow) = (join(), join());
    let mut pages = Vec::new();
    for line in 1..=40 {
        write(&format!("Regel {line}."));
        pages.extend(quick.until(&format!("Regel {line}.")));
    }
    let late = slow.until("Regel 40.");
    assert_eq!(late.last(), pages.last());
    let numbers: Vec<u64> = late.iter().map(|it| number(it)).collect();
    assert!(numbers.is_sorted_by(|a, b| a < b), "{numbers:?}");
    assert!(
        late.len() < pages.len(),
        "{} pages skipped none",
        late.len()
    );
}
