// SPDX-License-Identifier: EUPL-1.2
//! What was acknowledged stays: the plug pulled, the disk full, bytes changed, copies put back.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that fails here is a failing test"
)]

mod common;

use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use common::{Scratch, Server, activity, json, paraat, request, token};

fn verify(data: &std::path::Path) -> (bool, String) {
    let output = paraat(&["verify", "--data", data.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    (
        output.status.success(),
        said + &String::from_utf8_lossy(&output.stderr),
    )
}

fn comment(text: &str) -> String {
    format!(r#"{{"activity":"{}","text":"{text}"}}"#, activity("p1-01"))
}

const WRITE: &str = "/v1/agenda/comment/write";

/// Four writers fill the node while the plug is pulled, two hundred times. After each start every
/// request that was acknowledged before is known: asked again under its key, it is answered with
/// the version it had, and nothing is recorded twice.
#[test]
fn two_hundred_times_the_plug_is_pulled_and_nothing_acknowledged_is_lost() {
    let scratch = Scratch::new("kill");
    let data = scratch.path("node");
    let bearer = {
        let server = Server::demo(&data);
        format!("Bearer {}", server.token("editor-vr23"))
    };
    let mut acknowledged = 0;
    for round in 0..200 {
        let mut server = Server::demo(&data);
        let done = fill(&bearer, round, &mut server);
        acknowledged += done.len();
        let server = Server::demo(&data);
        for (key, body) in done {
            let again = server.post(WRITE, &json(&bearer, &key), &comment(&key));
            assert!(again.status < 300, "round {round}, {key}: {again:?}");
            assert_eq!(again.body, body, "round {round}, {key}");
        }
    }
    assert!(
        acknowledged > 200,
        "only {acknowledged} were acknowledged at all"
    );
    let (whole, said) = verify(&data);
    assert!(whole, "{said}");
    println!("{acknowledged} acknowledged requests survived 200 kills\n{said}");
}

fn fill(bearer: &str, round: usize, server: &mut Server) -> Vec<(String, String)> {
    let address = server.address.clone();
    let done = Arc::new(Mutex::new(Vec::new()));
    let stop = Arc::new(AtomicBool::new(false));
    let writers: Vec<_> = (0..4)
        .map(|writer| {
            let (done, stop) = (Arc::clone(&done), Arc::clone(&stop));
            let (address, bearer) = (address.clone(), bearer.to_owned());
            std::thread::spawn(move || {
                for count in 0.. {
                    let key = format!("r{round}-w{writer}-{count}");
                    let headers = json(&bearer, &key);
                    let body = comment(&key);
                    let answer = request(&address, "POST", WRITE, &headers, body.as_bytes());
                    match answer {
                        Some(answer) if answer.status == 201 => {
                            done.lock().unwrap().push((key, answer.body));
                        }
                        Some(answer) => panic!("{answer:?}"),
                        None => return,
                    }
                    if stop.load(Ordering::Relaxed) {
                        return;
                    }
                }
            })
        })
        .collect();
    std::thread::sleep(Duration::from_millis(20 + (round as u64 * 7) % 60));
    server.kill();
    stop.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.join().unwrap();
    }
    Arc::try_unwrap(done).unwrap().into_inner().unwrap()
}

fn filled(scratch: &Scratch) -> std::path::PathBuf {
    let data = scratch.path("node");
    let server = Server::demo(&data);
    let bearer = format!("Bearer {}", server.token("editor-vr23"));
    for count in 0..20 {
        let key = format!("k{count}");
        let answer = server.post(WRITE, &json(&bearer, &key), &comment(&key));
        assert_eq!(answer.status, 201, "{answer:?}");
    }
    data
}

/// Every byte of what is recorded: header, hash, salt, payload, signature of every entry, and
/// every row that was made from them. A change is found, and the entry is named.
#[test]
fn a_byte_that_is_changed_is_found() {
    let scratch = Scratch::new("tamper");
    let data = filled(&scratch);
    assert!(verify(&data).0);
    let ledger = data.join("ledger.db");
    let connection = rusqlite::Connection::open(&ledger).unwrap();
    connection
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE")
        .unwrap();
    let columns = [
        ("entry", "header"),
        ("entry", "hash"),
        ("payload", "salt"),
        ("payload", "body"),
        ("run", "signature"),
    ];
    for (table, column) in columns {
        let sql = format!("SELECT position, {column} FROM {table} ORDER BY position");
        let rows: Vec<(i64, Vec<u8>)> = connection
            .prepare(&sql)
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let rows = rows.iter().step_by(rows.len().div_ceil(4));
        for (position, bytes) in rows {
            for at in [0, bytes.len() / 2, bytes.len() - 1] {
                let mut changed = bytes.clone();
                changed[at] ^= 1;
                let sql = format!("UPDATE {table} SET {column}=?1 WHERE position=?2");
                connection.execute(&sql, (&changed, position)).unwrap();
                let (whole, said) = verify(&data);
                assert!(
                    !whole,
                    "{table}.{column} of {position}, byte {at}: not found"
                );
                assert!(said.contains("broken\tlane "), "{said}");
                connection.execute(&sql, (bytes, position)).unwrap();
            }
        }
    }
    let changes = [
        "UPDATE read_card SET c_status='done' WHERE id=(SELECT max(id) FROM read_card)",
        "UPDATE entry SET recorded=recorded+1 WHERE position=3",
        "DELETE FROM payload WHERE position=4",
        // Who may see what: the class of an entry, of its stream, of reference data, and what
        // a class means, also one that only rows have.
        "UPDATE class SET definition=json_set(definition, '$.circle', 'public')
         WHERE id=(SELECT class FROM entry ORDER BY position DESC LIMIT 1)",
        "UPDATE class SET definition=json_set(definition, '$.label', 'red')
         WHERE id=(SELECT class FROM entry ORDER BY position DESC LIMIT 1)",
        "UPDATE class SET definition=json_set(definition, '$.owner', 'vr24')
         WHERE id=(SELECT class FROM entry ORDER BY position DESC LIMIT 1)",
        "UPDATE entry SET class=(SELECT min(id) FROM class WHERE id<>entry.class)
         WHERE position=(SELECT max(position) FROM entry)",
        "UPDATE stream SET class=(SELECT min(id) FROM class WHERE id<>stream.class)
         WHERE id=(SELECT stream FROM entry ORDER BY position DESC LIMIT 1)",
        "UPDATE stream SET class=(SELECT class FROM entry ORDER BY position DESC LIMIT 1)
         WHERE id=(SELECT min(id) FROM stream WHERE lane=0)",
        "UPDATE read_card SET class=(SELECT min(id) FROM class WHERE id<>read_card.class)
         WHERE id=(SELECT max(id) FROM read_card)",
        "INSERT INTO class (definition) SELECT json_set(definition, '$.compartment', 'medical')
         FROM class WHERE id=(SELECT class FROM entry ORDER BY position DESC LIMIT 1);
         UPDATE read_card SET class=(SELECT max(id) FROM class)
         WHERE id=(SELECT max(id) FROM read_card)",
    ];
    for sql in changes {
        let copy = std::fs::read(&ledger).unwrap();
        connection.execute_batch(sql).unwrap();
        assert_ne!(std::fs::read(&ledger).unwrap(), copy, "{sql}: no change");
        let (whole, said) = verify(&data);
        assert!(!whole, "{sql}: not found");
        assert!(said.contains("broken\t"), "{sql}: {said}");
        std::fs::write(&ledger, copy).unwrap();
    }
    assert!(verify(&data).0);
}

/// Bytes of the file itself, wherever they lie. A change is found, or it lies where nothing is
/// kept and what can be read is the same as before.
#[test]
fn a_byte_of_the_file_that_is_changed_is_found_or_changes_nothing() {
    let scratch = Scratch::new("tamper-file");
    let data = filled(&scratch);
    let ledger = data.join("ledger.db");
    {
        let connection = rusqlite::Connection::open(&ledger).unwrap();
        connection
            .execute_batch("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE")
            .unwrap();
    }
    let before = said_of(&data);
    // Among bytes that hold something: tables of modules that nobody used yet are empty pages.
    let bytes = std::fs::read(&ledger).unwrap();
    let held: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] != 0).collect();
    let mut found = 0;
    for step in 0..60 {
        let at = held[held.len() * (2 * step + 1) / 120] as u64;
        flip(&ledger, at);
        let (whole, said) = verify(&data);
        found += usize::from(!whole);
        assert!(!whole || said == before, "byte {at}: {said}");
        flip(&ledger, at);
    }
    assert!(found > 20, "only {found} of 60 changes mattered");
    assert_eq!(said_of(&data), before);
}

