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
use paraat_incident::kinds::direction::{self, Direction};
use paraat_incident::kinds::incident::{self, Incident};
use paraat_incident::kinds::layer::{self, Layer, Moved, Placed, Removed};
use paraat_incident::kinds::log::{self, Log};
use paraat_incident::kinds::part::{self, Part};
use paraat_incident::kinds::scale::{Scale, Set};
use paraat_incident::kinds::team::{self, Team};
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
    let title = || "Hoogwater \"Maas\"".to_owned();
    let reason = || "Water zakt".to_owned();
    check::<Incident>(vec![
        incident::Event::Opened(incident::Opened {
            sort: "incident".to_owned(),
            title: title(),
        }),
        incident::Event::Renamed(incident::Renamed { title: title() }),
        incident::Event::PhaseEntered(incident::PhaseEntered {
            phase: "after".to_owned(),
            reason: reason(),
        }),
        incident::Event::Joined(incident::Joined { with: address() }),
        incident::Event::Parted(incident::Parted { with: address() }),
        incident::Event::Closed(incident::Closed { reason: reason() }),
        incident::Event::Reopened(incident::Reopened { reason: reason() }),
    ]);
}

#[test]
fn golden_bytes_of_the_direction() {
    let incident = address;
    let other = || "vr24".parse().unwrap();
    let reason = || "Zwaartepunt verschuift".to_owned();
    check::<Direction>(vec![
        direction::Event::Taken(direction::Taken {
            incident: incident(),
        }),
        direction::Event::Offered(direction::Offered {
            incident: incident(),
            reason: reason(),
            to: other(),
        }),
        direction::Event::Accepted(direction::Accepted {
            from: other(),
            incident: incident(),
            offered: "2026-11-23T09:00:00Z".to_owned(),
        }),
        direction::Event::Declined(direction::Declined {
            from: other(),
            incident: incident(),
            reason: reason(),
        }),
        direction::Event::LaidDown(direction::LaidDown {
            incident: incident(),
            reason: reason(),
        }),
    ]);
}

#[test]
fn golden_bytes_of_scales_and_teams() {
    check::<Scale>(vec![Set {
        decided_by: "operationeel leider".to_owned(),
        incident: address(),
        level: "grip-2".to_owned(),
        reason: "Bron en effect".to_owned(),
    }]);
    check::<Team>(vec![
        team::Event::Assembled(team::Assembled {
            incident: address(),
            place: "Kazerne".to_owned(),
            reach: "0800-0000".to_owned(),
            team: "rot".to_owned(),
        }),
        team::Event::StoodDown(team::StoodDown {
            incident: address(),
            team: "rot".to_owned(),
        }),
    ]);
}

#[test]
fn golden_bytes_of_lines_and_parts() {
    check::<Log>(vec![
        log::Event::Written(log::Written {
            incident: address(),
            reliability: "unconfirmed".to_owned(),
            source: "Meldkamer".to_owned(),
            team: "rot".to_owned(),
            text: "Dijk wordt zwak\nbij paal 7".to_owned(),
            theme: "water".to_owned(),
        }),
        log::Event::Confirmed(log::Confirmed {
            incident: address(),
            line: 7,
            source: "Verkenner".to_owned(),
            team: "rot".to_owned(),
        }),
    ]);
    check::<Part>(vec![
        part::Event::Shared(part::Shared {
            every: "30".to_owned(),
            incident: address(),
            status: "serious".to_owned(),
            team: "water".to_owned(),
            text: "De kade houdt nog.".to_owned(),
            theme: "water".to_owned(),
        }),
        part::Event::Confirmed(part::Confirmed {
            incident: address(),
            team: "water".to_owned(),
            theme: "water".to_owned(),
        }),
    ]);
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
