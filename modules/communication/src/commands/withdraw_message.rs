// SPDX-License-Identifier: EUPL-1.2
//! Say that a message no longer holds. The public can read it among the old ones, with the reason.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use super::step;
use crate::kinds::message::{State, Withdrawn};
use crate::lifecycle;

/// The verb. Whatever others did meanwhile, it no longer holds.
pub const VERB: Verb = Verb {
    name: "withdraw",
    fields: &[Field::optional("reason", Shape::Paragraphs(500))],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Withdrawn {
    Withdrawn {
        reason: input.text("reason"),
    }
}

/// The rule. Once.
pub fn decide(state: &State, command: Withdrawn) -> Result<Withdrawn, Refusal> {
    step(lifecycle::MESSAGE, &state.standing, VERB.name)?;
    Ok(command)
}

#[cfg(test)]
mod tests {
    use crate::commands::tests::only_owner;
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::draft_message::tests::core;
    use crate::kinds::message::{Command, Event, Message};

    #[test]
    fn a_message_is_withdrawn_once_by_its_owner() {
        let reason = || Withdrawn {
            reason: "Het water zakt.".to_owned(),
        };
        let drafted = Event::Drafted(core("Hoogwater"));
        given::<Message>("vr23", &[Function::Editor])
            .past(vec![drafted.clone()])
            .when(Command::Withdraw(reason()))
            .then(vec![Event::Withdrawn(reason())]);
        given::<Message>("vr23", &[Function::Editor])
            .past(vec![drafted, Event::Withdrawn(reason())])
            .when(Command::Withdraw(reason()))
            .refused("communication-refusal-withdrawn");
    }

    #[test]
    fn only_who_writes_for_its_owner() {
        only_owner::<Message>(|| {
            Command::Withdraw(Withdrawn {
                reason: String::new(),
            })
        });
    }
}
