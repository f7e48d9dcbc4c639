// SPDX-License-Identifier: EUPL-1.2
//! Name a co-lead of an activity.

use paraat_authority::Act;
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::ACTIVITY;
use crate::kinds::co_lead::{Event, Named, State};
use crate::lifecycle::CO_LEAD_LIFE;

/// The verb.
pub const VERB: Verb = Verb {
    name: "name",
    fields: &[
        ACTIVITY,
        Field::required("organisation", Shape::Organisation),
    ],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Named> {
    Some(Named {
        activity: input.stream("activity")?,
        organisation: input.organisation("organisation")?,
    })
}

/// The organisation that issued the activity names its co-leads.
pub fn act(command: &Named, given: &Given) -> Result<Act, Refusal> {
    let activity = super::activity(given, &command.activity)?;
    Ok(super::write(activity.stream.owner.clone()))
}

/// The rule. Nobody is co-lead of what it leads, and nobody is named twice.
pub fn decide(state: &State, command: Named, given: &Given) -> Result<Vec<Event>, Refusal> {
    let activity = super::activity(given, &command.activity)?;
    if activity.holder.as_ref() == Some(&command.organisation) {
        return Err(Refusal::new("agenda-refusal-lead-is-no-co-lead").at("organisation"));
    }
    if !CO_LEAD_LIFE.allows(&state.status, "name") {
        return Err(Refusal::new("agenda-refusal-already-co-lead").at("organisation"));
    }
    Ok(vec![Event::Named(command)])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Card, Function, StreamId, Text};

    use super::*;
    use crate::kinds::co_lead::{CoLead, Command, Released};

    fn activity() -> StreamId {
        StreamId::derived("jenv".parse().unwrap(), "agenda.activity", "cn-06")
    }

    fn of(organisation: &str, functions: &[Function]) -> Scenario<CoLead> {
        let mut card = Card::new(activity(), "agenda", "activity", Text::typed("CN.06"));
        card.holder = Some("bzk".parse().unwrap());
        given(organisation, functions).knowing(card)
    }

    fn named(organisation: &str) -> Named {
        Named {
            activity: activity(),
            organisation: organisation.parse().unwrap(),
        }
    }

    #[test]
    fn the_issuer_names_a_co_lead_and_names_it_again_after_release() {
        let past = [
            Event::Named(named("jenv")),
            Event::Released(Released {
                reason: "klaar".to_owned(),
            }),
        ];
        for before in [&past[..0], &past] {
            of("jenv", &[Function::Editor])
                .past(before.to_vec())
                .when(Command::Name(named("jenv")))
                .then(vec![Event::Named(named("jenv"))]);
        }
    }

    #[test]
    fn nobody_else_names_a_co_lead() {
        let cases: [(&str, &[Function]); 3] = [
            ("bzk", &[Function::Decider]),
            ("jenv", &[Function::Reader]),
            ("jenv", &[]),
        ];
        for (organisation, functions) in cases {
            of(organisation, functions)
                .when(Command::Name(named("vr23")))
                .not_permitted();
        }
    }

    #[test]
    fn the_lead_is_no_co_lead_and_nobody_is_named_twice() {
        of("jenv", &[Function::Editor])
            .when(Command::Name(named("bzk")))
            .refused("agenda-refusal-lead-is-no-co-lead");
        of("jenv", &[Function::Editor])
            .past(vec![Event::Named(named("jenv"))])
            .when(Command::Name(named("jenv")))
            .refused("agenda-refusal-already-co-lead");
    }

    #[test]
    fn an_activity_that_is_not_there_has_no_co_lead() {
        given::<CoLead>("jenv", &[Function::Editor])
            .when(Command::Name(named("vr23")))
            .refused("agenda-refusal-activity-not-there");
    }
}
