// SPDX-License-Identifier: EUPL-1.2
//! What is sealed, over the real binary: every page, list, file and door of an account of the
//! same organisation that was not let in; the question why for one that was; and who can see who
//! read it.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing unwrap in a test is a failing test"
)]

mod common;

use std::time::{Duration, Instant};

use common::{Answer, Scratch, Server, json, paraat};

/// What is sealed, added to it, and put right in it.
const WORDS: [&str; 3] = ["zilverreiger", "sterrenwacht", "klokkentoren"];
const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");
const HERE: (&str, &str) = ("Sec-Fetch-Site", "same-origin");

/// A node with an incident and a sealed record under it.
struct World {
    server: Server,
    _scratch: Scratch,
    incident: String,
    sealed: String,
    sis: String,
}

fn sign_in(server: &Server, name: &str) -> String {
    let accounts = std::fs::read_to_string(server.data.join("accounts.txt")).unwrap();
    let line = accounts.lines().find_map(|line| line.strip_prefix(name));
    sign_in_with(server, name, line.unwrap().trim())
}

fn sign_in_with(server: &Server, name: &str, password: &str) -> String {
    let form = format!("name={name}&password={password}");
    let answer = server.post("/login", &[FORM, HERE], &form);
    let cookies = answer.headers.lines().filter_map(|line| {
        let (name, value) = line.split_once(": ")?;
        let cookie = value.split(';').next()?;
        name.eq_ignore_ascii_case("set-cookie").then_some(cookie)
    });
    cookies.collect::<Vec<_>>().join("; ")
}

fn header(answer: &Answer, name: &str) -> String {
    let mut all = answer.headers.lines().filter_map(|it| it.split_once(": "));
    let found = all.find(|(own, _)| own.eq_ignore_ascii_case(name));
    found.map(|(_, value)| value.to_owned()).unwrap_or_default()
}

fn get(server: &Server, cookie: &str, path: &str) -> Answer {
    server.get(path, &[("Cookie", cookie)])
}

fn post(server: &Server, cookie: &str, path: &str, form: &str) -> Answer {
    server.post(path, &[FORM, HERE, ("Cookie", cookie)], form)
}

fn command(server: &Server, arguments: &[&str]) -> String {
    let data = server.data.to_str().unwrap();
    let done = paraat(&[arguments, &["--data", data]].concat());
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{arguments:?}: {said}");
    let said = String::from_utf8(done.stdout).unwrap();
    said.lines().last().unwrap_or_default().to_owned()
}

fn bearer(server: &Server, more: &[&str]) -> String {
    format!(
        "Bearer {}",
        command(server, &[&["user", "token"], more].concat())
    )
}

/// What the API answers, as JSON.
fn api(server: &Server, bearer: &str, path: &str, why: &str) -> (u16, serde_json::Value) {
    let mut headers = vec![("Authorization", bearer)];
    if !why.is_empty() {
        headers.push(("Read-Reason", why));
    }
    let answer = server.get(path, &headers);
    let said = serde_json::from_slice(&answer.bytes()).unwrap_or_default();
    (answer.status, said)
}

fn world(name: &str) -> World {
    let scratch = Scratch::new(name);
    let server = Server::demo(&scratch.path("node"));
    let editor = bearer(&server, &["editor-vr23"]);
    let body = r#"{"title":"Hoogwater Maas"}"#;
    let path = "/v1/incident/incident/open";
    let answer = server.post(path, &json(&editor, ""), body);
    let said: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    let incident = said["stream"].as_str().unwrap().to_owned();
    let sis = sign_in(&server, "sis-vr23");
    let form = format!(
        "incident={incident}&compartment=persons&team=population&text={}",
        WORDS[0]
    );
    let answer = post(&server, &sis, "/incident/sealed/seal", &form);
    let list = format!("/incident/incident/{incident}/sealed");
    assert_eq!(
        (answer.status, header(&answer, "location")),
        (303, list.clone())
    );
    let page = get(&server, &sis, &list).body;
    let (_, rest) = page.split_once("/incident/sealed/vr23.").unwrap();
    let sealed = format!("vr23.{}", rest.get(..32).unwrap());
    World {
        server,
        _scratch: scratch,
        incident,
        sealed,
        sis,
    }
}

