// SPDX-License-Identifier: EUPL-1.2
//! Signing keys (ed25519, RFC 8032): an organisation's root key lets a node sign for it; the
//! node key signs the runs of its lanes.

use std::collections::BTreeMap;

use data_encoding::HEXLOWER;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use paraat_kernel::{Delegation, OrganisationId, Origin};

use crate::envelope::{Hash, signed_bytes};

/// The key of this node and the organisations it may write for, with the incarnation of each.
pub struct Signer {
    key: SigningKey,
    incarnations: BTreeMap<OrganisationId, u32>,
}

impl Signer {
    /// A signer with the secret of the node key.
    pub fn new(secret: &[u8; 32], incarnations: BTreeMap<OrganisationId, u32>) -> Self {
        Self {
            key: SigningKey::from_bytes(secret),
            incarnations,
        }
    }

    /// The origin under which this node writes for an organisation; none when it may not.
    pub fn origin(&self, organisation: &OrganisationId) -> Option<Origin> {
        let incarnation = *self.incarnations.get(organisation)?;
        Some(Origin {
            organisation: organisation.clone(),
            incarnation,
        })
    }

    /// From now on this node may write for this organisation too.
    pub fn admit(&mut self, organisation: OrganisationId, incarnation: u32) {
        self.incarnations.insert(organisation, incarnation);
    }

    /// Every organisation it may write for.
    pub fn organisations(&self) -> impl Iterator<Item = &OrganisationId> {
        self.incarnations.keys()
    }

    /// Signs the run that ends in the entry with this hash.
    pub fn sign(&self, last: &Hash) -> Vec<u8> {
        self.key.sign(&signed_bytes(last)).to_bytes().to_vec()
    }

    /// The public half of the node key, hex.
    pub fn node_key(&self) -> String {
        HEXLOWER.encode(self.key.verifying_key().as_bytes())
    }
}

/// The statement with which a root key lets a node key sign for its organisation.
pub fn delegate(
    root: &[u8; 32],
    organisation: &OrganisationId,
    incarnation: u32,
    node_key: &str,
) -> Delegation {
    let root = SigningKey::from_bytes(root);
    let statement = Delegation::statement(organisation, incarnation, node_key);
    Delegation {
        incarnation,
        node_key: node_key.to_owned(),
        organisation: organisation.clone(),
        root_key: HEXLOWER.encode(root.verifying_key().as_bytes()),
        signature: HEXLOWER.encode(&root.sign(&statement).to_bytes()),
    }
}

/// The public half of a secret key.
pub fn public_of(secret: &[u8; 32]) -> [u8; 32] {
    SigningKey::from_bytes(secret).verifying_key().to_bytes()
}

fn key_from_hex(text: &str) -> Option<VerifyingKey> {
    let bytes: [u8; 32] = HEXLOWER.decode(text.as_bytes()).ok()?.try_into().ok()?;
    VerifyingKey::from_bytes(&bytes).ok()
}

/// The node key that a delegation admits, when its root signature holds.
pub fn admitted(delegation: &Delegation) -> Option<VerifyingKey> {
    let root = key_from_hex(&delegation.root_key)?;
    let signature = HEXLOWER.decode(delegation.signature.as_bytes()).ok()?;
    let signature = Signature::from_slice(&signature).ok()?;
    let statement = Delegation::statement(
        &delegation.organisation,
        delegation.incarnation,
        &delegation.node_key,
    );
    root.verify_strict(&statement, &signature).ok()?;
    key_from_hex(&delegation.node_key)
}

/// True when this key signed the run that ends in the entry with this hash.
pub fn holds(key: &VerifyingKey, last: &Hash, signature: &[u8]) -> bool {
    Signature::from_slice(signature)
        .is_ok_and(|signature| key.verify_strict(&signed_bytes(last), &signature).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_signs_what_its_root_key_let_it_sign() {
        let organisation: OrganisationId = "vr23".parse().unwrap();
        let signer = Signer::new(&[1; 32], BTreeMap::from([(organisation.clone(), 1)]));
        let delegation = delegate(&[2; 32], &organisation, 1, &signer.node_key());
        let key = admitted(&delegation).unwrap();
        let hash = Hash([9; 32]);
        assert!(holds(&key, &hash, &signer.sign(&hash)));
        assert!(!holds(&key, &Hash([8; 32]), &signer.sign(&hash)));
        let other = Delegation {
            incarnation: 2,
            ..delegation
        };
        assert!(admitted(&other).is_none());
    }
}
