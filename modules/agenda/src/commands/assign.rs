// SPDX-License-Identifier: EUPL-1.2
//! Assign the lead of an activity.

use paraat_authority::Act;
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, OrganisationId};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::activity::{Assigned, Event, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "assign",
    fields: &[
        Field::required("lead", Shape::Organisation),
        Field::optional("reason", Shape::Paragraphs(2000)),
    ],
    mode: Mode::Exact,
    scope: Scope::Stream,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assign {
    /// The organisation that leads from now on.
    pub lead: OrganisationId,
    /// Why, when another led before.
    pub reason: String,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<Assign> {
    Some(Assign {
        lead: input.organisation("lead")?,
        reason: input.text("reason"),
    })
}

/// The organisation that issued the activity assigns its lead.
pub fn act(given: &Given) -> Act {
    super::write(given.stream.owner.clone())
}

/// The rule. A lead is assigned to an activity that was issued. Whoever takes it over from
/// another says why: what the other reported stays with the other.
pub fn decide(state: &State, command: Assign) -> Result<Vec<Event>, Refusal> {
    if !state.issued {
        return Err(Refusal::new("agenda-refusal-activity-not-there"));
    }
    match &state.lead {
        Some(lead) if *lead == command.lead => {
            return Err(Refusal::new("agenda-refusal-same-lead").at("lead"));
        }
        Some(_) if command.reason.is_empty() => {
            return Err(Refusal::new("agenda-refusal-why-another-lead").at("reason"));
        }
        _ => {}
    }
    Ok(vec![Event::Assigned(Assigned {
        lead: command.lead,
        reason: command.reason,
    })])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Function, StreamId};

    use super::*;
    use crate::kinds::activity::{Activity, Command, tests::issued};

    fn at(organisation: &str, functions: &[Function]) -> Scenario<Activity> {
        let stream = StreamId::derived("jenv".parse().unwrap(), "agenda.activity", "p1-01");
        given(organisation, functions).at(stream)
    }

    fn assign(lead: &str, reason: &str) -> Command {
        let lead = lead.parse().unwrap();
        Command::Assign(Assign {
            lead,
            reason: reason.to_owned(),
        })
    }

    fn assigned(lead: &str, reason: &str) -> Event {
        Event::Assigned(Assigned {
            lead: lead.parse().unwrap(),
            reason: reason.to_owned(),
        })
    }

    #[test]
    fn the_issuer_assigns_a_lead() {
        at("jenv", &[Function::Editor])
            .past(vec![issued(None)])
            .when(assign("vr23", ""))
            .then(vec![assigned("vr23", "")]);
    }

    #[test]
    fn nobody_else_assigns_a_lead() {
        let past = || vec![issued(None)];
        at("vr23", &[Function::Decider])
            .past(past())
            .when(assign("vr23", ""))
            .not_permitted();
        at("jenv", &[Function::Reader])
            .past(past())
            .when(assign("vr23", ""))
            .not_permitted();
        at("jenv", &[])
            .past(past())
            .when(assign("vr23", ""))
            .not_permitted();
    }

    #[test]
    fn another_lead_is_explained_and_the_same_lead_is_no_change() {
        let past = || vec![issued(Some("bzk"))];
        let editor = || at("jenv", &[Function::Editor]).past(past());
        editor()
            .when(assign("vr23", ""))
            .refused("agenda-refusal-why-another-lead");
        editor()
            .when(assign("vr23", "taak"))
            .then(vec![assigned("vr23", "taak")]);
        editor()
            .when(assign("bzk", ""))
            .refused("agenda-refusal-same-lead");
    }

    #[test]
    fn an_activity_that_was_not_issued_has_no_lead() {
        at("jenv", &[Function::Editor])
            .when(assign("vr23", ""))
            .refused("agenda-refusal-activity-not-there");
    }
}