impl World {
    /// Opens the record in this session, for this reason.
    fn open(&self, cookie: &str) {
        let door = format!("/sealed/{}", self.sealed);
        let answer = post(&self.server, cookie, &door, "reason=kin&note=loket");
        let page = format!("/incident/sealed/{}", self.sealed);
        assert_eq!((answer.status, header(&answer, "location")), (303, page));
    }

    /// All of them: what was sealed, added and put right.
    fn fill(&self) {
        self.open(&self.sis);
        let at = |verb: &str| format!("/streams/{}/{verb}", self.sealed);
        let more = format!("text={}", WORDS[1]);
        let done = post(&self.server, &self.sis, &at("add"), &more);
        assert_eq!(done.status, 303, "{done:?}");
        let right = format!("entry=1&seen=2&reason=gespeld&text={}", WORDS[2]);
        let done = post(&self.server, &self.sis, &at("correct"), &right);
        assert_eq!(done.status, 303, "{done:?}");
    }

    /// Every address at which something of an incident could stand.
    fn addresses(&self) -> Vec<String> {
        let own = [
            "",
            "/log",
            "/map",
            "/facts",
            "/actions",
            "/bottlenecks",
            "/decisions",
            "/questions",
            "/reports",
            "/roles",
            "/past",
            "/synthesis",
            "/report",
            "/pack",
            "/copy",
            "/report?as=odt",
            "/pack?as=odt",
            "/copy?as=txt",
            "/map?as=csv",
        ];
        let incident = &self.incident;
        let own = own.map(|it| format!("/incident/incident/{incident}{it}"));
        let others = [
            "/",
            "/?list=own",
            "/incident",
            "/incident/national",
            "/account",
            "/trust",
        ];
        let words = WORDS.iter().chain(&["persons", "verzegeld", "hoogwater"]);
        let found = words.map(|it| format!("/search?q={it}"));
        own.into_iter()
            .chain(others.map(str::to_owned))
            .chain(found)
            .collect()
    }

    fn says_nothing(&self, who: &str, path: &str, answer: &Answer) {
        let bytes = answer.bytes();
        let text = String::from_utf8_lossy(&bytes);
        for word in WORDS.iter().filter(|it| !path.contains(*it)) {
            assert!(!text.contains(word), "{who} {path}: {word}");
        }
        let id = self.sealed.split('.').nth(1).unwrap();
        assert!(
            !text.contains(id) || path.contains(id),
            "{who} {path}: its address"
        );
    }
}

#[test]
fn for_those_of_the_same_organisation_who_were_not_let_in_it_is_nowhere() {
    let world = world("sealed-nowhere");
    world.fill();
    let (server, sealed) = (&world.server, &world.sealed);
    for who in ["editor-vr23", "decider-vr23", "auditor-vr23", "editor-vr24"] {
        let cookie = sign_in(server, who);
        for path in world.addresses() {
            let answer = get(server, &cookie, &path);
            assert!(answer.status < 500, "{who} {path}: {answer:?}");
            world.says_nothing(who, &path, &answer);
            let word = "/sealed\"";
            assert!(
                who == "auditor-vr23" || !answer.body.contains(word),
                "{who} {path}"
            );
        }
        let doors = [
            format!("/incident/incident/{}/sealed", world.incident),
            format!("/incident/sealed/{sealed}"),
            format!("/sealed/{sealed}"),
            format!("/streams/{sealed}"),
            format!("/streams/{sealed}/add"),
            format!("/streams/{sealed}/correct?entry=1"),
        ];
        for path in doors {
            let answer = get(server, &cookie, &path);
            assert_eq!(answer.status, 404, "{who} {path}");
            world.says_nothing(who, &path, &answer);
            if !path.ends_with("/sealed") {
                let answer = post(server, &cookie, &path, "reason=kin&text=x");
                assert!(
                    matches!(answer.status, 404 | 405),
                    "{who} {path}: {answer:?}"
                );
            }
        }
    }
    for who in ["editor-vr23", "decider-vr23", "editor-vr24"] {
        programs(&world, who, &bearer(server, &[who]));
    }
    // A key that asks for a compartment does not get more than its account.
    programs(
        &world,
        "editor-vr23",
        &bearer(server, &["editor-vr23", "--sealed", "persons"]),
    );
    // And one that does not ask for it gets none of what its account may open.
    programs(&world, "sis-vr23", &bearer(server, &["sis-vr23"]));
}

