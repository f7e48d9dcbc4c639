// SPDX-License-Identifier: EUPL-1.2
//! List the paragraphs of a plan anew: it keeps its title, and the form begins with what stands.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Input, Typed};

use super::list_plan::{FROM_YEAR, List, PARAGRAPHS, SORT, TO_YEAR, whole};
use crate::kinds::plan::{Event, Listed};

/// The verb.
pub const VERB: Verb = Verb {
    name: "revise",
    fields: &[SORT, FROM_YEAR, TO_YEAR, PARAGRAPHS],
    mode: Mode::Exact,
    scope: Scope::Stream,
};

/// The command in the fields, without a title.
pub fn read(input: &Input) -> Option<List> {
    super::list_plan::read(input)
}

/// What the form starts with: each paragraph on a line, as it is read back.
pub fn typed(plan: &Listed) -> Typed {
    let line = |number: &str, heading: &str| format!("{number} {heading}").trim().to_owned();
    let paragraphs = plan.paragraphs.iter();
    let lines: Vec<String> = paragraphs.map(|it| line(&it.number, &it.heading)).collect();
    Typed::default()
        .with("sort", plan.sort.as_str())
        .with("fromYear", plan.from_year.to_string())
        .with("toYear", plan.to_year.to_string())
        .with("paragraphs", lines.join("\n"))
}

/// The rule. What is listed is revised, when something in it is new.
pub fn decide(last: Option<&Listed>, mut command: List) -> Result<Vec<Event>, Refusal> {
    let Some(last) = last else {
        return Err(Refusal::new("agenda-refusal-plan-not-there"));
    };
    command.plan.title.clone_from(&last.title);
    let plan = whole(command)?;
    if *last == plan {
        return Err(Refusal::new("agenda-refusal-nothing-new"));
    }
    Ok(vec![Event::Listed(plan)])
}

#[cfg(test)]
mod tests {
    use paraat_contract::Kind as _;
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Function, StreamId};
    use paraat_ui::field;

    use super::*;
    use crate::commands::list_plan::tests::listed;
    use crate::kinds::plan::{Command, Plan, Removed, State};

    fn of_vr23(organisation: &str, functions: &[Function]) -> Scenario<Plan> {
        given(organisation, functions)
            .at(StreamId::derived("vr23".parse().unwrap(), "test", "1"))
            .past(vec![listed(2028, &[("1", "Kort"), ("", "Bijlage")])])
    }

    /// What the form starts with, with this after its lines.
    fn form(more: &str) -> Command {
        let mut state = State::default();
        Plan::evolve(&mut state, &listed(2028, &[("1", "Kort"), ("", "Bijlage")]));
        let typed = Plan::prefill("revise", &state);
        let lines = format!("{}{more}", typed.get("paragraphs"));
        let input = field::read(VERB.fields, &typed.with("paragraphs", lines)).unwrap();
        Plan::read("revise", &input).unwrap()
    }

    #[test]
    fn the_form_begins_with_what_stands_and_takes_what_is_new() {
        of_vr23("vr23", &[Function::Editor])
            .when(form(""))
            .refused("agenda-refusal-nothing-new");
        let expected = [("1", "Kort"), ("", "Bijlage"), ("2", "Lang")];
        of_vr23("vr23", &[Function::Editor])
            .when(form("\n2 Lang"))
            .then(vec![listed(2028, &expected)]);
    }

    #[test]
    fn nobody_else_revises_it() {
        for (organisation, functions) in [
            ("vr24", &[Function::Decider][..]),
            ("vr23", &[Function::Reader]),
            ("vr23", &[]),
        ] {
            of_vr23(organisation, functions)
                .when(form("\n2 Lang"))
                .not_permitted();
        }
    }

    #[test]
    fn what_was_removed_is_not_revised() {
        let past = vec![listed(2028, &[]), Event::Removed(Removed {})];
        of_vr23("vr23", &[Function::Editor])
            .past(past)
            .when(form("\n2 Lang"))
            .refused("agenda-refusal-plan-not-there");
    }
}
