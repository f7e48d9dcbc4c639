// SPDX-License-Identifier: EUPL-1.2
//! Make a circle.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::circle::{Event, Made, State};

/// The verb. Deciders of an organisation may (`Circle::act`).
pub const VERB: Verb = Verb {
    name: "make",
    fields: &[
        Field::required("name", Shape::Line(80)),
        Field::optional("purpose", Shape::Paragraphs(1000)),
    ],
    mode: Mode::New,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Made {
    Made {
        name: input.text("name"),
        purpose: input.text("purpose"),
    }
}

/// The rule. A circle has a name, and is made once. Whoever makes it is its first member.
pub fn decide(state: &State, command: Made) -> Result<Vec<Event>, Refusal> {
    if command.name.trim().is_empty() {
        return Err(Refusal::new("trust-refusal-no-name").at("name"));
    }
    if state.made {
        return Err(Refusal::new("trust-refusal-nothing-new"));
    }
    Ok(vec![Event::Made(command)])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::kinds::circle::{Circle, Command, tests::made};

    fn make(name: &str) -> Command {
        Command::Make(Made {
            name: name.to_owned(),
            purpose: String::new(),
        })
    }

    #[test]
    fn a_decider_makes_a_circle_of_the_own_organisation() {
        given::<Circle>("vr23", &[Function::Decider])
            .when(make("Hoogwater"))
            .then(vec![made()]);
    }

    #[test]
    fn nobody_else_makes_a_circle() {
        for functions in [vec![], vec![Function::Reader], vec![Function::Editor]] {
            given::<Circle>("vr23", &functions)
                .when(make("Hoogwater"))
                .not_permitted();
        }
    }

    #[test]
    fn another_organisation_makes_no_circle_of_ours() {
        given::<Circle>("vr24", &[Function::Decider])
            .at(crate::kinds::circle::tests::address())
            .when(make("Hoogwater"))
            .not_permitted();
    }

    #[test]
    fn a_circle_has_a_name_and_is_made_once() {
        let decider = || given::<Circle>("vr23", &[Function::Decider]);
        decider().when(make(" ")).refused("trust-refusal-no-name");
        decider()
            .past(vec![made()])
            .when(make("Hoogwater"))
            .refused("trust-refusal-nothing-new");
    }
}
