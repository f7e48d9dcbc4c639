// SPDX-License-Identifier: EUPL-1.2
//! Order that an alert goes out.

use jiff::ToSpan as _;
use paraat_contract::{Refusal, Verb};
use paraat_kernel::{Given, Timestamp};
use paraat_ui::field::{Field, Input, Shape};

use super::{exact, step};
use crate::kinds::alert::{Ordered, State};
use crate::kinds::handed::{Sort, short};
use crate::lifecycle;
use crate::terms::alerts::{CELL_BROADCAST, ORDERED_BY, REVIEW_MINUTES, SENDERS};

/// The verb. Exact: of two who order at once, the second sees that it was ordered.
pub const VERB: Verb = exact(
    "order",
    &[
        Field::required("orderedBy", Shape::Choice(ORDERED_BY)),
        Field::required("sender", Shape::Choice(SENDERS)),
    ],
);

/// The command in the fields.
pub fn read(input: &Input) -> Ordered {
    Ordered {
        by: input.text("orderedBy"),
        recorder: String::new(),
        review_by: String::new(),
        sender: input.text("sender"),
    }
}

/// The rule. What cannot be sent is not ordered: without an area, past its end, longer than the
/// network carries. From then on a second pair of eyes has some minutes.
pub fn decide(state: &State, command: Ordered, given: &Given) -> Result<Ordered, Refusal> {
    step(lifecycle::ALERT, &state.standing, VERB.name)?;
    let Some(core) = &state.core else {
        return Err(Refusal::new("communication-refusal-step"));
    };
    if core.geometry.is_none() {
        return Err(Refusal::new("communication-refusal-no-area"));
    }
    let expires: Timestamp = core.expires.parse().unwrap_or_default();
    if expires <= given.now {
        return Err(Refusal::new("communication-refusal-expired"));
    }
    let length = short(core, Sort::Alert, given).chars().count();
    if length > CELL_BROADCAST.characters {
        return Err(Refusal::new("communication-refusal-too-long")
            .with("count", length.to_string())
            .with("most", CELL_BROADCAST.characters.to_string()));
    }
    let until = given.now.checked_add(REVIEW_MINUTES.minutes());
    Ok(Ordered {
        recorder: given.actor.account.to_string(),
        review_by: until.unwrap_or(given.now).to_string(),
        ..command
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::commands::tests::only_owner;
    use paraat_contract::scenario::given;
    use paraat_kernel::{Function, Uuid};

    use super::*;
    use crate::commands::draft_alert::tests::core;
    use crate::kinds::alert::{Alert, Command, Core, Event};

    /// The order as it is kept.
    pub(crate) fn ordered() -> Ordered {
        Ordered {
            by: "operational-leader".to_owned(),
            recorder: Uuid::nil().to_string(),
            review_by: "2026-11-23T10:05:00Z".to_owned(),
            sender: "control-room".to_owned(),
        }
    }

    fn order() -> Command {
        Command::Order(Ordered {
            recorder: String::new(),
            review_by: String::new(),
            ..ordered()
        })
    }

    #[test]
    fn who_decides_for_the_organisation_orders_and_who_writes_does_not() {
        let drafted = || vec![Event::Drafted(core())];
        given::<Alert>("vr23", &[Function::Decider])
            .past(drafted())
            .when(order())
            .then(vec![Event::Ordered(ordered())]);
        given::<Alert>("vr23", &[Function::Editor])
            .past(drafted())
            .when(order())
            .not_permitted();
    }

    #[test]
    fn what_cannot_be_sent_is_not_ordered() {
        let mut nowhere = core();
        nowhere.geometry = None;
        let mut over = core();
        over.expires = "2026-11-23T09:00:00Z".to_owned();
        let mut long = core();
        long.texts[0].what = "brand ".repeat(300);
        let at = |core: Core| {
            given::<Alert>("vr23", &[Function::Decider])
                .past(vec![Event::Drafted(core)])
                .when(order())
        };
        at(nowhere).refused("communication-refusal-no-area");
        at(over).refused("communication-refusal-expired");
        at(long).refused("communication-refusal-too-long");
    }

    #[test]
    fn what_was_ordered_is_not_ordered_again() {
        given::<Alert>("vr23", &[Function::Decider])
            .past(vec![Event::Drafted(core()), Event::Ordered(ordered())])
            .when(order())
            .refused("communication-refusal-step");
    }

    #[test]
    fn only_who_decides_for_its_owner() {
        only_owner::<Alert>(order);
    }
}
