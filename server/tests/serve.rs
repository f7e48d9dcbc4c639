// SPDX-License-Identifier: EUPL-1.2
//! The binary as somebody uses it who has only the help text: folders, exit codes, TLS.

mod common;

use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use common::{Scratch, Server, json, paraat};

fn said(output: &std::process::Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_demo_folder_and_any_other_are_never_taken_for_each_other() {
    let scratch = Scratch::new("folders");
    let demo = scratch.path("demo");
    drop(Server::demo(&demo));
    let path = demo.to_str().unwrap();
    let real = paraat(&["serve", "--data", path, "--listen", "127.0.0.1:0"]);
    assert_eq!(real.status.code(), Some(2), "{}", said(&real));
    assert!(
        said(&real).contains("is a demo folder; start it with --demo"),
        "{}",
        said(&real)
    );
    let other = scratch.path("other");
    std::fs::create_dir_all(&other).unwrap();
    std::fs::write(other.join("holiday.jpg"), b"x").unwrap();
    let path = other.to_str().unwrap();
    let refused = paraat(&["serve", "--demo", "--data", path, "--listen", "127.0.0.1:0"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        said(&refused).contains("is not a demo folder"),
        "{}",
        said(&refused)
    );
    let open = scratch.path("open");
    let path = open.to_str().unwrap();
    let refused = paraat(&["serve", "--demo", "--data", path, "--listen", "0.0.0.0:0"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        said(&refused).contains("127.0.0.1 only"),
        "{}",
        said(&refused)
    );
}

#[test]
fn passwords_and_keys_are_readable_by_the_owner_of_the_folder_alone() {
    let scratch = Scratch::new("modes");
    let demo = scratch.path("demo");
    drop(Server::demo(&demo));
    for name in [
        "accounts.txt",
        "node.db",
        "keys/node.key",
        "keys/jenv.root",
        "config.toml",
    ] {
        let mode = std::fs::metadata(demo.join(name))
            .unwrap()
            .permissions()
            .mode()
            & 0o777;
        assert_eq!(mode, 0o600, "{name}");
    }
}

#[test]
fn a_folder_serves_one_node_at_a_time() {
    let scratch = Scratch::new("lock");
    let demo = scratch.path("demo");
    let server = Server::demo(&demo);
    let path = demo.to_str().unwrap();
    let second = paraat(&["serve", "--demo", "--data", path, "--listen", "127.0.0.1:0"]);
    assert_eq!(second.status.code(), Some(1));
    assert!(
        said(&second).contains("in use by another Paraat process"),
        "{}",
        said(&second)
    );
    let beside = paraat(&["verify", "--data", path]);
    assert!(
        beside.status.success(),
        "verify works beside the node: {}",
        said(&beside)
    );
    drop(server);
}

#[test]
fn accounts_are_made_by_command_with_a_key_as_the_last_line() {
    let scratch = Scratch::new("accounts");
    let demo = scratch.path("demo");
    let server = Server::demo(&demo);
    let path = demo.to_str().unwrap();
    let add = |name: &str, organisation: &str, role: &str| {
        paraat(&[
            "user",
            "add",
            name,
            "--org",
            organisation,
            "--role",
            role,
            "--data",
            path,
        ])
    };
    assert!(add("editor-vr09", "vr09", "editor").status.success());
    for (organisation, role, says) in [
        ("atlantis", "editor", "is not in the registers"),
        ("vr09", "king", "choose from reader, editor"),
    ] {
        let refused = add("x", organisation, role);
        assert_eq!(refused.status.code(), Some(2));
        assert!(said(&refused).contains(says), "{}", said(&refused));
    }
    let twice = add("editor-vr09", "vr09", "editor");
    assert_eq!(twice.status.code(), Some(1));
    let bearer = format!("Bearer {}", server.token("editor-vr09"));
    let body = format!(
        r#"{{"activity":"{}","text":"x"}}"#,
        common::activity("p1-01")
    );
    let written = server.post("/v1/agenda/comment/write", &json(&bearer, ""), &body);
    assert_eq!(written.status, 201, "{written:?}");
    assert!(written.body.contains("\"stream\":\"vr09."), "{written:?}");
    let unknown = paraat(&["user", "token", "nobody", "--data", path]);
    assert_eq!(unknown.status.code(), Some(1));
    let missing = paraat(&["verify", "--data", scratch.path("none").to_str().unwrap()]);
    assert_eq!(missing.status.code(), Some(2));
}

#[test]
fn a_mistake_in_the_configuration_is_named_with_file_and_line() {
    let scratch = Scratch::new("config");
    let demo = scratch.path("demo");
    drop(Server::demo(&demo));
    std::fs::write(demo.join("config.toml"), "name = \"a\"\nlisten = 8080\n").unwrap();
    let path = demo.to_str().unwrap();
    let refused = paraat(&["serve", "--demo", "--data", path, "--listen", "127.0.0.1:0"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        said(&refused).contains("config.toml, line 2:"),
        "{}",
        said(&refused)
    );
}

#[test]
fn pages_are_served_over_tls_with_the_certificate_of_the_configuration() {
    let scratch = Scratch::new("tls");
    let (cert, key) = (scratch.path("cert.pem"), scratch.path("key.pem"));
    let made = Command::new("openssl")
        .args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
        ])
        .args([
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost",
            "-days",
            "2",
        ])
        .arg("-keyout")
        .arg(&key)
        .arg("-out")
        .arg(&cert)
        .output()
        .expect("openssl makes the certificate of this test");
    assert!(made.status.success(), "{}", said(&made));
    let demo = scratch.path("demo");
    drop(Server::demo(&demo));
    let toml = format!("[tls]\ncert = {cert:?}\nkey = {key:?}\n");
    std::fs::write(demo.join("config.toml"), toml).unwrap();
    let server = Server::demo(&demo);
    let port = server.address.rsplit(':').next().unwrap();
    let got = Command::new("curl")
        .args(["-sS", "-i", "--cacert"])
        .arg(&cert)
        .args(["--resolve", &format!("localhost:{port}:127.0.0.1")])
        .arg(format!("https://localhost:{port}/login"))
        .output()
        .expect("curl asks for the page of this test");
    let page = String::from_utf8_lossy(&got.stdout).into_owned();
    assert!(page.starts_with("HTTP/2 200"), "{page}{}", said(&got));
    assert!(
        page.to_lowercase().contains("strict-transport-security"),
        "{page}"
    );
}
