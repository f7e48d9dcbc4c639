// SPDX-License-Identifier: EUPL-1.2
//! Photos and documents on a real node: they come in also over a line that is cut, hold nothing of
//! who made them, are seen by whoever may see what they belong to and by nobody else, and are
//! lost, changed or brought back by nothing.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that fails here is a failing test"
)]

mod common;

use std::io::Write as _;
use std::net::TcpStream;

use common::{Answer, Scratch, Server, json, paraat};
use serde_json::Value;

/// What no file that was taken may hold.
const SECRET: &[u8] = b"52.0907N 5.1214E";
const BOUNDARY: (&str, &str) = ("content-type", "multipart/form-data; boundary=x7");

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], length.as_slice(), body].concat()
}

/// A photo of so many bytes of pixels, with where it was taken.
fn photo(pixels: usize) -> Vec<u8> {
    let mut photo = b"\xff\xd8".to_vec();
    photo.extend(segment(0xe1, &[b"Exif\0\0".as_slice(), SECRET].concat()));
    photo.extend(segment(0xc0, &[8, 0, 2, 0, 3, 1, 1, 0x11, 0]));
    photo.extend(segment(0xda, &[1, 1, 0, 0, 63, 0]));
    photo.extend((0..pixels).map(|at| u8::try_from(at % 251).unwrap()));
    photo.extend_from_slice(b"\xff\xd9");
    photo
}

fn document() -> Vec<u8> {
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages \
      /Kids [3 0 R] /Count 1 /MediaBox [0 0 9 9] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 \
      R /PieceInfo (52.0907N 5.1214E) >>\nendobj\ntrailer\n<< /Root 1 0 R /Info << /Author \
      (52.0907N 5.1214E) >> >>\n"
        .to_vec()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|it| it == part)
}

/// Somebody who works with a node through a key.
struct Key<'a> {
    node: &'a Server,
    bearer: String,
    /// What paths begin with: nothing, or that of a space.
    space: &'a str,
}

impl<'a> Key<'a> {
    fn of(node: &'a Server, name: &str) -> Self {
        let bearer = format!("Bearer {}", node.token(name));
        let space = "";
        Self {
            node,
            bearer,
            space,
        }
    }

    fn ask(&self, method: &str, path: &str, more: &[(&str, &str)], body: &[u8]) -> Answer {
        let headers = [json(&self.bearer, ""), more.to_vec()].concat();
        let path = format!("{}{path}", self.space);
        let answer = self.node.try_request(method, &path, &headers, body);
        answer.unwrap()
    }

    fn post(&self, path: &str, body: &Value) -> Answer {
        self.ask("POST", path, &[], body.to_string().as_bytes())
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], b"")
    }

    /// Opens a crisis, for all partners.
    fn incident(&self) -> String {
        let opened = self.post(
            "/v1/incident/incident/open",
            &serde_json::json!({"title": "Dijk"}),
        );
        field(&opened, "stream")
    }

    fn begin(&self, name: &str, size: usize) -> Answer {
        self.post(
            "/v1/uploads",
            &serde_json::json!({"name": name, "size": size}),
        )
    }

    fn append(&self, code: &str, offset: usize, bytes: &[u8]) -> Answer {
        let offset = offset.to_string();
        let more = [("upload-offset", offset.as_str())];
        self.ask("PATCH", &format!("/v1/uploads/{code}"), &more, bytes)
    }

    /// Brings a file in one piece.
    fn bring(&self, name: &str, bytes: &[u8]) -> String {
        let code = field(&self.begin(name, bytes.len()), "code");
        let answer = self.append(&code, 0, bytes);
        assert_eq!(answer.status, 200, "{}", answer.body);
        code
    }

    fn attach(&self, incident: &str, of: &str, code: &str) -> Answer {
        let asked = serde_json::json!({"incident": incident, "of": of, "file": code});
        self.post("/v1/incident/attachment/attach", &asked)
    }

    /// Brings a photo and adds it to a crisis; answers where it is fetched.
    fn add(&self, incident: &str, name: &str, bytes: &[u8]) -> String {
        let answer = self.attach(incident, incident, &self.bring(name, bytes));
        assert_eq!(answer.status, 201, "{}", answer.body);
        format!("/v1/attachments/{}/{name}", field(&answer, "stream"))
    }
}

