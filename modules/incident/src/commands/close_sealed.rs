// SPDX-License-Identifier: EUPL-1.2
//! Close a sealed record: nobody adds to it any more.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::{REASON, still_open};
use crate::kinds::sealed::{Closed, State};

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

/// The rule. It is closed once; what it says stays.
pub fn decide(state: &State, command: Closed) -> Result<Closed, Refusal> {
    still_open(&state.standing)?;
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::seal::tests::{only_owner, owner, put};
    use crate::kinds::sealed::{Command, Event};

    fn closed() -> Closed {
        Closed {
            reason: "Overgedragen aan de politie".to_owned(),
        }
    }

    #[test]
    fn it_is_closed_once() {
        let put = || Event::Put(put("medical"));
        owner(vec![put()])
            .when(Command::Close(closed()))
            .then(vec![Event::Closed(closed())]);
        owner(vec![put(), Event::Closed(closed())])
            .when(Command::Close(closed()))
            .refused("incident-refusal-not-open");
    }

    #[test]
    fn nobody_else_does_it() {
        only_owner(|| Command::Close(closed()));
    }
}
