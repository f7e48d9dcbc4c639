// SPDX-License-Identifier: EUPL-1.2
//! Say that an order was carried out.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::action::{Finished, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "finish",
    fields: &[Field::optional("result", Shape::Paragraphs(1000))],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Finished {
    Finished {
        result: input.text("result"),
    }
}

/// The rule. It is an order and still open. Whoever closes a request is the one who was asked. Of
/// two who close one order the second is told that it was done.
pub fn decide(state: &State, command: Finished, given: &Given) -> Result<Finished, Refusal> {
    let order = state
        .given
        .as_ref()
        .is_some_and(|it| it.to == given.stream.owner);
    if !order {
        return Err(Refusal::new("incident-refusal-a-request"));
    }
    super::still_open(&state.standing)?;
    Ok(command)
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::give_action::tests::action;
    use crate::commands::tests::{incident, once, only_owner};
    use crate::kinds::action::{Action, Command, Event};

    fn command() -> Finished {
        Finished {
            result: "Gedaan".to_owned(),
        }
    }

    #[test]
    fn once_and_not_twice() {
        once::<Action>(
            Event::Given(action("vr23")),
            || Command::Finish(command()),
            Event::Finished(command()),
        );
    }

    #[test]
    fn a_request_is_finished_by_who_was_asked() {
        given::<Action>("vr23", &[Function::Editor])
            .at(incident("vr23"))
            .past(vec![Event::Given(action("vr25"))])
            .when(Command::Finish(command()))
            .refused("incident-refusal-a-request");
    }

    #[test]
    fn nobody_else_does_it() {
        only_owner::<Action>(|| Command::Finish(command()));
    }
}
