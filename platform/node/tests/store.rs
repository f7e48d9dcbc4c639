// SPDX-License-Identifier: EUPL-1.2
//! The file, accounts, held forms, tokens and the logs.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use std::os::unix::fs::PermissionsExt as _;

use common::{PASSWORD, account, at, config, entropy, node, remote};
use paraat_kernel::{Language, OrganisationId, StreamId, Timestamp, Uuid};
use paraat_node::{
    AccountAct, Acted, Added, Bearer, Config, FORMAT, Fault, HandedIn, Held, Issued, LARGEST,
    LARGEST_FILE, NewAccount, NewToken, Node, Refused, Scopes, Secret, SecretText,
};

fn vr23() -> OrganisationId {
    "vr23".parse().unwrap()
}

fn issue(node: &Node, account: Uuid, expires: Option<Timestamp>) -> (Uuid, SecretText) {
    let scopes: Scopes = "read agenda".parse().unwrap();
    let new = NewToken {
        account,
        name: "nightly export",
        scopes: &scopes,
        expires,
    };
    match node.issue_token(&new, at(0)).unwrap() {
        Issued::Made { id, text } => (id, text),
        other => panic!("{other:?}"),
    }
}

fn bearer(node: &Node, text: &SecretText, second: i64) -> Option<Bearer> {
    node.bearer(text.reveal(), at(second)).unwrap()
}

