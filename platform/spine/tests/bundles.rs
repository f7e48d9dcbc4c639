// SPDX-License-Identifier: EUPL-1.2
//! Whatever a file holds, reading it ends in an answer, and what is taken is what was written.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that fails here is a failing test"
)]

mod common;

use std::sync::OnceLock;

use common::World;
use paraat_contract::Module;
use paraat_ledger::envelope::Entry;
use paraat_spine::read_bundle;
use paraat_ui::field::Typed;
use proptest::prelude::*;

const MODULES: [&Module; 2] = [&paraat_trust::MODULE, &paraat_incident::MODULE];
const MARK: &str = "{\"paraat-bundle\":1}\n";

/// The lanes of vr23 and the file that holds them, made once.
fn sent() -> &'static (Vec<Entry>, Vec<u8>) {
    static SENT: OnceLock<(Vec<Entry>, Vec<u8>)> = OnceLock::new();
    SENT.get_or_init(|| {
        let world = World::new("bundles-a", &MODULES, &["vr23"]);
        let title = Typed::default().with("title", "Hoogwater");
        let open = world.act("vr23", "incident/incident/open", title).unwrap();
        for text in ["een", "twee", "drie"] {
            let typed = Typed::default().with("incident", open.stream.to_string());
            let typed = typed.with("text", text);
            let line = world.act("vr23", "incident/log/write", typed).unwrap();
            if text == "twee" {
                world.withdraw(&line.stream, line.version);
            }
        }
        let lanes = world.lanes().into_values().flatten().collect();
        (lanes, world.bundle("vr24"))
    })
}

/// The file with these lines and a last line that fits, as a forger would make it.
fn sealed(lines: &[Vec<u8>]) -> Vec<u8> {
    let mut out: Vec<u8> = lines
        .iter()
        .flat_map(|line| [line, &b"\n"[..]].concat())
        .collect();
    let whole = blake3::hash(&out).to_hex();
    out.extend(format!("{{\"whole\":\"{whole}\"}}\n").into_bytes());
    out
}

fn lines() -> Vec<Vec<u8>> {
    let file = &sent().1;
    let lines = file.split(|byte| *byte == b'\n').map(<[u8]>::to_vec);
    let mut lines: Vec<Vec<u8>> = lines.filter(|line| !line.is_empty()).collect();
    lines.pop();
    lines
}

#[test]
fn what_the_forger_starts_from_is_taken_whole() {
    assert!(sealed(&lines()) == sent().1);
    let b = World::new("bundles-whole", &MODULES, &["vr24"]);
    b.trust(&"vr23".parse().unwrap());
    let taken = b.take_runs(read_bundle(&sealed(&lines())).unwrap());
    assert_eq!((taken.received.fresh, taken.refused.len()), (6, 0));
}

