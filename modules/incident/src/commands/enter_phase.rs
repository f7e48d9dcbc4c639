// SPDX-License-Identifier: EUPL-1.2
//! Enter another phase of a crisis.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use super::REASON;
use crate::kinds::incident::{PhaseEntered, State};
use crate::terms::phases::PHASES;

/// The verb.
pub const VERB: Verb = Verb {
    name: "enter-phase",
    fields: &[Field::required("phase", Shape::Choice(PHASES)), REASON],
    mode: Mode::Exact,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> PhaseEntered {
    PhaseEntered {
        phase: input.text("phase"),
        reason: input.text("reason"),
    }
}

/// The rule. Any phase may follow any other: a crisis flares up again, and a creeping one has no
/// clear beginning.
pub fn decide(state: &State, command: PhaseEntered) -> Result<PhaseEntered, Refusal> {
    if state.phase == command.phase {
        return Err(Refusal::new("incident-refusal-nothing-new").at("phase"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::tests::{incident, only_owner};
    use crate::kinds::incident::{Command, Event, Incident};

    fn entered(phase: &str) -> PhaseEntered {
        PhaseEntered {
            phase: phase.to_owned(),
            reason: "Water zakt".to_owned(),
        }
    }

    #[test]
    fn every_phase_may_follow_every_other() {
        for from in PHASES {
            for to in PHASES {
                let outcome = given::<Incident>("vr23", &[Function::Editor])
                    .at(incident("vr23"))
                    .past(vec![Event::PhaseEntered(entered(from))])
                    .when(Command::EnterPhase(entered(to)));
                if from == to {
                    outcome.refused("incident-refusal-nothing-new");
                } else {
                    outcome.then(vec![Event::PhaseEntered(entered(to))]);
                }
            }
        }
    }

    #[test]
    fn nobody_else_enters_it() {
        only_owner::<Incident>(|| Command::EnterPhase(entered("after")));
    }
}
