// SPDX-License-Identifier: EUPL-1.2
//! Write an alert anew. What was ordered is not ordered any more; what was handed over stays with
//! those who have it until the new text is handed over.

use paraat_contract::{Refusal, Verb};
use paraat_kernel::Given;

use super::draft_alert::{self, Drafting};
use super::{after, exact, step};
use crate::kinds::alert::{Core, State};
use crate::lifecycle;

/// The verb.
pub const VERB: Verb = exact("revise", after(draft_alert::FIELDS));

/// The rule. It stays about the incident that it was about.
pub fn decide(state: &State, command: Drafting, given: &Given) -> Result<Core, Refusal> {
    step(lifecycle::ALERT, &state.standing, VERB.name)?;
    let incident = state.core.as_ref().and_then(|core| core.incident.clone());
    let core = draft_alert::complete(command, given)?;
    Ok(Core { incident, ..core })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::draft_alert::tests::{core, drafting, writer};
    use crate::commands::order::tests::ordered;
    use crate::commands::tests::only_owner;
    use crate::kinds::alert::{Alert, Command, Event, Withdrawn};
    use paraat_contract::Kind as _;

    #[test]
    fn an_order_falls_away_with_the_text_that_it_was_given_for() {
        let past = vec![Event::Drafted(core()), Event::Ordered(ordered())];
        writer()
            .past(past.clone())
            .when(Command::Revise(drafting()))
            .then(vec![Event::Revised(core())]);
        let mut state = State::default();
        for event in past.iter().chain(&[Event::Revised(core())]) {
            Alert::evolve(&mut state, event);
        }
        assert_eq!((state.standing.as_str(), state.ordered), ("drafted", None));
    }

    #[test]
    fn a_withdrawn_alert_is_not_updated() {
        let gone = Withdrawn {
            handed: None,
            reason: String::new(),
        };
        writer()
            .past(vec![Event::Drafted(core()), Event::Withdrawn(gone)])
            .when(Command::Revise(drafting()))
            .refused("communication-refusal-withdrawn");
    }

    #[test]
    fn only_who_writes_for_its_owner() {
        only_owner::<Alert>(|| Command::Revise(drafting()));
    }
}
