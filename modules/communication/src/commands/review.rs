// SPDX-License-Identifier: EUPL-1.2
//! Take what was ordered, as a second pair of eyes.

use paraat_contract::{Refusal, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::{exact, step};
use crate::kinds::alert::{Reviewed, State};
use crate::lifecycle;

/// The verb.
pub const VERB: Verb = exact(
    "review",
    &[Field::optional("remark", Shape::Paragraphs(500))],
);

/// The command in the fields.
pub fn read(input: &Input) -> Reviewed {
    Reviewed {
        remark: input.text("remark"),
        reviewer: String::new(),
    }
}

/// The rule. Whoever wrote the text does not look at it a second time; who ordered it may, having
/// not written it.
pub fn decide(state: &State, command: Reviewed, given: &Given) -> Result<Reviewed, Refusal> {
    step(lifecycle::ALERT, &state.standing, VERB.name)?;
    let reviewer = given.actor.account.to_string();
    if reviewer == state.writer {
        return Err(Refusal::new("communication-refusal-own-eyes"));
    }
    if !state.reviewed.is_empty() {
        return Err(Refusal::new("communication-refusal-reviewed"));
    }
    Ok(Reviewed {
        reviewer,
        ..command
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::commands::tests::only_owner;
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Function, Uuid};

    use super::*;
    use crate::commands::draft_alert::tests::{core, writer};
    use crate::commands::order::tests::ordered;
    use crate::kinds::alert::{Alert, Command, Event};

    /// Somebody else who writes for vr23.
    pub(crate) fn other() -> Scenario<Alert> {
        let mut other = given::<Alert>("vr23", &[Function::Editor]);
        other.given.actor.account = Uuid::from_u128(2);
        other
    }

    pub(crate) fn reviewed() -> Reviewed {
        Reviewed {
            remark: String::new(),
            reviewer: Uuid::from_u128(2).to_string(),
        }
    }

    #[test]
    fn the_second_pair_of_eyes_is_not_that_of_the_writer() {
        let past = || vec![Event::Drafted(core()), Event::Ordered(ordered())];
        let look = || {
            Command::Review(Reviewed {
                reviewer: String::new(),
                ..reviewed()
            })
        };
        other()
            .past(past())
            .when(look())
            .then(vec![Event::Reviewed(reviewed())]);
        writer()
            .past(past())
            .when(look())
            .refused("communication-refusal-own-eyes");
        let twice = [past(), vec![Event::Reviewed(reviewed())]].concat();
        other()
            .past(twice)
            .when(look())
            .refused("communication-refusal-reviewed");
    }

    #[test]
    fn only_who_writes_for_its_owner() {
        only_owner::<Alert>(|| Command::Review(reviewed()));
    }
}
