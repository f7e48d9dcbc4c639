// SPDX-License-Identifier: EUPL-1.2
//! Close an incident.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::REASON;
use crate::kinds::incident::{Closed, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "close",
    fields: &[REASON],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Closed {
    Closed {
        reason: input.text("reason"),
    }
}

/// The rule. It was not closed yet. Everything in it stays, and can be written to.
pub fn decide(state: &State, command: Closed) -> Result<Closed, Refusal> {
    if state.closed {
        return Err(Refusal::new("incident-refusal-closed"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::tests::{incident, only_owner};
    use crate::kinds::incident::{Command, Event, Incident};

    fn command() -> Closed {
        Closed {
            reason: "Water gezakt".to_owned(),
        }
    }

    #[test]
    fn once_and_not_twice() {
        let editor = || given::<Incident>("vr23", &[Function::Editor]).at(incident("vr23"));
        let done = Event::Closed(command());
        editor()
            .past(vec![])
            .when(Command::Close(command()))
            .then(vec![done.clone()]);
        editor()
            .past(vec![done])
            .when(Command::Close(command()))
            .refused("incident-refusal-closed");
    }

    #[test]
    fn nobody_else_does_it() {
        only_owner::<Incident>(|| Command::Close(command()));
    }
}
