// SPDX-License-Identifier: EUPL-1.2
//! What is kept of drafts that several people type in.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "a test that cannot go on has failed, and others use more of what is common"
)]

mod common;

use common::{at, config, entropy, node};
use paraat_drafts::{Change, Draft, Key, Shelf as _};
use paraat_node::{DRAFT_KEPT, Node};

fn key(organisation: &str) -> Key {
    Key {
        space: "live".to_owned(),
        organisation: organisation.parse().unwrap(),
        form: "incident/part/share".to_owned(),
        about: vec![("theme".to_owned(), "water".to_owned())],
        field: "text".to_owned(),
    }
}

fn change(key: &Key, update: Vec<u8>, whole: bool) -> Change<'_> {
    Change {
        key,
        born: u64::MAX,
        base: "",
        update,
        whole,
    }
}

/// What somebody who has the draft sends when they put this text in its place.
fn typed(draft: &mut Draft, text: &str) -> Vec<u8> {
    let has = draft.has();
    draft.replace(text);
    draft.lacking(&has).unwrap()
}

fn text(node: &Node, key: &Key) -> Option<String> {
    let shelved = node.shelved(&key.id()).unwrap()?;
    Some(Draft::read(9, &shelved.updates).unwrap().text())
}

#[test]
fn what_was_typed_is_there_after_reopening() {
    let (folder, first) = node("drafts");
    let (own, mut draft) = (key("vr23"), Draft::new(1));
    for said in ["De kade", "De kade houdt", "De kade houdt nog."] {
        let update = typed(&mut draft, said);
        first.keep(&[change(&own, update, false)], at(0)).unwrap();
    }
    drop(first);
    let again = Node::open(&folder.file(), config(), entropy()).unwrap();
    assert_eq!(text(&again, &own).as_deref(), Some("De kade houdt nog."));
    assert_eq!(again.shelved(&own.id()).unwrap().unwrap().born, u64::MAX);
    assert_eq!(text(&again, &key("vr24")), None);
}

#[test]
fn put_together_it_is_one_piece_and_the_same_text() {
    let (_folder, node) = node("whole");
    let (own, mut draft) = (key("vr23"), Draft::new(1));
    for said in ["een", "een twee"] {
        let update = typed(&mut draft, said);
        node.keep(&[change(&own, update, false)], at(0)).unwrap();
    }
    node.keep(&[change(&own, draft.state(), true)], at(1))
        .unwrap();
    let shelved = node.shelved(&own.id()).unwrap().unwrap();
    assert_eq!(shelved.updates.len(), 1);
    assert_eq!(text(&node, &own).as_deref(), Some("een twee"));
}

#[test]
fn what_is_thrown_away_or_long_untouched_is_gone() {
    let (_folder, node) = node("gone");
    let mut draft = Draft::new(1);
    let update = typed(&mut draft, "tijdelijk");
    let (first, second) = (key("vr23"), key("vr24"));
    for own in [&first, &second] {
        node.keep(&[change(own, update.clone(), true)], at(0))
            .unwrap();
    }
    node.discard(&first.id()).unwrap();
    assert_eq!(text(&node, &first), None);
    let kept = i64::try_from(DRAFT_KEPT.as_secs()).unwrap();
    assert_eq!(node.prune(at(kept)).unwrap().drafts, 0);
    assert_eq!(node.prune(at(kept + 1)).unwrap().drafts, 1);
    assert_eq!(text(&node, &second), None);
}
