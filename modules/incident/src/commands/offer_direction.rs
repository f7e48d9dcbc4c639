// SPDX-License-Identifier: EUPL-1.2
//! Offer the direction of the picture of an incident to another organisation.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::{INCIDENT, REASON};
use crate::kinds::direction::{Offered, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "offer",
    fields: &[INCIDENT, Field::required("to", Shape::Organisation), REASON],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Offered> {
    Some(Offered {
        incident: input.stream("incident")?,
        reason: input.text("reason"),
        to: input.organisation("to")?,
    })
}

/// The rule. Who holds it offers it to another. Until that one accepts, it stays where it is.
pub fn decide(state: &State, command: Offered, given: &Given) -> Result<Offered, Refusal> {
    if !state.holds() {
        return Err(Refusal::new("incident-refusal-directs-not"));
    }
    if command.to == given.actor.organisation {
        return Err(Refusal::new("incident-refusal-to-oneself").at("to"));
    }
    Ok(command)
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_kernel::{Card, Text};

    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::direction::{Command, Direction, Event, Taken, stance_of};

    /// The stance of vr23, who offers the direction to `to`.
    pub(crate) fn offer(to: &str) -> Card {
        let stream = stance_of("vr23".parse().unwrap(), &incident("vr23"));
        let mut card = Card::new(stream, "incident", "direction", Text::default());
        "offering".clone_into(&mut card.status);
        card.holder = to.parse().ok();
        "2026-11-23T09:00:00Z".clone_into(&mut card.order);
        card
    }

    fn command() -> Offered {
        Offered {
            incident: incident("vr23"),
            reason: "Zwaartepunt verschuift".to_owned(),
            to: "vr25".parse().unwrap(),
        }
    }

    #[test]
    fn who_holds_it_offers_it_to_another() {
        let incident = incident("vr23");
        let holding = || {
            on_duty::<Direction>().past(vec![Event::Taken(Taken {
                incident: incident.clone(),
            })])
        };
        holding()
            .when(Command::Offer(command()))
            .then(vec![Event::Offered(command())]);
        let to = "vr24".parse().unwrap();
        holding()
            .when(Command::Offer(Offered { to, ..command() }))
            .refused("incident-refusal-to-oneself");
        on_duty::<Direction>()
            .when(Command::Offer(command()))
            .refused("incident-refusal-directs-not");
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Direction>(|| Command::Offer(command()));
    }
}
