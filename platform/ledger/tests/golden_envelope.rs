// SPDX-License-Identifier: EUPL-1.2
//! The bytes of the envelope, held to files. They may never change; see docs/envelope.md.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that fails here is a failing test"
)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use paraat_kernel::{Circle, Label, Origin, Space, StreamId, Uuid, canonical};
use paraat_ledger::Withdrawn;
use paraat_ledger::envelope::{
    Author, FORMAT, Hash, Header, SEALED, digest_of, hash_of, signed_bytes,
};
use paraat_ledger::seal::{Signer, delegate};

const SALT: &[u8; 16] = b"0123456789abcdef";
const PAYLOAD: &[u8] = br#"{"activity":"jenv.00000000000000000000000000000007","status":"done"}"#;

fn golden(name: &str, bytes: &[u8]) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    #[expect(
        clippy::disallowed_methods,
        reason = "the bless command says so by environment"
    )]
    let bless = std::env::var("PARAAT_BLESS").is_ok();
    if bless {
        std::fs::write(&path, bytes).unwrap();
    }
    let kept = std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    assert_eq!(
        String::from_utf8_lossy(&kept),
        String::from_utf8_lossy(bytes),
        "{name} changed"
    );
}

fn header(circle: Circle, cause: Option<Hash>) -> Header {
    let organisation: paraat_kernel::OrganisationId = "vr23".parse().unwrap();
    Header {
        author: Author {
            account: Uuid::from_u128(9),
            function: "editor".to_owned(),
            organisation: organisation.clone(),
        },
        cause,
        circle,
        compartment: None,
        digest: digest_of(SALT, PAYLOAD),
        event: "agenda.progress-reported.v1".to_owned(),
        format: FORMAT,
        kind: "agenda.progress".to_owned(),
        label: Label::AmberStrict,
        number: 41,
        occurred: "2026-11-23T10:00:00Z".parse().unwrap(),
        origin: Origin {
            organisation: organisation.clone(),
            incarnation: 1,
        },
        previous: Hash([0xab; 32]),
        recorded: "2026-11-23T10:00:00.123Z".parse().unwrap(),
        space: Space::live(),
        stream: StreamId::derived(organisation, "agenda.progress", "x"),
        version: 3,
    }
}

#[test]
fn golden_header() {
    let plain = header(Circle::Partners, None);
    golden("header-1.json", &serde_json::to_vec(&plain).unwrap());
    let made = StreamId::new("vr23".parse().unwrap(), Uuid::from_u128(7));
    let full = header(Circle::Made(made), Some(Hash([1; 32])));
    golden(
        "header-1-cause-and-made-circle.json",
        &serde_json::to_vec(&full).unwrap(),
    );
}

#[test]
fn golden_header_of_what_is_sealed() {
    let sealed = Header {
        compartment: Some("persons".to_owned()),
        format: SEALED,
        ..header(Circle::Own, None)
    };
    golden("header-2.json", &serde_json::to_vec(&sealed).unwrap());
}

#[test]
fn golden_hash_digest_and_signature() {
    let bytes = serde_json::to_vec(&header(Circle::Partners, None)).unwrap();
    let hash = hash_of(&bytes);
    let organisation = "vr23".parse().unwrap();
    let signer = Signer::new(&[1; 32], BTreeMap::new());
    let delegation = delegate(&[2; 32], &organisation, 1, &signer.node_key());
    let hex = |bytes: &[u8]| data_encoding::HEXLOWER.encode(bytes);
    let said = format!(
        "digest {}\nhash {hash}\nsigned {}\nsignature {}\ndelegation {}\n",
        digest_of(SALT, PAYLOAD),
        hex(&signed_bytes(&hash)),
        hex(&signer.sign(&hash)),
        String::from_utf8(canonical::to_bytes(&delegation).unwrap()).unwrap(),
    );
    golden("hashes-1.txt", said.as_bytes());
}

#[test]
fn golden_withdrawal() {
    let said = Withdrawn {
        digest: Hash([5; 32]),
        reason: "AVG".to_owned(),
        version: 3,
    };
    golden("withdrawn-1.json", &canonical::to_bytes(&said).unwrap());
}

#[test]
fn golden_headers_read_back() {
    for name in ["header-1.json", "header-1-cause-and-made-circle.json"] {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("tests/golden")
            .join(name);
        let bytes = std::fs::read(path).unwrap();
        let header: Header = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(serde_json::to_vec(&header).unwrap(), bytes);
    }
}
