// SPDX-License-Identifier: EUPL-1.2
//! State, as a co-lead, how an activity stands.

use paraat_authority::Act;
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, StreamId};
use paraat_ui::field::{Field, Input, Shape};

use super::ACTIVITY;
use super::report::{Judgement, judge};
use crate::kinds::statement::{State, Stated};
use crate::lifecycle::{OUTLOOKS, STATUSES};

/// The verb.
pub const VERB: Verb = Verb {
    name: "state",
    fields: &[
        ACTIVITY,
        Field::given(
            "coLead",
            Shape::Stream {
                module: "agenda",
                kind: "co-lead",
            },
        ),
        Field::required("status", Shape::Choice(STATUSES)),
        Field::optional("outlook", Shape::Choice(OUTLOOKS)),
        Field::optional("explanation", Shape::Paragraphs(4000)),
    ],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Say {
    /// Where it stands that this organisation is a co-lead.
    pub co_lead: StreamId,
    /// What it states.
    pub stated: Stated,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<Say> {
    Some(Say {
        co_lead: input.stream("coLead")?,
        stated: Stated {
            activity: input.stream("activity")?,
            explanation: input.text("explanation"),
            outlook: input.text("outlook"),
            status: input.text("status"),
        },
    })
}

/// The co-lead that was named for this activity by its issuer states; who was released does not.
pub fn act(command: &Say, given: &Given) -> Result<Act, Refusal> {
    let activity = super::activity(given, &command.stated.activity)?;
    let no_co_lead = || Refusal::new("agenda-refusal-no-co-lead").at("coLead");
    let named = super::found(given, &command.co_lead, "co-lead").ok_or_else(no_co_lead)?;
    let of_activity = named.under.as_ref() == Some(&activity.stream);
    let by_issuer = named.stream.owner == activity.stream.owner;
    let co_lead = named.holder.clone().filter(|_| of_activity && by_issuer);
    Ok(super::write(co_lead.ok_or_else(no_co_lead)?))
}

/// The rule. A co-lead who became the lead gives the joint judgement by reporting. Else the
/// judgement holds as that of a report (`report::judge`), and says something new.
pub fn decide(state: &State, command: Say, given: &Given) -> Result<Vec<Stated>, Refusal> {
    let said = command.stated;
    let activity = super::activity(given, &said.activity)?;
    if activity.holder.as_ref() == Some(&given.actor.organisation) {
        return Err(Refusal::new("agenda-refusal-lead-reports"));
    }
    let before = state.last.as_ref().map_or("", |last| &last.status);
    let judged = judge(
        before,
        Judgement {
            status: said.status,
            outlook: said.outlook,
            explanation: said.explanation,
        },
    )?;
    let stated = Stated {
        activity: said.activity,
        explanation: judged.explanation,
        outlook: judged.outlook,
        status: judged.status,
    };
    if state.last.as_ref() == Some(&stated) {
        return Err(Refusal::new("agenda-refusal-nothing-new"));
    }
    Ok(vec![stated])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Card, Function, Text};

    use super::*;
    use crate::kinds::co_lead::address;
    use crate::kinds::statement::Statement;

    fn activity() -> StreamId {
        StreamId::derived("jenv".parse().unwrap(), "agenda.activity", "cn-06")
    }

    fn co_lead() -> StreamId {
        let organisation = "vr23".parse().unwrap();
        address("jenv".parse().unwrap(), &activity(), &organisation)
    }

    fn say(status: &str, outlook: &str, explanation: &str) -> Say {
        Say {
            co_lead: co_lead(),
            stated: Stated {
                activity: activity(),
                explanation: explanation.to_owned(),
                outlook: outlook.to_owned(),
                status: status.to_owned(),
            },
        }
    }

    /// Given an activity that this organisation leads, and its co-lead vr23, or a released one.
    fn known(
        scenario: Scenario<Statement>,
        lead: &str,
        holder: Option<&str>,
    ) -> Scenario<Statement> {
        let mut card = Card::new(activity(), "agenda", "activity", Text::typed("CN.06"));
        card.holder = Some(lead.parse().unwrap());
        let mut named = Card::new(co_lead(), "agenda", "co-lead", Text::default());
        named.under = Some(activity());
        named.holder = holder.map(|it| it.parse().unwrap());
        scenario.knowing(card).knowing(named)
    }

    fn editor() -> Scenario<Statement> {
        known(given("vr23", &[Function::Editor]), "bzk", Some("vr23"))
    }

    #[test]
    fn a_co_lead_states_how_it_stands() {
        let said = say("under-way", "at-risk", "Weinig mensen");
        editor().when(said.clone()).then(vec![said.stated]);
    }

    #[test]
    fn nobody_but_an_editor_of_the_co_lead_states() {
        let cases: [(&str, &[Function]); 4] = [
            ("bzk", &[Function::Editor]),
            ("vr24", &[Function::Decider]),
            ("vr23", &[Function::Reader]),
            ("vr23", &[]),
        ];
        for (organisation, functions) in cases {
            known(given(organisation, functions), "bzk", Some("vr23"))
                .when(say("planned", "on-track", ""))
                .not_permitted();
        }
    }

    #[test]
    fn who_was_released_or_never_named_does_not_state() {
        known(given("vr23", &[Function::Editor]), "bzk", None)
            .when(say("planned", "on-track", ""))
            .refused("agenda-refusal-no-co-lead");
        let mut other = say("planned", "on-track", "");
        other.co_lead = activity();
        editor().when(other).refused("agenda-refusal-no-co-lead");
    }

    #[test]
    fn who_became_the_lead_reports_instead() {
        known(given("vr23", &[Function::Editor]), "vr23", Some("vr23"))
            .when(say("planned", "on-track", ""))
            .refused("agenda-refusal-lead-reports");
    }

    #[test]
    fn a_statement_follows_the_rule_of_a_report() {
        for (said, why) in [
            (say("planned", "", ""), "agenda-refusal-outlook-missing"),
            (say("planned", "behind", ""), "agenda-refusal-explain"),
            (say("dropped", "", ""), "agenda-refusal-explain"),
        ] {
            editor().when(said).refused(why);
        }
        let dropped = say("dropped", "", "geen geld").stated;
        editor()
            .past(vec![dropped.clone()])
            .when(say("done", "", ""))
            .refused("agenda-refusal-step");
        editor()
            .past(vec![dropped])
            .when(say("dropped", "", "geen geld"))
            .refused("agenda-refusal-nothing-new");
    }
}
