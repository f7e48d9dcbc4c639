// SPDX-License-Identifier: EUPL-1.2
//! Confirm a line that was written as unconfirmed.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use super::{INCIDENT, TEAM};
use crate::kinds::log::{Confirmed, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "confirm",
    fields: &[
        INCIDENT,
        Field {
            given: true,
            ..TEAM
        },
        Field::given("line", Shape::Whole(1, i64::MAX)),
        Field::optional("source", Shape::Line(200)),
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Confirmed> {
    Some(Confirmed {
        incident: input.stream("incident")?,
        line: u64::try_from(input.whole("line")?).ok()?,
        source: input.text("source"),
        team: input.text("team"),
    })
}

/// The rule. The line stands in the own log, and was not confirmed yet.
pub fn decide(state: &State, command: Confirmed) -> Result<Confirmed, Refusal> {
    if !state.unconfirmed.contains(&command.line) {
        return Err(Refusal::new("incident-refusal-not-unconfirmed"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::commands::write::tests::line;
    use crate::kinds::log::{Command, Event, Log};

    fn confirmed(line: u64) -> Confirmed {
        Confirmed {
            incident: incident("vr23"),
            line,
            source: "Verkenner ter plaatse".to_owned(),
            team: "rot".to_owned(),
        }
    }

    #[test]
    fn what_was_not_confirmed_is_confirmed_once() {
        let written = || on_duty::<Log>().past(vec![Event::Written(line())]);
        written()
            .when(Command::Confirm(confirmed(1)))
            .then(vec![Event::Confirmed(confirmed(1))]);
        written()
            .when(Command::Confirm(confirmed(2)))
            .refused("incident-refusal-not-unconfirmed");
        on_duty::<Log>()
            .past(vec![Event::Written(line()), Event::Confirmed(confirmed(1))])
            .when(Command::Confirm(confirmed(1)))
            .refused("incident-refusal-not-unconfirmed");
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Log>(|| Command::Confirm(confirmed(1)));
    }
}
