// SPDX-License-Identifier: EUPL-1.2
//! Say that a theme is still as it was shared.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input};

use super::{INCIDENT, TEAM, THEME};
use crate::kinds::part::{Confirmed, State};

/// The verb: one press, so that a picture does not grow old because looking again takes typing.
pub const VERB: Verb = Verb {
    name: "confirm",
    fields: &[
        INCIDENT,
        Field {
            given: true,
            ..TEAM
        },
        Field {
            given: true,
            ..THEME
        },
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Confirmed> {
    Some(Confirmed {
        incident: input.stream("incident")?,
        team: input.text("team"),
        theme: input.text("theme"),
    })
}

/// The rule. The team shared that theme.
pub fn decide(state: &State, command: Confirmed) -> Result<Confirmed, Refusal> {
    if !state.themes.contains_key(&command.theme) {
        return Err(Refusal::new("incident-refusal-not-shared").at("theme"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::share::tests::shared;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::part::{Command, Event, Part};

    fn confirmed(theme: &str) -> Confirmed {
        Confirmed {
            incident: incident("vr23"),
            team: "water".to_owned(),
            theme: theme.to_owned(),
        }
    }

    #[test]
    fn what_was_shared_is_confirmed() {
        let before = || on_duty::<Part>().past(vec![Event::Shared(shared())]);
        before()
            .when(Command::Confirm(confirmed("water")))
            .then(vec![Event::Confirmed(confirmed("water"))]);
        before()
            .when(Command::Confirm(confirmed("people")))
            .refused("incident-refusal-not-shared");
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Part>(|| Command::Confirm(confirmed("water")));
    }
}
