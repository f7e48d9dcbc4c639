// SPDX-License-Identifier: EUPL-1.2
//! Say what the grounds of a decision were, as far as that was not said yet.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::take_decision::{
    ADVICE, ASSUMPTIONS, CARRIED_OUT_BY, CHECK_ON, DISSENT, LEGAL, OPTIONS, SOCIETY, UNCERTAINTY,
    grounds,
};
use crate::kinds::decision::{Grounds, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "supplement",
    fields: &[
        CARRIED_OUT_BY,
        OPTIONS,
        ADVICE,
        DISSENT,
        ASSUMPTIONS,
        UNCERTAINTY,
        SOCIETY,
        LEGAL,
        CHECK_ON,
    ],
    mode: Mode::Exact,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Grounds {
    grounds(input)
}

/// The rule. Something new is said. What was said before stays in the history.
pub fn decide(state: &State, command: Grounds) -> Result<Grounds, Refusal> {
    let before = state.taken.as_ref().map(|taken| &taken.grounds);
    if before.is_some_and(|before| command.over(before) == *before) {
        return Err(Refusal::new("incident-refusal-nothing-new"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use paraat_contract::Kind as _;
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::take_decision::tests::taken;
    use crate::commands::tests::{incident, only_owner};
    use crate::kinds::decision::{Command, Decision, Event};

    fn advice() -> Grounds {
        Grounds {
            advice: "Waterschap: nu".to_owned(),
            ..Grounds::default()
        }
    }

    #[test]
    fn what_is_filled_in_later_stands_beside_what_was_said() {
        let owner = || given::<Decision>("vr23", &[Function::Editor]).at(incident("vr23"));
        let said = Event::Supplemented(advice());
        owner()
            .past(vec![Event::Taken(taken())])
            .when(Command::Supplement(advice()))
            .then(vec![said.clone()]);
        owner()
            .past(vec![Event::Taken(taken()), said.clone()])
            .when(Command::Supplement(advice()))
            .refused("incident-refusal-nothing-new");
        let mut state = State::default();
        Decision::evolve(&mut state, &Event::Taken(taken()));
        Decision::evolve(&mut state, &said);
        let grounds = state.taken.unwrap().grounds;
        assert_eq!(grounds.options, taken().grounds.options);
        assert_eq!(grounds.advice, advice().advice);
    }

    #[test]
    fn nobody_else_does_it() {
        only_owner::<Decision>(|| Command::Supplement(advice()));
    }
}