/// All that a program can ask, also with a reason.
fn programs(world: &World, who: &str, bearer: &str) {
    let (server, sealed) = (&world.server, &world.sealed);
    for why in ["", "omdat het kan"] {
        for path in [
            format!("/v1/streams/{sealed}"),
            format!("/v1/streams/{sealed}/history"),
        ] {
            assert_eq!(api(server, bearer, &path, why).0, 404, "{who} {path}");
        }
        for path in [
            "/v1/cards?module=incident&kind=sealed".to_owned(),
            format!("/v1/cards?text={}", WORDS[0]),
            format!("/v1/cards?text={}", WORDS[1]),
        ] {
            let (status, said) = api(server, bearer, &path, why);
            assert_eq!((status, &said["total"]), (200, &0.into()), "{who} {path}");
        }
        for path in [
            format!("/v1/cards?under={}", world.incident),
            "/v1/cards?pageSize=1000".to_owned(),
            "/v1/lists/incident/objects?as=csv".to_owned(),
            "/ogc/collections".to_owned(),
            "/ogc/collections/objects/items".to_owned(),
        ] {
            let answer = server.get(&path, &[("Authorization", bearer), ("Read-Reason", why)]);
            assert!(answer.status < 500, "{who} {path}");
            world.says_nothing(who, &path, &answer);
        }
        let path = format!("/v1/streams/{sealed}/add");
        let mut headers = json(bearer, "").to_vec();
        headers.push(("Read-Reason", why));
        let answer = server.post(&path, &headers, r#"{"text":"x"}"#);
        assert_eq!(answer.status, 404, "{who}");
    }
}

#[test]
fn who_was_let_in_says_why_and_then_reads_for_a_time() {
    let world = world("sealed-why");
    let (server, sis) = (&world.server, world.sis.as_str());
    let page = format!("/incident/sealed/{}", world.sealed);
    let door = format!("/sealed/{}", world.sealed);
    // The list and the start page say that it is there, and nothing of what it says.
    let list = format!("/incident/incident/{}/sealed", world.incident);
    let shown = get(server, sis, &list);
    assert!(shown.body.contains("Verzegeld: namen van personen"));
    assert!(!shown.body.contains(WORDS[0]));
    // The record asks why; so does the form that adds to it.
    for path in [page.clone(), format!("/streams/{}/add", world.sealed)] {
        let answer = get(server, sis, &path);
        assert_eq!(answer.status, 303, "{path}");
        assert!(header(&answer, "location").starts_with(&door), "{path}");
    }
    let asked = get(server, sis, &door);
    assert!(asked.body.contains("60 minuten") && !asked.body.contains(WORDS[0]));
    for bad in [
        "",
        "reason=nosy",
        "reason=other&note=%20",
        &format!("reason=kin&note={}", "x".repeat(301)),
    ] {
        let answer = post(server, sis, &door, bad);
        assert_eq!(answer.status, 422, "{bad}");
        assert_eq!(get(server, sis, &page).status, 303, "{bad}");
    }
    world.fill();
    let read = get(server, sis, &page);
    assert_eq!(read.status, 200);
    assert!(read.body.contains(WORDS[1]) && read.body.contains(WORDS[2]));
    assert_eq!(header(&read, "cache-control"), "no-store");
    assert_eq!(header(&read, "paraat-sealed"), "1");
    assert!(!read.body.contains("data-topics"), "{}", read.body);
    // It stands on no other page, also not for who opened it.
    for path in world.addresses() {
        let answer = get(server, sis, &path);
        let text = String::from_utf8_lossy(&answer.bytes()).into_owned();
        for word in WORDS.iter().filter(|it| !path.contains(*it)) {
            assert!(!text.contains(word), "{path}: {word}");
        }
    }
    // Another session gives its own reason.
    let other = sign_in(server, "sis-vr23");
    assert_eq!(get(server, &other, &page).status, 303);
    assert_eq!(get(server, &other, &door).status, 200);
}

#[test]
fn every_reading_is_written_down_for_who_checks_and_for_the_owner() {
    let world = world("sealed-log");
    let (server, sis) = (&world.server, world.sis.as_str());
    world.fill();
    let page = format!("/incident/sealed/{}", world.sealed);
    assert_eq!(get(server, sis, &page).status, 200);
    let auditor = sign_in(server, "auditor-vr23");
    let log = get(server, &auditor, "/sealed").body;
    for said in [
        "sis-vr23",
        "Naasten informeren",
        "loket",
        "Geopend, met reden",
        "Gelezen",
        "Aanvullen",
    ] {
        assert!(log.contains(said), "{said}: {log}");
    }
    let csv = get(server, &auditor, "/sealed?as=csv");
    let csv = String::from_utf8(csv.bytes()).unwrap();
    assert!(
        csv.lines().count() >= 5 && csv.contains("Naasten informeren"),
        "{csv}"
    );
    for text in [&log, &csv] {
        assert!(WORDS.iter().all(|it| !text.contains(it)));
    }
    for who in ["editor-vr23", "sis-vr23", "admin"] {
        let cookie = sign_in(server, who);
        assert_eq!(get(server, &cookie, "/sealed").status, 404, "{who}");
    }
    // Those of another organisation who check see their own.
    let inspection = sign_in(server, "reader-inspectie");
    let others = get(server, &inspection, "/sealed").body;
    assert!(!others.contains("sis-vr23"));
    // Who was let in sees who read it, without opening it.
    let other = sign_in(server, "sis-vr23");
    let door = get(server, &other, &format!("/sealed/{}", world.sealed)).body;
    assert!(door.contains("loket") && !door.contains(WORDS[1]));
}

#[test]
fn a_program_reads_with_a_key_that_names_the_compartment_and_a_reason_each_time() {
    let world = world("sealed-program");
    world.fill();
    let server = &world.server;
    let key = bearer(server, &["sis-vr23", "--sealed", "persons"]);
    let (status, said) = api(server, &key, "/v1/cards?module=incident&kind=sealed", "");
    assert_eq!((status, &said["total"]), (200, &1.into()));
    assert!(!said.to_string().contains(WORDS[2]));
    let history = format!("/v1/streams/{}/history", world.sealed);
    let without = api(server, &key, &history, "");
    assert!(!without.1.to_string().contains(WORDS[0]), "{without:?}");
    let (status, said) = api(server, &key, &history, "nachtelijke controle");
    assert_eq!(status, 200);
    assert!(
        WORDS.iter().all(|it| said.to_string().contains(it)),
        "{said}"
    );
    // It does not hold for the next one.
    let again = api(server, &key, &history, "");
    assert!(!again.1.to_string().contains(WORDS[0]));
    let auditor = sign_in(server, "auditor-vr23");
    let log = get(server, &auditor, "/sealed").body;
    assert!(log.contains("nachtelijke controle") && log.contains("Een programma"));
}

#[test]
fn who_is_shut_out_again_finds_nothing_any_more() {
    let world = world("sealed-out");
    let (server, sis) = (&world.server, world.sis.as_str());
    world.fill();
    let page = format!("/incident/sealed/{}", world.sealed);
    assert_eq!(get(server, sis, &page).status, 200);
    command(
        server,
        &["user", "compartment", "sis-vr23", "--remove", "persons"],
    );
    let begun = Instant::now();
    while get(server, sis, &page).status != 404 {
        assert!(begun.elapsed() < Duration::from_secs(5), "still there");
        std::thread::sleep(Duration::from_millis(100));
    }
    world.says_nothing("sis-vr23", "/", &get(server, sis, "/"));
    command(
        server,
        &[
            "user",
            "compartment",
            "sis-vr23",
            "--add",
            "persons",
            "--add",
            "medical",
        ],
    );
    let data = server.data.to_str().unwrap();
    let wrong = paraat(&[
        "user",
        "compartment",
        "sis-vr23",
        "--add",
        "x",
        "--data",
        data,
    ]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn what_is_typed_for_it_is_kept_nowhere_else() {
    let world = world("sealed-typed");
    let (server, sis) = (&world.server, world.sis.as_str());
    let form = get(
        server,
        sis,
        &format!("/incident/sealed/seal?incident={}", world.incident),
    );
    assert_eq!(form.status, 200);
    assert!(!form.body.contains("data-draft=\"incident") && !form.body.contains("data-waits="));
    assert!(form.body.contains("name=\"unkept\""));
    // Sent after the session ended: it is shown, to be copied, and is not held.
    let body = format!(
        "incident={}&compartment=persons&text=appelboom&unkept=1",
        world.incident
    );
    let answer = server.post("/incident/sealed/seal", &[FORM, HERE], &body);
    assert_eq!(answer.status, 409);
    assert!(answer.body.contains("appelboom") && !answer.headers.contains("held="));
    // Sent after the reason ended: the same.
    let path = format!("/streams/{}/add", world.sealed);
    let answer = post(server, sis, &path, "text=perenboom&unkept=1");
    assert_eq!(answer.status, 409);
    assert!(answer.body.contains("perenboom"), "{answer:?}");
    for word in ["appelboom", "perenboom"] {
        for file in std::fs::read_dir(&server.data).unwrap() {
            let path = file.unwrap().path();
            let bytes = std::fs::read(&path).unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn an_administrator_lets_in_and_shuts_out_and_reads_none_of_it() {
    let world = world("sealed-admin");
    let server = &world.server;
    let add = [
        "user",
        "add",
        "admin-vr23",
        "--org",
        "vr23",
        "--role",
        "admin",
    ];
    let admin = sign_in_with(server, "admin-vr23", &command(server, &add));
    let accounts = get(server, &admin, "/admin").body;
    let (before, _) = accounts.split_once(">editor-vr23<").unwrap();
    let (_, account) = before.rsplit_once("/admin/accounts/").unwrap();
    let account = format!("/admin/accounts/{}", account.get(..36).unwrap());
    let shown = get(server, &admin, &account).body;
    assert!(shown.contains("Verzegelde gegevens") && shown.contains("Toelaten"));
    let editor = sign_in(server, "editor-vr23");
    let page = format!("/incident/incident/{}/sealed", world.incident);
    let becomes = |status: u16| {
        let begun = Instant::now();
        while get(server, &editor, &page).status != status {
            assert!(begun.elapsed() < Duration::from_secs(5), "not {status}");
            std::thread::sleep(Duration::from_millis(100));
        }
    };
    becomes(404);
    let to = |act: &str| format!("{account}/sealed/persons/{act}");
    assert_eq!(post(server, &admin, &to("in"), "").status, 303);
    becomes(200);
    // Twice is once, and what is no compartment is not there.
    assert_eq!(post(server, &admin, &to("in"), "").status, 422);
    let other = format!("{account}/sealed/x/in");
    assert_eq!(post(server, &admin, &other, "").status, 404);
    assert_eq!(post(server, &editor, &to("in"), "").status, 404);
    assert_eq!(post(server, &admin, &to("out"), "").status, 303);
    becomes(404);
    for path in [&page, &format!("/incident/sealed/{}", world.sealed)] {
        assert_eq!(get(server, &admin, path).status, 404);
    }
}

#[test]
fn a_citizen_service_number_in_an_ordinary_line_is_recorded_with_a_hint() {
    let world = world("sealed-hint");
    let server = &world.server;
    let editor = sign_in(server, "editor-vr23");
    let write = |text: &str| {
        let form = format!("incident={}&text={text}", world.incident);
        let answer = post(server, &editor, "/incident/log/write", &form);
        assert_eq!(answer.status, 303);
        header(&answer, "location")
    };
    let plain = write("ruim+111222334+liter");
    assert!(!plain.contains("personal"));
    let hinted = write("BSN+111222333");
    let page = get(server, &editor, &hinted).body;
    assert!(page.contains("burgerservicenummer lijkt") && page.contains("BSN 111222333"));
    assert!(
        !get(server, &editor, &plain)
            .body
            .contains("burgerservicenummer lijkt")
    );
}
