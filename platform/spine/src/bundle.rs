// SPDX-License-Identifier: EUPL-1.2
//! Entries as a file: any path will do, a USB stick included. The receiver trusts signatures,
//! not the carrier. One JSON line per entry; header and payload as the exact bytes that were
//! hashed, in base64, so that nothing on the way can re-write them. The last line says what came
//! before it: a file that was damaged or cut off on the way is refused before anything is taken.

use std::collections::BTreeSet;

use data_encoding::BASE64;
use paraat_authority::{Audience, see};
use paraat_kernel::{LaneId, StreamId};
use paraat_ledger::envelope::{Entry, Hash, Header};
use paraat_ledger::{Fault, Ledger, NotReceived, Received, WITHDRAWN, Withdrawn};
use serde::{Deserialize, Serialize};

/// First line of the file.
const MARK: &str = r#"{"paraat-bundle":1}"#;
/// Entries of a lane that are read at once.
const AT_ONCE: u32 = 1000;
/// Longest line that is read: a payload is at most 256 KiB, in base64, with its header.
const LONGEST_LINE: usize = 1024 * 1024;

/// Why a file is not a bundle.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadBundle {
    /// The first line is not that of a bundle.
    #[error("this is not a Paraat bundle")]
    NotABundle,
    /// A line does not read.
    #[error("line {0} does not read")]
    Line(usize),
    /// The last line does not say what came before it: damaged or cut off on the way.
    #[error("this bundle is not whole; ask for it again")]
    NotWhole,
}

/// What came of the runs of a bundle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// What was taken.
    pub received: Received,
    /// Why lanes were not, or not to their end; one a lane. The other lanes are taken.
    pub refused: Vec<NotReceived>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    header: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    payload: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    salt: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    signature: Option<String>,
}

/// The last line of the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    /// blake3 of every byte before this line.
    whole: Hash,
}

/// Writes the lanes that a partner may read, each from the beginning, as one file. Whole lanes:
/// a lane has one circle, so need-to-know is settled per lane and its chain stays provable.
/// Entries with a class that the partner may not read make the lane stay home.
pub fn write_bundle(ledger: &Ledger, audience: &Audience) -> Result<Vec<u8>, Fault> {
    let mut out = format!("{MARK}\n").into_bytes();
    // Public lanes first: they hold the delegations that the others are checked with.
    let mut heads = ledger.heads()?;
    heads.sort_by_key(|(name, ..)| (!name.ends_with("/public"), name.clone()));
    for (lane, ..) in heads {
        let entries = whole_lane(ledger, &lane)?;
        let readable = entries.iter().all(|entry| may_read(audience, entry));
        if readable {
            for entry in &entries {
                write_line(&mut out, entry)?;
            }
        }
    }
    end(&mut out)?;
    Ok(out)
}

/// Adds the last line.
fn end(out: &mut Vec<u8>) -> Result<(), Fault> {
    let whole = Hash(*blake3::hash(out).as_bytes());
    let line = serde_json::to_vec(&Whole { whole });
    out.extend(line.map_err(|e| Fault::Damaged(e.to_string()))?);
    out.push(b'\n');
    Ok(())
}

fn whole_lane(ledger: &Ledger, lane: &str) -> Result<Vec<Entry>, Fault> {
    let mut entries: Vec<Entry> = Vec::new();
    loop {
        let next = ledger.range(lane, entries.len() as u64 + 1, AT_ONCE)?;
        if next.is_empty() {
            return Ok(entries);
        }
        entries.extend(next);
    }
}

fn may_read(audience: &Audience, entry: &Entry) -> bool {
    let header: Option<Header> = serde_json::from_slice(&entry.header).ok();
    header.is_some_and(|header| {
        let mut class = header.class();
        if audience.organisation.as_ref() == Some(&class.owner) {
            // What is sealed goes to another node of its own organisation, and stays sealed there.
            class.compartment = None;
        }
        see(audience, &class).read
    })
}

fn write_line(out: &mut Vec<u8>, entry: &Entry) -> Result<(), Fault> {
    let (salt, payload) = match &entry.payload {
        Some((salt, payload)) => (Some(BASE64.encode(salt)), Some(BASE64.encode(payload))),
        None => (None, None),
    };
    let signature = entry
        .signature
        .as_ref()
        .map(|signature| BASE64.encode(signature));
    let line = Line {
        header: BASE64.encode(&entry.header),
        payload,
        salt,
        signature,
    };
    let bytes = serde_json::to_vec(&line).map_err(|e| Fault::Damaged(e.to_string()))?;
    out.extend_from_slice(&bytes);
    out.push(b'\n');
    Ok(())
}

