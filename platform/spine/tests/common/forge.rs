// SPDX-License-Identifier: EUPL-1.2
//! What a dishonest or broken node could send: entries made again with other content, chained and
//! signed as if they were real.
#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

use std::collections::BTreeMap;

use paraat_ledger::envelope::{Entry, Hash, Header, SALT, digest_of, hash_of};
use paraat_ledger::seal::Signer;

pub fn header(entry: &Entry) -> Header {
    serde_json::from_slice(&entry.header).unwrap()
}

/// The same entries with edited headers, chained anew and signed with this key as one run.
pub fn again(entries: &[Entry], secret: &[u8; 32], edit: impl Fn(&mut Header)) -> Vec<Entry> {
    let mut made = Vec::new();
    let mut previous: Option<Hash> = None;
    for entry in entries {
        let mut header = header(entry);
        edit(&mut header);
        header.previous = previous.unwrap_or(header.previous);
        let bytes = serde_json::to_vec(&header).unwrap();
        previous = Some(hash_of(&bytes));
        made.push(Entry {
            header: bytes,
            payload: entry.payload.clone(),
            signature: None,
        });
    }
    if let (Some(last), Some(hash)) = (made.last_mut(), previous) {
        last.signature = Some(Signer::new(secret, BTreeMap::new()).sign(&hash));
    }
    made
}

/// One more entry after the last of a lane: a copy of it with another version, number and
/// payload.
pub fn next(last: &Entry, secret: &[u8; 32], payload: &[u8], edit: impl Fn(&mut Header)) -> Entry {
    let salt = vec![7; SALT];
    let mut copy = last.clone();
    copy.payload = Some((salt.clone(), payload.to_vec()));
    let one = again(&[copy], secret, |header| {
        header.previous = hash_of(&last.header);
        header.number += 1;
        header.version += 1;
        header.digest = digest_of(&salt, payload);
        edit(header);
    });
    one.into_iter().next().unwrap()
}
