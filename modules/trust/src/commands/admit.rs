// SPDX-License-Identifier: EUPL-1.2
//! Let an organisation into a circle.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::circle::{Admitted, Event, State};

/// The verb. Deciders of the owner may (`Circle::act`).
pub const VERB: Verb = Verb {
    name: "admit",
    fields: &[Field::required("organisation", Shape::Organisation)],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Admitted> {
    Some(Admitted {
        organisation: input.organisation("organisation")?,
    })
}

/// The rule. An organisation comes into a circle that was made, and comes in once. It then sees
/// what is recorded in the circle, also what was recorded before.
pub fn decide(state: &State, command: Admitted, given: &Given) -> Result<Vec<Event>, Refusal> {
    if !state.made {
        return Err(Refusal::new("trust-refusal-circle-not-there"));
    }
    let owner = given.stream.owner == command.organisation;
    if owner || state.members.contains(&command.organisation) {
        return Err(Refusal::new("trust-refusal-already-member").at("organisation"));
    }
    Ok(vec![Event::Admitted(command)])
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

    fn admit(organisation: &str) -> Command {
        let organisation = organisation.parse().unwrap();
        Command::Admit(Admitted { organisation })
    }

    #[test]
    fn a_decider_of_the_owner_lets_an_organisation_in() {
        at("vr23", &[Function::Decider])
            .when(admit("vr25"))
            .then(vec![admitted("vr25")]);
    }

    #[test]
    fn nobody_else_lets_an_organisation_in() {
        for (organisation, functions) in [
            ("vr23", vec![]),
            ("vr23", vec![Function::Reader]),
            ("vr23", vec![Function::Editor]),
            ("vr24", vec![Function::Decider]),
        ] {
            at(organisation, &functions)
                .when(admit("vr25"))
                .not_permitted();
        }
    }

    #[test]
    fn a_member_comes_in_once_and_the_owner_is_one() {
        for member in ["vr23", "vr24"] {
            at("vr23", &[Function::Decider])
                .when(admit(member))
                .refused("trust-refusal-already-member");
        }
    }

    #[test]
    fn a_circle_that_was_not_made_takes_nobody() {
        at("vr23", &[Function::Decider])
            .past(Vec::new())
            .when(admit("vr25"))
            .refused("trust-refusal-circle-not-there");
    }
}
