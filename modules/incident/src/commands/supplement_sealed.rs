// SPDX-License-Identifier: EUPL-1.2
//! Add to a sealed record.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::seal::TEXT;
use super::still_open;
use crate::kinds::sealed::{State, Supplemented};

/// The verb. It only adds: it never asks which version was seen.
pub const VERB: Verb = Verb {
    name: "add",
    fields: &[TEXT],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Supplemented {
    Supplemented {
        number: 0,
        text: input.text("text"),
    }
}

/// The rule. What is open is added to, under the next number.
pub fn decide(state: &State, command: Supplemented) -> Result<Supplemented, Refusal> {
    still_open(&state.standing)?;
    let number = state.next();
    Ok(Supplemented { number, ..command })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::seal::tests::{only_owner, owner, put};
    use crate::kinds::sealed::{Closed, Command, Event};

    fn more() -> Supplemented {
        Supplemented {
            number: 2,
            text: "Persoon A is gevonden".to_owned(),
        }
    }

    #[test]
    fn it_is_added_to_until_it_is_closed() {
        let put = || Event::Put(put("persons"));
        owner(vec![put()])
            .when(Command::Supplement(more()))
            .then(vec![Event::Supplemented(more())]);
        let reason = String::new();
        owner(vec![put(), Event::Closed(Closed { reason })])
            .when(Command::Supplement(more()))
            .refused("incident-refusal-not-open");
    }

    #[test]
    fn nobody_else_does_it() {
        only_owner(|| Command::Supplement(more()));
    }
}
