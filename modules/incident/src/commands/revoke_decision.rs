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
    super::still_open(&state.standing)?;
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::take_decision::tests::taken;
    use crate::commands::tests::{once, only_owner};
    use crate::kinds::decision::{Command, Decision, Event};

    fn command() -> Revoked {
        Revoked {
            reason: "Gedaan".to_owned(),
        }
    }

    #[test]
    fn once_and_not_twice() {
        once::<Decision>(
            Event::Taken(taken()),
            || Command::Revoke(command()),
            Event::Revoked(command()),
        );
    }

    #[test]
    fn nobody_else_does_it() {
        only_owner::<Decision>(|| Command::Revoke(command()));
    }
}
