// SPDX-License-Identifier: EUPL-1.2
//! Decline the direction that another organisation offered.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::{INCIDENT, REASON};
use crate::kinds::direction::{Declined, offered};

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
        reason: input.text("reason"),
    })
}

/// The rule. It was offered to this organisation.
pub fn decide(command: Declined, given: &Given) -> Result<Declined, Refusal> {
    offered(&command.from, &command.incident, given)?;
    Ok(command)
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
        card
    }

    fn command() -> Declined {
        Declined {
            from: "vr23".parse().unwrap(),
            incident: incident("vr23"),
            reason: "Te weinig mensen".to_owned(),
        }
    }

    #[test]
    fn only_whom_it_was_offered_to_declines() {
        on_duty::<Direction>()
            .knowing(offer("vr24"))
            .when(Command::Decline(command()))
            .then(vec![Event::Declined(command())]);
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