fn said_of(data: &std::path::Path) -> String {
    let (whole, said) = verify(data);
    assert!(whole, "{said}");
    said
}

fn flip(path: &std::path::Path, at: u64) {
    let mut file = std::fs::OpenOptions::new()
        .read(true)
        .write(true)
        .open(path)
        .unwrap();
    let mut byte = [0u8];
    file.seek(SeekFrom::Start(at)).unwrap();
    file.read_exact(&mut byte).unwrap();
    file.seek(SeekFrom::Start(at)).unwrap();
    file.write_all(&[byte[0] ^ 0x10]).unwrap();
}

#[test]
fn a_ledger_of_a_newer_format_is_refused_with_a_sentence_and_left_alone() {
    let scratch = Scratch::new("newer");
    let data = filled(&scratch);
    let ledger = data.join("ledger.db");
    let connection = rusqlite::Connection::open(&ledger).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    for command in [
        vec!["verify"],
        vec!["serve", "--demo", "--listen", "127.0.0.1:0"],
    ] {
        let mut arguments = command.clone();
        arguments.extend(["--data", data.to_str().unwrap()]);
        let output = paraat(&arguments);
        assert_eq!(output.status.code(), Some(1), "{command:?}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("use a newer Paraat"), "{said}");
    }
    let connection = rusqlite::Connection::open(&ledger).unwrap();
    let kept: i64 = connection
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap();
    assert_eq!(kept, 99);
}

#[test]
fn a_backup_is_made_while_it_runs_and_goes_back_into_an_empty_folder_only() {
    let scratch = Scratch::new("backup");
    let data = filled(&scratch);
    let server = Server::demo(&data);
    let bearer = format!("Bearer {}", server.token("editor-vr23"));
    let (copy, back) = (scratch.path("copy"), scratch.path("back"));
    let (data, copy, back) = (
        data.to_str().unwrap().to_owned(),
        copy.to_str().unwrap().to_owned(),
        back.to_str().unwrap().to_owned(),
    );
    let made = paraat(&["backup", &copy, "--data", &data]);
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    let after = server.post(WRITE, &json(&bearer, "after"), &comment("after"));
    assert_eq!(after.status, 201);
    let refused = paraat(&["restore", &copy, "--data", &data]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("not empty"));
    let restored = paraat(&["restore", &copy, "--data", &back]);
    assert!(
        restored.status.success(),
        "{}",
        String::from_utf8_lossy(&restored.stderr)
    );
    let server = Server::demo(std::path::Path::new(&back));
    let old = server.post(WRITE, &json(&bearer, "k1"), &comment("k1"));
    assert!(
        old.status < 300,
        "the key and the request of before are known: {old:?}"
    );
    let new_key = token(std::path::Path::new(&back), "editor-vr24");
    assert!(new_key.starts_with("paraat_"));
}

/// Four writers that go on until they are stopped. Answers how many requests were acknowledged.
struct Busy {
    stop: Arc<AtomicBool>,
    writers: Vec<std::thread::JoinHandle<usize>>,
}

impl Busy {
    fn start(server: &Server, bearer: &str, text: &str) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let writers = (0..4)
            .map(|writer| {
                let stop = Arc::clone(&stop);
                let (address, bearer) = (server.address.clone(), bearer.to_owned());
                let body = comment(text);
                std::thread::spawn(move || {
                    let mut count = 0;
                    while !stop.load(Ordering::Relaxed) {
                        let key = format!("b{writer}-{count}");
                        let headers = json(&bearer, &key);
                        let answer = request(&address, "POST", WRITE, &headers, body.as_bytes());
                        assert_eq!(answer.unwrap().status, 201);
                        count += 1;
                    }
                    count
                })
            })
            .collect();
        Self { stop, writers }
    }

    fn done(&self) -> bool {
        self.writers.iter().any(|writer| writer.is_finished())
    }

    fn stop(self) -> usize {
        self.stop.store(true, Ordering::Relaxed);
        self.writers
            .into_iter()
            .map(|writer| writer.join().unwrap())
            .sum()
    }
}

