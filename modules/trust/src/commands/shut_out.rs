// SPDX-License-Identifier: EUPL-1.2
//! Shut an account out of a sealed compartment again.

use std::collections::BTreeSet;

use paraat_contract::{Mode, Refusal, Scope, Verb};

use super::let_in::FIELDS;
use crate::kinds::access::{Entry, Event};

/// The verb. An administrator of the organisation may (`lend::act`).
pub const VERB: Verb = Verb {
    name: "shut-out",
    fields: FIELDS,
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The rule. Who was not let in cannot be shut out.
pub fn decide(state: &BTreeSet<String>, entry: Entry) -> Result<Vec<Event>, Refusal> {
    if !state.contains(&entry.compartment) {
        return Err(Refusal::new("trust-refusal-not-let-in").at("compartment"));
    }
    Ok(vec![Event::ShutOut(entry)])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function as Holds;

    use super::super::let_in::tests::entry;
    use super::*;
    use crate::kinds::access::{Access, Command};

    #[test]
    fn an_administrator_shuts_out_who_was_let_in() {
        let admin = || given::<Access>("vr23", &[Holds::Admin]);
        admin()
            .past(vec![Event::LetIn(entry())])
            .when(Command::ShutOut(entry()))
            .then(vec![Event::ShutOut(entry())]);
        admin()
            .when(Command::ShutOut(entry()))
            .refused("trust-refusal-not-let-in");
    }

    #[test]
    fn nobody_else_shuts_out() {
        for functions in [vec![], vec![Holds::Reader], vec![Holds::Decider]] {
            given::<Access>("vr23", &functions)
                .past(vec![Event::LetIn(entry())])
                .when(Command::ShutOut(entry()))
                .not_permitted();
        }
    }
}
