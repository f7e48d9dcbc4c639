// SPDX-License-Identifier: EUPL-1.2
//! Close a question that one asked.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::REASON;
use crate::kinds::question::{Closed, State};

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

/// The rule. It is still open.
pub fn decide(state: &State, command: Closed) -> Result<Closed, Refusal> {
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
    use crate::commands::ask_question::tests::asked;
    use crate::commands::tests::{incident, only_owner};
    use crate::kinds::question::{Command, Event, Question};

    fn command() -> Closed {
        Closed {
            reason: "Gedaan".to_owned(),
        }
    }

    #[test]
    fn once_and_not_twice() {
        let owner = || given::<Question>("vr23", &[Function::Editor]).at(incident("vr23"));
        let before = Event::Asked(asked(""));
        let done = Event::Closed(command());
        owner()
            .past(vec![before.clone()])
            .when(Command::Close(command()))
            .then(vec![done.clone()]);
        owner()
            .past(vec![before, done])
            .when(Command::Close(command()))
            .refused("incident-refusal-not-open");
    }

    #[test]
    fn nobody_else_does_it() {
        only_owner::<Question>(|| Command::Close(command()));
    }
}
