// SPDX-License-Identifier: EUPL-1.2
//! Hold up what was ordered: the text needs another look, and a new order.

use paraat_contract::{Refusal, Verb};
use paraat_ui::field::{Field, Input, Shape};

use super::{exact, step};
use crate::kinds::alert::{Objected, State};
use crate::lifecycle;

/// The verb.
pub const VERB: Verb = exact(
    "object",
    &[Field::required("reason", Shape::Paragraphs(500))],
);

/// The command in the fields.
pub fn read(input: &Input) -> Objected {
    Objected {
        reason: input.text("reason"),
    }
}

/// The rule. Anybody who writes for the organisation stops it; to let it go takes more.
pub fn decide(state: &State, command: Objected) -> Result<Objected, Refusal> {
    step(lifecycle::ALERT, &state.standing, VERB.name)?;
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::draft_alert::tests::{core, writer};
    use crate::commands::order::tests::ordered;
    use crate::commands::tests::only_owner;
    use crate::kinds::alert::{Alert, Command, Event};

    #[test]
    fn what_was_ordered_is_stopped_and_what_was_not_cannot_be() {
        let objection = || Objected {
            reason: "Verkeerde plaats".to_owned(),
        };
        writer()
            .past(vec![Event::Drafted(core()), Event::Ordered(ordered())])
            .when(Command::Object(objection()))
            .then(vec![Event::Objected(objection())]);
        writer()
            .past(vec![Event::Drafted(core())])
            .when(Command::Object(objection()))
            .refused("communication-refusal-step");
    }

    #[test]
    fn only_who_writes_for_its_owner() {
        only_owner::<Alert>(|| {
            Command::Object(Objected {
                reason: String::new(),
            })
        });
    }
}