#[test]
fn the_file_is_for_its_owner_alone_and_everything_is_there_after_reopening() {
    let (folder, first) = node("reopen");
    let id = account(&first, "editor-vr23");
    let session = first
        .start_session(id, Language::Nl, "", at(0))
        .unwrap()
        .unwrap();
    let (_token, text) = issue(&first, id, None);
    let Held::Kept(held) = first.hold("/agenda/x", "{}", remote(1), at(0)).unwrap() else {
        panic!("not held");
    };
    for file in ["node.db", "node.db-wal", "node.db-shm"] {
        let mode = std::fs::metadata(folder.0.join(file))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
    drop(first);
    let again = Node::open(&folder.file(), config(), entropy()).unwrap();
    assert_eq!(again.session(&session, at(1)).unwrap().unwrap().account, id);
    assert_eq!(bearer(&again, &text, 1).unwrap().account, id);
    assert_eq!(again.held(&held, at(1)).unwrap().unwrap().path, "/agenda/x");
}

#[test]
fn no_code_and_no_password_stands_in_the_file() {
    let (folder, node) = node("no-secrets");
    let id = account(&node, "editor-vr23");
    let session = node
        .start_session(id, Language::Nl, "", at(0))
        .unwrap()
        .unwrap();
    let (_token, text) = issue(&node, id, None);
    let device = node.know_device(id, at(0)).unwrap();
    common::sign_in(&node, "editor-vr23", false, (remote(77), None), 1);
    let copy = folder.0.join("copy.db");
    node.backup(&copy).unwrap();
    assert_eq!(
        std::fs::metadata(&copy).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let bytes = std::fs::read(&copy).unwrap();
    let contains = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    assert!(contains(b"editor-vr23"));
    let raw = |code: &str| {
        data_encoding::BASE64URL_NOPAD
            .decode(code.as_bytes())
            .unwrap()
    };
    let token = text.reveal().strip_prefix("paraat_").unwrap();
    for secret in [session.reveal().as_str(), device.reveal().as_str(), token] {
        assert!(!contains(secret.as_bytes()) && !contains(&raw(secret)));
    }
    assert!(!contains(PASSWORD.as_bytes()) && !contains(b"192.0.2.77"));
    let restored = Node::open(&copy, config(), entropy()).unwrap();
    assert!(restored.session(&session, at(1)).unwrap().is_some());
}

#[test]
fn a_file_of_a_newer_paraat_is_refused_by_name() {
    let (folder, first) = node("newer");
    drop(first);
    let file = rusqlite::Connection::open(folder.file()).unwrap();
    file.pragma_update(None, "user_version", FORMAT + 1)
        .unwrap();
    drop(file);
    match Node::open(&folder.file(), config(), entropy()) {
        Err(Fault::Newer { found, known }) => assert_eq!((found, known), (FORMAT + 1, FORMAT)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn debug_lines_show_no_person_and_no_secret() {
    let (_folder, node) = node("debug");
    let id = account(&node, "editor-vr23");
    let (_token, text) = issue(&node, id, None);
    let held = node.hold("/secret-path", "typed words", remote(1), at(0));
    let Held::Kept(code) = held.unwrap() else {
        panic!("not held");
    };
    let draft = node.held(&code, at(0)).unwrap().unwrap();
    let shown = format!(
        "{node:?} {:?} {text:?} {draft:?}",
        node.account(id).unwrap()
    );
    for hidden in ["editor-vr23", "paraat_", "typed words", "secret-path"] {
        assert!(!shown.contains(hidden), "{shown}");
    }
}

#[test]
fn given_a_name_that_is_taken_or_no_name_when_added_then_it_says_so() {
    let (_folder, node) = node("names");
    let organisation = vr23();
    let add = |issuer: &str, subject: &str| {
        let new = NewAccount {
            issuer,
            subject,
            display: "Redacteur",
            organisation: &organisation,
        };
        node.add_account(&new, at(0)).unwrap()
    };
    let Added::Made(first) = add("local", "editor") else {
        panic!("not made")
    };
    assert_eq!(add("local", "editor"), Added::Taken);
    assert!(matches!(add("other issuer", "editor"), Added::Made(_)));
    for bad in ["", " x", "a\nb", &"x".repeat(201)] {
        assert_eq!(add("local", bad), Added::BadName, "{bad:?}");
    }
    assert_eq!(
        node.account_of("local", "editor").unwrap(),
        Some(first.clone())
    );
    let page = node.accounts(Some(&organisation), None, 1).unwrap();
    let rest = node.accounts(None, Some(page[0].id), 10).unwrap();
    assert_eq!((page.len(), rest.len()), (1, 1));
    assert!(node.rename_account(first.id, "Beslisser").unwrap());
    assert_eq!(
        node.account(first.id).unwrap().unwrap().display,
        "Beslisser"
    );
    assert!(!node.rename_account(first.id, "").unwrap());
}

#[test]
fn given_a_form_sent_after_the_session_ended_when_signed_in_then_it_is_there_until_it_is_sent() {
    let (_folder, node) = node("held");
    let typed = "{\"explanation\":\"vanochtend begonnen\"}";
    let Held::Kept(code) = node.hold("/agenda/x", typed, remote(1), at(10)).unwrap() else {
        panic!("not held");
    };
    let other = Secret::read(&"A".repeat(43)).unwrap();
    assert_eq!(node.held(&other, at(20)).unwrap(), None);
    for _ in 0..2 {
        assert_eq!(node.held(&code, at(20)).unwrap().unwrap().typed, typed);
    }
    assert!(node.drop_held(&code).unwrap() && !node.drop_held(&code).unwrap());
    assert_eq!(node.held(&code, at(20)).unwrap(), None);
}

#[test]
fn given_too_much_typed_when_held_then_it_says_so_and_nobody_is_pushed_out() {
    let (_folder, node) = node("bounds");
    let large = "x".repeat(LARGEST);
    let larger = "x".repeat(LARGEST + 1);
    assert!(matches!(
        node.hold("/a", &large, remote(1), at(0)).unwrap(),
        Held::Kept(_)
    ));
    assert_eq!(
        node.hold("/a", &larger, remote(1), at(0)).unwrap(),
        Held::TooLarge
    );
    for _ in 1..200 {
        assert!(matches!(
            node.hold("/a", "{}", remote(1), at(0)).unwrap(),
            Held::Kept(_)
        ));
    }
    assert_eq!(
        node.hold("/a", "{}", remote(1), at(0)).unwrap(),
        Held::TooMany
    );
    let Held::Kept(code) = node.hold("/a", "{}", remote(2), at(0)).unwrap() else {
        panic!("another address has room");
    };
    assert_eq!(node.held(&code, at(24 * 3_600)).unwrap(), None, "expired");
    let room = node.hold("/a", "{}", remote(1), at(24 * 3_600)).unwrap();
    assert!(matches!(room, Held::Kept(_)));
}

#[test]
fn given_a_token_when_used_then_it_speaks_for_its_account_until_revoked() {
    let (_folder, node) = node("token");
    let id = account(&node, "editor-vr23");
    let (token, text) = issue(&node, id, None);
    assert_eq!(text.reveal().len(), "paraat_".len() + 43);
    for second in [1, 2, 100] {
        let found = bearer(&node, &text, second).unwrap();
        assert_eq!((found.token, found.account), (token, id));
        assert!(found.scopes.may_read("agenda") && !found.scopes.may_write("agenda"));
    }
    let listed = node.tokens(id).unwrap();
    assert_eq!((listed.len(), listed[0].used), (1, Some(at(100))));
    let stranger = account(&node, "editor-vr24");
    assert!(!node.revoke_token(stranger, token, at(101)).unwrap());
    assert!(bearer(&node, &text, 101).is_some());
    assert!(node.revoke_token(id, token, at(102)).unwrap());
    assert!(!node.revoke_token(id, token, at(103)).unwrap());
    assert_eq!(bearer(&node, &text, 102), None);
    for bad in [
        "",
        "paraat_",
        "paraat_x",
        text.reveal().trim_start_matches("paraat_"),
    ] {
        assert_eq!(node.bearer(bad, at(0)).unwrap(), None, "{bad}");
    }
}

#[test]
fn given_a_token_when_it_expires_or_its_account_is_disabled_then_it_opens_nothing() {
    let (_folder, node) = node("token-ends");
    let id = account(&node, "editor-vr23");
    let (_token, text) = issue(&node, id, Some(at(50)));
    assert!(bearer(&node, &text, 49).is_some());
    assert_eq!(bearer(&node, &text, 50), None);
    let (_token, lasting) = issue(&node, id, None);
    assert!(bearer(&node, &lasting, 50).is_some());
    node.enable_account(id, false).unwrap();
    assert_eq!(bearer(&node, &lasting, 51), None);
    let scopes = Scopes::everything();
    let new = NewToken {
        account: id,
        name: "x",
        scopes: &scopes,
        expires: None,
    };
    assert_eq!(node.issue_token(&new, at(51)).unwrap(), Issued::NoAccount);
    node.enable_account(id, true).unwrap();
    assert!(bearer(&node, &lasting, 52).is_some());
    assert_eq!(
        node.issue_token(&NewToken { name: " ", ..new }, at(52))
            .unwrap(),
        Issued::BadName
    );
    for _ in 0..99 {
        assert!(matches!(
            node.issue_token(&new, at(52)).unwrap(),
            Issued::Made { .. }
        ));
    }
    assert_eq!(node.issue_token(&new, at(52)).unwrap(), Issued::TooMany);
}

#[test]
fn given_look_ups_under_way_when_a_token_is_revoked_then_none_brings_it_back() {
    let (_folder, node) = node("token-race");
    let id = account(&node, "editor-vr23");
    for round in 0..20 {
        let (token, text) = issue(&node, id, None);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| (0..50).for_each(|turn| drop(bearer(&node, &text, turn))));
            }
            scope.spawn(|| assert!(node.revoke_token(id, token, at(1)).unwrap()));
        });
        assert_eq!(bearer(&node, &text, 60), None, "round {round}");
    }
}

#[test]
fn given_many_refusals_when_the_limit_is_passed_then_one_row_counts_the_rest() {
    let folder = common::Folder::new("refusals");
    let config = Config {
        refusals_per_minute: 3,
        ..config()
    };
    let node = Node::open(&folder.file(), config, entropy()).unwrap();
    let organisation = vr23();
    let mut refused = Refused {
        account: Some(Uuid::from_u128(1)),
        organisation: Some(&organisation),
        verb: "agenda.progress.report",
        stream: "",
        reason: "not-the-lead",
        times: 1,
    };
    for second in 0..10 {
        node.refused(&refused, at(second)).unwrap();
    }
    refused.account = None;
    node.refused(&refused, at(10)).unwrap();
    refused.account = Some(Uuid::from_u128(1));
    // The lines of a file, in one row.
    refused.times = 40;
    node.refused(&refused, at(60)).unwrap();
    let rows = node.refusals(None, 100).unwrap();
    let seen: Vec<_> = rows
        .iter()
        .map(|row| (row.verb.as_str(), row.times))
        .collect();
    let one = ("agenda.progress.report", 1);
    assert_eq!(seen, [(one.0, 40), one, ("*", 7), one, one, one]);
    assert_eq!(
        (rows[0].organisation.as_ref(), rows[1].account),
        (Some(&organisation), None)
    );
    assert_eq!(node.refusals(Some(rows[4].number), 100).unwrap(), rows[5..]);
    let file = rusqlite::Connection::open(folder.file()).unwrap();
    assert!(file.execute("UPDATE refusal SET verb='x'", []).is_err());
    assert_eq!(node.prune(at(91 * 24 * 3_600)).unwrap().refusals, 6);
}

#[test]
fn what_was_done_to_accounts_is_written_down_for_good_and_not_for_ever() {
    let (folder, node) = node("acts");
    let (id, admin) = (account(&node, "editor-vr23"), account(&node, "admin"));
    for (at_second, act) in (1..).zip(AccountAct::ALL) {
        let by = (act != AccountAct::Made).then_some(admin);
        let organisation = vr23();
        let acted = Acted {
            organisation,
            account: id,
            by,
            act,
        };
        node.acted(&acted, at(at_second)).unwrap();
    }
    let acts = node.acts(&vr23(), 100).unwrap();
    let seen: Vec<_> = acts.iter().rev().map(|(_, acted)| acted.act).collect();
    assert_eq!(seen, AccountAct::ALL);
    assert_eq!(
        (acts[8].0, acts[8].1.by, acts[0].1.by),
        (at(1), None, Some(admin))
    );
    assert_eq!(node.acts(&"vr24".parse().unwrap(), 100).unwrap(), []);
    let file = rusqlite::Connection::open(folder.file()).unwrap();
    assert!(file.execute("UPDATE account_act SET act='x'", []).is_err());
    assert_eq!(node.prune(at(366 * 24 * 3_600)).unwrap().acts, 0);
    assert_eq!(node.prune(at(367 * 24 * 3_600)).unwrap().acts, 9);
}

#[test]
fn given_many_threads_when_they_read_and_write_then_nothing_is_lost() {
    let (_folder, node) = node("threads");
    let id = account(&node, "editor-vr23");
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let node = &node;
            scope.spawn(move || {
                for turn in 0..20 {
                    let path = format!("/form/{thread}/{turn}");
                    let held = node.hold(&path, "{}", remote(thread), at(turn)).unwrap();
                    let Held::Kept(code) = held else {
                        panic!("not held");
                    };
                    assert_eq!(node.held(&code, at(turn)).unwrap().unwrap().path, path);
                    let session = node.start_session(id, Language::Nl, "", at(turn)).unwrap();
                    node.session(&session.unwrap(), at(turn)).unwrap();
                }
            });
        }
    });
}

