// SPDX-License-Identifier: EUPL-1.2
//! Take a plan out of one's list: no more suggestions are made from it. What was drafted and
//! adopted with its name stays.

use paraat_contract::{Mode, Refusal, Scope, Verb};

use crate::kinds::plan::{Event, Listed, Removed};

/// The verb. It asks nothing.
pub const VERB: Verb = Verb {
    name: "remove",
    fields: &[],
    mode: Mode::Exact,
    scope: Scope::Stream,
};

/// The rule. What is listed is removed; it can be listed again.
pub fn decide(last: Option<&Listed>) -> Result<Vec<Event>, Refusal> {
    let there = last.is_some();
    let not_there = || Refusal::new("agenda-refusal-plan-not-there");
    there.then_some(()).ok_or_else(not_there)?;
    Ok(vec![Event::Removed(Removed {})])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Function, StreamId};

    use super::*;
    use crate::commands::list_plan::tests::listed;
    use crate::kinds::plan::{Command, Plan};

    fn of_vr23(organisation: &str, functions: &[Function]) -> Scenario<Plan> {
        given(organisation, functions)
            .at(StreamId::derived("vr23".parse().unwrap(), "test", "1"))
            .past(vec![listed(2028, &[("1", "Kort")])])
    }

    #[test]
    fn an_editor_takes_a_plan_out_of_the_list_once() {
        let removed = || Event::Removed(Removed {});
        of_vr23("vr23", &[Function::Editor])
            .when(Command::Remove)
            .then(vec![removed()]);
        of_vr23("vr23", &[Function::Editor])
            .past(vec![listed(2028, &[]), removed()])
            .when(Command::Remove)
            .refused("agenda-refusal-plan-not-there");
    }

    #[test]
    fn nobody_else_removes_it() {
        for (organisation, functions) in [
            ("vr24", &[Function::Decider][..]),
            ("vr23", &[Function::Reader]),
            ("vr23", &[]),
        ] {
            of_vr23(organisation, functions)
                .when(Command::Remove)
                .not_permitted();
        }
    }
}
