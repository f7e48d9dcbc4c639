// SPDX-License-Identifier: EUPL-1.2
//! Stored bytes are for ever: every version of every event, as it is written and read back.
//! `cargo xtask bless` writes the files anew.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

use std::fmt::Debug;
use std::path::Path;

use paraat_communication::kinds::alert::{self, Alert};
use paraat_communication::kinds::contact::{self, Contact};
use paraat_communication::kinds::message::{self, Isb, Message, Variant};
use paraat_communication::kinds::say::{Said, Say};
use paraat_communication::kinds::signal::{self, Signal};
use paraat_communication::kinds::voice::{Assigned, Voice};
use paraat_contract::{EventName, Kind};
use paraat_kernel::{Geometry, Place, StreamId, canonical};

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

fn incident() -> StreamId {
    StreamId::derived("vr23".parse().unwrap(), "incident.incident", "test")
}

fn text() -> Isb {
    Isb {
        groups: "Scholen blijven dicht".to_owned(),
        meaning: "Het kan uren duren".to_owned(),
        title: "Brand \"Arcen\"".to_owned(),
        todo: "Blijf binnen\nSluit ramen".to_owned(),
        what: "Er komt rook vrij".to_owned(),
    }
}

#[test]
fn golden_bytes_of_messages() {
    let core = || message::Core {
        area: "Arcen".to_owned(),
        as_of: "2026-11-23T10:00:00Z".to_owned(),
        authority: "mayor".to_owned(),
        incident: Some(incident()),
        language: "nl".to_owned(),
        next_update: "2026-11-23T11:00:00Z".to_owned(),
        sender: "Burgemeester van Voorbeeldstad".to_owned(),
        text: text(),
    };
    check::<Message>(vec![
        message::Event::Drafted(core()),
        message::Event::Revised(message::Core {
            incident: None,
            ..core()
        }),
        message::Event::Translated(Variant {
            language: "pap".to_owned(),
            of: 2,
            text: text(),
        }),
        message::Event::Published(message::Published { revision: 2 }),
        message::Event::Withdrawn(message::Withdrawn {
            reason: "Het is voorbij".to_owned(),
        }),
    ]);
}

#[test]
fn golden_bytes_of_alerts() {
    let own = || "00000000-0000-0000-0000-000000000007".to_owned();
    let core = || alert::Core {
        area: "Arcen".to_owned(),
        category: "fire".to_owned(),
        certainty: "observed".to_owned(),
        expires: "2026-11-23T14:00:00Z".to_owned(),
        geometry: Some(Geometry::Point(Place {
            lon: 61_800_000,
            lat: 514_770_000,
        })),
        incident: Some(incident()),
        more: "https://www.crisis.nl/".to_owned(),
        purpose: "actual".to_owned(),
        radius: 1_500,
        response: "shelter".to_owned(),
        severity: "severe".to_owned(),
        texts: vec![alert::Said {
            language: "nl".to_owned(),
            title: "Brand".to_owned(),
            todo: "Blijf binnen".to_owned(),
            what: "Rook".to_owned(),
        }],
        urgency: "immediate".to_owned(),
        writer: own(),
    };
    let handed = || alert::Handed {
        cap: "<alert/>".to_owned(),
        live: "true".to_owned(),
        reference: "paraat:vr23,a-1,2026-11-23T10:00:00-00:00".to_owned(),
        revision: 1,
        short: "NL-Alert".to_owned(),
    };
    check::<Alert>(vec![
        alert::Event::Drafted(core()),
        alert::Event::Revised(alert::Core {
            geometry: None,
            ..core()
        }),
        alert::Event::Ordered(alert::Ordered {
            by: "operational-leader".to_owned(),
            recorder: own(),
            review_by: "2026-11-23T10:05:00Z".to_owned(),
            sender: "control-room".to_owned(),
        }),
        alert::Event::Reviewed(alert::Reviewed {
            remark: "Akkoord".to_owned(),
            reviewer: own(),
        }),
        alert::Event::Objected(alert::Objected {
            reason: "Verkeerde plaats".to_owned(),
        }),
        alert::Event::HandedOver(handed()),
        alert::Event::Delivered(alert::Delivered {
            detail: "500".to_owned(),
            outcome: "failed".to_owned(),
            target: "omroep".to_owned(),
        }),
        alert::Event::Confirmed(alert::Confirmed {
            by: "Meldkamer".to_owned(),
            reference: "12".to_owned(),
            sent: "2026-11-23T10:06:00Z".to_owned(),
        }),
        alert::Event::Withdrawn(alert::Withdrawn {
            handed: Some(handed()),
            reason: "Voorbij".to_owned(),
        }),
    ]);
}

#[test]
fn golden_bytes_of_contacts_voices_and_says() {
    let own = || "00000000-0000-0000-0000-000000000007".to_owned();
    check::<Contact>(vec![
        contact::Event::Registered(contact::Registered {
            desk: "Publieksbalie".to_owned(),
            sort: "phone".to_owned(),
            value: "08001351".to_owned(),
            what: "Vragen".to_owned(),
        }),
        contact::Event::CalledBack(contact::CalledBack {
            caller: own(),
            heard: "De balie".to_owned(),
        }),
        contact::Event::Attested(contact::Attested {
            at: "2026-11-23T10:00:00Z".to_owned(),
            witness: own(),
        }),
        contact::Event::Retired(contact::Retired {
            reason: "Vervalt".to_owned(),
        }),
    ]);
    check::<Signal>(vec![
        signal::Event::Noted(signal::Noted {
            claim: "De dijk is door".to_owned(),
            incident: Some(incident()),
            place: "Buurtapp".to_owned(),
            sort: "rumour".to_owned(),
        }),
        signal::Event::SeenAgain(signal::SeenAgain {
            place: "Radio".to_owned(),
        }),
        signal::Event::Answered(signal::Answered {
            advice: "Laat de dijkgraaf spreken".to_owned(),
            answer: "De dijk houdt".to_owned(),
            fact: "Controle 10.00 uur".to_owned(),
            verdict: "false".to_owned(),
        }),
        signal::Event::Closed(signal::Closed {
            reason: "Voorbij".to_owned(),
        }),
    ]);
    check::<Voice>(vec![Assigned {
        authority: "mayor".to_owned(),
        incident: incident(),
        sender: "Burgemeester van Voorbeeldstad".to_owned(),
        topic: "advice".to_owned(),
    }]);
    check::<Say>(vec![Said {
        message: incident(),
        text: "Te vroeg".to_owned(),
        verdict: "objects".to_owned(),
        version: 3,
    }]);
}
