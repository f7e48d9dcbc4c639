// SPDX-License-Identifier: EUPL-1.2
//! Entries of others. They are checked, never decided on: signature, chain, owner. The receiver
//! trusts signatures, not the carrier.

use std::collections::BTreeSet;

use ed25519_dalek::VerifyingKey;
use paraat_kernel::{Circle, Delegation, LaneId, Origin, StreamId, Timestamp, canonical};
use rusqlite::params;

use crate::batch::Batch;
use crate::core::{Head, signed};
use crate::envelope::{Entry, Hash, Header, SALT, SEALED, digest_of, hash_of};
use crate::lanes::DELEGATED;
use crate::not_received::{NotReceived, Received};
use crate::withdraw::{EVENT as WITHDRAWN, Withdrawn};
use crate::{Fault, lanes, replay, seal};

impl Batch<'_> {
    /// Trusts a root key of an organisation, by hand: its fingerprint was read aloud.
    pub fn trust_root(&self, organisation: &str, public: &[u8]) -> Result<(), Fault> {
        self.connection
            .prepare_cached(
                "INSERT OR IGNORE INTO root_key (organisation, public) VALUES (?1, ?2)",
            )?
            .execute(params![organisation, public])?;
        Ok(())
    }

    /// Takes a run of one lane, the last entry of which is signed; several runs after one another
    /// are one too. All or nothing. A payload that is not there must be withdrawn by an entry of
    /// the same run: a carrier cannot leave out what it likes.
    pub fn receive(&mut self, run: &[Entry]) -> Result<Result<Received, NotReceived>, Fault> {
        let headers = match read_headers(run) {
            Ok(headers) => headers,
            Err(why) => return Ok(Err(why)),
        };
        let Some(first) = headers.first() else {
            return Ok(Ok(Received::default()));
        };
        let lane = first.lane();
        if let Err(why) = self.check_run(&lane, run, &headers)? {
            return Ok(Err(why));
        }
        let arrival = Arrival {
            at: self.now(),
            withdrawn: withdrawals(run, &headers),
            lane,
        };
        let mut received = Received::default();
        for (entry, header) in run.iter().zip(&headers) {
            match self.take(&arrival, entry, header)? {
                Err(why) => return Ok(Err(why)),
                Ok(None) => received.known += 1,
                Ok(Some(opaque)) => {
                    received.fresh += 1;
                    received.opaque += u64::from(opaque);
                }
            }
            if let Some(signature) = &entry.signature {
                self.keep_signature(&arrival.lane, header.number, &entry.header, signature)?;
            }
        }
        Ok(Ok(received))
    }

    fn check_run(
        &self,
        lane: &LaneId,
        run: &[Entry],
        headers: &[Header],
    ) -> Result<Result<(), NotReceived>, Fault> {
        let name = lane.to_string();
        if lane.space != self.core.setup.space {
            return Ok(Err(NotReceived::OtherSpace(name)));
        }
        if self.writes(lane) && !self.all_known(lane, run, headers)? {
            return Ok(Err(NotReceived::OwnLane(name)));
        }
        for header in headers {
            let owner = &lane.origin.organisation;
            if header.lane() != *lane {
                return Ok(Err(NotReceived::Mixed));
            }
            if header.stream.owner != *owner || header.author.organisation != *owner {
                return Ok(Err(NotReceived::NotOwner(name, header.number)));
            }
        }
        let keys = self.keys_of(&lane.origin, run, headers)?;
        let holds = |entry: &Entry, signature: &[u8]| {
            let hash = hash_of(&entry.header);
            keys.iter().any(|key| seal::holds(key, &hash, signature))
        };
        let ends = run.last().is_some_and(|entry| entry.signature.is_some());
        let all = run.iter().all(|entry| {
            let signature = entry.signature.as_ref();
            signature.is_none_or(|signature| holds(entry, signature))
        });
        Ok(if ends && all {
            Ok(())
        } else {
            Err(NotReceived::NotSigned(name))
        })
    }

    /// True when this node writes the lane itself.
    fn writes(&self, lane: &LaneId) -> bool {
        let signer = self.core.setup.signer.read();
        let signer = signer.unwrap_or_else(std::sync::PoisonError::into_inner);
        signer.origin(&lane.origin.organisation).as_ref() == Some(&lane.origin)
    }

    /// True when every entry is here already: what we wrote ourselves comes back from a partner.
    fn all_known(&self, lane: &LaneId, run: &[Entry], all: &[Header]) -> Result<bool, Fault> {
        for (entry, header) in run.iter().zip(all) {
            if self.hash_at(lane, header.number)? != Some(hash_of(&entry.header)) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The node keys that trusted root keys of this origin let sign: from entries that are here,
    /// and from the run itself, for a lane that begins with its delegation.
    fn keys_of(
        &self,
        origin: &Origin,
        run: &[Entry],
        headers: &[Header],
    ) -> Result<Vec<VerifyingKey>, Fault> {
        let mut said: Vec<Vec<u8>> = lanes::delegations(self.connection, origin)?;
        for (entry, header) in run.iter().zip(headers) {
            let place = header.kind == "trust.keys" && header.circle == Circle::Public;
            if let (DELEGATED, true, Some((_, body))) =
                (header.event.as_str(), place, &entry.payload)
            {
                said.push(body.clone());
            }
        }
        let mut roots = self
            .connection
            .prepare_cached("SELECT 1 FROM root_key WHERE organisation=?1 AND public=?2")?;
        let mut keys = Vec::new();
        for body in said {
            let Ok(delegation) = serde_json::from_slice::<Delegation>(&body) else {
                continue;
            };
            let root = data_encoding::HEXLOWER.decode(delegation.root_key.as_bytes());
            let Ok(root) = root else { continue };
            let trusted = roots.exists(params![origin.organisation.as_str(), root])?;
            let same = delegation.organisation == origin.organisation
                && delegation.incarnation == origin.incarnation;
            if trusted && same {
                keys.extend(seal::admitted(&delegation));
            }
        }
        Ok(keys)
    }

    /// Takes one entry. None when it was here before, else whether it is opaque.
    fn take(
        &mut self,
        arrival: &Arrival,
        entry: &Entry,
        header: &Header,
    ) -> Result<Result<Option<bool>, NotReceived>, Fault> {
        let lane = &arrival.lane;
        let name = lane.to_string();
        let (number, hash) = self
            .core
            .lanes
            .get(lane)
            .map_or((0, Hash::NONE), |lane| (lane.number, lane.hash));
        if header.number <= number {
            let same = self.hash_at(lane, header.number)? == Some(hash_of(&entry.header));
            return Ok(if same {
                Ok(None)
            } else {
                Err(NotReceived::Fork(name, header.number))
            });
        }
        if header.number != number + 1 {
            let (wanted, found) = (number + 1, header.number);
            return Ok(Err(NotReceived::Gap {
                lane: name,
                wanted,
                found,
            }));
        }
        let fits = match &entry.payload {
            // The length of the salt counts: the digest does not say where it ends.
            Some((salt, body)) => {
                salt.len() == SALT
                    && digest_of(salt, body) == header.digest
                    && canonical::check_bytes(body).is_ok()
            }
            None => arrival.withdrew(header),
        };
        if header.previous != hash || !fits {
            return Ok(Err(NotReceived::Broken(name, header.number)));
        }
        self.take_new(arrival, entry, header)
            .map(|taken| match taken {
                None => Err(NotReceived::Broken(name, header.number)),
                some => Ok(some),
            })
    }

    /// Stores a new entry and applies it; none when it does not continue its stream: another
    /// version than the next, or another lane, kind or marking than the stream began with.
    fn take_new(
        &mut self,
        arrival: &Arrival,
        entry: &Entry,
        header: &Header,
    ) -> Result<Option<bool>, Fault> {
        let lane = &arrival.lane;
        if !self.load_head(&header.stream)? {
            let kind = self.core.setup.kind(&header.kind);
            self.add_stream(
                &header.stream,
                header.kind.clone(),
                kind,
                lane.clone(),
                header.class(),
            )?;
        }
        let head = self.core.heads.get(&header.stream);
        let continues = |head: &&Head| {
            head.version + 1 == header.version
                && head.lane == *lane
                && head.kind_name == header.kind
                && head.class == header.class()
        };
        let Some(head) = head.filter(continues) else {
            return Ok(None);
        };
        let kind = head.kind;
        let payload = entry
            .payload
            .as_ref()
            .map(|(salt, body)| (salt.as_slice(), body.as_slice()));
        let at = Some(arrival.at);
        let position = self.store_bytes(header, &entry.header, lane, payload, at)?;
        let Some((_, body)) = payload else {
            return Ok(Some(false));
        };
        if header.event == WITHDRAWN {
            let erased = self.erase_as_said(header, body)?;
            return Ok(erased.then_some(false));
        }
        let event = kind.and_then(|kind| Some((kind, kind.event(&header.event, body)?)));
        let Some((kind, event)) = event else {
            return Ok(Some(true));
        };
        self.apply(kind, &event, header, position)?;
        Ok(Some(false))
    }

    /// Erases what a withdrawal names. False when it names no earlier entry of its stream, or one
    /// with another digest.
    fn erase_as_said(&mut self, header: &Header, body: &[u8]) -> Result<bool, Fault> {
        let Ok(said) = serde_json::from_slice::<Withdrawn>(body) else {
            return Ok(false);
        };
        let Some((named, _)) = self.entry_of(&header.stream, said.version)? else {
            return Ok(false);
        };
        let named = replay::header_of(&named)?;
        let right = named.version < header.version
            && named.digest == said.digest
            && named.event != WITHDRAWN;
        if right {
            self.erase(&header.stream, said.version)?;
        }
        Ok(right)
    }

    fn hash_at(&self, lane: &LaneId, number: u64) -> Result<Option<Hash>, Fault> {
        use rusqlite::OptionalExtension as _;
        let row = self.core.lanes.get(lane).map_or(0, |lane| lane.row);
        let hash: Option<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT hash FROM entry WHERE lane=?1 AND number=?2")?
            .query_row(params![row, signed(number)], |row| row.get(0))
            .optional()?;
        Ok(hash.and_then(|hash| Hash::from_slice(&hash)))
    }

    fn keep_signature(
        &self,
        lane: &LaneId,
        number: u64,
        header: &[u8],
        signature: &[u8],
    ) -> Result<(), Fault> {
        let row = self.core.lanes.get(lane).map_or(0, |lane| lane.row);
        self.connection
            .prepare_cached(
                "INSERT OR IGNORE INTO run (position, signature)
                 SELECT position, ?3 FROM entry WHERE lane=?1 AND number=?2 AND hash=?4",
            )?
            .execute(params![
                row,
                signed(number),
                signature,
                hash_of(header).0.as_slice()
            ])?;
        Ok(())
    }
}

/// What a run withdraws: stream, version, digest.
type Withdrawals = BTreeSet<(StreamId, u64, Hash)>;

/// What the entries of one run are taken with.
struct Arrival {
    lane: LaneId,
    /// When they came in, by the clock of this node.
    at: Timestamp,
    withdrawn: Withdrawals,
}

impl Arrival {
    fn withdrew(&self, header: &Header) -> bool {
        let named = (header.stream.clone(), header.version, header.digest);
        self.withdrawn.contains(&named)
    }
}

fn withdrawals(run: &[Entry], headers: &[Header]) -> Withdrawals {
    let said = run.iter().zip(headers).filter_map(|(entry, header)| {
        let (_, body) = entry.payload.as_ref()?;
        if header.event != WITHDRAWN {
            return None;
        }
        let said: Withdrawn = serde_json::from_slice(body).ok()?;
        Some((header.stream.clone(), said.version, said.digest))
    });
    said.collect()
}

fn read_headers(run: &[Entry]) -> Result<Vec<Header>, NotReceived> {
    let read = |(at, entry): (usize, &Entry)| {
        let wrong = |why: String| NotReceived::Unreadable(at + 1, why);
        canonical::check_bytes(&entry.header).map_err(|e| wrong(e.to_string()))?;
        let header: Header =
            serde_json::from_slice(&entry.header).map_err(|e| wrong(e.to_string()))?;
        if header.format > SEALED {
            return Err(wrong(format!(
                "format {} wants a newer Paraat",
                header.format
            )));
        }
        if header.format != Header::format_of(header.compartment.as_deref()) {
            return Err(wrong("it is sealed in part".to_owned()));
        }
        Ok(header)
    };
    run.iter().enumerate().map(read).collect()
}