fn field(answer: &Answer, name: &str) -> String {
    let read: Value = serde_json::from_slice(&answer.bytes()).unwrap_or_default();
    let text = read[name].as_str().map(str::to_owned);
    assert!(
        text.is_some(),
        "{name} in {} {}",
        answer.status,
        answer.body
    );
    text.unwrap()
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    let mut lines = answer.headers.lines();
    let found = lines.find_map(|line| {
        let (own, value) = line.split_once(':')?;
        own.eq_ignore_ascii_case(name).then_some(value.trim())
    });
    found.unwrap_or_default()
}

/// The names of what lies in the folder of files, in order.
fn blobs(node: &Server, space: &str) -> Vec<String> {
    let folder = node.data.join(space).join("blobs");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn verified(data: &std::path::Path) -> String {
    let output = paraat(&["verify", "--data", data.to_str().unwrap()]);
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_photo_comes_in_over_a_line_that_is_cut_and_holds_nothing_of_where_it_was_taken() {
    let scratch = Scratch::new("attach-cut");
    let mut node = Server::demo(&scratch.path("data"));
    let whole = photo(200_000);
    let (incident, code) = {
        let key = Key::of(&node, "editor-vr23");
        let begun = key.begin("dijk.jpg", whole.len());
        assert_eq!((begun.status, header(&begun, "upload-offset")), (201, "0"));
        let code = field(&begun, "code");
        assert_eq!(header(&begun, "location"), format!("/v1/uploads/{code}"));
        let incident = key.incident();
        // The first piece comes in, of the second a half.
        assert_eq!(key.append(&code, 0, &whole[..70_000]).status, 200);
        let mut cut = TcpStream::connect(&node.address).unwrap();
        let head = format!(
            "PATCH /v1/uploads/{code} HTTP/1.1\r\nHost: x\r\nAuthorization: {}\r\n\
             Upload-Offset: 70000\r\nContent-Length: 100000\r\n\r\n",
            key.bearer
        );
        cut.write_all(head.as_bytes()).unwrap();
        cut.write_all(&whole[70_000..150_000]).unwrap();
        drop(cut);
        (incident, code)
    };
    // And the plug is pulled.
    std::thread::sleep(std::time::Duration::from_millis(300));
    node.kill();
    let node = Server::demo(&scratch.path("data"));
    let key = Key::of(&node, "editor-vr23");
    let stands = key.get(&format!("/v1/uploads/{code}"));
    let offset: usize = header(&stands, "upload-offset").parse().unwrap();
    assert!((70_000..=150_000).contains(&offset), "{offset}");
    // Where it does not go on, it says where it does.
    let elsewhere = key.append(&code, offset + 1, &whole[offset + 1..]);
    assert_eq!(elsewhere.status, 409);
    let said: Value = serde_json::from_str(&elsewhere.body).unwrap();
    assert_eq!(said["offset"].as_u64().unwrap(), offset as u64);
    // A file that did not come in whole is none.
    assert_eq!(key.attach(&incident, &incident, &code).status, 422);
    let done = key.append(&code, offset, &whole[offset..]);
    assert_eq!(
        (done.status, field(&done, "mediaType").as_str()),
        (200, "image/jpeg")
    );
    let made = key.attach(&incident, &incident, &code);
    assert_eq!(made.status, 201, "{}", made.body);
    let there = format!("/v1/attachments/{}/dijk.jpg", field(&made, "stream"));
    let fetched = key.get(&there);
    assert_eq!(fetched.status, 200, "{}", fetched.headers);
    let bytes = fetched.bytes();
    assert!(!holds(&bytes, SECRET) && holds(&bytes, &whole[whole.len() - 200_000..]));
    assert_eq!(blobs(&node, ""), [code]);
    assert!(verified(&node.data).contains("files\t1\n"));
}

#[test]
fn a_file_is_fetched_as_a_file_in_parts_too_and_never_opens_as_a_page() {
    let scratch = Scratch::new("attach-fetch");
    let node = Server::demo(&scratch.path("data"));
    let key = Key::of(&node, "editor-vr23");
    let incident = key.incident();
    let code = key.bring("Dijk \"7\" é.jpg", &photo(1_000));
    let made = key.attach(&incident, &incident, &code);
    let stream = field(&made, "stream");
    let there = format!("/v1/attachments/{stream}/Dijk%20-7-%20%C3%A9.jpg");
    let whole = key.get(&there);
    assert_eq!(whole.status, 200, "{}", whole.body);
    for (name, value) in [
        ("content-type", "image/jpeg"),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "private, no-store"),
        (
            "content-disposition",
            "attachment; filename=\"Dijk -7- _-demo.jpg\"; \
             filename*=UTF-8''Dijk%20-7-%20%C3%A9-demo.jpg",
        ),
    ] {
        assert_eq!(header(&whole, name), value);
    }
    assert!(header(&whole, "content-security-policy").contains("sandbox"));
    let bytes = whole.bytes();
    let part = key.ask("GET", &there, &[("range", "bytes=10-19")], b"");
    assert_eq!((part.status, part.bytes()), (206, bytes[10..20].to_vec()));
    let range = format!("bytes 10-19/{}", bytes.len());
    assert_eq!(header(&part, "content-range"), range);
    let beyond = key.ask("GET", &there, &[("range", "bytes=9999999-")], b"");
    assert_eq!(beyond.status, 416);
    // Neither its code nor its digest is an address.
    let history = key.get(&format!("/v1/streams/{stream}/history"));
    assert!(history.body.contains(&code), "{}", history.body);
    let digest = header(&whole, "etag").trim_matches('"').to_owned();
    for guessed in [&code, &digest] {
        for path in [
            format!("/v1/attachments/{stream}/{guessed}"),
            format!("/v1/attachments/{guessed}"),
            format!("/blobs/{guessed}"),
        ] {
            assert_eq!(key.get(&path).status, 404, "{path}");
        }
    }
}

#[test]
fn who_may_not_see_what_it_belongs_to_finds_no_file_and_nobody_takes_another_s() {
    let scratch = Scratch::new("attach-rights");
    let node = Server::demo(&scratch.path("data"));
    let (own, other) = (Key::of(&node, "editor-vr23"), Key::of(&node, "editor-vr24"));
    // Open to partners: the other region sees the crisis and its photo.
    let incident = own.incident();
    let there = own.add(&incident, "dijk.jpg", &photo(9));
    assert_eq!(other.get(&there).status, 200);
    assert_eq!(node.get(&there, &[]).status, 401);
    assert_eq!(node.get(&there.replace("/v1", ""), &[]).status, 303);
    // It takes nothing away from it, and no file that another account brought.
    let stream = there.split('/').nth(3).unwrap();
    let remove = serde_json::json!({"name": "dijk.jpg"});
    let refused = other.post(&format!("/v1/streams/{stream}/detach"), &remove);
    assert_eq!(refused.status, 403, "{}", refused.body);
    let code = own.bring("tweede.jpg", &photo(9));
    for answer in [
        other.get(&format!("/v1/uploads/{code}")),
        other.append(&code, 0, b"x"),
    ] {
        assert_eq!(answer.status, 404, "{}", answer.body);
    }
    let taken = other.attach(&incident, &incident, &code);
    assert_eq!((taken.status, taken.body.contains("no-file")), (422, true));
    // What is drawn up for one organisation alone does not exist for the other, nor does its photo.
    let held = serde_json::json!({"incident": incident, "definition": "dead",
        "value": "2", "area": "Arcen"});
    let held = own.post("/v1/incident/held-fact/hold", &held);
    assert_eq!(held.status, 201, "{}", held.body);
    let secret = own.attach(&incident, &field(&held, "stream"), &code);
    assert_eq!(secret.status, 201, "{}", secret.body);
    let secret = format!("/v1/attachments/{}/tweede.jpg", field(&secret, "stream"));
    assert_eq!(own.get(&secret).status, 200);
    assert_eq!(other.get(&secret).status, 404);
    let cards = "/v1/cards?module=incident&kind=attachment";
    let count = |key: &Key<'_>| {
        let read: Value = serde_json::from_slice(&key.get(cards).bytes()).unwrap();
        read["total"].as_u64().unwrap()
    };
    assert_eq!((count(&own), count(&other)), (2, 1));
    // Taken away it is gone for all.
    let removed = own.post(&format!("/v1/streams/{stream}/detach"), &remove);
    assert_eq!(removed.status, 200, "{}", removed.body);
    assert_eq!(own.get(&there).status, 404);
    assert_eq!((count(&own), count(&other)), (1, 0));
}

