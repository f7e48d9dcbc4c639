// SPDX-License-Identifier: EUPL-1.2
//! Answer for what one's organisation has not taken up: the hearing before others see who lags.

use jiff::civil::Date;
use paraat_authority::{Ability, Act};
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::account::Answered;
use crate::kinds::edition;

/// The verb.
pub const VERB: Verb = Verb {
    name: "answer",
    fields: &[
        Field::given(
            "edition",
            Shape::Stream {
                module: "agenda",
                kind: "edition",
            },
        ),
        Field::required("gaps", Shape::Whole(0, 1000)),
        Field::required("explanation", Shape::Paragraphs(4000)),
        Field::optional("planned", Shape::Line(10)),
    ],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Answered> {
    Some(Answered {
        edition: input.stream("edition")?,
        explanation: input.text("explanation"),
        gaps: input.whole("gaps")?,
        planned: input.text("planned"),
    })
}

/// Every organisation answers for itself.
pub fn act(given: &Given) -> Act {
    Act {
        ability: Ability::Write,
        of: given.actor.organisation.clone(),
    }
}

/// The rule. An organisation answers for an edition that it can see: how many activities it saw
/// were not taken up, why, and, if it knows, by which day they will be. The same answer again is
/// no answer.
pub fn decide(
    last: Option<&Answered>,
    command: Answered,
    given: &Given,
) -> Result<Vec<Answered>, Refusal> {
    edition::there(&command.edition, given)?;
    if !command.planned.is_empty() && command.planned.parse::<Date>().is_err() {
        return Err(Refusal::new("agenda-refusal-not-a-day").at("planned"));
    }
    if last == Some(&command) {
        return Err(Refusal::new("agenda-refusal-nothing-new"));
    }
    Ok(vec![command])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::Function;

    use super::*;
    use crate::kinds::account::Account;
    use crate::kinds::edition::tests::{address, card};

    fn answer(planned: &str) -> Answered {
        Answered {
            edition: address(),
            explanation: "Het beleidsplan volgt in maart.".to_owned(),
            gaps: 12,
            planned: planned.to_owned(),
        }
    }

    fn of(functions: &[Function]) -> Scenario<Account> {
        given("vr23", functions).knowing(card())
    }

    #[test]
    fn an_organisation_answers_for_itself() {
        of(&[Function::Editor])
            .when(answer("2027-03-31"))
            .then(vec![answer("2027-03-31")]);
    }

    #[test]
    fn who_does_not_write_does_not_answer() {
        for functions in [&[Function::Reader][..], &[]] {
            of(functions).when(answer("")).not_permitted();
        }
    }

    #[test]
    fn a_day_that_does_not_read_and_the_same_answer_are_refused() {
        of(&[Function::Editor])
            .when(answer("voorjaar"))
            .refused("agenda-refusal-not-a-day");
        of(&[Function::Editor])
            .past(vec![answer("")])
            .when(answer(""))
            .refused("agenda-refusal-nothing-new");
        given::<Account>("vr23", &[Function::Editor])
            .when(answer(""))
            .refused("agenda-refusal-edition-not-there");
    }
}