#[test]
fn what_was_seen_moves_on_and_never_back() {
    let (_folder, node) = node("looked");
    let (id, other) = (account(&node, "editor-vr23"), account(&node, "editor-vr24"));
    assert_eq!(node.looked(id, None).unwrap(), None);
    node.look(id, None, 100, at(120)).unwrap();
    // A page that stood open longer is sent later.
    node.look(id, None, 50, at(130)).unwrap();
    let looked = node.looked(id, None).unwrap().unwrap();
    assert_eq!((looked.at, looked.until), (at(130), 100));
    assert_eq!(node.looked(other, None).unwrap(), None);
    assert!(node.look(Uuid::nil(), None, 1, at(1)).is_err());

    // One thing apart from everything.
    let about = StreamId::new("vr23".parse().unwrap(), Uuid::from_u128(7));
    assert_eq!(node.looked(id, Some(&about)).unwrap(), None);
    node.look(id, Some(&about), 120, at(140)).unwrap();
    let of_it = node.looked(id, Some(&about)).unwrap().unwrap();
    assert_eq!((of_it.at, of_it.until), (at(140), 120));
    assert_eq!(node.looked(id, None).unwrap().unwrap().until, 100);
}

fn handed(node: &Node, account: Uuid, second: i64) -> Secret {
    let handed = node.hand_in(
        account,
        "agenda/progress",
        "voortgang.xlsx",
        b"PK",
        "{\"new\":1}",
        at(second),
    );
    match handed.unwrap() {
        HandedIn::Kept(code) => code,
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn given_a_file_when_an_hour_is_over_or_another_asks_then_it_is_not_there() {
    let (_folder, node) = node("file");
    let (own, other) = (account(&node, "planner"), account(&node, "other"));
    let code = handed(&node, own, 0);
    let file = node.file(own, &code, at(3_599)).unwrap().unwrap();
    assert_eq!(
        (file.list.as_str(), file.body.as_slice()),
        ("agenda/progress", &b"PK"[..])
    );
    assert_eq!(node.file(other, &code, at(1)).unwrap(), None);
    assert_eq!(node.file(own, &code, at(3_600)).unwrap(), None);
    let none = Secret::read(&"A".repeat(43)).unwrap();
    assert_eq!(node.file(own, &none, at(1)).unwrap(), None);
    assert_eq!(node.prune(at(3_600)).unwrap().held, 1);
}

#[test]
fn given_a_file_when_it_was_taken_over_then_what_came_of_it_stands_in_its_place_once() {
    let (_folder, node) = node("taken");
    let (own, other) = (account(&node, "planner"), account(&node, "other"));
    let code = handed(&node, own, 0);
    let report = || node.file(own, &code, at(1)).unwrap().unwrap().report;
    assert_eq!(report(), "{\"new\":1}");
    assert!(!node.tried(other, &code, "{}").unwrap());
    assert!(node.tried(own, &code, "{\"new\":0}").unwrap());
    assert_eq!(report(), "{\"new\":0}");
    assert!(!node.taken_over(other, &code, "{}").unwrap());
    assert!(node.taken_over(own, &code, "{\"recorded\":2}").unwrap());
    assert!(!node.taken_over(own, &code, "{\"recorded\":9}").unwrap());
    let file = node.file(own, &code, at(1)).unwrap().unwrap();
    assert_eq!(file.outcome.as_deref(), Some("{\"recorded\":2}"));
    assert!(file.body.is_empty());
}

#[test]
fn given_many_or_large_files_when_handed_in_then_the_oldest_of_the_account_goes() {
    let (_folder, node) = node("many");
    let (own, other) = (account(&node, "planner"), account(&node, "other"));
    let theirs = handed(&node, other, 0);
    let codes: Vec<Secret> = (1..=4).map(|second| handed(&node, own, second)).collect();
    let there = |code: &Secret| node.file(own, code, at(9)).unwrap().is_some();
    assert_eq!(
        codes.iter().map(there).collect::<Vec<_>>(),
        [false, true, true, true]
    );
    assert!(node.file(other, &theirs, at(9)).unwrap().is_some());
    let large = vec![0; LARGEST_FILE + 1];
    let refused = node
        .hand_in(own, "agenda/progress", "x", &large, "", at(9))
        .unwrap();
    assert_eq!(refused, HandedIn::TooLarge);
}
