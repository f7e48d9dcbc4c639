// SPDX-License-Identifier: EUPL-1.2
//! Propose how all regions take up an activity: a line of the joint multi-year work plan.

use paraat_authority::Act;
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::Input;

use super::record::whole;
use crate::JOINT;
use crate::cards::{ACTIVITY, Line, PARAGRAPH, PLAN, REASON, STANCE};
use crate::kinds::joint_plan::Proposed;

/// The verb.
pub const VERB: Verb = Verb {
    name: "propose",
    fields: &[ACTIVITY, STANCE, PLAN, PARAGRAPH, REASON],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Proposed> {
    Some(Proposed {
        activity: input.stream("activity")?,
        line: Line::read(input),
    })
}

/// Only the body that represents the regions speaks for all of them.
pub fn act() -> Result<Act, Refusal> {
    let of = JOINT
        .parse()
        .map_err(|_bad| Refusal::new("agenda-refusal-no-joint-body"))?;
    Ok(super::write(of))
}

/// The rule. A line is about an activity that can be seen and is whole (`record::whole`); the same
/// line again is no proposal.
pub fn decide(
    last: Option<&Line>,
    command: Proposed,
    given: &Given,
) -> Result<Vec<Proposed>, Refusal> {
    super::activity(given, &command.activity)?;
    whole(&command.line)?;
    if last == Some(&command.line) {
        return Err(Refusal::new("agenda-refusal-nothing-new"));
    }
    Ok(vec![command])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::record::tests::{activity, card, line};
    use crate::kinds::joint_plan::JointPlan;

    fn proposed(stance: &str, plan: &str, reason: &str) -> Proposed {
        Proposed {
            activity: activity(),
            line: line(stance, plan, reason),
        }
    }

    fn of(organisation: &str, functions: &[Function]) -> Scenario<JointPlan> {
        given(organisation, functions).knowing(card())
    }

    #[test]
    fn the_body_that_represents_the_regions_proposes() {
        of(JOINT, &[Function::Editor])
            .when(proposed("adopted", "Werkplan", ""))
            .then(vec![proposed("adopted", "Werkplan", "")]);
    }

    #[test]
    fn nobody_else_proposes() {
        for (organisation, functions) in [
            ("vr23", &[Function::Decider][..]),
            ("jenv", &[Function::Decider]),
            (JOINT, &[Function::Reader]),
            (JOINT, &[]),
        ] {
            of(organisation, functions)
                .when(proposed("adopted", "Werkplan", ""))
                .not_permitted();
        }
    }

    #[test]
    fn a_proposal_is_whole_new_and_about_an_activity_that_is_there() {
        let editor = || of(JOINT, &[Function::Editor]);
        editor()
            .when(proposed("adopted", "", ""))
            .refused("agenda-refusal-plan-missing");
        editor()
            .past(vec![proposed("not", "", "kan niet")])
            .when(proposed("not", "", "kan niet"))
            .refused("agenda-refusal-nothing-new");
        given::<JointPlan>(JOINT, &[Function::Editor])
            .when(proposed("not", "", "kan niet"))
            .refused("agenda-refusal-activity-not-there");
    }
}
