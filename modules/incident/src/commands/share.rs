// SPDX-License-Identifier: EUPL-1.2
//! Share how one theme looks to one's own team.

use paraat_contract::{Mode, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use super::{INCIDENT, TEAM, THEME};
use crate::kinds::part::Shared;
use crate::terms::themes::STATUSES;

/// The verb. The page says for which team, since what its writer has seen is of that team.
pub const VERB: Verb = Verb {
    name: "share",
    fields: &[
        INCIDENT,
        Field {
            given: true,
            ..TEAM
        },
        THEME,
        Field::required("status", Shape::Choice(STATUSES)),
        Field::optional("text", Shape::Paragraphs(4000)).together(&["theme"]),
        Field::optional("every", Shape::Whole(5, 10_080)),
    ],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Shared> {
    Some(Shared {
        every: input.text("every"),
        incident: input.stream("incident")?,
        status: input.text("status"),
        team: input.text("team"),
        text: input.text("text"),
        theme: input.text("theme"),
    })
}

/// The rule. A team shares its own part of an incident that it sees. Sharing the same again is
/// news too: it was looked at.
pub fn decide(command: Shared) -> Shared {
    command
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::part::{Command, Event, Part};

    pub(crate) fn shared() -> Shared {
        Shared {
            every: String::new(),
            incident: incident("vr23"),
            status: "serious".to_owned(),
            team: "water".to_owned(),
            text: "De kade houdt nog.".to_owned(),
            theme: "water".to_owned(),
        }
    }

    #[test]
    fn a_team_shares_its_own_part_and_shares_it_again() {
        on_duty::<Part>()
            .past(vec![Event::Shared(shared())])
            .when(Command::Share(shared()))
            .then(vec![Event::Shared(shared())]);
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Part>(|| Command::Share(shared()));
    }
}