#[test]
fn what_is_not_taken_is_refused_in_words_and_not_kept() {
    let scratch = Scratch::new("attach-refused");
    let node = Server::demo(&scratch.path("data"));
    let key = Key::of(&node, "editor-vr23");
    let locked = b"%PDF-1.4\ntrailer << /Root 1 0 R /Encrypt << /Filter /None >> >>".to_vec();
    let mut half = photo(1_000);
    half.truncate(500);
    let bomb = [vec![0; 3], vec![b'['; 900_000]].concat();
    let bomb = [b"%PDF-1.4\n1 0 obj\n".to_vec(), bomb].concat();
    for (bytes, why) in [
        (b"MZ\x90\0".to_vec(), "file-unknown"),
        (b"<svg xmlns='x' onload='a()'/>".to_vec(), "file-unknown"),
        (b"\0\0\0\x18ftypheic".to_vec(), "file-heif"),
        (half, "file-broken-off"),
        (locked, "file-"),
        (bomb, "file-"),
    ] {
        let code = field(&key.begin("x.jpg", bytes.len()), "code");
        let refused = key.append(&code, 0, &bytes);
        assert_eq!(refused.status, 422, "{}", refused.body);
        assert!(refused.body.contains(why), "{}", refused.body);
        assert_eq!(key.get(&format!("/v1/uploads/{code}")).status, 404);
    }
    assert_eq!(key.begin("x.jpg", 20 * 1024 * 1024 + 1).status, 413);
    assert_eq!(key.begin("x.jpg", 0).status, 422);
    assert_eq!(key.post("/v1/uploads", &serde_json::json!({})).status, 400);
    // More than was said does not come in, and a code of nothing is none.
    let code = field(&key.begin("x.jpg", 3), "code");
    assert_eq!(key.append(&code, 0, b"abcd").status, 413);
    assert_eq!(key.append(&"0".repeat(32), 0, b"a").status, 404);
    assert_eq!(key.append("..%2f..%2fledger.db", 0, b"a").status, 404);
    assert_eq!(blobs(&node, ""), Vec::<String>::new());
    // A document is cleaned in a process of its own.
    let incident = key.incident();
    let there = key.add(&incident, "plan.pdf", &document());
    let fetched = key.get(&there);
    assert_eq!(header(&fetched, "content-type"), "application/pdf");
    assert!(!holds(&fetched.bytes(), SECRET) && fetched.bytes().starts_with(b"%PDF-"));
}

