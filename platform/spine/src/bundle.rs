// SPDX-License-Identifier: EUPL-1.2
//! Entries as a file: any path will do, a USB stick included. The receiver trusts signatures,
//! not the carrier. One JSON line per entry; header and payload as the exact bytes that were
//! hashed, in base64, so that nothing on the way can re-write them.

use data_encoding::BASE64;
use paraat_authority::{Audience, see};
use paraat_ledger::envelope::{Entry, Header};
use paraat_ledger::{Fault, Ledger, NotReceived, Received};
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
    /// What is in it was not taken.
    #[error(transparent)]
    NotReceived(#[from] NotReceived),
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
    Ok(out)
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
        let owner = header.stream.owner.clone();
        let class = paraat_kernel::Class::open(owner, header.circle, header.label);
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

/// Reads a bundle into signed runs, in the order of the file.
pub fn read_bundle(bytes: &[u8]) -> Result<Vec<Vec<Entry>>, BadBundle> {
    let mut lines = bytes.split(|byte| *byte == b'\n').enumerate();
    if lines.next().map(|(_, line)| line) != Some(MARK.as_bytes()) {
        return Err(BadBundle::NotABundle);
    }
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

/// The one door for what others recorded. Each run is taken whole or not at all; the first that
/// is refused ends it, and what came before it stays.
pub fn receive(
    ledger: &Ledger,
    runs: Vec<Vec<Entry>>,
) -> Result<Result<Received, NotReceived>, Fault> {
    let mut all = Received::default();
    for run in runs {
        let taken = ledger
            .writer
            .submit_blocking(move |batch| batch.receive(&run))?;
        match taken {
            Ok(received) => {
                all.fresh += received.fresh;
                all.known += received.known;
                all.opaque += received.opaque;
            }
            Err(why) => return Ok(Err(why)),
        }
    }
    Ok(Ok(all))
}
