// SPDX-License-Identifier: EUPL-1.2
//! Confirm the line of the joint plan for one's own region, as it stands: the short way, for the
//! lines on which a region does not deviate.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, StreamId};
use paraat_ui::field::Input;

use crate::cards::{ACTIVITIES, Line, SEEN, mark_of, moved};
use crate::kinds::draft::Drafted;
use crate::kinds::joint_plan;
use crate::state::inherits;

/// The verb. It asks nothing, so that many lines can be confirmed in one go; what was seen goes
/// along as marks instead of as a version.
pub const VERB: Verb = Verb {
    name: "confirm",
    fields: &[ACTIVITIES, SEEN],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirm {
    /// The activity.
    pub activity: StreamId,
    /// Marks of what stood on the page.
    pub marks: String,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<Confirm> {
    Some(Confirm {
        activity: input.stream("activity")?,
        marks: input.text("marks"),
    })
}

/// The rule. A region takes over the line of the joint plan when there is one and it, like the
/// draft that it replaces, is still what the actor saw. Others inherit nothing.
pub fn decide(
    last: Option<&Drafted>,
    command: Confirm,
    given: &Given,
) -> Result<Vec<Drafted>, Refusal> {
    super::activity(given, &command.activity)?;
    if !inherits(given.actor.organisation.as_str()) {
        return Err(Refusal::new("agenda-refusal-inherits-nothing"));
    }
    let joint = joint_plan::address(&command.activity).and_then(|stream| given.card(&stream));
    let Some(line) = joint.map(Line::of) else {
        return Err(Refusal::new("agenda-refusal-no-joint-line").at("activity"));
    };
    let seen = mark_of(&line, last.map(|last| &last.line));
    if moved(&command.marks, &command.activity, &seen) {
        return Err(Refusal::new("agenda-refusal-moved").at("activity"));
    }
    let drafted = Drafted {
        activity: command.activity,
        joint: mark_of(&line, None),
        line,
    };
    if last == Some(&drafted) {
        return Err(Refusal::new("agenda-refusal-nothing-new"));
    }
    Ok(vec![drafted])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Card, Function};

    use super::*;
    use crate::cards::sent;
    use crate::commands::record::tests::{activity, card, drafted, line};
    use crate::kinds::draft::{Command, Draft};

    fn joint(plan: &str) -> Card {
        let stream = joint_plan::address(&activity()).unwrap();
        line("adopted", plan, "").card(stream, "joint-plan", &activity())
    }

    fn of(organisation: &str, functions: &[Function]) -> Scenario<Draft> {
        given(organisation, functions).knowing(card())
    }

    fn confirm(marks: &str) -> Command {
        Command::Confirm(Confirm {
            activity: activity(),
            marks: marks.to_owned(),
        })
    }

    fn taken_over() -> Drafted {
        let line = line("adopted", "Werkplan", "");
        let joint = mark_of(&line, None);
        drafted(line, &joint)
    }

    #[test]
    fn a_region_takes_over_the_line_as_it_stands() {
        of("vr23", &[Function::Editor])
            .knowing(joint("Werkplan"))
            .when(confirm(""))
            .then(vec![taken_over()]);
    }

    #[test]
    fn who_does_not_write_confirms_nothing() {
        for functions in [&[Function::Reader][..], &[]] {
            of("vr23", functions)
                .knowing(joint("Werkplan"))
                .when(confirm(""))
                .not_permitted();
        }
    }

    #[test]
    fn what_changed_since_it_was_seen_is_not_taken_over() {
        let seen = sent(
            &activity(),
            &mark_of(&line("adopted", "Werkplan", ""), None),
        );
        of("vr23", &[Function::Editor])
            .knowing(joint("Werkplan 2027"))
            .when(confirm(&seen))
            .refused("agenda-refusal-moved");
        // Neither is a deviation replaced that a colleague recorded meanwhile.
        of("vr23", &[Function::Editor])
            .knowing(joint("Werkplan"))
            .past(vec![drafted(line("not", "", "kan niet"), "")])
            .when(confirm(&seen))
            .refused("agenda-refusal-moved");
        of("vr23", &[Function::Editor])
            .knowing(joint("Werkplan"))
            .when(confirm(&seen))
            .then(vec![taken_over()]);
    }

    #[test]
    fn without_a_line_and_for_who_inherits_nothing_there_is_nothing_to_confirm() {
        of("vr23", &[Function::Editor])
            .when(confirm(""))
            .refused("agenda-refusal-no-joint-line");
        of("bzk", &[Function::Editor])
            .knowing(joint("Werkplan"))
            .when(confirm(""))
            .refused("agenda-refusal-inherits-nothing");
        of("vr23", &[Function::Editor])
            .knowing(joint("Werkplan"))
            .past(vec![taken_over()])
            .when(confirm(""))
            .refused("agenda-refusal-nothing-new");
    }
}