#[test]
fn what_is_acknowledged_survives_a_kill_and_a_changed_byte_is_found() {
    let scratch = Scratch::new("attach-kill");
    let mut node = Server::demo(&scratch.path("data"));
    let incident = Key::of(&node, "editor-vr23").incident();
    let mut added: Vec<String> = Vec::new();
    for turn in 0..6 {
        let name = format!("foto{turn}.jpg");
        let key = Key::of(&node, "editor-vr23");
        match turn % 3 {
            // Killed between the file and the record.
            0 => drop(key.bring(&name, &photo(5_000))),
            // Killed right after the record.
            _ => added.push(key.add(&incident, &name, &photo(5_000))),
        }
        node.kill();
        node = Server::demo(&scratch.path("data"));
    }
    let key = Key::of(&node, "editor-vr23");
    for there in &added {
        assert_eq!(key.get(there).status, 200, "{there}");
    }
    assert!(verified(&node.data).ends_with("whole\n"));
    node.kill();
    let named = blobs(&node, "");
    let read = |name: &String| std::fs::read(node.data.join("blobs").join(name)).unwrap();
    // Those that nothing names are not looked at: take one that the record has.
    let mut found = 0;
    for name in &named {
        let path = node.data.join("blobs").join(name);
        let before = read(name);
        let mut bent = before.clone();
        bent[40] ^= 1;
        std::fs::write(&path, &bent).unwrap();
        found += usize::from(verified(&node.data).contains("its bytes were changed"));
        std::fs::remove_file(&path).unwrap();
        let gone = verified(&node.data).contains("its bytes are gone");
        std::fs::write(&path, &before).unwrap();
        found += usize::from(gone);
    }
    assert_eq!(found, 2 * added.len());
    assert!(verified(&node.data).ends_with("whole\n"));
}

