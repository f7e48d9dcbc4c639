// SPDX-License-Identifier: EUPL-1.2
//! Hold a fact back within the own organisation, until next of kin know.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::state_fact::{self, State, checked};
use super::{INCIDENT, TEAM};
use crate::kinds::fact::Stated;
use crate::kinds::seen;
use crate::terms::definitions::NAMES;

/// The verb.
pub const VERB: Verb = Verb {
    name: "hold",
    fields: &[
        INCIDENT,
        Field::required("definition", Shape::Choice(NAMES)),
        Field::required("value", Shape::Line(200)),
        Field::optional("area", Shape::Line(120)),
        Field::optional("source", Shape::Line(200)),
        Field::optional("observed", Shape::Moment),
        TEAM,
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<State> {
    state_fact::read(input)
}

/// The rule. As a fact that is shared, but for nobody outside the organisation.
pub fn decide(command: State, given: &Given) -> Result<Stated, Refusal> {
    seen(&command.stated.incident, given)?;
    checked(command, given)
}

#[cfg(test)]
mod tests {
    use paraat_contract::Kind as _;
    use paraat_kernel::Circle;

    use super::*;
    use crate::commands::state_fact::tests::stated;
    use crate::commands::tests::{on_duty, only_on_duty};
    use crate::kinds::held_fact::HeldFact;

    fn hold(value: &str) -> State {
        State {
            stated: stated(value),
            observed: None,
        }
    }

    #[test]
    fn what_is_held_back_stays_within_the_own_circle() {
        on_duty::<HeldFact>()
            .when(hold("2,0"))
            .then(vec![stated("2")]);
        let given = on_duty::<HeldFact>().given;
        assert_eq!(HeldFact::home(&hold("2"), &given).circle, Circle::Own);
        on_duty::<HeldFact>()
            .when(hold("veel"))
            .refused("incident-refusal-no-figure");
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<HeldFact>(|| hold("2"));
    }
}
