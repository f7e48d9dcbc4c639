// SPDX-License-Identifier: EUPL-1.2
//! Attest that a number came where it should: the second of two people.

use paraat_contract::{Refusal, Verb};
use paraat_kernel::Given;

use super::exact;
use crate::kinds::contact::{Attested, State};

/// The verb.
pub const VERB: Verb = exact("attest", &[]);

/// The rule. After a call, by somebody who did not make it.
pub fn decide(state: &State, given: &Given) -> Result<Attested, Refusal> {
    if state.standing != "called" {
        return Err(Refusal::new("communication-refusal-not-called"));
    }
    let witness = given.actor.account.to_string();
    if witness == state.caller {
        return Err(Refusal::new("communication-refusal-own-call"));
    }
    Ok(Attested {
        at: given.now.to_string(),
        witness,
    })
}

#[cfg(test)]
mod tests {
    use paraat_kernel::Uuid;

    use super::*;
    use crate::commands::call_back::tests::called;
    use crate::commands::register::tests::{editor, registered};
    use crate::commands::tests::only_owner;
    use crate::kinds::contact::{Command, Contact, Event};

    #[test]
    fn one_calls_and_another_attests() {
        let past = || vec![Event::Registered(registered()), Event::CalledBack(called())];
        let mut other = editor();
        other.given.actor.account = Uuid::from_u128(2);
        other
            .past(past())
            .when(Command::Attest)
            .then(vec![Event::Attested(Attested {
                at: "2026-11-23T10:00:00Z".to_owned(),
                witness: Uuid::from_u128(2).to_string(),
            })]);
        editor()
            .past(past())
            .when(Command::Attest)
            .refused("communication-refusal-own-call");
        editor()
            .past(vec![Event::Registered(registered())])
            .when(Command::Attest)
            .refused("communication-refusal-not-called");
    }

    #[test]
    fn only_who_writes_for_its_owner() {
        only_owner::<Contact>(|| Command::Attest);
    }
}
