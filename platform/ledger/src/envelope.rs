// SPDX-License-Identifier: EUPL-1.2
//! The envelope of an entry (docs/envelope.md). Stored bytes are for ever: a change here is a new
//! format number, with golden files for both.

use std::fmt;

use data_encoding::HEXLOWER;
use paraat_kernel::{
    Circle, Class, Label, LaneId, OrganisationId, Origin, Space, StreamId, Timestamp, Uuid,
};
use serde::{Deserialize, Serialize};

/// The format of entries of the ordinary record.
pub const FORMAT: u32 = 1;

/// The format of entries of a sealed compartment: who does not know it must not take them in.
pub const SEALED: u32 = 2;

/// Bytes of salt before each payload: with it a digest tells nothing about an erased payload,
/// however few values it could have had.
pub const SALT: usize = 16;

/// A blake3 hash, 64 lower-case hex digits when written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// What stands as "previous" in the first entry of a lane.
    pub const NONE: Self = Self([0; 32]);

    /// The hash in these bytes; none when they are not 32.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<Hash> for String {
    fn from(hash: Hash) -> String {
        hash.to_string()
    }
}

impl TryFrom<String> for Hash {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let bytes = HEXLOWER.decode(text.as_bytes()).ok();
        bytes
            .and_then(|bytes| Self::from_slice(&bytes))
            .ok_or_else(|| format!("no hash: {text}"))
    }
}

/// Who recorded an entry: organisation and function. The account is a pseudonym; the name behind
/// it stays in the home node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// Pseudonym of the account.
    pub account: Uuid,
    /// Function it was recorded in.
    pub function: String,
    /// Organisation that recorded it.
    pub organisation: OrganisationId,
}

/// The header of an entry. Fields stand in the order of the alphabet, so that plain serialisation
/// is the canonical form; a test holds them to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Who recorded it.
    pub author: Author,
    /// Hash of the entry that made this one happen (a policy, a timer), when there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Hash>,
    /// Circle of the lane.
    pub circle: Circle,
    /// The sealed compartment that its stream stands in, when it stands in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compartment: Option<String>,
    /// Digest of salt and payload.
    pub digest: Hash,
    /// Name of the event: `agenda.progress-reported.v1`.
    pub event: String,
    /// Format of this header.
    pub format: u32,
    /// Kind of the stream: `agenda.progress`.
    pub kind: String,
    /// Marking of the payload.
    pub label: Label,
    /// Number in the lane, from 1, without gaps.
    pub number: u64,
    /// When it happened, as its author says.
    pub occurred: Timestamp,
    /// Who writes the lane.
    pub origin: Origin,
    /// Hash of the entry before it in the lane.
    pub previous: Hash,
    /// When it was recorded, by the clock of the node that did.
    pub recorded: Timestamp,
    /// The world it belongs to.
    pub space: Space,
    /// Stream it stands in.
    pub stream: StreamId,
    /// Number in the stream, from 1.
    pub version: u64,
}

impl Header {
    /// The format that an entry of this compartment has.
    pub fn format_of(compartment: Option<&str>) -> u32 {
        compartment.map_or(FORMAT, |_| SEALED)
    }

    /// Who may see it.
    pub fn class(&self) -> Class {
        let open = Class::open(self.stream.owner.clone(), self.circle.clone(), self.label);
        match &self.compartment {
            Some(compartment) => open.sealed(compartment, &self.stream),
            None => open,
        }
    }

    /// The lane it stands in.
    pub fn lane(&self) -> LaneId {
        LaneId {
            space: self.space.clone(),
            origin: self.origin.clone(),
            circle: self.circle.clone(),
        }
    }
}

/// An entry as it is stored and exchanged: bytes, not structures, so that what was signed is
/// what is checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The header, canonical JSON.
    pub header: Vec<u8>,
    /// Salt and payload (canonical JSON); none when it was withdrawn.
    pub payload: Option<(Vec<u8>, Vec<u8>)>,
    /// Signature over the run that this entry ends, when it ends one.
    pub signature: Option<Vec<u8>>,
}

/// Hash of an entry: over its header, which holds the digest of the payload and the hash before.
pub fn hash_of(header: &[u8]) -> Hash {
    Hash(blake3::derive_key("paraat entry v1", header))
}

/// Digest of a payload with its salt.
pub fn digest_of(salt: &[u8], payload: &[u8]) -> Hash {
    let mut hasher = blake3::Hasher::new_derive_key("paraat payload v1");
    hasher.update(salt).update(payload);
    Hash(*hasher.finalize().as_bytes())
}

/// The bytes that a node key signs for the run of a lane that ends in the entry with this hash.
/// The chain makes one signature cover every entry before it.
pub fn signed_bytes(last: &Hash) -> Vec<u8> {
    [b"paraat run v1\n".as_slice(), &last.0].concat()
}

#[cfg(test)]
mod tests {
    use paraat_kernel::canonical;

    use super::*;

    fn header() -> Header {
        Header {
            author: Author {
                account: Uuid::nil(),
                function: "editor".to_owned(),
                organisation: "vr23".parse().unwrap(),
            },
            cause: Some(Hash::NONE),
            circle: Circle::Partners,
            compartment: Some("persons".to_owned()),
            digest: digest_of(b"0123456789abcdef", b"{}"),
            event: "agenda.progress-reported.v1".to_owned(),
            format: FORMAT,
            kind: "agenda.progress".to_owned(),
            label: Label::Green,
            number: 1,
            occurred: "2026-11-23T10:00:00Z".parse().unwrap(),
            origin: Origin {
                organisation: "vr23".parse().unwrap(),
                incarnation: 1,
            },
            previous: Hash::NONE,
            recorded: "2026-11-23T10:00:00.123Z".parse().unwrap(),
            space: Space::live(),
            stream: StreamId::derived("vr23".parse().unwrap(), "agenda.progress", "x"),
            version: 1,
        }
    }

    #[test]
    fn plain_serialisation_of_a_header_is_its_canonical_form() {
        let plain = serde_json::to_vec(&header()).unwrap();
        assert_eq!(plain, canonical::to_bytes(&header()).unwrap());
        assert_eq!(serde_json::from_slice::<Header>(&plain).unwrap(), header());
    }

    #[test]
    fn the_hash_covers_every_byte_of_the_header_and_the_payload() {
        let plain = serde_json::to_vec(&header()).unwrap();
        for at in 0..plain.len() {
            let mut other = plain.clone();
            other[at] ^= 1;
            assert_ne!(hash_of(&plain), hash_of(&other), "byte {at}");
        }
        assert_ne!(digest_of(b"a", b"bc"), digest_of(b"a", b"bd"));
    }
}
