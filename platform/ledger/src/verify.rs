// SPDX-License-Identifier: EUPL-1.2
//! Proof that a ledger is whole: chain, digests, signatures, order, and read tables that follow
//! from the entries. Works on the file alone, without the node.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use ed25519_dalek::VerifyingKey;
use paraat_kernel::{Circle, Class, Delegation, Label, Origin, StreamId};
use rusqlite::Connection;

use crate::core::{Setup, lane_from_name, signed};
use crate::envelope::{Hash, Header, digest_of, hash_of};
use crate::withdraw::{EVENT as WITHDRAWN, Withdrawn};
use crate::{Classes, Fault, lanes, replay, schema, seal};

mod tables;

/// What a ledger was found to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Entries that were checked.
    pub entries: u64,
    /// Lanes that were checked.
    pub lanes: u64,
    /// Payloads that were withdrawn.
    pub withdrawn: u64,
    /// Entries after the last signature of their lane: not yet proven.
    pub unsigned: u64,
    /// Fingerprints of the root keys on which it all rests, by organisation.
    pub roots: BTreeSet<(String, String)>,
    /// The first thing that is broken, in words; none when all is whole.
    pub broken: Option<String>,
}

/// Checks a ledger file. `Err` only when it cannot be read at all.
pub fn verify(path: &Path, setup: &Setup) -> Result<Report, Fault> {
    let connection = schema::open_reader(path)?;
    // One moment of the file from here to the end, whatever a node writes meanwhile.
    connection.execute_batch("BEGIN")?;
    schema::check_format(&connection)?;
    let mut report = Report {
        broken: check_file(&connection)?,
        ..Report::default()
    };
    let mut checks = Checks {
        classes: Classes::load(&connection)?,
        streams: HashMap::new(),
        missing: BTreeMap::new(),
        said: Vec::new(),
    };
    let mut lanes = connection.prepare("SELECT id, name FROM lane WHERE id > 0 ORDER BY id")?;
    let names: Vec<(i64, String)> = lanes
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (row, name) in names {
        if report.broken.is_some() {
            break;
        }
        report.lanes += 1;
        report.broken = checks.lane(&connection, row, &name, &mut report)?;
    }
    report.broken = report.broken.or_else(|| checks.unexplained());
    if report.broken.is_none() {
        report.broken = stray(&connection)?;
    }
    if report.broken.is_none() {
        report.broken = checks.reference(&connection)?;
    }
    if report.broken.is_none() {
        report.broken = tables::check(&connection, path, setup)?;
    }
    Ok(report)
}

fn check_file(connection: &Connection) -> Result<Option<String>, Fault> {
    let mut statement = connection.prepare("PRAGMA integrity_check(1)")?;
    let said: String = match statement.query_row([], |row| row.get(0)) {
        Ok(said) => said,
        Err(error) => error.to_string(),
    };
    Ok((said != "ok").then(|| format!("the file itself: {said}")))
}

struct Checks {
    /// Every class that the file names.
    classes: Classes,
    /// Newest version seen of each stream.
    streams: HashMap<StreamId, u64>,
    /// Payloads that are not there, with their digest.
    missing: BTreeMap<(String, u64), Hash>,
    /// Withdrawals that entries record.
    said: Vec<(String, Withdrawn)>,
}

impl Checks {
    fn lane(
        &mut self,
        connection: &Connection,
        row: i64,
        name: &str,
        report: &mut Report,
    ) -> Result<Option<String>, Fault> {
        let Ok(lane) = lane_from_name(name) else {
            return Ok(Some(format!("lane {name}: the name does not read")));
        };
        let keys = keys_of(connection, &lane.origin, report)?;
        let mut statement = connection.prepare_cached(
            "SELECT e.number, e.hash, e.header, p.salt, p.body, r.signature, s.address,
                    e.version, e.recorded, e.class, s.class
             FROM entry e LEFT JOIN payload p ON p.position = e.position
             LEFT JOIN run r ON r.position = e.position JOIN stream s ON s.id = e.stream
             WHERE e.lane = ?1 ORDER BY e.number",
        )?;
        let mut rows = statement.query([row])?;
        let (mut number, mut previous, mut unsigned) = (0u64, Hash::NONE, 0u64);
        while let Some(row) = rows.next()? {
            number += 1;
            let stored = Stored::read(row)?;
            let wrong = |what: &str| Some(format!("lane {name}, entry {number}: {what}"));
            let Ok(header) = replay::header_of(&stored.header) else {
                return Ok(wrong("the header does not read"));
            };
            let hash = hash_of(&stored.header);
            if let Some(what) = stored.contradiction(&header, number, previous, hash) {
                return Ok(wrong(what));
            }
            if header.lane() != lane {
                return Ok(wrong("it says it stands in another lane"));
            }
            if !self.classed(&header, &stored) {
                return Ok(wrong("who may see it was changed"));
            }
            if let Some(what) = self.stream(&header, &stored) {
                return Ok(wrong(&what));
            }
            unsigned += 1;
            if let Some(signature) = &stored.signature {
                if !keys.iter().any(|key| seal::holds(key, &hash, signature)) {
                    return Ok(wrong("the signature does not hold"));
                }
                unsigned = 0;
            }
            previous = hash;
            report.entries += 1;
            report.withdrawn += u64::from(stored.payload.is_none());
        }
        report.unsigned += unsigned;
        Ok(None)
    }