#[test]
fn a_backup_carries_them_and_what_is_withdrawn_is_gone_and_stays_gone() {
    let scratch = Scratch::new("attach-backup");
    let node = Server::demo(&scratch.path("data"));
    let key = Key::of(&node, "editor-vr23");
    let incident = key.incident();
    let (kept, gone) = (
        key.add(&incident, "dijk.jpg", &photo(3_000)),
        key.add(&incident, "gezicht.jpg", &photo(4_000)),
    );
    let data = node.data.to_str().unwrap();
    let run = |arguments: &[&str]| {
        let output = paraat(arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{said}");
        String::from_utf8(output.stdout).unwrap()
    };
    let before = scratch.path("before");
    run(&["backup", "--data", data, before.to_str().unwrap()]);
    assert_eq!(blobs(&node, "").len(), 2);
    let stream = gone.split('/').nth(3).unwrap();
    run(&[
        "withdraw", "--data", data, stream, "2", "--reason", "Privacy",
    ]);
    assert_eq!((key.get(&kept).status, key.get(&gone).status), (200, 404));
    // Its bytes are gone from the disk at once.
    assert_eq!(blobs(&node, "").len(), 1);
    assert!(verified(&node.data).contains("files\t1\n"));
    let after = scratch.path("after");
    run(&["backup", "--data", data, after.to_str().unwrap()]);
    for (from, files) in [(before, 2), (after, 1)] {
        let to = scratch.path(&format!("restored-{files}"));
        let (from, back) = (from.to_str().unwrap(), to.to_str().unwrap());
        let said = run(&["restore", "--data", back, from]);
        assert!(said.contains(&format!("files\t{files}\n")), "{said}");
        let served = Server::demo(&to);
        assert_eq!(Key::of(&served, "editor-vr23").get(&kept).status, 200);
    }
}

#[test]
fn an_exercise_has_files_of_its_own() {
    let scratch = Scratch::new("attach-space");
    let node = Server::demo(&scratch.path("data"));
    let live = Key::of(&node, "editor-vr23");
    let started = live.node.post(
        "/login",
        &[("content-type", "application/x-www-form-urlencoded")],
        &login(&node, "editor-vr23"),
    );
    assert_eq!(started.status, 303, "{}", started.body);
    let played = Key {
        space: "/oefening/hoogwater-maas",
        ..Key::of(&node, "editor-vr23")
    };
    let code = played.bring("dijk.jpg", &photo(9));
    assert_eq!(live.get(&format!("/v1/uploads/{code}")).status, 404);
    let incident = live.incident();
    assert_eq!(live.attach(&incident, &incident, &code).status, 422);
    let own = played.incident();
    let made = played.attach(&own, &own, &code);
    assert_eq!(made.status, 201, "{}", made.body);
    let there = format!("/v1/attachments/{}/dijk.jpg", field(&made, "stream"));
    let fetched = played.get(&there);
    assert_eq!(fetched.status, 200);
    let named = header(&fetched, "content-disposition");
    assert!(
        named.contains("filename=\"OEFENING-dijk") && named.contains("''OEFENING-dijk"),
        "{named}"
    );
    assert_eq!(live.get(&there).status, 404);
    assert_eq!(blobs(&node, "spaces/hoogwater-maas"), [code]);
    assert_eq!(blobs(&node, ""), Vec::<String>::new());
}

fn password(node: &Server, name: &str) -> String {
    let kept = std::fs::read_to_string(node.data.join("accounts.txt")).unwrap();
    let line = kept.lines().find(|line| line.starts_with(name)).unwrap();
    line.split('\t').nth(1).unwrap().to_owned()
}

/// A login that starts the exercise, too.
fn login(node: &Server, name: &str) -> String {
    let password = password(node, name);
    format!("name={name}&password={password}&next=%2F&exercise=hoogwater-maas")
}

#[test]
fn a_form_brings_a_file_without_any_script_and_sent_twice_it_is_there_once() {
    let scratch = Scratch::new("attach-form");
    let node = Server::demo(&scratch.path("data"));
    let key = Key::of(&node, "editor-vr23");
    let incident = key.incident();
    let form = ("content-type", "application/x-www-form-urlencoded");
    let signed = format!(
        "name=editor-vr23&password={}&next=%2F",
        password(&node, "editor-vr23")
    );
    let signed = node.post("/login", &[form], &signed);
    let cookie = signed.headers.lines().find(|it| it.contains("paraat="));
    let cookie = cookie.unwrap().split([' ', ';']).nth(1).unwrap().to_owned();
    let send = |name: &str, bytes: &[u8], key: &str| {
        let mut body = Vec::new();
        for (field, value) in [
            ("incident", &incident),
            ("of", &incident),
            ("key", &key.to_owned()),
        ] {
            let part = format!(
                "--x7\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!(
            "--x7\r\nContent-Disposition: form-data; name=\"file-file\"; filename=\"{name}\"\r\n\
             Content-Type: image/jpeg\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--x7--\r\n");
        let headers = [BOUNDARY, ("cookie", cookie.as_str())];
        let path = "/incident/attachment/attach";
        node.try_request("POST", path, &headers, &body).unwrap()
    };
    let shown = node.get(
        &format!("/incident/attachment/attach?incident={incident}&of={incident}"),
        &[("cookie", &cookie)],
    );
    for part in [
        "type=\"file\"",
        "name=\"file-file\"",
        "multipart/form-data",
        "20 MB",
    ] {
        assert!(shown.body.contains(part), "{part}: {}", shown.body);
    }
    let bad = send("virus.jpg", b"MZ\x90\0", "aaaaaaaa-1");
    assert_eq!(bad.status, 422);
    assert!(bad.body.contains("geen foto of PDF"), "{}", bad.body);
    for _ in 0..2 {
        let sent = send("dijk.jpg", &photo(40), "aaaaaaaa-2");
        assert_eq!(sent.status, 303, "{}", sent.body);
        assert_eq!(header(&sent, "location"), format!("/streams/{incident}"));
    }
    let page = node.get(
        &format!("/incident/incident/{incident}"),
        &[("cookie", &cookie)],
    );
    assert_eq!(page.body.matches("/dijk.jpg\"").count(), 1, "{}", page.body);
    // What the news says of it leads to its crisis.
    let before = page.body.split("/dijk.jpg\"").next().unwrap();
    let stream = before.rsplit('/').next().unwrap();
    let news = node.get(&format!("/streams/{stream}"), &[("cookie", &cookie)]);
    let crisis = format!("/incident/incident/{incident}");
    assert_eq!(header(&news, "location"), crisis);
    // Nothing chosen: the question is asked again.
    let none = send("", b"", "aaaaaaaa-3");
    assert_eq!(none.status, 422, "{}", none.body);
}
