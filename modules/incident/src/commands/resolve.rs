// SPDX-License-Identifier: EUPL-1.2
//! Say that a bottleneck is solved.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::bottleneck::{Resolved, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "resolve",
    fields: &[Field::optional("how", Shape::Paragraphs(1000))],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Resolved {
    Resolved {
        how: input.text("how"),
    }
}

/// The rule. It is still open. Who raised it says so: they feel it.
pub fn decide(state: &State, command: Resolved) -> Result<Resolved, Refusal> {
    super::still_open(&state.standing)?;
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::raise::tests::raised;
    use crate::commands::tests::{once, only_owner};
    use crate::kinds::bottleneck::{Bottleneck, Command, Event};

    fn command() -> Resolved {
        Resolved {
            how: "Gedaan".to_owned(),
        }
    }

    #[test]
    fn once_and_not_twice() {
        once::<Bottleneck>(
            Event::Raised(raised("locc")),
            || Command::Resolve(command()),
            Event::Resolved(command()),
        );
    }

    #[test]
    fn nobody_else_does_it() {
        only_owner::<Bottleneck>(|| Command::Resolve(command()));
    }
}
