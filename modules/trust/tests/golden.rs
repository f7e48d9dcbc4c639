// SPDX-License-Identifier: EUPL-1.2
//! Stored bytes are for ever: every version of every event, as it is written and read back.
//! `cargo xtask bless` writes the files anew.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

use std::fmt::Debug;
use std::path::Path;

use paraat_contract::{EventName, Kind};
use paraat_kernel::{Delegation, canonical};
use paraat_trust::kinds::circle::{Admitted, Circle, Closed, Event, Made};
use paraat_trust::kinds::keys::Keys;

/// Holds events of one kind against their files; all versions of all events must be there.
fn check<K: Kind>(events: Vec<K::Event>)
where
    K::Event: Debug + PartialEq,
{
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    for event in &events {
        let EventName(name, version) = K::name(event);
        let file = folder.join(format!("{}.{name}.v{version}.json", K::MODULE));
        let bytes = canonical::to_bytes(&K::payload(event).unwrap()).unwrap();
        if std::env::var_os("PARAAT_BLESS").is_some() {
            std::fs::write(&file, &bytes).unwrap();
        }
        let kept = std::fs::read(&file).unwrap_or_default();
        assert_eq!(
            String::from_utf8(bytes),
            String::from_utf8(kept.clone()),
            "{}",
            file.display()
        );
        let tree = serde_json::from_slice(&kept).unwrap();
        assert_eq!(K::event(name, version, tree).as_ref(), Some(event));
    }
    let written: Vec<EventName> = events.iter().map(K::name).collect();
    for event in K::EVENTS {
        assert!(written.contains(event), "{event:?} has no golden bytes");
    }
}

#[test]
fn golden_bytes_of_keys() {
    check::<Keys>(vec![Delegation {
        incarnation: 1,
        node_key: "a1".repeat(32),
        organisation: "vr23".parse().unwrap(),
        root_key: "b2".repeat(32),
        signature: "c3".repeat(64),
    }]);
}

#[test]
fn golden_bytes_of_circles() {
    let organisation = || "vr24".parse().unwrap();
    check::<Circle>(vec![
        Event::Made(Made {
            name: "Hoogwater".to_owned(),
            purpose: "Eén beeld\nvan \"de dijk\"".to_owned(),
        }),
        Event::Admitted(Admitted {
            organisation: organisation(),
        }),
        Event::Closed(Closed {
            organisation: organisation(),
            reason: "De oefening is klaar.".to_owned(),
        }),
    ]);
}

#[test]
fn golden_bytes_of_functions() {
    use paraat_trust::kinds::function::{Ended, Event, Function, Lent};
    let account = || "01930000-0000-7000-8000-000000000009".to_owned();
    let function = || "editor".to_owned();
    check::<Function>(vec![
        Event::Lent(Lent {
            account: account(),
            function: function(),
            until: "2026-12-31T23:00:00Z".to_owned(),
        }),
        Event::Ended(Ended {
            account: account(),
            function: function(),
        }),
    ]);
}

#[test]
fn golden_bytes_of_access() {
    use paraat_trust::kinds::access::{Access, Entry, Event};
    let entry = || Entry {
        account: "01930000-0000-7000-8000-000000000009".to_owned(),
        compartment: "persons".to_owned(),
    };
    check::<Access>(vec![Event::LetIn(entry()), Event::ShutOut(entry())]);
}
