// SPDX-License-Identifier: EUPL-1.2
//! Files that accounts bring in pieces: whose they are, how many wait, and when they go.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "a test that cannot go on has failed, and others use more of what is common"
)]

mod common;

use common::{account, at, node};
use paraat_kernel::{File, Uuid};
use paraat_node::{Begun, Node};

const MEGABYTE: u64 = 1024 * 1024;

fn begin(node: &Node, account: Uuid, size: u64, second: i64) -> String {
    match node.begin_upload((account, "live"), "dijk.jpg", size, at(second)) {
        Ok(Begun::Code(code)) => code,
        other => panic!("{other:?}"),
    }
}

fn file(code: &str) -> File {
    File {
        code: code.to_owned(),
        name: "dijk.jpg".to_owned(),
        media: "image/jpeg".to_owned(),
        size: 5,
        digest: "ab".repeat(32),
    }
}

#[test]
fn a_file_is_of_the_account_that_began_it_in_the_space_where_it_did() {
    let (_folder, node) = node("upload-own");
    let (own, other) = (account(&node, "editor-a"), account(&node, "editor-b"));
    let code = begin(&node, own, 7, 0);
    assert_eq!(code.len(), 32);
    let found = node.upload((own, "live"), &code).unwrap().unwrap();
    assert_eq!(
        (found.name.as_str(), found.size, found.whole),
        ("dijk.jpg", 7, None)
    );
    assert_eq!(node.upload((other, "live"), &code).unwrap(), None);
    assert_eq!(node.upload((own, "oefening"), &code).unwrap(), None);
    assert!(node.upload_whole(&file(&code), at(1)).unwrap());
    let found = node.upload((own, "live"), &code).unwrap().unwrap();
    assert_eq!(found.whole, Some(file(&code)));
    assert_eq!(node.upload_codes("live").unwrap(), vec![code.clone()]);
    node.forget_upload(&code).unwrap();
    assert!(!node.upload_whole(&file(&code), at(2)).unwrap());
}

#[test]
fn so_many_wait_of_one_account_and_what_nobody_goes_on_with_makes_room() {
    let (_folder, node) = node("upload-many");
    let own = account(&node, "editor-a");
    let codes: Vec<String> = (0..16).map(|turn| begin(&node, own, 1, turn)).collect();
    let again = |second| {
        node.begin_upload((own, "live"), "x", 1, at(second))
            .unwrap()
    };
    assert_eq!(again(20), Begun::TooMany);
    // What is recorded waits no more, and others are not counted.
    node.upload_recorded(&codes[0]).unwrap();
    assert!(matches!(again(21), Begun::Code(_)));
    assert_eq!(again(22), Begun::TooMany);
    begin(&node, account(&node, "editor-b"), 1, 23);
    // The oldest goes when nobody touched it for ten minutes; the one that was touched stays.
    assert!(node.touch_upload(&codes[1], at(650)).unwrap());
    assert!(matches!(again(660), Begun::Code(_)));
    assert!(node.upload((own, "live"), &codes[1]).unwrap().is_some());
    assert!(node.upload((own, "live"), &codes[2]).unwrap().is_none());
    // So many bytes at once, too.
    let heavy = account(&node, "editor-c");
    for turn in 0..10 {
        begin(&node, heavy, 20 * MEGABYTE, turn);
    }
    let more = node.begin_upload((heavy, "live"), "x", 1, at(20)).unwrap();
    assert_eq!(more, Begun::TooMany);
}

#[test]
fn what_nobody_goes_on_with_is_gone_after_a_day() {
    let (_folder, node) = node("upload-day");
    let own = account(&node, "editor-a");
    let (old, touched) = (begin(&node, own, 1, 0), begin(&node, own, 1, 0));
    node.touch_upload(&touched, at(3600)).unwrap();
    assert_eq!(node.prune(at(24 * 3600)).unwrap().held, 0);
    assert_eq!(node.prune(at(24 * 3600 + 1)).unwrap().held, 1);
    assert_eq!(node.upload((own, "live"), &old).unwrap(), None);
    assert_eq!(node.upload_codes("live").unwrap(), [touched]);
}
