// SPDX-License-Identifier: EUPL-1.2
use serde::{Deserialize, Serialize};

use crate::OrganisationId;

/// The statement with which an organisation's root key lets a node sign for it. It is recorded
/// on the organisation's public lane, so that whoever knows the root key can check every run.
/// Keys and signature are ed25519 (RFC 8032) in lower-case hex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delegation {
    /// Incarnation of the node that may sign.
    pub incarnation: u32,
    /// Public key of that node.
    pub node_key: String,
    /// The organisation that lets it sign.
    pub organisation: OrganisationId,
    /// Public root key of the organisation.
    pub root_key: String,
    /// Signature of the root key over `statement()`.
    pub signature: String,
}

impl Delegation {
    /// The bytes that the root key signs.
    pub fn statement(organisation: &OrganisationId, incarnation: u32, node_key: &str) -> Vec<u8> {
        format!("paraat delegation v1\n{organisation}\n{incarnation}\n{node_key}\n").into_bytes()
    }
}
