// SPDX-License-Identifier: EUPL-1.2
//! End the membership of an organisation.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::circle::{Closed, Event, State};

/// The verb. Deciders of the owner may (`Circle::act`).
pub const VERB: Verb = Verb {
    name: "close",
    fields: &[
        Field::required("organisation", Shape::Organisation),
        Field::required("reason", Shape::Paragraphs(1000)),
    ],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Closed> {
    Some(Closed {
        organisation: input.organisation("organisation")?,
        reason: input.text("reason"),
    })
}

/// The rule. Only a member can leave, the owner never does, and the reason is said. What the
/// organisation received before stays with it: nobody can take back what was read.
pub fn decide(state: &State, command: Closed, given: &Given) -> Result<Vec<Event>, Refusal> {
    if given.stream.owner == command.organisation {
        return Err(Refusal::new("trust-refusal-owner-stays").at("organisation"));
    }
    if !state.members.contains(&command.organisation) {
        return Err(Refusal::new("trust-refusal-not-a-member").at("organisation"));
    }
    if command.reason.trim().is_empty() {
        return Err(Refusal::new("trust-refusal-no-reason").at("reason"));
    }
    Ok(vec![Event::Closed(command)])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::Function;

    use super::*;
    use crate::kinds::circle::tests::{address, admitted, made};
    use crate::kinds::circle::{Circle, Command};

    fn at(organisation: &str, functions: &[Function]) -> Scenario<Circle> {
        given(organisation, functions)
            .at(address())
            .past(vec![made(), admitted("vr24")])
    }

    fn closed(organisation: &str, reason: &str) -> Closed {
        Closed {
            organisation: organisation.parse().unwrap(),
            reason: reason.to_owned(),
        }
    }

    fn close(organisation: &str, reason: &str) -> Command {
        Command::Close(closed(organisation, reason))
    }

    #[test]
    fn a_decider_of_the_owner_ends_a_membership() {
        at("vr23", &[Function::Decider])
            .when(close("vr24", "klaar"))
            .then(vec![Event::Closed(closed("vr24", "klaar"))]);
    }

    #[test]
    fn nobody_else_ends_a_membership() {
        for (organisation, functions) in [
            ("vr23", vec![]),
            ("vr23", vec![Function::Reader]),
            ("vr23", vec![Function::Editor]),
            ("vr24", vec![Function::Decider]),
        ] {
            at(organisation, &functions)
                .when(close("vr24", "klaar"))
                .not_permitted();
        }
    }

    #[test]
    fn only_a_member_can_leave_and_the_owner_never_does() {
        let decider = || at("vr23", &[Function::Decider]);
        decider()
            .when(close("vr23", "klaar"))
            .refused("trust-refusal-owner-stays");
        decider()
            .when(close("vr25", "klaar"))
            .refused("trust-refusal-not-a-member");
        decider()
            .past(vec![
                made(),
                admitted("vr24"),
                Event::Closed(closed("vr24", "klaar")),
            ])
            .when(close("vr24", "klaar"))
            .refused("trust-refusal-not-a-member");
    }

    #[test]
    fn the_reason_is_said() {
        at("vr23", &[Function::Decider])
            .when(close("vr24", " "))
            .refused("trust-refusal-no-reason");
    }
}
