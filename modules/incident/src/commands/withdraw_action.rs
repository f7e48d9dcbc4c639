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
    use crate::commands::give_action::tests::action;
    use crate::commands::tests::{incident, only_owner};
    use crate::kinds::action::{Action, Command, Event};

    fn command() -> Withdrawn {
        Withdrawn {
            reason: "Gedaan".to_owned(),
        }
    }

    #[test]
    fn once_and_not_twice() {
        let owner = || given::<Action>("vr23", &[Function::Editor]).at(incident("vr23"));
        let before = Event::Given(action("vr25"));
        let done = Event::Withdrawn(command());
        owner()
            .past(vec![before.clone()])
            .when(Command::Withdraw(command()))
            .then(vec![done.clone()]);
        owner()
            .past(vec![before, done])
            .when(Command::Withdraw(command()))
            .refused("incident-refusal-not-open");
    }

    #[test]
    fn nobody_else_does_it() {
        only_owner::<Action>(|| Command::Withdraw(command()));
    }
}
