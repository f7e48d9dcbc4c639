// SPDX-License-Identifier: EUPL-1.2
//! Take an action back.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::REASON;
use crate::kinds::action::{State, Withdrawn};

/// The verb.
pub const VERB: Verb = Verb {
    name: "withdraw",
    fields: &[REASON],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Withdrawn {
    Withdrawn {
        reason: input.text("reason"),
    }
}

/// The rule. It is still open.
pub fn decide(state: &State, command: Withdrawn) -> Result<Withdrawn, Refusal> {
    super::still_open(&state.standing)?;
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::give_action::tests::action;
    use crate::commands::tests::{once, only_owner};
    use crate::kinds::action::{Action, Command, Event};

    fn command() -> Withdrawn {
        Withdrawn {
            reason: "Gedaan".to_owned(),
        }
    }

    #[test]
    fn once_and_not_twice() {
        once::<Action>(
            Event::Given(action("vr25")),
            || Command::Withdraw(command()),
            Event::Withdrawn(command()),
        );
    }

    #[test]
    fn nobody_else_does_it() {
        only_owner::<Action>(|| Command::Withdraw(command()));
    }
}