/// What the node writes while it is checked is not held against it, and what a run that was cut
/// off left behind is not either.
#[test]
fn a_node_that_writes_is_found_whole() {
    let scratch = Scratch::new("verify-busy");
    let data = filled(&scratch);
    std::fs::write(data.join("ledger.verify"), "left behind").unwrap();
    let server = Server::demo(&data);
    let bearer = format!("Bearer {}", server.token("editor-vr23"));
    let busy = Busy::start(&server, &bearer, "busy");
    for round in 0..5 {
        let (whole, said) = verify(&data);
        assert!(whole, "round {round}: {said}");
    }
    assert!(busy.stop() > 20);
    assert!(!data.join("ledger.verify").exists());
}

/// A backup of more than can be copied between two writes comes to an end, and is whole.
#[test]
fn a_backup_ends_while_writers_go_on() {
    let scratch = Scratch::new("backup-busy");
    let data = scratch.path("node");
    let server = Server::demo(&data);
    let bearer = format!("Bearer {}", server.token("editor-vr23"));
    let busy = Busy::start(&server, &bearer, &"x".repeat(3900));
    while std::fs::metadata(data.join("ledger.db")).unwrap().len() < 9 << 20 {
        assert!(!busy.done(), "a writer stopped");
        std::thread::sleep(Duration::from_millis(20));
    }
    let (copy, back) = (scratch.path("copy"), scratch.path("back"));
    let (copy, back) = (copy.to_str().unwrap(), back.to_str().unwrap());
    let began = std::time::Instant::now();
    let made = paraat(&["backup", copy, "--data", data.to_str().unwrap()]);
    let took = began.elapsed();
    assert!(made.status.success(), "{made:?}");
    assert!(took < Duration::from_secs(5), "it took {took:?}");
    assert!(!busy.done(), "a writer stopped");
    busy.stop();
    let restored = paraat(&["restore", copy, "--data", back]);
    assert!(restored.status.success(), "{restored:?}");
    assert!(verify(std::path::Path::new(back)).0);
}

