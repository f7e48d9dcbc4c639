// SPDX-License-Identifier: EUPL-1.2
//! Stored bytes are for ever: every version of every event, as it is written and read back.
//! `cargo xtask bless` writes the file anew.

use std::path::Path;

use paraat_contract::{EventName, Kind};
use paraat_kernel::canonical;
use paraat_registers::kinds::correction::{Corrected, Correction};

#[test]
fn golden_bytes_of_corrections() {
    let event = Corrected {
        field: "name-nl".to_owned(),
        list: "organisations".to_owned(),
        slug: "vr23".to_owned(),
        source: "Eigen opgave, \"brief\" van 1 mei".to_owned(),
        valid_from: "2026-05-01".to_owned(),
        value: "Veiligheidsregio Één".to_owned(),
    };
    let EventName(name, version) = Correction::name(&event);
    assert_eq!(Correction::EVENTS, [EventName(name, version)]);
    let bytes = canonical::to_bytes(&Correction::payload(&event).unwrap()).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let file = folder.join(format!("registers.{name}.v{version}.json"));
    if std::env::var_os("PARAAT_BLESS").is_some() {
        std::fs::write(&file, &bytes).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(String::from_utf8(bytes).unwrap(), kept);
    let read = Correction::event(name, version, serde_json::from_str(&kept).unwrap());
    assert_eq!(read, Some(event));
}
