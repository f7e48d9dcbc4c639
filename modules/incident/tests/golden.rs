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
use paraat_incident::kinds::incident::{self, Incident, Joined, Opened};
use paraat_incident::kinds::layer::{self, Layer, Moved, Placed, Removed};
use paraat_incident::kinds::log::{Log, Written};
use paraat_incident::kinds::part::{Part, Shared};
use paraat_kernel::{StreamId, canonical};

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
        assert_eq!(bytes, kept, "{}", file.display());
        let tree = serde_json::from_slice(&kept).unwrap();
        assert_eq!(K::event(name, version, tree).as_ref(), Some(event));
    }
    let written: Vec<EventName> = events.iter().map(K::name).collect();
    for event in K::EVENTS {
        assert!(written.contains(event), "{event:?} has no golden bytes");
    }
}

fn address() -> StreamId {
    StreamId::derived("vr23".parse().unwrap(), "incident.incident", "test")
}

#[test]
fn golden_bytes_of_incidents() {
    let title = "Hoogwater \"Maas\"".to_owned();
    check::<Incident>(vec![
        incident::Event::Opened(Opened { title }),
        incident::Event::Joined(Joined { with: address() }),
    ]);
}

#[test]
fn golden_bytes_of_lines_and_parts() {
    check::<Log>(vec![Written {
        incident: address(),
        text: "Dijk wordt zwak\nbij paal 7".to_owned(),
    }]);
    check::<Part>(vec![Shared {
        incident: address(),
        status: "strained".to_owned(),
        text: "De kade houdt nog.".to_owned(),
        theme: "water".to_owned(),
    }]);
}

#[test]
fn golden_bytes_of_layers() {
    let object = || "copi".to_owned();
    check::<Layer>(vec![
        layer::Event::Placed(Placed {
            incident: address(),
            kind: "post".to_owned(),
            lat: 513_700_000,
            lon: -61_700_000,
            object: object(),
            title: "Commandopost".to_owned(),
        }),
        layer::Event::Moved(Moved {
            incident: address(),
            lat: 513_800_000,
            lon: -61_800_000,
            object: object(),
        }),
        layer::Event::Removed(Removed {
            incident: address(),
            object: object(),
        }),
    ]);
}