    /// True when entry and stream stand in the class that the header says.
    fn classed(&self, header: &Header, stored: &Stored) -> bool {
        let said = header.class();
        stored
            .classes
            .iter()
            .all(|class| self.classes.get(*class).as_ref() == Some(&said))
    }

    /// A stream of the reference data has no header to hold it to: it is public.
    fn reference(&self, connection: &Connection) -> Result<Option<String>, Fault> {
        let mut statement = connection.prepare(
            "SELECT address, class FROM stream WHERE id NOT IN (SELECT stream FROM entry)",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (address, class): (String, i64) = (row.get(0)?, row.get(1)?);
            let said = address
                .parse::<StreamId>()
                .ok()
                .map(|stream| Class::open(stream.owner, Circle::Public, Label::Clear));
            if said.is_none() || self.classes.get(class) != said {
                return Ok(Some(format!(
                    "stream {address}: who may see it was changed"
                )));
            }
        }
        Ok(None)
    }

    fn stream(&mut self, header: &Header, stored: &Stored) -> Option<String> {
        let seen = self.streams.entry(header.stream.clone()).or_default();
        if header.version != *seen + 1 {
            return Some(format!(
                "version {} of its stream follows {seen}",
                header.version
            ));
        }
        *seen = header.version;
        let stream = header.stream.to_string();
        match &stored.payload {
            None => {
                self.missing.insert((stream, header.version), header.digest);
            }
            Some((salt, body)) => {
                if digest_of(salt, body) != header.digest {
                    return Some("the payload was changed".to_owned());
                }
                if header.event == WITHDRAWN {
                    let said = serde_json::from_slice(body).ok();
                    self.said.extend(said.map(|said| (stream, said)));
                }
            }
        }
        None
    }

    /// A payload that is gone without an entry that says so.
    fn unexplained(&mut self) -> Option<String> {
        for (stream, said) in &self.said {
            let key = (stream.clone(), said.version);
            if self.missing.get(&key) == Some(&said.digest) {
                self.missing.remove(&key);
            }
        }
        let first = self.missing.keys().next();
        first.map(|(stream, version)| {
            format!("stream {stream}, version {version}: the payload is gone, no entry withdrew it")
        })
    }
}

struct Stored {
    number: i64,
    hash: Vec<u8>,
    header: Vec<u8>,
    payload: Option<(Vec<u8>, Vec<u8>)>,
    signature: Option<Vec<u8>>,
    stream: String,
    version: i64,
    recorded: i64,
    /// Of the entry, and of its stream.
    classes: [i64; 2],
}

impl Stored {
    fn read(row: &rusqlite::Row<'_>) -> Result<Self, Fault> {
        let salt: Option<Vec<u8>> = row.get(3)?;
        Ok(Self {
            number: row.get(0)?,
            hash: row.get(1)?,
            header: row.get(2)?,
            payload: salt.zip(row.get(4)?),
            signature: row.get(5)?,
            stream: row.get(6)?,
            version: row.get(7)?,
            recorded: row.get(8)?,
            classes: [row.get(9)?, row.get(10)?],
        })
    }

    /// What in this entry contradicts its header, its place or its hash.
    fn contradiction(
        &self,
        header: &Header,
        number: u64,
        previous: Hash,
        hash: Hash,
    ) -> Option<&'static str> {
        if self.hash != hash.0 {
            return Some("the header or its hash was changed");
        }
        if header.number != number || self.number != signed(number) {
            return Some("an entry before it is missing");
        }
        if header.previous != previous {
            return Some("it does not follow from the entry before it");
        }
        let beside = header.stream.to_string() == self.stream
            && signed(header.version) == self.version
            && header.recorded.as_millisecond() == self.recorded;
        if beside {
            None
        } else {
            Some("stream, version or time beside the header was changed")
        }
    }
}

/// The keys that may have signed an origin's lanes, each let in by a root key.
fn keys_of(
    connection: &Connection,
    origin: &Origin,
    report: &mut Report,
) -> Result<Vec<VerifyingKey>, Fault> {
    let mut keys = Vec::new();
    for body in lanes::delegations(connection, origin)? {
        let Ok(delegation) = serde_json::from_slice::<Delegation>(&body) else {
            continue;
        };
        let same = delegation.organisation == origin.organisation
            && delegation.incarnation == origin.incarnation;
        if let Some(key) = seal::admitted(&delegation).filter(|_| same) {
            keys.push(key);
            report
                .roots
                .insert((origin.organisation.to_string(), delegation.root_key));
        }
    }
    Ok(keys)
}

/// Rows that belong to no entry.
fn stray(connection: &Connection) -> Result<Option<String>, Fault> {
    for (table, what) in [("payload", "a payload"), ("run", "a signature")] {
        let sql = format!(
            "SELECT count(*) FROM {table} WHERE position NOT IN (SELECT position FROM entry)"
        );
        let count: i64 = connection.query_row(&sql, [], |row| row.get(0))?;
        if count > 0 {
            return Ok(Some(format!("{what} without an entry ({count})")));
        }
    }
    Ok(None)
}
