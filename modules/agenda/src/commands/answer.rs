// SPDX-License-Identifier: EUPL-1.2
//! Answer for what one's organisation has not taken up: the hearing before others see who lags.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, StreamId};
use paraat_ui::field::{Field, Input, Shape};

use super::EDITION;
use crate::kinds::account::Answered;
use crate::kinds::hearing;

/// The verb. Every organisation answers for itself.
pub const VERB: Verb = Verb {
    name: "answer",
    fields: &[
        EDITION,
        Field::required("explanation", Shape::Paragraphs(4000)),
        Field::optional("planned", Shape::Date),
    ],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The edition.
    pub edition: StreamId,
    /// Why activities were not taken up.
    pub explanation: String,
    /// By which day they will be, `YYYY-MM-DD`; empty when it is not known.
    pub planned: String,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<Answer> {
    Some(Answer {
        edition: input.stream("edition")?,
        explanation: input.text("explanation"),
        planned: input.text("planned"),
    })
}

/// The rule. An organisation that takes part answers for an edition that it can see, in the round
/// of the hearing that it can see: why activities were not taken up and, if it knows, by which day
/// they will be. Before the hearing is open there is no round that an answer could count in. The
/// same answer in the same round is no answer.
pub fn decide(
    last: Option<&Answered>,
    command: Answer,
    given: &Given,
) -> Result<Vec<Answered>, Refusal> {
    super::takes_part(&given.actor.organisation)?;
    super::edition(given, &command.edition)?;
    let hearing = super::found(given, &hearing::address(&command.edition), "hearing");
    let not_open = || Refusal::new("agenda-refusal-hearing-not-open").at("edition");
    let round = hearing.map(hearing::round).ok_or_else(not_open)?;
    if !command.planned.is_empty() && !super::is_to_come(&command.planned, given) {
        return Err(Refusal::new("agenda-refusal-day-passed").at("planned"));
    }
    let answered = Answered {
        edition: command.edition,
        explanation: command.explanation,
        planned: command.planned,
        round,
    };
    if last == Some(&answered) {
        return Err(Refusal::new("agenda-refusal-nothing-new"));
    }
    Ok(vec![answered])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Card, Function};

    use super::*;
    use crate::kinds::account::Account;
    use crate::kinds::edition::tests::{address, card};

    fn answer() -> Answer {
        Answer {
            edition: address(),
            explanation: "Het beleidsplan volgt in maart.".to_owned(),
            planned: "2027-03-31".to_owned(),
        }
    }

    fn answered(round: i64) -> Answered {
        Answered {
            edition: address(),
            explanation: "Het beleidsplan volgt in maart.".to_owned(),
            planned: "2027-03-31".to_owned(),
            round,
        }
    }

    fn of(functions: &[Function]) -> Scenario<Account> {
        given("vr23", functions).knowing(card())
    }

    /// Given this round of the hearing.
    fn heard(round: &str) -> Scenario<Account> {
        let stream = hearing::address(&address());
        let mut hearing = Card::new(stream, "agenda", "hearing", paraat_kernel::Text::default());
        hearing.order = round.to_owned();
        of(&[Function::Editor]).knowing(hearing)
    }

    #[test]
    fn an_organisation_answers_for_itself() {
        heard("001").when(answer()).then(vec![answered(1)]);
    }

    #[test]
    fn nobody_answers_before_the_hearing_is_open() {
        of(&[Function::Editor])
            .when(answer())
            .refused("agenda-refusal-hearing-not-open");
    }

    #[test]
    fn it_is_taken_up_by_a_day_that_is_to_come_or_by_none() {
        for planned in ["2026-11-22", "2026-11-23"] {
            let planned = planned.to_owned();
            heard("001")
                .when(Answer {
                    planned,
                    ..answer()
                })
                .refused("agenda-refusal-day-passed");
        }
        let planned = String::new();
        let none = Answered {
            planned: String::new(),
            ..answered(1)
        };
        heard("001")
            .when(Answer {
                planned,
                ..answer()
            })
            .then(vec![none]);
    }

    #[test]
    fn who_does_not_write_does_not_answer() {
        for functions in [&[Function::Reader][..], &[]] {
            of(functions).when(answer()).not_permitted();
        }
    }

    #[test]
    fn the_same_answer_counts_once_in_each_round() {
        heard("002").when(answer()).then(vec![answered(2)]);
        heard("002")
            .past(vec![answered(1)])
            .when(answer())
            .then(vec![answered(2)]);
        heard("002")
            .past(vec![answered(2)])
            .when(answer())
            .refused("agenda-refusal-nothing-new");
    }

    #[test]
    fn only_who_takes_part_answers_and_only_for_an_edition() {
        given::<Account>("inspectie", &[Function::Editor])
            .knowing(card())
            .when(answer())
            .refused("agenda-refusal-no-party");
        let mut comment = card();
        comment.kind = "comment".to_owned();
        for known in [None, Some(comment)] {
            let editor = given::<Account>("vr23", &[Function::Editor]);
            let editor = known.into_iter().fold(editor, Scenario::knowing);
            editor
                .when(answer())
                .refused("agenda-refusal-edition-not-there");
        }
    }
}
