// SPDX-License-Identifier: EUPL-1.2
//! Choose the colour by which one's own organisation is told from others.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::colour::{Chosen, State};
use crate::terms::colours::{COLOURS, PATTERNS};

/// The verb.
pub const VERB: Verb = Verb {
    name: "choose",
    fields: &[
        Field::required("colour", Shape::Choice(COLOURS)),
        Field::required("pattern", Shape::Choice(PATTERNS)),
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Chosen> {
    Some(Chosen {
        colour: input.text("colour"),
        pattern: input.text("pattern"),
    })
}

/// The rule. An organisation chooses for itself and for nobody else, and says something new.
pub fn decide(state: &State, command: Chosen) -> Result<Vec<Chosen>, Refusal> {
    if state.chosen.as_ref() == Some(&command) {
        return Err(Refusal::new("incident-refusal-nothing-new").at("colour"));
    }
    Ok(vec![command])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::kinds::colour::Colour;

    fn chosen(colour: &str) -> Chosen {
        Chosen {
            colour: colour.to_owned(),
            pattern: "bars".to_owned(),
        }
    }

    #[test]
    fn who_is_on_duty_chooses_and_chooses_otherwise() {
        let duty = || given::<Colour>("vr23", &[Function::Editor]);
        duty().when(chosen("teal")).then(vec![chosen("teal")]);
        duty()
            .past(vec![chosen("teal")])
            .when(chosen("violet"))
            .then(vec![chosen("violet")]);
        duty()
            .past(vec![chosen("teal")])
            .when(chosen("teal"))
            .refused("incident-refusal-nothing-new");
    }

    #[test]
    fn who_only_reads_chooses_nothing() {
        for functions in [vec![], vec![Function::Reader], vec![Function::Auditor]] {
            given::<Colour>("vr23", &functions)
                .when(chosen("teal"))
                .not_permitted();
        }
    }
}
