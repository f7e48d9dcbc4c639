// SPDX-License-Identifier: EUPL-1.2
//! Open the hearing on an edition: the ministry asks every organisation at once to answer for
//! what it has not taken up. It names no organisation and no number, so it tells nothing of who
//! lags.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use paraat_authority::{Ability, Act};
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use crate::ISSUER;
use crate::kinds::edition;
use crate::kinds::hearing::Opened;

/// The verb.
pub const VERB: Verb = Verb {
    name: "open",
    fields: &[
        Field::given(
            "edition",
            Shape::Stream {
                module: "agenda",
                kind: "edition",
            },
        ),
        Field::required("answerBy", Shape::Line(10)),
    ],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Opened> {
    Some(Opened {
        answer_by: input.text("answerBy"),
        edition: input.stream("edition")?,
    })
}

/// The ministry that issues the agenda hears.
pub fn act() -> Result<Act, Refusal> {
    let of = ISSUER
        .parse()
        .map_err(|_bad| Refusal::new("agenda-refusal-no-issuer"))?;
    Ok(Act {
        ability: Ability::Write,
        of,
    })
}

/// The rule. A hearing is on an edition that is there, and gives organisations a day to answer by
/// that is still to come. Opening it again sets another day.
pub fn decide(
    last: Option<&Opened>,
    command: Opened,
    given: &Given,
) -> Result<Vec<Opened>, Refusal> {
    edition::there(&command.edition, given)?;
    let day: Date = command
        .answer_by
        .parse()
        .map_err(|_bad| Refusal::new("agenda-refusal-not-a-day").at("answerBy"))?;
    if day <= TimeZone::UTC.to_datetime(given.now).date() {
        return Err(Refusal::new("agenda-refusal-day-passed").at("answerBy"));
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
    use crate::kinds::edition::tests::{address, card};
    use crate::kinds::hearing::Hearing;

    fn open(answer_by: &str) -> Opened {
        Opened {
            answer_by: answer_by.to_owned(),
            edition: address(),
        }
    }

    fn of(organisation: &str, functions: &[Function]) -> Scenario<Hearing> {
        given(organisation, functions).knowing(card())
    }

    #[test]
    fn the_ministry_opens_the_hearing() {
        of(ISSUER, &[Function::Editor])
            .when(open("2027-01-15"))
            .then(vec![open("2027-01-15")]);
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
        for (day, refusal) in [
            ("gauw", "agenda-refusal-not-a-day"),
            ("2026-11-23", "agenda-refusal-day-passed"),
        ] {
            of(ISSUER, &[Function::Editor])
                .when(open(day))
                .refused(refusal);
        }
        of(ISSUER, &[Function::Editor])
            .past(vec![open("2027-01-15")])
            .when(open("2027-01-15"))
            .refused("agenda-refusal-nothing-new");
        given::<Hearing>(ISSUER, &[Function::Editor])
            .when(open("2027-01-15"))
            .refused("agenda-refusal-edition-not-there");
    }
}
