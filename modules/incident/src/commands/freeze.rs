// SPDX-License-Identifier: EUPL-1.2
//! Make a situation report: name a moment of the picture and number it.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Cut, Given};
use paraat_ui::field::{Field, Input, Shape};

use super::INCIDENT;
use crate::kinds::report::Frozen;
use crate::kinds::seen;

/// The verb.
pub const VERB: Verb = Verb {
    name: "freeze",
    fields: &[
        INCIDENT,
        Field::optional("note", Shape::Paragraphs(2000)),
        Field::optional("expected", Shape::Moment),
        Field {
            required: false,
            ..Field::given("seen", Shape::Moment)
        },
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields; the rule numbers it.
pub fn read(input: &Input) -> Option<Frozen> {
    Some(Frozen {
        cut: Cut::default(),
        incident: input.stream("incident")?,
        expected: super::moment(input, "expected"),
        note: input.text("note"),
        number: 0,
        seen: super::moment(input, "seen"),
    })
}

/// The rule. The moment is one that has been; when nobody said which, it is now.
pub fn decide(command: Frozen, given: &Given) -> Result<Frozen, Refusal> {
    seen(&command.incident, given)?;
    let moment = command.seen.parse().ok().filter(|at| *at <= given.now);
    Ok(Frozen {
        cut: given.cut.clone(),
        number: given.number,
        seen: moment.unwrap_or(given.now).to_string(),
        ..command
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::report::Report;

    fn frozen(seen: &str) -> Frozen {
        Frozen {
            cut: Cut::default(),
            incident: incident("vr23"),
            expected: String::new(),
            note: "Voor het beleidsteam".to_owned(),
            number: 1,
            seen: seen.to_owned(),
        }
    }

    #[test]
    fn a_report_is_of_a_moment_that_has_been() {
        for (asked, made) in [
            ("2026-11-23T09:00:00Z", "2026-11-23T09:00:00Z"),
            ("2027-01-01T00:00:00Z", "2026-11-23T10:00:00Z"),
            ("", "2026-11-23T10:00:00Z"),
        ] {
            on_duty::<Report>()
                .when(frozen(asked))
                .then(vec![frozen(made)]);
        }
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Report>(|| frozen(""));
    }
}