/// A disk of 32 MiB that is filled: writing stops with a clear answer, reading goes on, nothing
/// acknowledged is lost, and writing goes on when there is room again.
#[test]
fn a_full_disk_stops_writing_and_loses_nothing() {
    let scratch = Scratch::new("full");
    let disk = scratch.path("disk");
    std::fs::create_dir_all(&disk).unwrap();
    let mount = std::process::Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=32m", "tmpfs"])
        .arg(&disk)
        .status()
        .unwrap();
    assert!(
        mount.success(),
        "this test mounts a small disk and must be run as root"
    );
    let outcome = std::panic::catch_unwind(|| full_disk(&disk.join("node"), &disk.join("filler")));
    let unmounted = std::process::Command::new("umount")
        .arg("-l")
        .arg(&disk)
        .status()
        .unwrap();
    assert!(unmounted.success());
    outcome.unwrap();
}

fn full_disk(data: &std::path::Path, filler: &std::path::Path) {
    let server = Server::demo(data);
    let bearer = format!("Bearer {}", server.token("editor-vr23"));
    let mut file = std::fs::File::create(filler).unwrap();
    while file.write_all(&[7u8; 65536]).is_ok() {}
    drop(file);
    let long = "x".repeat(3900);
    let mut kept = Vec::new();
    let mut refused = None;
    for count in 0..2000 {
        let key = format!("f{count}");
        let answer = server.post(WRITE, &json(&bearer, &key), &comment(&long));
        if answer.status == 201 {
            kept.push((key, answer.body));
        } else {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("the disk never filled");
    assert_eq!(refused.status, 503, "{refused:?}");
    assert_eq!(server.get("/ready", &[]).status, 503);
    let read = server.get(
        "/v1/cards?module=agenda&kind=activity",
        &[("Authorization", &bearer)],
    );
    assert_eq!(read.status, 200, "{read:?}");
    std::fs::remove_file(filler).unwrap();
    // Nobody writes: the node finds out by itself.
    let mut tries = 0;
    while server.get("/ready", &[]).status != 200 {
        std::thread::sleep(Duration::from_millis(200));
        tries += 1;
        assert!(
            tries < 50,
            "there is room and the node still says it cannot write"
        );
    }
    let again = server.post(WRITE, &json(&bearer, "room"), &comment("room"));
    assert_eq!(again.status, 201, "{again:?}");
    for (key, body) in kept {
        let known = server.post(WRITE, &json(&bearer, &key), &comment(&long));
        assert_eq!(known.body, body, "{key}");
    }
    drop(server);
    let (whole, said) = verify(data);
    assert!(whole, "{said}");
}
