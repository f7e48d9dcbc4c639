// SPDX-License-Identifier: EUPL-1.2
//! Addresses. A stream is addressed by (owner organisation, id); a lane by (space, origin, circle).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Circle;

/// What is wrong with an address that came from outside.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an address: {0:?}")]
pub struct BadId(pub String);

/// A short stable name of an organisation: `jenv`, `vr23`, `saba`.
///
/// Lower-case letters, digits and hyphens, at most 40 characters, so that it can stand in a
/// path, a file name and a subject of a message bus without escaping. An organisation that is
/// merged, split or renamed keeps its id: names change, addresses do not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrganisationId(String);

impl OrganisationId {
    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_slug(text: &str, most: usize) -> bool {
    !text.is_empty()
        && text.len() <= most
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

impl FromStr for OrganisationId {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        if is_slug(text, 40) {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadId(text.to_owned()))
        }
    }
}

impl TryFrom<String> for OrganisationId {
    type Error = BadId;

    fn try_from(text: String) -> Result<Self, BadId> {
        text.parse()
    }
}

impl From<OrganisationId> for String {
    fn from(id: OrganisationId) -> String {
        id.0
    }
}

impl fmt::Display for OrganisationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The address of a stream: (owner organisation, id), written `vr23.0190…` with 32 hex digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct StreamId {
    /// The one organisation that may add to this stream.
    pub owner: OrganisationId,
    /// Unique within the owner: fresh (UUID v7) or derived from a stable name.
    pub id: Uuid,
}

impl StreamId {
    /// A stream with an id drawn by the caller.
    pub fn new(owner: OrganisationId, id: Uuid) -> Self {
        Self { owner, id }
    }

    /// The stream that one owner has exactly once per (kind, name), so that it needs no
    /// look-up table: the id is the first 16 bytes of blake3 over a domain tag, the kind and
    /// the name, marked as a version 8 (custom) UUID of RFC 9562.
    pub fn derived(owner: OrganisationId, kind: &str, name: &str) -> Self {
        let mut hash = blake3::Hasher::new_derive_key("paraat stream id v1");
        hash.update(kind.as_bytes())
            .update(&[0])
            .update(name.as_bytes());
        let mut bytes = [0u8; 16];
        hash.finalize_xof().fill(&mut bytes);
        Self {
            owner,
            id: uuid::Builder::from_custom_bytes(bytes).into_uuid(),
        }
    }
}

impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.owner, self.id.simple())
    }
}

impl FromStr for StreamId {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let bad = || BadId(text.chars().take(120).collect());
        let (owner, id) = text.split_once('.').ok_or_else(bad)?;
        let plain = id.len() == 32
            && id
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if !plain {
            return Err(bad());
        }
        let id = Uuid::try_parse(id).map_err(|_wrong| bad())?;
        Ok(Self {
            owner: owner.parse()?,
            id,
        })
    }
}

impl TryFrom<String> for StreamId {
    type Error = BadId;

    fn try_from(text: String) -> Result<Self, BadId> {
        text.parse()
    }
}

impl From<StreamId> for String {
    fn from(id: StreamId) -> String {
        id.to_string()
    }
}

/// Where a record lives: the real world, or one exercise. Never mixed: a space has its own
/// ledger, and every signed header names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Space(String);

impl Space {
    /// The real world.
    pub fn live() -> Self {
        Self("live".to_owned())
    }

    /// The name as it stands in headers: `live`, or the id of an exercise.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Space {
    type Error = BadId;

    fn try_from(text: String) -> Result<Self, BadId> {
        if is_slug(&text, 40) {
            Ok(Self(text))
        } else {
            Err(BadId(text))
        }
    }
}

impl From<Space> for String {
    fn from(space: Space) -> String {
        space.0
    }
}

/// Who writes a lane: an organisation and the incarnation of its node. A node that is replaced
/// after loss starts the next incarnation, so that two writers never share a lane. Fields stand in
/// the order of the alphabet: an entry's header holds them as they are serialised.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// 1 for the first node that wrote for this organisation, then 2, 3, …
    pub incarnation: u32,
    /// The organisation whose record this is.
    pub organisation: OrganisationId,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.organisation, self.incarnation)
    }
}

/// A lane: (space, origin, circle). Entries on it are numbered from 1 without gaps and chained
/// by hash, so that a partner who may read the circle can prove that nothing is missing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LaneId {
    /// The world the lane belongs to.
    pub space: Space,
    /// Who writes it.
    pub origin: Origin,
    /// Who may read it.
    pub circle: Circle,
}

impl fmt::Display for LaneId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.space.as_str(), self.origin, self.circle)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back_as_it_was_written() {
        let stream = StreamId::derived("vr23".parse().unwrap(), "agenda.progress", "act");
        assert_eq!(stream.to_string().parse::<StreamId>().unwrap(), stream);
        assert!(stream.to_string().starts_with("vr23."));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for bad in [
            "",
            "vr23",
            "VR23.00000000000000000000000000000000",
            "vr23.00",
            ".",
            "a.b.c",
            "vr23.0000000000000000000000000000000g",
            "vr 23.00000000000000000000000000000000",
        ] {
            assert!(bad.parse::<StreamId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_derived_address_differs_by_owner_kind_and_name() {
        let of = |owner: &str, kind: &str, name: &str| {
            StreamId::derived(owner.parse().unwrap(), kind, name).to_string()
        };
        let all = [
            of("a", "k", "n"),
            of("b", "k", "n"),
            of("a", "kn", ""),
            of("a", "k", "m"),
        ];
        for (i, one) in all.iter().enumerate() {
            assert!(!all[..i].contains(one), "{one} twice");
        }
    }
}
