// SPDX-License-Identifier: EUPL-1.2
//! Say that a meeting was held, and what came of it.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::meeting::{Held, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "hold",
    fields: &[Field::optional("summary", Shape::Paragraphs(1000))],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Held {
    Held {
        summary: input.text("summary"),
    }
}

/// The rule. It was not held yet.
pub fn decide(state: &State, command: Held) -> Result<Held, Refusal> {
    super::still_open(&state.standing)?;
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::call_meeting::tests::called;
    use crate::commands::tests::{once, only_owner};
    use crate::kinds::meeting::{Command, Event, Meeting};

    fn command() -> Held {
        Held {
            summary: "Gedaan".to_owned(),
        }
    }

    #[test]
    fn once_and_not_twice() {
        once::<Meeting>(
            Event::Called(called()),
            || Command::Hold(command()),
            Event::Held(command()),
        );
    }

    #[test]
    fn nobody_else_does_it() {
        only_owner::<Meeting>(|| Command::Hold(command()));
    }
}
