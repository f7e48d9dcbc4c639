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
use paraat_kernel::canonical;
use paraat_registers::kinds::boundary::{self, Boundary, Imported, Retracted};
use paraat_registers::kinds::correction::{Corrected, Correction};

fn check<K: Kind>(event: K::Event)
where
    K::Event: Debug + PartialEq,
{
    let EventName(name, version) = K::name(&event);
    assert!(K::EVENTS.contains(&EventName(name, version)));
    let bytes = canonical::to_bytes(&K::payload(&event).unwrap()).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let file = folder.join(format!("registers.{name}.v{version}.json"));
    if std::env::var_os("PARAAT_BLESS").is_some() {
        std::fs::write(&file, &bytes).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(String::from_utf8(bytes).unwrap(), kept);
    let read = K::event(name, version, serde_json::from_str(&kept).unwrap());
    assert_eq!(read, Some(event));
}

#[test]
fn golden_bytes_of_corrections() {
    check::<Correction>(Corrected {
        field: "name-nl".to_owned(),
        list: "organisations".to_owned(),
        slug: "vr23".to_owned(),
        source: "Eigen opgave, \"brief\" van 1 mei".to_owned(),
        valid_from: "2026-05-01".to_owned(),
        value: "Veiligheidsregio Één".to_owned(),
    });
}

#[test]
fn golden_bytes_of_boundaries() {
    check::<Boundary>(boundary::Event::Imported(Imported {
        area: "vr02".to_owned(),
        name: "Fryslân".to_owned(),
        rings: "50000000 530000000 2000000 0 0 2000000 -2000000 0,\
            50500000 530500000 0 1000000 1000000 0;\
            48000000 532000000 300000 100000 -100000 200000"
            .to_owned(),
        source: "CBS/Kadaster".to_owned(),
        year: 2023,
    }));
    check::<Boundary>(boundary::Event::Retracted(Retracted {
        area: "vr02".to_owned(),
        reason: "Grenzen van een andere indeling".to_owned(),
        year: 2023,
    }));
}
