// SPDX-License-Identifier: EUPL-1.2
//! Let a node sign for the own organisation.

use paraat_authority::{Ability, Act};
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Delegation, Given};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::keys::State;

/// The verb.
pub const VERB: Verb = Verb {
    name: "delegate",
    fields: &[
        Field::required("incarnation", Shape::Whole(1, 4_294_967_295)),
        Field::required("nodeKey", Shape::Line(64)),
        Field::required("rootKey", Shape::Line(64)),
        Field::required("signature", Shape::Line(128)),
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// What is asked. Keys and signature are ed25519 (RFC 8032) in lower-case hex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegate {
    /// Incarnation of the node that may sign.
    pub incarnation: u32,
    /// Public key of that node.
    pub node_key: String,
    /// Public root key of the organisation.
    pub root_key: String,
    /// Signature of the root key over `Delegation::statement`.
    pub signature: String,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<Delegate> {
    Some(Delegate {
        incarnation: input.whole("incarnation")?.try_into().ok()?,
        node_key: input.text("nodeKey"),
        root_key: input.text("rootKey"),
        signature: input.text("signature"),
    })
}

/// Whoever looks after the keys of an organisation lets its nodes sign.
pub fn act(given: &Given) -> Act {
    Act {
        ability: Ability::Manage,
        of: given.actor.organisation.clone(),
    }
}

/// The rule. Keys are 32 bytes and a signature 64, in lower-case hex. A node that was replaced
/// never signs again: incarnations do not go back. The same delegation twice is no news.
///
/// The rule does not check the signature itself: ed25519 lives in the ledger, which holds every
/// delegation against the root keys it trusts when runs are received or verified. One that does
/// not hold lets nobody sign.
pub fn decide(state: &State, command: Delegate, given: &Given) -> Result<Vec<Delegation>, Refusal> {
    if !is_hex(&command.node_key, 64) {
        return Err(Refusal::new("trust-refusal-not-a-key").at("nodeKey"));
    }
    if !is_hex(&command.root_key, 64) {
        return Err(Refusal::new("trust-refusal-not-a-key").at("rootKey"));
    }
    if !is_hex(&command.signature, 128) {
        return Err(Refusal::new("trust-refusal-not-a-signature").at("signature"));
    }
    let delegation = Delegation {
        incarnation: command.incarnation,
        node_key: command.node_key,
        organisation: given.actor.organisation.clone(),
        root_key: command.root_key,
        signature: command.signature,
    };
    if let Some(last) = &state.last {
        if delegation.incarnation < last.incarnation {
            return Err(Refusal::new("trust-refusal-older-incarnation")
                .with("last", last.incarnation.to_string())
                .at("incarnation"));
        }
        if delegation == *last {
            return Err(Refusal::new("trust-refusal-nothing-new"));
        }
    }
    Ok(vec![delegation])
}

fn is_hex(text: &str, length: usize) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    text.len() == length && text.bytes().all(digit)
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::Function;

    use super::*;
    use crate::kinds::keys::Keys;

    fn admin() -> Scenario<Keys> {
        given("vr23", &[Function::Admin])
    }

    fn delegate(incarnation: u32) -> Delegate {
        Delegate {
            incarnation,
            node_key: "a1".repeat(32),
            root_key: "b2".repeat(32),
            signature: "c3".repeat(64),
        }
    }

    fn delegated(incarnation: u32) -> Delegation {
        Delegation {
            incarnation,
            node_key: "a1".repeat(32),
            organisation: "vr23".parse().unwrap(),
            root_key: "b2".repeat(32),
            signature: "c3".repeat(64),
        }
    }

    #[test]
    fn who_looks_after_the_keys_lets_a_node_sign() {
        admin().when(delegate(1)).then(vec![delegated(1)]);
    }

    #[test]
    fn nobody_else_lets_a_node_sign() {
        for functions in [vec![], vec![Function::Reader], vec![Function::Decider]] {
            given::<Keys>("vr23", &functions)
                .when(delegate(1))
                .not_permitted();
        }
    }

    #[test]
    fn another_organisation_can_only_delegate_for_itself() {
        let own = given::<Keys>("vr24", &[Function::Admin]).when(delegate(1));
        let organisation = "vr24".parse().unwrap();
        own.then(vec![Delegation {
            organisation,
            ..delegated(1)
        }]);
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for wrong in [
            "",
            "a1",
            &"A1".repeat(32),
            &"g1".repeat(32),
            &"é".repeat(32),
        ] {
            let node_key = wrong.to_owned();
            let command = Delegate {
                node_key,
                ..delegate(1)
            };
            admin().when(command).refused("trust-refusal-not-a-key");
            let root_key = wrong.to_owned();
            let command = Delegate {
                root_key,
                ..delegate(1)
            };
            admin().when(command).refused("trust-refusal-not-a-key");
            let signature = wrong.to_owned();
            let command = Delegate {
                signature,
                ..delegate(1)
            };
            admin()
                .when(command)
                .refused("trust-refusal-not-a-signature");
        }
    }

    #[test]
    fn incarnations_do_not_go_back() {
        let after = || admin().past(vec![delegated(3)]);
        after()
            .when(delegate(2))
            .refused("trust-refusal-older-incarnation");
        after()
            .when(delegate(3))
            .refused("trust-refusal-nothing-new");
        after().when(delegate(4)).then(vec![delegated(4)]);
    }
}
