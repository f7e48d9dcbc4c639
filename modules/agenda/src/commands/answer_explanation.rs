// SPDX-License-Identifier: EUPL-1.2
//! Answer what a lead declared for one's island: agree, or contest.

use paraat_authority::Act;
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::declare_explanation::{ISLANDS, SUBJECT};
use crate::kinds::consultation::{Answered, State};
use crate::kinds::explanation;

/// What an island can answer.
pub const ANSWERS: &[&str] = &["agree", "contest"];

/// The verb.
pub const VERB: Verb = Verb {
    name: "answer",
    fields: &[
        Field::given("subject", SUBJECT),
        Field::given(
            "explanation",
            Shape::Stream {
                module: "agenda",
                kind: "explanation",
            },
        ),
        Field::given("version", Shape::Whole(1, 1_000_000)),
        Field::required("answer", Shape::Choice(ANSWERS)),
        Field::optional("text", Shape::Paragraphs(4000)),
        Field::optional("consulted", Shape::Date),
    ],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Answered> {
    Some(Answered {
        answer: input.text("answer"),
        consulted: input.text("consulted"),
        explanation: input.stream("explanation")?,
        subject: input.stream("subject")?,
        text: input.text("text"),
        version: input.whole("version")?,
    })
}

/// The island for which it was declared answers: the address of a declaration follows from lead,
/// subject and island, so nothing but those three can make it fit.
pub fn act(command: &Answered, given: &Given) -> Result<Act, Refusal> {
    let not_there = || Refusal::new("agenda-refusal-nothing-declared").at("explanation");
    super::found(given, &command.explanation, "explanation").ok_or_else(not_there)?;
    let lead = &command.explanation.owner;
    let island = ISLANDS.iter().find(|island| {
        explanation::address(lead.clone(), &command.subject, island) == command.explanation
    });
    let island = island.and_then(|island| island.parse().ok());
    Ok(super::write(island.ok_or_else(not_there)?))
}

/// The rule. The lead of now declared it, so that no answer goes to who leads no longer, and it is
/// the declaration that stands: one that came meanwhile was not read. Who contests says why. The
/// day of the consultation is not one that is to come. The same answer to the same declaration is
/// refused.
pub fn decide(state: &State, command: Answered, given: &Given) -> Result<Vec<Answered>, Refusal> {
    let lead = super::by_lead_of_subject(given, &command.subject)?.of;
    if lead != command.explanation.owner {
        return Err(Refusal::new("agenda-refusal-former-lead").at("explanation"));
    }
    let stands = given.known(&command.explanation).map(|it| it.version);
    if stands != u64::try_from(command.version).ok() {
        return Err(Refusal::new("agenda-refusal-declared-anew").at("version"));
    }
    if command.answer == "contest" && command.text.is_empty() {
        return Err(Refusal::new("agenda-refusal-contest-why").at("text"));
    }
    // No day: the island was not consulted, which it can say as well.
    if !command.consulted.is_empty() && super::is_to_come(&command.consulted, given) {
        return Err(Refusal::new("agenda-refusal-day-to-come").at("consulted"));
    }
    if state.last.as_ref() == Some(&command) {
        return Err(Refusal::new("agenda-refusal-nothing-new"));
    }
    Ok(vec![command])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Card, Function, StreamId, Text};

    use super::*;
    use crate::kinds::consultation::Consultation;

    fn subject() -> StreamId {
        StreamId::derived("jenv".parse().unwrap(), "agenda.activity", "1")
    }

    /// Given an activity that vr23 leads, and what `lead` declared for Saba once.
    fn known(scenario: Scenario<Consultation>, lead: &str) -> Scenario<Consultation> {
        known_at(1, scenario, lead)
    }

    /// Given the same, declared so many times.
    fn known_at(
        version: u64,
        scenario: Scenario<Consultation>,
        lead: &str,
    ) -> Scenario<Consultation> {
        let mut activity = Card::new(subject(), "agenda", "activity", Text::typed("1.01"));
        activity.holder = Some("vr23".parse().unwrap());
        let address = explanation::address(lead.parse().unwrap(), &subject(), "saba");
        let declared = Card::new(address, "agenda", "explanation", Text::default());
        scenario.knowing(activity).knowing_at(version, declared)
    }

    fn saba() -> Scenario<Consultation> {
        known(given("saba", &[Function::Editor]), "vr23")
    }

    fn answered(answer: &str, text: &str, consulted: &str) -> Answered {
        Answered {
            answer: answer.to_owned(),
            consulted: consulted.to_owned(),
            explanation: explanation::address("vr23".parse().unwrap(), &subject(), "saba"),
            subject: subject(),
            text: text.to_owned(),
            version: 1,
        }
    }

    #[test]
    fn the_island_agrees_or_contests() {
        for said in [
            answered("agree", "", "2026-11-20"),
            answered("contest", "We can do this here.", "2026-11-23"),
            answered("contest", "Nobody consulted us.", ""),
        ] {
            saba().when(said.clone()).then(vec![said]);
        }
    }

    #[test]
    fn nobody_but_an_editor_of_that_island_answers() {
        let cases: [(&str, &[Function]); 4] = [
            ("bonaire", &[Function::Editor]),
            ("vr23", &[Function::Decider]),
            ("saba", &[Function::Reader]),
            ("saba", &[]),
        ];
        for (organisation, functions) in cases {
            known(given(organisation, functions), "vr23")
                .when(answered("agree", "", "2026-11-20"))
                .not_permitted();
        }
    }

    #[test]
    fn what_was_not_declared_or_not_for_this_subject_is_not_answered() {
        given::<Consultation>("saba", &[Function::Editor])
            .when(answered("agree", "", "2026-11-20"))
            .refused("agenda-refusal-nothing-declared");
        let mut other = answered("agree", "", "2026-11-20");
        other.subject = StreamId::derived("jenv".parse().unwrap(), "agenda.activity", "2");
        saba()
            .when(other)
            .refused("agenda-refusal-nothing-declared");
    }

    #[test]
    fn who_leads_no_longer_gets_no_answer() {
        let mut said = answered("agree", "", "2026-11-20");
        said.explanation = explanation::address("vr24".parse().unwrap(), &subject(), "saba");
        known(given("saba", &[Function::Editor]), "vr24")
            .when(said)
            .refused("agenda-refusal-former-lead");
    }

    #[test]
    fn a_contest_says_why_and_the_day_is_a_day_that_was() {
        for (said, why) in [
            (
                answered("contest", "", "2026-11-20"),
                "agenda-refusal-contest-why",
            ),
            (
                answered("agree", "", "2026-11-24"),
                "agenda-refusal-day-to-come",
            ),
        ] {
            saba().when(said).refused(why);
        }
    }

    #[test]
    fn a_new_declaration_is_answered_anew_and_the_same_answer_twice_is_refused() {
        let before = answered("agree", "", "2026-11-20");
        let mut anew = before.clone();
        anew.version = 2;
        let after = |version: u64| {
            let saba = given("saba", &[Function::Editor]);
            known_at(version, saba, "vr23").past(vec![before.clone()])
        };
        after(2).when(anew.clone()).then(vec![anew]);
        after(1)
            .when(before.clone())
            .refused("agenda-refusal-nothing-new");
    }

    #[test]
    fn what_was_declared_meanwhile_or_not_yet_is_not_answered() {
        for (version, stands) in [(1, 2), (2, 1), (0, 1)] {
            let mut said = answered("agree", "", "2026-11-20");
            said.version = version;
            known_at(stands, given("saba", &[Function::Editor]), "vr23")
                .when(said)
                .refused("agenda-refusal-declared-anew");
        }
    }
}
