// SPDX-License-Identifier: EUPL-1.2
//! Lanes as partners ask for them: heads, ranges of entries, and who may sign.

use paraat_kernel::Origin;
use rusqlite::params;

use crate::core::{signed, unsigned};
use crate::envelope::{Entry, Hash};
use crate::{Fault, replay};

/// Name of the event with which an organisation lets a node sign for it.
pub const DELEGATED: &str = "trust.node-key-delegated.v1";

/// Payloads of the delegations that stand on the public lane of an origin.
pub(crate) fn delegations(
    connection: &rusqlite::Connection,
    origin: &Origin,
) -> Result<Vec<Vec<u8>>, Fault> {
    let mut statement = connection.prepare_cached(
        "SELECT e.header, p.body FROM stream s JOIN lane l ON l.id = s.lane
         JOIN entry e ON e.stream = s.id JOIN payload p ON p.position = e.position
         WHERE s.kind = 'trust.keys' AND l.organisation = ?1 AND l.incarnation = ?2
           AND l.circle = 'public' ORDER BY e.position",
    )?;
    let mut rows = statement.query(params![origin.organisation.as_str(), origin.incarnation])?;
    let mut said = Vec::new();
    while let Some(row) = rows.next()? {
        // A header that does not read admits no key; whoever checks the lane names it.
        let header = replay::header_of(row.get_ref(0)?.as_blob().unwrap_or_default());
        if header.is_ok_and(|header| header.event == DELEGATED) {
            said.push(row.get(1)?);
        }
    }
    Ok(said)
}

/// The entries of a lane from a number on, at most so many, ending in a signed one: what a
/// partner asks for.
pub(crate) fn range(
    connection: &rusqlite::Connection,
    lane: &str,
    from: u64,
    most: u32,
) -> Result<Vec<Entry>, Fault> {
    let mut statement = connection.prepare_cached(
        "SELECT e.header, p.salt, p.body, r.signature FROM lane l JOIN entry e ON e.lane = l.id
         LEFT JOIN payload p ON p.position = e.position
         LEFT JOIN run r ON r.position = e.position
         WHERE l.name = ?1 AND e.number >= ?2 ORDER BY e.number LIMIT ?3",
    )?;
    let rows = statement.query_map(params![lane, signed(from), most], |row| {
        let salt: Option<Vec<u8>> = row.get(1)?;
        let body: Option<Vec<u8>> = row.get(2)?;
        Ok(Entry {
            header: row.get(0)?,
            payload: salt.zip(body),
            signature: row.get(3)?,
        })
    })?;
    let mut entries = rows.collect::<Result<Vec<_>, _>>()?;
    let signed_to = entries.iter().rposition(|entry| entry.signature.is_some());
    entries.truncate(signed_to.map_or(0, |at| at + 1));
    Ok(entries)
}

/// The heads of all lanes: name, number of the newest entry, its hash.
pub(crate) fn heads(connection: &rusqlite::Connection) -> Result<Vec<(String, u64, Hash)>, Fault> {
    let mut statement = connection.prepare_cached(
        "SELECT l.name, e.number, e.hash FROM lane l JOIN entry e ON e.lane = l.id
         WHERE e.number = (SELECT max(number) FROM entry WHERE lane = l.id) ORDER BY l.name",
    )?;
    let mut rows = statement.query([])?;
    let mut heads = Vec::new();
    while let Some(row) = rows.next()? {
        let hash: Vec<u8> = row.get(2)?;
        let hash = Hash::from_slice(&hash).unwrap_or(Hash::NONE);
        heads.push((row.get(0)?, unsigned(row.get(1)?), hash));
    }
    Ok(heads)
}
