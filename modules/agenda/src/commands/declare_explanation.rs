// SPDX-License-Identifier: EUPL-1.2
//! Declare for an island: it goes there as it is, something else is needed, or it is explained
//! why not.

use paraat_authority::Act;
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::explanation::{Declared, State};

/// The islands of the Caribbean Netherlands, as organisations.
pub const ISLANDS: &[&str] = &["bonaire", "sint-eustatius", "saba"];

/// What a lead can declare.
pub const OUTCOMES: &[&str] = &["comply", "something-else", "explain"];

/// The reasons that the agenda accepts (2024-2029, 4.4, note 13), by their ids in
/// `reference/explain-reasons.toml`.
pub const REASONS: &[&str] = &[
    "insularity",
    "distance",
    "small-scale",
    "climate",
    "geography",
    "capacity",
    "culture",
    "kingdom-ties",
    "economy-society",
];

/// The address of what is weighed: an activity, or a proposal.
pub const SUBJECT: Shape = Shape::Stream {
    module: "agenda",
    kind: "activity",
};

/// The verb.
pub const VERB: Verb = Verb {
    name: "declare",
    fields: &[
        Field::given("subject", SUBJECT),
        Field::given("island", Shape::Organisation),
        Field::required("outcome", Shape::Choice(OUTCOMES)),
        Field::optional("need", Shape::Paragraphs(4000)),
        Field::optional("reasons", Shape::Choices(REASONS)),
        Field::optional("text", Shape::Paragraphs(4000)),
    ],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// The command in the fields. Reasons are kept once each, in the order of the list, so that the
/// same reasons are the same bytes.
pub fn read(input: &Input) -> Option<Declared> {
    let chosen = input.choices("reasons");
    let reasons: Vec<&str> = REASONS
        .iter()
        .copied()
        .filter(|reason| chosen.iter().any(|it| it == reason))
        .collect();
    Some(Declared {
        island: input.organisation("island")?,
        need: input.text("need"),
        outcome: input.text("outcome"),
        reasons: reasons.join(","),
        subject: input.stream("subject")?,
        text: input.text("text"),
    })
}

/// Only the lead of the activity, or the ministry that announced the proposal, declares.
pub fn act(command: &Declared, given: &Given) -> Result<Act, Refusal> {
    super::by_lead_of_subject(given, &command.subject)
}

/// The rule. It is for one of the three islands. When something else is needed, it is said what.
/// Who explains names at least one of the nine reasons, and tells it in words too. The same again
/// is refused: the island would be asked to answer what it answered.
pub fn decide(state: &State, command: Declared) -> Result<Vec<Declared>, Refusal> {
    if !ISLANDS.contains(&command.island.as_str()) {
        return Err(Refusal::new("agenda-refusal-no-island").at("island"));
    }
    if command.outcome == "something-else" && command.need.is_empty() {
        return Err(Refusal::new("agenda-refusal-need-missing").at("need"));
    }
    if command.outcome == "explain" && command.reasons.is_empty() {
        return Err(Refusal::new("agenda-refusal-reasons-missing").at("reasons"));
    }
    if command.outcome == "explain" && command.text.is_empty() {
        return Err(Refusal::new("agenda-refusal-text-missing").at("text"));
    }
    let declared = fitting(command);
    if state.last.as_ref() == Some(&declared) {
        return Err(Refusal::new("agenda-refusal-nothing-new"));
    }
    Ok(vec![declared])
}

/// Without what was filled in for another outcome: a form keeps it when its reader chooses anew.
fn fitting(mut command: Declared) -> Declared {
    if command.outcome != "something-else" {
        command.need.clear();
    }
    if command.outcome == "comply" {
        command.reasons.clear();
    }
    command
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Card, Function, StreamId, Text};

    use super::*;
    use crate::kinds::explanation::Explanation;

    fn subject(kind: &str) -> StreamId {
        StreamId::derived("jenv".parse().unwrap(), kind, "1")
    }

    fn card(kind: &str, lead: Option<&str>) -> Card {
        let stream = subject("agenda.activity");
        let mut card = Card::new(stream, "agenda", kind, Text::typed("1.01"));
        card.holder = lead.map(|lead| lead.parse().unwrap());
        card
    }

    fn declared(outcome: &str, need: &str, reasons: &str, text: &str) -> Declared {
        Declared {
            island: "saba".parse().unwrap(),
            need: need.to_owned(),
            outcome: outcome.to_owned(),
            reasons: reasons.to_owned(),
            subject: subject("agenda.activity"),
            text: text.to_owned(),
        }
    }

    fn lead() -> Scenario<Explanation> {
        given("vr23", &[Function::Editor]).knowing(card("activity", Some("vr23")))
    }

    #[test]
    fn the_lead_declares_for_an_island() {
        for said in [
            declared("comply", "", "", ""),
            declared("something-else", "Een kleinere ploeg", "small-scale", ""),
            declared("explain", "", "distance,climate", "Te ver"),
        ] {
            lead().when(said.clone()).then(vec![said]);
        }
    }

    #[test]
    fn the_ministry_declares_for_its_proposal_until_it_is_dropped() {
        let with = |status: &str| {
            let mut card = card("proposal", Some("bzk"));
            card.status = status.to_owned();
            given::<Explanation>("bzk", &[Function::Editor]).knowing(card)
        };
        let said = declared("comply", "", "", "");
        with("announced")
            .when(said.clone())
            .then(vec![said.clone()]);
        let gone = with("dropped").when(said);
        gone.refused("agenda-refusal-proposal-dropped");
    }

    #[test]
    fn nobody_but_an_editor_of_the_lead_declares() {
        let cases: [(&str, &[Function]); 4] = [
            ("saba", &[Function::Editor]),
            ("jenv", &[Function::Decider]),
            ("vr23", &[Function::Reader]),
            ("vr23", &[]),
        ];
        for (organisation, functions) in cases {
            given::<Explanation>(organisation, functions)
                .knowing(card("activity", Some("vr23")))
                .when(declared("comply", "", "", ""))
                .not_permitted();
        }
    }

    #[test]
    fn without_a_lead_or_a_subject_nobody_declares() {
        let said = || declared("comply", "", "", "");
        let none = given::<Explanation>("vr23", &[Function::Editor]);
        none.when(said())
            .refused("agenda-refusal-subject-not-there");
        for (kind, why) in [
            ("activity", "agenda-refusal-no-lead"),
            ("comment", "agenda-refusal-subject-not-there"),
        ] {
            given::<Explanation>("vr23", &[Function::Editor])
                .knowing(card(kind, None))
                .when(said())
                .refused(why);
        }
    }

    #[test]
    fn what_is_missing_is_asked_for() {
        for (said, why) in [
            (
                declared("something-else", "", "", "x"),
                "agenda-refusal-need-missing",
            ),
            (
                declared("explain", "", "", "x"),
                "agenda-refusal-reasons-missing",
            ),
            (
                declared("explain", "", "climate", ""),
                "agenda-refusal-text-missing",
            ),
        ] {
            lead().when(said).refused(why);
        }
        let mut elsewhere = declared("comply", "", "", "");
        elsewhere.island = "aruba".parse().unwrap();
        lead().when(elsewhere).refused("agenda-refusal-no-island");
    }

    #[test]
    fn what_belongs_to_another_outcome_is_left_out_and_the_same_twice_is_refused() {
        let plain = declared("comply", "", "", "Ook hier");
        lead()
            .when(declared("comply", "iets", "climate", "Ook hier"))
            .then(vec![plain.clone()]);
        lead()
            .past(vec![plain.clone()])
            .when(plain)
            .refused("agenda-refusal-nothing-new");
    }

    #[test]
    fn the_nine_reasons_and_the_three_islands_are_those_of_the_reference_data() {
        let known: Vec<String> = paraat_reference::explain_reasons()
            .unwrap()
            .into_iter()
            .map(|it| it.id)
            .collect();
        assert_eq!(known, REASONS);
        let bodies: Vec<String> = paraat_reference::organisations()
            .unwrap()
            .into_iter()
            .filter(|it| it.kind == "public-body")
            .map(|it| it.id)
            .collect();
        assert_eq!(bodies, ISLANDS);
    }
}