#[derive(Debug, Clone)]
enum Edit {
    Flip(usize, u8),
    Drop(usize),
    Double(usize),
    Swap(usize, usize),
    Truncate(usize),
    /// Leaves out one of the fields of a line.
    Without(usize, usize),
    /// Takes a field of a line from another line.
    From(usize, usize, usize),
    /// Moves the border between salt and payload.
    Border(usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let any = || any::<prop::sample::Index>().prop_map(|index| index.index(1 << 20));
    prop_oneof![
        (any(), 1..=255u8).prop_map(|(at, with)| Edit::Flip(at, with)),
        any().prop_map(Edit::Drop),
        any().prop_map(Edit::Double),
        (any(), any()).prop_map(|(a, b)| Edit::Swap(a, b)),
        any().prop_map(Edit::Truncate),
        (any(), 0..4usize).prop_map(|(at, field)| Edit::Without(at, field)),
        (any(), any(), 0..4usize).prop_map(|(a, b, field)| Edit::From(a, b, field)),
        any().prop_map(Edit::Border),
    ]
}

const FIELDS: [&str; 4] = ["header", "payload", "salt", "signature"];

fn tree(line: &[u8]) -> Option<serde_json::Map<String, serde_json::Value>> {
    serde_json::from_slice(line).ok()
}

fn apply(lines: &mut Vec<Vec<u8>>, edit: &Edit) {
    let count = lines.len();
    match *edit {
        Edit::Flip(at, with) => {
            let line = &mut lines[at % count];
            let at = (at / count) % line.len().max(1);
            if let Some(byte) = line.get_mut(at) {
                *byte ^= with;
            }
        }
        Edit::Drop(at) => drop(lines.remove(at % count)),
        Edit::Double(at) => lines.insert(at % count, lines[at % count].clone()),
        Edit::Swap(a, b) => lines.swap(a % count, b % count),
        Edit::Truncate(at) => lines.truncate(1 + at % count),
        Edit::Without(at, field) => {
            if let Some(mut line) = tree(&lines[at % count]) {
                line.remove(FIELDS[field]);
                if field == 1 {
                    line.remove("salt");
                }
                lines[at % count] = serde_json::to_vec(&line).unwrap();
            }
        }
        Edit::From(a, b, field) => {
            let other = tree(&lines[b % count]).and_then(|line| line.get(FIELDS[field]).cloned());
            if let (Some(mut line), Some(other)) = (tree(&lines[a % count]), other) {
                line.insert(FIELDS[field].to_owned(), other);
                lines[a % count] = serde_json::to_vec(&line).unwrap();
            }
        }
        Edit::Border(at) => {
            let base64 = data_encoding::BASE64;
            let Some(mut line) = tree(&lines[at % count]) else {
                return;
            };
            let read = |name: &str| base64.decode(line.get(name)?.as_str()?.as_bytes()).ok();
            let (Some(mut salt), Some(mut payload)) = (read("salt"), read("payload")) else {
                return;
            };
            payload.insert(0, salt.pop().unwrap());
            line.insert("salt".to_owned(), base64.encode(&salt).into());
            line.insert("payload".to_owned(), base64.encode(&payload).into());
            lines[at % count] = serde_json::to_vec(&line).unwrap();
        }
    }
}

/// An entry without its signature: a run may end later than it did.
fn bare(entry: &Entry) -> Entry {
    Entry {
        signature: None,
        ..entry.clone()
    }
}

fn tries(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(tries(2000))]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(read_bundle(&bytes).is_err());
        let marked = [MARK.as_bytes(), &bytes].concat();
        prop_assert!(read_bundle(&marked).is_err());
        let lines = [MARK.trim().as_bytes().to_vec(), bytes.clone()];
        let _ = read_bundle(&sealed(&lines));
    }

    #[test]
    fn a_file_that_was_touched_is_not_whole(
        at in any::<prop::sample::Index>(), with in any::<u8>(), how in 0..3u8,
    ) {
        let file = &sent().1;
        let mut other = file.clone();
        let at = at.index(file.len());
        match how {
            0 => other[at] ^= with,
            1 => other.insert(at, with),
            _ => drop(other.remove(at)),
        }
        prop_assert_eq!(read_bundle(&other).is_ok(), other == *file);
    }
}

proptest! {
    #![proptest_config(tries(96))]

    /// A forger who makes the last line fit gets at most a beginning of what was really written
    /// into each lane, and never anything else.
    #[test]
    fn a_forger_adds_nothing(edits in prop::collection::vec(edit(), 1..4)) {
        let mut lines = lines();
        for edit in &edits {
            apply(&mut lines, edit);
            if lines.is_empty() {
                break;
            }
        }
        let Ok(runs) = read_bundle(&sealed(&lines)) else { return Ok(()) };
        let b = World::new("bundles-b", &MODULES, &["vr24"]);
        b.trust(&"vr23".parse().unwrap());
        b.take_runs(runs);
        for (name, held) in b.lanes() {
            if name.contains("/vr24-") {
                continue;
            }
            let lane = sent().0.iter().filter(|entry| {
                let header: paraat_ledger::envelope::Header =
                    serde_json::from_slice(&entry.header).unwrap();
                header.lane().to_string() == name
            });
            let real: Vec<_> = lane.map(bare).take(held.len()).collect();
            prop_assert!(held.iter().map(bare).eq(real), "{} after {:?}", name, edits);
        }
        prop_assert_eq!(b.verify().broken, None);
    }
}
