// SPDX-License-Identifier: EUPL-1.2
//! Report progress on an activity.

use paraat_authority::Act;
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, StreamId};
use paraat_ui::field::{Field, Input, Shape};

use super::ACTIVITY;
use crate::kinds::progress::{Reported, State};
use crate::lifecycle::{LIFE, OUTLOOKS, STATUSES};

/// The verb.
pub const VERB: Verb = Verb {
    name: "report",
    fields: &[
        ACTIVITY,
        Field::required("status", Shape::Choice(STATUSES)),
        Field::optional("outlook", Shape::Choice(OUTLOOKS)),
        Field::optional("explanation", Shape::Paragraphs(4000)),
        Field::optional("evidence", Shape::Link),
    ],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The activity.
    pub activity: StreamId,
    /// Where it stands: one of `STATUSES`.
    pub status: String,
    /// How that compares with the plan: one of `OUTLOOKS`, empty when that says nothing.
    pub outlook: String,
    /// What was done and why it stands so.
    pub explanation: String,
    /// Where the proof is.
    pub evidence: String,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<Report> {
    Some(Report {
        activity: input.stream("activity")?,
        status: input.text("status"),
        outlook: input.text("outlook"),
        explanation: input.text("explanation"),
        evidence: input.text("evidence"),
    })
}

/// Only the lead of the activity reports; while there is none, nobody can.
pub fn act(command: &Report, given: &Given) -> Result<Act, Refusal> {
    super::by_lead(given, &command.activity)
}

/// How an activity stands in the eyes of one organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// Where it stands: one of `STATUSES`.
    pub status: String,
    /// How that compares with the plan: one of `OUTLOOKS`; empty when the work has ended.
    pub outlook: String,
    /// What was done and why it stands so.
    pub explanation: String,
}

/// The rule that the report of a lead shares with the statement of a co-lead. The status may move
/// from where it stands to where it is said to be. While work is still to be done, it is said how
/// it stands compared with the plan. What is at risk, behind, adjusted or dropped is explained.
pub fn judge(before: &str, said: Judgement) -> Result<Judgement, Refusal> {
    if !LIFE.leads(before, "report", &said.status) {
        return Err(Refusal::new("agenda-refusal-step").at("status"));
    }
    let at_work = !["done", "dropped"].contains(&said.status.as_str());
    if at_work && said.outlook.is_empty() {
        return Err(Refusal::new("agenda-refusal-outlook-missing").at("outlook"));
    }
    let explained = ["adjusted", "dropped"].contains(&said.status.as_str())
        || ["at-risk", "behind"].contains(&said.outlook.as_str());
    if explained && said.explanation.is_empty() {
        return Err(Refusal::new("agenda-refusal-explain").at("explanation"));
    }
    let outlook = if at_work { said.outlook } else { String::new() };
    Ok(Judgement { outlook, ..said })
}

/// The rule. The activity is there and the judgement holds (`judge`). A report that says nothing
/// new is refused, so that the date of the last report means something.
pub fn decide(state: &State, command: Report, given: &Given) -> Result<Vec<Reported>, Refusal> {
    super::activity(given, &command.activity)?;
    let said = Judgement {
        status: command.status,
        outlook: command.outlook,
        explanation: command.explanation,
    };
    let judged = judge(&state.status, said)?;
    let reported = Reported {
        activity: command.activity,
        evidence: command.evidence,
        explanation: judged.explanation,
        outlook: judged.outlook,
        status: judged.status,
    };
    if state.last.as_ref() == Some(&reported) {
        return Err(Refusal::new("agenda-refusal-nothing-new"));
    }
    Ok(vec![reported])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Card, Function, Text};

    use super::*;
    use crate::kinds::progress::Progress;

    fn activity() -> StreamId {
        StreamId::derived("jenv".parse().unwrap(), "agenda.activity", "p1-01")
    }

    fn card(lead: Option<&str>) -> Card {
        let mut card = Card::new(activity(), "agenda", "activity", Text::typed("1.01"));
        card.holder = lead.map(|lead| lead.parse().unwrap());
        card
    }

    fn editor_of(organisation: &str) -> Scenario<Progress> {
        given(organisation, &[Function::Editor])
    }

    fn report(status: &str, outlook: &str, explanation: &str) -> Report {
        Report {
            activity: activity(),
            status: status.to_owned(),
            outlook: outlook.to_owned(),
            explanation: explanation.to_owned(),
            evidence: String::new(),
        }
    }

    fn reported(status: &str, outlook: &str, explanation: &str) -> Reported {
        Reported {
            activity: activity(),
            evidence: String::new(),
            explanation: explanation.to_owned(),
            outlook: outlook.to_owned(),
            status: status.to_owned(),
        }
    }

    #[test]
    fn the_lead_reports() {
        editor_of("vr23")
            .knowing(card(Some("vr23")))
            .when(report("under-way", "on-track", ""))
            .then(vec![reported("under-way", "on-track", "")]);
    }

    #[test]
    fn nobody_but_an_editor_of_the_lead_reports() {
        let wanted = || report("under-way", "on-track", "");
        editor_of("vr24")
            .knowing(card(Some("vr23")))
            .when(wanted())
            .not_permitted();
        given::<Progress>("vr23", &[Function::Reader])
            .knowing(card(Some("vr23")))
            .when(wanted())
            .not_permitted();
        given::<Progress>("vr23", &[])
            .knowing(card(Some("vr23")))
            .when(wanted())
            .not_permitted();
    }

    #[test]
    fn while_there_is_no_lead_nobody_reports() {
        editor_of("jenv")
            .knowing(card(None))
            .when(report("done", "", ""))
            .refused("agenda-refusal-no-lead");
    }

    #[test]
    fn an_activity_that_is_not_there_is_refused() {
        editor_of("vr23")
            .when(report("done", "", ""))
            .refused("agenda-refusal-activity-not-there");
    }

    #[test]
    fn what_goes_wrong_is_explained() {
        for (status, outlook) in [
            ("adjusted", "on-track"),
            ("dropped", ""),
            ("planned", "behind"),
        ] {
            let lead = || editor_of("vr23").knowing(card(Some("vr23")));
            lead()
                .when(report(status, outlook, ""))
                .refused("agenda-refusal-explain");
            lead()
                .when(report(status, outlook, "budget"))
                .then(vec![reported(status, outlook, "budget")]);
        }
    }

    #[test]
    fn work_that_goes_on_says_how_it_stands_and_work_that_ended_does_not() {
        let lead = || editor_of("vr23").knowing(card(Some("vr23")));
        lead()
            .when(report("planned", "", ""))
            .refused("agenda-refusal-outlook-missing");
        lead()
            .when(report("done", "on-track", ""))
            .then(vec![reported("done", "", "")]);
    }

    #[test]
    fn dropped_is_planned_again_before_it_is_done() {
        editor_of("vr23")
            .knowing(card(Some("vr23")))
            .past(vec![reported("dropped", "", "budget")])
            .when(report("done", "", ""))
            .refused("agenda-refusal-step");
    }

    #[test]
    fn the_same_report_twice_is_refused() {
        editor_of("vr23")
            .knowing(card(Some("vr23")))
            .past(vec![reported("done", "", "")])
            .when(report("done", "", ""))
            .refused("agenda-refusal-nothing-new");
    }
}