/// Reads a bundle into signed runs, in the order of the file. Any bytes are answered.
pub fn read_bundle(bytes: &[u8]) -> Result<Vec<Vec<Entry>>, BadBundle> {
    let mut lines = bytes.split(|byte| *byte == b'\n').enumerate();
    if lines.next().map(|(_, line)| line) != Some(MARK.as_bytes()) {
        return Err(BadBundle::NotABundle);
    }
    let body = whole(bytes).ok_or(BadBundle::NotWhole)?;
    let lines = body.split(|byte| *byte == b'\n').enumerate().skip(1);
    let mut runs = Vec::new();
    let mut run = Vec::new();
    for (at, line) in lines.filter(|(_, line)| !line.is_empty()) {
        let entry = read_line(line).ok_or(BadBundle::Line(at + 1))?;
        let ends = entry.signature.is_some();
        run.push(entry);
        if ends {
            runs.push(std::mem::take(&mut run));
        }
    }
    // What no signature covers is not proven and not taken.
    Ok(runs)
}

/// The bytes before the last line, when that line holds their digest.
fn whole(bytes: &[u8]) -> Option<&[u8]> {
    let lines = bytes.strip_suffix(b"\n")?;
    let end = lines.iter().rposition(|byte| *byte == b'\n')? + 1;
    let (body, last) = lines.split_at_checked(end)?;
    let said: Whole = serde_json::from_slice(last).ok()?;
    (said.whole.0 == *blake3::hash(body).as_bytes()).then_some(body)
}

fn read_line(line: &[u8]) -> Option<Entry> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    let line: Line = serde_json::from_slice(line).ok()?;
    let decode = |text: &String| BASE64.decode(text.as_bytes()).ok();
    let payload = match (&line.salt, &line.payload) {
        (Some(salt), Some(payload)) => Some((decode(salt)?, decode(payload)?)),
        (None, None) => None,
        _ => return None,
    };
    let signature = match &line.signature {
        Some(signature) => Some(decode(signature)?),
        None => None,
    };
    Some(Entry {
        header: decode(&line.header)?,
        payload,
        signature,
    })
}

/// The one door for what others recorded. Each run is taken whole or not at all; one that is
/// refused ends its lane, and the other lanes go on: a fork of one partner does not keep back
/// what all others said.
pub fn receive(ledger: &Ledger, runs: Vec<Vec<Entry>>) -> Result<Taken, Fault> {
    let mut all = Taken::default();
    let mut ended: BTreeSet<Option<LaneId>> = BTreeSet::new();
    for run in joined(runs) {
        let lane = lane_of(&run);
        if ended.contains(&lane) {
            continue;
        }
        let job = ledger
            .writer
            .submit_blocking(move |batch| batch.receive(&run));
        match job? {
            Ok(received) => {
                all.received.fresh += received.fresh;
                all.received.known += received.known;
                all.received.opaque += received.opaque;
            }
            Err(why) => {
                all.refused.push(why);
                ended.insert(lane);
            }
        }
    }
    Ok(all)
}

fn header_of(entry: &Entry) -> Option<Header> {
    serde_json::from_slice(&entry.header).ok()
}

fn lane_of(run: &[Entry]) -> Option<LaneId> {
    run.first().and_then(header_of).map(|header| header.lane())
}

/// Puts runs of one lane together where a payload is missing, up to the one that withdraws it.
fn joined(runs: Vec<Vec<Entry>>) -> Vec<Vec<Entry>> {
    let mut out: Vec<Vec<Entry>> = Vec::new();
    let mut missing: BTreeSet<(StreamId, u64)> = BTreeSet::new();
    for run in runs {
        let goes_on = out
            .last()
            .is_some_and(|last| lane_of(last) == lane_of(&run));
        if !goes_on {
            missing.clear();
        }
        let waits = !missing.is_empty();
        for entry in &run {
            let Some(header) = header_of(entry) else {
                continue;
            };
            match &entry.payload {
                None => drop(missing.insert((header.stream, header.version))),
                Some((_, body)) if header.event == WITHDRAWN => {
                    let said = serde_json::from_slice::<Withdrawn>(body);
                    let version = said.map_or(0, |said| said.version);
                    missing.remove(&(header.stream, version));
                }
                Some(_) => {}
            }
        }
        match out.last_mut() {
            Some(last) if waits => last.extend(run),
            _ => out.push(run),
        }
    }
    out
}
