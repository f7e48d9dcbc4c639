// SPDX-License-Identifier: EUPL-1.2
//! Take up an incident again that was closed.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::REASON;
use crate::kinds::incident::{Reopened, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "reopen",
    fields: &[REASON],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Reopened {
    Reopened {
        reason: input.text("reason"),
    }
}

/// The rule. It was closed.
pub fn decide(state: &State, command: Reopened) -> Result<Reopened, Refusal> {
    if !state.closed {
        return Err(Refusal::new("incident-refusal-not-closed"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::tests::{incident, only_owner};
    use crate::kinds::incident::{Closed, Command, Event, Incident};

    fn command() -> Reopened {
        Reopened {
            reason: "Water gezakt".to_owned(),
        }
    }

    #[test]
    fn once_and_not_twice() {
        let editor = || given::<Incident>("vr23", &[Function::Editor]).at(incident("vr23"));
        let done = Event::Reopened(command());
        editor()
            .past(vec![Event::Closed(Closed {
                reason: String::new(),
            })])
            .when(Command::Reopen(command()))
            .then(vec![done.clone()]);
        editor()
            .past(vec![done])
            .when(Command::Reopen(command()))
            .refused("incident-refusal-not-closed");
    }

    #[test]
    fn nobody_else_does_it() {
        only_owner::<Incident>(|| Command::Reopen(command()));
    }
}
