// SPDX-License-Identifier: EUPL-1.2
//! Record how one's own organisation means to take up an activity: a draft, until its board has
//! adopted it.

use paraat_authority::Act;
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::Input;

use crate::cards::{ACTIVITY, Line, PARAGRAPH, PLAN, REASON, STANCE};
use crate::kinds::draft::Drafted;

/// The verb.
pub const VERB: Verb = Verb {
    name: "record",
    fields: &[ACTIVITY, STANCE, PLAN, PARAGRAPH, REASON],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Drafted> {
    Some(Drafted {
        activity: input.stream("activity")?,
        joint: String::new(),
        line: Line::read(input),
    })
}

/// Every organisation writes its own drafts.
pub fn act(given: &Given) -> Act {
    super::write_own(given)
}

/// The rule. Who takes part drafts. A draft is about an activity that can be seen and is whole; the
/// same draft again is no change.
pub fn decide(
    last: Option<&Drafted>,
    command: Drafted,
    given: &Given,
) -> Result<Vec<Drafted>, Refusal> {
    super::takes_part(&given.actor.organisation)?;
    super::activity(given, &command.activity)?;
    whole(&command.line)?;
    if last.is_some_and(|last| last.line == command.line) {
        return Err(Refusal::new("agenda-refusal-nothing-new"));
    }
    Ok(vec![command])
}

/// What is adopted, wholly or partly, names the plan in which it stands. Everything short of
/// adopted is explained: the agenda is directional, but not without obligation.
pub fn whole(line: &Line) -> Result<(), Refusal> {
    let stance = line.stance.as_str();
    if ["adopted", "partly"].contains(&stance) && line.plan.is_empty() {
        return Err(Refusal::new("agenda-refusal-plan-missing").at("plan"));
    }
    if stance != "adopted" && line.reason.is_empty() {
        return Err(Refusal::new("agenda-refusal-reason-missing").at("reason"));
    }
    Ok(())
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Card, Function, StreamId, Text};

    use super::*;
    use crate::kinds::draft::{Command, Draft};

    pub(crate) fn activity() -> StreamId {
        StreamId::derived("jenv".parse().unwrap(), "agenda.activity", "p1-01")
    }

    pub(crate) fn card() -> Card {
        Card::new(activity(), "agenda", "activity", Text::typed("1.01"))
    }

    pub(crate) fn line(stance: &str, plan: &str, reason: &str) -> Line {
        Line {
            paragraph: "3.2".to_owned(),
            plan: plan.to_owned(),
            reason: reason.to_owned(),
            stance: stance.to_owned(),
        }
    }

    pub(crate) fn drafted(line: Line, joint: &str) -> Drafted {
        Drafted {
            activity: activity(),
            joint: joint.to_owned(),
            line,
        }
    }

    fn of(functions: &[Function]) -> Scenario<Draft> {
        given("vr23", functions).knowing(card())
    }

    fn record(stance: &str, plan: &str, reason: &str) -> Command {
        Command::Record(drafted(line(stance, plan, reason), ""))
    }

    #[test]
    fn an_editor_records_for_the_own_organisation() {
        of(&[Function::Editor])
            .when(record("partly", "Beleidsplan", "capaciteit"))
            .then(vec![drafted(
                line("partly", "Beleidsplan", "capaciteit"),
                "",
            )]);
    }

    #[test]
    fn who_does_not_write_records_nothing() {
        for functions in [&[Function::Reader][..], &[Function::Admin], &[]] {
            of(functions)
                .when(record("adopted", "Beleidsplan", ""))
                .not_permitted();
        }
    }

    #[test]
    fn what_is_short_of_adopted_is_explained_and_what_is_taken_up_names_its_plan() {
        for stance in ["partly", "not-yet", "not"] {
            of(&[Function::Editor])
                .when(record(stance, "Beleidsplan", ""))
                .refused("agenda-refusal-reason-missing");
        }
        for stance in ["adopted", "partly"] {
            of(&[Function::Editor])
                .when(record(stance, "", "omdat"))
                .refused("agenda-refusal-plan-missing");
        }
        of(&[Function::Editor])
            .when(record("not-yet", "", "omdat"))
            .then(vec![drafted(line("not-yet", "", "omdat"), "")]);
    }

    #[test]
    fn the_same_again_and_an_activity_that_is_not_there_are_refused() {
        of(&[Function::Editor])
            .past(vec![drafted(line("adopted", "Beleidsplan", ""), "")])
            .when(record("adopted", "Beleidsplan", ""))
            .refused("agenda-refusal-nothing-new");
        given::<Draft>("vr23", &[Function::Editor])
            .when(record("adopted", "Beleidsplan", ""))
            .refused("agenda-refusal-activity-not-there");
    }
}
