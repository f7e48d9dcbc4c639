// SPDX-License-Identifier: EUPL-1.2
//! No longer say that a fact is otherwise.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::dispute::FACT;
use crate::kinds::dispute::{Dropped, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "drop",
    fields: &[FACT],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Dropped> {
    Some(Dropped {
        fact: input.stream("fact")?,
    })
}

/// The rule. It was said.
pub fn decide(state: &State, command: Dropped) -> Result<Dropped, Refusal> {
    if state.stands.is_none() {
        return Err(Refusal::new("incident-refusal-not-disputed"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::dispute::tests::{at, disputed, fact};
    use crate::kinds::dispute::{Command, Event};

    #[test]
    fn who_said_it_drops_it_and_nobody_else() {
        let drop = || Command::Drop(Dropped { fact: fact() });
        at("vr24", &[Function::Editor])
            .past(vec![Event::Disputed(disputed())])
            .when(drop())
            .then(vec![Event::Dropped(Dropped { fact: fact() })]);
        at("vr24", &[Function::Editor])
            .when(drop())
            .refused("incident-refusal-not-disputed");
        for functions in [vec![], vec![Function::Reader]] {
            at("vr24", &functions).when(drop()).not_permitted();
        }
    }
}
