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

/// The rule. It was offered to this organisation, which does not hold it yet.
pub fn decide(state: &State, command: Accepted, given: &Given) -> Result<Accepted, Refusal> {
    if state.holds() {
        return Err(Refusal::new("incident-refusal-directs"));
    }
    let offered = offered(&command.from, &command.incident, given)?;
    Ok(Accepted { offered, ..command })
}

#[cfg(test)]
mod tests {
    use paraat_kernel::{Card, Text};

    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::direction::{Command, Direction, Event, stance_of};

    /// The stance of vr23, who offers the direction to `to`.
    fn offer(to: &str) -> Card {
        let stream = stance_of("vr23".parse().unwrap(), &incident("vr23"));
        let mut card = Card::new(stream, "incident", "direction", Text::default());
        "offering".clone_into(&mut card.status);
        card.holder = to.parse().ok();
        "2026-11-23T09:00:00Z".clone_into(&mut card.order);
        card
    }

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
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Direction>(|| Command::Accept(command()));
    }
}
