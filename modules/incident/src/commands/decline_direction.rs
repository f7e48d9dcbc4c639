// SPDX-License-Identifier: EUPL-1.2
//! Decline the direction that another organisation offered.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::{INCIDENT, REASON};
use crate::kinds::direction::{Declined, State, offered};

/// The verb.
pub const VERB: Verb = Verb {
    name: "decline",
    fields: &[INCIDENT, Field::given("from", Shape::Organisation), REASON],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Declined> {
    Some(Declined {
        from: input.organisation("from")?,
        incident: input.stream("incident")?,
        offered: String::new(),
        reason: input.text("reason"),
    })
}

/// The rule. It was offered to this organisation. Who holds it already cannot lose it by declining
/// what another offers: it lays down what it holds, or lets the offer be.
pub fn decide(state: &State, command: Declined, given: &Given) -> Result<Declined, Refusal> {
    let offered = offered(&command.from, &command.incident, given)?;
    if state.stance == "holding" {
        return Err(Refusal::new("incident-refusal-directs"));
    }
    Ok(Declined { offered, ..command })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::offer_direction::tests::offer;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::direction::{Command, Direction, Event, Taken};

    fn command() -> Declined {
        Declined {
            from: "vr23".parse().unwrap(),
            incident: incident("vr23"),
            offered: String::new(),
            reason: "Te weinig mensen".to_owned(),
        }
    }

    fn declined() -> Event {
        let offered = "2026-11-23T09:00:00Z".to_owned();
        Event::Declined(Declined {
            offered,
            ..command()
        })
    }

    #[test]
    fn who_holds_it_does_not_lose_it_by_declining() {
        let incident = incident("vr23");
        on_duty::<Direction>()
            .knowing(offer("vr24"))
            .past(vec![Event::Taken(Taken { incident })])
            .when(Command::Decline(command()))
            .refused("incident-refusal-directs");
    }

    #[test]
    fn only_whom_it_was_offered_to_declines() {
        on_duty::<Direction>()
            .knowing(offer("vr24"))
            .when(Command::Decline(command()))
            .then(vec![declined()]);
        on_duty::<Direction>()
            .knowing(offer("vr25"))
            .when(Command::Decline(command()))
            .refused("incident-refusal-not-offered");
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Direction>(|| Command::Decline(command()));
    }
}
