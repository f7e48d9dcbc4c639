// SPDX-License-Identifier: EUPL-1.2
//! Accept the direction that another organisation offered.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::INCIDENT;
use crate::kinds::direction::{Accepted, State, offered};

/// The verb.
pub const VERB: Verb = Verb {
    name: "accept",
    fields: &[INCIDENT, Field::given("from", Shape::Organisation)],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Accepted> {
    Some(Accepted {
        from: input.organisation("from")?,
        incident: input.stream("incident")?,
        offered: String::new(),
    })
}

/// The rule. It was offered to this organisation, which did not accept this offer yet. Who holds it
/// as well accepts too: so two that hold it become one. And who gave it away takes it back this
/// way.
pub fn decide(state: &State, command: Accepted, given: &Given) -> Result<Accepted, Refusal> {
    let offered = offered(&command.from, &command.incident, given)?;
    if state.stance == "holding" && state.answers == offered {
        return Err(Refusal::new("incident-refusal-directs"));
    }
    Ok(Accepted { offered, ..command })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::offer_direction::tests::offer;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::direction::{Command, Direction, Event, Offered, Taken};

    fn command() -> Accepted {
        Accepted {
            from: "vr23".parse().unwrap(),
            incident: incident("vr23"),
            offered: String::new(),
        }
    }

    fn accepted() -> Event {
        let offered = "2026-11-23T09:00:00Z".to_owned();
        Event::Accepted(Accepted {
            offered,
            ..command()
        })
    }

    #[test]
    fn only_whom_it_was_offered_to_accepts() {
        on_duty::<Direction>()
            .knowing(offer("vr24"))
            .when(Command::Accept(command()))
            .then(vec![accepted()]);
        on_duty::<Direction>()
            .knowing(offer("vr25"))
            .when(Command::Accept(command()))
            .refused("incident-refusal-not-offered");
        on_duty::<Direction>()
            .knowing(offer("vr24"))
            .past(vec![accepted()])
            .when(Command::Accept(command()))
            .refused("incident-refusal-directs");
    }

    #[test]
    fn who_gave_it_away_takes_it_back_and_of_two_holders_one_remains() {
        let incident = || incident("vr23");
        let gave = Event::Offered(Offered {
            incident: incident(),
            reason: String::new(),
            to: "vr23".parse().unwrap(),
        });
        let taken = Event::Taken(Taken {
            incident: incident(),
        });
        for past in [vec![taken.clone(), gave], vec![taken]] {
            on_duty::<Direction>()
                .knowing(offer("vr24"))
                .past(past)
                .when(Command::Accept(command()))
                .then(vec![accepted()]);
        }
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Direction>(|| Command::Accept(command()));
    }
}
