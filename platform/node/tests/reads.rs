// SPDX-License-Identifier: EUPL-1.2
//! Who read what is sealed, and why.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

#[expect(dead_code, reason = "signing in uses more of it")]
mod common;

use common::{account, at, node};
use paraat_kernel::{OrganisationId, StreamId, Timestamp, Uuid};
use paraat_node::{Node, OPENED, SealedRead, WhichReads, Why};

const HOUR: i64 = 3_600;

fn vr23() -> OrganisationId {
    "vr23".parse().unwrap()
}

fn stream(name: &str) -> StreamId {
    StreamId::derived(vr23(), "incident.sealed", name)
}

fn read(account: Uuid, session: u128, what: &str) -> SealedRead {
    SealedRead {
        organisation: vr23(),
        account,
        session: Some(Uuid::from_u128(session)),
        functions: "editor decider".to_owned(),
        space: "live".to_owned(),
        stream: stream("a"),
        compartment: "persons".to_owned(),
        what: what.to_owned(),
        why: Why {
            reason: "registration".to_owned(),
            note: "lijst van 14:00".to_owned(),
        },
    }
}

fn all(node: &Node, space: &str, stream: Option<&StreamId>) -> Vec<(Timestamp, SealedRead)> {
    let organisation = &vr23();
    let which = WhichReads {
        organisation,
        space,
        stream,
        before: None,
        most: 100,
    };
    let found = node.sealed_reads(which).unwrap();
    found.into_iter().map(|it| (it.at, it.read)).collect()
}

#[test]
fn every_reading_is_written_down_with_its_reason_and_is_never_changed() {
    let (folder, node) = node("reads");
    let id = account(&node, "sis-vr23");
    let (opened, seen) = (read(id, 1, OPENED), read(id, 1, "page"));
    node.sealed_read(&opened, at(1)).unwrap();
    node.sealed_read(&seen, at(2)).unwrap();
    let drill = SealedRead {
        space: "hoogwater-maas".to_owned(),
        ..seen.clone()
    };
    node.sealed_read(&drill, at(3)).unwrap();
    assert_eq!(
        all(&node, "live", None),
        [(at(2), seen), (at(1), opened.clone())]
    );
    assert_eq!(all(&node, "hoogwater-maas", None), [(at(3), drill)]);
    assert_eq!(all(&node, "live", Some(&stream("b"))), []);
    let file = rusqlite::Connection::open(folder.file()).unwrap();
    assert!(
        file.execute("UPDATE sealed_read SET reason='x'", [])
            .is_err()
    );
    let five_years = 5 * 366 * 24 * HOUR;
    assert_eq!(node.prune(at(five_years)).unwrap().reads, 0);
    assert_eq!(node.prune(at(five_years + 3)).unwrap().reads, 2);
}

#[test]
fn a_reason_holds_for_its_session_its_stream_and_its_time() {
    let (_folder, node) = node("opening");
    let id = account(&node, "sis-vr23");
    node.sealed_read(&read(id, 1, OPENED), at(HOUR)).unwrap();
    node.sealed_read(&read(id, 2, "page"), at(HOUR)).unwrap();
    let why = |session, space, name, after| {
        let session = Uuid::from_u128(session);
        node.opening(session, (space, &stream(name)), at(after))
            .unwrap()
    };
    assert_eq!(why(1, "live", "a", 0), Some(read(id, 1, OPENED).why));
    assert_eq!(why(1, "live", "a", HOUR), None);
    assert_eq!(why(1, "live", "b", 0), None);
    assert_eq!(why(1, "hoogwater-maas", "a", 0), None);
    assert_eq!(why(2, "live", "a", 0), None);
}
