// SPDX-License-Identifier: EUPL-1.2
//! Open the hearing on an edition: the ministry asks every organisation at once to answer for
//! what it has not taken up. It names no organisation and no number, so it tells nothing of who
//! lags.

use paraat_authority::Act;
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, StreamId};
use paraat_ui::field::{Field, Input, Shape};

use super::EDITION;
use crate::ISSUER;
use crate::kinds::hearing::Opened;

/// The verb.
pub const VERB: Verb = Verb {
    name: "open",
    fields: &[EDITION, Field::required("answerBy", Shape::Date)],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// By which day organisations answer, `YYYY-MM-DD`.
    pub answer_by: String,
    /// The edition.
    pub edition: StreamId,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<Open> {
    Some(Open {
        answer_by: input.text("answerBy"),
        edition: input.stream("edition")?,
    })
}

/// The ministry that issues the agenda hears.
pub fn act() -> Result<Act, Refusal> {
    let of = ISSUER
        .parse()
        .map_err(|_bad| Refusal::new("agenda-refusal-no-issuer"))?;
    Ok(super::write(of))
}

/// The rule. A hearing is on an edition that is there, and gives organisations a day to answer by
/// that is still to come. Opening it again before that day sets another day; from that day on it
/// begins a new round, in which every organisation is heard again.
pub fn decide(last: Option<&Opened>, command: Open, given: &Given) -> Result<Vec<Opened>, Refusal> {
    super::edition(given, &command.edition)?;
    if !super::is_to_come(&command.answer_by, given) {
        return Err(Refusal::new("agenda-refusal-day-passed").at("answerBy"));
    }
    let round = match last {
        Some(last) if super::is_to_come(&last.answer_by, given) => last.round,
        Some(last) => last.round + 1,
        None => 1,
    };
    let opened = Opened {
        answer_by: command.answer_by,
        edition: command.edition,
        round,
    };
    if last == Some(&opened) {
        return Err(Refusal::new("agenda-refusal-nothing-new"));
    }
    Ok(vec![opened])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::Function;

    use super::*;
    use crate::kinds::edition::tests::{address, card};
    use crate::kinds::hearing::Hearing;

    fn open(answer_by: &str) -> Open {
        Open {
            answer_by: answer_by.to_owned(),
            edition: address(),
        }
    }

    fn opened(answer_by: &str, round: i64) -> Opened {
        Opened {
            answer_by: answer_by.to_owned(),
            edition: address(),
            round,
        }
    }

    fn of(organisation: &str, functions: &[Function]) -> Scenario<Hearing> {
        given(organisation, functions).knowing(card())
    }

    #[test]
    fn the_ministry_opens_the_hearing() {
        of(ISSUER, &[Function::Editor])
            .when(open("2027-01-15"))
            .then(vec![opened("2027-01-15", 1)]);
    }

    #[test]
    fn nobody_else_opens_it() {
        for (organisation, functions) in [
            ("vr23", &[Function::Decider][..]),
            (ISSUER, &[Function::Reader]),
            (ISSUER, &[]),
        ] {
            of(organisation, functions)
                .when(open("2027-01-15"))
                .not_permitted();
        }
    }

    #[test]
    fn there_is_a_day_to_answer_by_that_is_to_come() {
        of(ISSUER, &[Function::Editor])
            .when(open("2026-11-23"))
            .refused("agenda-refusal-day-passed");
        of(ISSUER, &[Function::Editor])
            .past(vec![opened("2027-01-15", 1)])
            .when(open("2027-01-15"))
            .refused("agenda-refusal-nothing-new");
        let mut comment = card();
        comment.kind = "comment".to_owned();
        given::<Hearing>(ISSUER, &[Function::Editor])
            .knowing(comment)
            .when(open("2027-01-15"))
            .refused("agenda-refusal-edition-not-there");
    }

    #[test]
    fn another_day_is_the_same_round_until_the_day_has_come() {
        for (before, round) in [("2026-12-15", 1), ("2026-11-23", 2)] {
            of(ISSUER, &[Function::Editor])
                .past(vec![opened(before, 1)])
                .when(open("2027-01-15"))
                .then(vec![opened("2027-01-15", round)]);
        }
    }
}
