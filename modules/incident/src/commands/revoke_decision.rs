// SPDX-License-Identifier: EUPL-1.2
//! Revoke a decision.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::REASON;
use crate::kinds::decision::{Revoked, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "revoke",
    fields: &[REASON],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Revoked {
    Revoked {
        reason: input.text("reason"),
    }
}

/// The rule. It stands. That it was taken, and on what, stays.
pub fn decide(state: &State, command: Revoked) -> Result<Revoked, Refusal> {
    if state.standing != "open" {
        return Err(
            Refusal::new("incident-refusal-not-open").with("standing", state.standing.as_str())
        );
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::take_decision::tests::taken;
    use crate::commands::tests::{incident, only_owner};
    use crate::kinds::decision::{Command, Decision, Event};

    fn command() -> Revoked {
        Revoked {
            reason: "Gedaan".to_owned(),
        }
    }

    #[test]
    fn once_and_not_twice() {
        let owner = || given::<Decision>("vr23", &[Function::Editor]).at(incident("vr23"));
        let before = Event::Taken(taken());
        let done = Event::Revoked(command());
        owner()
            .past(vec![before.clone()])
            .when(Command::Revoke(command()))
            .then(vec![done.clone()]);
        owner()
            .past(vec![before, done])
            .when(Command::Revoke(command()))
            .refused("incident-refusal-not-open");
    }

    #[test]
    fn nobody_else_does_it() {
        only_owner::<Decision>(|| Command::Revoke(command()));
    }
}
