// SPDX-License-Identifier: EUPL-1.2
//! Release a co-lead: it carries the activity no longer. What it stated stays.

use paraat_authority::Act;
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::co_lead::{Event, Released, State};
use crate::lifecycle::CO_LEAD_LIFE;

/// The verb.
pub const VERB: Verb = Verb {
    name: "release",
    fields: &[Field::required("reason", Shape::Paragraphs(2000))],
    mode: Mode::Exact,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Released {
    Released {
        reason: input.text("reason"),
    }
}

/// The organisation that named it releases it.
pub fn act(given: &Given) -> Act {
    super::write(given.stream.owner.clone())
}

/// The rule. Only who is a co-lead is released, with a reason.
pub fn decide(state: &State, command: Released) -> Result<Vec<Event>, Refusal> {
    if !CO_LEAD_LIFE.allows(&state.status, "release") {
        return Err(Refusal::new("agenda-refusal-no-co-lead"));
    }
    Ok(vec![Event::Released(command)])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Function, StreamId};

    use super::*;
    use crate::kinds::co_lead::{CoLead, Command, Named, address};

    fn activity() -> StreamId {
        StreamId::derived("jenv".parse().unwrap(), "agenda.activity", "cn-06")
    }

    fn of(organisation: &str, functions: &[Function]) -> Scenario<CoLead> {
        let named = Named {
            activity: activity(),
            organisation: "vr23".parse().unwrap(),
        };
        let stream = address("jenv".parse().unwrap(), &activity(), &named.organisation);
        given(organisation, functions)
            .at(stream)
            .past(vec![Event::Named(named)])
    }

    fn released() -> Released {
        Released {
            reason: "De taak ligt nu bij BZK.".to_owned(),
        }
    }

    #[test]
    fn the_issuer_releases_a_co_lead() {
        of("jenv", &[Function::Editor])
            .when(Command::Release(released()))
            .then(vec![Event::Released(released())]);
    }

    #[test]
    fn nobody_else_releases_a_co_lead() {
        let cases: [(&str, &[Function]); 3] = [
            ("vr23", &[Function::Decider]),
            ("jenv", &[Function::Reader]),
            ("jenv", &[]),
        ];
        for (organisation, functions) in cases {
            of(organisation, functions)
                .when(Command::Release(released()))
                .not_permitted();
        }
    }

    #[test]
    fn who_is_no_co_lead_is_not_released() {
        of("jenv", &[Function::Editor])
            .past(vec![])
            .when(Command::Release(released()))
            .refused("agenda-refusal-no-co-lead");
    }
}
